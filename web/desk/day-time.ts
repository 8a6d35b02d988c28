// A time of day as typed, and the moment it means in the campaign's zone. Pure: the day it is of comes as an argument.

import { DAY, type Instant, MINUTE, startOfDay } from '#core/basics/instant.ts'

/** The moment of `hh:mm` on the day of `now`, `days` later; undefined for what is not a time. */
export function momentOf(
  typed: string | undefined,
  now: Instant,
  zoneMinutes: number,
  days = 0,
): Instant | undefined {
  const match = /^(\d{2}):(\d{2})$/.exec(typed ?? '')
  if (!match) return undefined
  const minutes = Number(match[1]) * 60 + Number(match[2])
  return startOfDay(now, zoneMinutes) + days * DAY + minutes * MINUTE
}

/** `hh:mm` of a moment in the zone. */
export function typedOf(at: Instant, zoneMinutes: number): string {
  const minutes = Math.floor((at - startOfDay(at, zoneMinutes)) / MINUTE)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
