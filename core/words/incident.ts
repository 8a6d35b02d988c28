// Words for what happened to an incident: one sentence for each kind of event, for phone, desk and forms alike.
// Filling them from a line of the timeline is core/incident/say-entry.ts; buttons are act.ts, grades are grading.ts.

import type { Words } from './say.ts'

export const incidentWords = {
  'status.unreported': { zh: '未报', en: 'Not reported' },
  'status.open': { zh: '处置中', en: 'Open' },
  'status.handled': { zh: '已处置', en: 'Dealt with' },
  'status.joined': { zh: '已并入另一件', en: 'Goes on under another' },
  'status.closed': { zh: '已办结', en: 'Closed' },

  and: { zh: '，', en: ', ' },
  'fact.is': { zh: '{fact}：{value}', en: '{fact}: {value}' },
  'with-text': { zh: '{line}。{text}', en: '{line}. {text}' },
  struck: { zh: '（已划掉）{line}', en: '(Struck through) {line}' },
  'struck-because': { zh: '（已划掉：{reason}）{line}', en: '(Struck through: {reason}) {line}' },
  list: { zh: '、', en: ', ' },
  'hold.everywhere': { zh: '全部', en: 'All work' },
  'hold.room': { zh: '测试室 {room}', en: 'Room {room}' },
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

  ResponseChanged: {
    zh: '改为{level}，预计 {minutes} 分钟',
    en: 'Changed to {level}, expected to last {minutes} min',
  },
  ResponseEnded: { zh: '结束响应', en: 'Response ended' },
  HoldStarted: { zh: '{where}停下，等答复', en: '{where} held until the answer comes' },
  HoldEnded: { zh: '{where}恢复，停了 {minutes} 分钟', en: '{where} goes on after {minutes} min' },
  JointProposed: { zh: '提出“{joint}”，等另一方同意', en: '“{joint}” proposed; the other post has to agree' },
  JointAgreed: { zh: '同意“{joint}”，还等其他岗位', en: 'Agreed to “{joint}”; others have to agree' },
  JointDeclined: { zh: '不同意“{joint}”', en: 'Did not agree to “{joint}”' },
  StepsSkipped: { zh: '不做：{steps}', en: 'Left out: {steps}' },

  LoweringProposed: { zh: '建议降为{levels}，等{tier}同意', en: 'Proposed: {levels}; {tier} has to agree' },
  LoweringDeclined: { zh: '不同意降低等级', en: 'The lower grade was declined' },
  Verified: { zh: '{tier}核实：属实', en: '{tier} found it to be true' },
  Dismissed: { zh: '按误报办结', en: 'Dismissed as a mistake' },
  EntryStruck: { zh: '划掉一行：{struck}', en: 'Struck a line through: {struck}' },
  Evaluated: { zh: '{tier}评估', en: 'Evaluated by {tier}' },

  RaisedTo: { zh: '直接报到{tier}', en: 'Taken to {tier}' },
  OralReported: { zh: '口头报告{tier}', en: 'Told {tier} by word of mouth' },
  SeriesReported: { zh: '续报{nth}，报{tier}', en: 'Follow-up report {nth}, to {tier}' },
  TasksGiven: { zh: '交办给{posts}', en: 'Given out to {posts}' },
  TaskDone: { zh: '交办的事办完：{post}', en: 'Task done by {post}' },
  JoinedTo: { zh: '与另一件是同一件事，并入', en: 'The same matter as another incident: goes on there' },
  PartedFrom: { zh: '从另一件里拆开', en: 'Parted from the other incident' },
  TookIn: { zh: '并入同一件事的另一份报告', en: 'Took in another report of the same matter' },
  LetGo: { zh: '拆开并入的一件', en: 'Parted from an incident it had taken in' },

  OpinionSeen: { zh: '发现舆情：{spread}', en: 'Seen in public: {spread}' },
  OpinionJudged: { zh: '舆情核实：属实', en: 'What was said in public is true' },
  OpinionFollowed: { zh: '舆情跟踪：{spread}', en: 'Public opinion followed: {spread}' },
  WordingDrafted: { zh: '拟出答复口径', en: 'Wording drafted' },
  WordingApproved: { zh: '审过答复口径', en: 'Wording approved' },
  WordingRefused: { zh: '答复口径没有通过', en: 'Wording not approved' },
  WordingPublished: { zh: '发布答复口径', en: 'Wording published' },
  Attached: { zh: '附上文件', en: 'Document attached' },
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
  'graded-lower': { zh: '同意降低等级：{levels}', en: 'Lower grade agreed to: {levels}' },
  'example-cited': { zh: '{document}（{year} 年）有示例', en: '{document} ({year}) has an example' },
  'joint-complete': { zh: '同意“{joint}”，决定成立', en: 'Agreed to “{joint}”: it stands' },
  'verified-not': { zh: '{tier}核实：不属实', en: '{tier} found it to be untrue' },
  'raised-past': {
    zh: '直接报到{tier}，同时抄送{skipped}',
    en: 'Taken to {tier}, with a copy for {skipped}',
  },
  'series-final': { zh: '终报，报{tier}', en: 'Final report, to {tier}' },
  'joined-spread': {
    zh: '几所学校同类情况，归入县里的一件',
    en: 'One of several schools: joined under the county’s incident',
  },
  'took-in-spread': {
    zh: '归入一所学校的同类情况',
    en: 'Took in another school’s incident of the same kind',
  },
  'opinion-refuted': { zh: '舆情核实：不属实', en: 'What was said in public is untrue' },
  'attached-photo': { zh: '附上照片', en: 'Photo attached' },
  'attached-voice': { zh: '附上录音', en: 'Voice recording attached' },
  'limit-substitute': {
    zh: '“{limit}”超时，已告诉{post}的替补',
    en: '“{limit}” passed; the substitute of {post} was told',
  },
} as const satisfies Words

/** What a line that was struck through is called where that is said. */
export const struckWords = {
  MeasureTaken: { zh: '采取措施', en: 'a measure' },
  MessageSent: { zh: '消息', en: 'a message' },
  OralReported: { zh: '口头报告', en: 'an oral report' },
  SeriesReported: { zh: '续报或终报', en: 'a follow-up or final report' },
  OpinionSeen: { zh: '发现舆情', en: 'something seen in public' },
} as const satisfies Words
