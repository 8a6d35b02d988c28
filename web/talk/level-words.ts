// How a level is said, always whole: scale, number, word. The words are the plan's, the signs are web/parts'.
// One for phone and desk: `事件等级 2级，一定影响`, `Event level 2 (some effect)`.

import { useMemo } from 'react'
import { inLang, type Lang, type Text } from '#core/basics/text.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { type EventLevel, RESPONSE_LEVELS, type ResponseLevel } from '#core/plan/grade-types.ts'
import { romanOf, sayEventLevel, sayResponseLevel } from '#core/words/grading.ts'
import { say } from '#core/words/say.ts'
import { shellWords } from '#core/words/shell.ts'
import { useLang } from './words.tsx'

/** 1 the gravest (Ⅰ), 4 the lightest (Ⅳ): what the part `ResponseLevel` takes. */
export function rankOf(level: ResponseLevel): 1 | 2 | 3 | 4 {
  return ([4, 3, 2, 1] as const)[RESPONSE_LEVELS.indexOf(level)] ?? 4
}

/** A level as the parts take it. */
export interface LevelSaying {
  readonly scale: string
  /** After the scale's word: 2级, in English `level 2`. */
  readonly number: string
  /** Standing alone: in English `Level 2`. */
  readonly alone?: string
  readonly word?: string
  /** As an answer to choose: `2级 一定影响`. */
  readonly choice?: string
  /** The accessible name. */
  readonly whole: string
}

export interface LevelSayings {
  event(level: EventLevel): LevelSaying
  response(level: ResponseLevel): LevelSaying
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
): LevelSaying {
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
