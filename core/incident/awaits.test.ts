// Who is told of what, and whom an incident waits for.

import { describe, expect, test } from 'vitest'
import { MINUTE } from '../basics/instant.ts'
import { awaits } from './awaits.ts'
import type { IncidentCommand } from './commands.ts'
import { paper, stepped } from './ending.fixture.ts'
import { goOn, NINE, PROVINCE, people, plan, reportOf, type Tale, tell, toldBy } from './incident.fixture.ts'
import { notices } from './notices.ts'
import { obligations } from './obligations.ts'

const { chief, principal, inspector, county, province } = people
const PLAN = { person: 'plan' }
const take: IncidentCommand = { type: 'Acknowledge', data: {} }
const handle: IncidentCommand = { type: 'Handle', data: { outcome: 'done' } }
const ask: IncidentCommand = { type: 'Ask', data: { ask: 'q1', question: 'wait?' } }
const answer: IncidentCommand = { type: 'Answer', data: { answer: 'a1', ask: 'q1', instruction: 'wait' } }

const listed: IncidentCommand = { type: 'StateExample', data: { listed: true, reference: 'no. 3' } }

const small = tell([chief, reportOf('upset')])
const power = tell([chief, reportOf('power-cut')])
const fire = tell([chief, reportOf('fire')])
const confined = tell([chief, reportOf('staff-violation')])

describe('notices', () => {
  test('B16: somebody hurt calls for whom the alarm of the plan names, at once or when it becomes known', () => {
    const hurt = tell([chief, reportOf('power-cut', { stated: { 'casualties.injured': 1 } })])
    expect(toldBy(hurt)).toContain('security-captain/holder')
    expect(toldBy(power)).not.toContain('security-captain/holder')
    const later = goOn(power, [
      chief,
      { type: 'StateFacts', data: { stated: { 'casualties.injured': 1 } } },
      3,
    ])
    expect(toldBy(later)).toContain('security-captain/holder')
  })
  test('B5: the school’s desk, the responsible inspector and the county hear of every report', () => {
    expect(toldBy(small)).toEqual(['principal/holder', 'school-inspector/holder', 'county-office/holder'])
  })
  test('C4 B9: posts the situation names are told at the same moment, the province once', () => {
    expect(toldBy(power)).toEqual([
      'principal/holder',
      'school-inspector/holder',
      'county-office/holder',
      'province-office/holder',
      'province-inspector/holder',
    ])
  })
  test('B3: level 3 reaches the province with the first grade', () => {
    expect(toldBy(fire)).toContain('province-office/holder')
  })
  test('raised to level 3, every desk it now concerns hears; lowered, nobody is woken', () => {
    const raise: IncidentCommand = {
      type: 'Regrade',
      data: { eventLevel: 3, responseLevel: 'III', reason: 'spreads' },
    }
    const raised = goOn(small, [principal, raise])
    expect(toldBy(raised)).toEqual(['county-office/holder', 'province-office/holder'])
    const lower: IncidentCommand = {
      type: 'Regrade',
      data: { eventLevel: 1, responseLevel: 'III', reason: 'over' },
    }
    expect(toldBy(goOn(raised, [county, lower]))).toEqual([])
  })
  test('asked: the tier asked; answered: the tier that asked and the reporter', () => {
    const asked = goOn(power, [county, ask])
    expect(toldBy(asked)).toEqual(['province-office/holder'])
    expect(toldBy(goOn(asked, [province, answer]))).toEqual([
      'county-office/holder',
      'chief-invigilator/holder',
    ])
  })
  test('E4: a passed limit tells whom its rung names', () => {
    const passed = goOn(power, [
      PLAN,
      { type: 'PassLimit', data: { limit: 'acknowledge', rung: 0, dueAt: NINE } },
      10,
    ])
    expect(toldBy(passed)).toEqual(['county-office/substitute'])
    const last = passed.history[passed.history.length - 1]
    expect(last && notices(last, passed.state, plan)[0]).toMatchObject({
      what: 'limit-missed',
      limit: 'acknowledge',
    })
  })
  test('A7: a started response reaches the county and everybody with a step', () => {
    const start: IncidentCommand = { type: 'StartResponse', data: { expectedMinutes: 30, measures: 'move' } }
    expect(toldBy(goOn(fire, [principal, start]))).toEqual([
      'county-office/holder',
      'invigilator/holder',
      'security-captain/holder',
    ])
  })
  test('closed: whoever was told', () => {
    const closed = goOn(power, [county, listed], ...stepped, [county, handle], ...paper(2), [
      county,
      { type: 'Close', data: {} },
    ])
    expect(toldBy(closed)).toEqual(toldBy(power))
  })
  test('A6: reopened, the desks of the level hear that it has another grade, whoever opened it', () => {
    const closed = goOn(power, [county, listed], ...stepped, [county, handle], ...paper(2), [
      county,
      { type: 'Close', data: {} },
    ])
    const graver: IncidentCommand = { type: 'StateFacts', data: { stated: { 'impact.data': 'serious' } } }
    expect(toldBy(goOn(closed, [chief, graver]))).toEqual([
      'principal/holder',
      'county-office/holder',
      'province-office/holder',
    ])
    const reopened = goOn(closed, [county, { type: 'Reopen', data: { reason: 'dark again' } }])
    expect(toldBy(reopened)).toEqual(['principal/holder'])
    const last = reopened.history[reopened.history.length - 1]
    expect(last && notices(last, reopened.state, plan)[0]?.what).toBe('regraded')
  })
  test('urgent where a life is at stake', () => {
    const [first] = fire.history
    expect(first && notices(first, fire.state, plan).every((notice) => notice.urgent)).toBe(true)
    const [quiet] = small.history
    expect(quiet && notices(quiet, small.state, plan).some((notice) => notice.urgent)).toBe(false)
  })
  test('a confined incident wakes nobody at the school, not by an answer or a limit either', () => {
    expect(toldBy(confined)).toEqual(['county-office/holder'])
    const answered = goOn(confined, [county, { type: 'Answer', data: { answer: 'a1', instruction: 'wait' } }])
    expect(toldBy(answered)).toEqual([])
    const passed = goOn(confined, [
      PLAN,
      { type: 'PassLimit', data: { limit: 'III', rung: 0, dueAt: NINE } },
      120,
    ])
    expect(passed.types).toEqual(['LimitPassed'])
    expect(toldBy(passed)).toEqual([])
  })
  test('an incident of the province itself tells nobody below', () => {
    expect(toldBy(tell([province, reportOf('upset', { unit: PROVINCE })]))).toEqual([])
  })
})

