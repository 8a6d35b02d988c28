// The clocks: which limits run at which level, from when to when, what stops them, who is told when, and that
// climbing waits for us to have known. Minutes count from nine o'clock.

import { describe, expect, test } from 'vitest'
import { DAY, HOUR, type Instant, MINUTE } from '../basics/instant.ts'
import type { IncidentCommand } from './commands.ts'
import { deadlines } from './deadlines.ts'
import { paper, stepped } from './ending.fixture.ts'
import { goOn, NINE, people, plan, reportOf, type Tale, tell } from './incident.fixture.ts'
import { limits } from './limits.ts'

const { chief, invigilator, principal, inspector, county, patrol, province } = people
const PLAN = { person: 'plan' }

const confirm: IncidentCommand = { type: 'ConfirmReport', data: {} }
const take: IncidentCommand = { type: 'Acknowledge', data: {} }
const start: IncidentCommand = { type: 'StartResponse', data: { expectedMinutes: 30, measures: 'evacuate' } }
const measure: IncidentCommand = { type: 'TakeMeasure', data: { measure: 'torches' } }
const regrade = (responseLevel: 'I' | 'II' | 'III' | 'IV'): IncidentCommand => ({
  type: 'Regrade',
  data: { eventLevel: 2, responseLevel, reason: 'seen' },
})
const pass = (limit: string, rung: number, of?: string): IncidentCommand => ({
  type: 'PassLimit',
  data: { limit, rung, dueAt: NINE, ...(of === undefined ? {} : { of }) },
})

const clock = (tale: Tale, id: string, of?: string) =>
  limits(tale.state, plan).find((one) => one.limit.id === id && one.of === of)
const minute = (at: Instant | undefined) => (at === undefined ? undefined : (at - NINE) / MINUTE)
const running = (tale: Tale) => limits(tale.state, plan).map((one) => one.limit.id)

/** Closing as it was done, minutes after nine. */
const deedAt = (at: number) => ({
  by: county,
  occurredAt: NINE + at * MINUTE,
  recordedAt: NINE + at * MINUTE,
})

const small = tell([chief, reportOf('upset')])
const power = tell([chief, reportOf('power-cut')])
const network = tell([chief, reportOf('network-down')])
const fire = tell([chief, reportOf('fire')])

