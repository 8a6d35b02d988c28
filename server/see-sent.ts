// Reading orders and what each addressed unit answered (E6): part of the one door for reading. Who sees which of it is
// core/access/sent.ts; SQL is server/store.

import type { Actor } from '#core/access/actor.ts'
import { allowedTypes } from '#core/access/allowed.ts'
import { scope } from '#core/access/scope.ts'
import { seesReceipt, seesSent } from '#core/access/sent.ts'
import type { OrderState } from '#core/order/order.ts'
import type { ReceiptState } from '#core/receipt/receipt.ts'
import type { OrderList, OrderView, ReceiptView } from '#core/wire/view.ts'
import { personsIn, receiptView } from './receipt-view.ts'
import { campaignOf, foldOf, namePersons, nameUnits, type SeeHouse } from './see-house.ts'
import { listReceipts } from './store/books.ts'
import { currentPlace, tokenOf } from './store/follow.ts'
import { listByIds } from './store/lists.ts'
import { findStreams } from './store/load.ts'
import { listOrders } from './store/sent-lists.ts'

/** Orders that are shown at once; a test day has a handful. */
const MOST_ORDERS = 200

export interface SeeSent {
  /** Orders that the actor gave, was given or stands above, newest first, each with the answers he may see. */
  orders(actor: Actor): Promise<OrderList>
}

interface Given {
  readonly stream: string
  readonly state: OrderState
}

export function openSeeSent({ db, sealer }: Pick<SeeHouse, 'db' | 'sealer'>): SeeSent {
  /** The answers at the actor's unit and below, with what was said of carrying out. */
  async function receiptsOf(actor: Actor, orders: readonly string[]) {
    const rows = (orders.length === 0 ? [] : await listReceipts(db, orders, actor.unit)).filter(({ unit }) =>
      seesReceipt(actor, unit),
    )
    // What a unit wrote stands only in the ledger, sealed.
    const told = rows.filter(({ state }) => state.carriedOut).map(({ stream }) => stream)
    const whole = new Map(
      (await findStreams(db, sealer, 'receipt', told)).map((found) => [
        found.stream,
        foldOf('receipt', found) as ReceiptState,
      ]),
    )
    return rows.map((row) => ({ ...row, state: whole.get(row.stream) ?? row.state }))
  }

  /** The incidents that orders are about, as far as the actor sees those too: an order does not tell of a confined one. */
  async function incidentsSeen(actor: Actor, orders: Iterable<OrderState>): Promise<ReadonlySet<string>> {
    const ids = [...orders].flatMap(({ order }) => order?.incident ?? [])
    const rows = ids.length === 0 ? [] : await listByIds(db, scope(actor), ids)
    return new Set(rows.map(({ id }) => id))
  }

  return {
    async orders(actor) {
      const token = tokenOf(await currentPlace(db))
      const { now } = await campaignOf(db, actor)
      const rows = (await listOrders(db, actor.campaign))
        .filter((row) => seesSent(actor, row))
        .slice(0, MOST_ORDERS)
      const ids = rows.map(({ stream }) => stream)
      const given = new Map(
        (await findStreams(db, sealer, 'order', ids)).map((found) => [
          found.stream,
          foldOf('order', found) as OrderState,
        ]),
      )
      const about = await incidentsSeen(actor, given.values())
      const receipts = await receiptsOf(actor, ids)
      const unitName = await nameUnits(
        db,
        [...rows, ...receipts].map(({ unit }) => unit),
      )
      const nameOf = await namePersons(db, [
        ...[...given.values()].flatMap((state) => state.given?.person ?? []),
        ...receipts.flatMap(({ state }) => personsIn(state)),
      ])
      const orders = rows.flatMap(({ stream }): OrderView[] => {
        const state = given.get(stream)
        const answers = receipts
          .filter(({ thing }) => thing === stream)
          .map((one) => receiptView(actor, one, unitName(one.unit), nameOf))
        const view = state && orderView(actor, { stream, state }, answers, unitName, nameOf)
        if (!view) return []
        const { incident, ...rest } = view
        return [incident === undefined || about.has(incident) ? view : rest]
      })
      return { asOf: now, token, orders }
    },
  }
}

function orderView(
  actor: Actor,
  { stream, state }: Given,
  receipts: readonly ReceiptView[],
  unitName: (unit: string) => OrderView['unitName'],
  nameOf: (person: string) => string,
): OrderView | undefined {
  const { order, given, withdrawn } = state
  if (!order || !given) return undefined
  const { unit, campaign, kind, plan, from, until, incident } = order
  return {
    id: stream,
    unit,
    unitName: unitName(unit),
    kind,
    plan,
    words: state.words ?? '',
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(incident === undefined ? {} : { incident }),
    givenAt: given.at,
    givenBy: {
      id: given.person,
      name: nameOf(given.person),
      ...(given.postKind === undefined ? {} : { postKind: given.postKind }),
    },
    ...(withdrawn === undefined
      ? {}
      : {
          withdrawn: {
            at: withdrawn.at,
            ...(withdrawn.reason === undefined ? {} : { reason: withdrawn.reason }),
          },
        }),
    // His own first: a school reads what it has to answer before anything else.
    receipts: [...receipts].sort((a, b) => Number(b.unit === actor.unit) - Number(a.unit === actor.unit)),
    may: withdrawn ? [] : allowedTypes(actor, 'order', { exists: true, unit, campaign }),
  }
}
