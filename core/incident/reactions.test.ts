// What an incident sets off elsewhere: the looks at likeness with the report, and what becomes known of a matter reported twice.

import { describe, expect, test } from 'vitest'
import { spreadId, twiceId } from '../alike/alike-ids.ts'
import { COUNTY, goOn, people, reportOf, SCHOOL, type Tale, tell } from './incident.fixture.ts'
import { reactions } from './reactions.ts'

const setOff = (tale: Tale) =>
  tale.history.slice(tale.history.length - tale.types.length).flatMap((event) => reactions(event, tale.state))

describe('what a report sets off', () => {
  test('A2: a school’s report is noted for spread in the county and for reports made twice at the school', () => {
    const told = setOff(tell([people.chief, reportOf('power-cut', { room: 'r1', notSameAs: ['other'] })]))
    expect(told.map(({ stream, type }) => [stream, type])).toEqual([
      [spreadId('c1', COUNTY, 'power-cut'), 'NoteSchool'],
      [twiceId('c1', SCHOOL, 'power-cut'), 'NoteReport'],
    ])
    expect(told[1]?.data).toMatchObject({ room: 'r1', notSameAs: ['other'] })
  })

  test('A2: a confined report is not asked about at the school, a county’s own is noted nowhere', () => {
    const confined = setOff(tell([people.chief, reportOf('staff-violation')]))
    expect(confined.map(({ kind }) => kind)).toEqual(['spread'])
    expect(setOff(tell([people.county, reportOf('power-cut', { unit: COUNTY })]))).toEqual([])
  })
})

describe('one matter reported twice', () => {
  const plan = { person: 'plan' }
  const join = { type: 'Join', data: { incident: 'first', as: 'same' } } as const
  const second = tell([people.chief, reportOf('power-cut', { stated: { 'casualties.injured': 2 } })])

  test('A2: what the second report stated is told to the first when they are joined', () => {
    expect(setOff(goOn(second, [plan, join]))).toEqual([
      {
        kind: 'incident',
        stream: 'first',
        type: 'StateFacts',
        data: { stated: { 'casualties.injured': 2 }, graver: true },
      },
    ])
  })

  test('A2: what becomes known of it later as well; of a member of a spread it stays its own', () => {
    const fact = { type: 'StateFacts', data: { stated: { interrupted: 'fully' } } } as const
    expect(setOff(goOn(second, [plan, join], [people.chief, fact]))).toMatchObject([
      { stream: 'first', data: { stated: { interrupted: 'fully' } } },
    ])
    const spread = { type: 'Join', data: { incident: 'county-1', as: 'spread' } } as const
    expect(setOff(goOn(second, [plan, spread], [people.chief, fact]))).toEqual([])
  })

  test('A2: only what is graver counts at the first: a lighter word of the second takes nothing back', () => {
    const first = tell([people.chief, reportOf('power-cut', { stated: { interrupted: 'fully', copies: 3 } })])
    const told = goOn(first, [
      plan,
      { type: 'StateFacts', data: { stated: { interrupted: 'partly', copies: 5 }, graver: true } },
    ])
    expect(told.state.stated).toMatchObject({ interrupted: 'fully', copies: 5 })
    const nothing = goOn(first, [
      plan,
      { type: 'StateFacts', data: { stated: { interrupted: 'no' }, graver: true } },
    ])
    expect(nothing.types).toEqual([])
  })
})
