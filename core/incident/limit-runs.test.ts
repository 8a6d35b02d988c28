// Limits that run once for each thing, that begin late in an incident's course, that are carried elsewhere or were started by
// mistake. Those of the response levels are limits.test.ts. Minutes count from nine o'clock.

import { describe, expect, test } from 'vitest'
import { type Instant, MINUTE } from '../basics/instant.ts'
import { answer, ask, comply, given, handle, regrade, start, take } from './commands.fixture.ts'
import type { IncidentCommand } from './commands.ts'
import { course } from './course-plan.fixture.ts'
import { deadlines } from './deadlines.ts'
import { paper } from './ending.fixture.ts'
import { COUNTY, goOn, NINE, people, reportOf, type Tale, tellUnder } from './incident.fixture.ts'
import { limits } from './limits.ts'

const { chief, principal, inspector, county, patrol, province } = people
const BY_THE_PLAN = { person: 'plan' }

const power = tellUnder(course, [chief, reportOf('power-cut')])
const clock = (tale: Tale, id: string, of?: string) =>
  limits(tale.state, tale.plan).find((one) => one.limit.id === id && one.of === of)
const minute = (at: Instant | undefined) => (at === undefined ? undefined : (at - NINE) / MINUTE)
const runs = (tale: Tale, id: string) =>
  limits(tale.state, tale.plan)
    .filter((one) => one.limit.id === id)
    .map((one) => one.of)
const oral = (id: string, saidAt = 0): IncidentCommand =>
  given('LogOral', {
    oral: id,
    from: 'Chen',
    to: 'Cao',
    toTier: 'county',
    saidAt: NINE + saidAt * MINUTE,
    words: 'dark',
  })
const report = (id: string, kind: 'follow-up' | 'final' = 'follow-up') =>
  given('ReportOn', { report: id, kind, words: id })

describe('a clock for each thing', () => {
  test('B5: each task of the owing tier has its own, until it comes back as done', () => {
    const work = goOn(
      power,
      [principal, ask('q1'), 1],
      [
        county,
        given('Answer', {
          answer: 'a1',
          ask: 'q1',
          instruction: 'spare rooms',
          tasks: [
            { task: 't1', post: 'principal', words: 'move' },
            { task: 't2', post: 'invigilator', words: 'calm' },
            { task: 't3', post: 'county-patrol', words: 'watch' },
          ],
        }),
        5,
      ],
    )
    expect(runs(work, 'task')).toEqual(['t1', 't2'])
    const done = goOn(work, [principal, given('DoTask', { task: 't2', effect: 'calm' }), 20])
    expect(clock(done, 'task', 't2')).toMatchObject({ kept: true, stoppedAt: NINE + 20 * MINUTE })
    expect(clock(done, 'task', 't1')).toMatchObject({ dueAt: NINE + 35 * MINUTE })
    expect(clock(done, 'task', 't1')?.stoppedAt).toBeUndefined()
    expect(deadlines(done.state, course).map((row) => row.key)).toContain('task~t1/0')
  })
  test('B10: work that waits has a clock of its own, stopped by the answer or by going on', () => {
    const held = goOn(
      power,
      [county, answer('a0'), 1],
      [principal, comply('a0'), 2],
      [chief, given('StartHold', { hold: 'h1', room: '3', reason: 'stained' }), 5],
      [chief, given('StartHold', { hold: 'h2', room: '4', reason: 'torn' }), 6],
    )
    expect(minute(clock(held, 'hold', 'h1')?.dueAt)).toBe(15)
    // What was answered before the room waited is not what it waits for.
    expect(clock(held, 'hold', 'h1')?.stoppedAt).toBeUndefined()
    const answered = goOn(held, [county, answer('a1'), 12])
    expect(minute(clock(answered, 'hold', 'h1')?.stoppedAt)).toBe(12)
    const alone = goOn(held, [county, given('EndHold', { hold: 'h1' }), 8])
    expect(minute(clock(alone, 'hold', 'h1')?.stoppedAt)).toBe(8)
    expect(clock(alone, 'hold', 'h2')?.stoppedAt).toBeUndefined()
  })
  test('B7 B8: an oral report starts the clock of the written one when it was said, once for each', () => {
    const said = goOn(power, [chief, oral('o1', 5), 5], [chief, oral('o2', 10), 20, 5])
    expect(runs(said, 'written')).toEqual(['o1', 'o2'])
    expect(minute(clock(said, 'written', 'o2')?.startedAt)).toBe(10)
    const written = goOn(said, [principal, report('r1'), 30])
    for (const id of ['o1', 'o2']) expect(clock(written, 'written', id)).toMatchObject({ kept: true })
    const later = goOn(written, [chief, oral('o3', 40), 40])
    expect(clock(later, 'written', 'o3')?.stoppedAt).toBeUndefined()
  })
  test('B7: a question or the school’s own form is a written report as well; the county’s form is not', () => {
    const said = goOn(power, [chief, oral('o1'), 5])
    expect(clock(goOn(said, [principal, ask(), 6]), 'written', 'o1')?.kept).toBe(true)
    const form = (id: string) => given('WriteDown', { form: id })
    expect(clock(goOn(said, [county, form('county-report'), 6]), 'written', 'o1')?.stoppedAt).toBeUndefined()
    expect(clock(goOn(said, [inspector, form('situation-record'), 6]), 'written', 'o1')?.kept).toBe(true)
  })
  test('A4: each report of the series starts the clock of the next of its tier, until it is handled', () => {
    const first = goOn(power, [principal, report('r1'), 10])
    expect(minute(clock(first, 'next', 'r1')?.dueAt)).toBe(40)
    const other = goOn(first, [county, report('c1'), 12])
    expect(runs(other, 'next')).toEqual(['r1'])
    expect(clock(other, 'next', 'r1')?.stoppedAt).toBeUndefined()
    const second = goOn(other, [inspector, report('r2'), 35])
    expect(clock(second, 'next', 'r1')).toMatchObject({ kept: true, stoppedAt: NINE + 35 * MINUTE })
    const over = goOn(second, [county, handle(), 50], [principal, report('r3', 'final'), 55])
    expect(minute(clock(over, 'next', 'r2')?.stoppedAt)).toBe(50)
    expect(runs(over, 'next')).toEqual(['r1', 'r2'])
  })
  test('A4: a report at a level that no limit is for starts none; raised again, it runs from the raising', () => {
    const light = goOn(power, [province, regrade(2, 'IV'), 5], [principal, report('r1'), 10])
    expect(runs(light, 'next')).toEqual([])
    const raised = goOn(light, [county, regrade(2, 'II'), 20])
    expect(minute(clock(raised, 'next', 'r1')?.startedAt)).toBe(20)
    // Lowered after it began, it runs on.
    const began = goOn(power, [principal, report('r1'), 10], [province, regrade(2, 'IV'), 15])
    expect(minute(clock(began, 'next', 'r1')?.dueAt)).toBe(40)
  })
})

