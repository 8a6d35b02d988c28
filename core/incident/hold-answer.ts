// Whether work that is held may go on (B10): asked by deciding, by the list of what is owed and by the screens alike.

import { tierOf } from '../basics/tier.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import type { HoldOnRecord, Incident, JointOnRecord } from './state.ts'

/** Since work was held, an answer came down to the tier that waits, or those whom the plan lets settle it decided together. */
export function isHoldAnswered(state: Incident, plan: EffectivePlan, hold: HoldOnRecord): boolean {
  const own = tierOf(state.unit)
  return (
    state.answers.some((given) => given.toTier === own && given.recordedAt >= hold.occurredAt) ||
    findSettlingDecision(state, plan, hold) !== undefined
  )
}

/** The decision made together that lets held work go on: the latest that stands since it was held (B7, B8). */
export function findSettlingDecision(
  state: Incident,
  plan: EffectivePlan,
  hold: HoldOnRecord,
): JointOnRecord | undefined {
  const settling = plan.jointDecisions.filter((one) => one.settles).map((one) => one.id)
  const standing = state.joint.filter(
    ({ kind, complete }) => settling.includes(kind) && complete && complete.recordedAt >= hold.occurredAt,
  )
  return standing[standing.length - 1]
}
