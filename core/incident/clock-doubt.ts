// When a time that a device claims cannot be right. Such a claim is accepted and flagged, never refused: the deed is a
// fact all the same. What limits make of claimed times is limits.ts.

import { HOUR, type Instant, MINUTE, startOfDay } from '../basics/instant.ts'

/** A field fact may come this late: it is as long as a post counts for what its holder saw ("Lapse is not lock"). */
const LATEST = 72 * HOUR
/** Two clocks that agree as well as this are no doubt. */
const TOLERANCE = MINUTE

/** Longer before the day on which we heard of it than a field fact can be late. */
export function isLongAgo(claimedAt: Instant, heardAt: Instant): boolean {
  return claimedAt < startOfDay(heardAt) - LATEST
}

/** An impossible time of discovery: not yet come, or long ago. */
export function isDoubtful(claimedAt: Instant, heardAt: Instant): boolean {
  return claimedAt > heardAt + TOLERANCE || isLongAgo(claimedAt, heardAt)
}
