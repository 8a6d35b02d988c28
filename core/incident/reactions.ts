// What a report sets off elsewhere: the county's look at spread (A2) and the school's look at reports made twice. Both are streams
// of their own (core/alike); what they decide comes back as Join, TakeIn and their undoing.

import { spreadId, twiceId } from '../alike/alike-ids.ts'
import type { Reaction, Recorded } from '../basics/stream.ts'
import { findAncestor, tierOf } from '../basics/tier.ts'
import type { StatedFacts } from '../plan/facts.ts'
import type { PassOn } from './commands.ts'
import type { IncidentEvent, Reported } from './events.ts'
import type { Incident } from './state.ts'

/** What `recorded` sets off elsewhere. */
export function reactions(recorded: Recorded<IncidentEvent>, state: Incident): readonly Reaction[] {
  switch (recorded.type) {
    case 'Reported':
      return ofReport(recorded, state)
    case 'JoinedTo':
    case 'FactsStated':
      return ofJoined(recorded.type === 'JoinedTo' ? state.stated : recorded.data.stated, state)
    case 'Answered': {
      const { answer, fromTier, toTier } = recorded.data
      const instruction = recorded.private?.text?.instruction ?? ''
      if (fromTier !== tierOf(state.unit) || toTier === tierOf(state.unit)) return []
      return members(state).map((one) => passed(one, { answer, fromTier, instruction }))
    }
    case 'TookIn':
      // A school that comes later is told what the others were.
      return recorded.data.as !== 'spread'
        ? []
        : state.answers
            .filter((one) => one.fromTier === tierOf(state.unit))
            .map(({ answer, fromTier, instruction = '' }) =>
              passed(recorded.data.incident, { answer, fromTier, instruction }),
            )
    case 'Dismissed':
      return ofMistake(recorded.stream, state)
    case 'Closed':
      return ofEnd(recorded.stream, state)
    default:
      return []
  }
}

function members(state: Incident): readonly string[] {
  return state.tookIn.filter((one) => one.as === 'spread').map((one) => one.incident)
}

/** What the county answered on the incident of a spread reaches every member (A2, B5). */
function passed(incident: string, data: PassOn['data']): Reaction {
  return { kind: 'incident', stream: incident, type: 'PassOn', data }
}

/** A school's report that was a mistake counts in no spread (A2). */
function ofMistake(incident: string, state: Incident): readonly Reaction[] {
  const county = findAncestor(state.unit, 'county')
  if (tierOf(state.unit) !== 'school' || county === undefined) return ofEnd(incident, state)
  const stream = spreadId(state.campaign, county, state.scenario)
  return [{ kind: 'spread', stream, type: 'ForgetSchool', data: { incident } }]
}

/** With the county's incident its episode is over: the next schools are another one (A2). */
function ofEnd(incident: string, state: Incident): readonly Reaction[] {
  if (tierOf(state.unit) !== 'county' || !state.tookIn.some((one) => one.as === 'spread')) return []
  const stream = spreadId(state.campaign, state.unit, state.scenario)
  return [{ kind: 'spread', stream, type: 'EndSpread', data: { incident } }]
}

/** What is known of one matter that was reported twice counts where it is handled: nobody is hurt in the second report alone. */
function ofJoined(stated: StatedFacts, { joinedTo }: Incident): readonly Reaction[] {
  if (joinedTo?.as !== 'same' || Object.keys(stated).length === 0) return []
  return [
    {
      kind: 'incident',
      stream: joinedTo.incident,
      type: 'StateFacts',
      data: { stated, graver: true },
    },
  ]
}

/** Reactions to a school's first word. A confined one is not shown to the school, so nobody there is asked whether it is the same. */
function ofReport(recorded: Recorded<Reported>, state: Incident): readonly Reaction[] {
  if (tierOf(state.unit) !== 'school') return []
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
