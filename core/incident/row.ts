// The line of a list that an incident is: only what everyone in scope may read, plus the headline, which is sealed text.
// Where the line stands and who sees it is server/store and core/access.

import type { Instant } from '../basics/instant.ts'
import { isAtOrAbove, TIERS, type Tier, type UnitPath } from '../basics/tier.ts'
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
  /** The last word on whether the report is true; public figures count only what was verified. */
  readonly verdict?: 'verified' | 'refuted'
  /** Work waits since (B10). */
  readonly heldSince?: Instant
  /** It stands under this incident: of the same matter, or of a county's spread. */
  readonly under?: { readonly incident: string; readonly as: 'same' | 'spread' }
  /** How many stand under it. */
  readonly members?: number
  /** What a duty officer must read first: free text, sealed with the incident's. */
  readonly headline?: Headline
}

export interface Headline {
  readonly kind: 'ask' | 'answer' | 'report'
  readonly text: string
  /** The tier whose answer it is. */
  readonly from?: Tier
}

/** One for readers of each tier: what tiers above them write to each other is not for them (core/access/view.ts). */
export type Headlines = Readonly<Partial<Record<Tier, Headline>>>

/** A line with its headlines; which of them a viewer is given is server/store's, by his scope. */
export interface WholeRow {
  readonly row: Omit<IncidentRow, 'headline'>
  readonly headlines: Headlines
}

/** @throws RangeError for an incident that was never reported: it has no grade to show. */
export function incidentRow(incident: Incident, plan: EffectivePlan): WholeRow {
  const grade = findGrade(incident)
  if (!grade) throw new RangeError(`incident ${incident.id} has no grade`)
  const last = incident.entries[incident.entries.length - 1]
  const verdict = incident.verdicts[incident.verdicts.length - 1]
  const held = incident.holds.find((hold) => !hold.ended)
  const row = {
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
    ...(verdict === undefined ? {} : { verdict: verdict.verdict }),
    ...(held === undefined ? {} : { heldSince: held.occurredAt }),
    ...(incident.joinedTo === undefined
      ? {}
      : { under: { incident: incident.joinedTo.incident, as: incident.joinedTo.as } }),
    ...(incident.tookIn.length === 0 ? {} : { members: incident.tookIn.length }),
  }
  const headlines: { [Reader in Tier]?: Headline } = {}
  for (const reader of TIERS) {
    const headline = findHeadline(incident, reader)
    if (headline) headlines[reader] = headline
  }
  return { row, headlines }
}

/** The latest open question that `reader` may read, else the latest answer, else the first words. */
function findHeadline(incident: Incident, reader: Tier): Headline | undefined {
  const asks = openAsks(incident).filter((ask) => isAtOrAbove(reader, ask.fromTier))
  const ask = asks[asks.length - 1]
  if (ask?.question !== undefined) return { kind: 'ask', text: ask.question }
  const answers = incident.answers.filter((answer) => isAtOrAbove(reader, answer.toTier))
  const answer = answers[answers.length - 1]
  if (answer?.instruction !== undefined)
    return { kind: 'answer', text: answer.instruction, from: answer.fromTier }
  return incident.words === undefined ? undefined : { kind: 'report', text: incident.words }
}
