// Times in words: the clocks of limits and the campaign's calendar, in the chosen language and the campaign's zone.

import { useMemo } from 'react'
import { DAY, type Instant, MINUTE } from '#core/basics/instant.ts'
import { say } from '#core/words/say.ts'
import { shellWords } from '#core/words/shell.ts'
import { useLang } from './words.tsx'

/** Words around the figures of a clock, as the part `Clock` takes them. */
export interface TimeWords {
  readonly left: (figures: string) => string
  readonly by: (at: string) => string
  readonly soon: string
  readonly late: (figures: string) => string
  readonly wasDue: (at: string) => string
  readonly sameDay: string
  readonly atOnce: string
  readonly hours: (hours: number, minutes: number) => string
  readonly days: (days: number, hours: number) => string
  readonly onDay: (month: number, day: number, at: string) => string
}

export function useClockWords(): TimeWords {
  const lang = useLang()
  return useMemo(() => {
    const t = (key: keyof typeof shellWords, values = {}) => say(shellWords, key, lang, values)
    return {
      left: (figures) => t('clock.left', { figures }),
      by: (at) => t('clock.by', { at }),
      soon: t('clock.soon'),
      late: (figures) => t('clock.late', { figures }),
      wasDue: (at) => t('clock.was-due', { at }),
      sameDay: t('clock.same-day'),
      atOnce: t('clock.at-once'),
      hours: (hours, minutes) => t('clock.hours', { hours, minutes }),
      days: (days, hours) => t('clock.days', { days, hours }),
      onDay: (month, day, at) => t('clock.on-day', { month, day, at }),
    }
  }, [lang])
}

interface WallTime {
  readonly month: number
  readonly day: number
  readonly weekday: number
  /** hh:mm */
  readonly time: string
}

const two = (n: number) => String(n).padStart(2, '0')

/** The wall clock of a zone `zoneMinutes` east of UTC. */
export function wallTime(at: Instant, zoneMinutes: number): WallTime {
  const local = new Date(at + zoneMinutes * MINUTE)
  return {
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: local.getUTCDay(),
    time: `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`,
  }
}

/** `09:14`, with the day when it is not that of `now`. */
export function useTimeOfDay(zoneMinutes: number): (at: Instant, now: Instant) => string {
  const words = useClockWords()
  return (at, now) => {
    const wall = wallTime(at, zoneMinutes)
    const today = wallTime(now, zoneMinutes)
    return wall.month === today.month && wall.day === today.day
      ? wall.time
      : words.onDay(wall.month, wall.day, wall.time)
  }
}

/** `5月28日 周四` */
export function useDay(zoneMinutes: number): (at: Instant) => string {
  const lang = useLang()
  return (at) => {
    const { month, day, weekday } = wallTime(at, zoneMinutes)
    const key = `weekday.${weekday}` as keyof typeof shellWords
    return say(shellWords, 'date.day', lang, { month, day, weekday: say(shellWords, key, lang) })
  }
}

/** The zone as `Clock` wants it: a fixed offset has a name only where it is whole hours; China is Asia/Shanghai. */
export function zoneName(zoneMinutes: number): string {
  if (zoneMinutes === 480) return 'Asia/Shanghai'
  const hours = Math.round(zoneMinutes / 60)
  // The sign of Etc/GMT is turned round by POSIX.
  return hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
}

/** The latest instant not after `now` at which the zone's wall clock reads `time` (hh:mm). */
export function instantOfTime(time: string, now: Instant, zoneMinutes: number): Instant {
  const [hour, minute] = time.split(':').map(Number)
  const local = now + zoneMinutes * MINUTE
  const midnight = Math.floor(local / DAY) * DAY - zoneMinutes * MINUTE
  const at = midnight + ((hour ?? 0) * 60 + (minute ?? 0)) * MINUTE
  return at > now ? at - DAY : at
}
