// A post at a unit in a campaign: one seat of the plan's list (C1, C3), for a room where the plan says so.
// Who sits on it is assignment.ts.

import {
  type Context,
  type Decision,
  type Happened,
  happened,
  nothingNew,
  quiet,
  type Recorded,
  type Stream,
  UnknownEvent,
  unruled,
} from '../basics/stream.ts'
import type { UnitPath } from '../basics/tier.ts'

export interface PostData {
  readonly campaign: string
  readonly unit: UnitPath
  /** Id of the post in the plan. */
  readonly kind: string
  readonly room?: string
}

export type PostEvent = Happened<'PostEstablished', PostData>
export type PostCommand = { readonly type: 'EstablishPost'; readonly data: PostData }

export interface PostState {
  readonly post?: PostData
}

/** The id of the post's stream: the same wherever it is worked out. */
export function postId(post: PostData): string {
  const place = post.room === undefined ? post.kind : `${post.kind}.${post.room}`
  return `${post.campaign}~${post.unit.replace(/\//g, '.')}~${place}`
}

function evolve(_state: PostState, event: Recorded<PostEvent>): PostState {
  if (event.type !== 'PostEstablished') throw new UnknownEvent('post', (event as Happened).type)
  return { post: event.data }
}

function decide(state: PostState, command: PostCommand, _context: Context<unknown>): Decision<PostEvent> {
  if (state.post) return nothingNew
  return happened<PostEvent>({ type: 'PostEstablished', data: command.data })
}

export const postStream: Stream<PostState, PostCommand, PostEvent, unknown> = {
  kind: 'post',
  initial: {},
  evolve,
  decide,
  placeOf: (command) => ({ unit: command.data.unit, campaign: command.data.campaign }),
  ...quiet,
  ...unruled,
}
