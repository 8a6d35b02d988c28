// The one shape every kind of thing with a history has (ARCHITECTURE, "A stream").
// Here: the interface and the envelope of an event. Not here: any particular stream, storage, permission.

import type { Instant } from './instant.ts'
import type { Refusal } from './refusal.ts'
import type { UnitPath } from './tier.ts'

/** Classes of sealed data; each has its own key and its own retention in the plan (突发事件应对法 art. 85). */
export type PrivateClass = 'pupil' | 'person' | 'contact' | 'text'

/** Personal data and free text of one event, by class. A class whose key was destroyed is absent. */
export type Private = Readonly<Partial<Record<PrivateClass, Readonly<Record<string, string>>>>>

/** What a stream's `decide` returns and `evolve` reads. `data` never holds personal data or free text. */
export interface Happened<Type extends string = string, Data = object> {
  readonly type: Type
  readonly data: Data
  readonly private?: Private
}

/** Who did it: a person in a post, or the plan itself (limits, reactions). */
export interface Doer {
  /** Person stream id, or `plan` when the plan acts by itself. */
  readonly person: string
  /** Post stream id, absent when the plan acts. */
  readonly post?: string
  /** The post's id in the plan (`chief-invigilator`), absent when the plan acts. */
  readonly postKind?: string
  /** Path of the unit the post belongs to. */
  readonly unit?: string
}

/** The plan acting by itself: limits, reactions, running numbers. */
export const THE_PLAN: Doer = { person: 'plan' }

/** An event as it stands in the ledger. Order is `version`, never a time. */
export type Recorded<Event extends Happened = Happened> = Event & {
  readonly stream: string
  /** 1 for the first event of the stream. */
  readonly version: number
  readonly by: Doer
  /** Claimed by the device, campaign time. */
  readonly occurredAt: Instant
  /** Ours, campaign time. */
  readonly recordedAt: Instant
  readonly command: string
}

/** What `decide` may look at besides state and command. */
export interface Context<Plan> {
  readonly now: Instant
  readonly by: Doer
  readonly plan: Plan
  /** When the deed happened by the device's corrected clock; equals `now` for requests. */
  readonly occurredAt: Instant
}

/** Events, nothing new (a repeat is harmless), or a refusal. */
export type Decision<Event> = { readonly events: readonly Event[] } | { readonly refused: Refusal }

/** The deed was already done; telling us twice changes nothing. */
export const nothingNew: { readonly events: readonly never[] } = { events: [] }

/** A decision that these events happened, in this order. */
export function happened<Event>(...events: Event[]): { readonly events: readonly Event[] } {
  return { events }
}

/** Something that must have happened by `dueAt` (campaign time); when it has not, `command` is given by the plan. */
export interface Deadline {
  /** Unique within the stream, e.g. `acknowledge/0`. */
  readonly key: string
  readonly dueAt: Instant
  readonly command: { readonly type: string; readonly data: object }
}

/** A post that must know. Resolved to persons when it is told; persons are written into the ledger then. */
export interface Notice {
  /** Post id of the plan, looked up in the thing's unit or its ancestors by the post's tier. */
  readonly post: string
  /** `holder` tells whoever holds the post; `substitute` the substitutes (E4). */
  readonly who: 'holder' | 'substitute'
  readonly what: NoticeKind
  /** Which limit climbed, for `limit-missed`. */
  readonly limit?: string
  /** Only this holder of the post is meant, where there are several. */
  readonly person?: string
  /** In this unit instead of the thing's own line: a receipt's school, a task elsewhere. */
  readonly unit?: UnitPath
  /** True when somebody's life or the secrecy of instruments is at stake: all channels at once. */
  readonly urgent?: boolean
}

export type NoticeKind =
  | 'reported'
  | 'regraded'
  | 'asked'
  | 'answered'
  | 'limit-missed'
  | 'response-started'
  | 'response-ended'
  | 'closed'
  /** Raised to this tier by somebody's choice; `copy` for a tier that was skipped. */
  | 'raised'
  | 'copy'
  /** Work waits in a room; goes on. */
  | 'held'
  | 'resumed'
  /** Agreement is wanted: to lower a grade, to a decision made together. */
  | 'agreement-wanted'
  | 'decided-together'
  | 'declined'
  /** The receiving tier looked into the report: the reporter hears what it found. */
  | 'verified'
  | 'task'
  | 'task-done'
  /** The next of the series of reports. */
  | 'series'
  | 'oral'
  | 'wording'
  | 'order'
  | 'order-withdrawn'
  | 'plan-issued'
  | 'spread'
  | 'twice'

/** A command the plan gives because of an event; its id is derived from the cause, so a repeat is harmless. */
export interface Reaction {
  readonly kind: string
  readonly stream: string
  readonly type: string
  readonly data: object
}

/** Where a stream lies, from its first event on: whom it concerns and which clock it goes by. */
export interface Home {
  readonly unit: UnitPath
  readonly campaign: string
}

/** From where a stream is begun (the place of who begins it, or of the thing it follows from), and the id it will have. */
export interface Origin extends Home {
  readonly stream: string
}

export interface Stream<State, Command extends { type: string; data: object }, Event extends Happened, Plan> {
  readonly kind: string
  readonly initial: State
  evolve(state: State, recorded: Recorded<Event>): State
  decide(state: State, command: Command, context: Context<Plan>): Decision<Event>
  /** Where the stream that `command` begins will lie; undefined for a command that begins none. */
  placeOf(command: Command, from: Origin): Home | undefined
  /** The plan a stream is handled under for ever; undefined for kinds that no plan rules. */
  pinned(state: State): string | undefined
  /** The plan that a command names: the one to pin with a new stream, or to put in force. */
  planNamed(command: Command): string | undefined
  deadlines(state: State, plan: Plan): readonly Deadline[]
  notices(recorded: Recorded<Event>, state: State, plan: Plan): readonly Notice[]
  reactions(recorded: Recorded<Event>, state: State, plan: Plan): readonly Reaction[]
}

/** A stream that no plan rules. */
export const unruled = {
  pinned: (): undefined => undefined,
  planNamed: (): undefined => undefined,
}

/** The tail of a stream that has no clock, tells nobody and sets nothing off. */
export const quiet = {
  deadlines: (): readonly never[] => [],
  notices: (): readonly never[] => [],
  reactions: (): readonly never[] => [],
}

/** Thrown by `evolve` when it meets an event it does not know: a fold must stop rather than guess. */
export class UnknownEvent extends Error {
  constructor(kind: string, type: string) {
    super(`stream ${kind} holds an event this version does not know: ${type}`)
    this.name = 'UnknownEvent'
  }
}
