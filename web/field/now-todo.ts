// What the person at this post must do now, from the rows everybody in scope has. Pure: who may do what is core/access.

import { can } from '#core/access/can.ts'
import type { Instant } from '#core/basics/instant.ts'
import type { Await, IncidentRow, Me } from '#core/wire/view.ts'
import { ENDS, FOR_POST, fallsTo } from '../talk/next-deed.ts'
import { isOver } from './most-pressing.ts'

export interface Todo {
  readonly row: IncidentRow
  readonly kind: Await['kind']
  /** Steps are many: how many of them. */
  readonly count: number
  readonly dueAt?: Instant
  readonly limit?: string
}

/**
 * Does this wait concern the post? A step, a task, an agreement or a response that is due, only its own post; anything else whoever acts for the tier and may do it.
 * Those who stand beside the line, and those with no such right, are told and owe nothing (C4).
 */
export function concerns(
  wait: Await,
  row: Pick<IncidentRow, 'unit' | 'confined'>,
  me: Pick<Me, 'person' | 'post' | 'campaign'>,
): boolean {
  const { post } = me
  if (!fallsTo(wait, post)) return false
  if (FOR_POST.has(wait.kind)) return true
  const actor = {
    person: me.person.id,
    post: post.id,
    postKind: post.kind,
    role: post.role,
    tier: post.tier,
    unit: post.unit,
    campaign: me.campaign.id,
  }
  const { unit, confined } = row
  // Who waits for an end was worked out from the incident's own plan: the tier it names is the one that may.
  const thing = { unit, confined, campaign: me.campaign.id, concerned: true, endingTier: wait.tier }
  return 'allowed' in can(actor, { kind: 'incident', type: ENDS[wait.kind] }, thing)
}

/** Most pressing first: what has a clock by its end, then the rest by age. Steps of one incident are one line. */
export function todosOf(
  rows: readonly IncidentRow[],
  me: Pick<Me, 'person' | 'post' | 'campaign'>,
): readonly Todo[] {
  const todos = rows
    .filter((row) => !isOver(row))
    .flatMap((row): Todo[] => {
      const mine = row.awaits.filter((wait) => concerns(wait, row, me))
      const kinds = [...new Set(mine.map((wait) => wait.kind))]
      return kinds.map((kind) => {
        const same = mine.filter((wait) => wait.kind === kind)
        const first = same.reduce((soonest, next) => (dueOf(next) < dueOf(soonest) ? next : soonest))
        return {
          row,
          kind,
          count: same.length,
          ...(first.dueAt === undefined ? {} : { dueAt: first.dueAt }),
          ...(first.limit === undefined ? {} : { limit: first.limit }),
        }
      })
    })
  return todos.sort((a, b) => dueOf(a) - dueOf(b) || a.row.reportedAt - b.row.reportedAt)
}

function dueOf(thing: { readonly dueAt?: Instant }): number {
  return thing.dueAt ?? Number.POSITIVE_INFINITY
}
