// Effective plans by content hash, as the running process knows them: pinned ones are kept for ever and never change,
// so each is read once. Where a plan comes from is server/plan; which is in force says the campaign.

import type { EffectivePlan, PlanHash } from '#core/plan/effective.ts'
import type { PlanStore } from './store/plans.ts'

export interface PlanShelf {
  /** The plan of this hash, or undefined when nobody ever pinned it. */
  find(hash: PlanHash): Promise<EffectivePlan | undefined>
  /** Keeps `plan` for ever; harmless when it is there already. */
  pin(plan: EffectivePlan): Promise<void>
}

export function openPlanShelf(store: PlanStore): PlanShelf {
  const known = new Map<PlanHash, EffectivePlan>()
  return {
    async find(hash) {
      const here = known.get(hash)
      if (here) return here
      const found = await store.findPlan(hash)
      if (found) known.set(hash, found)
      return found
    },
    async pin(plan) {
      await store.pinPlan(plan)
      known.set(plan.hash, plan)
    },
  }
}