describe('clocks that begin late', () => {
  test('A4: the final report is due once it was handled, and a follow-up is not the final one', () => {
    const handled = goOn(power, [principal, report('r1'), 5], [county, handle(), 20])
    expect(minute(clock(handled, 'final')?.dueAt)).toBe(50)
    const more = goOn(handled, [principal, report('r2'), 25])
    expect(clock(more, 'final')?.stoppedAt).toBeUndefined()
    expect(clock(goOn(more, [principal, report('r3', 'final'), 30]), 'final')?.kept).toBe(true)
  })
  test('B4: the evaluation has its clock where the level at the end has one', () => {
    expect(clock(goOn(power, [county, handle(), 20]), 'evaluation')).toBeUndefined()
    const graver = goOn(power, [county, regrade(3, 'III'), 5], [province, handle(), 20])
    expect(minute(clock(graver, 'evaluation')?.dueAt)).toBe(50)
    const lighter = goOn(
      power,
      [county, regrade(3, 'III'), 5],
      [province, regrade(2, 'III'), 8],
      [province, handle(), 20],
    )
    expect(clock(lighter, 'evaluation')).toBeUndefined()
  })
  test('E4: verified by the tier that owes it, not by the school', () => {
    const verdict = given('Verify', { verdict: 'verified' })
    expect(clock(goOn(power, [inspector, verdict, 5]), 'verify')?.stoppedAt).toBeUndefined()
    expect(clock(goOn(power, [county, verdict, 5]), 'verify')?.kept).toBe(true)
  })
  test('A7: a response that was started is ended or looked at again', () => {
    const started = goOn(power, [principal, start(), 5])
    expect(minute(clock(started, 'review')?.dueAt)).toBe(35)
    const ended = goOn(started, [principal, given('EndResponse', { reason: 'light' }), 10])
    expect(clock(ended, 'review')).toMatchObject({ kept: true, stoppedAt: NINE + 10 * MINUTE })
    expect(clock(power, 'review')).toBeUndefined()
  })
  test('B9: raised to a tier that has it in hand already, nothing is left to confirm', () => {
    const raise = given('RaiseTo', { tier: 'province', words: 'beyond us' })
    expect(minute(clock(goOn(power, [county, raise, 5]), 'raised')?.dueAt)).toBe(35)
    expect(clock(goOn(power, [province, take, 2], [county, raise, 5]), 'raised')?.kept).toBe(true)
  })
})

