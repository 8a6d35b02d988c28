// Each command of an incident: does it, refuses it, stays quiet. Limits have their own tests.

import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../basics/instant.ts'
import type { IncidentCommand } from './commands.ts'
import { evolve, UNREPORTED } from './evolve.ts'
import { COUNTY, goOn, NINE, people, plan, reportOf, tell } from './incident.fixture.ts'
import { findGrade } from './look-up.ts'
import { incidentRow } from './row.ts'

const { chief, invigilator, principal, inspector, county, patrol, province, nation } = people

const facts = (stated: object, words?: string): IncidentCommand =>
  ({ type: 'StateFacts', data: { stated, ...(words === undefined ? {} : { words }) } }) as IncidentCommand
const regrade = (
  eventLevel: 1 | 2 | 3,
  responseLevel: 'I' | 'II' | 'III' | 'IV',
  reason = 'seen',
): IncidentCommand => ({
  type: 'Regrade',
  data: { eventLevel, responseLevel, reason },
})
const take: IncidentCommand = { type: 'Acknowledge', data: {} }
const confirm: IncidentCommand = { type: 'ConfirmReport', data: {} }
const close: IncidentCommand = { type: 'Close', data: {} }
const ask = (id = 'q1', question = 'May we go on?'): IncidentCommand => ({
  type: 'Ask',
  data: { ask: id, question },
})
const answer = (id = 'a1', question?: string, instruction = 'Go on'): IncidentCommand => ({
  type: 'Answer',
  data: { answer: id, instruction, ...(question === undefined ? {} : { ask: question }) },
})
const comply = (id = 'a1'): IncidentCommand => ({ type: 'Comply', data: { answer: id } })
const step = (id: string): IncidentCommand => ({ type: 'DoStep', data: { step: id } })
const reopen = (id: string, reason = 'not yet'): IncidentCommand => ({
  type: 'ReopenStep',
  data: { step: id, reason },
})
const start = (measures = 'move to spare rooms'): IncidentCommand => ({
  type: 'StartResponse',
  data: { expectedMinutes: 30, measures },
})
const handle = (outcome = 'Lights are back'): IncidentCommand => ({ type: 'Handle', data: { outcome } })
const write = (form = 'situation-record'): IncidentCommand => ({ type: 'WriteDown', data: { form } })
const message = (words = 'On my way'): IncidentCommand => ({ type: 'SendMessage', data: { words } })
const example = (listed: boolean, reference?: string): IncidentCommand => ({
  type: 'StateExample',
  data: { listed, ...(reference === undefined ? {} : { reference }) },
})

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
    const lowered = goOn(reported, [county, regrade(1, 'IV')])
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
  test('A6: lowering is for the county and above, and not below the tier of the person who set it', () => {
    expect(goOn(reported, [principal, regrade(1, 'III')]).refused).toEqual({
      code: 'incident.not-graded-lower',
      whoCould: ['county-office'],
    })
    expect(goOn(reported, [county, regrade(1, 'III')]).types).toEqual(['Graded'])
    const byProvince = goOn(reported, [province, regrade(3, 'I')])
    expect(goOn(byProvince, [county, regrade(2, 'I')]).refused?.whoCould).toEqual(['province-office'])
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
  test('refuses a blank reason, stays quiet when nothing changes', () => {
    expect(goOn(reported, [county, regrade(3, 'I', '  ')]).refused).toMatchObject({
      code: 'text.missing',
      field: 'reason',
    })
    expect(goOn(reported, [county, regrade(2, 'III')]).types).toEqual([])
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
  test('A7: the response starts at the level in force, once, and again when the level has risen', () => {
    const started = goOn(reported, [principal, start()])
    expect(started.state.responseStarted).toMatchObject({ responseLevel: 'III', expectedMinutes: 30 })
    expect(goOn(started, [principal, start()]).types).toEqual([])
    expect(goOn(started, [principal, start('more')]).refused?.code).toBe('response.started')
    const risen = goOn(started, [county, regrade(3, 'I')], [principal, start('evacuate')])
    expect(risen.state.responseStarted?.responseLevel).toBe('I')
    expect(goOn(reported, [principal, start(' ')]).refused?.field).toBe('measures')
  })
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
  test('blank messages and measures are refused by their field', () => {
    expect(goOn(reported, [chief, message(' ')]).refused?.field).toBe('words')
    expect(goOn(reported, [chief, { type: 'TakeMeasure', data: { measure: '' } }]).refused?.field).toBe(
      'measure',
    )
  })
})

describe('the end', () => {
  const asked = goOn(reported, [county, take], [county, example(true, 'no. 12')])
  const settled = goOn(asked, [county, handle()], [inspector, write()])
  test('B5: nothing ends while somebody waits for an answer, or an answer waits to be carried out', () => {
    const asked = goOn(reported, [inspector, ask('q1')])
    expect(goOn(asked, [county, handle()]).refused).toEqual({
      code: 'incident.open-ask',
      whoCould: ['county-office'],
    })
    const answered = goOn(asked, [county, answer('a1', 'q1')])
    expect(goOn(answered, [county, handle()]).refused).toEqual({
      code: 'answer.not-complied',
      whoCould: ['principal'],
    })
    expect(goOn(answered, [principal, comply()], [county, handle()]).types).toEqual(['Handled'])
    expect(goOn(settled, [inspector, ask('q1')], [county, close]).refused?.code).toBe('incident.open-ask')
  })
  test('handled with steps left undone is allowed, the outcome says why; other words are kept beside the first', () => {
    expect(goOn(reported, [county, handle('')]).refused?.field).toBe('outcome')
    expect(goOn(settled, [county, handle()]).types).toEqual([])
    const corrected = goOn(settled, [county, handle('Supply changed')])
    expect(corrected.state.entries.filter((entry) => entry.kind === 'Handled')).toHaveLength(2)
  })
  test('A4: at response Ⅰ and Ⅱ nothing is closed before a tier above has confirmed or taken it over', () => {
    const serious = tell([chief, reportOf('network-down')], [county, example(true, 'no. 3')])
    const done = goOn(serious, [county, handle()], [inspector, write()])
    expect(goOn(done, [principal, take], [patrol, confirm], [county, close]).refused).toEqual({
      code: 'incident.not-confirmed',
      whoCould: ['county-office'],
    })
    for (const heard of [
      [county, confirm],
      [county, take],
      [province, confirm],
    ] as const) {
      expect(goOn(done, heard, [county, close]).types).toEqual(['Closed'])
    }
    const small = goOn(reported, [county, example(true, 'no. 3')], [county, handle()], [inspector, write()])
    expect(goOn(small, [county, close]).types).toEqual(['Closed'])
  })
  test('B1 B2: without an example on record, nothing is closed before the tier asked has given its instruction', () => {
    const done = goOn(reported, [county, take], [county, handle()], [inspector, write()])
    const notAsked = { code: 'incident.not-asked', whoCould: ['county-office', 'province-office'] }
    expect(goOn(done, [county, close]).refused).toEqual(notAsked)
    expect(goOn(done, [county, example(false)], [county, close]).refused).toEqual(notAsked)
    expect(goOn(done, [inspector, example(true, 'no. 3')], [county, close]).types).toEqual(['Closed'])
    // What the county told the school is not the province's word, nor what the nation told the province.
    const below = goOn(done, [county, answer('a1')], [principal, comply('a1')])
    expect(goOn(below, [county, close]).refused).toEqual(notAsked)
    const above = goOn(below, [nation, answer('a2')], [province, comply('a2')])
    expect(goOn(above, [county, close]).refused).toEqual(notAsked)
    const asking = goOn(done, [county, ask('q1')])
    expect(goOn(asking, [county, close]).refused?.code).toBe('incident.open-ask')
    const told = goOn(asking, [province, answer('a3', 'q1')], [county, comply('a3')])
    expect(goOn(told, [county, close]).types).toEqual(['Closed'])
    const level1 = tell([chief, reportOf('upset')], [principal, handle()], [principal, write()])
    expect(goOn(level1, [principal, close]).refused?.whoCould).toEqual(['principal', 'county-office'])
    const unasked = goOn(level1, [county, answer()], [principal, comply()])
    expect(goOn(unasked, [principal, close]).types).toEqual(['Closed'])
  })
  test('B3: at level 3 an example is not enough: the province has answered as well', () => {
    const fire = tell([chief, reportOf('fire')], [county, take], [county, example(true, 'no. 1')])
    const done = goOn(fire, [province, handle()], [inspector, write()])
    expect(goOn(done, [province, close]).refused?.code).toBe('incident.not-asked')
    const told = goOn(done, [county, ask()], [province, answer('a1', 'q1')], [county, comply()])
    expect(goOn(told, [province, close]).types).toEqual(['Closed'])
  })
  test('B2: what a county reports of itself is asked of the province, or not at all where it decides itself', () => {
    const own = (scenario: string) =>
      tell([county, reportOf(scenario, { unit: COUNTY })], [county, handle()], [county, write()])
    expect(goOn(own('upset'), [county, close]).types).toEqual(['Closed'])
    expect(goOn(own('power-cut'), [county, close]).refused?.code).toBe('incident.not-asked')
  })
  test('C3: what was answered to a school that may not see the incident holds up nothing', () => {
    const confined = tell([chief, reportOf('staff-violation')], [county, example(true, 'no. 9')])
    const told = goOn(confined, [county, answer()], [county, handle()], [county, write()])
    expect(goOn(told, [county, close]).types).toEqual(['Closed'])
  })
  test('B6: closing needs it handled and written into the situation record', () => {
    expect(goOn(asked, [county, close]).refused?.code).toBe('incident.not-handled')
    const other = goOn(asked, [county, handle()], [county, write('county-report')], [county, close])
    expect(other.refused).toEqual({
      code: 'incident.not-recorded',
      values: { form: 'situation-record' },
      whoCould: ['principal'],
    })
    expect(goOn(settled, [county, close]).state.status).toBe('closed')
    expect(goOn(reported, [county, write('laundry-list')]).refused?.code).toBe('form.unknown')
    expect(goOn(settled, [inspector, write()]).types).toEqual([])
  })
  test('E2: a field fact is taken on a closed incident; a request is refused', () => {
    const closed = goOn(settled, [county, close])
    const late = goOn(
      closed,
      [invigilator, step('stay'), 5, 60],
      [chief, { type: 'TakeMeasure', data: { measure: 'torches' } }, 6, 60],
      [chief, facts({ copies: 2 }), 7, 60],
      [chief, message('we are back'), 8, 60],
    )
    expect(late.state.entries.slice(-4).map((entry) => entry.kind)).toEqual([
      'StepDone',
      'MeasureTaken',
      'FactsStated',
      'MessageSent',
    ])
    expect(late.state.status).toBe('closed')
    expect(findGrade(late.state)?.responseLevel).toBe('III')
    for (const request of [
      take,
      ask(),
      answer(),
      regrade(3, 'I'),
      start(),
      handle('x'),
      write(),
      reopen('stay'),
    ]) {
      expect(goOn(closed, [county, request]).refused?.code).toBe('incident.closed')
    }
    expect(goOn(closed, [county, close])).toMatchObject({ types: [], refused: undefined })
  })
})

describe('after the end', () => {
  const closed = goOn(
    reported,
    [county, take],
    [county, example(true, 'no. 12')],
    [principal, start()],
    [county, handle()],
    [inspector, write()],
    [county, close],
  )
  test('A3 A6: facts that make the grade graver open it again, by the plan, naming its cause', () => {
    const again = goOn(closed, [chief, facts({ interrupted: 'fully' }), 30])
    expect(again.types).toEqual(['FactsStated', 'Graded', 'Reopened'])
    const last = again.history[again.history.length - 1]
    expect(last?.data).toEqual({ origin: 'plan', cause: closed.state.version + 1 })
    expect(again.state).toMatchObject({ status: 'open', acknowledged: [], confirmedAbove: [] })
    expect(again.state.handled).toBeUndefined()
    expect(again.state.closed).toBeUndefined()
    expect(findGrade(again.state)?.responseLevel).toBe('I')
    expect(incidentRow(again.state, plan).status).toBe('open')
    // What was decided before stays readable, and it is brought to an end of its own.
    expect(again.state.entries.map((entry) => entry.kind)).toContain('Closed')
    expect(goOn(again, [county, close]).refused?.code).toBe('incident.not-confirmed')
    const over = goOn(
      again,
      [county, take],
      [principal, start('evacuate')],
      [county, handle()],
      [county, close],
    )
    expect(over.state.status).toBe('closed')
  })
  test('A6: facts that make nothing graver stay a line of what is closed', () => {
    for (const stated of [{ 'impact.order': 'none' }, { copies: 4 }, { interrupted: 'no' }]) {
      const late = goOn(closed, [chief, facts(stated), 30])
      expect(late.types).toEqual(['FactsStated'])
      expect(late.state.status).toBe('closed')
    }
  })
  test('E2: a person reopens with a reason and thereby has it in hand; what is open stays as it is', () => {
    const reopened: IncidentCommand = { type: 'Reopen', data: { reason: 'dark again' } }
    const again = goOn(closed, [county, reopened, 30])
    expect(again.types).toEqual(['Reopened'])
    expect(again.state.status).toBe('open')
    expect(again.state.acknowledged.map((deed) => deed.tier)).toEqual(['county'])
    expect(goOn(again, [county, reopened])).toMatchObject({ types: [], refused: undefined })
    expect(goOn(closed, [county, { type: 'Reopen', data: { reason: ' ' } }]).refused).toEqual({
      code: 'text.missing',
      field: 'reason',
    })
    expect(tell([county, reopened]).refused?.code).toBe('incident.unknown')
    expect(goOn(again, [county, handle()], [county, close]).types).toEqual(['Closed'])
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
