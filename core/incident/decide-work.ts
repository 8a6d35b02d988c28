// The work itself: steps, measures and messages. What is told from the field is taken even late; nothing here waits for a
// decision, because what saves life must not. Responses are decide-response.ts.

import { refuse } from '../basics/refusal.ts'
import { happened, nothingNew } from '../basics/stream.ts'
import { findSituation } from '../plan/effective.ts'
import type { DoStep, ReopenStep, SendMessage, SkipSteps, TakeMeasure } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { IncidentEvent } from './events.ts'
import { findPost, isResponsible } from './look-up.ts'
import { isBlank, said } from './said.ts'
import type { Incident } from './state.ts'

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
  // B16, C4: who stands beside the line does what is his own, nobody else's part.
  if (findPost(plan, by.postKind)?.beside && step.post !== by.postKind) {
    return refuse('not-allowed', { whoCould: [step.post] })
  }
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

/** Steps that are left out, with the reason: not done, no longer owed, still readable. Those left out already stay as they are. */
export function skipSteps(
  state: Incident,
  data: SkipSteps['data'],
  { plan }: IncidentContext,
): IncidentDecision {
  if (isBlank(data.reason)) return refuse('text.missing', { field: 'reason' })
  const known = new Set(findSituation(plan, state.scenario)?.steps.map((step) => step.id))
  if (!data.steps.every((step) => known.has(step))) return refuse('step.unknown', { field: 'steps' })
  if (data.steps.some((step) => state.steps[step])) return refuse('step.done', { field: 'steps' })
  const steps = [...new Set(data.steps)].filter((step) => !state.skipped[step])
  if (steps.length === 0) return nothingNew
  return happened<IncidentEvent>({ type: 'StepsSkipped', data: { steps }, ...said({ reason: data.reason }) })
}
