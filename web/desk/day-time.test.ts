// Times of day in the campaign's zone, and sizes of files as people say them.

import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '#core/basics/instant.ts'
import { momentOf, typedOf } from './day-time.ts'
import { sizeWords } from './file-size.ts'

const ZONE = 480
/** 23:30 of a day in Beijing, when it is still the afternoon in Greenwich. */
const LATE = Date.UTC(2026, 4, 28, 15, 30)

test('E2: a time of day is of the day of now in the campaign’s zone, or of a day after it', () => {
  expect(momentOf('23:10', LATE, ZONE)).toBe(LATE - 20 * MINUTE)
  expect(momentOf('00:30', LATE, ZONE)).toBe(LATE - 23 * HOUR)
  expect(momentOf('00:30', LATE, ZONE, 1)).toBe(LATE - 23 * HOUR + DAY)
  expect(momentOf('late', LATE, ZONE)).toBeUndefined()
  expect(momentOf(undefined, LATE, ZONE)).toBeUndefined()
})

test('E2: a moment is written as the time of day it was typed as', () => {
  expect(typedOf(LATE, ZONE)).toBe('23:30')
  expect(typedOf(momentOf('09:05', LATE, ZONE) ?? 0, ZONE)).toBe('09:05')
})

test('E2: a size is said in the unit a person would use', () => {
  expect([sizeWords(12), sizeWords(840_400), sizeWords(2_400_000)]).toEqual(['12 B', '840 KB', '2.4 MB'])
})
