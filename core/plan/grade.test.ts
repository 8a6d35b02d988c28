// How a grade comes about, on the small plan. The built-in plans' own clauses are proved in server/plan.

import { describe, expect, test } from 'vitest'
import type { StatedFacts } from './facts.ts'
import { completeFacts, grade, UnknownSituation } from './grade.ts'
import { smallPlan } from './small-plan.fixture.ts'

const plan = smallPlan()
const graded = (stated: StatedFacts) => grade(plan, 'power-cut', stated)
const calm: StatedFacts = { interrupted: 'no' }

describe('A6: a grade is explained', () => {
  test('A6: what was not said takes the default of the situation, else the least', () => {
    const facts = completeFacts(plan, 'power-cut', { schools: 2 })
    expect(facts).toMatchObject({ reach: 'room', interrupted: 'partly', schools: 2, 'impact.order': 'none' })
  })

  test('A6: the clause of the resulting level comes first, lighter ones after it', () => {
    const { eventLevel, responseLevel, reasons } = graded({ 'impact.order': 'serious' })
    expect([eventLevel, responseLevel]).toEqual([3, 'II'])
    expect(reasons.map(({ clause, scale, level }) => [clause, scale, level])).toEqual([
      ['c.level3', 'event', 3],
      ['c.level2', 'event', 2],
      ['s.harm', 'response', 'II'],
      ['s.small', 'response', 'IV'],
    ])
  })

  test('A1 A3: when nothing graver matches, level 1 and the situation have their own clause as reason', () => {
    const { eventLevel, responseLevel, reasons } = graded(calm)
    expect([eventLevel, responseLevel]).toEqual([1, 'IV'])
    expect(reasons.map((reason) => reason.clause)).toEqual(['c.level1', 's.small'])
    expect(reasons[0]?.because).toEqual(plan.clauses['c.level1']?.text)
  })

  test('A1: a floor raises the event level whatever else is said', () => {
    expect(graded({ ...calm, copies: 5 })).toMatchObject({
      eventLevel: 2,
      reasons: [{ clause: 'c.many', facts: ['copies'] }, {}],
    })
  })

  test('A6: facts that nobody stated are named', () => {
    expect(graded({}).assumed).toEqual(['reach', 'interrupted'])
    expect(graded({ interrupted: 'no', reach: 'room' }).assumed).toEqual([])
    expect(graded({ 'impact.data': 'serious', reach: 'room', interrupted: 'no' }).assumed).toEqual([
      'impact.order',
    ])
  })

  test('A2: from the threshold on a proposal stands beside the grade, until the grade reaches it', () => {
    expect(graded({ schools: 2 }).proposals).toEqual([])
    expect(graded({ schools: 3 })).toMatchObject({
      eventLevel: 1,
      proposals: [{ clause: 'c.spread', eventLevel: 3 }],
    })
    expect(graded({ schools: 3, 'impact.data': 'serious' }).proposals).toEqual([])
  })

  test('A3: a reach that does not fit the level is asked about and raises nothing', () => {
    expect(graded({ ...calm, reach: 'school' })).toMatchObject({
      responseLevel: 'IV',
      doubts: [{ clause: 's.reach', fact: 'reach' }],
    })
    expect(graded({ interrupted: 'fully', reach: 'school' }).doubts).toEqual([])
  })

  test('A6: what would change it: every other choice, and of numbers the nearest', () => {
    const changes = graded({ ...calm, reach: 'room' }).wouldChange
    expect(changes).toEqual([
      { fact: 'impact.order', value: 'slight', eventLevel: 2, responseLevel: 'IV' },
      { fact: 'impact.order', value: 'serious', eventLevel: 3, responseLevel: 'IV' },
      { fact: 'impact.data', value: 'serious', eventLevel: 3, responseLevel: 'IV' },
      { fact: 'interrupted', value: 'partly', eventLevel: 1, responseLevel: 'II' },
      { fact: 'interrupted', value: 'fully', eventLevel: 1, responseLevel: 'I' },
      { fact: 'absentInRoom', value: 6, eventLevel: 1, responseLevel: 'III' },
      { fact: 'copies', value: 5, eventLevel: 2, responseLevel: 'IV' },
    ])
    const down = graded({ ...calm, copies: 900 }).wouldChange.filter((change) => change.fact === 'copies')
    expect(down).toEqual([{ fact: 'copies', value: 4, eventLevel: 1, responseLevel: 'IV' }])
  })

  test('a situation that the plan does not have is a bug of the caller', () => {
    expect(() => grade(plan, 'constructor', {})).toThrow(UnknownSituation)
  })
})
