// Folds the events of an incident into its state (E2). Nothing is decided here and no plan is read: what an event
// means was settled when it was written. An event this version does not know stops the fold.

import { type Happened, type Recorded, UnknownEvent } from '../basics/stream.ts'
import type { Tier } from '../basics/tier.ts'
import { entryOf } from './entry.ts'
import type { IncidentEvent } from './events.ts'
import { evolveCourse } from './evolve-course.ts'
import { evolveJudgement } from './evolve-judgement.ts'
import { evolveLine } from './evolve-line.ts'
import { evolveOpinion } from './evolve-opinion.ts'
import { findTier } from './look-up.ts'
import { reach } from './reach.ts'
import type { Deed, Incident, StepOnRecord } from './state.ts'

/** The state before the first word. */
export const UNREPORTED: Incident = {
  id: '',
  version: 0,
  status: 'unreported',
  unit: '',
  campaign: '',
  plan: '',
  scenario: '',
  stated: {},
  confined: false,
  reporter: { person: '' },
  discoveredAt: 0,
  reportedAt: 0,
  knownAt: 0,
  grades: [],
  acknowledged: [],
  confirmedAbove: [],
  asks: [],
  answers: [],
  responseChanges: [],
  steps: {},
  skipped: {},
  holds: [],
  joint: [],
  lowerings: [],
  raised: [],
  orals: [],
  series: [],
  tasks: [],
  opinions: [],
  files: [],
  verdicts: [],
  tookIn: [],
  parted: [],
  passed: [],
  writtenDown: [],
  reopened: [],
  moments: {},
  entries: [],
  withheld: [],
}

/** The next state. Works with every sealed text missing: retention may have destroyed its key. */
export function evolve(state: Incident, recorded: Recorded<IncidentEvent>): Incident {
  const entry = entryOf(recorded, state)
  const next = apply(state, recorded, deedOf(recorded))
  return {
    ...next,
    id: recorded.stream,
    version: recorded.version,
    entries: [...next.entries, entry],
    ...(entry.detail?.clockDoubt === true ? { clockDoubt: true } : {}),
  }
}

function deedOf(recorded: Recorded<IncidentEvent>): Deed {
  return { by: recorded.by, occurredAt: recorded.occurredAt, recordedAt: recorded.recordedAt }
}

