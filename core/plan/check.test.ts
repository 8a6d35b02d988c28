// Every check has a plan that fails it, and the sound plan passes them all.

import { describe, expect, test } from 'vitest'
import { check } from './check.ts'
import { joinLayers } from './join.ts'
import type { Form, JointDecisionSource, Layer, Limit, OrderKind } from './layer.ts'
import { hasErrors, type ProblemCode } from './problem.ts'
import {
  quietSituation,
  smallCounty,
  smallLayers,
  smallLimit,
  smallNation,
  smallSchool,
  smallSituation,
} from './small-plan.fixture.ts'

const nation = (change: Partial<Layer>): Layer[] => [{ ...smallNation, ...change }, smallCounty, smallSchool]
const county = (change: Partial<Layer>): Layer[] => [smallNation, { ...smallCounty, ...change }, smallSchool]
const school = (change: Partial<Layer>): Layer[] => [smallNation, smallCounty, { ...smallSchool, ...change }]
const situation = (change: Partial<typeof smallSituation>) =>
  nation({ situations: [{ ...smallSituation, ...change }, quietSituation] })
const limit = (change: Partial<Limit>) => nation({ limits: [{ ...smallLimit, ...change }] })
const withoutKey = (layer: Layer, key: keyof Layer): Layer => {
  const { [key]: _, ...rest } = layer
  return rest as Layer
}
const rule = (smallCounty.rules ?? [])[0]!
const words = { zh: '话', en: 'words' }

test('G2: the sound plan has no problem', () => {
  expect(check(smallLayers)).toEqual([])
})

type Case = readonly [code: ProblemCode, path: string, layers: readonly Layer[]]

const ERRORS: readonly Case[] = [
  ['layers-wrong', 'kind', [...smallLayers, { ...smallSchool, clauses: [], id: 'other' }]],
  ['part-missing', 'graceMinutes', [withoutKey(smallNation, 'graceMinutes'), smallCounty, smallSchool]],
  ['part-missing', 'desks', [withoutKey(smallNation, 'desks'), smallCounty, smallSchool]],
  [
    'part-missing',
    'tiers[province]',
    nation({ tiers: smallNation.tiers!.filter((one) => one.id !== 'province') }),
  ],
  ['id-twice', 'clauses[s.harm]', school({ clauses: [...smallSchool.clauses, smallSchool.clauses[0]!] })],
  ['id-twice', 'clauses[s.row]', school({ clauses: [...smallSchool.clauses, smallCounty.clauses[7]!] })],
  [
    'id-twice',
    'situations[power-cut].steps[stay]',
    situation({ steps: [smallSituation.steps[0]!, smallSituation.steps[0]!] }),
  ],
  ['clause-unknown', 'rules[0].clause', county({ rules: [{ ...rule, clause: 'c.nowhere' }] })],
  [
    'post-unknown',
    'situations[power-cut].steps[stay].post',
    situation({ steps: [{ ...smallSituation.steps[0]!, post: 'nobody' }] }),
  ],
  [
    'post-unknown',
    'limits[acknowledge].rungs[0]',
    limit({ rungs: [{ post: 'nobody', who: 'holder', afterMinutes: 0 }] }),
  ],
  ['form-unknown', 'situations[power-cut].recordedIn', situation({ recordedIn: ['nothing'] })],
  ['group-unknown', 'situations[power-cut].group', situation({ group: 'nothing' })],
  [
    'situation-unknown',
    'risks[weather].triggers[0]',
    school({
      risks: [
        {
          category: 'weather',
          name: words,
          clause: 's.harm',
          triggers: [{ name: words, situations: ['flod'] }],
        },
      ],
    }),
  ],
  ['fact-unknown', 'situations[power-cut].defaults.mood', situation({ defaults: { mood: 'bad' } })],
  ['fact-unknown', 'doubts[0].fact', school({ doubts: [{ ...smallSchool.doubts![0]!, fact: 'mood' }] })],
  ['fact-value', 'situations[power-cut].defaults.reach', situation({ defaults: { reach: 'street' } })],
  [
    'fact-value',
    'situations[power-cut].questions[light].answers[yes].copies',
    situation({
      questions: [
        {
          id: 'light',
          ask: words,
          answers: [
            { id: 'yes', label: words, facts: { copies: 'many' } },
            { id: 'no', label: words, facts: {} },
          ],
        },
      ],
    }),
  ],
  ['hole-unknown', 'rules[0].because', county({ rules: [{ ...rule, because: { zh: '{mood}', en: 'x' } }] })],
  ['condition-wrong', 'rules[0].when', county({ rules: [{ ...rule, when: 'impact.order == "heavy"' }] })],
  [
    'condition-wrong',
    'proposals[0].when',
    county({ proposals: [{ ...smallCounty.proposals![0]!, when: 'scenario == "flod"' }] }),
  ],
  ['level-wrong', 'rules[0].level', county({ rules: [{ ...rule, level: 'II' }] })],
  [
    'level-missing',
    'scales.event[3]',
    county({ scales: { ...smallCounty.scales!, event: smallCounty.scales!.event.slice(0, 2) } }),
  ],
  ['level-missing', 'handling[1]', county({ handling: smallCounty.handling!.slice(1) })],
  ['level-unreachable', 'scales.response[III]', school({ rules: smallSchool.rules!.slice(0, 2) })],
  [
    'first-step-missing',
    'situations[power-cut].steps',
    situation({ steps: [{ id: 'stay', text: words, post: 'principal' }] }),
  ],
  [
    'question-wrong',
    'situations[power-cut].questions[q].answers',
    situation({ questions: [{ id: 'q', ask: words, answers: [{ id: 'a', label: words, facts: {} }] }] }),
  ],
  [
    'question-wrong',
    'situations[power-cut].questions[q]',
    situation({ questions: [{ id: 'q', ask: words }] }),
  ],
  [
    'question-wrong',
    'situations[power-cut].questions[q].number',
    situation({ questions: [{ id: 'q', ask: words, number: 'reach' }] }),
  ],
  ['number-wrong', 'limits[acknowledge]', limit({ minutes: -1 })],
  ['limit-wrong', 'limits[acknowledge]', limit({ sameDay: true })],
  ['limit-wrong', 'limits[acknowledge]', nation({ limits: [withoutMinutes(smallLimit)] })],
  ['limit-wrong', 'limits[acknowledge].stoppedBy', limit({ stoppedBy: ['reported'] })],
  ['rung-order', 'limits[acknowledge].rungs[1]', limit({ rungs: [...smallLimit.rungs].reverse() })],
  [
    'rung-too-high',
    'limits[acknowledge].rungs[0]',
    limit({ rungs: [{ post: 'national-centre', who: 'holder', afterMinutes: 0 }] }),
  ],
  [
    'handling-wrong',
    'handling[3]',
    county({ handling: changed(smallCounty.handling!, 2, { asks: 'school' }) }),
  ],
  [
    'handling-looser',
    'handling[1]',
    school({
      handling: changed(smallCounty.handling!, 0, { handledBy: 'school', decidedBy: 'county' }).slice(0, 1),
    }),
  ],
  [
    'post-changed',
    'posts[principal]',
    school({ posts: [{ ...smallNation.posts![0]!, role: 'county-lead' }] }),
  ],
  ['desk-wrong', 'desks.county', nation({ desks: { ...smallNation.desks!, county: 'principal' } })],
]

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
const evaluation = {
  by: 'province' as const,
  to: 'nation' as const,
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
    const layers = [smallNation, ordered({})[1]!, { ...smallSchool, orders: [slower], issuing: confirmation }]
    expect(check(layers).map((one) => `${one.severity} ${one.code} ${one.path}`)).toEqual([
      'warning limit-looser orders[stop].confirmation',
    ])
    expect(joinLayers(layers).orders.map((order) => order.confirmation.minutes)).toEqual([10])
  })
})

