// A region with four event levels and names, limits and forms of its own is plan data alone (G3).

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '#core/plan/check.ts'
import { eventLevels } from '#core/plan/effective.ts'
import type { StatedFacts } from '#core/plan/facts.ts'
import { LEAST } from '#core/plan/facts.ts'
import { grade } from '#core/plan/grade.ts'
import type { Layer } from '#core/plan/layer.ts'
import { builtInPlan, checkAround, FaultyBuiltInPlan, loadLayer, planFrom } from './load.ts'

const FOLDERS = ['province', 'county', 'school'].map((folder) => `examples/four-levels/${folder}`)
const plan = planFrom(['national', ...FOLDERS])

function layer(folder: string): Layer {
  const read = loadLayer(join(import.meta.dirname, '..', '..', 'plans', folder))
  if (Array.isArray(read)) throw new Error(read.map((one) => `${one.path} ${one.message.en}`).join('\n'))
  return read
}
const layers = FOLDERS.map(layer)

describe('G3: a municipality with four event levels', () => {
  test('G3: its layers have no problem over the base layer, not even a warning', () => {
    expect(check([layer('national'), ...layers])).toEqual([])
    expect(checkAround(layers)).toEqual([])
  })

  test('G3: four levels, each with its words and its handling', () => {
    expect(eventLevels(plan)).toEqual([1, 2, 3, 4])
    expect(plan.handling.map((row) => [row.handledBy, row.agreement, row.decidedBy])).toEqual([
      ['school', 'always', 'county'],
      ['province', 'without-example', 'province'],
      ['province', 'always', 'province'],
      ['province', 'always', 'province'],
    ])
    expect(plan.handling.map((row) => row.evaluation?.points.length)).toEqual([
      undefined,
      undefined,
      undefined,
      5,
    ])
  })

  test.each([
    [{}, 1],
    [{ 'impact.order': 'slight' }, 2],
    [{ 'impact.order': 'serious' }, 3],
    [{ 'impact.order': 'serious', interrupted: 'fully' }, 4],
    [{ 'impact.data': 'serious', reach: 'schools' }, 4],
    [{ 'impact.security': 'serious' }, 4],
  ] satisfies readonly (readonly [StatedFacts, number])[])('G3 A1: %j is level %i', (stated, level) => {
    expect(grade(plan, 'emotional-distress', { ...LEAST, ...stated }).eventLevel).toBe(level)
  })

  test('G3: every situation of the catalogue can be graded, and its reasons name clauses that are there', () => {
    for (const scenario of Object.keys(plan.situations)) {
      const { reasons } = grade(plan, scenario, {})
      expect(reasons.filter((reason) => plan.clauses[reason.clause] === undefined)).toEqual([])
    }
  })

  test('G3: tiers, posts, limits, thresholds and forms are its own; the stricter limit applies', () => {
    expect([plan.tiers.county.name.zh, plan.tiers.province.name.zh]).toEqual(['区', '市'])
    expect(plan.posts['school-doctor']?.name.zh).toBe('卫生老师')
    const minutes = Object.fromEntries(plan.limits.map((limit) => [limit.id, limit.minutes]))
    expect(minutes).toMatchObject({
      acknowledge: 5,
      answer: 10,
      'answer-province': 15,
      'response-I-report': 20,
      'response-II': 45,
      'response-III': 90,
    })
    expect(plan.limits.find((limit) => limit.id === 'acknowledge-province')?.eventLevels).toEqual([2, 3, 4])
    expect([plan.dayEndsAt, plan.thresholds.massAbsence.perRoom, plan.thresholds.spread.schools]).toEqual([
      '18:00',
      5,
      2,
    ])
    expect(plan.forms.find((form) => form.id === 'province-report')?.name.zh).toBe('《市级应急事件报告表》')
    expect(plan.forms.some((form) => form.id === 'express-brief')).toBe(true)
    expect(plan.orders.find((order) => order.id === 'stop')?.confirmation.minutes).toBe(3)
    expect(plan.orders.map((order) => order.id)).toContain('other-school')
    expect(plan.jointDecisions.map((one) => one.posts)).toEqual([['chief-invigilator', 'school-inspector']])
  })

  test.each([
    [4, 1, []],
    [5, 2, ['缺测5人及以上应按“大面积缺测”报告。本室缺{absentInRoom}人，要改报吗？']],
  ] as const)(
    'B11 G3: %i absent in a room are level %i, because its threshold is five',
    (absentInRoom, level, asks) => {
      const single = grade(plan, 'single-absence', { absentInRoom })
      expect(single.eventLevel).toBe(level)
      expect(single.doubts.map((doubt) => doubt.ask.zh)).toEqual(expect.arrayContaining([...asks]))
      const floor = plan.situations['mass-absence']?.floors.find((rule) => rule.scale === 'event')
      expect(floor?.because.zh).toBe('一间缺测 5 人及以上，影响数据，至少2级')
      expect(plan.situations['mass-absence']?.hint.zh).toBe('一间缺 5 人及以上')
      const mass = grade(plan, 'mass-absence', { absentInRoom, 'impact.data': 'none' })
      expect(mass.eventLevel).toBe(level)
    },
  )

  test('G3: nothing of it is called official', () => {
    const own = Object.values(plan.clauses).filter((clause) => clause.layer !== 'national')
    expect(own.length).toBeGreaterThan(20)
    expect([...new Set(own.map((clause) => clause.status))]).toEqual(['proposed'])
  })
})

describe('G2: the municipality over a county that was written for another province', () => {
  test('G2: the county that hands level 2 to itself is told so', () => {
    const problems = checkAround(layers.slice(0, 1)).map((one) => `${one.code} ${one.layer} ${one.path}`)
    expect(problems).toContain('handling-looser county handling[2]')
  })

  test('G2: a plan that is not sound is not made', () => {
    expect(() => planFrom(['national', ...FOLDERS.slice(0, 1)])).toThrow(FaultyBuiltInPlan)
    expect(() => planFrom(['examples/nowhere'])).toThrow(FaultyBuiltInPlan)
  })
})

test('G3: the built-in plan keeps its three levels', () => {
  expect(eventLevels(builtInPlan())).toEqual([1, 2, 3])
})