function apply(state: Incident, event: Recorded<IncidentEvent>, deed: Deed): Incident {
  switch (event.type) {
    case 'Reported': {
      const { discoveredAt, notSameAs: _others, ...data } = event.data
      const reported: Incident = {
        ...state,
        ...data,
        status: 'open',
        reporter: event.by,
        discoveredAt,
        reportedAt: deed.occurredAt,
        knownAt: deed.recordedAt,
        ...event.private?.text,
      }
      return reach(reach(reported, 'discovered', { ...deed, occurredAt: discoveredAt }), 'reported', deed)
    }
    case 'Numbered':
      return { ...state, number: event.data.number }
    case 'FactsStated':
      return { ...state, stated: { ...state.stated, ...event.data.stated } }
    case 'Graded': {
      const { lowering } = event.data
      const grades = [...state.grades, { ...deed, ...event.data, ...event.private?.text }]
      const lowerings = state.lowerings.map((one) =>
        one.lowering === lowering ? { ...one, agreed: deed } : one,
      )
      return reach({ ...state, grades, lowerings }, 'graded', deed)
    }
    case 'Acknowledged':
      return takeOver(state, event.data.tier, deed)
    case 'ResponseStarted': {
      const { responseEnded: _ended, ...before } = state
      return reach(
        {
          ...before,
          responseStarted: { ...deed, ...event.data, ...event.private?.text },
          responseChanges: [],
        },
        'response-started',
        deed,
        { level: event.data.responseLevel },
      )
    }
    case 'ExampleStated':
      return { ...state, example: { ...deed, ...event.data, ...event.private?.text } }
    case 'Asked': {
      const asked = { ...state, asks: [...state.asks, { ...deed, ...event.data, ...event.private?.text }] }
      return reach(takeOver(asked, event.data.fromTier, deed), 'asked', deed)
    }
    case 'Answered': {
      const { answer, ask, fromTier } = event.data
      const answered = {
        ...state,
        answers: [...state.answers, { ...deed, ...event.data, ...event.private?.text }],
        asks: state.asks.map((open) => (open.ask === ask ? { ...open, answer } : open)),
      }
      return reach(takeOver(answered, fromTier, deed), 'answered', deed)
    }
    case 'Complied': {
      const complied = state.answers.map((answer) =>
        answer.answer === event.data.answer ? { ...answer, complied: deed } : answer,
      )
      return reach({ ...state, answers: complied }, 'complied', deed)
    }
    case 'StepDone': {
      const { step, responsible } = event.data
      const done: StepOnRecord = { ...deed, step, responsible, ...event.private?.text }
      // A tick by somebody responsible is not replaced by another's note: that one stands in the timeline.
      const counts = responsible || state.steps[step]?.responsible !== true
      const { [step]: _needed, ...skipped } = state.skipped
      const next = counts ? { ...state, skipped, steps: { ...state.steps, [step]: done } } : state
      return responsible ? reach(next, 'measure-taken', deed, { step }) : next
    }
    case 'StepReopened': {
      const { [event.data.step]: _taken, ...steps } = state.steps
      return takeBack({ ...state, steps }, event.data.step, deed)
    }
    case 'MeasureTaken':
      return event.data.responsible ? reach(state, 'measure-taken', deed, { version: event.version }) : state
    case 'MessageSent':
      return state
    case 'ConfirmedAbove': {
      const next = { ...state, confirmedAbove: [...state.confirmedAbove, { ...deed, ...event.data }] }
      return event.data.beside ? next : reach(next, 'confirmed-above', deed)
    }
    case 'LimitPassed':
      return { ...state, passed: [...state.passed, { ...deed, ...event.data }] }
    case 'Handled': {
      const handled: Incident = {
        ...state,
        status: 'handled',
        handled: { ...deed, ...event.private?.text },
      }
      // Dealing with the matter is the measure where none was written down before.
      return reach(reach(handled, 'measure-taken', deed), 'handled', deed)
    }
    case 'WrittenDown': {
      const written = { ...deed, ...event.data, ...event.private?.text }
      return reach({ ...state, writtenDown: [...state.writtenDown, written] }, 'recorded', deed)
    }
    case 'Closed':
      return reach({ ...state, status: 'closed', closed: deed }, 'closed', deed)
    case 'Reopened': {
      const { closed: _closed, handled: _handled, dismissed: _dismissed, joinedTo, ...kept } = state
      // Opened again by itself it goes on by itself: its clocks run here.
      const own = joinedTo?.as === 'same'
      const open: Incident = {
        ...kept,
        ...(joinedTo && !own ? { joinedTo } : {}),
        ...(own ? { parted: [...state.parted, deed] } : {}),
        status: 'open',
        acknowledged: [],
        confirmedAbove: [],
        reopened: [...state.reopened, deed],
      }
      const tier = findTier(event.by)
      return event.data.origin === 'person' && tier ? takeOver(open, tier, deed) : open
    }
    case 'ResponseChanged':
    case 'ResponseEnded':
    case 'HoldStarted':
    case 'HoldEnded':
    case 'JointProposed':
    case 'JointAgreed':
    case 'JointDeclined':
    case 'StepsSkipped':
      return evolveCourse(state, event, deed)
    case 'LoweringProposed':
    case 'LoweringDeclined':
    case 'Verified':
    case 'Dismissed':
    case 'EntryStruck':
    case 'Evaluated':
      return evolveJudgement(state, event, deed)
    case 'RaisedTo':
    case 'OralReported':
    case 'SeriesReported':
    case 'TasksGiven':
    case 'TaskDone':
    case 'JoinedTo':
    case 'PartedFrom':
    case 'TookIn':
    case 'LetGo':
      return evolveLine(state, event, deed)
    case 'OpinionSeen':
    case 'OpinionJudged':
    case 'OpinionFollowed':
    case 'WordingDrafted':
    case 'WordingApproved':
    case 'WordingRefused':
    case 'WordingPublished':
    case 'Attached':
      return evolveOpinion(state, event, deed)
    default:
      throw new UnknownEvent('incident', (event as Happened).type)
  }
}

/**
 * A tier has the matter in hand: by saying so, by answering, by asking further up, or by opening it again. Above the school that
 * is also the confirmation that the report arrived (A4).
 */
function takeOver(state: Incident, tier: Tier, deed: Deed): Incident {
  const known = state.acknowledged.some((already) => already.tier === tier)
  const acknowledged = known ? state.acknowledged : [...state.acknowledged, { ...deed, tier }]
  const taken = reach({ ...state, acknowledged }, 'acknowledged', deed)
  return tier === 'school' ? taken : reach(taken, 'confirmed-above', deed)
}

/** The measure that the tick of `step` was is none any more: clocks that it stopped run again. */
function takeBack(state: Incident, step: string, deed: Deed): Incident {
  const measures = state.moments['measure-taken']
  if (!measures) return state
  const left = measures.map((one) =>
    one.step === step && one.takenBackAt === undefined ? { ...one, takenBackAt: deed.recordedAt } : one,
  )
  return { ...state, moments: { ...state.moments, 'measure-taken': left } }
}