describe('A4: limits by response level', () => {
  test('A4: each level runs its own limits, and no others', () => {
    expect(running(small)).toEqual(['acknowledge', 'IV'])
    expect(running(power)).toEqual(['acknowledge', 'III'])
    expect(running(network)).toEqual(['acknowledge', 'II'])
    expect(running(fire)).toEqual(['acknowledge', 'I-start', 'I-report'])
  })
  test.each([
    ['Ⅰ is to be started at once: late when the grace is over', fire, 'I-start', 5],
    ['Ⅰ is reported up within 30 minutes', fire, 'I-report', 30],
    ['Ⅱ is responded to within 1 hour', network, 'II', 60],
    ['Ⅲ is responded to within 2 hours', power, 'III', 120],
    ['Ⅳ is dealt with the same day, until 24:00', small, 'IV', 15 * 60],
  ])('A4: %s', (_title, tale, id, due) => {
    expect(minute(clock(tale, id)?.startedAt)).toBe(0)
    expect(minute(clock(tale, id)?.dueAt)).toBe(due)
  })
  test('A4: minutes count from discovery, not from the report', () => {
    const late = tell([chief, reportOf('network-down'), 20])
    expect(minute(clock(late, 'II')?.dueAt)).toBe(60)
    expect(minute(clock(late, 'acknowledge')?.dueAt)).toBe(30)
  })
  test('A4: the same day ends at the plan’s earlier hour, and at midnight for what is found after it', () => {
    const early = { ...plan, dayEndsAt: '17:30' }
    const [found] = limits(small.state, early).filter((one) => one.limit.id === 'IV')
    expect(found?.dueAt).toBe(NINE + 8.5 * HOUR)
    const evening = tell([chief, reportOf('upset', { discoveredAt: NINE + 9 * HOUR }), 9 * 60])
    const [after] = limits(evening.state, early).filter((one) => one.limit.id === 'IV')
    expect(after?.dueAt).toBe(NINE + 15 * HOUR)
  })
  test('A4: Ⅰ starts by the commander’s start, kept within the plan’s grace', () => {
    expect(clock(goOn(fire, [principal, start, 4]), 'I-start')).toMatchObject({ kept: true })
    expect(clock(goOn(fire, [principal, start, 6]), 'I-start')).toMatchObject({ kept: false })
  })
  test('A4: Ⅰ counts as reported when the next tier confirms, not by sending and not by an observer (C4)', () => {
    expect(clock(fire, 'I-report')?.stoppedAt).toBeUndefined()
    const observed = goOn(fire, [patrol, confirm, 3], [principal, take, 3])
    expect(clock(observed, 'I-report')?.stoppedAt).toBeUndefined()
    const confirmed = goOn(observed, [county, confirm, 29])
    expect(minute(clock(confirmed, 'I-report')?.stoppedAt)).toBe(29)
    expect(clock(confirmed, 'I-report')?.kept).toBe(true)
    expect(clock(goOn(fire, [county, take, 31]), 'I-report')?.kept).toBe(false)
  })
  test('A4: Ⅱ and Ⅲ stop at the first measure or step by a post responsible', () => {
    expect(clock(goOn(network, [patrol, measure, 10]), 'II')?.stoppedAt).toBeUndefined()
    expect(clock(goOn(network, [invigilator, measure, 10]), 'II')?.stoppedAt).toBeUndefined()
    const stepped = goOn(network, [invigilator, { type: 'DoStep', data: { step: 'stay' } }, 11])
    expect(minute(clock(stepped, 'II')?.stoppedAt)).toBe(11)
    expect(minute(clock(goOn(network, [principal, measure, 12]), 'II')?.stoppedAt)).toBe(12)
    expect(clock(goOn(power, [county, measure, 121]), 'III')?.kept).toBe(false)
  })
  test('A4: a measure that reaches us late was in time if it was taken in time', () => {
    const late = goOn(network, [principal, measure, 50, 90])
    expect(clock(late, 'II')).toMatchObject({ kept: true, stoppedAt: NINE + 50 * MINUTE })
  })
  test('A4 E2: what a device alone says was in time is kept, and marked as claimed', () => {
    const claimed = goOn(network, [principal, measure, 50, 90])
    expect(clock(claimed, 'II')).toMatchObject({ kept: true, claimed: true })
    // Heard of before the end, within the plan's grace, or said to be late: nothing is only claimed.
    for (const [at, late] of [
      [10, 40],
      [58, 5],
      [70, 30],
    ] as const) {
      expect(clock(goOn(network, [principal, measure, at, late]), 'II')?.claimed).toBeUndefined()
    }
    const known = goOn(network, [principal, measure, 40], [county, measure, 30, 90])
    expect(clock(known, 'II')).toMatchObject({ kept: true, stoppedAt: NINE + 30 * MINUTE })
    expect(clock(known, 'II')?.claimed).toBeUndefined()
  })
  test('A4: nothing stops a clock before it started', () => {
    const early = goOn(network, [principal, measure, -30, 60])
    expect(clock(early, 'II')).toMatchObject({ startedAt: NINE, stoppedAt: NINE, kept: true })
  })
  test('A4: a tick taken back gives the clock back, which climbs from then on', () => {
    const tick: IncidentCommand = { type: 'DoStep', data: { step: 'supply' } }
    const back: IncidentCommand = { type: 'ReopenStep', data: { step: 'supply', reason: 'not yet' } }
    const ticked = goOn(network, [principal, tick, 10])
    expect(clock(ticked, 'II')?.kept).toBe(true)
    const open = goOn(ticked, [principal, back, 90])
    expect(clock(open, 'II')?.stoppedAt).toBeUndefined()
    expect(minute(clock(open, 'II')?.nextRung?.at)).toBe(95)
    expect(clock(goOn(open, [principal, tick, 100]), 'II')).toMatchObject({ kept: false })
    expect(clock(goOn(ticked, [principal, measure, 20], [principal, back, 30]), 'II')).toMatchObject({
      kept: true,
      stoppedAt: NINE + 20 * MINUTE,
    })
  })
  test('A4: somebody responsible who ticks after another stops the clock', () => {
    const supply: IncidentCommand = { type: 'DoStep', data: { step: 'supply' } }
    const other = goOn(network, [invigilator, supply, 5])
    expect(clock(other, 'II')?.stoppedAt).toBeUndefined()
    expect(minute(clock(goOn(other, [principal, supply, 20]), 'II')?.stoppedAt)).toBe(20)
  })
  test('A4: Ⅳ stops when it is handled; closing ends every clock, and does nobody’s duty', () => {
    const handled = goOn(small, ...stepped, [principal, { type: 'Handle', data: { outcome: 'calm' } }, 30])
    expect(clock(handled, 'IV')).toMatchObject({ kept: true })
    const closed = goOn(
      handled,
      [inspector, { type: 'StateExample', data: { listed: true, reference: 'no. 3' } }, 30],
      ...paper(1),
      [principal, { type: 'Close', data: {} }, 32],
    )
    expect(closed.state.status).toBe('closed')
    expect(limits(closed.state, plan).every((one) => one.stoppedAt !== undefined)).toBe(true)
    expect(clock(closed, 'acknowledge')).toMatchObject({
      stoppedAt: NINE + 32 * MINUTE,
      kept: false,
      undone: true,
    })
    expect(clock(closed, 'IV')?.undone).toBeUndefined()
    expect(deadlines(closed.state, plan)).toEqual([])
  })
  test('A4 B5: what the school does by itself never keeps the county’s clock, nor the one of reporting up', () => {
    const own = goOn(
      fire,
      [principal, take, 1],
      [principal, start, 1],
      [principal, { type: 'Ask', data: { ask: 'q1', question: 'stop?' } }, 2],
      [principal, { type: 'Handle', data: { outcome: 'out' } }, 3],
    )
    for (const id of ['acknowledge', 'I-report']) expect(clock(own, id)?.stoppedAt).toBeUndefined()
    // Closed all the same, as a ledger of before may have it.
    const closed = { ...own.state, status: 'closed' as const, closed: deedAt(4) }
    const ended = limits(closed, plan)
    for (const id of ['acknowledge', 'I-report'])
      expect(ended.find((one) => one.limit.id === id)).toMatchObject({ kept: false, undone: true })
    expect(ended.find((one) => one.limit.id === 'I-start')).toMatchObject({ kept: true })
  })
  test('A4: a response that was never started is not kept by closing', () => {
    const closed = { ...fire.state, status: 'closed' as const, closed: deedAt(2) }
    expect(limits(closed, plan).map((one) => [one.limit.id, one.kept, one.undone])).toEqual([
      ['acknowledge', false, true],
      ['I-start', false, true],
      ['I-report', false, true],
    ])
  })
})

