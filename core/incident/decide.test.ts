// Each command of an incident: does it, refuses it, stays quiet. Its end is decide-end.test.ts; limits have their own tests.

import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../basics/instant.ts'
import {
  answer,
  ask,
  comply,
  confirm,
  example,
  facts,
  given,
  handle,
  message,
  regrade,
  reopen,
  step,
  take,
} from './commands.fixture.ts'
import type { IncidentCommand } from './commands.ts'
import { evolve, UNREPORTED } from './evolve.ts'
import { goOn, NINE, people, plan, reportOf, tell } from './incident.fixture.ts'
import { findGrade } from './look-up.ts'

const { chief, invigilator, principal, inspector, county, patrol, province, nation } = people

const reported = tell([chief, reportOf('power-cut')])

describe('Report', () => {
  test('A1 A3 A6: a report is graded by the plan at once, with clauses and assumed facts', () => {
    expect(reported.types).toEqual(['Reported', 'Graded'])
    expect(findGrade(reported.state)).toMatchObject({ origin: 'plan', eventLevel: 2, responseLevel: 'III' })
    expect(findGrade(reported.state)?.clauses).toEqual(['event.2', 'response.III'])
    expect(findGrade(reported.state)?.assumed).toContain('impact.order')
    expect(reported.state).toMatchObject({
      status: 'open',
      reporter: chief,
      discoveredAt: NINE,
      plan: plan.hash,
    })
  })
  test.each([
    ['scenario', reportOf('constructor'), 'scenario.unknown'],
    ['stated.weather', reportOf('power-cut', { stated: { weather: 'fine' } as object }), 'fact.unknown'],
    ['stated.interrupted', reportOf('power-cut', { stated: { interrupted: 'half' } }), 'fact.value'],
    ['plan', reportOf('power-cut', { plan: 'another' }), 'plan.unknown'],
  ])('refuses what the plan does not know, naming the field %s', (field, command, code) => {
    expect(tell([chief, command]).refused).toMatchObject({ code, field })
  })
  test('refuses a second report on the same incident, and any other command before the first', () => {
    expect(goOn(reported, [chief, reportOf('upset')]).refused?.code).toBe('incident.exists')
    expect(tell([chief, message()]).refused?.code).toBe('incident.unknown')
  })
  test('A4: a discovery that has not come yet is taken as now, and the incident says so', () => {
    const ahead = tell([chief, reportOf('power-cut', { discoveredAt: NINE + 2 * HOUR }), 10])
    expect(ahead.state).toMatchObject({ discoveredAt: NINE + 10 * MINUTE, clockDoubt: true })
    expect(ahead.state.entries[0]?.detail).toMatchObject({ clockDoubt: true })
    const seconds = tell([chief, reportOf('power-cut', { discoveredAt: NINE + 2000 })])
    expect(seconds.state.discoveredAt).toBe(NINE)
    expect(seconds.state.clockDoubt).toBeUndefined()
  })
  test('E2: what a device says to be more than 72 hours older than the day is accepted and flagged', () => {
    const days = 4 * 24 * 60
    const old = tell([chief, reportOf('power-cut'), -days, days])
    expect(old.types).toEqual(['Reported', 'Graded'])
    expect(old.state.clockDoubt).toBe(true)
    expect(tell([chief, reportOf('power-cut', { discoveredAt: NINE - 4 * DAY })]).state.clockDoubt).toBe(true)
    const measured = goOn(reported, [chief, step('stay'), -days, days])
    expect(measured.state.entries.map((entry) => entry.detail?.clockDoubt)).toEqual([
      undefined,
      undefined,
      true,
    ])
    expect(tell([chief, reportOf('power-cut'), -3 * 24 * 60, 3 * 24 * 60]).state.clockDoubt).toBeUndefined()
  })
  test('B9 C3: the plan alone says what is confined, not the reporter; never where a life is at stake', () => {
    const confinedFor = (scenario: string, data: object = {}) =>
      tell([chief, reportOf(scenario, data)]).state.confined
    expect(confinedFor('staff-violation', { confined: false })).toBe(true)
    expect(confinedFor('upset', { confined: true })).toBe(false)
    expect(confinedFor('fire', { confined: true })).toBe(false)
    expect(confinedFor('staff-assault')).toBe(false)
    expect(reported.state.confined).toBe(false)
  })
})

