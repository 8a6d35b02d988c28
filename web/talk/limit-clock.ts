// How the clock of a limit is to be read: within the day, or at once. The figures are web/parts/clock-text.ts.

import { type Instant, MINUTE } from '#core/basics/instant.ts'
import { type EffectivePlan, findSituation } from '#core/plan/effective.ts'

export interface LimitClock {
  readonly sameDay: boolean
  /** For a limit of no minutes: it is late only when the plan's grace is over. */
  readonly atOnceUntil?: Instant
}

/** `limit`: id in `plan`, or in its situation `scenario`; an unknown one reads as plain minutes. */
export function limitClock(
  plan: EffectivePlan | undefined,
  limit: string | undefined,
  dueAt: Instant,
  scenario = '',
): LimitClock {
  const found = [...(plan?.limits ?? []), ...((plan && findSituation(plan, scenario)?.limits) ?? [])].find(
    (one) => one.id === limit,
  )
  return {
    sameDay: found?.sameDay === true,
    ...(plan && found?.minutes === 0 ? { atOnceUntil: dueAt + plan.graceMinutes * MINUTE } : {}),
  }
}
