// A2: the same kind of event at several schools is noticed, proposed once, grows, and is joined under one incident of the county.

import { describe, expect, test } from 'vitest'
import { MINUTE } from '../basics/instant.ts'
import { teller } from '../basics/stream.fixture.ts'
import { COUNTY, NINE, people, plan } from '../incident/incident.fixture.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import { spreadId } from './alike-ids.ts'
import { isProposed, type SpreadCommand, schoolsOf, spreadStream } from './spread.ts'

const id = spreadId('c1', COUNTY, 'power-cut')
const watching: EffectivePlan = {
  ...plan,
  thresholds: { ...plan.thresholds, spread: { schools: 3, minutes: 30, clause: 'a2' } },
}
const { tell, give } = teller(spreadStream, { id, plan: watching, by: people.county, start: NINE })

const school = (nth: number): string => `${COUNTY}/9907${String(nth).padStart(2, '0')}`
const note = (nth: number, minute = 0, incident = `i-${nth}`): SpreadCommand => ({
  type: 'NoteSchool',
  data: {
    county: COUNTY,
    campaign: 'c1',
    scenario: 'power-cut',
    plan: watching.hash,
    incident,
    unit: school(nth),
    discoveredAt: NINE + minute * MINUTE,
    reportedAt: NINE + minute * MINUTE,
    knownAt: NINE + minute * MINUTE,
    stated: { interrupted: 'partly' },
  },
})
const noted = (...schools: number[]) =>
  schools.map((nth) => [note(nth, nth), nth] as const satisfies readonly [SpreadCommand, number])
const join: SpreadCommand = { type: 'JoinSpread', data: { incident: 'county-1', plan: 'county-plan' } }
const decline: SpreadCommand = { type: 'DeclineSpread', data: { reason: 'one feeder, back in a minute' } }

describe('A2: spread is noticed', () => {
  test('A2: two schools are nothing yet, the third makes it a proposal, told once to the county', () => {
    expect(isProposed(tell(...noted(1, 2)).state)).toBe(false)
    const third = tell(...noted(1, 2, 3))
    expect(third.types).toEqual(['SchoolNoted', 'SpreadProposed'])
    expect(third.told).toEqual(['county-office/holder'])
  })

  test('A2: sixty reports of the same cut at four schools are one proposal that grows', () => {
    let tale = tell(...noted(1, 2, 3))
    const version = tale.version
    for (let nth = 0; nth < 60; nth++) tale = give(tale, note((nth % 4) + 1, 4, `more-${nth}`), 4)
    expect(schoolsOf(tale.state)).toHaveLength(4)
    // The fourth school, and nothing for all the others.
    expect(tale.version).toBe(version + 1)
    expect(isProposed(tale.state)).toBe(true)
  })

  test('A2: outside the plan’s window it is another matter', () => {
    const later = tell(...noted(1, 2), [note(3, 40), 40])
    expect(isProposed(later.state)).toBe(false)
    expect(schoolsOf(later.state)).toEqual([school(3)])
  })

  test('A2: over midnight the window goes on', () => {
    const night = 14 * 60 + 50
    const tale = tell(
      [note(1, night), night],
      [note(2, night + 15), night + 15],
      [note(3, night + 20), night + 20],
    )
    expect(isProposed(tale.state)).toBe(true)
  })

  test('A2: a report that reaches us late counts from when we know of it', () => {
    const late = note(3, 0)
    const tale = tell(...noted(1, 2), [
      { ...late, data: { ...late.data, knownAt: NINE + 20 * MINUTE } } as SpreadCommand,
      20,
    ])
    expect(isProposed(tale.state)).toBe(true)
  })
})