describe('StateFacts', () => {
  test('A6: a graver result raises by itself; both grades stay', () => {
    const told = goOn(reported, [chief, facts({ interrupted: 'fully' })])
    expect(told.types).toEqual(['FactsStated', 'Graded'])
    expect(told.state.grades.map((grade) => grade.responseLevel)).toEqual(['III', 'I'])
    expect(findGrade(told.state)?.eventLevel).toBe(2)
  })
  test('A6: a lighter result never lowers by itself, and the entry says so', () => {
    const told = goOn(reported, [chief, facts({ 'impact.order': 'none' })])
    expect(told.types).toEqual(['FactsStated'])
    expect(findGrade(told.state)?.eventLevel).toBe(2)
    expect(told.state.entries[told.state.entries.length - 1]?.detail).toMatchObject({
      kept: true,
      eventLevel: 1,
    })
  })
  test('one scale may rise while the other stays', () => {
    const told = goOn(reported, [chief, facts({ 'impact.order': 'none', interrupted: 'partly' })])
    expect(findGrade(told.state)).toMatchObject({ eventLevel: 2, responseLevel: 'II' })
  })
  test('a fact that changes nothing does not undo a person’s lower grade; a graver one raises it', () => {
    const lowered = goOn(reported, [province, regrade(1, 'IV')])
    expect(findGrade(goOn(lowered, [chief, facts({ reach: 'grade' })]).state)?.eventLevel).toBe(1)
    const raised = goOn(lowered, [chief, facts({ 'impact.data': 'serious' })])
    expect(findGrade(raised.state)).toMatchObject({ eventLevel: 3, responseLevel: 'IV', origin: 'plan' })
  })
  test('refuses a wrong fact, stays quiet on what is known', () => {
    expect(goOn(reported, [chief, facts({ reach: 'moon' })]).refused).toMatchObject({
      code: 'fact.value',
      field: 'stated.reach',
    })
    const again = goOn(reported, [chief, facts({ copies: 2 })], [chief, facts({ copies: 2 })])
    expect(again.types).toEqual([])
    expect(again.refused).toBeUndefined()
  })
})

describe('Regrade', () => {
  test('A6: a person raises with a reason, which stays on record beside the plan’s grade', () => {
    const raised = goOn(reported, [principal, regrade(3, 'II', 'smoke')])
    expect(raised.state.grades.map((grade) => grade.origin)).toEqual(['plan', 'person'])
    expect(findGrade(raised.state)?.reason).toBe('smoke')
  })
  test('A6: lowering is for the tier above the one that handles, and not below the tier of the person who set it', () => {
    for (const by of [principal, county]) {
      expect(goOn(reported, [by, regrade(1, 'III')]).refused).toEqual({
        code: 'incident.not-graded-lower',
        whoCould: ['province-office'],
      })
    }
    expect(goOn(reported, [province, regrade(1, 'III')]).types).toEqual(['Graded'])
    const slight = tell([chief, reportOf('upset')])
    const raised = goOn(slight, [principal, regrade(1, 'I')])
    expect(goOn(raised, [principal, regrade(1, 'IV')]).refused?.whoCould).toEqual(['county-office'])
    expect(goOn(raised, [county, regrade(1, 'IV')]).types).toEqual(['Graded'])
    const byProvince = goOn(slight, [province, regrade(1, 'I')])
    expect(goOn(byProvince, [county, regrade(1, 'II')]).refused?.whoCould).toEqual(['province-office'])
  })
  test('A6: a raise by the plan, or by the county itself, does not wash out what the province set', () => {
    const byProvince = goOn(reported, [province, regrade(3, 'II')])
    const raised = goOn(byProvince, [chief, facts({ interrupted: 'fully' })])
    expect(findGrade(raised.state)).toMatchObject({ origin: 'plan', eventLevel: 3, responseLevel: 'I' })
    for (const lower of [regrade(2, 'I'), regrade(3, 'III'), regrade(1, 'IV')]) {
      expect(goOn(raised, [county, lower]).refused?.whoCould).toEqual(['province-office'])
      expect(goOn(raised, [province, lower]).types).toEqual(['Graded'])
    }
    const byCounty = goOn(byProvince, [county, regrade(3, 'I')])
    expect(goOn(byCounty, [county, regrade(2, 'I')]).refused?.whoCould).toEqual(['province-office'])
  })
  test('A6: a lighter grade set from above stands like a graver one', () => {
    const raisedOnce = goOn(reported, [province, regrade(3, 'III')], [nation, regrade(2, 'III')])
    expect(goOn(raisedOnce, [province, regrade(1, 'III')]).refused?.whoCould).toEqual(['national-centre'])
  })
  test('up on one scale and down on the other is lowering', () => {
    expect(goOn(reported, [principal, regrade(3, 'IV')]).refused?.code).toBe('incident.not-graded-lower')
  })
  test('G3: a level that the plan does not use is refused', () => {
    const unknown: IncidentCommand = {
      type: 'Regrade',
      data: { eventLevel: 4, responseLevel: 'I', reason: 'worse' },
    }
    expect(goOn(reported, [county, unknown]).refused).toMatchObject({
      code: 'fact.value',
      field: 'eventLevel',
    })
  })
  test('refuses a blank reason, stays quiet when nothing changes', () => {
    expect(goOn(reported, [county, regrade(3, 'I', '  ')]).refused).toMatchObject({
      code: 'text.missing',
      field: 'reason',
    })
    const confirmed = goOn(reported, [county, regrade(2, 'III')])
    expect(confirmed.types).toEqual(['Graded'])
    expect(goOn(confirmed, [county, regrade(2, 'III')]).types).toEqual([])
  })
  test('A6: a tier that took it over or said the same level binds those below: they lower no more', () => {
    const ruled = goOn(reported, [county, take], [province, regrade(2, 'III')])
    expect(ruled.types).toEqual(['Graded'])
    expect(goOn(ruled, [county, regrade(1, 'IV')]).refused?.code).toBe('incident.not-graded-lower')
    const taken = goOn(reported, [county, take], [province, take])
    expect(goOn(taken, [county, regrade(1, 'IV')]).refused?.code).toBe('incident.not-graded-lower')
    expect(goOn(taken, [province, regrade(1, 'IV')]).types).toEqual(['Graded'])
  })
  test('A6: what was dealt with at a lighter level is open again at a graver one', () => {
    const handled = goOn(reported, [county, { type: 'Handle', data: { outcome: 'over' } }])
    expect(handled.state.status).toBe('handled')
    const raised = goOn(handled, [county, regrade(3, 'I')])
    expect(raised.types).toEqual(['Graded', 'Reopened'])
    expect(raised.state.status).toBe('open')
  })
})

