// Which lines of the timeline may be struck through, and by whom (E2): one answer for deciding and for the screens' buttons. What has
// to be undone in another way (facts, grades, ticks, decisions) is not among them.

import type { Doer } from '../basics/stream.ts'
import { isAtOrAbove } from '../basics/tier.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import type { IncidentEvent } from './events.ts'
import { findPost, findTier, isHead } from './look-up.ts'
import type { Entry } from './state.ts'

/** Kinds of lines that undo nothing wrongly when they count no more. */
export const STRIKABLE = [
  'MeasureTaken',
  'MessageSent',
  'OralReported',
  'SeriesReported',
  'OpinionSeen',
] as const satisfies readonly IncidentEvent['type'][]
export type StrikableKind = (typeof STRIKABLE)[number]

/** Is a line of this kind one that may be struck through at all? */
export function isStrikable(kind: unknown): kind is StrikableKind {
  return STRIKABLE.some((one) => one === kind)
}

/** By its author, or by whoever leads or sits at the desk of the author's tier or one above it. */
export function mayStrike(plan: EffectivePlan, by: Doer, line: Entry): boolean {
  if (line.by.person === by.person) return true
  const post = findPost(plan, by.postKind)
  const tier = findTier(by)
  const author = findTier(line.by)
  if (post === undefined || tier === undefined || author === undefined) return false
  return isHead(post) && isAtOrAbove(tier, author)
}

/** Of records that lines made, those that were not struck through: what lists and counts show. */
export function standing<One extends { readonly struck?: true }>(records: readonly One[]): readonly One[] {
  return records.filter((one) => !one.struck)
}
