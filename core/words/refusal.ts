// How a refusal is said: what was not done, who could do it, what to do now. The values are core/basics/refusal.ts, the
// sentences refusals-of-incidents.ts and refusals-of-things.ts.

import type { Refusal, RefusalCode } from '../basics/refusal.ts'
import type { Lang, Text } from '../basics/text.ts'
import { FACT_NAMES, type FactName } from '../plan/facts.ts'
import type { ResponseLevel } from '../plan/grade-types.ts'
import { romanOf, sayFact } from './grading.ts'
import type { RefusalWords } from './refusal-words.ts'
import { incidentRefusals } from './refusals-of-incidents.ts'
import { refusalsOfThings } from './refusals-of-things.ts'
import { fill, say, type WordValues } from './say.ts'

/** Every code has its sentence: the compiler says which is missing. */
export const refusalWords: Readonly<Record<RefusalCode, RefusalWords>> = {
  ...incidentRefusals,
  ...refusalsOfThings,
}

const words = {
  who: { zh: '{who}可以办', en: '{who} can' },
  or: { zh: '、', en: ' or ' },
  all: { zh: '{notDone}；{who}。{now}', en: '{notDone}. {who}. {now}' },
  'all.nobody': { zh: '{notDone}。{now}', en: '{notDone}. {now}' },
} as const satisfies Readonly<Record<string, Text>>

/** What a field is called where a person fills it in. */
const fieldWords: Readonly<Record<string, Text>> = {
  eventLevel: { zh: '事件等级', en: 'the event level' },
  reason: { zh: '理由', en: 'the reason' },
  question: { zh: '请示的内容', en: 'the question' },
  proposal: { zh: '处置建议', en: 'the proposal' },
  instruction: { zh: '答复的内容', en: 'the instruction' },
  measures: { zh: '采取的措施', en: 'the measures' },
  measure: { zh: '做了什么', en: 'what was done' },
  words: { zh: '内容', en: 'the text' },
  outcome: { zh: '处置结果', en: 'the outcome' },
  reference: { zh: '编号或页码', en: 'its number or page' },
  note: { zh: '备注', en: 'the note' },
  name: { zh: '名称', en: 'the name' },
  effect: { zh: '办得怎样', en: 'what came of it' },
  where: { zh: '在哪里', en: 'where' },
  wording: { zh: '答复口径', en: 'the wording' },
  from: { zh: '谁说的', en: 'who said it' },
  to: { zh: '对谁说的', en: 'whom it was said to' },
  points: { zh: '评估的每一点', en: 'every point of the evaluation' },
  tasks: { zh: '要办的事', en: 'what is to be done' },
  title: { zh: '标题', en: 'the title' },
}

/** A refusal in words, by part, so that a screen can set them apart. */
export interface SaidRefusal {
  readonly notDone: string
  /** Absent when nobody in particular could. */
  readonly whoCould?: string
  readonly now: string
}

/** The words of `refusal`. `nameOf` says a post id of the plan as people call it. */
export function sayRefusal(refusal: Refusal, lang: Lang, nameOf: (post: string) => string): SaidRefusal {
  const { notDone, now } = refusalWords[refusal.code]
  const values = valuesOf(refusal, lang)
  const names = (refusal.whoCould ?? []).map(nameOf)
  return {
    notDone: fill(notDone, lang, values),
    ...(names.length === 0
      ? {}
      : { whoCould: say(words, 'who', lang, { who: names.join(say(words, 'or', lang)) }) }),
    now: fill(now, lang, values),
  }
}

/** The refusal as one sentence: for problem+json, the command line and reading aloud. */
export function refusalSentence(refusal: Refusal, lang: Lang, nameOf: (post: string) => string): string {
  const { notDone, whoCould, now } = sayRefusal(refusal, lang, nameOf)
  return whoCould === undefined
    ? say(words, 'all.nobody', lang, { notDone, now })
    : say(words, 'all', lang, { notDone, who: whoCould, now })
}

function valuesOf({ field, values = {} }: Refusal, lang: Lang): WordValues {
  const { level } = values
  return {
    ...values,
    ...(field === undefined ? {} : { field: sayField(field, lang) }),
    ...(typeof level === 'string' && isResponseLevel(level) ? { level: romanOf(level) } : {}),
  }
}

/** `stated.impact.order` as the fact is called, `reason` as the form calls it; an unknown one as it stands. */
function sayField(field: string, lang: Lang): string {
  const fact = field.replace(/^(stated|facts)\./, '')
  if ((FACT_NAMES as readonly string[]).includes(fact)) return sayFact(fact as FactName, lang)
  const last = field.startsWith('points.') ? 'points' : (field.split('.').pop() ?? field)
  const text = Object.keys(fieldWords).includes(last) ? fieldWords[last] : undefined
  return text ? fill(text, lang) : field
}

function isResponseLevel(level: string): level is ResponseLevel {
  return level === 'I' || level === 'II' || level === 'III' || level === 'IV'
}
