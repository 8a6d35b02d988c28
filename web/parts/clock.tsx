// The sign of a running limit: time left large, absolute time small, and late in reversed ink.
// The caller passes the campaign's now and ticks it; nothing here has a timer.

import { Late } from './chip.tsx'
import { type ClockReading, readClock } from './clock-text.ts'

export interface ClockProps extends ClockReading {
  /** line: side by side · stack: two lines, right-aligned (lists, headers) */
  layout?: 'line' | 'stack' | undefined
  /** s: table · m: list · l: the incident in hand */
  size?: 's' | 'm' | 'l' | undefined
  /** What the limit is for, above it: 恢复或再请示. */
  title?: string | undefined
  /** Instead of the absolute time, for instance 等省里. */
  beside?: string | undefined
}

/** `剩 47:35` with `10:14 前`. A screen reader meets it as a timer that does not interrupt. */
export function Clock({ layout = 'line', size = 'm', title, beside, ...reading }: ClockProps) {
  const text = readClock(reading)
  return (
    <span
      className={`clock clock--${layout} clock--${size}`}
      role="timer"
      aria-live="off"
      data-state={text.state}
    >
      {title && <span className="clock__title">{title}</span>}
      {text.state === 'late' ? <Late>{text.main}</Late> : <b className="clock__main">{text.main}</b>}
      <span className="clock__beside">{beside ?? text.beside}</span>
    </span>
  )
}
