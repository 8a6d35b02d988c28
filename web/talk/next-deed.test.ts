// One solid button: which deed is the next one of the viewer, on the phone and at the desk.

import { describe, expect, test } from 'vitest'
import { awaits } from '#core/incident/awaits.ts'
import { goOn, people, reportOf, type Tale, tell } from '#core/incident/incident.fixture.ts'
import { findSituation } from '#core/plan/effective.ts'
import type { Await } from '#core/wire/view.ts'
import { builtInPlan } from '#server/plan/load.ts'
import { answersFor, asksFor, DESK, deedOfResponse, nextDeed, PHONE, type Viewer } from './next-deed.ts'

const ALL = [
  'Acknowledge',
  'Answer',
  'Ask',
  'SendMessage',
  'StateExample',
  'StartResponse',
  'TakeMeasure',
  'Handle',
  'WriteDown',
  'Close',
  'Comply',
]
const plan = builtInPlan()
const COUNTY: Viewer['post'] = { kind: 'county-office', tier: 'county' }
const PRINCIPAL: Viewer['post'] = { kind: 'principal', tier: 'school' }
const CHIEF: Viewer['post'] = { kind: 'chief-invigilator', tier: 'school' }

/** What somebody of `post` has before him: what is awaited is told by kinds, all of his own tier and post. */
function next(
  tale: Tale,
  may: readonly string[],
  kinds: readonly Await['kind'][] = [],
  { on = DESK, post = COUNTY, unconfirmed = false } = {},
) {
  const owed = kinds.map((kind) => ({ kind, tier: post.tier, post: post.kind }))
  return nextDeed({ incident: tale.state, awaits: owed, may }, plan, { post, unconfirmed }, on)
}

const reported = () => tell([people.chief, reportOf('power-cut')])
const taken = () => goOn(reported(), [people.county, { type: 'Acknowledge', data: {} }, 1])
const asked = () =>
  goOn(taken(), [people.principal, { type: 'Ask', data: { ask: 'a1', question: '补测吗？' } }, 2])
const ordered = () =>
  goOn(taken(), [people.county, { type: 'Answer', data: { answer: 'r1', instruction: '先保照明' } }, 2])

describe('B5: the next deed at the desk', () => {
  test('B5: taking over comes first, and only while the server allows it', () => {
    expect(next(reported(), ALL, [], { unconfirmed: true })?.kind).toBe('acknowledge')
    expect(next(reported(), ['Answer'], [], { unconfirmed: true })?.kind).toBe('confirm')
  })

  test('B5: a question that waits for my tier is answered before anything else', () => {
    expect(asksFor(asked().state, 'county')).toHaveLength(1)
    expect(asksFor(asked().state, 'school')).toHaveLength(0)
    expect(next(asked(), ALL, ['ask', 'handle'])).toEqual({ kind: 'answer', type: 'Answer', about: 'a1' })
  })

  test('B2: the handbook is looked up before the tier above is asked', () => {
    expect(next(taken(), ALL, ['ask'])).toEqual({ kind: 'answer', type: 'Answer' })
    const none = goOn(taken(), [people.county, { type: 'StateExample', data: { listed: false } }, 2])
    expect(next(none, ALL, ['ask'])?.kind).toBe('ask')
  })

  test('B5: an answer from above is complied with before mine goes down', () => {
    const answered = goOn(
      taken(),
      [people.county, { type: 'Ask', data: { ask: 'a1', question: '续测吗？' } }, 2],
      [people.province, { type: 'Answer', data: { answer: 'r1', ask: 'a1', instruction: '续测' } }, 3],
    )
    expect(answersFor(answered.state, 'county')).toHaveLength(1)
    expect(next(answered, ALL)).toEqual({ kind: 'comply', type: 'Comply', about: 'r1' })
  })

  test('B3: a question put to my own tier stands before one that a tier below has not answered yet', () => {
    const consulted = goOn(asked(), [
      people.county,
      { type: 'Ask', data: { ask: 'a2', question: '能否重测？' } },
      3,
    ])
    expect(asksFor(consulted.state, 'province').map(({ ask }) => ask)).toEqual(['a2', 'a1'])
  })

  test('B10: what waits for a word is answered first; once there is one, work goes on', () => {
    const hold = { kind: 'resume', tier: 'county', post: 'county-office', about: 'h1' } as const
    const held = goOn(taken(), [people.chief, { type: 'StartHold', data: { hold: 'h1', reason: '缺页' } }, 2])
    const now = (tale: Tale) =>
      nextDeed(
        { incident: tale.state, awaits: [hold], may: [...ALL, 'EndHold'] },
        plan,
        { post: COUNTY, unconfirmed: false },
        DESK,
      )
    expect(now(held)).toEqual({ kind: 'answer', type: 'Answer' })
    const said = goOn(held, [
      people.county,
      { type: 'Answer', data: { answer: 'r1', instruction: '换备用卷' } },
      3,
    ])
    expect(now(said)).toEqual({ kind: 'resume', type: 'EndHold', about: 'h1' })
  })

  test('B2: dealing with it is offered as next once what was ordered is being done', () => {
    expect(next(taken(), ALL, ['handle'])?.kind).toBe('answer')
    const done = goOn(ordered(), [people.principal, { type: 'Comply', data: { answer: 'r1' } }, 3])
    expect(next(done, ALL, ['handle'])?.kind).toBe('handle')
    expect(next(done, ALL, ['close'])?.kind).toBe('close')
  })

  test('C4: who may nothing is offered nothing', () => {
    expect(next(taken(), [])).toBeUndefined()
  })
})

