// The plans that come with Huce: sound, carried with version and source, with the time limits of the school plan (A4, G1).

import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { check } from '#core/plan/check.ts'
import { grade } from '#core/plan/grade.ts'
import { builtInLayers, builtInPlan, contentHash } from './load.ts'

const plan = builtInPlan()

test('G2: the built-in plans have no problem, not even a warning', () => {
  expect(check(builtInLayers())).toEqual([])
})

describe('A4: the time limits of the response levels', () => {
  test.each([
    ['response-I-start', 'I', 0, 'response-started'],
    ['response-I-report', 'I', 30, 'confirmed-above'],
    ['response-II', 'II', 60, 'measure-taken'],
    ['response-III', 'III', 120, 'measure-taken'],
  ] as const)('A4: %s of level %s lets %i minutes pass until %s', (id, level, minutes, stoppedBy) => {
    expect(plan.limits.find((limit) => limit.id === id)).toMatchObject({
      responseLevels: [level],
      startsAt: 'discovered',
      stoppedBy: [stoppedBy],
      minutes,
      clause: `school.1.2.${level}.limit`,
    })
  })

  test('A4: level IV is handled the same day', () => {
    const limit = plan.limits.find((one) => one.id === 'response-IV')
    expect(limit).toMatchObject({ responseLevels: ['IV'], sameDay: true, stoppedBy: ['handled'] })
    expect(limit?.minutes).toBeUndefined()
  })

  test('E4: no limit climbs to the national centre', () => {
    const limits = [...plan.limits, ...Object.values(plan.situations).flatMap((one) => one.limits ?? [])]
    const rungs = limits.flatMap((limit) => limit.rungs)
    expect(rungs.length).toBeGreaterThan(5)
    expect(rungs.filter((rung) => plan.posts[rung.post]?.tier === 'nation')).toEqual([])
  })
})

describe('G1: a plan is data with versions and an issue date', () => {
  test('G1: every layer says who issued which version when', () => {
    expect(plan.layers.map((layer) => layer.id)).toEqual(['national', 'county', 'school'])
    for (const layer of plan.layers) {
      expect(layer.version).not.toBe('')
      expect(layer.issuer.zh).not.toBe('')
      expect(layer.issuedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
    expect(plan.layers[1]?.issuedOn).toBe('2024-04-23')
  })

  test('G1: the plan is known by the SM3 of its RFC 8785 bytes', () => {
    const { hash, ...content } = plan
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(contentHash(content)).toBe(hash)
    expect(contentHash({ b: 1, a: 'x' })).toBe(createHash('sm3').update('{"a":"x","b":1}').digest('hex'))
  })

  test('G1: every clause has a source and says whether it is official', () => {
    for (const clause of Object.values(plan.clauses)) {
      expect(clause.source.document).not.toBe('')
      expect(['official', 'derived', 'proposed']).toContain(clause.status)
    }
  })
})

test('A6: a grade takes less than a millisecond', () => {
  const scenarios = Object.keys(plan.situations)
  const once = () => {
    const start = performance.now()
    for (const scenario of scenarios) grade(plan, scenario, { reach: 'school', schools: 3 })
    return (performance.now() - start) / scenarios.length
  }
  const rounds = Array.from({ length: 15 }, once).sort((a, b) => a - b)
  expect(rounds[7]).toBeLessThan(1)
})
