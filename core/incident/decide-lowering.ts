// Agreeing to a lower grade or declining it (A6): the tier above has the word. Proposing it is decide-grade.ts, which tier it
// takes lowerings.ts.

import { type Refusal, refuse } from '../basics/refusal.ts'
import { happened, nothingNew } from '../basics/stream.ts'
import { isAtOrAbove } from '../basics/tier.ts'
import type { AgreeLowering, DeclineLowering } from './commands.ts'
import { gradedByPerson } from './decide-grade.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { IncidentEvent } from './events.ts'
import { findGrade } from './look-up.ts'
import { loweringTier, openLowerings, speakingTier } from './lowerings.ts'
import { isBlank, said } from './said.ts'
import type { Incident, LoweringOnRecord } from './state.ts'

/** The proposed grade comes into force, by a tier that may say so today and never by whoever proposed it. */
export function agreeLowering(
  state: Incident,
  data: AgreeLowering['data'],
  context: IncidentContext,
): IncidentDecision {
  const { by } = context
  const lowering = state.lowerings.find((one) => one.lowering === data.lowering)
  if (lowering?.agreed?.by.person === by.person) return nothingNew
  const refused = findObjection(state, lowering, context)
  if (refused || !lowering) return refused ?? refuse('lowering.unknown', { field: 'lowering' })
  const { eventLevel, responseLevel } = lowering
  const agreed = { lowering: lowering.lowering, reason: data.reason }
  return happened<IncidentEvent>(...gradedByPerson(state, { eventLevel, responseLevel }, agreed))
}

/** The grade in force stays, with the reason. Whoever proposed it does not take it back here: the tier above has it. */
export function declineLowering(
  state: Incident,
  data: DeclineLowering['data'],
  context: IncidentContext,
): IncidentDecision {
  if (isBlank(data.reason)) return refuse('text.missing', { field: 'reason' })
  const lowering = state.lowerings.find((one) => one.lowering === data.lowering)
  if (lowering?.declined?.by.person === context.by.person) return nothingNew
  const refused = findObjection(state, lowering, context)
  if (refused || !lowering) return refused ?? refuse('lowering.unknown', { field: 'lowering' })
  return happened<IncidentEvent>({
    type: 'LoweringDeclined',
    data: { lowering: lowering.lowering },
    ...said({ reason: data.reason }),
  })
}

/** Why this person has no word on the proposal now; undefined when he has. */
function findObjection(
  state: Incident,
  lowering: LoweringOnRecord | undefined,
  { by, plan }: IncidentContext,
): { readonly refused: Refusal } | undefined {
  const inForce = findGrade(state)
  if (!lowering || !inForce) return refuse('lowering.unknown', { field: 'lowering' })
  if (!openLowerings(state).includes(lowering)) return refuse('lowering.settled')
  const today = loweringTier(state, plan, inForce, lowering)
  const needed = isAtOrAbove(today, lowering.toTier) ? today : lowering.toTier
  const tier = speakingTier(plan, by)
  if (tier !== undefined && isAtOrAbove(tier, needed) && by.person !== lowering.by.person) return undefined
  return refuse('not-allowed', { whoCould: [plan.desks[needed]] })
}
