// B9 by facts: whom the plan tells beside the line because of what is known, whatever the situation is called.
// Only facts that somebody stated, or the situation is known for. Whom a situation itself names is its own `tell`.

import { holds } from './condition.ts'
import type { EffectivePlan, Parallel } from './effective.ts'
import type { StatedFacts } from './facts.ts'
import { completeFacts } from './grade.ts'

/** The parallel reports whose condition holds, in the plan's order. Throws UnknownSituation. */
export function parallelsOf(plan: EffectivePlan, scenario: string, stated: StatedFacts): readonly Parallel[] {
  const facts = completeFacts(plan, scenario, stated)
  return plan.parallel.filter((parallel) => holds(parallel.when, facts, scenario))
}