describe('A4: regrading', () => {
  test('a raised level adds its limits; a lowered one takes none away and makes none later', () => {
    const before = limits(network.state, plan)
    const raised = goOn(network, [county, regrade('I'), 10])
    expect(running(raised)).toEqual(['acknowledge', 'I-start', 'I-report', 'II'])
    const lowered = goOn(raised, [province, regrade('IV'), 20])
    expect(running(lowered)).toEqual(['acknowledge', 'I-start', 'I-report', 'II', 'IV'])
    for (const one of before) {
      expect(clock(lowered, one.limit.id)?.dueAt).toBe(one.dueAt)
    }
  })
  test('A7: a response started at a lighter level before is not the one that the raised level calls for', () => {
    const raised = goOn(network, [principal, start, 1], [county, regrade('I'), 2])
    expect(clock(raised, 'I-start')?.stoppedAt).toBeUndefined()
    expect(clock(goOn(raised, [principal, start, 3]), 'I-start')).toMatchObject({ kept: true })
    const lowered = goOn(fire, [province, regrade('III'), 1], [principal, start, 2])
    expect(clock(lowered, 'I-start')).toMatchObject({ kept: true })
  })
  test('A4: a measure for the lighter level is not the one that the graver level calls for', () => {
    const before = goOn(power, [principal, measure, 5], [county, regrade('II'), 10])
    expect(clock(before, 'II')?.stoppedAt).toBeUndefined()
    expect(clock(goOn(before, [principal, measure, 12]), 'II')?.kept).toBe(true)
  })
  test('A4: the county confirms in time by when the report was there, however long the phone was off', () => {
    const late = tell([chief, reportOf('power-cut'), 0, 240])
    expect(clock(goOn(late, [county, { type: 'Acknowledge', data: {} }, 242]), 'acknowledge')?.kept).toBe(
      true,
    )
  })
  test('a level raised late climbs from the raising on, not four rungs in a second', () => {
    const raised = goOn(network, [county, regrade('I'), 120])
    expect(minute(clock(raised, 'I-start')?.startedAt)).toBe(120)
    expect(minute(clock(raised, 'I-start')?.dueAt)).toBe(125)
    expect(minute(clock(raised, 'I-start')?.nextRung?.at)).toBe(125)
  })
})

