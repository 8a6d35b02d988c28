// Which commands an actor may give about a thing: what a screen offers. The same table that refuses (table.ts, can.ts),
// so that a button and a refusal agree. Whether the deed makes sense now is the stream's own `decide`.
// A screen offers what can be done with a thing: neither making it anew nor what only the plan does by itself.

import type { StreamKind } from '../streams.ts'
import type { Actor, Thing } from './actor.ts'
import { can } from './can.ts'
import { ACCESS, NEVER_OFFERED } from './table.ts'

/** Types of the commands that `actor` may give about `thing`, which is there already, in the table's order. */
export function allowedTypes(actor: Actor, kind: StreamKind, thing: Thing): readonly string[] {
  return Object.keys(ACCESS[kind]).filter(
    (type) => !NEVER_OFFERED[kind].has(type) && 'allowed' in can(actor, { kind, type }, thing),
  )
}
