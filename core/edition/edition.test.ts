// A unit's own plan in editions: issued, put in force, sent to units that confirm reading it.

import { describe, expect, test } from 'vitest'
import { teller } from '../basics/stream.fixture.ts'
import { COUNTY, NATION, NINE, people, plan, SCHOOL } from '../incident/incident.fixture.ts'
import { receiptId } from '../receipt/receipt.ts'
import { type EditionCommand, type EditionData, editionStream, editionsId, editionThing } from './edition.ts'

const id = editionsId('c1', COUNTY)
const issue = (more: Partial<EditionData> = {}): EditionCommand => ({
  type: 'IssueEdition',
  data: {
    unit: COUNTY,
    campaign: 'c1',
    layer: 'l1',
    version: '2026.1',
    issuedOn: '2026-05-01',
    plans: [
      { unit: COUNTY, plan: 'p1' },
      { unit: SCHOOL, plan: 'p2' },
    ],
    to: [SCHOOL],
    ...more,
  },
})
const { tell } = teller(editionStream, { id, plan, by: people.county, start: NINE })

describe('G1: editions of a plan', () => {
  test('G1: an edition puts its plans in force and asks every addressed unit to confirm reading it', () => {
    const { reactions, state } = tell([issue()])
    expect(reactions.map(({ kind, type, stream }) => [kind, type, stream])).toEqual([
      ['campaign', 'PutPlanInForce', 'c1'],
      ['campaign', 'PutPlanInForce', 'c1'],
      ['receipt', 'Address', receiptId(editionThing(id, 1), SCHOOL)],
    ])
    expect(state.issued).toMatchObject([{ edition: 1, version: '2026.1', by: { person: 'cao' } }])
    expect(editionStream.pinned(state)).toBe('p1')
  })

  test('G1: two editions are never called the same', () => {
    expect(tell([issue()], [issue()]).refused).toMatchObject({ code: 'edition.exists', field: 'version' })
  })

  test('G1: an edition is not issued with a date before the last one’s', () => {
    const older = issue({ version: '2026.2', issuedOn: '2026-04-30' })
    expect(tell([issue()], [older]).refused).toMatchObject({ code: 'edition.not-newer', field: 'issuedOn' })
    const sameDay = issue({ version: '2026.2' })
    expect(tell([issue()], [sameDay]).state.issued.map((one) => one.edition)).toEqual([1, 2])
  })

  test('G1: an edition without a plan for its own unit is refused', () => {
    expect(tell([issue({ plans: [{ unit: SCHOOL, plan: 'p2' }] })]).refused?.field).toBe('plans')
  })

  test('G1: a unit named twice is refused, so that no second plan comes into force behind the one that was compared', () => {
    const twice = issue({
      plans: [
        { unit: COUNTY, plan: 'p1' },
        { unit: SCHOOL, plan: 'p2' },
        { unit: COUNTY, plan: 'foreign' },
      ],
    })
    expect(tell([twice]).refused).toMatchObject({ code: 'plan.unknown', field: 'plans' })
  })

  test('G1: the desk of the tier above hears of every edition, also of one that was sent to nobody', () => {
    expect(tell([issue({ to: [] })]).told).toEqual(['province-office/holder'])
    const ofSchool = { unit: SCHOOL, plans: [{ unit: SCHOOL, plan: 'p2' }] }
    expect(tell([issue({ to: [], ...ofSchool })]).told).toEqual(['county-office/holder'])
    expect(tell([issue({ unit: NATION, plans: [{ unit: NATION, plan: 'p0' }] })]).told).toEqual([])
  })
})
