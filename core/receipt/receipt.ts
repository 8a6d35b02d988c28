// One unit's answer to something that was sent to it from above: an order (E6), an issued plan (G1). Received by one of the
// unit's people, carried out where that is asked; who has not answered is chased in turn. What was sent is its own stream.

import { type Instant, MINUTE } from '../basics/instant.ts'
import { type Mark, markOf } from '../basics/mark.ts'
import { type RefusalCode, refuse } from '../basics/refusal.ts'
import {
  type Context,
  type Deadline,
  type Decision,
  type Happened,
  happened,
  type Notice,
  nothingNew,
  type Recorded,
  type Stream,
  UnknownEvent,
} from '../basics/stream.ts'
import type { UnitPath } from '../basics/tier.ts'
import { tierOf } from '../basics/tier.ts'
import type { EffectivePlan, PlanHash } from '../plan/effective.ts'
import type { Rung } from '../plan/layer.ts'

/** What was sent: `kind` and `stream` of it, which unit it is for, and how long that one has to answer. */
export interface Sent {
  readonly thing: { readonly kind: 'order' | 'edition'; readonly stream: string }
  readonly unit: UnitPath
  readonly campaign: string
  readonly plan: PlanHash
  /** Does the unit also report that it has been carried out? */
  readonly carriedOut: boolean
  readonly minutes: number
  readonly rungs: readonly Rung[]
}

type Addressed = Happened<'Addressed', Sent>
type Received = Happened<'Received', object>
type CarriedOut = Happened<'CarriedOut', object> & {
  readonly private?: { readonly text?: { readonly effect?: string } }
}
type Chased = Happened<
  'Chased',
  {
    readonly rung: number
    readonly dueAt: Instant
    readonly tells: string
    readonly who: 'holder' | 'substitute'
  }
>
type Revoked = Happened<'Revoked', object>
export type ReceiptEvent = Addressed | Received | CarriedOut | Chased | Revoked

export type ReceiptCommand =
  | { readonly type: 'Address'; readonly data: Sent }
  | { readonly type: 'Receive'; readonly data: object }
  | { readonly type: 'CarryOut'; readonly data: { readonly effect: string } }
  | { readonly type: 'Chase'; readonly data: { readonly rung: number } }
  | { readonly type: 'Revoke'; readonly data: object }

export interface ReceiptState {
  readonly sent?: Sent
  readonly addressedAt: Instant
  readonly received?: Mark
  readonly carriedOut?: Mark & { readonly effect?: string }
  readonly chased: readonly { readonly rung: number; readonly tells: string; readonly at: Instant }[]
  readonly revokedAt?: Instant
}

/** The id follows from what was sent and to whom: sent twice it is one. */
export function receiptId(thing: string, unit: UnitPath): string {
  return `${thing}~to~${unit.replace(/\//g, '.')}`
}

/** When the unit must have answered; undefined before anything was sent. */
export function receiptDueAt(state: ReceiptState): Instant | undefined {
  return state.sent && state.addressedAt + state.sent.minutes * MINUTE
}

function evolve(state: ReceiptState, event: Recorded<ReceiptEvent>): ReceiptState {
  switch (event.type) {
    case 'Addressed':
      return { ...state, sent: event.data, addressedAt: event.recordedAt }
    case 'Received':
      return { ...state, received: markOf(event) }
    case 'CarriedOut': {
      const mark = markOf(event)
      return {
        ...state,
        // Whoever carried it out has read it.
        received: state.received ?? mark,
        carriedOut: { ...mark, ...event.private?.text },
      }
    }
    case 'Chased': {
      const { rung, tells } = event.data
      return { ...state, chased: [...state.chased, { rung, tells, at: event.recordedAt }] }
    }
    case 'Revoked':
      return { ...state, revokedAt: event.recordedAt }
    default:
      throw new UnknownEvent('receipt', (event as Happened).type)
  }
}

