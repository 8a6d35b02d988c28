// What a timeline's line shows beside its free text: ids, levels, tiers and counts, flat, as say-entry.ts fills them into the
// sentence. Several ids of one kind stand in one string, a space between them.

import type { Recorded } from '../basics/stream.ts'
import type { IncidentEvent } from './events.ts'
import { heldMinutes, heldTime } from './held-time.ts'
import type { Entry, Incident } from './state.ts'

type Detail = NonNullable<Entry['detail']>

/** `before` is the incident before the event: it knows what the event names only by its id. */
export function detailOf(event: Recorded<IncidentEvent>, before: Incident): Detail {
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
      const { origin, eventLevel, responseLevel, lowering } = event.data
      return { origin, eventLevel, responseLevel, ...(lowering === undefined ? {} : { lowering }) }
    }
    case 'Acknowledged':
    case 'Evaluated':
      return { tier: event.data.tier }
    case 'ExampleStated': {
      const { listed, tier, cited } = event.data
      const from = cited ? { cited: true, document: cited.document, year: cited.year } : {}
      return { listed, tier, ...from }
    }
    case 'ConfirmedAbove':
    case 'ResponseStarted':
    case 'ResponseChanged':
    case 'LoweringProposed':
    case 'Verified':
    case 'SeriesReported':
    case 'JoinedTo':
    case 'OpinionSeen':
    case 'OpinionJudged':
    case 'OpinionFollowed':
      return event.data
    case 'Asked':
    case 'Answered': {
      const { fromTier, toTier } = event.data
      return { fromTier, toTier }
    }
    case 'StepDone':
    case 'StepReopened':
      return { step: event.data.step }
    case 'StepsSkipped':
      return { steps: event.data.steps.join(' ') }
    case 'LimitPassed': {
      const { limit, rung, dueAt, tells, who } = event.data
      return { limit, rung, dueAt, tells, who }
    }
    case 'WrittenDown':
      return { form: event.data.form }
    case 'Reopened':
      return { origin: event.data.origin }
    case 'HoldStarted':
    case 'HoldEnded':
      return ofHold(event, before)
    case 'JointProposed':
      return { joint: event.data.kind }
    case 'JointAgreed':
    case 'JointDeclined': {
      const { decision } = event.data
      const kind = before.joint.find((one) => one.decision === decision)?.kind
      const complete = event.type === 'JointAgreed' && event.data.complete ? { complete: true } : {}
      return { ...(kind === undefined ? {} : { joint: kind }), ...complete }
    }
    case 'EntryStruck': {
      const { entry } = event.data
      const struck = before.entries.find((line) => line.version === entry)?.kind
      return { entry, ...(struck === undefined ? {} : { struck }) }
    }
    case 'RaisedTo': {
      const { fromTier, toTier, skipped } = event.data
      return { fromTier, toTier, ...(skipped.length === 0 ? {} : { skipped: skipped.join(' ') }) }
    }
    case 'OralReported': {
      const { oral, toTier, saidAt } = event.data
      return { oral, toTier, saidAt }
    }
    case 'TasksGiven':
      return {
        answer: event.data.answer,
        posts: [...new Set(event.data.tasks.map((one) => one.post))].join(' '),
      }
    case 'TaskDone': {
      const given = before.tasks.find((one) => one.task === event.data.task)
      return { task: event.data.task, ...(given ? { post: given.post, answer: given.answer } : {}) }
    }
    case 'TookIn': {
      const { incident, as } = event.data
      return { incident, as }
    }
    case 'PartedFrom':
      return { ...event.data, ...(before.joinedTo ? { as: before.joinedTo.as } : {}) }
    case 'LetGo': {
      const as = before.tookIn.find((one) => one.incident === event.data.incident)?.as
      return { ...event.data, ...(as === undefined ? {} : { as }) }
    }
    case 'WordingPublished': {
      const { wording, publishedAt } = event.data
      return { wording, publishedAt }
    }
    case 'WordingDrafted':
    case 'WordingApproved':
    case 'WordingRefused':
      return { wording: event.data.wording }
    case 'Attached': {
      const { file, kind } = event.data
      return { file, kind }
    }
    default:
      return {}
  }
}

/** Where work waits; once it goes on, for how many whole minutes it had waited. */
function ofHold(
  event: Recorded<IncidentEvent> & { type: 'HoldStarted' | 'HoldEnded' },
  before: Incident,
): Detail {
  if (event.type === 'HoldStarted') {
    const { hold, room } = event.data
    return { hold, ...(room === undefined ? {} : { room }) }
  }
  const { hold } = event.data
  const held = before.holds.find((one) => one.hold === hold)
  if (!held) return { hold }
  return {
    hold,
    ...(held.room === undefined ? {} : { room: held.room }),
    minutes: heldMinutes(heldTime(held, event.occurredAt)),
  }
}