describe('A4: after the end', () => {
  const closed = goOn(
    network,
    [principal, measure, 10],
    [principal, start, 10],
    [inspector, { type: 'StateExample', data: { listed: true, reference: 'no. 3' } }, 12],
    [county, confirm, 15],
    ...stepped,
    [principal, { type: 'EndResponse', data: { reason: 'back' } }, 18],
    [county, { type: 'Handle', data: { outcome: 'back' } }, 20],
    ...paper(2),
    [county, { type: 'Close', data: {} }, 22],
  )
  const worse: IncidentCommand = { type: 'StateFacts', data: { stated: { interrupted: 'fully' } } }
  // Said at ten past nine, heard of at eleven.
  const again = goOn(closed, [chief, worse, 10, 110])

  test('A4: limits of the graver level run from when we heard, and what was done before does not stop them', () => {
    expect(again.types).toContain('Reopened')
    expect(minute(clock(again, 'I-start')?.startedAt)).toBe(120)
    expect(minute(clock(again, 'I-start')?.nextRung?.at)).toBe(125)
    expect(clock(again, 'I-report')).toMatchObject({ dueAt: NINE + 150 * MINUTE })
    expect(clock(again, 'I-report')?.stoppedAt).toBeUndefined()
    const done = goOn(again, [principal, start, 123], [county, take, 149])
    expect(clock(done, 'I-start')?.kept).toBe(true)
    expect(clock(done, 'I-report')?.kept).toBe(true)
  })
  test('A4: what was kept stays kept; what had ended undone runs on, and climbs from the reopening', () => {
    expect(clock(again, 'II')).toEqual(clock(closed, 'II'))
    expect(clock(closed, 'acknowledge')).toMatchObject({ kept: false, undone: true })
    expect(clock(again, 'acknowledge')?.stoppedAt).toBeUndefined()
    expect(minute(clock(again, 'acknowledge')?.nextRung?.at)).toBe(125)
    expect(clock(goOn(again, [county, take, 121]), 'acknowledge')).toMatchObject({ kept: false })
  })
  test('A4: a limit of the same day that begins with the reopening ends with that day', () => {
    const sameDay = plan.limits.map((one) =>
      one.id === 'I-report' ? { ...one, minutes: undefined, sameDay: true } : one,
    ) as typeof plan.limits
    const next = goOn(closed, [chief, worse, 30 * 60])
    const [found] = limits(next.state, { ...plan, limits: sameDay }).filter(
      (one) => one.limit.id === 'I-report',
    )
    expect(found?.dueAt).toBe(NINE + 15 * HOUR + DAY)
  })
})

