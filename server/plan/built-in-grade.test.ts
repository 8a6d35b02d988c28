// The two plans' grading clauses, one by one, on the plans people will work by: A1, A2, A3, A5, A6.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CHOICES,
  FACT_NAMES,
  type FactName,
  type FactValue,
  IMPACTS,
  isChoice,
  LEAST,
  type StatedFacts,
} from '#core/plan/facts.ts'
import { completeFacts, grade } from '#core/plan/grade.ts'
import { EVENT_LEVELS, RESPONSE_LEVELS, type ResponseLevel, type Scale } from '#core/plan/grade-types.ts'
import { sayReason } from '#core/words/grading.ts'
import { builtInPlan } from './load.ts'

const plan = builtInPlan()
const scenarios = Object.keys(plan.situations)

/** Nothing happened but the situation itself: what remains is its own clause and its floors. */
const calm: StatedFacts = LEAST
/** Asks for nothing by itself (school 1.2 names it at Ⅳ), so that every rule can be seen alone. */
const QUIET = 'emotional-distress'

const graded = (scenario: string, change: StatedFacts = {}) => grade(plan, scenario, { ...calm, ...change })
const clausesOf = (scenario: string, change: StatedFacts, scale: Scale) =>
  graded(scenario, change)
    .reasons.filter((reason) => reason.scale === scale)
    .map((reason) => reason.clause)

describe('A1: the event level follows from the four impacts', () => {
  const values = CHOICES['impact.order']
  const combinations = values.flatMap((norms) =>
    values.flatMap((order) =>
      values.flatMap((data) => values.map((security) => [norms, order, data, security])),
    ),
  )

  test.each(combinations)('A1: norms %s, order %s, data %s, security %s', (...impacts) => {
    const stated = Object.fromEntries(IMPACTS.map((name, index) => [name, impacts[index]]))
    const expected = impacts.includes('serious') ? 3 : impacts.includes('slight') ? 2 : 1
    expect(graded(QUIET, stated).eventLevel).toBe(expected)
    expect(clausesOf(QUIET, stated, 'event')[0]).toBe(`county.2.1.level${expected}`)
  })

  test.each(
    IMPACTS.flatMap((impact) => (['slight', 'serious'] as const).map((value) => [impact, value] as const)),
  )('A1: %s %s is named among the reasons', (impact, value) => {
    const reasons = graded(QUIET, { [impact]: value }).reasons
    expect(reasons.some((reason) => reason.scale === 'event' && reason.facts.includes(impact))).toBe(true)
  })
})

describe('A1: floors stand whatever the reporter answers', () => {
  test.each(['instrument-stolen', 'instrument-lost'])('A1: %s is at least 3', (scenario) => {
    expect(graded(scenario).eventLevel).toBe(3)
  })

  test('B9: whatever touches data, completeness or secrecy is at least 2', () => {
    const touching = scenarios.filter((scenario) => plan.situations[scenario]?.secrecy)
    expect(touching.length).toBeGreaterThan(3)
    expect(touching.filter((scenario) => graded(scenario).eventLevel < 2)).toEqual([])
  })
})

describe('A2: spread proposes and never raises', () => {
  test.each([
    ['schools', 2],
    ['schools', 3],
    ['schools', 20],
    ['reach', 'schools'],
    ['reach', 'county'],
  ] as const)('A2: %s %s leaves both levels as they are', (fact, value) => {
    const { eventLevel, responseLevel } = graded(QUIET, { [fact]: value })
    expect([eventLevel, responseLevel]).toEqual([1, 'IV'])
  })

  test('A2: from the threshold on a higher event level is proposed', () => {
    const threshold = plan.thresholds.spread.schools
    expect(graded(QUIET, { schools: threshold - 1 }).proposals).toEqual([])
    const [proposal] = graded(QUIET, { schools: threshold }).proposals
    expect(proposal?.clause).toBe('county.2.1.spread')
    expect(proposal?.eventLevel).toBeGreaterThan(1)
    expect(graded(QUIET, { reach: 'county' }).proposals).not.toEqual([])
  })

  test('A2: how far it reaches stands among the reasons of the event level', () => {
    expect(clausesOf(QUIET, { reach: 'schools' }, 'event')).toContain('county.2.1')
  })
})

const NAMED: Readonly<Record<ResponseLevel, readonly string[]>> = {
  I: ['earthquake', 'fire', 'infectious-outbreak', 'cheating-large'],
  II: ['network-down', 'food-poisoning', 'parents-gathering'],
  III: ['sudden-illness', 'device-fault', 'parent-complaint'],
  IV: ['emotional-distress', 'device-anomaly', 'single-online-remark'],
}

