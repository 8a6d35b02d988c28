// What several posts decide together on the spot (B7, B8).

import { describe, expect, test } from 'vitest'
import { facts, given } from './commands.fixture.ts'
import { goOn, people, reportOf, tell } from './incident.fixture.ts'

const { chief, principal, patrol, county, countyLead } = people
const reported = tell([chief, reportOf('power-cut')])
const propose = (decision = 'd1', kind = 'on-the-spot', words = 'go on by daylight') =>
  given('ProposeJoint', { decision, kind, words })
const agree = (decision = 'd1') => given('AgreeJoint', { decision })
const decline = (reason = 'too dark', decision = 'd1') => given('DeclineJoint', { decision, reason })
const proposed = goOn(reported, [chief, propose()])

describe('deciding together', () => {
  test('B7: chief and patrol both confirm, and what they decided is written down', () => {
    expect(proposed.state.joint[0]).toMatchObject({ kind: 'on-the-spot', words: 'go on by daylight' })
    const stands = goOn(proposed, [patrol, agree(), 3])
    expect(stands.types).toEqual(['JointAgreed'])
    expect(stands.state.joint[0]?.agreed.map((deed) => deed.by)).toEqual([chief, patrol])
    expect(stands.state.joint[0]?.complete?.by).toBe(patrol)
    expect(goOn(stands, [patrol, agree()])).toMatchObject({ types: [], refused: undefined })
    expect(goOn(stands, [patrol, decline()]).refused?.code).toBe('joint.settled')
  })
  test('B7: only the posts that the plan names, each by a person of its own', () => {
    expect(goOn(reported, [principal, propose()]).refused).toEqual({
      code: 'joint.not-yours',
      whoCould: ['chief-invigilator', 'county-patrol'],
    })
    expect(goOn(proposed, [principal, agree()]).refused).toEqual({
      code: 'joint.not-yours',
      whoCould: ['county-patrol'],
    })
    expect(goOn(proposed, [chief, agree()])).toMatchObject({ types: [], refused: undefined })
    const otherChief = { ...chief, person: 'cui', post: 'p2' }
    expect(goOn(proposed, [otherChief, agree()]).refused?.whoCould).toEqual(['county-patrol'])
    const sameInBoth = { ...patrol, person: chief.person }
    expect(goOn(proposed, [sameInBoth, agree()]).refused?.code).toBe('joint.not-yours')
  })
  test('B7 B9: what touches the data is not decided here, and goes to the county', () => {
    const touched = goOn(reported, [chief, facts({ 'impact.data': 'slight' })])
    const refused = {
      code: 'joint.not-possible',
      values: { clause: 'joint.b7' },
      whoCould: ['county-office'],
    }
    expect(goOn(touched, [chief, propose()]).refused).toEqual(refused)
    expect(tell([chief, reportOf('network-down')], [chief, propose()]).refused).toEqual(refused)
  })
  test('B7 B9: the condition is asked again before the other one agrees', () => {
    const touched = goOn(proposed, [chief, facts({ 'impact.data': 'slight' })])
    expect(goOn(touched, [patrol, agree()]).refused?.code).toBe('joint.not-possible')
    expect(goOn(touched, [patrol, decline()]).types).toEqual(['JointDeclined'])
  })
  test('B8: the patrol decides with the head of the county group, by the tips', () => {
    const stands = goOn(reported, [patrol, propose('d2', 'by-the-tips')], [countyLead, agree('d2')])
    expect(stands.state.joint[0]?.complete?.by).toBe(countyLead)
    expect(goOn(reported, [county, propose('d2', 'by-the-tips')]).refused?.whoCould).toEqual([
      'county-patrol',
      'county-lead',
    ])
  })
  test('B7: declined with a reason it is settled; unknown, blank and repeated ones are said as such', () => {
    const declined = goOn(proposed, [patrol, decline()])
    expect(declined.state.joint[0]?.declined).toMatchObject({ by: patrol, reason: 'too dark' })
    expect(goOn(declined, [patrol, agree()]).refused?.code).toBe('joint.settled')
    expect(goOn(declined, [patrol, decline()])).toMatchObject({ types: [], refused: undefined })
    expect(goOn(proposed, [patrol, decline('')]).refused?.field).toBe('reason')
    expect(goOn(proposed, [principal, decline()]).refused?.code).toBe('joint.not-yours')
    expect(goOn(proposed, [chief, propose()])).toMatchObject({ types: [], refused: undefined })
    expect(goOn(reported, [chief, propose('d1', 'constructor')]).refused?.code).toBe('joint.unknown')
    expect(goOn(reported, [chief, propose('d1', 'on-the-spot', ' ')]).refused?.field).toBe('words')
    expect(goOn(reported, [chief, agree('d9')]).refused?.code).toBe('joint.unknown')
  })
})
