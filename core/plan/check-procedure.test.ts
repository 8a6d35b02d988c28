// Every check of a plan's procedure and of its own number of event levels has a plan that fails it, and the sound ones pass.

import { describe, expect, test } from 'vitest'
import { check } from './check.ts'
import { joinLayers } from './join.ts'
import type { Form, Handling, JointDecisionSource, Layer, Limit, OrderKind } from './layer.ts'
import { hasErrors, type ProblemCode } from './problem.ts'
import { smallCounty, smallLimit, smallNation, smallSchool } from './small-plan.fixture.ts'

const county = (change: Partial<Layer>): Layer[] => [smallNation, { ...smallCounty, ...change }, smallSchool]
const school = (change: Partial<Layer>): Layer[] => [smallNation, smallCounty, { ...smallSchool, ...change }]
const limit = (change: Partial<Limit>): Layer[] => [
  { ...smallNation, limits: [{ ...smallLimit, ...change }] },
  smallCounty,
  smallSchool,
]
const rule = (smallCounty.rules ?? [])[0]!
const words = { zh: '话', en: 'words' }

type Case = readonly [code: ProblemCode, path: string, layers: readonly Layer[]]

function changed<T>(list: readonly T[], at: number, change: Partial<T>): T[] {
  return list.map((one, index) => (index === at ? { ...one, ...change } : one))
}

/** Parts of the procedure, sound as they stand. */
const rungs = [{ post: 'county-office', who: 'holder' as const, afterMinutes: 5 }]
const confirmation = { minutes: 10, rungs, clause: 'c.handling' }
const stop: OrderKind = {
  id: 'stop',
  name: words,
  hint: words,
  icon: 'warning',
  confirmation,
  carriedOut: true,
  clause: 'c.handling',
}
const together: JointDecisionSource = {
  id: 'spot',
  name: words,
  posts: ['principal', 'county-office'],
  when: 'impact.data == "none"',
  basis: words,
  reference: 'tips',
  tell: ['province-office'],
  settles: false,
  clause: 'c.handling',
}
const tips = { id: 'tips', name: words, settles: false, clause: 'c.handling' }
const evaluation: NonNullable<Handling['evaluation']> = {
  by: 'province',
  to: 'nation',
  form: 'judged',
  points: [{ id: 'cause', name: words }],
  clause: 'c.handling',
}
const judged: Form = { id: 'judged', name: words, filedBy: 'province', fields: [], clause: 'n.forms' }
const commanders = [{ tier: 'school' as const, posts: ['principal'], clause: 'c.handling' }]
const evaluated = (change: Partial<typeof evaluation>, form: Partial<Form> = {}) =>
  county({
    forms: [{ ...judged, ...form }],
    handling: changed(smallCounty.handling!, 2, { evaluation: { ...evaluation, ...change } }),
  })
const ordered = (change: Partial<typeof confirmation>) =>
  county({ orders: [{ ...stop, confirmation: { ...confirmation, ...change } }] })
const joint = (change: Partial<JointDecisionSource>) =>
  county({ references: [tips], jointDecisions: [{ ...together, ...change }] })
const emptyProvince: Layer = {
  id: 'province',
  kind: 'province',
  version: '1',
  title: words,
  issuer: words,
  issuedOn: '2026-01-02',
  clauses: [],
}
const fourLevels = [
  ...smallCounty.scales!.event,
  { level: 4 as const, name: words, word: words, clause: 'c.level3' },
]

test('A7, B4, B7, E6: commanders, evaluation, joint decisions, orders and issuing, sound as they stand', () => {
  const whole: Partial<Layer> = {
    commanders,
    references: [tips],
    jointDecisions: [together],
    orders: [stop],
    issuing: confirmation,
    opinion: { approvedBy: ['principal'], clause: 'c.handling' },
    forms: [judged],
    handling: changed(smallCounty.handling!, 2, { evaluation }),
  }
  expect(check(county(whole))).toEqual([])
})

test('G3: a fourth event level is sound once something asks for it and it is handled', () => {
  const four: Partial<Layer> = {
    scales: { ...smallCounty.scales!, event: fourLevels },
    rules: [...smallCounty.rules!, { ...rule, level: 4, when: 'impact.security == "serious"' }],
    handling: [...smallCounty.handling!, { ...smallCounty.handling![2]!, eventLevel: 4 }],
  }
  expect(check(county(four))).toEqual([])
})

