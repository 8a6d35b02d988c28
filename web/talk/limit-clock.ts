// How the clock of a limit is to be read: within the day, or at once. The figures are web/parts/clock-text.ts.

import { type EffectivePlan, findSituation } from '#core/plan/effective.ts'

export interface LimitClock {
  readonly sameDay: boolean
  /** A limit of no minutes; what counts down is the plan's grace (core/incident/limits.ts). */
  readonly atOnce: boolean
}

/** `limit`: id in `plan`, or in its situation `scenario`; an unknown one reads as plain minutes. */
export function limitClock(
  plan: EffectivePlan | undefined,
  limit: string | undefined,
  scenario = '',
): LimitClock {
  const found = [...(plan?.limits ?? []), ...((plan && findSituation(plan, scenario)?.limits) ?? [])].find(
    (one) => one.id === limit,
  )
  return { sameDay: found?.sameDay === true, atOnce: found?.minutes === 0 }
}
