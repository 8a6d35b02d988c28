// Words of grading: levels, facts, their values, and how a reason is said. The sentences of clauses are plan data.

import { inLang, type Lang, type Text } from '../basics/text.ts'
import { FACT_NAMES, type FactName, type Facts, type FactValue, isChoice } from '../plan/facts.ts'
import type { EventLevel, Reason, ResponseLevel } from '../plan/grade-types.ts'
import { fill, say } from './say.ts'

export const gradingWords = {
  'scale.event': { zh: '事件等级', en: 'Event level' },
  'scale.response': { zh: '响应等级', en: 'Response level' },
  'level.event': { zh: '事件 {level}级', en: 'Event level {level}' },
  'level.response': { zh: '响应 {level}级', en: 'Response level {level}' },
  'reason.assumed': { zh: '推定：{facts}', en: 'Assumed: {facts}' },
  'would-change': {
    zh: '如果{fact}是“{value}”：事件 {event}级，响应 {response}级',
    en: 'If {fact} were “{value}”: event level {event}, response level {response}',
  },

  'fact.impact.norms': { zh: '对实施规范性的影响', en: 'effect on the rules of implementation' },
  'fact.impact.order': { zh: '对测试秩序的影响', en: 'effect on normal order' },
  'fact.impact.data': {
    zh: '对数据真实性、有效性的影响',
    en: 'effect on authenticity and validity of the data',
  },
  'fact.impact.security': {
    zh: '对测试工具安全的影响',
    en: 'effect on the security of the test instruments',
  },
  'fact.reach': { zh: '影响范围', en: 'reach' },
  'fact.schools': { zh: '涉及学校数', en: 'number of schools concerned' },
  'fact.interrupted': { zh: '测试中断', en: 'interruption of the test' },
  'fact.casualties.injured': { zh: '需要送医的受伤人数', en: 'number of injured who need hospital' },
  'fact.casualties.dead': { zh: '死亡人数', en: 'number of dead' },
  'fact.publicOpinion': { zh: '舆情', en: 'public opinion' },
  'fact.absentInRoom': { zh: '本测试室缺测人数', en: 'number absent in the room' },
  'fact.copies': { zh: '涉及的试卷或设备数', en: 'number of papers or devices concerned' },

  'value.impact.none': { zh: '没有影响', en: 'none' },
  'value.impact.slight': { zh: '轻微', en: 'slight' },
  'value.impact.serious': { zh: '较重', en: 'serious' },
  'value.reach.person': { zh: '一个人或一个点', en: 'one person or point' },
  'value.reach.room': { zh: '一个班或一个测试室', en: 'one class or room' },
  'value.reach.grade': { zh: '一个年级', en: 'one grade' },
  'value.reach.school': { zh: '全校', en: 'the whole school' },
  'value.reach.schools': { zh: '几所学校', en: 'several schools' },
  'value.reach.county': { zh: '全县', en: 'the whole county' },
  'value.interrupted.no': { zh: '没有中断', en: 'not interrupted' },
  'value.interrupted.partly': { zh: '部分中断', en: 'partly interrupted' },
  'value.interrupted.fully': { zh: '全面中断', en: 'fully interrupted' },
  'value.publicOpinion.none': { zh: '没有', en: 'none' },
  'value.publicOpinion.single': { zh: '个别言论', en: 'single remarks' },
  'value.publicOpinion.spreading': { zh: '正在扩散', en: 'spreading' },
  'value.publicOpinion.major': { zh: '重大舆情', en: 'major' },
} as const satisfies Readonly<Record<string, Text>>

export type GradingWord = keyof typeof gradingWords

/** Response levels as the plan prints them. */
const ROMAN: Readonly<Record<ResponseLevel, string>> = { I: 'Ⅰ', II: 'Ⅱ', III: 'Ⅲ', IV: 'Ⅳ' }

/** `事件 2级` · `Event level 2` */
export function sayEventLevel(level: EventLevel, lang: Lang): string {
  return say(gradingWords, 'level.event', lang, { level })
}

/** `响应 Ⅱ级` · `Response level Ⅱ` */
export function sayResponseLevel(level: ResponseLevel, lang: Lang): string {
  return say(gradingWords, 'level.response', lang, { level: ROMAN[level] })
}

/** Only the numeral: `Ⅱ`. */
export function romanOf(level: ResponseLevel): string {
  return ROMAN[level]
}

/** What a fact is called. */
export function sayFact(name: FactName, lang: Lang): string {
  return say(gradingWords, `fact.${name}`, lang)
}

/** A fact's value in words; a number stays a number. */
export function sayValue(name: FactName, value: FactValue, lang: Lang): string {
  const key = `value.${name.startsWith('impact.') ? 'impact' : name}.${value}`
  return isChoice(name) && isWord(key) ? inLang(gradingWords[key], lang) : String(value)
}

/** Why, in one sentence: the clause's own words, each `{fact}` in them replaced by its value. */
export function sayReason(reason: Pick<Reason, 'because'>, facts: Facts, lang: Lang): string {
  return fillFacts(reason.because, facts, lang)
}

/** Any sentence of a plan (reason, proposal, doubt) with the facts' values in its holes. */
export function fillFacts(text: Text, facts: Facts, lang: Lang): string {
  return fill(
    text,
    lang,
    Object.fromEntries(FACT_NAMES.map((name) => [name, sayValue(name, facts[name], lang)])),
  )
}

function isWord(key: string): key is GradingWord {
  return key in gradingWords
}
