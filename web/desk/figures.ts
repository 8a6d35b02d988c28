// Figures of incidents by whether they are true: only what was verified counts in public; what nobody has verified and what was
// refuted are told apart (E5). And how many began in each stretch of time, by response level. Pure.

import type { Instant } from '#core/basics/instant.ts'
import { RESPONSE_LEVELS, type ResponseLevel } from '#core/plan/grade-types.ts'
import type { IncidentRow } from '#core/wire/view.ts'

export interface VerdictFigures {
  readonly verified: number
  readonly unverified: number
  readonly refuted: number
}

/** One incident once: what stands under another as the same matter is not counted beside it. */
export function verdictFigures(rows: readonly IncidentRow[]): VerdictFigures {
  const counted = rows.filter((row) => row.under?.as !== 'same')
  const verified = counted.filter((row) => row.verdict === 'verified').length
  const refuted = counted.filter((row) => row.verdict === 'refuted').length
  return { verified, refuted, unverified: counted.length - verified - refuted }
}

export interface Stretch {
  readonly from: Instant
  /** Gravest first, as they are stacked from the top. */
  readonly counts: Readonly<Record<ResponseLevel, number>>
  readonly all: number
}

/** Reports in each of the last `n` stretches of `length` ms that end with the one `now` lies in, oldest first. */
export function newByTime(
  rows: readonly IncidentRow[],
  now: Instant,
  length: number,
  n: number,
): readonly Stretch[] {
  const last = Math.floor(now / length) * length
  return Array.from({ length: n }, (_, index) => {
    const from = last - (n - 1 - index) * length
    const here = rows.filter((row) => row.reportedAt >= from && row.reportedAt < from + length)
    const counts = Object.fromEntries(
      RESPONSE_LEVELS.map((level) => [level, here.filter((row) => row.responseLevel === level).length]),
    ) as Record<ResponseLevel, number>
    return { from, counts, all: here.length }
  })
}
