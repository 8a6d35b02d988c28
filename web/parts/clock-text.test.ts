// What a running limit says, at its edges and for random times.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ClockWords, figures, readClock, timeOfDay } from './clock-text.ts'

const words: ClockWords = {
  left: (t) => `剩 ${t}`,
  by: (t) => `${t} 前`,
  soon: '，快到了',
  late: (t) => `超时 ${t}`,
  wasDue: (t) => `应 ${t} 答`,
  sameDay: '当日',
  atOnce: '马上',
  hours: (h, m) => `${h} 小时 ${m} 分`,
  days: (d, h) => `${d} 天 ${h} 小时`,
  onDay: (month, day, t) => `${month}月${day}日 ${t}`,
}
const at = (text: string) => Date.parse(`${text}+08:00`)
const SECOND = 1000
const due = at('2026-05-28T10:14:00')
const read = (now: number, more: { sameDay?: boolean } = {}) => readClock({ dueAt: due, now, words, ...more })

describe('A4: a limit is a clock that runs, with the absolute time beside it', () => {
  test.each([
    ['2026-05-28T09:26:25', 'left', '剩 47:35', '10:14 前'],
    ['2026-05-28T08:14:01', 'left', '剩 1:59:59', '10:14 前'],
    ['2026-05-28T08:14:00', 'left', '剩 2 小时 0 分', '10:14 前'],
    ['2026-05-26T07:14:00', 'left', '剩 2 天 3 小时', '5月28日 10:14 前'],
    ['2026-05-28T10:09:00', 'left', '剩 05:00', '10:14 前'],
    ['2026-05-28T10:09:01', 'soon', '剩 04:59', '10:14 前，快到了'],
    ['2026-05-28T10:13:59.999', 'soon', '剩 00:01', '10:14 前，快到了'],
    ['2026-05-28T10:14:00', 'late', '超时 00:00', '应 10:14 答'],
    ['2026-05-28T10:16:10', 'late', '超时 02:10', '应 10:14 答'],
    ['2026-05-28T12:24:00', 'late', '超时 2 小时 10 分', '应 10:14 答'],
    ['2026-05-29T11:14:00', 'late', '超时 1 天 1 小时', '应 5月28日 10:14 答'],
  ])('A4: at %s it is %s: %s, %s', (now, state, main, beside) => {
    expect(read(at(now))).toEqual({ state, main, beside })
  })

  test('A4: a limit "within the day" says so and ends at 24:00, then runs as a clock in its last two hours', () => {
    const midnight = at('2026-05-29T00:00:00')
    const sameDay = (now: string) => readClock({ dueAt: midnight, now: at(now), words, sameDay: true })
    expect(sameDay('2026-05-28T09:00:00')).toEqual({ state: 'sameDay', main: '当日', beside: '24:00 前' })
    expect(sameDay('2026-05-28T22:00:00').main).toBe('当日')
    expect(sameDay('2026-05-28T22:00:01').main).toBe('剩 1:59:59')
    expect(sameDay('2026-05-29T00:00:00')).toEqual({
      state: 'late',
      main: '超时 00:00',
      beside: '应 5月28日 24:00 答',
    })
  })

  test('A4: the campaign zone decides the time shown, whatever the device thinks', () => {
    expect(timeOfDay(due, due, 'Asia/Urumqi', words)).toBe('08:14')
    expect(timeOfDay(due, due, 'Asia/Shanghai', words)).toBe('10:14')
  })

  test('A4: the same hour of another year is another day', () => {
    expect(timeOfDay(due, at('2025-05-28T10:14:00'), 'Asia/Shanghai', words)).toBe('5月28日 10:14')
  })

  test('A4: “at once” counts nothing down, and is late when its time is over', () => {
    const read = (now: string) => readClock({ dueAt: due, now: at(now), words, atOnce: true })
    expect(read('2026-05-28T10:09:03')).toEqual({ state: 'atOnce', main: '马上', beside: '10:14 前' })
    expect(read('2026-05-28T10:14:01')).toMatchObject({ state: 'late', main: '超时 00:01' })
  })
})

describe('A4: for any two instants', () => {
  const instant = fc.integer({ min: at('2026-01-01T00:00:00'), max: at('2027-01-01T00:00:00') })

  test('A4: late exactly from the instant it is due', () => {
    fc.assert(
      fc.property(instant, instant, fc.boolean(), (dueAt, now, sameDay) => {
        expect(readClock({ dueAt, now, words, sameDay }).state === 'late').toBe(now >= dueAt)
      }),
    )
  })

  test('A4: while anything is left the figures never read 00:00, and within a second the sign moves by one step at most', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 7200 * SECOND }), (dueAt, left) => {
        const main = readClock({ dueAt, now: dueAt - left, words }).main
        expect(main).not.toBe('剩 00:00')
        expect(main).toBe(`剩 ${figures(Math.ceil(left / SECOND), words)}`)
      }),
    )
  })

  test('A4: figures under two hours can be read back to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7199 }), (seconds) => {
        const parts = figures(seconds, words).split(':').map(Number)
        expect(parts.reduce((sum, part) => sum * 60 + part, 0)).toBe(seconds)
      }),
    )
  })
})
