// The bar's clock and what the timetable says.

import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '#core/basics/instant.ts'
import { clockFigures, testDay } from './campaign-time.ts'

/** 2026-05-28 00:00 in Beijing. */
const MIDNIGHT = Date.UTC(2026, 4, 27, 16)
const text = (zh: string) => ({ zh, en: zh })
const sessions = [
  { id: 'maths', name: text('数学'), startsAt: MIDNIGHT + 13 * HOUR, endsAt: MIDNIGHT + 15 * HOUR },
  { id: 'chinese', name: text('语文'), startsAt: MIDNIGHT + 9 * HOUR, endsAt: MIDNIGHT + 11 * HOUR },
  { id: 'sport', name: text('体育'), startsAt: MIDNIGHT + 33 * HOUR, endsAt: MIDNIGHT + 35 * HOUR },
]

describe("E4: one clock, and it is the campaign's", () => {
  test('E4: figures are those of the campaign zone, whatever the device', () => {
    expect(clockFigures(MIDNIGHT + 9 * HOUR + 36 * MINUTE + 12_000, 480)).toBe('09:36:12')
    expect(clockFigures(MIDNIGHT, 480)).toBe('00:00:00')
    expect(clockFigures(MIDNIGHT - 1000, 480)).toBe('23:59:59')
  })

  test('E4: the day is counted over test days and the running session named', () => {
    const at = testDay(sessions, MIDNIGHT + 10 * HOUR, 480)
    expect([at.day, at.session?.id]).toEqual([1, 'chinese'])
    expect(testDay(sessions, MIDNIGHT + 34 * HOUR, 480).day).toBe(2)
  })

  test('E4: between sessions the next one today is named; on another day none', () => {
    expect(testDay(sessions, MIDNIGHT + 12 * HOUR, 480).next?.id).toBe('maths')
    expect(testDay(sessions, MIDNIGHT + 16 * HOUR, 480)).toEqual({ day: 1 })
    expect(testDay(sessions, MIDNIGHT - HOUR, 480)).toEqual({})
  })
})