describe('B5: the next deed on the phone', () => {
  const phone = { on: PHONE, post: PRINCIPAL }

  test('B5: what the plan waits for from another tier is no duty of mine', () => {
    expect(next(reported(), ALL, [], phone)).toBeUndefined()
    expect(next(reported(), ALL, ['acknowledge'], phone)?.kind).toBe('acknowledge')
    const province = { on: PHONE, post: { kind: 'province-office', tier: 'province' as const } }
    expect(next(asked(), ALL, [], province)).toBeUndefined()
    expect(next(asked(), ['Answer'], [], { ...province, on: DESK })?.kind).toBe('answer')
  })

  test('B5: 照办 comes before whatever else waits', () => {
    expect(next(ordered(), ALL, ['handle', 'respond'], phone)).toMatchObject({ kind: 'comply', about: 'r1' })
  })

  test('B1: without orders from above the school deals with it as soon as it waits for that', () => {
    expect(next(taken(), ALL, ['handle'], phone)?.kind).toBe('handle')
  })

  test('C1: one who was told and owes nothing else says that he has seen it', () => {
    expect(next(taken(), ['SendMessage'], [], { ...phone, unconfirmed: true })?.type).toBe('Confirm')
  })
})

describe('A4: the first response', () => {
  const scenario = (id: string) => tell([people.chief, reportOf(id)])
  const real = (tale: Tale, post: Viewer['post'], may = ALL) =>
    nextDeed(
      { incident: tale.state, awaits: awaits(tale.state, plan), may },
      plan,
      { post, unconfirmed: true },
      PHONE,
    )

  test('A4: whoever owes it has it as the next deed, nobody else at the school', () => {
    expect(findSituation(plan, 'power-cut')).toBeDefined()
    expect(real(scenario('power-cut'), PRINCIPAL)).toEqual({ kind: 'respond', type: 'TakeMeasure' })
    expect(real(scenario('power-cut'), CHIEF)?.kind).not.toBe('respond')
  })

  test('A4: at level Ⅰ it is the start of the response', () => {
    expect(deedOfResponse(plan, 'response-I-start')).toBe('StartResponse')
    expect(real(scenario('fire'), PRINCIPAL)).toEqual({ kind: 'respond', type: 'StartResponse' })
    const started = goOn(scenario('fire'), [
      people.principal,
      { type: 'StartResponse', data: { expectedMinutes: 30, measures: '疏散' } },
      1,
    ])
    expect(real(started, PRINCIPAL)?.kind).not.toBe('respond')
  })

  test('A4: measures do not wait for an answer from above', () => {
    expect(next(taken(), ALL, ['ask', 'respond'], { on: PHONE, post: PRINCIPAL })?.kind).toBe('respond')
  })

  test('A4: a measure ends it', () => {
    const measured = goOn(scenario('power-cut'), [
      people.principal,
      { type: 'TakeMeasure', data: { measure: '备用电源已接上' } },
      4,
    ])
    expect(real(measured, PRINCIPAL)?.kind).not.toBe('respond')
  })
})

test('B6: a closed incident has no next deed', () => {
  const closed = { ...taken().state, status: 'closed' as const }
  const viewer = { post: COUNTY, unconfirmed: true }
  expect(nextDeed({ incident: closed, awaits: [], may: ALL }, plan, viewer, DESK)).toBeUndefined()
})
