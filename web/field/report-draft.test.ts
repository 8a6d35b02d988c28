// The report being written and what it says: facts by answers, what is assumed, what will be told (A6, B14, E3).

import { describe, expect, test } from 'vitest'
import type { Situation } from '#core/plan/effective.ts'
import { findSituation } from '#core/plan/effective.ts'
import type { Me } from '#core/wire/view.ts'
import { builtInPlan } from '#server/plan/load.ts'
import { previewOf, reportOf } from './report-command.ts'
import {
  assumedAnswer,
  beginDraft,
  findInjuryQuestion,
  firstSteps,
  isUntouched,
  mustAskInjury,
  placeOf,
  statedBy,
  toggleStep,
} from './report-draft.ts'

const plan = builtInPlan()
const powerCut = findSituation(plan, 'power-cut') as Situation
const NOW = Date.UTC(2026, 4, 28, 1, 16)
const draft = beginDraft('power-cut', '01-incident', NOW)

const me: Me = {
  person: { id: 'person-1', name: '林晓岚' },
  post: {
    id: 'c1~00.99.990701.99070107~chief-invigilator.r02',
    kind: 'chief-invigilator',
    role: 'chief',
    tier: 'school',
    unit: '00/99/990701/99070107',
    room: 'r02',
    substitute: false,
  },
  posts: [],
  units: [],
  campaign: {
    id: 'c1',
    kind: 'demo',
    name: { zh: '正式测试', en: 'Test' },
    zoneMinutes: 480,
    sessions: [],
  },
  now: NOW,
  rate: 1,
  demo: true,
}

describe('the draft of a report', () => {
  test('E3: a fresh draft may be left; one with a tick, an answer or a word may not be lost', () => {
    expect(isUntouched(draft)).toBe(true)
    expect(isUntouched(toggleStep(draft, 'seats', NOW))).toBe(false)
    expect(isUntouched({ ...draft, answers: { interrupted: 'fully' } })).toBe(false)
    expect(isUntouched({ ...draft, words: ' 二楼' })).toBe(false)
  })

  test('a tick can be taken back', () => {
    expect(toggleStep(toggleStep(draft, 'seats', NOW), 'seats', NOW).steps).toEqual({})
  })

  test('A6: only what was answered is stated, the rest is left to the plan', () => {
    expect(statedBy(powerCut, {})).toEqual({})
    expect(statedBy(powerCut, { interrupted: 'fully' })).toEqual({
      interrupted: 'fully',
      'impact.order': 'slight',
    })
    expect(statedBy(powerCut, { interrupted: 'no such answer' })).toEqual({})
  })

  test('A6: what the plan assumes for an open question is named where one answer says it', () => {
    const [interrupted, kept, hurt] = powerCut.questions
    expect(interrupted && assumedAnswer(powerCut, interrupted)).toBe('partly')
    expect(kept && assumedAnswer(powerCut, kept)).toBe('unsure')
    // Two answers both mean "nobody needs hospital": none of them is put into anybody's mouth.
    expect(hurt && assumedAnswer(powerCut, hurt)).toBeUndefined()
  })

  test('the first steps are those the plan marks', () => {
    expect(firstSteps(powerCut).every((step) => step.first)).toBe(true)
    expect(firstSteps(powerCut).length).toBeGreaterThan(0)
  })
})

describe('the report before it is sent', () => {
  const report = reportOf({ ...draft, words: ' 二楼也没电 ' }, powerCut, plan, me)

  test('corridor: it carries the plan it was graded by and trimmed words; a power cut has no room of itself', () => {
    expect(report).toMatchObject({
      plan: plan.hash,
      scenario: 'power-cut',
      discoveredAt: NOW,
      words: '二楼也没电',
      stated: {},
    })
    expect(report.room).toBeUndefined()
  })

  test('E3: the reporter’s room is filled in for what stays in one, as answered before as usual; a chosen room stands', () => {
    const paper = findSituation(plan, 'paper-defect') as Situation
    const absent = findSituation(plan, 'mass-absence') as Situation
    const begun = (scenario: string) => beginDraft(scenario, '03-incident', NOW)
    expect(placeOf(begun('paper-defect'), paper, me.post).room).toBe('r02')
    expect(placeOf(begun('mass-absence'), absent, me.post).room).toBe('r02')
    const whole = { ...begun('mass-absence'), answers: { reach: 'school' } }
    expect(placeOf(whole, absent, me.post).room).toBeUndefined()
    expect(placeOf({ ...draft, room: 'r05' }, powerCut, me.post).room).toBe('r05')
  })

  test('B14: a power cut will be told to the province, its inspector and the security group at once', () => {
    const told = previewOf(report, '01-incident', plan, me, NOW).notices.map((notice) => notice.post)
    expect(told).toEqual(expect.arrayContaining(['province-office', 'province-inspector', 'security-group']))
    expect(told).toContain('county-office')
    expect(new Set(told).size).toBe(told.length)
  })

  test('A1, A3: both grades are there before anything is sent', () => {
    const { incident } = previewOf(report, '01-incident', plan, me, NOW)
    expect(incident.grades[0]).toMatchObject({ eventLevel: 2, responseLevel: 'II' })
  })
})

describe('is anyone hurt', () => {
  const fire = findSituation(plan, 'fire') as Situation
  const question = findInjuryQuestion(fire)
  test('A6: asked once more where life is at stake, until it is answered', () => {
    const begun = beginDraft('fire', '02-incident', NOW)
    expect(mustAskInjury(fire, begun)).toBe(true)
    const said = { ...begun, answers: { [question?.id ?? '']: question?.answers?.[0]?.id ?? '' } }
    expect(mustAskInjury(fire, said)).toBe(false)
  })
  test('E3: a power cut with nothing answered goes out in four taps', () => {
    expect(mustAskInjury(powerCut, draft)).toBe(false)
  })
})
