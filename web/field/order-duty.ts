// Which orders and issued plans still wait for the viewer's own unit, most pressing first. Pure.

import type { Instant } from '#core/basics/instant.ts'
import type { UnitPath } from '#core/basics/tier.ts'
import type { EditionView, OrderView, ReceiptView } from '#core/wire/view.ts'

/** The receipt of one's own unit; none where the order went to others. */
export function ownReceipt(
  sent: { readonly receipts: readonly ReceiptView[] },
  unit: UnitPath,
): ReceiptView | undefined {
  return sent.receipts.find((one) => one.unit === unit)
}

/** Does the order still want something of the receipt's unit? */
export function isForMe(order: Pick<OrderView, 'withdrawn'>, receipt: ReceiptView): boolean {
  if (order.withdrawn || receipt.revoked) return false
  return !receipt.received || (receipt.asksCarriedOut && !receipt.carriedOut)
}

/** Orders that wait for this unit: not received ones first, by when they are due. */
export function openOrders(orders: readonly OrderView[], unit: UnitPath): readonly OrderView[] {
  return orders
    .flatMap((order) => {
      const receipt = ownReceipt(order, unit)
      return receipt && isForMe(order, receipt) ? [{ order, receipt }] : []
    })
    .sort((a, b) => rank(a.receipt) - rank(b.receipt) || a.receipt.dueAt - b.receipt.dueAt)
    .map(({ order }) => order)
}

function rank(receipt: ReceiptView): number {
  return receipt.received ? 1 : 0
}

/** Issued plans this unit has not confirmed as read, by when that is due. */
export function unreadEditions(
  editions: readonly EditionView[],
  unit: UnitPath,
): readonly { readonly edition: EditionView; readonly dueAt: Instant; readonly receipt: ReceiptView }[] {
  return editions
    .flatMap((edition) => {
      const receipt = ownReceipt(edition, unit)
      return receipt && !receipt.received && !receipt.revoked
        ? [{ edition, receipt, dueAt: receipt.dueAt }]
        : []
    })
    .sort((a, b) => a.dueAt - b.dueAt)
}