describe('the line', () => {
  test('B5: each tier takes it over once', () => {
    const taken = goOn(reported, [principal, take], [county, take])
    expect(taken.state.acknowledged.map((deed) => deed.tier)).toEqual(['school', 'county'])
    expect(goOn(taken, [county, take])).toMatchObject({ types: [], refused: undefined })
  })
  test('C4: a post beside the line confirms for itself and does not keep its tier from confirming', () => {
    const seen = goOn(reported, [patrol, confirm])
    expect(seen.state.confirmedAbove[0]).toMatchObject({ tier: 'county', beside: true })
    expect(seen.state.moments['confirmed-above']).toBeUndefined()
    expect(goOn(seen, [patrol, confirm]).types).toEqual([])
    expect(goOn(seen, [county, confirm]).state.moments['confirmed-above']).toBeDefined()
    expect(goOn(seen, [principal, confirm]).refused?.code).toBe('not-allowed')
  })
  test('B1–B3: the handbook’s example is named, and said anew when somebody knows better', () => {
    expect(goOn(reported, [inspector, example(true)]).refused).toMatchObject({ field: 'reference' })
    const listed = goOn(reported, [inspector, example(true, 'no. 12')])
    expect(listed.state.example).toMatchObject({ listed: true, reference: 'no. 12', tier: 'school' })
    expect(goOn(listed, [inspector, example(true, 'no. 12')]).types).toEqual([])
    expect(goOn(listed, [county, example(false)]).state.example?.listed).toBe(false)
  })
  test('B5: one asks the tier above, tier by tier', () => {
    const asked = goOn(reported, [inspector, ask('q1')], [county, ask('q2')])
    expect(asked.state.asks.map(({ fromTier, toTier }) => [fromTier, toTier])).toEqual([
      ['school', 'county'],
      ['county', 'province'],
    ])
    expect(goOn(asked, [nation, ask('q3')]).refused?.code).toBe('ask.nobody-above')
  })
  test('one question of a tier is open at a time; the same one again changes nothing', () => {
    const asked = goOn(reported, [inspector, ask('q1')])
    expect(goOn(asked, [principal, ask('q2')]).refused).toMatchObject({
      code: 'ask.exists',
      whoCould: ['county-office'],
    })
    expect(goOn(asked, [inspector, ask('q1')])).toMatchObject({ types: [], refused: undefined })
    expect(goOn(reported, [inspector, ask('q1', ' ')]).refused?.field).toBe('question')
    const answered = goOn(asked, [county, answer('a1', 'q1')])
    expect(goOn(answered, [principal, ask('q2')]).types).toEqual(['Asked'])
  })
  test('B3: at level 3 the county asks with a proposal, unless the handbook has an example', () => {
    const fire = tell([chief, reportOf('fire')])
    expect(goOn(fire, [county, ask()]).refused).toEqual({ code: 'text.missing', field: 'proposal' })
    const proposed: IncidentCommand = {
      type: 'Ask',
      data: { ask: 'q1', question: 'May we stop?', proposal: 'Stop and repeat' },
    }
    expect(goOn(fire, [county, proposed]).state.asks[0]?.proposal).toBe('Stop and repeat')
    expect(goOn(fire, [county, example(true, 'no. 1')], [county, ask()]).types).toEqual(['Asked'])
    expect(goOn(fire, [principal, ask()]).types).toEqual(['Asked'])
  })
  test('B1: the tier asked answers, or one above it; nobody below', () => {
    const asked = goOn(reported, [county, ask('q1')])
    expect(goOn(asked, [county, answer('a1', 'q1')]).refused).toEqual({
      code: 'not-allowed',
      whoCould: ['province-office'],
    })
    const answered = goOn(asked, [nation, answer('a1', 'q1')])
    expect(answered.state.asks[0]?.answer).toBe('a1')
    expect(answered.state.answers[0]).toMatchObject({
      fromTier: 'nation',
      toTier: 'county',
      instruction: 'Go on',
    })
  })
  test('answers: unknown and answered questions are refused, a repeat is quiet, an instruction may come unasked', () => {
    const answered = goOn(reported, [inspector, ask('q1')], [county, answer('a1', 'q1')])
    expect(goOn(answered, [county, answer('a1', 'q1')])).toMatchObject({ types: [], refused: undefined })
    expect(goOn(answered, [county, answer('a2', 'q1')]).refused?.code).toBe('ask.answered')
    expect(goOn(answered, [county, answer('a2', 'q9')]).refused?.code).toBe('ask.unknown')
    expect(goOn(reported, [principal, answer()]).refused?.code).toBe('not-allowed')
    expect(goOn(reported, [county, answer('a1', undefined, '')]).refused?.field).toBe('instruction')
    expect(goOn(reported, [province, answer()]).state.answers[0]).toMatchObject({ toTier: 'county' })
  })
  test('B1 B5: the tier addressed complies, nobody above it and nobody below it', () => {
    const told = goOn(reported, [county, answer()])
    expect(goOn(told, [county, comply()]).refused).toMatchObject({ whoCould: ['principal'] })
    expect(goOn(told, [inspector, comply('a9')]).refused?.code).toBe('answer.unknown')
    const complied = goOn(told, [inspector, comply()])
    expect(complied.state.answers[0]?.complied?.by).toBe(inspector)
    expect(goOn(complied, [principal, comply()])).toMatchObject({ types: [], refused: undefined })
    const toCounty = goOn(reported, [province, answer()])
    expect(goOn(toCounty, [principal, comply()]).refused).toEqual({
      code: 'not-allowed',
      whoCould: ['county-office'],
    })
    expect(goOn(toCounty, [county, comply()]).types).toEqual(['Complied'])
  })
})

