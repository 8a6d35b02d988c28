// Which editions a person means by the plan.

import { describe, expect, test } from 'vitest'
import { namedLayers } from './effective.ts'
import { smallPlan } from './small-plan.fixture.ts'

describe('G1: the editions a plan is named by', () => {
  const kinds = (tier: Parameters<typeof namedLayers>[1]) =>
    namedLayers(smallPlan(), tier).map((layer) => layer.kind)

  test('G1: a school is told its county’s edition and its own, a county only its own', () => {
    expect(kinds('school')).toEqual(['county', 'school'])
    expect(kinds('county')).toEqual(['county'])
  })

  test('G1: where nobody below has issued one, the national layer stands for the plan', () => {
    expect(kinds('province')).toEqual(['nation'])
  })
})
