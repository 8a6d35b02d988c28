// Times of day as frightened people type them.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { typedTime } from './typed-time.ts'

describe('E2: a time of day is read however it is typed', () => {
  test.each([
    ['914', '09:14'],
    ['0914', '09:14'],
    ['9:14', '09:14'],
    ['9：14', '09:14'],
    ['9点14分', '09:14'],
    ['９：１４', '09:14'],
    ['9.05', '09:05'],
    [' 23:59 ', '23:59'],
    ['9:5', '09:05'],
    ['0:00', '00:00'],
  ])('E2: %s is %s', (typed, time) => {
    expect(typedTime(typed)).toBe(time)
  })

  test.each(['', '9', '14', '2460', '24:00', '9:60', '09:145', '上午九点', '-914'])(
    'E2: %j is not a time',
    (typed) => {
      expect(typedTime(typed)).toBeUndefined()
    },
  )

  test('E2: what it gives, it reads again as the same', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const time = typedTime(typed)
        if (time !== undefined) expect(typedTime(time)).toBe(time)
      }),
    )
  })
})
