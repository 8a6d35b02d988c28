// Every check has a plan that fails it, and the sound plan passes them all.

import { describe, expect, test } from 'vitest'
import { check } from './check.ts'
import type { Layer, Limit } from './layer.ts'
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
const parallel = {
  id: 'data',
  when: 'impact.data != "none"',
  tell: ['province-office'],
  clause: 'c.level2',
}
const principal = smallNation.posts![0]!
const clerk = { ...principal, id: 'clerk' }

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
  ['condition-wrong', 'rules[0].when', county({ rules: [{ ...rule, when: 'copies >= massAbsence' }] })],
  ['condition-wrong', 'parallel[data].when', county({ parallel: [{ ...parallel, when: 'mood == 1' }] })],
  ['post-unknown', 'parallel[data].tell', county({ parallel: [{ ...parallel, tell: ['nobody'] }] })],
  ['clause-unknown', 'parallel[data].clause', county({ parallel: [{ ...parallel, clause: 'nowhere' }] })],
  ['id-twice', 'parallel[data]', county({ parallel: [parallel, parallel] })],
  ['hole-unknown', 'situations[power-cut].hint', situation({ hint: { zh: '{copies} 份', en: 'x' } })],
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
  ['post-changed', 'posts[principal]', school({ posts: [{ ...principal, beside: true }] })],
  ['role-wrong', 'posts[clerk].role', school({ posts: [{ ...clerk, role: 'county-desk' }] })],
  ['role-wrong', 'posts[clerk].role', school({ posts: [{ ...clerk, role: 'province-lead' }] })],
  ['role-wrong', 'posts[clerk].role', school({ posts: [{ ...clerk, role: 'nation-observer' }] })],
  ['role-wrong', 'posts[clerk].role', school({ posts: [{ ...clerk, role: 'administrator' }] })],
  ['role-wrong', 'posts[clerk].role', county({ posts: [{ ...clerk, role: 'administrator' }] })],
  ['role-wrong', 'posts[clerk].role', county({ posts: [{ ...clerk, tier: 'county', role: 'chief' }] })],
  ['above-own-tier', 'posts[clerk]', school({ posts: [{ ...clerk, tier: 'county', role: 'county-desk' }] })],
  ['above-own-tier', 'posts[clerk]', school({ posts: [{ ...clerk, tier: 'province', role: 'keeper' }] })],
  ['above-own-tier', 'posts[county-office]', school({ posts: [smallNation.posts![1]!] })],
  ['desk-wrong', 'desks.county', nation({ desks: { ...smallNation.desks!, county: 'principal' } })],
]

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
