// Under which name the steps of a situation stand: the plan's own words, derived from it, or our suggestion. Never the handbook's
// example, whatever its status: only what a bureau entered has that name (B8). Pure.

import type { EffectivePlan, Situation } from '#core/plan/effective.ts'

export function sourceKey(
  plan: EffectivePlan,
  situation: Pick<Situation, 'clause'>,
): 'incident.source' | 'incident.source.derived' | 'incident.source.official' {
  const status = plan.clauses[situation.clause]?.status ?? 'proposed'
  return status === 'proposed' ? 'incident.source' : `incident.source.${status}`
}