describe('E4: climbing', () => {
  test('E4: substitute, then the next tier, each once and in turn', () => {
    expect(clock(power, 'acknowledge')?.nextRung).toEqual({
      rung: 0,
      at: NINE + 10 * MINUTE,
      tells: 'county-office',
      who: 'substitute',
    })
    const first = goOn(power, [PLAN, pass('acknowledge', 0), 10])
    expect(first.types).toEqual(['LimitPassed'])
    expect(first.state.passed[0]).toMatchObject({ tells: 'county-office', who: 'substitute', rung: 0 })
    expect(goOn(first, [PLAN, pass('acknowledge', 0), 11]).types).toEqual([])
    expect(goOn(power, [PLAN, pass('acknowledge', 1), 60]).types).toEqual([])
    const second = goOn(first, [PLAN, pass('acknowledge', 1), 15])
    expect(second.state.passed[1]).toMatchObject({ tells: 'province-office', who: 'holder', rung: 1 })
    expect(clock(second, 'acknowledge')?.nextRung).toBeUndefined()
  })
  test('E4: nothing climbs before its time, after it was done, or when nobody knows the limit', () => {
    expect(goOn(power, [PLAN, pass('acknowledge', 0), 9]).types).toEqual([])
    expect(goOn(power, [county, take, 9], [PLAN, pass('acknowledge', 0), 10]).types).toEqual([])
    expect(goOn(power, [PLAN, pass('II', 0), 500]).types).toEqual([])
  })
  test('E4: taking over at the school does not stop the county’s clock; a tier above does', () => {
    expect(clock(goOn(power, [principal, take, 1]), 'acknowledge')?.stoppedAt).toBeUndefined()
    expect(clock(goOn(power, [province, take, 1]), 'acknowledge')?.kept).toBe(true)
  })
  test('E4: a report two hours late climbs one grace at a time, while missed counts from discovery', () => {
    const late = tell([chief, reportOf('fire'), 0, 120])
    expect(minute(clock(late, 'I-start')?.dueAt)).toBe(5)
    const rungs: (number | undefined)[] = []
    let tale = late
    for (let rung = 0; rung < 3; rung++) {
      const at = minute(clock(tale, 'I-start')?.nextRung?.at)
      rungs.push(at)
      tale = goOn(tale, [PLAN, pass('I-start', rung), at ?? 0])
    }
    expect(rungs).toEqual([125, 130, 135])
    expect(clock(goOn(late, [principal, start, 122]), 'I-start')?.kept).toBe(false)
  })
  test('E4: a device clock that runs ahead makes no limit later', () => {
    const ahead = tell([chief, reportOf('network-down', { discoveredAt: NINE + DAY })])
    expect(minute(clock(ahead, 'II')?.dueAt)).toBe(60)
  })
  test('E4: every question has its own clock, owed by the tier asked; no timer turns to the nation', () => {
    const asked = goOn(
      power,
      [principal, { type: 'Ask', data: { ask: 'q1', question: 'wait?' } }, 5],
      [county, { type: 'Ask', data: { ask: 'q2', question: 'wait?' } }, 8],
    )
    expect(minute(clock(asked, 'answer', 'q1')?.dueAt)).toBe(25)
    expect(minute(clock(asked, 'answer-province', 'q2')?.dueAt)).toBe(28)
    expect(clock(asked, 'answer', 'q2')).toBeUndefined()
    const first = goOn(asked, [PLAN, pass('answer-province', 0, 'q2'), 28])
    expect(first.types).toEqual(['LimitPassed'])
    expect(clock(first, 'answer-province', 'q2')?.nextRung).toBeUndefined()
    const answered = goOn(first, [
      county,
      { type: 'Answer', data: { answer: 'a1', ask: 'q1', instruction: 'wait' } },
      24,
    ])
    expect(clock(answered, 'answer', 'q1')?.kept).toBe(true)
    expect(minute(clock(answered, 'comply', 'a1')?.dueAt)).toBe(54)
  })
  test('E4: rows for the worker name the command that climbs', () => {
    expect(deadlines(power.state, plan)).toEqual([
      {
        key: 'acknowledge/0',
        dueAt: NINE + 10 * MINUTE,
        command: { type: 'PassLimit', data: { limit: 'acknowledge', rung: 0, dueAt: NINE + 10 * MINUTE } },
      },
      {
        key: 'III/0',
        dueAt: NINE + 120 * MINUTE,
        command: { type: 'PassLimit', data: { limit: 'III', rung: 0, dueAt: NINE + 120 * MINUTE } },
      },
    ])
  })
})
