// Whether a report is true and what came of it: verified, refuted, dismissed as mistaken, and the evaluation afterwards (B4).
// Lines struck through are decide-strike.ts.

import { refuse } from '../basics/refusal.ts'
import { happened, nothingNew } from '../basics/stream.ts'
import { isAtOrAbove } from '../basics/tier.ts'
import type { Dismiss, Evaluate, Verify } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { IncidentEvent } from './events.ts'
import { findGrade, findTier } from './look-up.ts'
import { isBlank, said } from './said.ts'
import type { Incident } from './state.ts'

/** A tier's word on the report; measures never wait for it. The same word again is nothing new. */
export function verify(
  state: Incident,
  data: Verify['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  const tier = findTier(by)
  if (tier === undefined) return refuse('not-allowed', { whoCould: [plan.desks.county] })
  const last = [...state.verdicts].reverse().find((one) => one.tier === tier)
  const words = isBlank(data.words) ? undefined : data.words
  if (last?.verdict === data.verdict && last.words === words) return nothingNew
  return happened<IncidentEvent>({
    type: 'Verified',
    data: { verdict: data.verdict, tier },
    ...said({ words }),
  })
}

/** Closed as a mistake, with all that is owed, by the county or above, or once one of them has found it to be untrue. */
export function dismiss(
  state: Incident,
  data: Dismiss['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  if (isBlank(data.reason)) return refuse('text.missing', { field: 'reason' })
  const tier = findTier(by)
  if (!isRefuted(state) && (tier === undefined || !isAtOrAbove(tier, 'county'))) {
    return refuse('incident.not-refuted', { whoCould: [plan.desks.county] })
  }
  return happened<IncidentEvent>({ type: 'Dismissed', data: {}, ...said({ reason: data.reason }) })
}

/** Has a tier above the school found the report untrue, and said nothing else since? */
export function isRefuted(state: Incident): boolean {
  const fromAbove = state.verdicts.filter((one) => isAtOrAbove(one.tier, 'county'))
  return fromAbove[fromAbove.length - 1]?.verdict === 'refuted'
}

/** B4: by the tier that the plan has evaluate at the level in force, each of its points, after it was dealt with. */
export function evaluate(
  state: Incident,
  data: Evaluate['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  const level = findGrade(state)?.eventLevel
  const evaluation = plan.handling.find((row) => row.eventLevel === level)?.evaluation
  if (!evaluation) return refuse('evaluation.not-here')
  const whoCould = [plan.desks[evaluation.by]]
  if (findTier(by) !== evaluation.by) return refuse('not-allowed', { whoCould })
  if (!state.handled) return refuse('incident.not-handled')
  const points: Record<string, string> = {}
  for (const { id } of evaluation.points) {
    const text = data.points[id]
    if (text === undefined || isBlank(text)) return refuse('text.missing', { field: `points.${id}` })
    points[id] = text
  }
  const before = state.evaluated
  const same =
    before?.tier === evaluation.by && evaluation.points.every(({ id }) => before.points[id] === points[id])
  if (same) return nothingNew
  return happened<IncidentEvent>({
    type: 'Evaluated',
    data: { tier: evaluation.by },
    private: { text: points },
  })
}