describe('the work', () => {
  test('A7: what saves life waits for no decision: steps and measures before any start', () => {
    expect(goOn(reported, [invigilator, step('stay')]).types).toEqual(['StepDone'])
    expect(goOn(reported, [chief, { type: 'TakeMeasure', data: { measure: 'called 120' } }]).types).toEqual([
      'MeasureTaken',
    ])
  })
  test('steps: unknown refused, done twice is quiet, a tick taken back leaves both lines', () => {
    expect(goOn(reported, [chief, step('constructor')]).refused).toMatchObject({
      code: 'step.unknown',
      field: 'step',
    })
    const done = goOn(reported, [chief, step('stay')])
    expect(goOn(done, [chief, step('stay')])).toMatchObject({ types: [], refused: undefined })
    expect(goOn(reported, [chief, reopen('stay')]).refused?.code).toBe('step.not-done')
    expect(goOn(done, [chief, reopen('stay', '')]).refused?.field).toBe('reason')
    const back = goOn(done, [chief, reopen('stay')])
    expect(back.state.steps).toEqual({})
    expect(back.state.entries.map((entry) => entry.kind).slice(-2)).toEqual(['StepDone', 'StepReopened'])
  })
  test('E2: a tick by somebody responsible after another’s, or with a new note, is a deed of its own', () => {
    const noted = (note: string): IncidentCommand => ({ type: 'DoStep', data: { step: 'supply', note } })
    const other = goOn(reported, [invigilator, step('supply')])
    expect(other.state.steps.supply).toMatchObject({ by: invigilator, responsible: false })
    expect(goOn(other, [patrol, step('supply')]).types).toEqual([])
    const responsible = goOn(other, [principal, step('supply'), 3])
    expect(responsible.types).toEqual(['StepDone'])
    expect(responsible.state.steps.supply).toMatchObject({ by: principal, responsible: true })
    expect(responsible.state.moments['measure-taken']).toHaveLength(1)
    expect(goOn(responsible, [inspector, step('supply')]).types).toEqual([])
    const told = goOn(responsible, [invigilator, noted('the spare runs'), 4])
    expect(told.types).toEqual(['StepDone'])
    expect(told.state.steps.supply?.by).toBe(principal)
    const lines = told.state.entries.filter((entry) => entry.kind === 'StepDone')
    expect(lines.map((entry) => [entry.by, entry.text])).toEqual([
      [invigilator, undefined],
      [principal, undefined],
      [invigilator, 'the spare runs'],
    ])
    expect(goOn(told, [principal, noted('still runs')]).state.steps.supply?.note).toBe('still runs')
  })
  test('B5: steps are left out with a reason, not done, and a tick later takes them back in', () => {
    const skip = (steps: readonly string[], reason = 'no spare supply here') =>
      given('SkipSteps', { steps, reason })
    const skipped = goOn(reported, [chief, skip(['supply', 'supply'])])
    expect(skipped.types).toEqual(['StepsSkipped'])
    expect(skipped.state.skipped.supply).toMatchObject({ by: chief, reason: 'no spare supply here' })
    expect(goOn(skipped, [chief, skip(['supply'])])).toMatchObject({ types: [], refused: undefined })
    expect(goOn(skipped, [chief, step('supply')]).state.skipped).toEqual({})
    expect(goOn(reported, [chief, skip(['constructor'])]).refused?.code).toBe('step.unknown')
    expect(goOn(reported, [chief, skip(['stay'], ' ')]).refused?.field).toBe('reason')
    const done = goOn(reported, [chief, step('stay')])
    expect(goOn(done, [chief, skip(['supply', 'stay'])]).refused?.code).toBe('step.done')
  })
  test('blank messages and measures are refused by their field', () => {
    expect(goOn(reported, [chief, message(' ')]).refused?.field).toBe('words')
    expect(goOn(reported, [chief, { type: 'TakeMeasure', data: { measure: '' } }]).refused?.field).toBe(
      'measure',
    )
  })
})

