// An order from above (E6): stop, delay, move, resume, or in free words, to chosen schools or all. Which kinds there are is
// plan data. Here: its text and addressees; each addressed school's answer is a receipt of its own.

import type { Instant } from '../basics/instant.ts'
import { type Mark, markOf } from '../basics/mark.ts'
import { refuse } from '../basics/refusal.ts'
import {
  type Context,
  type Decision,
  type Happened,
  happened,
  nothingNew,
  type Reaction,
  type Recorded,
  type Stream,
  UnknownEvent,
} from '../basics/stream.ts'
import type { UnitPath } from '../basics/tier.ts'
import type { EffectivePlan, PlanHash } from '../plan/effective.ts'
import type { OrderKind } from '../plan/layer.ts'
import { receiptId, type Sent } from '../receipt/receipt.ts'

export interface OrderData {
  /** Who orders. */
  readonly unit: UnitPath
  readonly campaign: string
  readonly plan: PlanHash
  /** Id of the kind in the plan. */
  readonly kind: string
  readonly to: readonly UnitPath[]
  /** From when it holds; absent: at once. */
  readonly from?: Instant
  /** Until when, for a delay. */
  readonly until?: Instant
  /** The incident it belongs to. */
  readonly incident?: string
}

type OrderGiven = Happened<'OrderGiven', OrderData> & {
  readonly private?: { readonly text?: { readonly words?: string } }
}
type OrderWithdrawn = Happened<'OrderWithdrawn', object> & {
  readonly private?: { readonly text?: { readonly reason?: string } }
}
export type OrderEvent = OrderGiven | OrderWithdrawn
export type OrderCommand =
  | { readonly type: 'GiveOrder'; readonly data: OrderData & { readonly words: string } }
  | { readonly type: 'WithdrawOrder'; readonly data: { readonly reason: string } }

export interface OrderState {
  readonly order?: OrderData
  readonly words?: string
  readonly given?: Mark
  readonly withdrawn?: Mark & { readonly reason?: string }
}

/** The plan's kind of order of this id; undefined where it has none. */
export function findOrderKind(plan: EffectivePlan, id: string): OrderKind | undefined {
  return plan.orders.find((kind) => kind.id === id)
}

function evolve(state: OrderState, event: Recorded<OrderEvent>): OrderState {
  switch (event.type) {
    case 'OrderGiven':
      return { order: event.data, given: markOf(event), ...event.private?.text }
    case 'OrderWithdrawn':
      return { ...state, withdrawn: { ...markOf(event), ...event.private?.text } }
    default:
      throw new UnknownEvent('order', (event as Happened).type)
  }
}

function decide(
  state: OrderState,
  command: OrderCommand,
  { plan }: Context<EffectivePlan>,
): Decision<OrderEvent> {
  if (command.type === 'GiveOrder') {
    if (state.order) return refuse('order.exists')
    const { words, ...order } = command.data
    if (!findOrderKind(plan, order.kind)) return refuse('order.kind-unknown', { field: 'kind' })
    if (order.to.length === 0) return refuse('order.nobody', { field: 'to' })
    if (words.trim() === '') return refuse('text.missing', { field: 'words' })
    if (order.until !== undefined && order.from !== undefined && order.until <= order.from)
      return refuse('order.times', { field: 'until' })
    const to = [...new Set(order.to)]
    return happened<OrderEvent>({
      type: 'OrderGiven',
      data: { ...order, to },
      private: { text: { words } },
    })
  }
  if (!state.order) return refuse('order.unknown')
  if (command.data.reason.trim() === '') return refuse('text.missing', { field: 'reason' })
  if (state.withdrawn) return nothingNew
  return happened<OrderEvent>({
    type: 'OrderWithdrawn',
    data: {},
    private: { text: { reason: command.data.reason } },
  })
}

function reactions(event: Recorded<OrderEvent>, state: OrderState, plan: EffectivePlan): readonly Reaction[] {
  const { order } = state
  if (!order) return []
  return order.to.map((unit): Reaction => {
    const receipt = { kind: 'receipt', stream: receiptId(event.stream, unit) }
    if (event.type === 'OrderWithdrawn') return { ...receipt, type: 'Revoke', data: {} }
    const kind = findOrderKind(plan, order.kind)
    const sent: Sent = {
      thing: { kind: 'order', stream: event.stream },
      unit,
      campaign: order.campaign,
      plan: order.plan,
      carriedOut: kind?.carriedOut === true,
      minutes: kind?.confirmation.minutes ?? plan.graceMinutes,
      rungs: kind?.confirmation.rungs ?? [],
    }
    return { ...receipt, type: 'Address', data: sent }
  })
}

export const orderStream: Stream<OrderState, OrderCommand, OrderEvent, EffectivePlan> = {
  kind: 'order',
  initial: {},
  evolve,
  decide,
  placeOf: (command) =>
    command.type === 'GiveOrder' ? { unit: command.data.unit, campaign: command.data.campaign } : undefined,
  pinned: (state) => state.order?.plan,
  planNamed: (command) => (command.type === 'GiveOrder' ? command.data.plan : undefined),
  deadlines: () => [],
  notices: () => [],
  reactions,
}
