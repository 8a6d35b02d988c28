// The next rung of every limit that runs, as rows for the worker: when nobody has done it by then, the plan
// gives `PassLimit` (E4). Which limits run is limits.ts.

import type { Deadline } from '../basics/stream.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import { limits } from './limits.ts'
import type { Incident } from './state.ts'

/** One row for each clock that still has somebody to tell; the key is the same for as long as the rung is. */
export function deadlines(state: Incident, plan: EffectivePlan): readonly Deadline[] {
  return limits(state, plan).flatMap(({ limit, of, dueAt, nextRung }) => {
    if (!nextRung) return []
    const { rung, at } = nextRung
    const run = of === undefined ? limit.id : `${limit.id}~${of}`
    return [
      {
        key: `${run}/${rung}`,
        dueAt: at,
        command: {
          type: 'PassLimit',
          data: { limit: limit.id, ...(of === undefined ? {} : { of }), rung, dueAt },
        },
      },
    ]
  })
}
