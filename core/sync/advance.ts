// A device's own waiting commands put on top of what the server last said (E3): what the screen shows meanwhile,
// always marked provisional. What is refused here waits all the same: the server decides. Reading and sending are web's.

import type { Instant } from '../basics/instant.ts'
import type { Doer, Notice, Recorded } from '../basics/stream.ts'
import type { IncidentCommand } from '../incident/commands.ts'
import type { IncidentEvent } from '../incident/events.ts'
import { UNREPORTED } from '../incident/evolve.ts'
import type { Incident } from '../incident/state.ts'
import { incidentStream } from '../incident/stream.ts'
import type { EffectivePlan } from '../plan/effective.ts'

export interface PendingCommand {
  readonly id: string
  readonly by: Doer
  readonly madeAt: Instant
  readonly command: IncidentCommand
}

export interface Advanced {
  readonly incident: Incident
  /** Posts that will be told once the commands are accepted, each once. */
  readonly notices: readonly Notice[]
}

/**
 * The incident as it will probably be when `pending`, oldest first, has been accepted. `base` is the server's last
 * word, absent for an incident that it does not know yet.
 */
export function advance(
  stream: string,
  base: Incident | undefined,
  pending: readonly PendingCommand[],
  plan: EffectivePlan,
): Advanced {
  let incident = base ?? UNREPORTED
  const notices: Notice[] = []
  for (const { id, by, madeAt, command } of pending) {
    const decision = incidentStream.decide(incident, command, {
      now: madeAt,
      by,
      plan,
      occurredAt: madeAt,
    })
    if ('refused' in decision) continue
    const recorded: Recorded<IncidentEvent>[] = []
    for (const event of decision.events) {
      const next = {
        ...event,
        stream,
        version: incident.version + 1,
        by,
        occurredAt: madeAt,
        recordedAt: madeAt,
        command: id,
      }
      recorded.push(next)
      incident = incidentStream.evolve(incident, next)
    }
    for (const event of recorded) notices.push(...incidentStream.notices(event, incident, plan))
  }
  return { incident, notices: eachOnce(notices) }
}

function eachOnce(notices: readonly Notice[]): readonly Notice[] {
  return notices.filter(
    (notice, index) =>
      notices.findIndex((other) => other.post === notice.post && other.who === notice.who) === index,
  )
}
