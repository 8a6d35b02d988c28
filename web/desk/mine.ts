// Which incidents wait for the viewer's tier, which the viewer's tier waits for, and in what order they are shown.
// Pure. What a row says is need-list.tsx; what may be done about it is the server's answer (`view.may`).

import type { Instant } from '#core/basics/instant.ts'
import { type Tier, tierAbove, tierOf } from '#core/basics/tier.ts'
import { RESPONSE_LEVELS } from '#core/plan/grade-types.ts'
import type { Handling, Role } from '#core/plan/layer.ts'
import type { Await, IncidentRow } from '#core/wire/view.ts'

/** An incident and the one deed of it that is due first. */
export interface Need {
  readonly row: IncidentRow
  readonly awaits: Await
}

const ANSWERING: ReadonlySet<Role> = new Set<Role>([
  'county-desk',
  'county-lead',
  'province-desk',
  'province-lead',
  'nation-desk',
])

/** Does this role answer for its tier? Inspectors and patrols stand beside the line: they see, and do not owe (C4). */
export function answersForTier(role: Role): boolean {
  return ANSWERING.has(role)
}

/** Earlier end first; what has no end comes last. */
export function byTimeLeft(a: Await, b: Await): number {
  const x = a.dueAt ?? Number.MAX_SAFE_INTEGER
  const y = b.dueAt ?? Number.MAX_SAFE_INTEGER
  return x - y
}

function graver(a: IncidentRow, b: IncidentRow): number {
  return RESPONSE_LEVELS.indexOf(b.responseLevel) - RESPONSE_LEVELS.indexOf(a.responseLevel)
}

function byUrgency(a: Need, b: Need): number {
  return (
    byTimeLeft(a.awaits, b.awaits) ||
    graver(a.row, b.row) ||
    a.row.reportedAt - b.row.reportedAt ||
    (a.row.id < b.row.id ? -1 : 1)
  )
}

function collect(rows: readonly IncidentRow[], wanted: (one: Await) => boolean): readonly Need[] {
  const needs: Need[] = []
  for (const row of rows) {
    const first = row.awaits.filter(wanted).sort(byTimeLeft)[0]
    if (first) needs.push({ row, awaits: first })
  }
  return needs.sort(byUrgency)
}

/**
 * E4: what `tier` owes. The gravest response and what is to be done at once lead whatever the time; then least time left first,
 * late ones before because their end has passed. What stands under another incident of the list follows that one.
 * `isAtOnce`: is the limit one of no minutes?
 */
export function needsOf(
  rows: readonly IncidentRow[],
  tier: Tier,
  isAtOnce: (timed: Await, row: IncidentRow) => boolean = () => false,
): readonly Need[] {
  const leads = ({ row, awaits }: Need) => {
    const timed = nearestEnd(awaits, row)
    return row.responseLevel === 'I' || (timed !== undefined && isAtOnce(timed, row))
  }
  const needs = collect(rows, (one) => one.tier === tier)
  return together([...needs.filter(leads), ...needs.filter((need) => !leads(need))])
}

/** Incidents of one matter stand together where the first of them stands, the one that took the others in on top. */
function together(needs: readonly Need[]): readonly Need[] {
  const groups = new Map<string, Need[]>()
  for (const need of needs) {
    const { id, under } = need.row
    const group = groups.get(under?.incident ?? id) ?? []
    groups.set(under?.incident ?? id, under ? [...group, need] : [need, ...group])
  }
  return [...groups.values()].flat()
}

/**
 * What `tier` waits for from others: the answer from above (B5), below the carrying out and the first response (A4).
 * What goes on otherwise and concerns the tier stands here too, so that nothing open is in neither list.
 */
export function waitedFor(
  rows: readonly IncidentRow[],
  tier: Tier,
  handling: readonly Handling[] = [],
): readonly Need[] {
  const named = collect(
    rows,
    (one) =>
      (one.kind === 'answer' && one.tier === tierAbove(tier)) ||
      ((one.kind === 'comply' || one.kind === 'respond') && tierAbove(one.tier) === tier),
  )
  const listed = new Set([...named, ...needsOf(rows, tier)].map((need) => need.row))
  const others = rows.filter(
    (row) => row.status !== 'closed' && !listed.has(row) && concerns(row, tier, handling),
  )
  return [...named, ...collect(others, () => true)].sort(byUrgency)
}

/** The next tier up is concerned by everything; those above it by what the plan has them handle or answer (B1–B3). */
function concerns(row: IncidentRow, tier: Tier, handling: readonly Handling[]): boolean {
  const own = tierOf(row.unit)
  if (own === tier || tierAbove(own) === tier) return true
  const levels = handling.find((one) => one.eventLevel === row.eventLevel)
  return levels !== undefined && (levels.handledBy === tier || levels.asks === tier)
}

/** The wait whose end comes first of all that have one: of `mine` where it has one, else of anybody's. */
export function nearestEnd(mine: Await | undefined, row: IncidentRow): Await | undefined {
  if (mine?.dueAt !== undefined) return mine
  return row.awaits.filter((one) => one.dueAt !== undefined).sort(byTimeLeft)[0]
}

/** The deed that is due first, whoever owes it; at the same moment the viewer's own. */
export function firstAwait(awaits: readonly Await[], tier: Tier): Await | undefined {
  return [...awaits].sort((a, b) => byTimeLeft(a, b) || Number(b.tier === tier) - Number(a.tier === tier))[0]
}

/** Newest report on top; closed ones keep their place. */
export function newestFirst(rows: readonly IncidentRow[]): readonly IncidentRow[] {
  return [...rows].sort((a, b) => b.reportedAt - a.reportedAt || (a.id < b.id ? -1 : 1))
}

/** How many are still going on. */
export function countOpen(rows: readonly IncidentRow[]): number {
  return rows.filter((row) => row.status !== 'closed').length
}

/** Has the end passed? */
export function isLate(one: Await, now: Instant): boolean {
  return one.dueAt !== undefined && now >= one.dueAt
}
