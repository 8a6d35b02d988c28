// The procedure of B1–B3 under two plans: the one of the other tests, and one of a province whose rules are others, with four event
// levels. The same code reads both.

import { describe, expect, test } from 'vitest'
import type { EffectivePlan } from '../plan/effective.ts'
import type { EventLevel } from '../plan/grade-types.ts'
import type { Handling } from '../plan/layer.ts'
import { awaits } from './awaits.ts'
import { answer, ask, close, comply, example, given, handle, step, take } from './commands.fixture.ts'
import { stepped } from './ending.fixture.ts'
import { findQuestion } from './handling.ts'
import {
  COUNTY,
  goOn,
  people,
  plan,
  reportOf,
  type Tale,
  tell,
  tellUnder,
  toldBy,
} from './incident.fixture.ts'

const { chief, principal, inspector, county, countyLead, patrol, province, nation } = people

const row = (eventLevel: EventLevel, data: Partial<Handling>): Handling => ({
  eventLevel,
  handledBy: 'school',
  asks: 'county',
  agreement: 'without-example',
  decidedBy: 'county',
  carriedOutBy: [],
  handlerWords: { zh: '', en: '' },
  recordedIn: ['situation-record'],
  clause: `other.${eventLevel}`,
  ...data,
})

/** Level 1 wants the county's word in any case; level 2 is the province's, which may ask the nation; there is a level 4. */
const elsewhere: EffectivePlan = {
  ...plan,
  scales: {
    ...plan.scales,
    event: ([1, 2, 3, 4] as const).map((level) => ({
      level,
      name: { zh: `${level}`, en: `${level}` },
      word: { zh: `${level}`, en: `${level}` },
      clause: `other.${level}`,
    })),
  },
  handling: [
    row(1, { agreement: 'always' }),
    row(2, { handledBy: 'province', asks: 'nation', decidedBy: 'nation' }),
    row(3, {
      handledBy: 'county',
      asks: 'province',
      agreement: 'always',
      decidedBy: 'province',
      mayConsult: 'nation',
      carriedOutBy: ['county-lead'],
    }),
    row(4, {
      handledBy: 'province',
      asks: 'nation',
      decidedBy: 'nation',
      agreement: 'without-example',
      proposedBy: 'province',
      recordedIn: ['situation-record', 'province-report'],
    }),
  ],
}

const kinds = (tale: Tale) => awaits(tale.state, tale.plan).map((one) => `${one.kind} ${one.post}`)
const level = (eventLevel: EventLevel) =>
  given('Regrade', { eventLevel, responseLevel: 'III', reason: 'seen' })
const asksOf = (tale: Tale) => tale.state.asks.map((one) => `${one.fromTier} ${one.toTier}`)
const upset = tellUnder(elsewhere, [chief, reportOf('upset')])
const power = tellUnder(elsewhere, [chief, reportOf('power-cut')])

describe('a plan of another region', () => {
  test('G3 B1: a level 1 that needs agreement always: an example is not enough, and the county ends it', () => {
    const listed = goOn(upset, [inspector, example(true, 'no. 3')])
    expect(kinds(listed)).toContain('ask principal')
    expect(kinds(listed)).toContain('handle county-office')
    expect(kinds(goOn(tell([chief, reportOf('upset')]), [inspector, example(true, 'no. 3')]))).not.toContain(
      'ask principal',
    )
    const done = goOn(
      listed,
      ...stepped,
      [county, handle()],
      [inspector, given('WriteDown', { form: 'situation-record' })],
    )
    expect(goOn(done, [county, close]).refused?.code).toBe('incident.not-asked')
    const told = goOn(done, [principal, ask()], [county, answer('a1', 'q1')], [principal, comply()])
    expect(goOn(told, [county, close]).types).toEqual(['Closed'])
  })
  test('G3 B2: a level 2 that the province handles: it takes it over, asks the nation, and its example settles it', () => {
    expect(toldBy(power)).toContain('province-office/holder')
    expect(kinds(power)).toEqual(
      expect.arrayContaining([
        'acknowledge province-office',
        'ask province-office',
        'handle province-office',
      ]),
    )
    expect(kinds(tell([chief, reportOf('power-cut')]))).not.toContain('ask province-office')
    const asked = goOn(power, [province, ask()])
    expect(asksOf(asked)).toEqual(['province nation'])
    expect(toldBy(asked)).toEqual(['national-centre/holder', 'county-office/holder'])
    expect(kinds(goOn(power, [county, example(true, 'no. 3')]))).not.toContain('ask province-office')
  })
  test('G3 B5 E4: those below go tier by tier all the same, and nothing but a person turns to the nation', () => {
    const asked = goOn(power, [principal, ask('q1')], [county, ask('q2')])
    expect(asksOf(asked)).toEqual(['school county', 'county province'])
    expect(power.history.length).toBe(2)
    expect(toldBy(power).some((told) => told.startsWith('national'))).toBe(false)
    expect(kinds(power).some((one) => one.endsWith('national-centre'))).toBe(false)
  })
  test('G3 B2: what the province tells the county is not the word of the nation that the level asks', () => {
    const below = goOn(power, [province, answer('a1')], [county, comply('a1')])
    expect(findQuestion(below.state, elsewhere)).toEqual({ by: 'province', of: 'nation' })
    const told = goOn(below, [province, ask()], [nation, answer('a2', 'q1')], [province, comply('a2')])
    expect(findQuestion(told.state, elsewhere)).toBeUndefined()
  })
  test('G3 B3: a fourth level: the province proposes when it asks, unless there is an example', () => {
    const fourth = goOn(upset, [province, level(4)])
    expect(fourth.state.grades[1]?.eventLevel).toBe(4)
    expect(goOn(fourth, [province, ask()]).refused).toEqual({ code: 'text.missing', field: 'proposal' })
    expect(goOn(fourth, [province, example(true, 'no. 1')], [province, ask()]).types).toEqual(['Asked'])
    expect(goOn(fourth, [county, ask()]).types).toEqual(['Asked'])
  })
  test('B3: the tier that decides consults whom the plan names; the answer is carried out by whom it names', () => {
    const third = goOn(upset, [county, level(3)])
    expect(asksOf(goOn(third, [province, ask()]))).toEqual(['province nation'])
    const told = goOn(third, [county, ask()], [province, answer('a1', 'q1')])
    expect(toldBy(told)).toEqual(['county-office/holder', 'county-lead/holder', 'chief-invigilator/holder'])
    expect(kinds(told)).toContain('comply county-lead')
  })
})

