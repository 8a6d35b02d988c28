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

  test('B8: what nobody entered cannot be struck; a title in blanks is refused', () => {
    expect(tell([strike]).refused?.code).toBe('example.unknown')
    expect(tell([enter(example({ title: ' ' }))]).refused).toMatchObject({ field: 'title' })
  })
})