describe('A2: the county decides', () => {
  test('A2: joined, one incident of the county is reported by the plan and every member stands under it', () => {
    const { reactions } = tell(...noted(1, 2, 3), [join, 5])
    expect(reactions.map(({ stream, type }) => `${stream} ${type}`)).toEqual([
      'county-1 Report',
      'county-1 TakeIn',
      'i-1 Join',
      'county-1 TakeIn',
      'i-2 Join',
      'county-1 TakeIn',
      'i-3 Join',
    ])
    expect(reactions[0]?.data).toMatchObject({
      unit: COUNTY,
      plan: 'county-plan',
      discoveredAt: NINE + MINUTE,
      stated: { schools: 3, reach: 'schools', interrupted: 'partly' },
    })
  })

  test('A2: a school that comes later joins by itself, and the county’s incident says how many there are', () => {
    const { reactions } = tell(...noted(1, 2, 3), [join, 5], [note(4, 8), 8])
    expect(reactions.map(({ stream, type }) => `${stream} ${type}`)).toEqual([
      'county-1 TakeIn',
      'i-4 Join',
      'county-1 StateFacts',
    ])
    expect(reactions[2]?.data).toEqual({ stated: { interrupted: 'partly', schools: 4 }, graver: true })
  })

  test('A2: joined twice is refused, and what is joined is not declined', () => {
    const tale = tell(...noted(1, 2, 3), [join, 5])
    expect(give(tale, join, 6).refused?.code).toBe('spread.joined')
    expect(give(tale, decline, 6).refused?.code).toBe('spread.joined')
  })

  test('A2: one school alone cannot be joined', () => {
    expect(tell(...noted(1), [join, 5]).refused?.code).toBe('spread.too-few')
  })

  test('A2: declined with a reason, it is silent until as many schools have come as made it a proposal', () => {
    const declined = tell(...noted(1, 2, 3), [decline, 4])
    expect(isProposed(declined.state)).toBe(false)
    const more = [5, 6].reduce((tale, nth) => give(tale, note(nth, nth), nth), declined)
    expect(isProposed(more.state)).toBe(false)
    const again = give(more, note(7, 7), 7)
    expect(again.types).toEqual(['SchoolNoted', 'SpreadProposed'])
    expect(isProposed(again.state)).toBe(true)
  })

  test('A2: a school taken out again keeps its own record; both sides are told to part', () => {
    const part: SpreadCommand = { type: 'PartSchool', data: { incident: 'i-2', reason: 'a fuse of its own' } }
    const tale = tell(...noted(1, 2, 3), [join, 5], [part, 6])
    expect(tale.reactions.map(({ stream, type }) => `${stream} ${type}`)).toEqual([
      'county-1 LetGoOf',
      'i-2 Part',
    ])
    expect(schoolsOf(tale.state)).toEqual([school(1), school(3)])
    expect(give(tale, part, 7).types).toEqual([])
  })

  test('A2: what waits for the county’s word goes on growing after the window', () => {
    const later = tell(...noted(1, 2, 3), [note(4, 50), 50])
    expect(isProposed(later.state)).toBe(true)
    expect(schoolsOf(later.state)).toHaveLength(4)
    expect(give(later, join, 51).types).toEqual(['SpreadJoined'])
  })

  test('A2: a school joined in an earlier spell can still be taken out of the county’s incident', () => {
    const part: SpreadCommand = { type: 'PartSchool', data: { incident: 'i-2', reason: 'a fuse of its own' } }
    const tale = tell(...noted(1, 2, 3), [join, 5], [note(9, 90), 90], [part, 91])
    expect(tale.reactions.map(({ stream, type }) => `${stream} ${type}`)).toEqual([
      'county-1 LetGoOf',
      'i-2 Part',
    ])
  })

  test('A2: the county’s incident is as grave as its gravest member, whoever spoke last', () => {
    const hurt = note(1)
    const grave = {
      ...hurt,
      data: { ...hurt.data, stated: { interrupted: 'fully', 'casualties.injured': 3 } },
    } as SpreadCommand
    const light = note(2, 1)
    const quiet = {
      ...light,
      data: { ...light.data, stated: { interrupted: 'no', 'casualties.injured': 0 } },
    } as SpreadCommand
    const { reactions } = tell([grave], [quiet, 1], [note(3, 2), 2], [join, 5])
    expect(reactions[0]?.data).toMatchObject({ stated: { interrupted: 'fully', 'casualties.injured': 3 } })
  })

  test('A2: a phone that was off for two days tells of another day', () => {
    const old = note(7, -48 * 60)
    const late = { ...old, data: { ...old.data, knownAt: NINE + 3 * MINUTE } } as SpreadCommand
    expect(tell(...noted(1, 2), [late, 3]).types).toEqual([])
    const first = tell([{ ...late }, 0], [note(1, 1), 1], [note(2, 2), 2])
    expect(schoolsOf(first.state)).toEqual([school(1), school(2)])
  })

  test('A2: a report that was a mistake counts no more; with the county’s incident the episode is over', () => {
    const forget: SpreadCommand = { type: 'ForgetSchool', data: { incident: 'i-1' } }
    const third = tell(...noted(1, 2), [forget, 2], [note(3, 3), 3])
    expect(isProposed(third.state)).toBe(false)
    const end: SpreadCommand = { type: 'EndSpread', data: { incident: 'county-1' } }
    const after = tell(...noted(1, 2, 3), [join, 5], [end, 6], [note(4, 8), 8])
    expect(after.reactions).toEqual([])
    expect(schoolsOf(after.state)).toEqual([school(4)])
  })
})
