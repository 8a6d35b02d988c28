// One line of an incident's timeline, made from one event: what kind, its free text, and what else the line shows (E2).
// Said as a sentence by say-entry.ts.

import type { Recorded } from '../basics/stream.ts'
import { isLongAgo } from './clock-doubt.ts'
import type { IncidentEvent } from './events.ts'
import type { Entry } from './state.ts'

type Detail = NonNullable<Entry['detail']>

/** The timeline's line for `recorded`. `text` is absent when its key was destroyed. */
export function entryOf(recorded: Recorded<IncidentEvent>): Entry {
  const { version, type: kind, by, occurredAt, recordedAt } = recorded
  const text = textOf(recorded)
  const doubtful = isLongAgo(recorded.occurredAt, recordedAt) || claimedWrongly(recorded)
  const detail = { ...detailOf(recorded), ...(doubtful ? { clockDoubt: true } : {}) }
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

function claimedWrongly(event: IncidentEvent): boolean {
  return event.type === 'Reported' && event.data.clockDoubt === true
}

function textOf(event: IncidentEvent): string | undefined {
  switch (event.type) {
    case 'Reported':
    case 'FactsStated':
    case 'MessageSent':
      return event.private?.text?.words
    case 'Graded':
    case 'StepReopened':
    case 'Reopened':
      return event.private?.text?.reason
    case 'ResponseStarted':
      return event.private?.text?.measures
    case 'ExampleStated':
    case 'WrittenDown':
      return event.private?.text?.reference
    case 'Asked': {
      const { question, proposal } = event.private?.text ?? {}
      return proposal === undefined ? question : `${question ?? ''}\n${proposal}`
    }
    case 'Answered':
      return event.private?.text?.instruction
    case 'StepDone':
      return event.private?.text?.note
    case 'MeasureTaken':
      return event.private?.text?.measure
    case 'Handled':
      return event.private?.text?.outcome
    default:
      return undefined
  }
}

function detailOf(event: IncidentEvent): Detail {
  switch (event.type) {
    case 'Reported': {
      const { scenario, room } = event.data
      return { scenario, ...(room === undefined ? {} : { room }) }
    }
    case 'Numbered':
      return { number: event.data.number }
    case 'FactsStated': {
      const { stated, wouldBe } = event.data
      const kept = wouldBe === undefined ? {} : { kept: true, ...wouldBe }
      return { ...(stated as Detail), ...kept }
    }
    case 'Graded': {
      const { origin, eventLevel, responseLevel } = event.data
      return { origin, eventLevel, responseLevel }
    }
    case 'Acknowledged':
      return { tier: event.data.tier }
    case 'ExampleStated': {
      const { listed, tier, cited } = event.data
      return { listed, tier, ...(cited === undefined ? {} : { cited: true }) }
    }
    case 'ConfirmedAbove':
    case 'ResponseStarted':
      return event.data
    case 'Asked':
    case 'Answered': {
      const { fromTier, toTier } = event.data
      return { fromTier, toTier }
    }
    case 'StepDone':
    case 'StepReopened':
      return { step: event.data.step }
    case 'LimitPassed': {
      const { limit, rung, dueAt, tells, who } = event.data
      return { limit, rung, dueAt, tells, who }
    }
    case 'WrittenDown':
      return { form: event.data.form }
    case 'Reopened':
      return { origin: event.data.origin }
    default:
      return {}
  }
}
