// What a report sets off elsewhere: the county's look at spread (A2) and the school's look at reports made twice. Both are streams
// of their own (core/alike); what they decide comes back as Join, TakeIn and their undoing.

import { spreadId, twiceId } from '../alike/alike-ids.ts'
import type { Reaction, Recorded } from '../basics/stream.ts'
import { findAncestor, tierOf } from '../basics/tier.ts'
import type { IncidentEvent } from './events.ts'
import type { Incident } from './state.ts'

/** Reactions to a school's first word. A confined one is not shown to the school, so nobody there is asked whether it is the same. */
export function reactions(recorded: Recorded<IncidentEvent>, state: Incident): readonly Reaction[] {
  if (recorded.type !== 'Reported' || tierOf(state.unit) !== 'school') return []
  const county = findAncestor(state.unit, 'county')
  if (county === undefined) return []
  const { unit, campaign, scenario, plan, room, discoveredAt, stated } = state
  const times = {
    incident: recorded.stream,
    discoveredAt,
    reportedAt: recorded.occurredAt,
    knownAt: recorded.recordedAt,
  }
  const spread: Reaction = {
    kind: 'spread',
    stream: spreadId(campaign, county, scenario),
    type: 'NoteSchool',
    data: { ...times, county, campaign, scenario, plan, unit, stated },
  }
  if (state.confined) return [spread]
  const twice: Reaction = {
    kind: 'twice',
    stream: twiceId(campaign, unit, scenario),
    type: 'NoteReport',
    data: {
      ...times,
      unit,
      campaign,
      scenario,
      plan,
      notSameAs: recorded.data.notSameAs ?? [],
      ...(room === undefined ? {} : { room }),
    },
  }
  return [spread, twice]
}
