// An order: given to schools, each of which gets its own receipt; withdrawn with a reason.

import { describe, expect, test } from 'vitest'
import { teller } from '../basics/stream.fixture.ts'
import { COUNTY, NINE, people, plan, SCHOOL } from '../incident/incident.fixture.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import { receiptId } from '../receipt/receipt.ts'
import { type OrderCommand, orderStream } from './order.ts'

const both = (words: string) => ({ zh: words, en: words })
const ordering: EffectivePlan = {
  ...plan,
  orders: [
    {
      id: 'stop',
      name: both('stop'),
      hint: both('stop'),
      icon: 'stop',
      confirmation: {
        minutes: 5,
        rungs: [{ post: 'principal', who: 'substitute', afterMinutes: 0 }],
        clause: 'o',
      },
      carriedOut: true,
      clause: 'o',
    },
  ],
}
const NEXT = '00/99/9907/990702'
const order = (more: object = {}): OrderCommand => ({
  type: 'GiveOrder',
  data: {
    unit: COUNTY,
    campaign: 'c1',
    plan: ordering.hash,
    kind: 'stop',
    to: [SCHOOL, NEXT],
    words: 'stop now',
    ...more,
  },
})
const withdraw = (reason: string): OrderCommand => ({ type: 'WithdrawOrder', data: { reason } })
const { tell } = teller(orderStream, { id: '99-order', plan: ordering, by: people.county, start: NINE })

describe('E6: orders from above', () => {
  test('E6: every addressed school gets a receipt of its own, with the kind’s time and rungs', () => {
    const { reactions } = tell([order()])
    expect(reactions.map(({ kind, stream, type }) => [kind, stream, type])).toEqual([
      ['receipt', receiptId('99-order', SCHOOL), 'Address'],
      ['receipt', receiptId('99-order', NEXT), 'Address'],
    ])
    expect(reactions[0]?.data).toMatchObject({ minutes: 5, carriedOut: true, unit: SCHOOL })
  })

  test('E6: a school named twice is addressed once', () => {
    expect(tell([order({ to: [SCHOOL, SCHOOL] })]).reactions).toHaveLength(1)
  })

  test('E6: a kind the plan does not know, no school, no words, an end before the beginning: refused by field', () => {
    const codes = (more: object) => {
      const { refused } = tell([order(more)])
      return [refused?.code, refused?.field]
    }
    expect(codes({ kind: 'dance' })).toEqual(['order.kind-unknown', 'kind'])
    expect(codes({ to: [] })).toEqual(['order.nobody', 'to'])
    expect(codes({ words: ' ' })).toEqual(['text.missing', 'words'])
    expect(codes({ from: NINE, until: NINE })).toEqual(['order.times', 'until'])
  })

  test('E6: withdrawn with a reason, every school’s receipt is revoked', () => {
    const { reactions, state } = tell([order()], [withdraw('power is back'), 4])
    expect(reactions.map((one) => one.type)).toEqual(['Revoke', 'Revoke'])
    expect(state.withdrawn?.reason).toBe('power is back')
    expect(tell([order()], [withdraw(' ')]).refused?.field).toBe('reason')
    expect(tell([order()], [withdraw('a')], [withdraw('a')]).types).toEqual([])
  })

  test('E6: what was said is sealed, never among the open data', () => {
    const decided = orderStream.decide(orderStream.initial, order(), {
      now: NINE,
      occurredAt: NINE,
      by: people.county,
      plan: ordering,
    })
    expect(JSON.stringify('events' in decided ? decided.events.map((one) => one.data) : [])).not.toContain(
      'stop now',
    )
  })
})
