// Given by the plan when a deadline was not met: one rung further, to whom the plan names (E4).

import { happened, nothingNew } from '../basics/stream.ts'
import type { PassLimit } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { IncidentEvent } from './events.ts'
import { limits } from './limits.ts'
import type { Incident } from './state.ts'

/** Decided on today's state: a limit stopped or climbed in the meantime, or not yet due, changes nothing. */
export function passLimit(
  state: Incident,
  data: PassLimit['data'],
  { now, plan }: IncidentContext,
): IncidentDecision {
  const running = limits(state, plan).find(({ limit, of }) => limit.id === data.limit && of === data.of)
  const next = running?.nextRung
  if (!running || !next || next.rung !== data.rung || now < next.at) return nothingNew
  return happened<IncidentEvent>({
    type: 'LimitPassed',
    data: {
      limit: data.limit,
      ...(data.of === undefined ? {} : { of: data.of }),
      rung: next.rung,
      dueAt: running.dueAt,
      tells: next.tells,
      who: next.who,
    },
  })
}
