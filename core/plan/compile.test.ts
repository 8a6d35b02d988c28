// Layers become one effective plan: versions carried, the stricter applied, the content known by its hash.

import { describe, expect, test } from 'vitest'
import { compile } from './compile.ts'
import type { EffectivePlan } from './effective.ts'
import type { Layer } from './layer.ts'
import {
  lengthDigest,
  smallCounty,
  smallLayers,
  smallLimit,
  smallNation,
  smallPlan,
  smallSchool,
  smallSituation,
} from './small-plan.fixture.ts'

function planOf(layers: readonly Layer[]): EffectivePlan {
  const result = compile(layers, lengthDigest)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.plan
}

describe('G1: a plan carries where it comes from', () => {
  test('G1: id, version, issuer and date of every layer, from the nation down whatever the order given', () => {
    const plan = planOf([...smallLayers].reverse())
    expect(plan.layers.map(({ id, kind, version, issuedOn }) => [id, kind, version, issuedOn])).toEqual([
      ['national', 'nation', '1', '2026-01-01'],
      ['county', 'county', '2', '2026-02-02'],
      ['school', 'school', '3', '2026-03-03'],
    ])
    expect(plan.clauses['c.level1']?.layer).toBe('county')
    expect(plan).toEqual(smallPlan())
  })

  test('G1: the hash is of the content: the same content the same hash, another word another hash', () => {
    let digested: unknown
    const result = compile(smallLayers, (value) => {
      digested = value
      return 'h'
    })
    expect(result).toMatchObject({ plan: { hash: 'h' } })
    expect(digested).not.toHaveProperty('hash')
    const changed = { ...smallSchool, version: '3.1' }
    expect(planOf([smallNation, smallCounty, changed]).hash).not.toBe(smallPlan().hash)
  })

  test('the plan is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(smallPlan()))).toEqual(smallPlan())
  })
})

describe('G3: a lower layer adds and tightens', () => {
  const below = (change: Partial<Layer>) => planOf([smallNation, smallCounty, { ...smallSchool, ...change }])

  test('the stricter limit applies, whichever layer states it', () => {
    expect(below({ limits: [{ ...smallLimit, minutes: 3 }] }).limits[0]?.minutes).toBe(3)
    expect(below({ limits: [{ ...smallLimit, minutes: 30 }] }).limits[0]?.minutes).toBe(10)
    const { minutes: _, ...noMinutes } = smallLimit
    expect(below({ limits: [{ ...noMinutes, sameDay: true }] }).limits[0]).toEqual(smallLimit)
  })

  test('thresholds, grace and retention take the tighter value', () => {
    const plan = below({
      thresholds: {
        massAbsence: { perRoom: 8, clause: 'n.thresholds' },
        spread: { schools: 2, minutes: 10, clause: 'n.thresholds' },
        sameIncident: { minutes: 15, clause: 'n.thresholds' },
      },
      graceMinutes: 9,
      retention: { pupil: 10, person: 100, contact: 30, text: 365 },
    })
    expect(plan.thresholds.massAbsence.perRoom).toBe(6)
    expect(plan.thresholds.spread).toMatchObject({ schools: 2, minutes: 30 })
    expect(plan.graceMinutes).toBe(5)
    expect(plan.retention).toMatchObject({ pupil: 10, person: 90 })
  })

  test('B9: whoever is told beside the line above stays told, in every case; a lower layer adds posts and cases', () => {
    const above = { id: 'data', when: 'impact.data != "none"', tell: ['province-office'], clause: 'c.level2' }
    const compiled = (change: Partial<Layer>) =>
      planOf([smallNation, { ...smallCounty, parallel: [above] }, { ...smallSchool, ...change }]).parallel
    expect(compiled({})).toMatchObject([{ tell: ['province-office'], facts: ['impact.data'] }])
    const [both] = compiled({ parallel: [{ ...above, when: 'copies >= 3', tell: ['county-office'] }] })
    expect(both).toMatchObject({
      tell: ['province-office', 'county-office'],
      facts: ['impact.data', 'copies'],
      when: { op: 'or' },
    })
  })

  test('B11: a threshold that is named in conditions and sentences is the number in force', () => {
    const naming = below({
      thresholds: { ...smallNation.thresholds!, massAbsence: { perRoom: 4, clause: 'n.thresholds' } },
      situations: [
        {
          ...smallSituation,
          hint: { zh: '{massAbsence} 人', en: '{massAbsence} pupils' },
          floors: [
            {
              scale: 'event',
              level: 2,
              when: 'absentInRoom >= massAbsence',
              clause: 's.harm',
              because: { zh: '{massAbsence} 人及以上，现有 {absentInRoom} 人', en: '{massAbsence} or more' },
            },
          ],
        },
      ],
    }).situations['power-cut']
    expect(naming?.hint).toEqual({ zh: '4 人', en: '4 pupils' })
    expect(naming?.floors[1]).toMatchObject({
      when: { op: '>=', right: { value: 4 } },
      because: { zh: '4 人及以上，现有 {absentInRoom} 人', en: '4 or more' },
      facts: ['absentInRoom'],
    })
  })

  test('G1: a situation may name no events of the field’s list; a lower layer that names none keeps those above', () => {
    const { events: _, ...unnumbered } = smallSituation
    const nation = {
      ...smallNation,
      situations: [...(smallNation.situations ?? []), { ...unnumbered, id: 'hail' }],
    }
    const plan = planOf([nation, smallCounty, { ...smallSchool, situations: [unnumbered] }])
    expect(plan.situations.hail?.events).toEqual([])
    expect(plan.situations['power-cut']?.events).toEqual([1])
  })

  test('the same situation is refined: words of the lower, harm of both, the graver response', () => {
    const plan = below({
      situations: [
        {
          ...smallSituation,
          name: { zh: '本校停电', en: 'our power cut' },
          life: true,
          response: { ...smallSituation.response, level: 'III' },
          defaults: { interrupted: 'fully' },
          floors: [],
          steps: [{ ...smallSituation.steps[0]!, id: 'torch' }],
        },
      ],
    })
    const situation = plan.situations['power-cut']!
    expect(situation.name.en).toBe('our power cut')
    expect(situation.life).toBe(true)
    expect(situation.response.level).toBe('III')
    expect(situation.defaults).toEqual({ reach: 'room', interrupted: 'fully' })
    expect(situation.floors).toHaveLength(1)
    expect(situation.steps.map((step) => step.id)).toEqual(['stay', 'torch'])
  })

  test('G2: a plan with errors is not compiled; every problem comes back', () => {
    const result = compile([smallNation, smallCounty, { ...smallSchool, clauses: [] }], lengthDigest)
    expect(result).toHaveProperty('problems')
    expect('problems' in result && result.problems.map((one) => one.code)).toEqual([
      'clause-unknown',
      'clause-unknown',
      'clause-unknown',
      'clause-unknown',
    ])
  })
})
