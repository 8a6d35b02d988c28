// How long work was held (B10): the time lost that the record shows. When it is held and may go on is decide-hold.ts.

import { type Instant, MINUTE } from '../basics/instant.ts'
import type { HoldOnRecord } from './state.ts'

/** Milliseconds from the start of `hold` to its end as claimed, to `now` while it lasts; never less than nothing. */
export function heldTime(hold: Pick<HoldOnRecord, 'occurredAt' | 'ended'>, now: Instant): number {
  return Math.max(0, (hold.ended?.occurredAt ?? now) - hold.occurredAt)
}

/**
 * Whole minutes of `ms`, what is begun not counted: the one figure in which desk, phone and story say what was lost. Rounding up
 * would grant more extra time than was waited.
 */
export function heldMinutes(ms: number): number {
  return Math.floor(ms / MINUTE)
}
