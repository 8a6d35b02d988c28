// What the person at this post must do now, from the rows everybody in scope has. Pure.

import type { Instant } from '#core/basics/instant.ts'
import type { Await, IncidentRow, MyPost } from '#core/wire/view.ts'

export interface Todo {
  readonly row: IncidentRow
  readonly kind: Await['kind']
  /** Steps are many: how many of them. */
  readonly count: number
  readonly dueAt?: Instant
  readonly limit?: string
}

/** Posts that stand beside the line or outside it owe nothing: they are told. */
const OWING = new Set<MyPost['role']>([
  'invigilator',
  'chief',
  'school-lead',
  'school-staff',
  'county-desk',
  'county-lead',
  'province-desk',
  'province-lead',
  'nation-desk',
])

/** Roles that act for the whole desk of their tier: take over, answer, write down, close. */
const ACTS_FOR_TIER = new Set<MyPost['role']>([
  'chief',
  'school-lead',
  'county-desk',
  'county-lead',
  'province-desk',
  'province-lead',
  'nation-desk',
])

/** Does this wait concern `post`? A step by its own post; the rest by those who act for the tier. */
export function concerns(wait: Await, post: MyPost): boolean {
  if (!OWING.has(post.role)) return false
  if (wait.kind === 'step') return wait.post === post.kind
  return wait.tier === post.tier && ACTS_FOR_TIER.has(post.role)
}

/** Most pressing first: what has a clock by its end, then the rest by age. Steps of one incident are one line. */
export function todosOf(rows: readonly IncidentRow[], post: MyPost): readonly Todo[] {
  const todos = rows
    .filter((row) => row.status !== 'closed')
    .flatMap((row): Todo[] => {
      const mine = row.awaits.filter((wait) => concerns(wait, post))
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
