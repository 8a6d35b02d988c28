// What happened to an incident, in words: one sentence for each line of its timeline, for phone, desk and forms alike.
// Who and when stand beside the sentence and are said elsewhere; buttons are act.ts, grades are grading.ts.

import { inLang, type Lang, type Text } from '../basics/text.ts'
import { TIERS } from '../basics/tier.ts'
import type { IncidentEvent } from '../incident/events.ts'
import type { RunningLimit } from '../incident/limits.ts'
import type { Entry, IncidentStatus } from '../incident/state.ts'
import { type EffectivePlan, findSituation } from '../plan/effective.ts'
import { FACT_NAMES, isFactValue } from '../plan/facts.ts'
import { EVENT_LEVELS, RESPONSE_LEVELS } from '../plan/grade-types.ts'
import { sayEventLevel, sayFact, sayResponseLevel, sayValue } from './grading.ts'
import { fill, say, type WordValues } from './say.ts'

export const incidentWords = {
  'status.unreported': { zh: '未报', en: 'Not reported' },
  'status.open': { zh: '处置中', en: 'Open' },
  'status.handled': { zh: '已处置', en: 'Dealt with' },
  'status.closed': { zh: '已办结', en: 'Closed' },

  'limit.running': { zh: '{limit}：在计时', en: '{limit}: running' },
  'limit.kept': { zh: '{limit}：按时', en: '{limit}: in time' },
  'limit.missed': { zh: '{limit}：超时', en: '{limit}: late' },

  and: { zh: '，', en: ', ' },
  'fact.is': { zh: '{fact}：{value}', en: '{fact}: {value}' },
  'with-text': { zh: '{line}。{text}', en: '{line}. {text}' },
} as const satisfies Readonly<Record<string, Text>>

/** One sentence per kind of event; `{…}` is filled from the line's detail and the plan. */
export const entryWords: Readonly<Record<IncidentEvent['type'], Text>> = {
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
}

/** Lines that say something else than their kind's sentence, because of a detail. */
const otherWords = {
  'facts-in-words': { zh: '补充情况', en: 'More was said' },
  'facts-kept': {
    zh: '补充情况：{facts}。按预案会是{levels}，等级没有自动降低',
    en: 'Facts added: {facts}. The plan would now say {levels}; the grade was not lowered by itself',
  },
  regraded: { zh: '改定等级：{levels}', en: 'Grade changed: {levels}' },
  'example-none': { zh: '手册没有示例', en: 'The handbook has no example' },
  'confirmed-beside': { zh: '确认收到报告', en: 'Confirmed the report' },
  'limit-substitute': {
    zh: '“{limit}”超时，已告诉{post}的替补',
    en: '“{limit}” passed; the substitute of {post} was told',
  },
} as const satisfies Readonly<Record<string, Text>>

/**
 * The line in one sentence, its free text after it when the reader may see it. `scenario` is the incident's; names of
 * posts, steps, limits and forms come from the plan it was handled under.
 */
export function sayEntry(entry: Entry, scenario: string, plan: EffectivePlan, lang: Lang): string {
  const line = fill(textOf(entry), lang, valuesOf(entry, scenario, plan, lang))
  return entry.text === undefined ? line : say(incidentWords, 'with-text', lang, { line, text: entry.text })
}

export function sayStatus(status: IncidentStatus, lang: Lang): string {
  return say(incidentWords, `status.${status}`, lang)
}

/** Whether a limit was kept, for lists and forms; the running clock itself is drawn by the screen. */
export function sayLimit(running: RunningLimit, lang: Lang): string {
  const key = running.kept === undefined ? 'running' : running.kept ? 'kept' : 'missed'
  return say(incidentWords, `limit.${key}`, lang, { limit: inLang(running.limit.name, lang) })
}

function isKind(kind: string): kind is IncidentEvent['type'] {
  return Object.keys(entryWords).includes(kind)
}

function textOf({ kind, detail = {} }: Entry): Text {
  if (kind === 'FactsStated') {
    if (detail.kept === true) return otherWords['facts-kept']
    return Object.keys(detail).length === 0 ? otherWords['facts-in-words'] : entryWords.FactsStated
  }
  if (kind === 'Graded' && detail.origin === 'person') return otherWords.regraded
  if (kind === 'ExampleStated' && detail.listed === false) return otherWords['example-none']
  if (kind === 'ConfirmedAbove' && detail.beside === true) return otherWords['confirmed-beside']
  if (kind === 'LimitPassed' && detail.who === 'substitute') return otherWords['limit-substitute']
  if (!isKind(kind)) throw new RangeError(`no words for an entry of kind ${kind}`)
  return entryWords[kind]
}

function valuesOf(
  { kind, detail = {} }: Entry,
  scenario: string,
  plan: EffectivePlan,
  lang: Lang,
): WordValues {
  const situation = findSituation(plan, scenario)
  const name = (text: Text | undefined, id: unknown) => (text ? inLang(text, lang) : String(id))
  const limits = [...plan.limits, ...(situation?.limits ?? [])]
  const tier = TIERS.find(
    (one) => one === (kind === 'Asked' || kind === 'Answered' ? detail.toTier : detail.tier),
  )
  const post = typeof detail.tells === 'string' ? plan.posts[detail.tells] : undefined
  const level = RESPONSE_LEVELS.find((one) => one === detail.responseLevel)
  return {
    situation: name(situation?.name, scenario),
    number: String(detail.number),
    facts: factsOf(detail, lang),
    levels: levelsOf(detail, lang),
    level: level ? sayResponseLevel(level, lang) : '',
    minutes: Number(detail.expectedMinutes),
    tier: tier ? inLang(plan.tiers[tier].group, lang) : '',
    step: name(situation?.steps.find((step) => step.id === detail.step)?.text, detail.step),
    limit: name(limits.find((limit) => limit.id === detail.limit)?.name, detail.limit),
    post: name(post?.name, detail.tells),
    form: name(plan.forms.find((form) => form.id === detail.form)?.name, detail.form),
  }
}

function levelsOf(detail: NonNullable<Entry['detail']>, lang: Lang): string {
  const event = EVENT_LEVELS.find((level) => level === detail.eventLevel)
  const response = RESPONSE_LEVELS.find((level) => level === detail.responseLevel)
  return [event && sayEventLevel(event, lang), response && sayResponseLevel(response, lang)]
    .filter((said) => said !== undefined)
    .join(say(incidentWords, 'and', lang))
}

function factsOf(detail: NonNullable<Entry['detail']>, lang: Lang): string {
  return FACT_NAMES.flatMap((fact) => {
    const value = detail[fact]
    if (!isFactValue(fact, value)) return []
    return [
      say(incidentWords, 'fact.is', lang, { fact: sayFact(fact, lang), value: sayValue(fact, value, lang) }),
    ]
  }).join(say(incidentWords, 'and', lang))
}