describe('clocks that run elsewhere, or should never have run', () => {
  const joined = goOn(
    power,
    [county, take, 3],
    [BY_THE_PLAN, given('Join', { incident: 'i2', as: 'same' }), 20],
  )
  test('twice the same: joined, its clocks are carried where it went: neither kept nor missed, nobody is told', () => {
    expect(clock(joined, 'III')).toMatchObject({ stoppedAt: NINE + 20 * MINUTE, carried: true })
    expect(clock(joined, 'III')?.kept).toBeUndefined()
    expect(clock(joined, 'III')?.nextRung).toBeUndefined()
    expect(clock(joined, 'acknowledge')).toMatchObject({ kept: true })
    expect(deadlines(joined.state, course)).toEqual([])
    const pass = given('PassLimit', { limit: 'III', rung: 0, dueAt: NINE + 120 * MINUTE })
    expect(goOn(joined, [BY_THE_PLAN, pass, 200]).types).toEqual([])
  })
  test('twice the same: parted, they run on with the end they had, and climb from the parting', () => {
    const parted = goOn(joined, [BY_THE_PLAN, given('Part', { incident: 'i2', reason: 'another room' }), 180])
    expect(clock(parted, 'III')).toMatchObject({ dueAt: NINE + 120 * MINUTE })
    expect(clock(parted, 'III')?.stoppedAt).toBeUndefined()
    expect(minute(clock(parted, 'III')?.nextRung?.at)).toBe(185)
  })
  test('A2: a school’s incident under the county’s keeps its own clocks', () => {
    const member = goOn(power, [BY_THE_PLAN, given('Join', { incident: 'c1', as: 'spread' }), 20])
    expect(clock(member, 'III')?.stoppedAt).toBeUndefined()
  })
  test('A2: a county’s own incident asks the county for nothing but its own duties', () => {
    const own = tellUnder(course, [county, reportOf('power-cut', { unit: COUNTY })])
    expect(runs(own, 'acknowledge')).toEqual([])
    const measure = clock(own, 'III')
    expect(measure?.limit.owedBy).toBe('county-office')
    // The substitute of a school's principal has no part in it.
    expect(measure?.nextRung).toBeUndefined()
    const seen = tellUnder(course, [patrol, reportOf('power-cut', { unit: COUNTY })])
    expect(runs(seen, 'acknowledge')).toEqual([undefined])
  })
  test('E2: an oral report that was struck through chases nobody, and stays in the list', () => {
    const said = goOn(power, [chief, oral('o1'), 5])
    const struck = goOn(said, [
      chief,
      given('StrikeEntry', { entry: said.state.version, reason: 'not said' }),
      10,
    ])
    expect(struck.types).toEqual(['EntryStruck'])
    expect(clock(struck, 'written', 'o1')).toMatchObject({ stoppedAt: NINE + 10 * MINUTE, struck: true })
    expect(clock(struck, 'written', 'o1')?.kept).toBeUndefined()
    expect(clock(struck, 'written', 'o1')?.nextRung).toBeUndefined()
  })
  test('E2: a report of the series that was struck through has stopped nothing', () => {
    const said = goOn(power, [chief, oral('o1'), 5], [principal, report('r1'), 10])
    const entry = said.state.version
    const struck = goOn(said, [principal, given('StrikeEntry', { entry, reason: 'wrong incident' }), 50])
    expect(struck.types).toEqual(['EntryStruck'])
    expect(clock(struck, 'written', 'o1')?.stoppedAt).toBeUndefined()
    expect(minute(clock(struck, 'written', 'o1')?.nextRung?.at)).toBe(55)
    expect(clock(struck, 'next', 'r1')).toMatchObject({ struck: true })
  })
  test('A4: the forms of the end are no reports of its course', () => {
    const done = goOn(power, [county, handle(), 10], ...paper(2))
    expect(clock(done, 'final')?.stoppedAt).toBeUndefined()
  })
})
