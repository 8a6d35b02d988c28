// A plan pinned by an older version still grades, tells and decides: nothing the format gained is missing in it.

import { expect, test } from 'vitest'
import { goOn, people, plan, reportOf, tellUnder } from '../incident/incident.fixture.ts'
import type { EffectivePlan } from './effective.ts'
import { fromStore } from './stored.ts'

/** The plan as the first version of Huce had pinned it. */
function old(): EffectivePlan {
  const { commanders, jointDecisions, orders, references, parallel, issuing, opinion, ...first } = plan
  expect([commanders, jointDecisions, orders, references, parallel].every(Array.isArray)).toBe(true)
  return first as EffectivePlan
}

test('G1: under a plan that an older version pinned, everything can still be reported, asked, started and decided', () => {
  const under = fromStore(old())
  const tale = goOn(
    tellUnder(under, [people.chief, reportOf('power-cut')]),
    [people.principal, { type: 'StartResponse', data: { expectedMinutes: 30, measures: 'candles' } }],
    [
      people.principal,
      {
        type: 'ChangeResponse',
        data: { responseLevel: 'II', expectedMinutes: 40, measures: 'more', reason: 'dark' },
      },
    ],
    [people.principal, { type: 'EndResponse', data: { reason: 'light' } }],
    [people.principal, { type: 'Ask', data: { ask: 'q1', question: 'wait?' } }],
    [people.chief, { type: 'RaiseTo', data: { tier: 'county', words: 'beyond us' } }],
  )
  expect(tale.refused).toBeUndefined()
  const joint = goOn(tale, [
    people.chief,
    { type: 'ProposeJoint', data: { decision: 'd1', kind: 'on-the-spot', words: 'go on' } },
  ])
  expect(joint.refused?.code).toBe('joint.unknown')
})

test('G1: what is there already is not touched, and the hash stays', () => {
  expect(fromStore(plan)).toEqual(plan)
  expect(fromStore(old()).hash).toBe(plan.hash)
})
