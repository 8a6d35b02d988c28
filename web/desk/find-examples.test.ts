// Finding and entering examples of the year's handbook.

import { describe, expect, test } from 'vitest'
import type { ExampleView } from '#core/wire/view.ts'
import { exampleOf, missingOf } from './example-draft.ts'
import { findExamples } from './find-examples.ts'

function example(id: string, more: Partial<ExampleView> = {}): ExampleView {
  return {
    handbook: 'h',
    example: id,
    unit: '00/99/990701',
    unitName: { zh: '青河县', en: 'Qinghe' },
    document: 'manual',
    year: 2026,
    place: '示例 2',
    title: '测试中断电',
    scenarios: ['power-cut'],
    enteredAt: 0,
    enteredBy: '陆知远',
    ...more,
  }
}

const any = { scenario: '', document: '', typed: '' }

describe('B8: the handbook as the bureaus entered it', () => {
  test('B8: found by situation, document and words, in any combination', () => {
    const all = [
      example('a', { handling: '备用电源' }),
      example('b', { scenarios: ['fire'] }),
      example('c', { document: 'tips' }),
    ]
    const ids = (filter: Partial<typeof any>) =>
      findExamples(all, { ...any, ...filter }).map((one) => one.example)
    expect(ids({ scenario: 'fire' })).toEqual(['b'])
    expect(ids({ document: 'tips', scenario: 'power-cut' })).toEqual(['c'])
    expect(ids({ typed: '断电 备用' })).toEqual(['a'])
    expect(ids({ typed: '火' })).toEqual([])
  })

  test('B8: struck ones stay readable, after those in force; places go by number', () => {
    const all = [
      example('ten', { place: '示例 10' }),
      example('struck', { place: '示例 1', struck: { at: 1, by: '陆知远' } }),
      example('two'),
      example('older', { year: 2025 }),
    ]
    expect(findExamples(all, any).map((one) => one.example)).toEqual(['two', 'ten', 'older', 'struck'])
  })

  test('B8: an example says document, year, place, situations and title, or what is missing', () => {
    const draft = {
      document: 'manual',
      year: 2026,
      place: ' 第 34 页 ',
      scenarios: ['power-cut', '', 'power-cut'],
      title: '断电',
      handling: ' ',
    }
    expect(missingOf(draft)).toBeUndefined()
    expect(exampleOf(draft, 'id')).toEqual({
      example: 'id',
      document: 'manual',
      year: 2026,
      place: '第 34 页',
      scenarios: ['power-cut'],
      title: '断电',
    })
    expect(missingOf({ ...draft, document: '' })).toBe('document')
    expect(missingOf({ ...draft, year: 1999 })).toBe('year')
    expect(missingOf({ ...draft, place: ' ' })).toBe('place')
    expect(missingOf({ ...draft, scenarios: [''] })).toBe('situations')
    expect(missingOf({ ...draft, title: '' })).toBe('heading')
  })
})
