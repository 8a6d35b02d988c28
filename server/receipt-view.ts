// One unit's answer to an order or an issued plan, as somebody who may see it reads it. Which answers he may see is for the caller.

import type { Actor } from '#core/access/actor.ts'
import { allowedTypes } from '#core/access/allowed.ts'
import type { UnitPath } from '#core/basics/tier.ts'
import { type ReceiptState, receiptDueAt } from '#core/receipt/receipt.ts'
import type { ReceiptView } from '#core/wire/view.ts'

/** `state` with the unit's words where they are to be shown. */
export function receiptView(
  actor: Actor,
  { stream, unit, state }: { stream: string; unit: UnitPath; state: ReceiptState },
  unitName: ReceiptView['unitName'],
  nameOf: (person: string) => string,
): ReceiptView {
  const { received, carriedOut, sent } = state
  return {
    id: stream,
    unit,
    unitName,
    dueAt: receiptDueAt(state) ?? state.addressedAt,
    ...(received === undefined
      ? {}
      : {
          received: {
            at: received.at,
            name: nameOf(received.person),
            ...(received.postKind === undefined ? {} : { postKind: received.postKind }),
          },
        }),
    ...(carriedOut === undefined
      ? {}
      : {
          carriedOut: {
            at: carriedOut.at,
            name: nameOf(carriedOut.person),
            ...(carriedOut.effect === undefined ? {} : { effect: carriedOut.effect }),
          },
        }),
    asksCarriedOut: sent?.carriedOut ?? false,
    chased: state.chased.length,
    revoked: state.revokedAt !== undefined,
    may: allowedTypes(actor, 'receipt', { exists: true, unit, campaign: actor.campaign }).filter((type) =>
      isStillToDo(state, type),
    ),
  }
}

/** Persons whose names the view shows. */
export function personsIn({ received, carriedOut }: ReceiptState): readonly string[] {
  return [received, carriedOut].flatMap((mark) => mark?.person ?? [])
}

function isStillToDo({ received, carriedOut, sent, revokedAt }: ReceiptState, type: string): boolean {
  if (revokedAt !== undefined) return false
  return type === 'CarryOut' ? sent?.carriedOut === true && !carriedOut : !received
}
