// The one table of streams that act, the worker and the phone all read. Adding a kind of thing is adding a row here.

import { spreadStream } from './alike/spread.ts'
import { twiceStream } from './alike/twice.ts'
import type { Happened, Recorded, Stream } from './basics/stream.ts'
import { editionStream } from './edition/edition.ts'
import { handbookStream } from './handbook/handbook.ts'
import { OBSERVATIONS } from './incident/commands.ts'
import { incidentStream } from './incident/stream.ts'
import { noticeStream } from './notice/notice.ts'
import { orderStream } from './order/order.ts'
import type { EffectivePlan } from './plan/effective.ts'
import { receiptStream } from './receipt/receipt.ts'
import { assignmentStream } from './who/assignment.ts'
import { campaignStream } from './who/campaign.ts'
import { personStream } from './who/person.ts'
import { postStream } from './who/post.ts'
import { unitStream } from './who/unit.ts'

type AnyCommand = { readonly type: string; readonly data: object }

/** A stream whose own types the machinery need not know: what goes in is what came out. */
export type AnyStream = Stream<unknown, AnyCommand, Happened, EffectivePlan>

/** The one place where a stream's types are forgotten; the door has checked the shapes of its commands (core/wire). */
function opaque<State, Command extends AnyCommand, Event extends Happened>(
  stream: Stream<State, Command, Event, EffectivePlan>,
): AnyStream {
  const known = (recorded: Recorded) => recorded as Recorded<Event>
  return {
    kind: stream.kind,
    initial: stream.initial,
    evolve: (state, recorded) => stream.evolve(state as State, known(recorded)),
    decide: (state, command, context) => stream.decide(state as State, command as Command, context),
    placeOf: (command, from) => stream.placeOf(command as Command, from),
    pinned: (state) => stream.pinned(state as State),
    planNamed: (command) => stream.planNamed(command as Command),
    deadlines: (state, plan) => stream.deadlines(state as State, plan),
    notices: (recorded, state, plan) => stream.notices(known(recorded), state as State, plan),
    reactions: (recorded, state, plan) => stream.reactions(known(recorded), state as State, plan),
  }
}

/** The names of the kinds, as they stand in the ledger and in commands. */
export const STREAM_KINDS = [
  'incident',
  'notice',
  'unit',
  'campaign',
  'person',
  'post',
  'assignment',
  'order',
  'receipt',
  'spread',
  'twice',
  'handbook',
  'edition',
] as const
export type StreamKind = (typeof STREAM_KINDS)[number]

/** Each kind's functions, with their types forgotten. */
export const streams: Readonly<Record<StreamKind, AnyStream>> = {
  incident: opaque(incidentStream),
  notice: opaque(noticeStream),
  unit: opaque(unitStream),
  campaign: opaque(campaignStream),
  person: opaque(personStream),
  post: opaque(postStream),
  assignment: opaque(assignmentStream),
  order: opaque(orderStream),
  receipt: opaque(receiptStream),
  spread: opaque(spreadStream),
  twice: opaque(twiceStream),
  handbook: opaque(handbookStream),
  edition: opaque(editionStream),
}

const observations: Readonly<Partial<Record<StreamKind, ReadonlySet<string>>>> = { incident: OBSERVATIONS }

/** A field fact: accepted late with its own time. Everything else is a request. */
export function isObservation(kind: StreamKind, type: string): boolean {
  return observations[kind]?.has(type) === true
}
