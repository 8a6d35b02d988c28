// How an incident ends: dealt with, written down, closed, and opened again. What it takes before is decide.test.ts.

import { describe, expect, test } from 'vitest'
import {
  answer,
  ask,
  close,
  comply,
  confirm,
  example,
  facts,
  given,
  handle,
  message,
  regrade,
  reopen,
  start,
  step,
  take,
  write,
} from './commands.fixture.ts'
import type { IncidentCommand } from './commands.ts'
import { evaluated, paper, stepped } from './ending.fixture.ts'
import { COUNTY, goOn, people, reportOf, tell } from './incident.fixture.ts'
import { findGrade } from './look-up.ts'

const { chief, invigilator, principal, inspector, county, patrol, province, nation } = people

const reported = tell([chief, reportOf('power-cut')])

describe('the end', () => {
  const asked = goOn(reported, [county, take], [county, example(true, 'no. 12')])
  const settled = goOn(asked, ...stepped, [county, handle()], ...paper(2))
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
  test('A4: at a response level whose limit waits for it, nothing is closed before a tier above has confirmed or taken it over', () => {
    const serious = tell(
      [chief, reportOf('network-down')],
      [principal, regrade(2, 'I')],
      [county, example(true, 'no. 3')],
    )
    const done = goOn(serious, ...stepped, [county, handle()], ...paper(2))
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
    // The plan has no such limit for Ⅱ: what it does not ask for is not owed.
    const network = goOn(
      tell([chief, reportOf('network-down')]),
      [county, example(true, 'no. 3')],
      ...stepped,
      [county, handle()],
      ...paper(2),
    )
    expect(goOn(network, [county, close]).types).toEqual(['Closed'])
    const small = goOn(
      reported,
      [county, example(true, 'no. 3')],
      ...stepped,
      [county, handle()],
      ...paper(2),
    )
    expect(goOn(small, [county, close]).types).toEqual(['Closed'])
  })
  test('B1 B2: without an example on record, nothing is closed before the tier asked has given its instruction', () => {
    const done = goOn(reported, [county, take], ...stepped, [county, handle()], ...paper(2))
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
    const level1 = tell([chief, reportOf('upset')], ...stepped, [principal, handle()], ...paper(1))
    expect(goOn(level1, [principal, close]).refused?.whoCould).toEqual(['principal', 'county-office'])
    const unasked = goOn(level1, [county, answer()], [principal, comply()])
    expect(goOn(unasked, [principal, close]).types).toEqual(['Closed'])
  })
  test('B3: at level 3 an example is not enough: the province has answered as well', () => {
    const fire = tell([chief, reportOf('fire')], [county, take], [county, example(true, 'no. 1')])
    const done = goOn(fire, ...stepped, [province, handle()], evaluated, ...paper(3))
    expect(goOn(done, [province, close]).refused?.code).toBe('incident.not-asked')
    const told = goOn(done, [county, ask()], [province, answer('a1', 'q1')], [county, comply()])
    expect(goOn(told, [province, close]).types).toEqual(['Closed'])
  })
  test('B2: what a county reports of itself is asked of the province, or not at all where it decides itself', () => {
    const own = (scenario: string) =>
      tell(
        [county, reportOf(scenario, { unit: COUNTY })],
        [county, handle()],
        [county, write('county-report')],
      )
    expect(goOn(own('upset'), [county, close]).types).toEqual(['Closed'])
    expect(goOn(own('power-cut'), [county, close]).refused?.code).toBe('incident.not-asked')
  })
  test('C3: what was answered to a school that may not see the incident holds up nothing', () => {
    const confined = tell([chief, reportOf('staff-violation')], [county, example(true, 'no. 9')])
    const told = goOn(
      confined,
      [county, answer()],
      [county, handle()],
      [county, step('stay')],
      [county, step('supply')],
      [county, write()],
      [county, write('county-report')],
    )
    expect(goOn(told, [county, close]).types).toEqual(['Closed'])
  })
  test('B6: closing needs every form of its level, each written by the tier that files it', () => {
    const worked = goOn(asked, ...stepped)
    expect(goOn(worked, [county, close]).refused?.code).toBe('incident.not-handled')
    const other = goOn(worked, [county, handle()], [county, write('county-report')], [county, close])
    expect(other.refused).toEqual({
      code: 'incident.not-recorded',
      values: { form: 'situation-record' },
      whoCould: ['principal'],
    })
    const recorded = goOn(worked, [county, handle()], [inspector, write()])
    expect(goOn(recorded, [county, close]).refused).toEqual({
      code: 'incident.open-form',
      values: { form: 'county-report' },
      whoCould: ['county-office'],
    })
    expect(goOn(recorded, [principal, write('county-report')]).refused).toEqual({
      code: 'form.not-yours',
      values: { form: 'county-report' },
      whoCould: ['county-office'],
    })
    expect(goOn(reported, [county, write()]).refused?.code).toBe('form.not-yours')
    expect(goOn(settled, [county, close]).state.status).toBe('closed')
    expect(goOn(reported, [county, write('laundry-list')]).refused?.code).toBe('form.unknown')
    expect(goOn(settled, [inspector, write()]).types).toEqual([])
  })
  test('E2: a field fact is taken on a closed incident; a request is refused', () => {
    const closed = goOn(settled, [county, close])
    const late = goOn(
      closed,
      [invigilator, given('DoStep', { step: 'stay', note: 'all sat down' }), 5, 60],
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
    ...stepped,
    [principal, given('EndResponse', { reason: 'light is back' })],
    [county, handle()],
    ...paper(2),
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
    // What was decided before stays readable, and it is brought to an end of its own.
    expect(again.state.entries.map((entry) => entry.kind)).toContain('Closed')
    expect(goOn(again, [county, close]).refused?.code).toBe('incident.not-confirmed')
    const over = goOn(
      again,
      [county, take],
      [principal, start('evacuate')],
      [principal, given('EndResponse', { reason: 'all are back' })],
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
