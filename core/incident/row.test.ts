// The line of a list: what it shows of holding, joining and verdicts.

import { describe, expect, test } from 'vitest'
import { MINUTE } from '../basics/instant.ts'
import { answer, given } from './commands.fixture.ts'
import { goOn, NINE, people, plan, reportOf, tell } from './incident.fixture.ts'
import { incidentRow } from './row.ts'

const { chief, county } = people
const BY_THE_PLAN = { person: 'plan' }

describe('the line of an incident', () => {
  const reported = tell([chief, reportOf('misprint', { room: '3' })])
  const row = (tale = reported) => incidentRow(tale.state, plan).row
  test('B10: it says since when work waits, and no more once it goes on', () => {
    expect(row().heldSince).toBe(NINE)
    expect(row().awaits[0]).toMatchObject({ kind: 'resume', about: 'report', tier: 'county' })
    const on = goOn(reported, [county, answer('a1'), 5], [chief, given('EndHold', { hold: 'report' }), 9])
    expect(row(on).heldSince).toBeUndefined()
    // Lists read from the tier whether the answer is here (phone: 答复已到).
    const resume = row(goOn(reported, [county, answer('a1'), 5])).awaits.find((one) => one.kind === 'resume')
    expect(resume?.tier).toBe('school')
    const again = goOn(on, [chief, given('StartHold', { hold: 'h2', reason: 'torn' }), 12])
    expect(row(again).heldSince).toBe(NINE + 12 * MINUTE)
  })
  test('A2: it says under what it stands, and how many stand under it', () => {
    const under = goOn(reported, [BY_THE_PLAN, given('Join', { incident: 'c1', as: 'spread' })])
    expect(row(under).under).toEqual({ incident: 'c1', as: 'spread' })
    expect(
      row(goOn(under, [BY_THE_PLAN, given('Part', { incident: 'c1', reason: 'no' })])).under,
    ).toBeUndefined()
  })
  test('B5: an answer says of which tier it is', () => {
    const answered = goOn(reported, [county, answer('a1')])
    expect(incidentRow(answered.state, plan).headlines.school).toMatchObject({
      kind: 'answer',
      from: 'county',
    })
  })
  test('the last verdict counts', () => {
    const first = goOn(reported, [county, given('Verify', { verdict: 'refuted' })])
    expect(row(first).verdict).toBe('refuted')
    expect(row(goOn(first, [county, given('Verify', { verdict: 'verified' })])).verdict).toBe('verified')
    expect(row().verdict).toBeUndefined()
  })
})
