// A lower grade is proposed from below and agreed to from above (A6).

import { describe, expect, test } from 'vitest'
import { answer, ask, facts, given, handle, regrade, take } from './commands.fixture.ts'
import type { IncidentCommand } from './commands.ts'
import { type Deed, goOn, people, reportOf, type Tale, tell } from './incident.fixture.ts'
import { findGrade } from './look-up.ts'
import { openLowerings } from './lowerings.ts'

const { chief, principal, inspector, county, countyLead, patrol, province, provinceInspector, nation } =
  people
/** Level 2, which the county handles: the province has the word on a lower one. */
const reported = tell([chief, reportOf('power-cut')])
/** Level 1, which the school handles: the county has it. */
const slight = tell([chief, reportOf('upset', { stated: { interrupted: 'partly' } })])

const lower = (eventLevel: 1 | 2 | 3, responseLevel: 'I' | 'II' | 'III' | 'IV', id = 'l1'): IncidentCommand =>
  given('Regrade', { eventLevel, responseLevel, reason: 'calm again', lowering: id })
const agree = (id = 'l1', reason?: string) =>
  given('AgreeLowering', { lowering: id, ...(reason === undefined ? {} : { reason }) })
const decline = (id = 'l1', reason = 'still dark') => given('DeclineLowering', { lowering: id, reason })
const levels = (tale: Tale) => [findGrade(tale.state)?.eventLevel, findGrade(tale.state)?.responseLevel]
const proposed = goOn(reported, [county, lower(1, 'IV')])

describe('proposing', () => {
  test('A6: anyone concerned raises; lowering is a proposal to the tier above the one that handles', () => {
    expect(goOn(reported, [principal, lower(3, 'II')]).types).toEqual(['Graded'])
    expect(proposed.types).toEqual(['LoweringProposed'])
    expect(proposed.state.lowerings[0]).toMatchObject({
      fromTier: 'county',
      toTier: 'province',
      eventLevel: 1,
      reason: 'calm again',
    })
    expect(levels(proposed)).toEqual([2, 'III'])
    expect(goOn(slight, [principal, lower(1, 'IV')]).state.lowerings[0]?.toTier).toBe('county')
    expect(goOn(slight, [county, lower(1, 'IV')]).types).toEqual(['Graded'])
  })
  test('A6: without an id for the proposal it is refused, with whose word it needs', () => {
    expect(goOn(reported, [county, regrade(1, 'IV')]).refused).toEqual({
      code: 'incident.not-graded-lower',
      whoCould: ['province-office'],
    })
  })
  test('A6: a tier that took it over, or a person of it who graded, has the word; at most the province', () => {
    const taken = goOn(slight, [province, take], [county, lower(1, 'IV')])
    expect(taken.state.lowerings[0]?.toTier).toBe('province')
    const set = goOn(slight, [province, regrade(1, 'I')], [county, lower(1, 'IV')])
    expect(set.state.lowerings[0]?.toTier).toBe('province')
    const consulted = goOn(reported, [province, ask('q1')], [nation, answer('a1', 'q1')])
    expect(goOn(consulted, [province, regrade(1, 'IV')]).types).toEqual(['Graded'])
  })
  test('C4: a post beside the line proposes, whatever its tier, and its raise binds no tier', () => {
    expect(goOn(reported, [provinceInspector, lower(1, 'IV')]).types).toEqual(['LoweringProposed'])
    const raised = goOn(slight, [provinceInspector, regrade(1, 'I')])
    expect(goOn(raised, [county, regrade(1, 'II')]).types).toEqual(['Graded'])
  })
  test('A6: one proposal of a tier is open at a time; the same one again changes nothing', () => {
    expect(goOn(proposed, [county, lower(1, 'IV')])).toMatchObject({ types: [], refused: undefined })
    expect(goOn(proposed, [countyLead, lower(2, 'IV', 'l2')]).refused).toEqual({
      code: 'lowering.exists',
      whoCould: ['province-office'],
    })
    expect(goOn(proposed, [principal, lower(1, 'IV', 'l2')]).types).toEqual(['LoweringProposed'])
    const settled = goOn(proposed, [province, decline()])
    expect(goOn(settled, [county, lower(1, 'IV', 'l3')]).types).toEqual(['LoweringProposed'])
  })
})

describe('agreeing and declining', () => {
  test('A6: agreed, it is a grade that names the proposal; all three stay on record', () => {
    const agreed = goOn(proposed, [province, agree('l1', 'confirmed by telephone'), 4])
    expect(agreed.types).toEqual(['Graded'])
    expect(levels(agreed)).toEqual([1, 'IV'])
    expect(findGrade(agreed.state)).toMatchObject({ lowering: 'l1', reason: 'confirmed by telephone' })
    expect(agreed.state.lowerings[0]?.agreed?.by).toBe(province)
    expect(agreed.state.grades).toHaveLength(2)
    expect(goOn(agreed, [province, agree()])).toMatchObject({ types: [], refused: undefined })
  })
  const refusedTo = (by: Deed[0], command: IncidentCommand) => goOn(proposed, [by, command]).refused
  test('A6: by the tier it goes to or above, never by its proposer, never by a post beside the line', () => {
    const code = { code: 'not-allowed', whoCould: ['province-office'] }
    expect(refusedTo(countyLead, agree())).toEqual(code)
    expect(refusedTo(inspector, decline())).toEqual(code)
    expect(refusedTo(patrol, agree())).toEqual(code)
    expect(refusedTo(provinceInspector, agree())).toEqual(code)
    expect(refusedTo({ ...province, person: county.person }, agree())).toEqual(code)
  })
  test('A6: declined with a reason, the grade stays and the proposal is settled', () => {
    const declined = goOn(proposed, [province, decline()])
    expect(declined.types).toEqual(['LoweringDeclined'])
    expect(declined.state.lowerings[0]?.declined?.reason).toBe('still dark')
    expect(goOn(declined, [province, agree()]).refused?.code).toBe('lowering.settled')
    expect(goOn(declined, [province, decline()])).toMatchObject({ types: [], refused: undefined })
    expect(goOn(proposed, [province, decline('l1', ' ')]).refused?.field).toBe('reason')
    expect(goOn(proposed, [province, agree('l9')]).refused?.code).toBe('lowering.unknown')
  })
  test('A6: a grade set since, by the plan or a person, has overtaken it', () => {
    const graver = goOn(proposed, [chief, facts({ interrupted: 'fully' })])
    expect(openLowerings(graver.state)).toEqual([])
    expect(goOn(graver, [province, agree()]).refused?.code).toBe('lowering.settled')
    expect(goOn(graver, [province, decline()]).refused?.code).toBe('lowering.settled')
    const confirmed = goOn(proposed, [province, regrade(2, 'III')])
    expect(goOn(confirmed, [province, agree()]).refused?.code).toBe('lowering.settled')
    expect(goOn(graver, [county, lower(1, 'IV', 'l2')]).types).toEqual(['LoweringProposed'])
  })
  test('A6: up on one scale and down on the other, agreed to after it was dealt with, opens it again', () => {
    const handled = goOn(reported, [county, handle()], [county, lower(3, 'IV')], [province, agree()])
    expect(handled.types).toEqual(['Graded', 'Reopened'])
    expect(handled.state.status).toBe('open')
  })
})