describe('A3: the situations that the school plan names have its level', () => {
  const rows = RESPONSE_LEVELS.flatMap((level) => NAMED[level].map((scenario) => [scenario, level] as const))
  test.each(rows)('A3: %s is %s', (scenario, level) => {
    expect(graded(scenario).responseLevel).toBe(level)
    expect(clausesOf(scenario, {}, 'response')).toContain(`national.named.${level}`)
  })
})

describe('A3: harm asks for a level of its own', () => {
  const HARM: readonly (readonly [FactName, FactValue, ResponseLevel])[] = [
    ['interrupted', 'fully', 'I'],
    ['casualties.injured', 1, 'I'],
    ['casualties.dead', 1, 'I'],
    ['publicOpinion', 'major', 'I'],
    ['interrupted', 'partly', 'II'],
    ['impact.data', 'serious', 'II'],
    ['impact.security', 'serious', 'II'],
    ['impact.data', 'slight', 'III'],
    ['impact.security', 'slight', 'III'],
    ['impact.order', 'slight', 'III'],
    ['impact.order', 'serious', 'III'],
  ]
  test.each(HARM)('A3: %s %s asks for %s', (fact, value, level) => {
    expect(graded(QUIET, { [fact]: value }).responseLevel).toBe(level)
    expect(clausesOf(QUIET, { [fact]: value }, 'response')[0]).toBe(`school.1.2.harm.${level}`)
  })

  test.each([
    ['impact.norms', 'serious'],
    ['publicOpinion', 'single'],
    ['publicOpinion', 'spreading'],
    ['absentInRoom', 1],
    ['copies', 9],
  ] as const)('A3: %s %s alone asks for nothing', (fact, value) => {
    expect(graded(QUIET, { [fact]: value }).responseLevel).toBe('IV')
  })

  test('A3: the gravest of situation and harm wins, in both directions', () => {
    expect(graded('earthquake', { 'impact.order': 'slight' }).responseLevel).toBe('I')
    expect(graded('device-fault', { interrupted: 'fully' }).responseLevel).toBe('I')
    expect(graded('network-down', { 'impact.order': 'slight' }).responseLevel).toBe('II')
  })

  test.each(CHOICES.reach)('A3: reach %s raises nothing and stands among the reasons', (reach) => {
    expect(graded(QUIET, { reach }).responseLevel).toBe('IV')
    expect(clausesOf(QUIET, { reach }, 'response')).toContain('school.1.2.reach')
  })

  test('A3: a reach that does not fit the level is asked about', () => {
    expect(graded(QUIET, { reach: 'person' }).doubts).toEqual([])
    expect(graded(QUIET, { reach: 'school' }).doubts).toMatchObject([
      { fact: 'reach', clause: 'school.1.2.reach' },
    ])
  })
})

const CATEGORIES = {
  'natural-disaster': ['earthquake', 'rainstorm', 'lightning', 'typhoon', 'extreme-heat'],
  'public-health': ['influenza', 'norovirus', 'food-poisoning', 'infectious-outbreak'],
  'technical-failure': ['network-down', 'server-down', 'device-fault', 'power-cut'],
  'human-interference': [
    'intrusion',
    'cheating-individual',
    'cheating-large',
    'staff-violation',
    'malicious-report',
    'cyber-attack',
  ],
  'public-opinion': ['rumour', 'media-misreport', 'group-complaint', 'single-online-remark'],
} as const

describe('A5: five risk categories, each with the triggers that the plan lists', () => {
  const rows = Object.entries(CATEGORIES).flatMap(([category, ids]) =>
    ids.map((id) => [category, id] as const),
  )
  test.each(rows)('A5: %s lists %s', (category, id) => {
    expect(plan.situations[id]?.category).toBe(category)
    const risk = plan.risks.find((one) => one.category === category)
    expect(risk?.triggers.flatMap((trigger) => trigger.situations)).toContain(id)
    expect(plan.clauses[risk?.clause ?? '']).toMatchObject({ id: `school.1.1.${category}`, layer: 'school' })
  })

  test('A5: every trigger leads to situations', () => {
    expect(plan.risks).toHaveLength(5)
    expect(
      plan.risks.flatMap((risk) => risk.triggers).filter((trigger) => trigger.situations.length === 0),
    ).toEqual([])
  })
})

