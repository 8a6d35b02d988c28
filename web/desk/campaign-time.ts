// What the campaign's clock and timetable say at a moment: figures of the clock, day of the test, session. Pure.

import { DAY, type Instant, MINUTE, startOfDay } from '#core/basics/instant.ts'
import type { Session } from '#core/who/campaign.ts'

const two = (n: number) => String(n).padStart(2, '0')

/** `09:36:12` in the campaign's zone. */
export function clockFigures(now: Instant, zoneMinutes: number): string {
  const seconds = Math.floor((((now + zoneMinutes * MINUTE) % DAY) + DAY) / 1000) % (DAY / 1000)
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

export interface TestDay {
  /** Day of the test, from 1; absent on other days. */
  readonly day?: number
  /** The session that runs. */
  readonly session?: Session
  /** The next one today, when none runs. */
  readonly next?: Session
}

/** Where `now` lies in the timetable. */
export function testDay(sessions: readonly Session[], now: Instant, zoneMinutes: number): TestDay {
  const dayOf = (at: Instant) => startOfDay(at, zoneMinutes)
  const sorted = [...sessions].sort((a, b) => a.startsAt - b.startsAt)
  const days = [...new Set(sorted.map((session) => dayOf(session.startsAt)))]
  const day = days.indexOf(dayOf(now)) + 1
  if (day === 0) return {}
  const session = sorted.find((one) => one.startsAt <= now && now < one.endsAt)
  if (session) return { day, session }
  const next = sorted.find((one) => one.startsAt > now && dayOf(one.startsAt) === dayOf(now))
  return next ? { day, next } : { day }
}
