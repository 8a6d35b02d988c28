// The time lost that the record shows.

import { describe, expect, test } from 'vitest'
import { MINUTE } from '../basics/instant.ts'
import { heldMinutes, heldTime } from './held-time.ts'

describe('B10: time lost', () => {
  test('B10: whole minutes, a begun one not counted', () => {
    expect([0, MINUTE - 1, MINUTE, 12 * MINUTE + 45_000].map(heldMinutes)).toEqual([0, 0, 1, 12])
  })

  test('B10: from start to the claimed end, to now while it lasts, never less than nothing', () => {
    const end = { recordedAt: 9 * MINUTE, occurredAt: 7 * MINUTE }
    expect(heldTime({ occurredAt: 2 * MINUTE }, 5 * MINUTE)).toBe(3 * MINUTE)
    expect(heldTime({ occurredAt: 2 * MINUTE, ended: { ...end, by: { person: 'p1' } } }, 20 * MINUTE)).toBe(
      5 * MINUTE,
    )
    expect(heldTime({ occurredAt: 2 * MINUTE }, MINUTE)).toBe(0)
  })
})