describe('the record', () => {
  test('E2: every event is one line with person and time, in order; the number is given once', () => {
    const plan = { person: 'plan' }
    const numbered = goOn(reported, [plan, { type: 'Number', data: { number: 'QH-07-003' } }])
    expect(numbered.state.number).toBe('QH-07-003')
    expect(goOn(numbered, [plan, { type: 'Number', data: { number: 'QH-07-004' } }]).types).toEqual([])
    expect(numbered.state.entries.map((entry) => [entry.version, entry.kind])).toEqual([
      [1, 'Reported'],
      [2, 'Graded'],
      [3, 'Numbered'],
    ])
  })
  test('E2: an event of a later version stops the fold', () => {
    const strange = { ...reported.history[0], type: 'Teleported' } as never
    expect(() => evolve(UNREPORTED, strange)).toThrow(/Teleported/)
  })
  test('texts whose key was destroyed leave the story readable', () => {
    const told = tell(
      [chief, reportOf('power-cut', { words: 'dark' })],
      [inspector, ask('q1')],
      [county, handle()],
    )
    const bare = told.history.map(({ private: _gone, ...event }) => event as (typeof told.history)[number])
    const state = bare.reduce(evolve, UNREPORTED)
    expect(state.words).toBeUndefined()
    expect(state.asks[0]).toMatchObject({ ask: 'q1', toTier: 'county' })
  })
})
