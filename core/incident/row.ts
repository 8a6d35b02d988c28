// The line of a list that an incident is: only what everyone in scope may read, plus the headline, which is sealed text.
// Where the line stands and who sees it is server/store and core/access.

import type { Instant } from '../basics/instant.ts'
import type { UnitPath } from '../basics/tier.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import type { EventLevel, ResponseLevel } from '../plan/grade-types.ts'
import { type Await, awaits } from './awaits.ts'
import { findGrade, openAsks } from './look-up.ts'
import type { Incident, IncidentStatus } from './state.ts'

/** A line of a list: only what everyone in scope may read. */
export interface IncidentRow {
  readonly id: string
  readonly version: number
  readonly number?: string
  readonly unit: UnitPath
  readonly scenario: string
  readonly room?: string
  readonly status: IncidentStatus
  readonly eventLevel: EventLevel
  readonly responseLevel: ResponseLevel
  readonly discoveredAt: Instant
  readonly reportedAt: Instant
  readonly changedAt: Instant
  readonly confined: boolean
  readonly awaits: readonly Await[]
  /** The latest open question, instruction or first words: free text, sealed with the incident's. */
  readonly headline?: string
}

/** @throws RangeError for an incident that was never reported: it has no grade to show. */
export function incidentRow(incident: Incident, plan: EffectivePlan): IncidentRow {
  const grade = findGrade(incident)
  if (!grade) throw new RangeError(`incident ${incident.id} has no grade`)
  const headline = findHeadline(incident)
  const last = incident.entries[incident.entries.length - 1]
  return {
    id: incident.id,
    version: incident.version,
    ...(incident.number === undefined ? {} : { number: incident.number }),
    unit: incident.unit,
    scenario: incident.scenario,
    ...(incident.room === undefined ? {} : { room: incident.room }),
    status: incident.status,
    eventLevel: grade.eventLevel,
    responseLevel: grade.responseLevel,
    discoveredAt: incident.discoveredAt,
    reportedAt: incident.reportedAt,
    changedAt: last?.recordedAt ?? incident.knownAt,
    confined: incident.confined,
    awaits: awaits(incident, plan),
    ...(headline === undefined ? {} : { headline }),
  }
}

/**
 * What a duty officer must read first: the school's open question, else the latest answer to the school, else the first
 * words. What tiers above ask each other is not for everyone in scope.
 */
function findHeadline(incident: Incident): string | undefined {
  const asks = openAsks(incident).filter((ask) => ask.fromTier === 'school')
  const answers = incident.answers.filter((answer) => answer.toTier === 'school')
  return asks[asks.length - 1]?.question ?? answers[answers.length - 1]?.instruction ?? incident.words
}
