// One line of an incident's timeline, made from one event: who, when, how sure the time is (E2). What it says freely is
// entry-text.ts, what else it shows entry-detail.ts; said as a sentence by say-entry.ts.

import type { Recorded } from '../basics/stream.ts'
import { isLongAgo } from './clock-doubt.ts'
import { detailOf } from './entry-detail.ts'
import { textOf } from './entry-text.ts'
import type { IncidentEvent } from './events.ts'
import type { Entry, Incident } from './state.ts'

/**
 * The timeline's line for `recorded`; `before` is the incident as it was, for what the event only names by its id. `text`
 * is absent when its key was destroyed.
 */
export function entryOf(recorded: Recorded<IncidentEvent>, before: Incident): Entry {
  const { version, type: kind, by, occurredAt, recordedAt } = recorded
  const text = textOf(recorded)
  const doubtful = isLongAgo(recorded.occurredAt, recordedAt) || claimedWrongly(recorded, recordedAt)
  const detail = { ...detailOf(recorded, before), ...(doubtful ? { clockDoubt: true } : {}) }
  return {
    version,
    kind,
    by,
    occurredAt,
    recordedAt,
    ...(text === undefined ? {} : { text }),
    ...(Object.keys(detail).length === 0 ? {} : { detail }),
  }
}

function claimedWrongly(event: IncidentEvent, recordedAt: number): boolean {
  if (event.type === 'OralReported') return isLongAgo(event.data.saidAt, recordedAt)
  return event.type === 'Reported' && event.data.clockDoubt === true
}
