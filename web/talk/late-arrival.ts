// When a line of an incident's story arrived late (E3): noted without a network, or forgotten in a pocket.
// One threshold for phone and desk; how it is said is each screen's.

import { MINUTE } from '#core/basics/instant.ts'
import type { Entry } from '#core/incident/state.ts'

/** Recorded this much after it happened, it is worth saying. */
const LATE_ARRIVAL = MINUTE

/** Whole minutes between what happened and its record; undefined while that is not worth a word. */
export function minutesLate(entry: Pick<Entry, 'occurredAt' | 'recordedAt'>): number | undefined {
  const late = entry.recordedAt - entry.occurredAt
  return late >= LATE_ARRIVAL ? Math.floor(late / MINUTE) : undefined
}
