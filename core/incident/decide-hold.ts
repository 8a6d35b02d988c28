// Work that waits for an answer (B10): where a person holds it, and when it may go on. The hold that comes with a report is
// decide-grade.ts, the time lost held-time.ts.

import { refuse } from '../basics/refusal.ts'
import { happened, nothingNew } from '../basics/stream.ts'
import { isAtOrAbove, tierAbove, tierOf } from '../basics/tier.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import type { EndHold, StartHold } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { IncidentEvent } from './events.ts'
import { isHoldAnswered } from './hold-answer.ts'
import { speakingTier } from './lowerings.ts'
import { isBlank, said } from './said.ts'
import type { Incident } from './state.ts'

/** In a room, or in the whole unit without one; each of them is held once at a time. */
export function startHold(
  state: Incident,
  data: StartHold['data'],
  { plan }: IncidentContext,
): IncidentDecision {
  if (isBlank(data.reason)) return refuse('text.missing', { field: 'reason' })
  if (state.holds.some((one) => one.hold === data.hold)) return nothingNew
  if (state.holds.some((one) => !one.ended && one.room === data.room)) {
    return refuse('hold.exists', { whoCould: [deskAbove(state, plan)] })
  }
  const { hold, room, reason } = data
  return happened<IncidentEvent>({
    type: 'HoldStarted',
    data: { hold, ...(room === undefined ? {} : { room }) },
    ...said({ reason }),
  })
}

/** Work goes on once the answer has come, or by the word of a tier above the one that waits. */
export function endHold(
  state: Incident,
  data: EndHold['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  const hold = state.holds.find((one) => one.hold === data.hold)
  if (!hold) return refuse('hold.unknown', { field: 'hold' })
  if (hold.ended) return nothingNew
  const tier = speakingTier(plan, by)
  const fromAbove = tier !== undefined && !isAtOrAbove(tierOf(state.unit), tier)
  if (!fromAbove && !isHoldAnswered(state, plan, hold)) {
    return refuse('hold.no-answer', { whoCould: [deskAbove(state, plan)] })
  }
  return happened<IncidentEvent>({
    type: 'HoldEnded',
    data: { hold: data.hold },
    ...said({ reason: data.reason }),
  })
}

function deskAbove(state: Incident, plan: EffectivePlan): string {
  const own = tierOf(state.unit)
  return plan.desks[tierAbove(own) ?? own]
}
