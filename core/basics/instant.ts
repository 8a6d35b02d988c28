// Points in time and the calendar of a campaign's time zone.
// Nothing here reads a clock: `now` is always an argument.

/** Milliseconds since 1970-01-01T00:00:00Z, whole. Used in core, in the ledger's data and in the API alike. */
export type Instant = number

/** Durations are milliseconds, like instants. */
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/**
 * The campaign's time zone as a fixed offset: China keeps one zone without daylight change (Asia/Shanghai, +08:00).
 * A campaign elsewhere states its own minutes.
 */
export const BEIJING_OFFSET_MINUTES = 480

/** Midnight that ends the calendar day of `at` in the zone: the last moment of 当日 (A4). */
export function endOfDay(at: Instant, offsetMinutes: number = BEIJING_OFFSET_MINUTES): Instant {
  const local = at + offsetMinutes * MINUTE
  return Math.floor(local / DAY) * DAY + DAY - offsetMinutes * MINUTE
}

/** Midnight that begins the calendar day of `at` in the zone. */
export function startOfDay(at: Instant, offsetMinutes: number = BEIJING_OFFSET_MINUTES): Instant {
  return endOfDay(at, offsetMinutes) - DAY
}
