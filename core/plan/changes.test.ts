// What changed between two plans is found where it changed, said with what it was and is, and nothing else is said to have changed.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PLAN_PARTS, planChanges } from './changes.ts'
import { compile } from './compile.ts'
import type { EffectivePlan } from './effective.ts'
import type { Layer } from './layer.ts'
import {
  lengthDigest,
  smallCounty,
  smallLimit,
  smallNation,
  smallPlan,
  smallSchool,
  smallSituation,
} from './small-plan.fixture.ts'

function planOf(county: Layer): EffectivePlan {
  const result = compile([smallNation, county, smallSchool], lengthDigest)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.plan
}

describe('G1: what changed between two versions', () => {
  test('G1: a plan beside itself has no changes', () => {
    expect(planChanges(smallPlan(), smallPlan())).toEqual([])
  })

  test('G1: a new clause is told by its place and its words, a layer by its title', () => {
    const text = { zh: '电话表另发。', en: 'Phones are sent apart.' }
    const clause = { source: { document: '县预案', at: '四' }, status: 'official' as const, text }
    const after = planOf({
      ...smallCounty,
      version: '2.1',
      clauses: [...smallCounty.clauses, { id: 'c.phones', ...clause }],
    })
    const place = { zh: '县预案 四', en: '县预案 四' }
    expect(planChanges(smallPlan(), after)).toMatchObject([
      { part: 'clauses', id: 'c.phones', kind: 'added', name: place, text, fields: [] },
      {
        part: 'other',
        kind: 'changed',
        name: smallCounty.title,
        fields: [{ field: 'version', after: '2.1' }],
      },
    ])
  })

  test('G1: a shortened limit is named with its minutes before and after', () => {
    const after = planOf({ ...smallCounty, version: '2.1', limits: [{ ...smallLimit, minutes: 5 }] })
    expect(planChanges(smallPlan(), after)).toEqual([
      {
        part: 'limits',
        id: 'acknowledge',
        kind: 'changed',
        name: smallLimit.name,
        clause: 'n.limit',
        fields: [{ field: 'minutes', before: '10', after: '5' }],
      },
      {
        part: 'other',
        id: 'layer.county',
        kind: 'changed',
        name: smallCounty.title,
        fields: [{ field: 'version', before: '2', after: '2.1' }],
      },
    ])
  })

  test('G1: a situation that is new is added, seen from the other side it is removed', () => {
    const flood = { ...smallSituation, id: 'flood', name: { zh: '水', en: 'flood' } }
    const after = planOf({ ...smallCounty, version: '2.1', situations: [flood] })
    const added = planChanges(smallPlan(), after).find((one) => one.part === 'situations')
    expect(added).toMatchObject({ id: 'flood', kind: 'added', name: { en: 'flood' }, fields: [] })
    const removed = planChanges(after, smallPlan()).find((one) => one.part === 'situations')
    expect(removed).toMatchObject({ id: 'flood', kind: 'removed' })
  })

  test('G1: a step of a situation is found by its id, not by where it stands', () => {
    const [first, ...rest] = smallSituation.steps
    if (!first) throw new Error('the small situation has no steps')
    const words = { zh: '改了', en: 'changed' }
    const after = planOf({
      ...smallCounty,
      version: '2.1',
      situations: [{ ...smallSituation, steps: [...rest, { ...first, text: words }] }],
    })
    const change = planChanges(smallPlan(), after).find((one) => one.part === 'situations')
    const fields = change?.fields.map((one) => one.field) ?? []
    expect(fields).toContain(`steps.${first.id}.text.en`)
    expect(fields.filter((field) => field.startsWith('steps.') && !field.includes(first.id))).toEqual([])
  })

  test('G1: whatever minutes a limit is given, the change is said both ways round alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (minutes) => {
        const after = planOf({ ...smallCounty, version: '2.1', limits: [{ ...smallLimit, minutes }] })
        const there = planChanges(smallPlan(), after)
        const back = planChanges(after, smallPlan())
        expect(back.map(({ part, id }) => [part, id])).toEqual(there.map(({ part, id }) => [part, id]))
        const order = there.map(({ part }) => PLAN_PARTS.indexOf(part))
        expect(order).toEqual([...order].sort((a, b) => a - b))
      }),
    )
  })
})