const kinds = (tale: Tale) => awaits(tale.state, plan).map((one) => `${one.kind} ${one.post}`)

describe('whom it waits for', () => {
  test('at first the county must take it over, with its clock; steps wait for their posts', () => {
    expect(awaits(power.state, plan)[0]).toEqual({
      kind: 'acknowledge',
      tier: 'county',
      post: 'county-office',
      dueAt: NINE + 10 * MINUTE,
      limit: 'acknowledge',
    })
    expect(kinds(power)).toContain('step security-captain')
    expect(kinds(goOn(power, [county, take]))).not.toContain('acknowledge county-office')
    expect(kinds(fire)).toContain('acknowledge province-office')
  })
  test('B1: level 1 without an example: the school asks the county; with one it does not', () => {
    expect(kinds(small)).toContain('ask principal')
    const listed = goOn(small, [
      inspector,
      { type: 'StateExample', data: { listed: true, reference: 'no. 3' } },
    ])
    expect(kinds(listed)).not.toContain('ask principal')
  })
  test('B2: level 2 without an example: the county asks the province; an answer settles it', () => {
    expect(kinds(power)).toContain('ask county-office')
    const asked = goOn(power, [county, ask])
    expect(kinds(asked)).not.toContain('ask county-office')
    expect(kinds(asked)).toContain('answer province-office')
  })
  test('B3: level 3 asks the province even with an example, and the province ends it', () => {
    const listed = goOn(fire, [county, { type: 'StateExample', data: { listed: true, reference: 'no. 1' } }])
    expect(kinds(listed)).toContain('ask county-office')
    expect(
      kinds(goOn(listed, [province, { type: 'Answer', data: { answer: 'a1', instruction: 'go' } }])),
    ).toContain('comply county-office')
    expect(kinds(fire)).toContain('handle province-office')
  })
  test('B5: an answer said to be carried out is handed on, also at the very moment at which it came', () => {
    const complied = goOn(
      power,
      [province, { type: 'Answer', data: { answer: 'a1', instruction: 'go' } }],
      [county, { type: 'Comply', data: { answer: 'a1' } }],
    )
    expect(kinds(complied)).toContain('instruct county-office')
    const handedOn = goOn(complied, [county, { type: 'Answer', data: { answer: 'a2', instruction: 'go' } }])
    expect(kinds(handedOn)).not.toContain('instruct county-office')
  })
  test('an open question and its answer come before the end; then handle, record, close, in turn', () => {
    const asked = goOn(power, [principal, ask])
    expect(awaits(asked.state, plan).find((one) => one.kind === 'answer')).toMatchObject({
      tier: 'county',
      about: 'q1',
      dueAt: NINE + 20 * MINUTE,
    })
    expect(kinds(asked)).not.toContain('handle county-office')
    const answered = goOn(asked, [county, answer])
    expect(kinds(answered)).toContain('comply principal')
    const complied = goOn(answered, [principal, { type: 'Comply', data: { answer: 'a1' } }])
    expect(kinds(complied)).toContain('handle county-office')
    const handled = goOn(complied, [county, handle])
    expect(kinds(handled)).toEqual([
      'ask county-office',
      'step invigilator',
      'step security-captain',
      'record principal',
      'record county-office',
    ])
    const recorded = goOn(handled, ...stepped, ...paper(2))
    expect(kinds(recorded)).toEqual(['ask county-office'])
    const settled = goOn(recorded, [county, listed])
    expect(kinds(settled)).toEqual(['close county-office'])
    expect(kinds(goOn(settled, [county, { type: 'Close', data: {} }]))).toEqual([])
  })
  test('A4: dealt with at response Ⅰ, it still waits for the county to confirm', () => {
    const network = tell(
      [chief, reportOf('network-down')],
      [principal, { type: 'Regrade', data: { eventLevel: 2, responseLevel: 'I', reason: 'all of it' } }],
      [county, listed],
      ...stepped,
      [county, handle],
      ...paper(2),
    )
    expect(kinds(network)).toEqual(['acknowledge county-office'])
    expect(kinds(goOn(network, [county, take]))).toEqual(['close county-office'])
  })
  test('what stands in the way of closing is said as data', () => {
    expect(obligations(goOn(power, [principal, ask]).state, plan)).toEqual([
      { kind: 'answer', tier: 'county', ask: 'q1' },
      { kind: 'ask', tier: 'county', of: 'province' },
      { kind: 'step', tier: 'school', step: 'stay' },
      { kind: 'step', tier: 'school', step: 'supply' },
      { kind: 'handle', tier: 'county' },
      { kind: 'record', tier: 'school', form: 'situation-record' },
      { kind: 'record', tier: 'county', form: 'county-report' },
    ])
  })
})
