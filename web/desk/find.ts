// What Ctrl-K finds: schools, incidents, people and clauses whose words hold every word that was typed. Pure.

import type { UnitPath } from '#core/basics/tier.ts'
import { findByPinyin } from '../talk/pinyin.ts'

export type FoundKind = 'incident' | 'school' | 'person' | 'clause'
export const FOUND_KINDS: readonly FoundKind[] = ['incident', 'school', 'person', 'clause']

/** One thing that can be found: what is shown, and the words it is found by. */
export interface Findable {
  readonly kind: FoundKind
  readonly id: string
  readonly title: string
  readonly text: string
  /** Further words: number, letters, other names. */
  readonly also: readonly string[]
  /** Where Enter leads; without it the thing opens in place. */
  readonly href?: string
  readonly unit?: UnitPath
}

/** Of each kind at most this many. */
const MOST = 6

/** Full width and case do not matter; spaces part words. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** Three figures are the end of a number (QH-07-003), and only all three: not the middle of a telephone number. */
const NUMBER = /^\d{3}$/

function holds(text: string, word: string): boolean {
  if (NUMBER.test(word)) return text.split(/\D+/).includes(word)
  return text.includes(word) || (/^[a-z]{2,}$/.test(word) && findByPinyin(text, word) !== undefined)
}

function rank(thing: Findable, words: readonly string[]): number | undefined {
  const title = plain(thing.title)
  const all = plain([thing.title, thing.text, ...thing.also].join('\n'))
  const first = words[0] ?? ''
  if (words.every((word) => holds(title, word))) return title.startsWith(first) ? 0 : 1
  // Long texts read like almost anything by their initials: there only what is written counts.
  return words.every((word) => holds(title, word) || written(all, word)) ? 2 : undefined
}

function written(text: string, word: string): boolean {
  return NUMBER.test(word) ? holds(text, word) : text.includes(word)
}

/** What fits, best first within each kind, kinds in their order. Nothing typed finds nothing. */
export function find(things: readonly Findable[], typed: string): readonly Findable[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const ranked = things.flatMap((thing, index) => {
    const at = rank(thing, words)
    return at === undefined ? [] : [{ thing, at, index }]
  })
  ranked.sort((a, b) => a.at - b.at || a.index - b.index)
  return FOUND_KINDS.flatMap((kind) =>
    ranked
      .filter(({ thing }) => thing.kind === kind)
      .slice(0, MOST)
      .map(({ thing }) => thing),
  )
}

/** The next choice with the arrows; the list is a ring. */
export function moveChoice(at: number, by: 1 | -1, length: number): number {
  return length === 0 ? -1 : (at + by + length) % length
}
