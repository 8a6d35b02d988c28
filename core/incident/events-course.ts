// What can have happened in the course of handling: a response changed and ended (A7), work held and resumed (B10), what
// two posts decided together on the spot (B7, B8), steps left out with a reason. The union of all is events.ts.

import type { Happened } from '../basics/stream.ts'
import type { ResponseLevel } from '../plan/grade-types.ts'
import type { Said } from './said.ts'

/** A7: level, duration or measures of a running response changed, by whom the plan names. */
export type ResponseChanged = Happened<
  'ResponseChanged',
  { readonly responseLevel: ResponseLevel; readonly expectedMinutes: number }
> &
  Said<'measures' | 'reason'>

/** A7: the response is over; the reason is on record. */
export type ResponseEnded = Happened<'ResponseEnded', object> & Said<'reason'>

/** B10: work waits until an answer comes, in a room or in the whole unit. Begun by the plan with the report, or by a person. */
export type HoldStarted = Happened<'HoldStarted', { readonly hold: string; readonly room?: string }> &
  Said<'reason'>

/** Work goes on. The time lost is from the start to `occurredAt`. */
export type HoldEnded = Happened<'HoldEnded', { readonly hold: string }> & Said<'reason'>

/** B7, B8: one of the posts that decide together says what; it stands once every one of them has agreed. */
export type JointProposed = Happened<
  'JointProposed',
  {
    readonly decision: string
    /** Id of the joint decision in the plan. */
    readonly kind: string
  }
> &
  Said<'decision'>

/** Another of the posts agrees; `complete` when it was the last one missing. */
export type JointAgreed = Happened<'JointAgreed', { readonly decision: string; readonly complete: boolean }>
export type JointDeclined = Happened<'JointDeclined', { readonly decision: string }> & Said<'reason'>

/** Steps that were not needed or not possible, and why: not done, and no longer owed. */
export type StepsSkipped = Happened<'StepsSkipped', { readonly steps: readonly string[] }> & Said<'reason'>

export type CourseEvent =
  | ResponseChanged
  | ResponseEnded
  | HoldStarted
  | HoldEnded
  | JointProposed
  | JointAgreed
  | JointDeclined
  | StepsSkipped
