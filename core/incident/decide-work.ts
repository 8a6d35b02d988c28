// The work itself: starting the response (A7), steps, measures and messages. What is told from the field is taken
// even late; nothing here waits for a decision, because what saves life must not.

import { refuse } from '../basics/refusal.ts'
import { happened, nothingNew } from '../basics/stream.ts'
import { findSituation } from '../plan/effective.ts'
import { graverResponse } from '../plan/grade-types.ts'
import type { DoStep, ReopenStep, SendMessage, SkipSteps, StartResponse, TakeMeasure } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { IncidentEvent } from './events.ts'
import { findGrade, isResponsible } from './look-up.ts'
import { isBlank, said } from './said.ts'
import type { Incident } from './state.ts'

/** A7: started at the level in force. Once started it is started again only when the level has risen since. */
export function startResponse(
  state: Incident,
  data: StartResponse['data'],
  { by }: IncidentContext,
): IncidentDecision {
  if (isBlank(data.measures)) return refuse('text.missing', { field: 'measures' })
  const level = findGrade(state)?.responseLevel ?? 'IV'
  const started = state.responseStarted
  if (started && graverResponse(started.responseLevel, level) === started.responseLevel) {
    const same = started.by.person === by.person && started.measures === data.measures
    return same ? nothingNew : refuse('response.started', { values: { level: started.responseLevel } })
  }
  return happened<IncidentEvent>({
    type: 'ResponseStarted',
    data: { responseLevel: level, expectedMinutes: data.expectedMinutes },
    ...said({ measures: data.measures }),
  })
}

/**
 * A tick. On a step that is ticked already, one by somebody responsible where nobody responsible had ticked, or one with
 * a new note, is a deed of its own: both stay readable, and no note is lost (E2).
 */
export function doStep(
  state: Incident,
  data: DoStep['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  const step = findSituation(plan, state.scenario)?.steps.find((known) => known.id === data.step)
  if (!step) return refuse('step.unknown', { field: 'step' })
  const responsible = isResponsible(plan, by, step.post)
  const before = state.steps[step.id]
  const says = !isBlank(data.note) && data.note !== before?.note
  if (before && !says && (before.responsible || !responsible)) return nothingNew
  return happened<IncidentEvent>({
    type: 'StepDone',
    data: { step: step.id, responsible },
    ...said({ note: data.note }),
  })
}

/** A tick taken back, with the reason; both stay readable (E2). */
export function reopenStep(
  state: Incident,
  data: ReopenStep['data'],
  { plan }: IncidentContext,
): IncidentDecision {
  const step = findSituation(plan, state.scenario)?.steps.find((known) => known.id === data.step)
  if (!step) return refuse('step.unknown', { field: 'step' })
  if (isBlank(data.reason)) return refuse('text.missing', { field: 'reason' })
  if (!state.steps[step.id]) return refuse('step.not-done')
  return happened<IncidentEvent>({
    type: 'StepReopened',
    data: { step: step.id },
    ...said({ reason: data.reason }),
  })
}

/** What was done that the plan has no step for; said twice it was done twice. Stops clocks where the doer is responsible (A4). */
export function takeMeasure(data: TakeMeasure['data'], { by, plan }: IncidentContext): IncidentDecision {
  if (isBlank(data.measure)) return refuse('text.missing', { field: 'measure' })
  return happened<IncidentEvent>({
    type: 'MeasureTaken',
    data: { responsible: isResponsible(plan, by) },
    ...said({ measure: data.measure }),
  })
}

/** Words to everybody who reads the incident; never blank. */
export function sendMessage(data: SendMessage['data']): IncidentDecision {
  if (isBlank(data.words)) return refuse('text.missing', { field: 'words' })
  return happened<IncidentEvent>({ type: 'MessageSent', data: {}, ...said({ words: data.words }) })
}

/** Steps that are left out, with the reason: not done, no longer owed, still readable. */
export function skipSteps(
  _state: Incident,
  _data: SkipSteps['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}
