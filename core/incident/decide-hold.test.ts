// Work that waits for an answer, and when it may go on (B10).

import { describe, expect, test } from 'vitest'
import { MINUTE } from '../basics/instant.ts'
import { answer, given } from './commands.fixture.ts'
import { OBSERVATIONS } from './commands.ts'
import { heldTime } from './held-time.ts'
import { goOn, NINE, people, reportOf, tell } from './incident.fixture.ts'
import type { HoldOnRecord } from './state.ts'

const { chief, principal, county, countyLead, patrol, province } = people
const held = tell([chief, reportOf('misprint', { room: '03' })])
const release = (hold = 'report', reason?: string) =>
  given('EndHold', { hold, ...(reason === undefined ? {} : { reason }) })
const hold = (id: string, room?: string, reason = 'pages missing') =>
  given('StartHold', { hold: id, reason, ...(room === undefined ? {} : { room }) })

describe('work is held', () => {
  test('B10: with the report, where the plan says so, in the report’s room', () => {
    expect(held.types).toEqual(['Reported', 'Graded', 'HoldStarted'])
    expect(held.state.holds).toMatchObject([{ hold: 'report', room: '03', by: chief }])
    expect(tell([chief, reportOf('power-cut')]).state.holds).toEqual([])
  })
  test('B10: by a person with a reason; a room, and the whole unit, is held once at a time', () => {
    const more = goOn(held, [chief, hold('h1', '04')])
    expect(more.types).toEqual(['HoldStarted'])
    expect(goOn(more, [chief, hold('h1', '04')])).toMatchObject({ types: [], refused: undefined })
    expect(goOn(more, [chief, hold('h2', '04')]).refused).toEqual({
      code: 'hold.exists',
      whoCould: ['county-office'],
    })
    expect(goOn(more, [chief, hold('h2')]).types).toEqual(['HoldStarted'])
    expect(goOn(held, [chief, hold('h2', '04', ' ')]).refused?.field).toBe('reason')
    const over = goOn(more, [county, release('h1')], [chief, hold('h3', '04')])
    expect(over.types).toEqual(['HoldStarted'])
  })
})

describe('work goes on', () => {
  test('B10: not before the answer, and the refusal says who could give it', () => {
    expect(goOn(held, [chief, release()]).refused).toEqual({
      code: 'hold.no-answer',
      whoCould: ['county-office'],
    })
    expect(goOn(held, [principal, release()]).refused?.code).toBe('hold.no-answer')
    expect(goOn(held, [patrol, release()]).refused?.code).toBe('hold.no-answer')
    expect(goOn(held, [chief, release('h9')]).refused?.code).toBe('hold.unknown')
  })
  test('B10: once an answer came down to the tier that waits; one to a tier above is none', () => {
    expect(goOn(held, [county, answer()], [chief, release()]).types).toEqual(['HoldEnded'])
    expect(goOn(held, [province, answer()], [chief, release()]).refused?.code).toBe('hold.no-answer')
  })
  test('B10: an answer from before the hold does not answer it', () => {
    const answered = goOn(held, [county, answer(), 5], [chief, release(), 6])
    const again = goOn(answered, [chief, hold('h2', '03'), 10])
    expect(goOn(again, [chief, release('h2'), 11]).refused?.code).toBe('hold.no-answer')
  })
  test('B10: by the word of a tier above, and said twice it is nothing new', () => {
    const ended = goOn(held, [county, release('report', 'spare copies'), 12])
    expect(ended.types).toEqual(['HoldEnded'])
    expect(ended.state.holds[0]?.ended).toMatchObject({ by: county, reason: 'spare copies' })
    expect(goOn(ended, [chief, release()])).toMatchObject({ types: [], refused: undefined })
  })
  test('B8 B10: once those whom the plan lets settle it decided together', () => {
    const proposed = goOn(held, [
      patrol,
      given('ProposeJoint', { decision: 'd1', kind: 'by-the-tips', words: 'use the spare copy' }),
    ])
    expect(goOn(proposed, [chief, release()]).refused?.code).toBe('hold.no-answer')
    const stands = goOn(proposed, [countyLead, given('AgreeJoint', { decision: 'd1' })])
    expect(goOn(stands, [chief, release()]).types).toEqual(['HoldEnded'])
    const onTheSpot = goOn(
      held,
      [patrol, given('ProposeJoint', { decision: 'd1', kind: 'on-the-spot', words: 'wait outside' })],
      [chief, given('AgreeJoint', { decision: 'd1' })],
    )
    expect(onTheSpot.state.joint[0]?.complete).toBeDefined()
    expect(goOn(onTheSpot, [chief, release()]).refused?.code).toBe('hold.no-answer')
  })
  test('B10: the time lost runs while it lasts, and is on record once it is over', () => {
    const ended = goOn(held, [county, release(), 12])
    expect(heldTime(held.state.holds[0] as HoldOnRecord, NINE + 5 * MINUTE)).toBe(5 * MINUTE)
    expect(heldTime(ended.state.holds[0] as HoldOnRecord, NINE + 50 * MINUTE)).toBe(12 * MINUTE)
    expect(heldTime(held.state.holds[0] as HoldOnRecord, NINE - MINUTE)).toBe(0)
    expect(ended.state.entries[ended.state.entries.length - 1]?.detail).toEqual({
      hold: 'report',
      room: '03',
      minutes: 12,
    })
  })
})

describe('held and released without a network', () => {
  test('B10: delivered together later, the hold keeps its own times, and the time lost is what it was', () => {
    const late = goOn(
      held,
      [county, answer(), 5],
      [chief, hold('h1', '04'), 10, 40],
      [county, answer('a2'), 20],
      [chief, release('h1'), 30, 20],
    )
    expect([OBSERVATIONS.has('StartHold'), OBSERVATIONS.has('EndHold')]).toEqual([true, true])
    expect(late.types).toEqual(['HoldEnded'])
    const one = late.state.holds.find((known) => known.hold === 'h1')
    expect(one && heldTime(one, NINE)).toBe(20 * MINUTE)
  })
})