function decide(
  state: ReceiptState,
  command: ReceiptCommand,
  { now }: Context<EffectivePlan>,
): Decision<ReceiptEvent> {
  if (command.type === 'Address') {
    if (state.sent) return nothingNew
    return happened<ReceiptEvent>({ type: 'Addressed', data: command.data })
  }
  const { sent } = state
  if (!sent) return refuse('receipt.unknown')
  if (state.revokedAt !== undefined) return afterRevoking(command)
  switch (command.type) {
    case 'Receive':
      return state.received ? nothingNew : happened<ReceiptEvent>({ type: 'Received', data: {} })
    case 'CarryOut':
      if (!sent.carriedOut) return refuse('receipt.nothing-to-do')
      if (command.data.effect.trim() === '') return refuse('text.missing', { field: 'effect' })
      if (state.carriedOut) return nothingNew
      return happened<ReceiptEvent>({
        type: 'CarriedOut',
        data: {},
        private: { text: { effect: command.data.effect } },
      })
    case 'Chase': {
      const next = findNextRung(state)
      if (!next || next.rung !== command.data.rung || now < next.at) return nothingNew
      const { rung, post, who } = next
      const dueAt = receiptDueAt(state) ?? now
      return happened<ReceiptEvent>({ type: 'Chased', data: { rung, dueAt, tells: post, who } })
    }
    case 'Revoke':
      return happened<ReceiptEvent>({ type: 'Revoked', data: {} })
  }
}

const WITHDRAWN: RefusalCode = 'receipt.withdrawn'

function afterRevoking(command: ReceiptCommand): Decision<ReceiptEvent> {
  return command.type === 'Revoke' || command.type === 'Chase' ? nothingNew : refuse(WITHDRAWN)
}

function findNextRung(state: ReceiptState): (Rung & { rung: number; at: Instant }) | undefined {
  const dueAt = receiptDueAt(state)
  if (!state.sent || dueAt === undefined || state.received || state.revokedAt !== undefined) return undefined
  const rung = state.chased.length
  const next = state.sent.rungs[rung]
  if (!next) return undefined
  // After a stop everybody in turn still has the time that the plan leaves between them: nobody is passed over in the same second (E4).
  const before = state.chased[rung - 1]
  const gap = next.afterMinutes - (state.sent.rungs[rung - 1]?.afterMinutes ?? 0)
  const at = Math.max(dueAt + next.afterMinutes * MINUTE, (before?.at ?? dueAt) + gap * MINUTE)
  return { ...next, rung, at }
}

function deadlines(state: ReceiptState): readonly Deadline[] {
  const next = findNextRung(state)
  if (!next) return []
  const { rung, at } = next
  return [{ key: `chase/${rung}`, dueAt: at, command: { type: 'Chase', data: { rung } } }]
}

/** The unit's duty desk is told when something is sent, and when it holds no more; whom the plan names, when nobody has answered. */
function notices(event: Recorded<ReceiptEvent>, state: ReceiptState, plan: EffectivePlan): readonly Notice[] {
  const { sent } = state
  if (!sent) return []
  if (event.type === 'Addressed') {
    const what = sent.thing.kind === 'order' ? 'order' : 'plan-issued'
    return [{ post: plan.desks[tierOf(sent.unit)], who: 'holder', what, urgent: what === 'order' }]
  }
  if (event.type === 'Revoked') {
    return [{ post: plan.desks[tierOf(sent.unit)], who: 'holder', what: 'order-withdrawn', urgent: true }]
  }
  if (event.type === 'Chased') {
    return [{ post: event.data.tells, who: event.data.who, what: 'limit-missed' }]
  }
  return []
}

export const receiptStream: Stream<ReceiptState, ReceiptCommand, ReceiptEvent, EffectivePlan> = {
  kind: 'receipt',
  initial: { addressedAt: 0, chased: [] },
  evolve,
  decide,
  placeOf: (command) =>
    command.type === 'Address' ? { unit: command.data.unit, campaign: command.data.campaign } : undefined,
  pinned: (state) => state.sent?.plan,
  planNamed: (command) => (command.type === 'Address' ? command.data.plan : undefined),
  deadlines,
  notices,
  reactions: () => [],
}
