// Nothing jumps: what is new waits while somebody reads.

import { describe, expect, test } from 'vitest'
import { newcomers, sameList, settle } from './steady-list.ts'

describe('corridor: lists never jump', () => {
  test('corridor: untouched, the list follows the data', () => {
    expect(settle({ shown: ['a'], held: [] }, ['b', 'a'], false)).toEqual({ shown: ['b', 'a'], held: [] })
  })

  test('corridor: while it is read, new ones are held and counted, in their order', () => {
    const list = settle({ shown: ['a', 'b'], held: [] }, ['d', 'c', 'a', 'b'], true)
    expect(list).toEqual({ shown: ['a', 'b'], held: ['d', 'c'] })
    expect(settle(list, ['d', 'c', 'a', 'b'], false).shown).toEqual(['d', 'c', 'a', 'b'])
  })

  test('corridor: while it is read, neither a new order nor a departure moves a row', () => {
    expect(settle({ shown: ['a', 'b', 'c'], held: [] }, ['c', 'a'], true).shown).toEqual(['a', 'b', 'c'])
  })

  test('corridor: the first word of the day is never held back', () => {
    expect(settle(undefined, ['a'], true).shown).toEqual(['a'])
    expect(settle({ shown: [], held: [] }, ['a'], true)).toEqual({ shown: ['a'], held: [] })
  })

  test('corridor: only later arrivals are news', () => {
    expect(newcomers(undefined, ['a'])).toEqual([])
    expect(newcomers(new Set(['a']), ['b', 'a'])).toEqual(['b'])
  })

  test('corridor: equal lists are recognised', () => {
    expect(sameList({ shown: ['a'], held: [] }, { shown: ['a'], held: [] })).toBe(true)
    expect(sameList({ shown: ['a'], held: [] }, { shown: ['a'], held: ['b'] })).toBe(false)
    expect(sameList(undefined, { shown: [], held: [] })).toBe(false)
  })
})
