// E3: Chinese is found as it is read aloud.

import { beforeAll, expect, test } from 'vitest'
import { findByPinyin, loadReadings, syllablesOf } from './pinyin.ts'

beforeAll(loadReadings)

test('E3: initials and syllables may be mixed, the last one cut short', () => {
  expect(findByPinyin('全校停电', 'qxtd')).toEqual([0, 4])
  expect(findByPinyin('全校停电', 'xiaoti')).toEqual([1, 3])
  expect(findByPinyin('全校停电', 'xt')).toEqual([1, 3])
  expect(findByPinyin('全校停电', 'qt')).toBeUndefined()
})

test('E3: a character with two readings is found by both, one outside the table by none', () => {
  expect(syllablesOf('重')).toEqual(expect.arrayContaining(['zhong', 'chong']))
  expect(syllablesOf('7')).toEqual([])
})
