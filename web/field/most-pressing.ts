// In which order open incidents stand on the first page, and which of them are never left out. Pure.

import type { Instant } from '#core/basics/instant.ts'
import { RESPONSE_LEVELS } from '#core/plan/grade-types.ts'
import type { IncidentRow } from '#core/wire/view.ts'

/** Nothing is done here any more: closed, or going on in another one. */
export function isOver({ status }: Pick<IncidentRow, 'status'>): boolean {
  return status === 'closed' || status === 'joined'
}

/** Something about it should have been done by now. */
export function isLate(row: Pick<IncidentRow, 'awaits'>, now: Instant): boolean {
  return row.awaits.some((wait) => wait.dueAt !== undefined && wait.dueAt < now)
}

/**
 * What is late first, then the graver response level, then the latest report; at least `count` of them, and everything
 * that is late or of level Ⅰ or Ⅱ besides.
 */
export function mostPressing(
  rows: readonly IncidentRow[],
  now: Instant,
  count: number,
): readonly IncidentRow[] {
  const gravity = (row: IncidentRow) => RESPONSE_LEVELS.indexOf(row.responseLevel)
  return [...rows]
    .sort(
      (a, b) =>
        Number(isLate(b, now)) - Number(isLate(a, now)) ||
        gravity(b) - gravity(a) ||
        b.reportedAt - a.reportedAt,
    )
    .filter((row, index) => index < count || isLate(row, now) || gravity(row) >= SERIOUS)
}

/** From Ⅱ on. */
const SERIOUS = RESPONSE_LEVELS.indexOf('II')
