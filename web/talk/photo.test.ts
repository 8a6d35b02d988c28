// E2: a photograph is made small before it is sent, and never larger.

import { expect, test } from 'vitest'
import { fitting } from './photo.ts'

test('E2: the longest side fits, the shape stays, small pictures are left as they are', () => {
  expect(fitting(4000, 3000)).toEqual({ width: 2560, height: 1920 })
  expect(fitting(3000, 4000)).toEqual({ width: 1920, height: 2560 })
  expect(fitting(800, 600)).toEqual({ width: 800, height: 600 })
  expect(fitting(5000, 1)).toEqual({ width: 2560, height: 1 })
})
