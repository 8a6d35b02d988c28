// The free text of a timeline's line, from the event's sealed part. Several texts of one event stand below one another.

import type { IncidentEvent } from './events.ts'

/** Undefined where nothing was said or its key was destroyed. */
export function textOf(event: IncidentEvent): string | undefined {
  switch (event.type) {
    case 'Reported':
    case 'FactsStated':
    case 'MessageSent':
    case 'Verified':
    case 'RaisedTo':
    case 'SeriesReported':
    case 'OpinionJudged':
    case 'OpinionFollowed':
      return event.private?.text?.words
    case 'Graded':
    case 'StepReopened':
    case 'Reopened':
    case 'ResponseEnded':
    case 'HoldStarted':
    case 'HoldEnded':
    case 'JointDeclined':
    case 'StepsSkipped':
    case 'LoweringProposed':
    case 'LoweringDeclined':
    case 'Dismissed':
    case 'EntryStruck':
    case 'PartedFrom':
    case 'WordingRefused':
      return event.private?.text?.reason
    case 'ResponseStarted':
      return event.private?.text?.measures
    case 'ResponseChanged':
      return below(event.private?.text?.measures, event.private?.text?.reason)
    case 'ExampleStated':
    case 'WrittenDown':
      return event.private?.text?.reference
    case 'Asked':
      return below(event.private?.text?.question, event.private?.text?.proposal)
    case 'Answered':
      return event.private?.text?.instruction
    case 'OralReported': {
      // Names are hidden and destroyed with the text, so they stand in it.
      const { from, to } = event.private?.person ?? {}
      const names = [from, to].filter((name) => name !== undefined).join(' → ')
      return below(names === '' ? undefined : names, event.private?.text?.words)
    }
    case 'StepDone':
      return event.private?.text?.note
    case 'MeasureTaken':
      return event.private?.text?.measure
    case 'Handled':
      return event.private?.text?.outcome
    case 'JointProposed':
      return event.private?.text?.decision
    case 'Evaluated':
      return below(...Object.values(event.private?.text ?? {}))
    case 'TasksGiven':
      return below(...event.data.tasks.map((one) => event.private?.text?.[one.task]))
    case 'TaskDone':
      return event.private?.text?.effect
    case 'OpinionSeen': {
      const { where, link, words } = event.private?.text ?? {}
      return below(where, link, words)
    }
    case 'WordingDrafted':
      return event.private?.text?.wording
    case 'WordingPublished':
      return event.private?.text?.where
    case 'Attached':
      return event.private?.text?.name
    default:
      return undefined
  }
}

function below(...texts: readonly (string | undefined)[]): string | undefined {
  const given = texts.filter((text) => text !== undefined)
  return given.length === 0 ? undefined : given.join('\n')
}
