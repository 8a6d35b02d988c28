// The one table of streams that act, the worker and the phone all read. Adding a kind of thing is adding a row here.

import type { Happened, Stream } from './basics/stream.ts'
import { OBSERVATIONS } from './incident/commands.ts'
import { incidentStream } from './incident/stream.ts'
import { noticeStream } from './notice/notice.ts'
import type { EffectivePlan } from './plan/effective.ts'
import { assignmentStream } from './who/assignment.ts'
import { campaignStream } from './who/campaign.ts'
import { personStream } from './who/person.ts'
import { postStream } from './who/post.ts'
import { unitStream } from './who/unit.ts'

/** A stream whose own types the machinery need not know; what goes in is what came out. */
export type AnyStream = Stream<unknown, { type: string; data: object }, Happened, EffectivePlan>

export const STREAM_KINDS = [
  'incident',
  'notice',
  'unit',
  'campaign',
  'person',
  'post',
  'assignment',
] as const
export type StreamKind = (typeof STREAM_KINDS)[number]

export const streams: Readonly<Record<StreamKind, AnyStream>> = {
  incident: incidentStream as unknown as AnyStream,
  notice: noticeStream as unknown as AnyStream,
  unit: unitStream as unknown as AnyStream,
  campaign: campaignStream as unknown as AnyStream,
  person: personStream as unknown as AnyStream,
  post: postStream as unknown as AnyStream,
  assignment: assignmentStream as unknown as AnyStream,
}

const observations: Readonly<Partial<Record<StreamKind, ReadonlySet<string>>>> = { incident: OBSERVATIONS }

/** A field fact: accepted late with its own time. Everything else is a request. */
export function isObservation(kind: StreamKind, type: string): boolean {
  return observations[kind]?.has(type) === true
}
