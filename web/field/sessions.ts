// Which session of the timetable runs, comes next, or whether the day is over. Pure.

import { endOfDay, type Instant, startOfDay } from '#core/basics/instant.ts'
import type { Session } from '#core/who/campaign.ts'

export type SessionNow =
  | { readonly state: 'running'; readonly session: Session; readonly part: number }
  | { readonly state: 'next'; readonly session: Session }
  | { readonly state: 'over' }
  | { readonly state: 'none' }

export function sessionNow(sessions: readonly Session[], now: Instant, zoneMinutes: number): SessionNow {
  const running = sessions.find((session) => session.startsAt <= now && now < session.endsAt)
  if (running) {
    const part = (now - running.startsAt) / (running.endsAt - running.startsAt)
    return { state: 'running', session: running, part }
  }
  const from = startOfDay(now, zoneMinutes)
  const today = sessions.filter(
    (session) => session.startsAt >= from && session.startsAt < endOfDay(now, zoneMinutes),
  )
  const next = today.filter((session) => session.startsAt > now).sort((a, b) => a.startsAt - b.startsAt)[0]
  if (next) return { state: 'next', session: next }
  return { state: today.length > 0 ? 'over' : 'none' }
}