describe('what settles the question', () => {
  const cited = (document: string) =>
    given('CiteExample', {
      handbook: 'h1',
      example: 'e1',
      document,
      year: 2026,
      unit: COUNTY,
      reference: 'no. 12, page 30',
    })
  const BY_THE_PLAN = { person: 'plan' }
  const withTips: EffectivePlan = {
    ...plan,
    references: plan.references.map((one) => (one.id === 'tips' ? { ...one, settles: false } : one)),
  }
  const reported = tellUnder(withTips, [chief, reportOf('power-cut')])
  test('B2 B8: an example that was cited settles it only from a document that the plan lets settle', () => {
    expect(kinds(goOn(reported, [BY_THE_PLAN, cited('manual')]))).not.toContain('ask county-office')
    const tips = goOn(reported, [BY_THE_PLAN, cited('tips')])
    expect(tips.state.example?.listed).toBe(true)
    expect(kinds(tips)).toContain('ask county-office')
    expect(kinds(goOn(reported, [BY_THE_PLAN, cited('no-such-document')]))).toContain('ask county-office')
  })
  test('B2: a person who says what the plan had cited says it himself', () => {
    const said = goOn(reported, [BY_THE_PLAN, cited('tips')], [inspector, example(true, 'no. 12, page 30')])
    expect(said.types).toEqual(['ExampleStated'])
    expect(kinds(said)).not.toContain('ask county-office')
  })
  test('B8: a decision made together settles it where the plan says so, once everybody has agreed', () => {
    const proposed = goOn(reported, [
      patrol,
      given('ProposeJoint', { decision: 'd1', kind: 'by-the-tips', words: 'go on by torchlight' }),
    ])
    expect(kinds(proposed)).toEqual(expect.arrayContaining(['agree county-lead', 'ask county-office']))
    const agreed = goOn(proposed, [countyLead, given('AgreeJoint', { decision: 'd1' })])
    expect(kinds(agreed)).not.toContain('ask county-office')
  })
  test('B3: where agreement is always wanted, a decision made together settles nothing', () => {
    const fire = tell([chief, reportOf('fire')])
    const agreed = goOn(
      fire,
      [patrol, given('ProposeJoint', { decision: 'd1', kind: 'by-the-tips', words: 'out' })],
      [countyLead, given('AgreeJoint', { decision: 'd1' })],
    )
    expect(agreed.state.joint[0]?.complete).toBeDefined()
    expect(kinds(agreed)).toContain('ask county-office')
  })
})

describe('a tier’s own incident', () => {
  const own = tell([county, reportOf('power-cut', { unit: COUNTY })])
  test('A2 B5: nobody is asked to confirm his own word; an observer’s report is another matter', () => {
    expect(kinds(own)).not.toContain('acknowledge county-office')
    const begun = tell([{ person: 'plan' }, reportOf('power-cut', { unit: COUNTY })])
    expect(kinds(begun)).not.toContain('acknowledge county-office')
    const seen = tell([patrol, reportOf('power-cut', { unit: COUNTY })])
    expect(kinds(seen)).toContain('acknowledge county-office')
    expect(kinds(goOn(seen, [county, take]))).not.toContain('acknowledge county-office')
  })
  test('A2 B6: steps and forms of schools are the schools’ own; the county owes its form and its answer', () => {
    expect(kinds(own).filter((one) => one.startsWith('step'))).toEqual([])
    const done = goOn(own, [county, handle()])
    expect(kinds(done)).toEqual(['ask county-office', 'record county-office'])
    expect(goOn(own, [county, answer()]).refused).toEqual({
      code: 'not-allowed',
      whoCould: ['province-office'],
    })
    expect(goOn(own, [county, step('stay')]).types).toEqual(['StepDone'])
  })
})
