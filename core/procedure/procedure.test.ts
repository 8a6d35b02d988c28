// The drawing says what the plan says: another plan, another drawing; and it shows where an incident stands.

import { describe, expect, test } from 'vitest'
import { type Deed, people, plan, reportOf, tell } from '../incident/incident.fixture.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import type { EventLevel } from '../plan/grade-types.ts'
import type { Handling } from '../plan/layer.ts'
import { drawSvg } from './draw-svg.ts'
import { layOut } from './lay-out.ts'
import { type Procedure, procedureOf } from './procedure.ts'
import { stagesNow } from './stages-now.ts'

function drawn(of: EffectivePlan, eventLevel: EventLevel, scenario?: string): Procedure {
  const procedure = procedureOf(of, { eventLevel, ...(scenario === undefined ? {} : { scenario }) })
  if (!procedure) throw new Error(`level ${eventLevel} has no procedure`)
  return procedure
}

const kinds = (procedure: Procedure): readonly string[] =>
  procedure.stages.filter((stage) => stage.lane === 'main').map((stage) => stage.kind)
const tierOfStage = (procedure: Procedure, id: string): string | undefined =>
  procedure.stages.find((stage) => stage.id === id)?.tier

/** The plan with another handling of one level. */
function withHandling(eventLevel: EventLevel, more: Partial<Handling>): EffectivePlan {
  return {
    ...plan,
    handling: plan.handling.map((row) => (row.eventLevel === eventLevel ? { ...row, ...more } : row)),
  }
}

describe('the procedure of a level, from the plan alone', () => {
  test('B1: an example is followed; without one the tier above is asked', () => {
    const procedure = drawn(plan, 1)
    expect(kinds(procedure)).toEqual([
      'report',
      'grade',
      'example',
      'ask',
      'decide',
      'carry-out',
      'handle',
      'record',
      'close',
    ])
    expect(procedure.arrows.filter((arrow) => arrow.from === 'example').map((arrow) => arrow.to)).toEqual([
      'ask',
      'handle',
    ])
    expect(tierOfStage(procedure, 'ask')).toBe('school')
    expect(tierOfStage(procedure, 'decide')).toBe('county')
  })

  test('B3: where even an example wants agreement, no way leads past asking', () => {
    const procedure = drawn(plan, 3)
    expect(procedure.arrows.filter((arrow) => arrow.to === 'handle').map((arrow) => arrow.from)).toEqual([
      'carry-out',
    ])
  })

  test('G3: a plan whose level 2 goes to the province draws the province, without a change of code', () => {
    const other = withHandling(2, { handledBy: 'province', asks: 'nation', decidedBy: 'nation' })
    expect(tierOfStage(drawn(plan, 2), 'handle')).toBe('county')
    expect(tierOfStage(drawn(other, 2), 'handle')).toBe('province')
    expect(tierOfStage(drawn(other, 2), 'ask')).toBe('province')
    expect(tierOfStage(drawn(other, 2), 'decide')).toBe('nation')
  })

  test('B9: who is told at the same time stands beside the report, each by name', () => {
    const beside = drawn(plan, 2, 'power-cut').stages.find((stage) => stage.kind === 'tell')
    expect(beside?.beside).toBe('report')
    expect(beside?.who.map((name) => name.en)).toEqual(['province-office', 'province-inspector'])
  })

  test('G3: a level that the plan does not handle has no procedure', () => {
    expect(procedureOf(plan, { eventLevel: 4 })).toBeUndefined()
  })
})

describe('where an incident stands', () => {
  const states = (deeds: readonly Deed[]) => {
    const { state } = tell(...deeds)
    return Object.fromEntries(stagesNow(state, plan))
  }

  test('B1: just reported, the question of the example is what is to be done now', () => {
    const now = states([[people.chief, reportOf('upset')]])
    expect(now).toMatchObject({
      report: 'done',
      grade: 'done',
      example: 'now',
      decide: 'ahead',
      close: 'ahead',
    })
  })

  test('B1: with an example nothing is asked', () => {
    const now = states([
      [people.chief, reportOf('upset')],
      [people.inspector, { type: 'StateExample', data: { listed: true, reference: 'no. 3' } }],
    ])
    expect(now).toMatchObject({ example: 'done', ask: 'left-out', decide: 'left-out', handle: 'now' })
  })

  test('B1: a request that waits is with the tier that decides', () => {
    const ask = 'a'.repeat(8)
    const now = states([
      [people.chief, reportOf('upset')],
      [people.principal, { type: 'Ask', data: { ask, question: 'what now?' } }],
    ])
    expect(now).toMatchObject({ ask: 'done', decide: 'now', 'carry-out': 'ahead' })
  })
})

describe('the drawing', () => {
  test('no two boxes lie over each other, and all lie within the width, in both languages', () => {
    for (const level of [1, 2, 3] as const) {
      for (const lang of ['zh-CN', 'en'] as const) {
        const { boxes, width } = layOut(drawn(plan, level, 'power-cut'), lang)
        for (const [nth, box] of boxes.entries()) {
          expect(box.x + box.width).toBeLessThanOrEqual(width)
          for (const other of boxes.slice(nth + 1)) {
            const apart =
              box.x + box.width <= other.x ||
              other.x + other.width <= box.x ||
              box.y + box.height <= other.y ||
              other.y + other.height <= box.y
            expect(apart, `${box.stage.id} and ${other.stage.id}`).toBe(true)
          }
        }
      }
    }
  })

  test('B1: what is said in a plan cannot become a part of the drawing’s own code', () => {
    const nasty = { zh: '<script>alert(1)</script>', en: '"><script>' }
    const other: EffectivePlan = {
      ...plan,
      tiers: { ...plan.tiers, county: { name: nasty, group: nasty } },
    }
    for (const lang of ['zh-CN', 'en'] as const) {
      const procedure = drawn(other, 1)
      expect(drawSvg(procedure, layOut(procedure, lang), lang)).not.toContain('<script')
    }
  })

  test('B1: what is to be done now is named for those who cannot see the drawing', () => {
    const { state } = tell([people.chief, reportOf('upset')])
    const procedure = drawn(plan, 1)
    const svg = drawSvg(procedure, layOut(procedure, 'en'), 'en', stagesNow(state, plan))
    expect(svg).toMatch(/<desc>.*Now: .*Has the handbook an example\?/)
  })
})