function withoutMinutes({ minutes: _, ...rest }: Limit): Limit {
  return rest
}

function changed<T>(list: readonly T[], at: number, change: Partial<T>): T[] {
  return list.map((one, index) => (index === at ? { ...one, ...change } : one))
}

describe('G2: what is wrong with a plan is found before the day', () => {
  test.each(ERRORS)('%s at %s', (code, path, layers) => {
    const problems = check(layers)
    expect(problems.map((one) => `${one.code} ${one.path}`)).toContain(`${code} ${path}`)
    expect(hasErrors(problems)).toBe(true)
    for (const one of problems) expect([one.message.zh, one.message.en, one.layer]).not.toContain('')
  })

  test('every problem is reported, not only the first', () => {
    const codes = check(
      situation({ group: 'nothing', recordedIn: ['nothing'], defaults: { mood: 'bad' } }),
    ).map((one) => one.code)
    expect(codes).toEqual(['group-unknown', 'form-unknown', 'fact-unknown'])
  })
})

const WARNINGS: readonly Case[] = [
  ['steps-missing', 'situations[power-cut].steps', situation({ steps: [] })],
  ['limit-wrong', 'limits[acknowledge].rungs', limit({ rungs: [] })],
  ['limit-looser', 'limits[acknowledge]', school({ limits: [{ ...smallLimit, minutes: 20 }] })],
  [
    'limit-looser',
    'limits[own]',
    school({ limits: [{ ...smallLimit, id: 'own', minutes: 20, eventLevels: [3] }] }),
  ],
  [
    'response-looser',
    'situations[power-cut].response',
    [
      {
        ...smallNation,
        situations: [
          { ...smallSituation, response: { ...smallSituation.response, level: 'III' } },
          quietSituation,
        ],
      },
      smallCounty,
      { ...smallSchool, situations: [smallSituation] },
    ],
  ],
  [
    'threshold-looser',
    'thresholds.massAbsence.perRoom',
    school({
      thresholds: { ...smallNation.thresholds!, massAbsence: { perRoom: 8, clause: 'n.thresholds' } },
    }),
  ],
]

describe('G2: a lower layer that loosens is told; the stricter applies', () => {
  test.each(WARNINGS)('%s at %s', (code, path, layers) => {
    const problems = check(layers)
    expect(problems.map((one) => `${one.code} ${one.path}`)).toEqual([`${code} ${path}`])
    expect(hasErrors(problems)).toBe(false)
  })

  test('a stricter limit, and a stricter one for a single situation above a general one, are no problem', () => {
    const strict = { ...smallLimit, id: 'quick', minutes: 2 }
    expect(check(school({ limits: [{ ...smallLimit, minutes: 5 }] }))).toEqual([])
    expect(
      check([
        { ...smallNation, limits: [], situations: [{ ...smallSituation, limits: [strict] }] },
        smallCounty,
        { ...smallSchool, limits: [smallLimit] },
      ]),
    ).toEqual([])
  })
})
