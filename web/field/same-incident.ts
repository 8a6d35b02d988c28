// Is what is being reported known already? Incidents of the same kind and place on this phone, within the plan's window (B8). Pure;
// asked on the report's pages, and by the server again for what arrives late.

import { MINUTE } from '#core/basics/instant.ts'
import type { Report } from '#core/incident/commands.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { IncidentRow } from '#core/wire/view.ts'

type About = Pick<Report['data'], 'unit' | 'scenario' | 'room' | 'discoveredAt'>

/** Open ones that may be the same matter, nearest in time first; without those of `notSame`. */
export function sameIncidents(
  rows: readonly IncidentRow[],
  about: About,
  plan: Pick<EffectivePlan, 'thresholds'>,
  notSame: readonly string[] = [],
): readonly IncidentRow[] {
  const window = plan.thresholds.sameIncident.minutes * MINUTE
  const apart = (row: IncidentRow) => Math.abs(row.discoveredAt - about.discoveredAt)
  return rows
    .filter(
      (row) =>
        row.unit === about.unit &&
        row.scenario === about.scenario &&
        (row.status === 'open' || row.status === 'handled') &&
        row.under?.as !== 'same' &&
        (row.room === undefined || about.room === undefined || row.room === about.room) &&
        apart(row) <= window &&
        !notSame.includes(row.id),
    )
    .sort((a, b) => apart(a) - apart(b))
}
