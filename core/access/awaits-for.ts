// Whom an incident waits for, as one actor may know it. Worked out from the whole incident: from a view with parts left out it
// would name duties that are done. Who waits for what is core/incident/awaits.ts.

import { type Await, awaits } from '../incident/awaits.ts'
import type { Incident } from '../incident/state.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import type { Actor } from './actor.ts'
import { scope } from './scope.ts'

/** Everything that is waited for; to outsiders and keepers only what is waited for from their own post. */
export function awaitsFor(actor: Actor, incident: Incident, plan: EffectivePlan): readonly Await[] {
  const all = awaits(incident, plan)
  return scope(actor).ownOnly ? all.filter((one) => one.post === actor.postKind) : all
}