const PROCEDURE: readonly Case[] = [
  ['commander-wrong', 'commanders[county]', county({ commanders: [{ ...commanders[0]!, tier: 'county' }] })],
  ['commander-wrong', 'commanders[school]', county({ commanders: [{ ...commanders[0]!, posts: [] }] })],
  ['post-unknown', 'commanders[school].posts', county({ commanders: [{ ...commanders[0]!, posts: ['x'] }] })],
  ['id-twice', 'commanders[school]', county({ commanders: [...commanders, ...commanders] })],
  ['joint-wrong', 'jointDecisions[spot].posts', joint({ posts: ['principal', 'principal'] })],
  ['post-unknown', 'jointDecisions[spot].posts', joint({ posts: ['principal', 'nobody'] })],
  ['post-unknown', 'jointDecisions[spot].tell', joint({ tell: ['nobody'] })],
  ['reference-unknown', 'jointDecisions[spot].reference', joint({ reference: 'rumour' })],
  ['condition-wrong', 'jointDecisions[spot].when', joint({ when: 'impact.mood == "good"' })],
  ['clause-unknown', 'jointDecisions[spot].clause', joint({ clause: 'c.nowhere' })],
  [
    'joint-looser',
    'jointDecisions[spot]',
    [smallNation, joint({})[1]!, { ...smallSchool, jointDecisions: [{ ...together, settles: true }] }],
  ],
  ['confirmation-wrong', 'orders[stop].confirmation.rungs', ordered({ rungs: [] })],
  ['confirmation-wrong', 'orders[stop].confirmation.minutes', ordered({ minutes: 0 })],
  ['confirmation-wrong', 'issuing.rungs', county({ issuing: { ...confirmation, rungs: [] } })],
  [
    'rung-too-high',
    'orders[stop].confirmation.rungs[0]',
    ordered({ rungs: [{ ...rungs[0]!, post: 'national-centre' }] }),
  ],
  ['post-unknown', 'orders[stop].confirmation.rungs[0]', ordered({ rungs: [{ ...rungs[0]!, post: 'x' }] })],
  ['clause-unknown', 'orders[stop].clause', county({ orders: [{ ...stop, clause: 'c.nowhere' }] })],
  ['id-twice', 'orders[stop]', county({ orders: [stop, stop] })],
  ['post-unknown', 'opinion.approvedBy', county({ opinion: { approvedBy: ['x'], clause: 'c.handling' } })],
  ['clause-unknown', 'references[tips].clause', county({ references: [{ ...tips, clause: 'c.nowhere' }] })],
  ['evaluation-wrong', 'handling[3].evaluation.points', evaluated({ points: [] })],
  ['evaluation-wrong', 'handling[3].evaluation.to', evaluated({ by: 'nation' })],
  ['evaluation-wrong', 'handling[3].evaluation.form', evaluated({}, { filedBy: 'county' })],
  ['form-unknown', 'handling[3].evaluation.form', evaluated({ form: 'nothing' })],
  [
    'id-twice',
    'handling[3].evaluation.points[cause]',
    evaluated({ points: [evaluation.points[0]!, evaluation.points[0]!] }),
  ],
  [
    'handling-wrong',
    'handling[3]',
    county({ handling: changed(smallCounty.handling!, 2, { proposedBy: 'province' }) }),
  ],
  [
    'handling-wrong',
    'handling[3]',
    county({ handling: changed(smallCounty.handling!, 2, { mayConsult: 'county' }) }),
  ],
  [
    'handling-looser',
    'handling[3]',
    [
      smallNation,
      evaluated({})[1]!,
      { ...smallSchool, handling: changed(smallCounty.handling!, 2, {}).slice(2) },
    ],
  ],
  ['limit-idle', 'limits[acknowledge]', limit({ scenarios: [] })],
  ['limit-idle', 'limits[acknowledge]', limit({ stoppedBy: ['evaluated'] })],
  ['level-wrong', 'limits[acknowledge].eventLevels', limit({ eventLevels: [4] })],
  [
    'level-wrong',
    'proposals[0].eventLevel',
    county({ proposals: [{ ...smallCounty.proposals![0]!, eventLevel: 4 }] }),
  ],
  [
    'level-wrong',
    'handling[4]',
    county({ handling: [...smallCounty.handling!, { ...smallCounty.handling![2]!, eventLevel: 4 }] }),
  ],
  ['level-missing', 'handling[4]', county({ scales: { ...smallCounty.scales!, event: fourLevels } })],
  [
    'level-missing',
    'scales.event[2]',
    county({ scales: { ...smallCounty.scales!, event: fourLevels.filter((row) => row.level !== 2) } }),
  ],
  ['levels-changed', 'scales.event', school({ scales: { ...smallCounty.scales!, event: fourLevels } })],
]

describe('A7, B4, B7, B8, E6, G3: what is wrong with a procedure is found before the day', () => {
  test.each(PROCEDURE)('%s at %s', (code, path, layers) => {
    const problems = check(layers)
    expect(problems.map((one) => `${one.code} ${one.path}`)).toContain(`${code} ${path}`)
    expect(hasErrors(problems)).toBe(true)
    for (const one of problems) expect([one.message.zh, one.message.en, one.layer]).not.toContain('')
  })

  test('E6: more time to confirm than the layer above gives is told, and the shorter time applies', () => {
    const slower = { ...stop, confirmation: { ...confirmation, minutes: 30 } }
    const province: Layer = { ...emptyProvince, orders: [stop] }
    const layers = [smallNation, province, county({ orders: [slower] })[1]!, smallSchool]
    expect(check(layers).map((one) => `${one.severity} ${one.code} ${one.path}`)).toEqual([
      'warning limit-looser orders[stop].confirmation',
    ])
    expect(joinLayers(layers).orders.map((order) => order.confirmation.minutes)).toEqual([10])
  })
})
