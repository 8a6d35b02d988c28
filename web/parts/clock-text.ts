// What a running limit says: the state, the figures and the absolute time. Pure: the time now is an argument.
// The words around the figures come from the caller; the sign itself is drawn by clock.tsx.

/** Words around the figures. All are functions so that each language keeps its own order. */
export interface ClockWords {
  /** "剩 47:35" / "47:35 left" */
  left: (figures: string) => string
  /** "10:14 前" / "by 10:14" */
  by: (at: string) => string
  /** Added behind `by` under five minutes, with its comma: "，快到了" / ", nearly due". */
  soon: string
  /** "超时 02:10" / "02:10 late" */
  late: (figures: string) => string
  /** "应 09:34 答" / "was due 09:34" */
  wasDue: (at: string) => string
  /** "当日" / "today": a limit that ends with the day. */
  sameDay: string
  /** "马上" / "at once": a limit of no time at all, until it is late. */
  atOnce: string
  /** Two hours and more: "3 小时 13 分". */
  hours: (hours: number, minutes: number) => string
  /** A day and more: "2 天 3 小时". */
  days: (days: number, hours: number) => string
  /** Another day's time: "5月29日 10:14". */
  onDay: (month: number, day: number, at: string) => string
}

export type ClockState = 'left' | 'soon' | 'late' | 'sameDay' | 'atOnce'

export interface ClockText {
  state: ClockState
  /** The large line: "剩 47:35", "超时 02:10", "当日". */
  main: string
  /** The small line: "10:14 前", "09:41 前，快到了", "应 09:34 答". */
  beside: string
}

const SECOND = 1000
const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Above this, seconds only distract. */
const SECONDS_UNDER = 2 * HOUR
const SOON_UNDER = 5 * MINUTE

const two = (n: number) => String(n).padStart(2, '0')

/**
 * A length of time in figures: `mm:ss` under an hour, `h:mm:ss` under two, then hours or days in words,
 * because `3:13` could be read as minutes.
 * @param seconds whole seconds, 0 or more
 */
export function figures(seconds: number, words: Pick<ClockWords, 'hours' | 'days'>): string {
  const whole = Math.max(0, Math.floor(seconds))
  const h = Math.floor(whole / HOUR)
  const m = Math.floor((whole % HOUR) / MINUTE)
  const s = whole % MINUTE
  if (whole < HOUR) return `${two(m)}:${two(s)}`
  if (whole < SECONDS_UNDER) return `${h}:${two(m)}:${two(s)}`
  if (whole < DAY) return words.hours(h, m)
  return words.days(Math.floor(whole / DAY), Math.floor((whole % DAY) / HOUR))
}

interface WallTime {
  year: number
  month: number
  day: number
  hour: number
  minute: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

function wallTime(at: number, zone: string): WallTime {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
    formats.set(zone, format)
  }
  const out: WallTime = { year: 0, month: 0, day: 0, hour: 0, minute: 0 }
  for (const { type, value } of format.formatToParts(at)) {
    if (type === 'year' || type === 'month' || type === 'day' || type === 'hour' || type === 'minute') {
      out[type] = Number(value)
    }
  }
  return out
}

/**
 * `10:14` in the campaign's zone, with the day when it is not today's. Midnight is the end of the day before
 * (`24:00`), as a limit "within the day" is written.
 * @param at instant in ms
 * @param now instant in ms
 */
export function timeOfDay(at: number, now: number, zone: string, words: Pick<ClockWords, 'onDay'>): string {
  const due = wallTime(at, zone)
  const midnight = due.hour === 0 && due.minute === 0
  const day = midnight ? wallTime(at - SECOND, zone) : due
  const today = wallTime(now, zone)
  const figure = midnight ? '24:00' : `${two(due.hour)}:${two(due.minute)}`
  const same = day.year === today.year && day.month === today.month && day.day === today.day
  return same ? figure : words.onDay(day.month, day.day, figure)
}

export interface ClockReading {
  /** When it must be done, ms. */
  dueAt: number
  /** Campaign now, ms. */
  now: number
  words: ClockWords
  /** The limit is "within the day": says so until two hours are left. */
  sameDay?: boolean | undefined
  /** The limit is "at once": says so, and no figures that would invite to wait. */
  atOnce?: boolean | undefined
  /** Campaign time zone; Asia/Shanghai unless told. */
  zone?: string | undefined
}

/** What a limit says now. At the very instant it is due it is late by 00:00. Never fails. */
export function readClock({
  dueAt,
  now,
  words,
  sameDay = false,
  atOnce = false,
  zone = 'Asia/Shanghai',
}: ClockReading): ClockText {
  const at = timeOfDay(dueAt, now, zone, words)
  if (now >= dueAt) {
    const seconds = Math.floor((now - dueAt) / SECOND)
    return { state: 'late', main: words.late(figures(seconds, words)), beside: words.wasDue(at) }
  }
  if (atOnce) return { state: 'atOnce', main: words.atOnce, beside: words.by(at) }
  // Rounded up: while anything is left, the figures never read 00:00.
  const seconds = Math.ceil((dueAt - now) / SECOND)
  if (sameDay && seconds >= SECONDS_UNDER)
    return { state: 'sameDay', main: words.sameDay, beside: words.by(at) }
  const soon = seconds < SOON_UNDER
  return {
    state: soon ? 'soon' : 'left',
    main: words.left(figures(seconds, words)),
    beside: soon ? `${words.by(at)}${words.soon}` : words.by(at),
  }
}
