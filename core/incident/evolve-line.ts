// Folds what went up, down and across the line: raised, oral and series reports, tasks, joining and parting.
// The rest is evolve.ts.

import type { Recorded } from '../basics/stream.ts'
import { tierAbove, tierOf } from '../basics/tier.ts'
import type { LineEvent } from './events-line.ts'
import { reach } from './reach.ts'
import type { Deed, Incident, OralOnRecord, Reached, TakenIn, TaskOnRecord } from './state.ts'

export function evolveLine(state: Incident, event: Recorded<LineEvent>, deed: Deed): Incident {
  switch (event.type) {
    case 'RaisedTo': {
      const raised = { ...deed, ...event.data, ...event.private?.text }
      return reach({ ...state, raised: [...state.raised, raised] }, 'raised', deed)
    }
    case 'OralReported': {
      const { oral } = event.data
      const said: OralOnRecord = {
        ...deed,
        version: event.version,
        ...event.data,
        ...event.private?.text,
        ...event.private?.person,
      }
      return reach({ ...state, orals: [...state.orals, said] }, 'oral-reported', deed, {
        of: oral,
        version: event.version,
      })
    }
    case 'SeriesReported': {
      const { report } = event.data
      const reported = { ...deed, version: event.version, ...event.data, ...event.private?.text }
      return reach({ ...state, series: [...state.series, reported] }, 'series-reported', deed, {
        of: report,
        version: event.version,
      })
    }
    case 'TasksGiven': {
      const { answer, tasks } = event.data
      const given = tasks.map((one): TaskOnRecord => {
        const words = event.private?.text?.[one.task]
        return { ...deed, ...one, answer, ...(words === undefined ? {} : { words }) }
      })
      const next: Incident = { ...state, tasks: [...state.tasks, ...given] }
      return given.reduce<Incident>((one, { task }) => reach(one, 'task-given', deed, { of: task }), next)
    }
    case 'TaskDone': {
      const { task } = event.data
      const tasks = state.tasks.map((one) =>
        one.task === task && !one.done ? { ...one, done: { ...deed, ...event.private?.text } } : one,
      )
      return reach({ ...state, tasks }, 'task-done', deed, { of: task })
    }
    case 'JoinedTo': {
      const { incident, as } = event.data
      // One that is closed stays closed: its record ends under both.
      const status = as === 'same' && state.status !== 'closed' ? 'joined' : state.status
      const joined: Incident = { ...state, status, joinedTo: { ...deed, incident, as } }
      return as === 'spread' ? takenAbove(joined, deed) : joined
    }
    case 'PartedFrom': {
      const { joinedTo, ...joined } = state
      const kept = { ...joined, parted: [...state.parted, deed] }
      if (joinedTo?.as !== 'same') return kept
      return { ...kept, status: state.closed ? 'closed' : state.handled ? 'handled' : 'open' }
    }
    case 'TookIn':
      return withTimes(state, [...state.tookIn, { ...deed, ...event.data }])
    case 'LetGo':
      return withTimes(
        state,
        state.tookIn.filter((one) => one.incident !== event.data.incident),
      )
  }
}

/** A2, A4: the tier above joined the schools' incidents under its own, so it has each of them in hand; nobody asks it again. */
function takenAbove(state: Incident, deed: Deed): Incident {
  const tier = tierAbove(tierOf(state.unit))
  if (tier === undefined || state.acknowledged.some((one) => one.tier === tier)) return state
  const { occurredAt, recordedAt } = deed
  const reached: Reached = { occurredAt, recordedAt, tier }
  const { acknowledged = [], 'confirmed-above': confirmed = [] } = state.moments
  return {
    ...state,
    acknowledged: [...state.acknowledged, { ...deed, tier }],
    moments: {
      ...state.moments,
      acknowledged: [...acknowledged, reached],
      'confirmed-above': [...confirmed, reached],
    },
  }
}

/** The earlier clock: discovered when the first of those that are the same matter was. */
function withTimes(state: Incident, tookIn: readonly TakenIn[]): Incident {
  const own = (state.moments.discovered ?? []).filter((one) => one.of === undefined)
  const others = tookIn
    .filter((one) => one.as === 'same')
    .map(
      (one): Reached => ({
        occurredAt: one.discoveredAt,
        recordedAt: one.knownAt,
        of: one.incident,
      }),
    )
  const discovered = [...own, ...others]
  return {
    ...state,
    tookIn,
    discoveredAt: Math.min(...discovered.map((one) => one.occurredAt)),
    moments: { ...state.moments, discovered },
  }
}
