// The ids under which people begin things. Ids that follow from something else (a notice from its thing, a spread from county and
// kind) are the plan's to give, and an id stands for one thing: neither is anybody's to take first. What is named is named.ts.

import type { Refusal } from '#core/basics/refusal.ts'
import type { StreamKind } from '#core/streams.ts'
import type { StreamRef } from '../store/load.ts'
import type { Command, Work } from './work.ts'

/** Begun by people under an id that their client makes. Of all other kinds the id follows from what they stand for. */
const CLIENT_MADE: readonly StreamKind[] = ['incident', 'order', 'campaign', 'person', 'assignment']

/** A random id, perhaps with a home unit in front: `99-1b4e28ba-…`. No id that follows from something looks like it. */
const OWN_ID = /^(?:[0-9A-Za-z]{2,16}-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Things of other kinds that may stand under the id already: to be read with the command that begins one. */
export function namesakes({ kind, id }: Command['stream']): readonly StreamRef[] {
  return CLIENT_MADE.filter((other) => other !== kind).map((other) => ({ kind: other, stream: id }))
}

/** Why a person may not begin the thing under this id; undefined where he may, and where it was begun before. */
export function findTakenId({ kind, id }: Command['stream'], work: Work): Refusal | undefined {
  if (!CLIENT_MADE.includes(kind) || work.knows(kind, id)) return undefined
  const isTaken = namesakes({ kind, id }).some((other) => work.knows(other.kind, other.stream))
  return isTaken || !OWN_ID.test(id) ? { code: 'id.reserved' } : undefined
}
