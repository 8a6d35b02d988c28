// How a level is said, always whole: scale, number, word. The words are the plan's, the signs are web/parts'.
// One for phone and desk: `事件等级 2级，一定影响`, `Event level 2 (some effect)`.

import { useMemo } from 'react'
import { inLang, type Lang, type Text } from '#core/basics/text.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { type EventLevel, RESPONSE_LEVELS, type ResponseLevel } from '#core/plan/grade-types.ts'
import { romanOf, sayEventLevel, sayResponseLevel } from '#core/words/grading.ts'
import { say } from '#core/words/say.ts'
import { shellWords } from '#core/words/shell.ts'
import type { LevelWords } from '../parts/response-level.tsx'
import { useLang } from './words.tsx'

/** 1 the gravest (Ⅰ), 4 the lightest (Ⅳ): what the part `ResponseLevel` takes. */
export function rankOf(level: ResponseLevel): 1 | 2 | 3 | 4 {
  return ([4, 3, 2, 1] as const)[RESPONSE_LEVELS.indexOf(level)] ?? 4
}

export interface LevelSayings {
  event(level: EventLevel): LevelWords
  response(level: ResponseLevel): LevelWords
}

/** Words for the levels of `plan`; before it is there, scale and number alone. */
export function levelSayings(plan: EffectivePlan | undefined, lang: Lang): LevelSayings {
  return {
    event: (level) =>
      sayingOf(
        'event',
        plan?.scales.event.find((row) => row.level === level),
        lang,
        {
          number: String(level),
          whole: sayEventLevel(level, lang),
        },
      ),
    response: (level) =>
      sayingOf(
        'response',
        plan?.scales.response.find((row) => row.level === level),
        lang,
        {
          number: romanOf(level),
          whole: sayResponseLevel(level, lang),
        },
      ),
  }
}

function sayingOf(
  scale: 'event' | 'response',
  row: { readonly name: Text; readonly word: Text } | undefined,
  lang: Lang,
  bare: { readonly number: string; readonly whole: string },
): LevelWords {
  const scaleWord = say(shellWords, `level.${scale}`, lang)
  if (!row) return { scale: scaleWord, ...bare }
  const alone = inLang(row.name, lang)
  const number = lang === 'en' ? smallFirst(alone) : alone
  const word = inLang(row.word, lang)
  return {
    scale: scaleWord,
    number,
    alone,
    word,
    choice: say(shellWords, 'level.choice', lang, { number: alone, word }),
    whole: say(shellWords, `level.${scale}.whole`, lang, { number, word }),
  }
}

/** After the scale's word English goes on in small letters; a numeral (Ⅱ) keeps its form. */
function smallFirst(words: string): string {
  return words.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())
}

/** Words for the levels of `plan` in the chosen language. */
export function useLevelWords(plan: EffectivePlan | undefined): LevelSayings {
  const lang = useLang()
  return useMemo(() => levelSayings(plan, lang), [plan, lang])
}
