// 续报一, 续报二: numbered as people write them.

import { expect, test } from 'vitest'
import { orderWord } from './order-word.ts'

test('B6: follow-up reports are numbered in words in Chinese, in figures in English', () => {
  expect([1, 2, 10, 12, 20, 21, 100].map((nth) => orderWord(nth, 'zh-CN'))).toEqual([
    '一',
    '二',
    '十',
    '十二',
    '二十',
    '二十一',
    '100',
  ])
  expect(orderWord(3, 'en')).toBe('3')
})
