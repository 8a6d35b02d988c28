// What can have been said about an incident's truth and weight: lowering proposed and declined (A6), a report verified or refuted,
// dismissed as mistaken, an entry struck through (E2), the evaluation afterwards (B4). The union of all is events.ts.

import type { Happened } from '../basics/stream.ts'
import type { Tier } from '../basics/tier.ts'
import type { EventLevel, ResponseLevel } from '../plan/grade-types.ts'
import type { Said } from './said.ts'

/** A lower grade that a tier wants and a tier above must agree to; agreed, it becomes `Graded` naming it. */
export type LoweringProposed = Happened<
  'LoweringProposed',
  {
    readonly lowering: string
    readonly eventLevel: EventLevel
    readonly responseLevel: ResponseLevel
    readonly fromTier: Tier
    /** The lowest tier that may agree. */
    readonly toTier: Tier
  }
> &
  Said<'reason'>

export type LoweringDeclined = Happened<'LoweringDeclined', { readonly lowering: string }> & Said<'reason'>

/** The receiving tier has looked into the report. Measures never wait for it; public figures do. */
export type Verified = Happened<
  'Verified',
  { readonly verdict: 'verified' | 'refuted'; readonly tier: Tier }
> &
  Said<'words'>

/** Closed as a mistake: nothing of the kind had happened. The record stays. */
export type Dismissed = Happened<'Dismissed', object> & Said<'reason'>

/** A wrong line of the timeline, struck through and still readable. */
export type EntryStruck = Happened<'EntryStruck', { readonly entry: number }> & Said<'reason'>

/** B4: what the tier that evaluates found, one text for each point of the plan, by the point's id. */
export type Evaluated = Happened<'Evaluated', { readonly tier: Tier }> & {
  readonly private?: { readonly text?: Readonly<Record<string, string>> }
}

export type JudgementEvent =
  | LoweringProposed
  | LoweringDeclined
  | Verified
  | Dismissed
  | EntryStruck
  | Evaluated
