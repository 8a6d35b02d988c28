// What the plan says to an incident because of something decided elsewhere: joined and parted (core/alike), an example of the
// year's handbook cited (core/handbook). Repeats are harmless.

import { happened, nothingNew } from '../basics/stream.ts'
import { tierOf } from '../basics/tier.ts'
import type { CiteExample, Join, LetGoOf, Part, TakeIn } from './commands.ts'
import type { IncidentDecision } from './decision.ts'
import type { IncidentEvent } from './events.ts'
import { said } from './said.ts'
import type { Incident } from './state.ts'

/** One that is the same matter as another goes on there, also when it was one of several schools' before; not the other way about. */
export function join(state: Incident, { incident, as }: Join['data']): IncidentDecision {
  const { joinedTo } = state
  if (incident === state.id || joinedTo?.as === 'same') return nothingNew
  if (joinedTo?.incident === incident && joinedTo.as === as) return nothingNew
  if (joinedTo && as === 'spread') return nothingNew
  return happened<IncidentEvent>({ type: 'JoinedTo', data: { incident, as } })
}

/** Goes on by itself again. */
export function part(state: Incident, { incident, reason }: Part['data']): IncidentDecision {
  if (state.joinedTo?.incident !== incident) return nothingNew
  return happened<IncidentEvent>({ type: 'PartedFrom', data: { incident }, ...said({ reason }) })
}

/** The other side: from here on the earlier clock counts where both are one matter. */
export function takeIn(state: Incident, data: TakeIn['data']): IncidentDecision {
  if (data.incident === state.id) return nothingNew
  const known = state.tookIn.find((one) => one.incident === data.incident)
  if (known?.as === data.as) return nothingNew
  const letGo: readonly IncidentEvent[] = known ? [{ type: 'LetGo', data: { incident: data.incident } }] : []
  // What somebody reports now is not over: joined to what was closed, that is open again, and nothing is silenced.
  const cause = state.version + letGo.length + 1
  const again: readonly IncidentEvent[] =
    data.as === 'same' && state.status === 'closed'
      ? [{ type: 'Reopened', data: { origin: 'joined', cause } }]
      : []
  return happened<IncidentEvent>(...letGo, { type: 'TookIn', data }, ...again)
}

/** Its own clock counts again. */
export function letGoOf(state: Incident, { incident }: LetGoOf['data']): IncidentDecision {
  if (!state.tookIn.some((one) => one.incident === incident)) return nothingNew
  return happened<IncidentEvent>({ type: 'LetGo', data: { incident } })
}

/** B8: a bureau entered the example, so its tier says that there is one; whoever already named one is not overruled. */
export function citeExample(state: Incident, data: CiteExample['data']): IncidentDecision {
  if (state.example?.listed) return nothingNew
  const { reference, ...cited } = data
  return happened<IncidentEvent>({
    type: 'ExampleStated',
    data: { listed: true, tier: tierOf(cited.unit), cited },
    ...said({ reference }),
  })
}
