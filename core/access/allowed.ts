// Which commands an actor may give about a thing: what a screen offers. The same table that refuses (table.ts, can.ts),
// so that a button and a refusal agree. Whether the deed makes sense now is the stream's own `decide`.

import type { StreamKind } from '../streams.ts'
import type { Actor, Thing } from './actor.ts'
import { can } from './can.ts'
import { ACCESS } from './table.ts'

export function allowedTypes(actor: Actor, kind: StreamKind, thing: Thing): readonly string[] {
  return Object.keys(ACCESS[kind]).filter((type) => 'allowed' in can(actor, { kind, type }, thing))
}
