// What can have happened to an incident: the words of its ledger. Personal data and free text only under `private`.
// Folding them is evolve.ts; when each may happen is decide.ts.

import type { Instant } from '../basics/instant.ts'
import type { Happened } from '../basics/stream.ts'
import type { Tier, UnitPath } from '../basics/tier.ts'
import type { PlanHash } from '../plan/effective.ts'
import type { FactName, StatedFacts } from '../plan/facts.ts'
import type { EventLevel, ResponseLevel } from '../plan/grade-types.ts'
import type { CourseEvent } from './events-course.ts'
import type { JudgementEvent } from './events-judgement.ts'
import type { LineEvent } from './events-line.ts'
import type { OpinionEvent } from './events-opinion.ts'
import type { Said } from './said.ts'

/** The first word. A field fact: accepted however late, under the plan pinned here. */
export type Reported = Happened<
  'Reported',
  {
    readonly unit: UnitPath
    readonly campaign: string
    readonly plan: PlanHash
    readonly scenario: string
    readonly stated: StatedFacts
    /** Test room, when it happened in one. */
    readonly room?: string
    readonly discoveredAt: Instant
    /** Incidents of the same kind and place that the reporter said to be other ones. */
    readonly notSameAs?: readonly string[]
    /** Invisible at the school except to its reporter. */
    readonly confined: boolean
    /** The device claimed an impossible time of discovery. */
    readonly clockDoubt?: true
  }
> &
  Said<'words'>

/** The running number, allotted by the ledger from a row per unit and year. */
export type Numbered = Happened<'Numbered', { readonly number: string }>

/** What became known later; graded again at once. A graver result raises, a lighter one is only said. */
export type FactsStated = Happened<
  'FactsStated',
  {
    readonly stated: StatedFacts
    /** The plan's result with these facts where the grade in force stays all the same. */
    readonly wouldBe?: { readonly eventLevel: EventLevel; readonly responseLevel: ResponseLevel }
  }
> &
  Said<'words'>

/** A grade, by the plan or by a person with authority; every one stays on record (A6). */
export type Graded = Happened<
  'Graded',
  {
    readonly origin: 'plan' | 'person'
    readonly eventLevel: EventLevel
    readonly responseLevel: ResponseLevel
    /** Clauses that led to it; empty for a person's grade, whose reason is text. */
    readonly clauses: readonly string[]
    readonly assumed: readonly FactName[]
    /** The proposal to lower that a tier above agreed to with this grade. */
    readonly lowering?: string
  }
> &
  Said<'reason'>

/** A tier takes the matter over: it is being handled there. */
export type Acknowledged = Happened<'Acknowledged', { readonly tier: Tier }>

/** A7: started by the person the plan names, with level, expected duration and measures. */
export type ResponseStarted = Happened<
  'ResponseStarted',
  { readonly responseLevel: ResponseLevel; readonly expectedMinutes: number }
> &
  Said<'measures'>

/** Whether the year's handbook has an example, said by somebody who holds the handbook (B1–B3). */
export type ExampleStated = Happened<
  'ExampleStated',
  {
    readonly listed: boolean
    readonly tier: Tier
    /** The entry of the year's handbook that the plan cited by itself: entered by a bureau with number or page (B8). */
    readonly cited?: CitedExample
  }
> &
  Said<'reference'>

export interface CitedExample {
  /** Handbook stream and the entry in it. */
  readonly handbook: string
  readonly example: string
  /** Document of the plan it stands in (manual, tips). */
  readonly document: string
  readonly year: number
  /** Unit whose bureau entered it. */
  readonly unit: UnitPath
}

/** A request for instructions to the tier above. */
export type Asked = Happened<
  'Asked',
  { readonly ask: string; readonly fromTier: Tier; readonly toTier: Tier }
> &
  Said<'question' | 'proposal'>

/** The instruction that answers it; with no `ask` it was given unasked. */
export type Answered = Happened<
  'Answered',
  { readonly answer: string; readonly ask?: string; readonly fromTier: Tier; readonly toTier: Tier }
> &
  Said<'instruction'>

/** 收到，照办: the tier addressed will do as answered. */
export type Complied = Happened<'Complied', { readonly answer: string }>

export type StepDone = Happened<'StepDone', { readonly step: string; readonly responsible: boolean }> &
  Said<'note'>
/** A tick taken back: both stay readable. */
export type StepReopened = Happened<'StepReopened', { readonly step: string }> & Said<'reason'>

/**
 * Something was done that the plan has no step for. Done by a post responsible, it stops the clock of response
 * levels Ⅱ and Ⅲ (A4), as a step does; who is responsible was decided by the plan of that day.
 */
export type MeasureTaken = Happened<'MeasureTaken', { readonly responsible: boolean }> & Said<'measure'>

export type MessageSent = Happened<'MessageSent', object> & Said<'words'>

/**
 * The next tier confirms that it has the report (A4, level Ⅰ: sending alone does not stop the clock).
 * A post beside the line confirms for itself only: it stands in place of no tier (C4).
 */
export type ConfirmedAbove = Happened<'ConfirmedAbove', { readonly tier: Tier; readonly beside: boolean }>

/** A limit ran out; who is told next. Written by the plan only. */
export type LimitPassed = Happened<
  'LimitPassed',
  {
    readonly limit: string
    /** The ask or answer it runs for, where a limit runs once for each. */
    readonly of?: string
    readonly rung: number
    /** The limit's own end, not the rung's time. */
    readonly dueAt: Instant
    readonly tells: string
    readonly who: 'holder' | 'substitute'
  }
>

/** The matter is dealt with; what came of it. */
export type Handled = Happened<'Handled', object> & Said<'outcome'>
/** Written into the test situation record of the school. */
export type WrittenDown = Happened<'WrittenDown', { readonly form: string }> & Said<'reference'>
export type Closed = Happened<'Closed', object>

/**
 * Open again after it was closed: by a person with a reason, or by the plan because facts that came later made the grade
 * graver, or because a report of the same matter was joined to it. `cause` is the version of those facts or of the joining. Handling, taking over and confirming begin anew; the records stay.
 */
export type Reopened = Happened<
  'Reopened',
  { readonly origin: 'person' } | { readonly origin: 'plan' | 'joined'; readonly cause: number }
> &
  Said<'reason'>

export type IncidentEvent =
  | Reported
  | Numbered
  | FactsStated
  | Graded
  | Acknowledged
  | ResponseStarted
  | ExampleStated
  | Asked
  | Answered
  | Complied
  | StepDone
  | StepReopened
  | MeasureTaken
  | MessageSent
  | ConfirmedAbove
  | LimitPassed
  | Handled
  | WrittenDown
  | Closed
  | Reopened
  | CourseEvent
  | JudgementEvent
  | LineEvent
  | OpinionEvent
