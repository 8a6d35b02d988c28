// How a level is said, always whole: scale, number, word. The words are the plan's; the signs are web/parts'.

import { useMemo } from 'react'
import { inLang } from '#core/basics/text.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { type EventLevel, RESPONSE_LEVELS, type ResponseLevel } from '#core/plan/grade-types.ts'
import { romanOf } from '#core/words/grading.ts'
import { say } from '#core/words/say.ts'
import { shellWords } from '#core/words/shell.ts'
import { useLang } from './words.tsx'

/** 1 the gravest (Ⅰ), 4 the lightest (Ⅳ): what the part `ResponseLevel` takes. */
export function rankOf(level: ResponseLevel): 1 | 2 | 3 | 4 {
  return ([4, 3, 2, 1] as const)[RESPONSE_LEVELS.indexOf(level)] ?? 4
}

/** A level as the parts take it; `whole` is its accessible name. */
export interface LevelSaying {
  readonly scale: string
  readonly number: string
  readonly word: string
  readonly whole: string
}

export interface LevelSayings {
  event(level: EventLevel): LevelSaying
  response(level: ResponseLevel): LevelSaying
}

/** Words for the levels of `plan`. */
export function useLevelWords(plan: EffectivePlan): LevelSayings {
  const lang = useLang()
  return useMemo(
    () => ({
      event: (level) => {
        const row = plan.scales.event.find((one) => one.level === level)
        const word = row ? inLang(row.word, lang) : ''
        return {
          scale: say(shellWords, 'level.event', lang),
          number: row ? inLang(row.name, lang) : String(level),
          word,
          whole: say(shellWords, 'level.event.whole', lang, { level, word }),
        }
      },
      response: (level) => {
        const row = plan.scales.response.find((one) => one.level === level)
        const word = row ? inLang(row.word, lang) : ''
        return {
          scale: say(shellWords, 'level.response', lang),
          number: row ? inLang(row.name, lang) : romanOf(level),
          word,
          whole: say(shellWords, 'level.response.whole', lang, { level: romanOf(level), word }),
        }
      },
    }),
    [plan, lang],
  )
}
