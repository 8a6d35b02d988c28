// One unit's answer to what was sent to it: received, carried out, chased while it is silent, withdrawn.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MINUTE } from '../basics/instant.ts'
import { teller } from '../basics/stream.fixture.ts'
import { NINE, people, plan, SCHOOL } from '../incident/incident.fixture.ts'
import { type ReceiptCommand, receiptDueAt, receiptId, receiptStream, type Sent } from './receipt.ts'

const sent: Sent = {
  thing: { kind: 'order', stream: 'order-1' },
  unit: SCHOOL,
  campaign: 'c1',
  plan: plan.hash,
  carriedOut: true,
  minutes: 10,
  rungs: [
    { post: 'principal', who: 'substitute', afterMinutes: 0 },
    { post: 'county-office', who: 'holder', afterMinutes: 5 },
    { post: 'province-office', who: 'holder', afterMinutes: 15 },
  ],
}
const address: ReceiptCommand = { type: 'Address', data: sent }
const receive: ReceiptCommand = { type: 'Receive', data: {} }
const carryOut: ReceiptCommand = { type: 'CarryOut', data: { effect: 'moved to room 3' } }
const chase = (rung: number): ReceiptCommand => ({ type: 'Chase', data: { rung } })
const revoke: ReceiptCommand = { type: 'Revoke', data: {} }
const { tell, give, nothing } = teller(receiptStream, {
  id: receiptId('order-1', SCHOOL),
  plan,
  by: people.principal,
  start: NINE,
})

describe('E6: each school answers what was sent to it', () => {
  test('E6: given an order, the school’s desk is told at once', () => {
    expect(tell([address]).told).toEqual(['principal/holder'])
  })

  test('E6: given it arrives twice, it is one', () => {
    expect(tell([address], [address]).types).toEqual([])
  })

  test('E6: when nobody has sent anything, there is nothing to receive', () => {
    expect(give(nothing, receive).refused?.code).toBe('receipt.unknown')
  })

  test('E6: received once is received; who and when stay the first', () => {
    const { state } = tell([address], [receive, 3], [receive, 9, people.inspector])
    expect(state.received).toEqual({ person: 'pan', postKind: 'principal', at: NINE + 3 * MINUTE })
  })

  test('E6: whoever reports it carried out has received it', () => {
    const { state } = tell([address], [carryOut, 4])
    expect(state.received?.at).toBe(NINE + 4 * MINUTE)
    expect(state.carriedOut?.effect).toBe('moved to room 3')
  })

  test('E6: an effect in blanks is no effect', () => {
    const blank: ReceiptCommand = { type: 'CarryOut', data: { effect: ' ' } }
    expect(tell([address], [blank]).refused).toMatchObject({ code: 'text.missing', field: 'effect' })
  })

  test('G1: an issued plan is read, not carried out', () => {
    const issued: ReceiptCommand = { type: 'Address', data: { ...sent, carriedOut: false } }
    expect(tell([issued], [carryOut]).refused?.code).toBe('receipt.nothing-to-do')
  })
})

describe('E6: who has not answered is chased', () => {
  test('E6: at the end of the time the substitute, then the county, then the province, at the minute', () => {
    const waiting = tell([address])
    expect(receiptDueAt(waiting.state)).toBe(NINE + 10 * MINUTE)
    const [first] = receiptStream.deadlines(waiting.state, plan)
    expect(first).toMatchObject({ key: 'chase/0', dueAt: NINE + 10 * MINUTE })
    expect(give(waiting, chase(0), 9).types).toEqual([])
    const once = give(waiting, chase(0), 10)
    expect(once.told).toEqual(['principal/substitute'])
    expect(receiptStream.deadlines(once.state, plan)[0]?.dueAt).toBe(NINE + 15 * MINUTE)
    const twice = give(once, chase(1), 15)
    expect(twice.told).toEqual(['county-office/holder'])
    const thrice = give(twice, chase(2), 25)
    expect(thrice.told).toEqual(['province-office/holder'])
    expect(receiptStream.deadlines(thrice.state, plan)).toEqual([])
  })

  test('E6: after a stop of two days the rungs still come one after the other, with the time between them that the plan leaves', () => {
    const waiting = tell([address])
    const late = give(waiting, chase(0), 2880)
    const [next] = receiptStream.deadlines(late.state, plan)
    expect(next?.dueAt).toBe(NINE + (2880 + 5) * MINUTE)
  })

  test('E6: an answer stops it; a chase that was on its way changes nothing', () => {
    const answered = tell([address], [receive, 3])
    expect(receiptStream.deadlines(answered.state, plan)).toEqual([])
    expect(give(answered, chase(0), 10).types).toEqual([])
  })

  test('E6: a withdrawn order is told to the school, chases nobody and cannot be answered any more', () => {
    const withdrawn = tell([address], [revoke, 2])
    expect(withdrawn.told).toEqual(['principal/holder'])
    expect(receiptStream.deadlines(withdrawn.state, plan)).toEqual([])
    expect(give(withdrawn, receive, 3).refused?.code).toBe('receipt.withdrawn')
    expect(give(withdrawn, revoke, 3).types).toEqual([])
  })

  test('E6: in any order of deeds, nobody is chased after an answer, and no rung twice', () => {
    const deeds = fc.constantFrom(receive, carryOut, chase(0), chase(1), chase(2), revoke)
    fc.assert(
      fc.property(fc.array(fc.tuple(deeds, fc.nat(40)), { maxLength: 12 }), (given) => {
        let tale = tell([address])
        let minute = 0
        for (const [deed, wait] of given) {
          minute += wait
          const over = tale.state.received !== undefined || tale.state.revokedAt !== undefined
          tale = give(tale, deed, minute)
          if (over && deed.type === 'Chase') expect(tale.types).toEqual([])
        }
        const rungs = tale.state.chased.map((one) => one.rung)
        expect(rungs).toEqual([...new Set(rungs)])
      }),
    )
  })
})
