// What an incident sets off elsewhere: the looks at likeness with the report, and what becomes known of a matter reported twice.

import { describe, expect, test } from 'vitest'
import { spreadId, twiceId } from '../alike/alike-ids.ts'
import { COUNTY, goOn, people, plan, reportOf, SCHOOL, type Tale, tell } from './incident.fixture.ts'
import { obligations } from './obligations.ts'
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
  const thePlan = { person: 'plan' }
  const join = { type: 'Join', data: { incident: 'first', as: 'same' } } as const
  const second = tell([people.chief, reportOf('power-cut', { stated: { 'casualties.injured': 2 } })])

  test('A2: what the second report stated is told to the first when they are joined', () => {
    expect(setOff(goOn(second, [thePlan, join]))).toEqual([
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
    expect(setOff(goOn(second, [thePlan, join], [people.chief, fact]))).toMatchObject([
      { stream: 'first', data: { stated: { interrupted: 'fully' } } },
    ])
    const spread = { type: 'Join', data: { incident: 'county-1', as: 'spread' } } as const
    expect(setOff(goOn(second, [thePlan, spread], [people.chief, fact]))).toEqual([])
  })

  test('A2: only what is graver counts at the first: a lighter word of the second takes nothing back', () => {
    const first = tell([people.chief, reportOf('power-cut', { stated: { interrupted: 'fully', copies: 3 } })])
    const told = goOn(first, [
      thePlan,
      { type: 'StateFacts', data: { stated: { interrupted: 'partly', copies: 5 }, graver: true } },
    ])
    expect(told.state.stated).toMatchObject({ interrupted: 'fully', copies: 5 })
    const nothing = goOn(first, [
      thePlan,
      { type: 'StateFacts', data: { stated: { interrupted: 'no' }, graver: true } },
    ])
    expect(nothing.types).toEqual([])
  })
})

describe('what a county answers on the incident of a spread', () => {
  const thePlan = { person: 'plan' }
  const took = {
    type: 'TakeIn',
    data: {
      incident: 'i-1',
      as: 'spread',
      unit: SCHOOL,
      discoveredAt: 0,
      reportedAt: 0,
      knownAt: 0,
    },
  } as const
  const joined = goOn(tell([people.county, reportOf('power-cut', { unit: COUNTY })]), [thePlan, took])
  const word = { type: 'Answer', data: { answer: 'a1', instruction: 'wait until two' } } as const

  test('A2 B5: reaches every member as its own answer, and those that come later', () => {
    const passed = {
      kind: 'incident',
      stream: 'i-1',
      type: 'PassOn',
      data: { answer: 'a1', fromTier: 'county', instruction: 'wait until two' },
    }
    const told = goOn(joined, [people.county, word])
    expect(setOff(told)).toEqual([passed])
    const later = goOn(told, [thePlan, { ...took, data: { ...took.data, incident: 'i-2' } }])
    expect(setOff(later)).toEqual([{ ...passed, stream: 'i-2' }])
  })

  test('A2 B5: the member has it to carry out, once', () => {
    const pass = {
      type: 'PassOn',
      data: { answer: 'a1', fromTier: 'county', instruction: 'wait until two' },
    } as const
    const member = goOn(tell([people.chief, reportOf('power-cut')]), [thePlan, pass])
    expect(member.state.answers).toMatchObject([{ toTier: 'school', instruction: 'wait until two' }])
    expect(goOn(member, [thePlan, pass]).types).toEqual([])
    expect(goOn(member, [people.principal, { type: 'Comply', data: { answer: 'a1' } }]).types).toEqual([
      'Complied',
    ])
  })

  test('A2: a member is asked about on the county’s incident, not once more by itself', () => {
    const member = tell([people.chief, reportOf('power-cut')])
    const under = goOn(member, [thePlan, { type: 'Join', data: { incident: 'c-1', as: 'spread' } }])
    expect(obligations(member.state, plan).some((one) => one.kind === 'ask')).toBe(true)
    expect(obligations(under.state, plan).some((one) => one.kind === 'ask')).toBe(false)
  })

  test('B5: a county’s own incident that leads no schools has nobody below to instruct', () => {
    const own = tell([people.county, reportOf('power-cut', { unit: COUNTY })])
    expect(goOn(own, [people.county, word]).refused?.code).toBe('not-allowed')
  })
})
