// How far an order has come with those it was given to: counts, who is late, in what order the rows stand. Pure.

import type { Instant } from '#core/basics/instant.ts'
import type { ReceiptView } from '#core/wire/view.ts'

export type ReceiptFilter = 'all' | 'waiting' | 'open'

/** Revoked ones count for nothing. */
export function receiptCounts(
  receipts: readonly ReceiptView[],
  now: Instant,
): { readonly all: number; readonly received: number; readonly done: number; readonly late: number } {
  const standing = receipts.filter((one) => !one.revoked)
  return {
    all: standing.length,
    received: standing.filter((one) => one.received).length,
    done: standing.filter((one) => one.carriedOut).length,
    late: standing.filter((one) => isReceiptLate(one, now)).length,
  }
}

/** Not confirmed, and its time is over. */
export function isReceiptLate(one: ReceiptView, now: Instant): boolean {
  return !one.revoked && !one.received && now >= one.dueAt
}

/** Rows under `filter`: who has not answered first, then who has not carried out, each in the schools' own order. */
export function receiptRows(
  receipts: readonly ReceiptView[],
  filter: ReceiptFilter,
  place: (one: ReceiptView) => number,
): readonly ReceiptView[] {
  const wanted = receipts.filter(
    (one) =>
      filter === 'all' ||
      (filter === 'waiting' && !one.received && !one.revoked) ||
      (filter === 'open' && one.asksCarriedOut && !one.carriedOut && !one.revoked),
  )
  return [...wanted].sort((a, b) => weight(a) - weight(b) || place(a) - place(b))
}

function weight(one: ReceiptView): number {
  if (one.revoked) return 3
  if (!one.received) return 0
  return one.asksCarriedOut && !one.carriedOut ? 1 : 2
}
