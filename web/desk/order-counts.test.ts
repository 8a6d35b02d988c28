// Who has answered an order, who is late, and in what order the rows stand.

import { describe, expect, test } from 'vitest'
import type { ReceiptView } from '#core/wire/view.ts'
import { isReceiptLate, receiptCounts, receiptRows } from './order-counts.ts'

const NOW = 1_000_000

function receipt(id: string, more: Partial<ReceiptView> = {}): ReceiptView {
  return {
    id,
    unit: `00/99/990701/${id}`,
    unitName: { zh: id, en: id },
    dueAt: NOW + 60_000,
    asksCarriedOut: true,
    chased: 0,
    revoked: false,
    may: [],
    ...more,
  }
}

const received = { at: NOW - 5, name: '周明远' }
const carriedOut = { at: NOW - 1, name: '周明远', effect: '已停测' }
const receipts = [
  receipt('done', { received, carriedOut }),
  receipt('read', { received }),
  receipt('late', { dueAt: NOW - 1 }),
  receipt('waits'),
  receipt('gone', { revoked: true, dueAt: NOW - 1 }),
]
const place = (one: ReceiptView) => receipts.indexOf(one)

describe('E6: each school confirms, who has not is seen', () => {
  test('E6: what was withdrawn counts for nothing', () => {
    expect(receiptCounts(receipts, NOW)).toEqual({ all: 4, received: 2, done: 1, late: 1 })
  })

  test('E6: late is who has not confirmed when the time is over, never who has', () => {
    expect(receipts.filter((one) => isReceiptLate(one, NOW)).map((one) => one.id)).toEqual(['late'])
    expect(isReceiptLate(receipt('x', { received, dueAt: NOW - 9 }), NOW)).toBe(false)
  })

  test('E6: who has not answered stands first, then who has not carried it out; schools keep their order', () => {
    expect(receiptRows(receipts, 'all', place).map((one) => one.id)).toEqual([
      'late',
      'waits',
      'read',
      'done',
      'gone',
    ])
  })

  test('E6: a filter shows who has not received, or not carried out', () => {
    expect(receiptRows(receipts, 'waiting', place).map((one) => one.id)).toEqual(['late', 'waits'])
    expect(receiptRows(receipts, 'open', place).map((one) => one.id)).toEqual(['late', 'waits', 'read'])
  })
})
