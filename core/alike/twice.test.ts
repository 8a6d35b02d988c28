// Twice the same: two reports of one school that may be one matter are proposed, joined, refused, and joined ones parted again.

import { describe, expect, test } from 'vitest'
import { MINUTE } from '../basics/instant.ts'
import { teller } from '../basics/stream.fixture.ts'
import { NINE, people, plan, SCHOOL } from '../incident/incident.fixture.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import { twiceId } from './alike-ids.ts'
import { type NotedReport, type TwiceCommand, twiceStream } from './twice.ts'

const asking: EffectivePlan = {
  ...plan,
  thresholds: { ...plan.thresholds, sameIncident: { minutes: 15, clause: 'a2' } },
}
const { tell, give } = teller(twiceStream, {
  id: twiceId('c1', SCHOOL, 'power-cut'),
  plan: asking,
  by: people.inspector,
  start: NINE,
})

const note = (incident: string, minute: number, more: Partial<NotedReport> = {}): TwiceCommand => ({
  type: 'NoteReport',
  data: {
    unit: SCHOOL,
    campaign: 'c1',
    scenario: 'power-cut',
    plan: asking.hash,
    incident,
    discoveredAt: NINE + minute * MINUTE,
    reportedAt: NINE + minute * MINUTE,
    knownAt: NINE + minute * MINUTE,
    notSameAs: [],
    ...more,
  },
})
const pair = { first: 'i-1', second: 'i-2' }
const join: TwiceCommand = { type: 'JoinTwice', data: pair }
const refuse: TwiceCommand = { type: 'RefuseTwice', data: { ...pair, reason: 'another room' } }
const part: TwiceCommand = { type: 'PartTwice', data: { ...pair, reason: 'two fuses' } }

describe('A2: the same matter reported twice', () => {
  test('A2: within the window it is proposed to the responsible inspector', () => {
    const tale = tell([note('i-1', 0)], [note('i-2', 10)])
    expect(tale.types).toEqual(['ReportNoted', 'TwiceProposed'])
    expect(tale.told).toEqual(['school-inspector/holder'])
    expect(tale.state.pairs).toMatchObject([{ ...pair, state: 'proposed' }])
  })

  test('A2: outside the window, in another room, or said to be another one, it is not', () => {
    const types = (...reports: TwiceCommand[]) => tell(...reports.map((one) => [one] as const)).types
    expect(types(note('i-1', 0), note('i-2', 16))).toEqual(['ReportNoted'])
    expect(types(note('i-1', 0, { room: 'r1' }), note('i-2', 1, { room: 'r2' }))).toEqual(['ReportNoted'])
    expect(types(note('i-1', 0), note('i-2', 1, { notSameAs: ['i-1'] }))).toEqual(['ReportNoted'])
    expect(types(note('i-1', 0, { room: 'r1' }), note('i-2', 1))).toContain('TwiceProposed')
  })

  test('A2: a flood of reports from one school asks the inspector ten times at the most, until he looks', () => {
    const flood = Array.from({ length: 60 }, (_, nth) => note(`i-${nth + 1}`, 1))
    const tale = tell([note('i-0', 0)], ...flood.map((one) => [one] as const))
    expect(tale.state.pairs).toHaveLength(10)
    expect(tale.state.reports).toHaveLength(11)
  })

  test('A2: delivered late, a report is compared by when it was discovered', () => {
    const tale = tell([note('i-1', 60)], [note('i-2', 55, { knownAt: NINE + 300 * MINUTE }), 300])
    expect(tale.types).toContain('TwiceProposed')
  })

  test('A2: the same report noted twice changes nothing', () => {
    expect(tell([note('i-1', 0)], [note('i-1', 0)]).types).toEqual([])
  })

  test('A2: joining says so to both, with the times of the second', () => {
    const { reactions } = tell([note('i-1', 5)], [note('i-2', 2)], [join])
    expect(reactions).toEqual([
      {
        kind: 'incident',
        stream: 'i-1',
        type: 'TakeIn',
        data: {
          incident: 'i-2',
          as: 'same',
          unit: SCHOOL,
          discoveredAt: NINE + 2 * MINUTE,
          reportedAt: NINE + 2 * MINUTE,
          knownAt: NINE + 2 * MINUTE,
        },
      },
      { kind: 'incident', stream: 'i-2', type: 'Join', data: { incident: 'i-1', as: 'same' } },
    ])
  })

  test('A2: joining can be undone with a reason, and done again', () => {
    const joined = tell([note('i-1', 0)], [note('i-2', 5)], [join])
    const parted = give(joined, part, 6)
    expect(parted.reactions.map(({ stream, type }) => `${stream} ${type}`)).toEqual([
      'i-1 LetGoOf',
      'i-2 Part',
    ])
    expect(give(parted, part, 7).types).toEqual([])
    expect(give(parted, join, 8).types).toEqual(['TwiceJoined'])
  })

  test('A2: refused is not asked again; what is joined is parted, not refused', () => {
    const refused = tell([note('i-1', 0)], [note('i-2', 5)], [refuse])
    expect(give(refused, refuse).types).toEqual([])
    const joined = tell([note('i-1', 0)], [note('i-2', 5)], [join])
    expect(give(joined, refuse).refused?.code).toBe('twice.joined')
    expect(tell([note('i-1', 0)], [note('i-2', 5)], [part]).refused?.code).toBe('twice.not-joined')
  })

  test('A2: no chains: what has gone into one does not go into a third, nor takes one in', () => {
    const three = tell([note('i-1', 0)], [note('i-2', 1)], [note('i-3', 2)], [join])
    const other = (first: string, second: string): TwiceCommand => ({
      type: 'JoinTwice',
      data: { first, second },
    })
    expect(give(three, other('i-3', 'i-2')).refused?.code).toBe('twice.joined-elsewhere')
    expect(give(three, other('i-2', 'i-3')).refused?.code).toBe('twice.joined-elsewhere')
    expect(give(three, other('i-3', 'i-1')).refused?.code).toBe('twice.joined-elsewhere')
    expect(give(three, other('i-1', 'i-3')).types).toEqual(['TwiceJoined'])
  })

  test('A2: reports nobody made cannot be joined', () => {
    expect(tell([note('i-1', 0)], [join]).refused?.code).toBe('twice.unknown')
  })

  test('A2: what lies hours or rooms apart, and was never proposed, cannot be joined: one of the two would be silenced', () => {
    const apart = tell([note('i-1', 0)], [note('i-2', 90)], [join])
    expect(apart.refused?.code).toBe('twice.unknown')
    const rooms = tell([note('i-1', 0, { room: 'r1' })], [note('i-2', 1, { room: 'r2' })], [join])
    expect(rooms.refused?.code).toBe('twice.unknown')
    const said = tell([note('i-1', 0)], [note('i-2', 1, { notSameAs: ['i-1'] })], [join])
    expect(said.types).toEqual(['TwiceJoined'])
  })
})
