// What goes up besides asking: raised to a chosen tier, oral reports noted, the series of reports (B7–B9).

import { refuse } from '../basics/refusal.ts'
import { happened, nothingNew } from '../basics/stream.ts'
import { type Tier, tierAbove, tierOf } from '../basics/tier.ts'
import type { LogOral, RaiseTo, ReportOn } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { IncidentEvent } from './events.ts'
import { findTierRefusal, skippedTiers } from './handling.ts'
import { findPost, findTier } from './look-up.ts'
import { isBlank, said } from './said.ts'
import type { Incident } from './state.ts'
import { standing } from './strikable.ts'

/**
 * B9: taken to a tier of one's choice. A post beside the line stands in no tier (C4): it may turn to any tier above the
 * incident's unit, and its own tier's desk counts among those skipped.
 */
export function raiseTo(
  state: Incident,
  data: RaiseTo['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  if (isBlank(data.words)) return refuse('text.missing', { field: 'words' })
  const fromTier = findTier(by)
  if (fromTier === undefined) return refuse('not-allowed')
  const beside = findPost(plan, by.postKind)?.beside === true
  const toTier = data.tier
  const wrong = findTierRefusal(plan, fromTier, toTier, beside ? tierOf(state.unit) : fromTier)
  if (wrong) return wrong
  const known = state.raised.some(
    (raised) => raised.toTier === toTier && raised.by.person === by.person && raised.words === data.words,
  )
  if (known) return nothingNew
  const skipped = skippedTiers(state, toTier, beside ? undefined : fromTier)
  return happened<IncidentEvent>({
    type: 'RaisedTo',
    data: { fromTier, toTier, skipped },
    ...said({ words: data.words }),
  })
}

/** What was said by word of mouth or telephone, noted by whoever said or heard it. It starts the clock of the written report. */
export function logOral(
  state: Incident,
  data: LogOral['data'],
  { plan, now }: IncidentContext,
): IncidentDecision {
  if (state.orals.some((known) => known.oral === data.oral)) return nothingNew
  for (const field of ['from', 'to', 'words'] as const) {
    if (isBlank(data[field])) return refuse('text.missing', { field })
  }
  const { oral, toTier, toPost, from, to } = data
  if (toPost !== undefined && findPost(plan, toPost)?.tier !== toTier) {
    return refuse('post.unknown', { field: 'toPost' })
  }
  return happened<IncidentEvent>({
    type: 'OralReported',
    data: {
      oral,
      toTier,
      ...(toPost === undefined ? {} : { toPost }),
      // What has not come yet is taken as now: no clock runs later for a wrong one.
      saidAt: Math.min(data.saidAt, now),
    },
    private: { ...said({ words: data.words }).private, person: { from, to } },
  })
}

/**
 * 续报、终报: what is new since the last one, from a tier to the next above. Each tier numbers its own; its final one comes once
 * the matter is dealt with, and nothing after it unless the incident is opened again.
 */
export function reportOn(
  state: Incident,
  data: ReportOn['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  if (isBlank(data.words)) return refuse('text.missing', { field: 'words' })
  if (state.series.some((known) => known.report === data.report)) return nothingNew
  const fromTier = findTier(by)
  const toTier = fromTier && tierAbove(fromTier)
  if (fromTier === undefined || toTier === undefined) return refuse('ask.nobody-above')
  const own = state.series.filter((report) => report.fromTier === fromTier)
  if (hasFinalReport(state, fromTier)) {
    return refuse('series.exists', { whoCould: [plan.desks[toTier]] })
  }
  const { report, kind, words } = data
  if (kind === 'final' && !state.handled) return refuse('incident.not-handled')
  const followUps = own.filter((one) => one.kind === 'follow-up').length
  return happened<IncidentEvent>({
    type: 'SeriesReported',
    data: { report, kind, nth: kind === 'final' ? followUps : followUps + 1, fromTier, toTier },
    ...said({ words }),
  })
}

/** Has the tier given its final report since the incident was last opened? One struck through is none (E2). */
export function hasFinalReport(state: Incident, tier: Tier): boolean {
  const since = Math.max(0, ...state.reopened.map((deed) => deed.recordedAt))
  return standing(state.series).some(
    (one) => one.fromTier === tier && one.kind === 'final' && one.recordedAt >= since,
  )
}
