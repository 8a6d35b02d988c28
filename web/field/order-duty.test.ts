// E6, G1: what was sent from above stays in sight until one's own unit has answered it.

import { describe, expect, test } from 'vitest'
import type { EditionView, OrderView, ReceiptView } from '#core/wire/view.ts'
import { openOrders, unreadEditions } from './order-duty.ts'

const MINE = '32/3207/10'
const mark = { at: 1, name: '周明远' }

function receipt(dueAt: number, more: Partial<ReceiptView> = {}): ReceiptView {
  return {
    id: `receipt-${dueAt}`,
    unit: MINE,
    unitName: { zh: '桥头小学', en: 'Bridge School' },
    dueAt,
    asksCarriedOut: true,
    chased: 0,
    revoked: false,
    may: [],
    ...more,
  }
}

function order(id: string, receipts: readonly ReceiptView[], more: Partial<OrderView> = {}): OrderView {
  return {
    id,
    unit: '32/3207',
    unitName: { zh: '青河县', en: 'Qinghe' },
    kind: 'stop',
    plan: 'p',
    words: '停下',
    givenAt: 0,
    givenBy: { id: 'x', name: '陆知远' },
    receipts,
    may: [],
    ...more,
  }
}

describe('orders from above', () => {
  test('E6: not received comes before not carried out, each by its time; the others are gone', () => {
    const orders = [
      order('done', [receipt(1, { received: mark, carriedOut: mark })]),
      order('received', [receipt(2, { received: mark })]),
      order('later', [receipt(9)]),
      order('sooner', [receipt(5)]),
      order('others', [receipt(3, { unit: '32/3207/11' })]),
      order('withdrawn', [receipt(4)], { withdrawn: { at: 2 } }),
      order('read-only', [receipt(4, { received: mark, asksCarriedOut: false })]),
    ]
    expect(openOrders(orders, MINE).map((one) => one.id)).toEqual(['sooner', 'later', 'received'])
  })

  test('G1: an issued plan waits until it was confirmed as read', () => {
    const edition = (id: string, one: ReceiptView): EditionView => ({
      id,
      unit: '32/3207',
      unitName: { zh: '青河县', en: 'Qinghe' },
      edition: 2,
      version: '2026.2',
      issuedOn: '2026-05-20',
      issuedAt: 0,
      issuedBy: '陆知远',
      layer: 'l',
      plan: 'p',
      receipts: [one],
    })
    const editions = [edition('read', receipt(1, { received: mark })), edition('unread', receipt(2))]
    expect(unreadEditions(editions, MINE).map((one) => one.edition.id)).toEqual(['unread'])
  })
})
