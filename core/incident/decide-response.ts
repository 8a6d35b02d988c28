// A response: started, changed and ended by whom the plan names at the doer's own tier (A7). Steps and measures are
// decide-work.ts and ask for no response: what saves life never waits for one.

import { type Refusal, refuse } from '../basics/refusal.ts'
import { type Doer, happened, nothingNew } from '../basics/stream.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import { graverResponse } from '../plan/grade-types.ts'
import type { ChangeResponse, EndResponse, StartResponse } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { IncidentEvent } from './events.ts'
import { findGrade, findTier } from './look-up.ts'
import { isBlank, said } from './said.ts'
import type { Incident } from './state.ts'

/**
 * Started at the level in force. While one runs it is started again only when the level has risen above it; once it has
 * ended, whenever it is needed.
 */
export function startResponse(
  state: Incident,
  data: StartResponse['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  const stranger = findStranger(plan, by)
  if (stranger) return stranger
  if (isBlank(data.measures)) return refuse('text.missing', { field: 'measures' })
  const level = findGrade(state)?.responseLevel ?? 'IV'
  const running = findRunningResponse(state)
  if (running && graverResponse(running.responseLevel, level) === running.responseLevel) {
    const same = running.by.person === by.person && running.measures === data.measures
    return same ? nothingNew : refuse('response.started', { values: { level: running.responseLevel } })
  }
  return happened<IncidentEvent>({
    type: 'ResponseStarted',
    data: { responseLevel: level, expectedMinutes: data.expectedMinutes },
    ...said({ measures: data.measures }),
  })
}

/** Level, duration or measures of the running response, up or down; the grade stays what it is. */
export function changeResponse(
  state: Incident,
  data: ChangeResponse['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  const stranger = findStranger(plan, by)
  if (stranger) return stranger
  if (isBlank(data.measures)) return refuse('text.missing', { field: 'measures' })
  if (isBlank(data.reason)) return refuse('text.missing', { field: 'reason' })
  const running = findRunningResponse(state)
  if (!running) return refuse(state.responseStarted ? 'response.ended' : 'response.not-started')
  const { responseLevel, expectedMinutes, measures, reason } = data
  const same =
    running.responseLevel === responseLevel &&
    running.expectedMinutes === expectedMinutes &&
    running.measures === measures
  if (same) return nothingNew
  return happened<IncidentEvent>({
    type: 'ResponseChanged',
    data: { responseLevel, expectedMinutes },
    ...said({ measures, reason }),
  })
}

/** Over, with the reason. Ended already, nothing is new. */
export function endResponse(
  state: Incident,
  data: EndResponse['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  const stranger = findStranger(plan, by)
  if (stranger) return stranger
  if (isBlank(data.reason)) return refuse('text.missing', { field: 'reason' })
  if (!state.responseStarted) return refuse('response.not-started')
  if (state.responseEnded) return nothingNew
  return happened<IncidentEvent>({ type: 'ResponseEnded', data: {}, ...said({ reason: data.reason }) })
}

/** What holds of the response that runs now: its last change, else its start. */
export function findRunningResponse(state: Incident): Incident['responseStarted'] {
  if (state.responseEnded) return undefined
  return state.responseChanges[state.responseChanges.length - 1] ?? state.responseStarted
}

/** Refuses whoever is no commander of his tier; where the plan names none there, access alone decides. */
function findStranger(plan: EffectivePlan, by: Doer): { readonly refused: Refusal } | undefined {
  const commanders = plan.commanders.find((row) => row.tier === findTier(by))?.posts
  if (!commanders || (by.postKind !== undefined && commanders.includes(by.postKind))) return undefined
  return refuse('not-allowed', { whoCould: commanders })
}
