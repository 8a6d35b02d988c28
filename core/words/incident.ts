// Words for what happened to an incident: one sentence for each kind of event, for phone, desk and forms alike.
// Filling them from a line of the timeline is core/incident/say-entry.ts; buttons are act.ts, grades are grading.ts.

import type { Words } from './say.ts'

export const incidentWords = {
  'status.unreported': { zh: '未报', en: 'Not reported' },
  'status.open': { zh: '处置中', en: 'Open' },
  'status.handled': { zh: '已处置', en: 'Dealt with' },
  'status.closed': { zh: '已办结', en: 'Closed' },

  and: { zh: '，', en: ', ' },
  'fact.is': { zh: '{fact}：{value}', en: '{fact}: {value}' },
  'with-text': { zh: '{line}。{text}', en: '{line}. {text}' },
  'clock-doubt': { zh: '{line}（设备时间可疑）', en: '{line} (the device’s time is in doubt)' },
} as const satisfies Words

/** One sentence per kind of event; `{…}` is filled from the line's detail and the plan. */
export const entryWords = {
  Reported: { zh: '报告：{situation}', en: 'Reported: {situation}' },
  Numbered: { zh: '编号 {number}', en: 'Number {number}' },
  FactsStated: { zh: '补充情况：{facts}', en: 'Facts added: {facts}' },
  Graded: { zh: '按预案定级：{levels}', en: 'Graded by the plan: {levels}' },
  Acknowledged: { zh: '{tier}接手处置', en: '{tier} took it over' },
  ResponseStarted: {
    zh: '启动{level}，预计 {minutes} 分钟',
    en: '{level} started, expected to last {minutes} min',
  },
  ExampleStated: { zh: '手册有示例', en: 'The handbook has an example' },
  Asked: { zh: '向{tier}请示', en: 'Asked {tier}' },
  Answered: { zh: '答复{tier}', en: 'Answered {tier}' },
  Complied: { zh: '收到，照办', en: 'Received, will do' },
  StepDone: { zh: '做完：{step}', en: 'Done: {step}' },
  StepReopened: { zh: '撤回，还没做完：{step}', en: 'Taken back, not done yet: {step}' },
  MeasureTaken: { zh: '采取措施', en: 'Measure taken' },
  MessageSent: { zh: '消息', en: 'Message' },
  ConfirmedAbove: { zh: '{tier}确认收到报告', en: '{tier} confirmed the report' },
  LimitPassed: { zh: '“{limit}”超时，已告诉{post}', en: '“{limit}” passed; {post} was told' },
  Handled: { zh: '处置完毕', en: 'Dealt with' },
  WrittenDown: { zh: '记入{form}', en: 'Written into {form}' },
  Closed: { zh: '办结', en: 'Closed' },
  Reopened: { zh: '等级升高，重新处置', en: 'Graver than it was: open again' },
} as const satisfies Words

/** Lines that say something else than their kind's sentence, because of a detail. */
export const otherEntryWords = {
  /** A newer server's line on an older device. */
  newer: { zh: '有一条新版本才能显示的记录', en: 'A line that only a newer version can show' },
  'facts-in-words': { zh: '补充情况', en: 'More was said' },
  'facts-kept': {
    zh: '补充情况：{facts}。按预案会是{levels}，等级没有自动降低',
    en: 'Facts added: {facts}. The plan would now say {levels}; the grade was not lowered by itself',
  },
  regraded: { zh: '改定等级：{levels}', en: 'Grade changed: {levels}' },
  reopened: { zh: '重新打开', en: 'Reopened' },
  'example-none': { zh: '手册没有示例', en: 'The handbook has no example' },
  'confirmed-beside': { zh: '确认收到报告', en: 'Confirmed the report' },
  'limit-substitute': {
    zh: '“{limit}”超时，已告诉{post}的替补',
    en: '“{limit}” passed; the substitute of {post} was told',
  },
} as const satisfies Words
