// The year's handbook as bureaus enter it: whole or not at all, the same file twice changes nothing, a wrong line is struck.

import { describe, expect, test } from 'vitest'
import { teller } from '../basics/stream.fixture.ts'
import { COUNTY, NINE, people } from '../incident/incident.fixture.ts'
import {
  type EnteredExample,
  examplesFor,
  type HandbookCommand,
  handbookId,
  handbookStream,
} from './handbook.ts'

const example = (more: Partial<EnteredExample> = {}): EnteredExample => ({
  example: 'e1',
  document: 'manual',
  year: 2026,
  place: 'p. 12',
  scenarios: ['power-cut'],
  title: 'Power fails during the test',
  ...more,
})
const enter = (...examples: EnteredExample[]): HandbookCommand => ({
  type: 'EnterExamples',
  data: { unit: COUNTY, campaign: 'c1', examples },
})
const strike: HandbookCommand = { type: 'StrikeExample', data: { example: 'e1', reason: 'wrong page' } }
const { tell } = teller(handbookStream, {
  id: handbookId('c1', COUNTY),
  plan: undefined,
  by: people.county,
  start: NINE,
})

describe('B8: the year’s handbook', () => {
  test('B8: an example is found for its situations and no others, with who entered it', () => {
    const { state } = tell([enter(example())])
    expect(examplesFor(state, 'power-cut')).toMatchObject([
      { place: 'p. 12', title: 'Power fails during the test', entered: { person: 'cao' } },
    ])
    expect(examplesFor(state, 'fire')).toEqual([])
  })

  test('B8: the same file twice changes nothing, whatever ids it was given', () => {
    expect(tell([enter(example())], [enter(example({ example: 'e2' }))]).types).toEqual([])
  })

  test('B8: what is new in a second file is entered, the rest stays once', () => {
    const { state } = tell(
      [enter(example())],
      [enter(example({ example: 'e2' }), example({ example: 'e3', place: 'p. 13' }))],
    )
    expect(state.examples.map((one) => one.example)).toEqual(['e1', 'e3'])
  })

  test('B8: the same place twice in one file is one example', () => {
    const { state } = tell([enter(example(), example({ example: 'e2' }))])
    expect(state.examples).toHaveLength(1)
  })

  test('B8: a struck line is found no more and may be entered again', () => {
    const struck = tell([enter(example())], [strike])
    expect(examplesFor(struck.state, 'power-cut')).toEqual([])
    expect(struck.state.examples[0]?.struck?.reason).toBe('wrong page')
    const { state } = tell([enter(example())], [strike], [enter(example({ example: 'e2' }))])
    expect(examplesFor(state, 'power-cut').map((one) => one.example)).toEqual(['e2'])
  })

  test('B8: an id stands for one example, in one file and for ever, struck or not', () => {
    const other = example({ place: 'p. 40' })
    const exists = (field: string) => ({ code: 'example.exists', field })
    expect(tell([enter(example(), other)]).refused).toEqual(exists('examples.1.example'))
    expect(tell([enter(example())], [enter(other)]).refused).toEqual(exists('examples.0.example'))
    expect(tell([enter(example())], [strike], [enter(example())]).refused).toEqual(
      exists('examples.0.example'),
    )
    const known = example({ example: 'e2' })
    expect(tell([enter(known)], [enter(known, example({ place: 'p. 41', example: 'e2' }))]).refused).toEqual(
      exists('examples.1.example'),
    )
  })

  test.each(['p. 12', '第12—15页', '案例3.2（二）', 'Q 4', '2026-0012', '附件1/表2', '101、102、103', '一'])(
    'B8: %s is a place in a document',
    (place) => {
      expect(tell([enter(example({ place }))]).types).toEqual(['ExamplesEntered'])
    },
  )

  test.each([
    '199-0000-0001',
    '电话 19900000001',
    '1 9 9 0 0 0 0 0 0 0 1',
    '１９９００００',
    '第12页\n张某',
    '页'.repeat(41),
    '<b>',
  ])('B8, art. 85: %j is none: a place stands in clear for ever', (place) => {
    expect(tell([enter(example({ example: 'e0' }), example({ place }))]).refused).toEqual({
      code: 'example.place',
      field: 'examples.1.place',
    })
  })

  test('B8: what nobody entered cannot be struck; a title in blanks is refused', () => {
    expect(tell([strike]).refused?.code).toBe('example.unknown')
    expect(tell([enter(example({ title: ' ' }))]).refused).toMatchObject({ field: 'title' })
  })
})
