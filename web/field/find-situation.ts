// Finding a situation of the plan by Chinese words, pinyin (initials or whole, `td`, `tingd`), or English, without a
// network. Pure. What is found is drawn by pick.tsx.

import type { Lang } from '#core/basics/text.ts'
import type { EffectivePlan, Situation } from '#core/plan/effective.ts'
import { findByPinyin } from '../talk/pinyin.ts'

export interface Found {
  readonly situation: Situation
  /** Part of the shown name that matched: from, to (exclusive), in characters. */
  readonly mark?: readonly [number, number]
  /** The other word it was found by, when the name itself does not show why. */
  readonly also?: string
  /** Found by reading the characters aloud. */
  readonly byPinyin: boolean
}

interface Hit {
  readonly rank: number
  readonly at: number
  readonly found: Found
}

/**
 * Situations that fit what was typed, best first: by name (those often needed before others), by other words, by hint.
 * `lang` says which name is shown, so that the marked part is one that can be seen.
 */
export function findSituations(plan: EffectivePlan, typed: string, lang: Lang): readonly Found[] {
  const query = typed.trim().toLowerCase()
  if (query === '') return []
  const latin = /^[a-z' ]+$/.test(query)
  const sounds = query.replace(/[' ]/g, '')
  const situations = Object.values(plan.situations)
  const hits = situations
    .flatMap((situation): Hit[] => {
      const hit =
        hitByWords(situation, query, lang) ?? (latin ? hitByPinyin(situation, sounds, lang) : undefined)
      return hit ? [hit] : []
    })
    .sort((a, b) => a.rank - b.rank || commonness(b) - commonness(a) || a.at - b.at)
  if (hits.length > 0) return hits.map((hit) => hit.found)
  return situations
    .filter((situation) => holdsParts(situation, query))
    .map((situation) => ({ situation, byPinyin: false }))
}

/**
 * Nothing has what was typed as it stands: `封条破` is found where 封条 and 破 both are, `6人` where `6 人` is. Two signs that
 * stand side by side must be there too, else any sentence would do.
 */
function holdsParts(situation: Situation, query: string): boolean {
  const { name, also, hint, trigger } = situation
  const texts = [name.zh, ...(also?.zh ?? []), hint.zh, trigger.zh]
  const all = bare(texts.join(''))
  const signs = Array.from(bare(query))
  if (all.includes(signs.join(''))) return true
  const latin = query.split(/\s+/).filter((word) => /^[a-z]{2,}$/.test(word))
  if (latin.length > 1) {
    const english = [name.en, ...(also?.en ?? []), hint.en, trigger.en].join(' ')
    return latin.every((word) => wordAt(english, word) !== undefined)
  }
  return (
    signs.length > 2 &&
    signs.every((sign) => all.includes(sign)) &&
    signs.some((sign, at) => at > 0 && all.includes(`${signs[at - 1]}${sign}`))
  )
}

function bare(text: string): string {
  return text.toLowerCase().replace(/\s/g, '')
}

function commonness(hit: Hit): number {
  return hit.found.situation.common ? 1 : 0
}

function hitByWords(situation: Situation, query: string, lang: Lang): Hit | undefined {
  const shown = lang === 'en' ? situation.name.en : situation.name.zh
  const other = lang === 'en' ? situation.name.zh : situation.name.en
  const inShown = wordAt(shown, query)
  if (inShown !== undefined) {
    return {
      rank: 0,
      at: inShown,
      found: { situation, mark: [inShown, inShown + Array.from(query).length], byPinyin: false },
    }
  }
  if (wordAt(other, query) !== undefined) return { rank: 1, at: 0, found: { situation, byPinyin: false } }
  const also = [...(situation.also?.zh ?? []), ...(situation.also?.en ?? [])].find(
    (word) => wordAt(word, query) !== undefined,
  )
  if (also !== undefined) return { rank: 2, at: 0, found: { situation, also, byPinyin: false } }
  const around = [situation.hint.zh, situation.hint.en, situation.trigger.zh, situation.trigger.en]
  return around.some((text) => wordAt(text, query) !== undefined)
    ? { rank: 4, at: 0, found: { situation, byPinyin: false } }
    : undefined
}

/** Chinese anywhere; latin letters at the beginning of a word, else `it` finds "with". */
function wordAt(text: string, query: string): number | undefined {
  const lower = text.toLowerCase()
  for (let from = 0; ; from++) {
    const at = lower.indexOf(query, from)
    if (at < 0) return undefined
    if (!/^[a-z]/.test(query) || at === 0 || !/[a-z]/.test(lower[at - 1] ?? '')) {
      return Array.from(lower.slice(0, at)).length
    }
    from = at
  }
}

function hitByPinyin(situation: Situation, sounds: string, lang: Lang): Hit | undefined {
  const inName = findByPinyin(situation.name.zh, sounds)
  if (inName) {
    const found: Found = { situation, byPinyin: true, ...(lang === 'zh-CN' ? { mark: inName } : {}) }
    return { rank: 0, at: inName[0], found }
  }
  const also = situation.also?.zh.find((word) => findByPinyin(word, sounds) !== undefined)
  if (also !== undefined) return { rank: 3, at: 0, found: { situation, also, byPinyin: true } }
  // Two letters in a hint are chance, not a find.
  if (sounds.length < 3 || !findByPinyin(situation.hint.zh, sounds)) return undefined
  return { rank: 5, at: 0, found: { situation, byPinyin: true } }
}

/** The situations offered before anything is searched, as the plan marks them, in the catalogue's order. */
export function commonSituations(plan: EffectivePlan): readonly Situation[] {
  return Object.values(plan.situations).filter((situation) => situation.common)
}