/** Ids that scripts and later work rely on. */
const RESERVED =
  `earthquake rainstorm flood lightning typhoon extreme-heat influenza norovirus food-poisoning infectious-outbreak
network-down server-down device-fault device-anomaly power-cut intrusion parents-gathering parent-complaint
cheating-individual cheating-large staff-violation malicious-report cyber-attack rumour media-misreport group-complaint
single-online-remark sudden-illness emotional-distress fire instrument-stolen instrument-lost instrument-damaged
paper-defect mass-absence single-absence invigilator-absent disaster-en-route`.split(/\s+/)

describe('A6: every situation can be graded', () => {
  test.each(RESERVED)('A6: %s', (scenario) => {
    const { eventLevel, responseLevel, reasons } = grade(plan, scenario, {})
    expect(EVENT_LEVELS).toContain(eventLevel)
    expect(RESPONSE_LEVELS).toContain(responseLevel)
    for (const reason of reasons) expect(plan.clauses).toHaveProperty([reason.clause])
  })

  test('A6: reasons are whole sentences in both languages', () => {
    for (const scenario of scenarios) {
      const facts = completeFacts(plan, scenario, {})
      for (const reason of grade(plan, scenario, {}).reasons) {
        expect(sayReason(reason, facts, 'zh-CN')).toMatch(/^[^{}]+$/)
        expect(sayReason(reason, facts, 'en')).toMatch(/^[^{}\u4e00-\u9fff]+$/)
      }
    }
  })
})

const anyValueOf = (name: FactName): fc.Arbitrary<FactValue> =>
  isChoice(name) ? fc.constantFrom<FactValue>(...CHOICES[name]) : fc.integer({ min: 0, max: 12 })
const statedFacts: fc.Arbitrary<StatedFacts> = fc.record(
  Object.fromEntries(FACT_NAMES.map((name) => [name, anyValueOf(name)])),
  { requiredKeys: [] },
)
const scenarioOf = fc.constantFrom(...scenarios)

const HARMS: readonly FactName[] = [
  ...IMPACTS,
  'interrupted',
  'publicOpinion',
  'casualties.injured',
  'casualties.dead',
  'absentInRoom',
  'copies',
  'schools',
  'reach',
]

function more(name: FactName, value: FactValue): FactValue {
  if (!isChoice(name)) return Number(value) + 1
  const values: readonly FactValue[] = CHOICES[name]
  return values[values.indexOf(value) + 1] ?? value
}

describe('Properties of every grade', () => {
  test('A1 A3: more impact never grades lower', () => {
    fc.assert(
      fc.property(scenarioOf, statedFacts, fc.constantFrom(...HARMS), (scenario, stated, name) => {
        const facts = completeFacts(plan, scenario, stated)
        const before = grade(plan, scenario, facts)
        const after = grade(plan, scenario, { ...facts, [name]: more(name, facts[name]) })
        expect(after.eventLevel).toBeGreaterThanOrEqual(before.eventLevel)
        expect(RESPONSE_LEVELS.indexOf(after.responseLevel)).toBeGreaterThanOrEqual(
          RESPONSE_LEVELS.indexOf(before.responseLevel),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('A6: the same facts give the same grade, and the first reason of each scale asks for its level', () => {
    fc.assert(
      fc.property(scenarioOf, statedFacts, (scenario, stated) => {
        const once = grade(plan, scenario, stated)
        expect(grade(plan, scenario, { ...stated })).toEqual(once)
        const first = (scale: Scale) => once.reasons.find((reason) => reason.scale === scale)?.level
        expect([first('event'), first('response')]).toEqual([once.eventLevel, once.responseLevel])
      }),
      { numRuns: 300 },
    )
  })

  test('A6: what is said to change the grade changes it, and no other value of a choice does', () => {
    fc.assert(
      fc.property(scenarioOf, statedFacts, (scenario, stated) => {
        const { eventLevel, responseLevel, wouldChange } = grade(plan, scenario, stated)
        const facts = completeFacts(plan, scenario, stated)
        for (const { fact, value, ...levels } of wouldChange) {
          expect(levels).not.toEqual({ eventLevel, responseLevel })
          expect(grade(plan, scenario, { ...stated, [fact]: value })).toMatchObject(levels)
        }
        for (const fact of FACT_NAMES.filter(isChoice)) {
          const silent = CHOICES[fact].filter(
            (value) =>
              value !== facts[fact] && !wouldChange.some((one) => one.fact === fact && one.value === value),
          )
          for (const value of silent) {
            expect(grade(plan, scenario, { ...stated, [fact]: value })).toMatchObject({
              eventLevel,
              responseLevel,
            })
          }
        }
      }),
      { numRuns: 100 },
    )
  })
})
