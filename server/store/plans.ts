// Pinned effective plans: inserted once by content hash, never changed.

import type { EffectivePlan, PlanHash } from '#core/plan/effective.ts'
import type { Database } from './database.ts'

export interface PlanStore {
  findPlan(hash: PlanHash): Promise<EffectivePlan | undefined>
  pinPlan(plan: EffectivePlan): Promise<void>
}

export function openPlanStore(db: Pick<Database, 'query'>): PlanStore {
  return {
    async findPlan(hash) {
      const [row] = await db.query<{ plan: EffectivePlan }>({
        name: 'find-plan',
        text: 'select plan from plan_pinned where hash = $1',
        values: [hash],
      })
      return row?.plan
    },
    async pinPlan(plan) {
      await db.query({
        text: 'insert into plan_pinned (hash, plan) values ($1, $2) on conflict do nothing',
        values: [plan.hash, JSON.stringify(plan)],
      })
    },
  }
}
