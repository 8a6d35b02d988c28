// What comes first of all: the alarms of a plan that hold for what was stated, above every form, grade and list.
// Only facts that somebody stated, or the situation is known for, ring: nothing here guesses.

import { holds } from './condition.ts'
import type { Alarm, EffectivePlan } from './effective.ts'
import type { StatedFacts } from './facts.ts'
import { completeFacts } from './grade.ts'

/** The alarms that hold, in the plan's order. Throws UnknownSituation. */
export function alarmsOf(plan: EffectivePlan, scenario: string, stated: StatedFacts): readonly Alarm[] {
  const facts = completeFacts(plan, scenario, stated)
  return plan.alarms.filter((alarm) => holds(alarm.when, facts, scenario))
}
