// One stream per (thing, post): told, seen and confirmed. Who must be told is the thing's own `notices`; delivery to a
// device is no part of it. A post with nobody on it is told all the same, and says so.

import type { Instant } from '../basics/instant.ts'
import { refuse } from '../basics/refusal.ts'
import {
  type Context,
  type Decision,
  type Happened,
  happened,
  type NoticeKind,
  nothingNew,
  quiet,
  type Recorded,
  type Stream,
  UnknownEvent,
  unruled,
} from '../basics/stream.ts'
import type { UnitPath } from '../basics/tier.ts'

/** The post was told, and these persons held it (or stood in for it) at that moment. */
export type Told = Happened<
  'Told',
  {
    readonly thing: { readonly kind: string; readonly stream: string }
    /** Post stream; absent when the unit has no such post. */
    readonly post?: string
    readonly postKind: string
    readonly unit: UnitPath
    readonly what: NoticeKind
    readonly who: 'holder' | 'substitute'
    readonly persons: readonly string[]
    readonly urgent: boolean
    readonly limit?: string
  }
>
export type Seen = Happened<'Seen', object>
export type Confirmed = Happened<'Confirmed', object>
export type NoticeEvent = Told | Seen | Confirmed

export type NoticeCommand =
  | { readonly type: 'Tell'; readonly data: Told['data'] }
  | { readonly type: 'MarkSeen'; readonly data: object }
  | { readonly type: 'Confirm'; readonly data: object }

export interface NoticeState {
  readonly thing?: { readonly kind: string; readonly stream: string }
  readonly post?: string
  readonly postKind?: string
  readonly unit?: UnitPath
  /** Everybody who was told, in order. */
  readonly persons: readonly string[]
  readonly told: readonly {
    readonly what: NoticeKind
    readonly who: 'holder' | 'substitute'
    readonly at: Instant
    readonly persons: readonly string[]
    readonly urgent: boolean
  }[]
  readonly seen: Readonly<Record<string, Instant>>
  readonly confirmed: Readonly<Record<string, Instant>>
}

/** The id of the notice stream of a thing and a post; the same on phone and server. */
export function noticeId(thing: string, postKind: string, unit: UnitPath): string {
  return `${thing}~${postKind}~${unit.replace(/\//g, '.')}`
}

function evolve(state: NoticeState, event: Recorded<NoticeEvent>): NoticeState {
  switch (event.type) {
    case 'Told': {
      const { thing, post, postKind, unit, what, who, persons, urgent } = event.data
      const fresh = persons.filter((person) => !state.persons.includes(person))
      return {
        ...state,
        thing,
        postKind,
        unit,
        ...(post === undefined ? {} : { post }),
        persons: [...state.persons, ...fresh],
        told: [...state.told, { what, who, at: event.recordedAt, persons, urgent }],
      }
    }
    case 'Seen':
      return { ...state, seen: { ...state.seen, [event.by.person]: event.recordedAt } }
    case 'Confirmed':
      return { ...state, confirmed: { ...state.confirmed, [event.by.person]: event.recordedAt } }
    default:
      throw new UnknownEvent('notice', (event as Happened).type)
  }
}

function decide(
  state: NoticeState,
  command: NoticeCommand,
  context: Context<unknown>,
): Decision<NoticeEvent> {
  if (command.type === 'Tell') return happened<NoticeEvent>({ type: 'Told', data: command.data })
  if (state.told.length === 0) return refuse('notice.unknown')
  // Only the receiver's own act confirms: nobody ticks for somebody else.
  const person = context.by.person
  if (!state.persons.includes(person)) return refuse('notice.not-yours')
  if (command.type === 'MarkSeen') {
    return state.seen[person] === undefined ? happened<NoticeEvent>({ type: 'Seen', data: {} }) : nothingNew
  }
  return state.confirmed[person] === undefined
    ? happened<NoticeEvent>({ type: 'Confirmed', data: {} })
    : nothingNew
}

export const noticeStream: Stream<NoticeState, NoticeCommand, NoticeEvent, unknown> = {
  kind: 'notice',
  initial: { persons: [], told: [], seen: {}, confirmed: {} },
  evolve,
  decide,
  // A notice lies with the thing it is about, wherever the post sits that is told.
  placeOf: (command, from) =>
    command.type === 'Tell' ? { unit: from.unit, campaign: from.campaign } : undefined,
  ...quiet,
  ...unruled,
}
