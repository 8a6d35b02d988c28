// What somebody may want of an incident. An observation is accepted however late; a request is decided on today's state.
// Who may give which is core/access; what comes of it is decide.ts; shapes for the door are core/wire/command.ts.

import type { Instant } from '../basics/instant.ts'
import type { UnitPath } from '../basics/tier.ts'
import type { PlanHash } from '../plan/effective.ts'
import type { StatedFacts } from '../plan/facts.ts'
import type { EventLevel, ResponseLevel } from '../plan/grade-types.ts'

type Command<Type extends string, Data> = { readonly type: Type; readonly data: Data }

export type Report = Command<
  'Report',
  {
    readonly unit: UnitPath
    readonly campaign: string
    readonly plan: PlanHash
    readonly scenario: string
    readonly stated: StatedFacts
    readonly room?: string
    readonly discoveredAt: Instant
    readonly words?: string
  }
>
export type StateFacts = Command<'StateFacts', { readonly stated: StatedFacts; readonly words?: string }>
export type Regrade = Command<
  'Regrade',
  { readonly eventLevel: EventLevel; readonly responseLevel: ResponseLevel; readonly reason: string }
>
export type Acknowledge = Command<'Acknowledge', object>
export type StartResponse = Command<
  'StartResponse',
  { readonly expectedMinutes: number; readonly measures: string }
>
export type StateExample = Command<'StateExample', { readonly listed: boolean; readonly reference?: string }>
/** `ask` is an id made by the client. */
export type Ask = Command<
  'Ask',
  { readonly ask: string; readonly question: string; readonly proposal?: string }
>
/** `answer` is an id made by the client; without `ask` it is an instruction nobody asked for. */
export type Answer = Command<
  'Answer',
  { readonly answer: string; readonly ask?: string; readonly instruction: string }
>
export type Comply = Command<'Comply', { readonly answer: string }>
export type DoStep = Command<'DoStep', { readonly step: string; readonly note?: string }>
export type ReopenStep = Command<'ReopenStep', { readonly step: string; readonly reason: string }>
export type TakeMeasure = Command<'TakeMeasure', { readonly measure: string }>
export type SendMessage = Command<'SendMessage', { readonly words: string }>
export type ConfirmReport = Command<'ConfirmReport', object>
export type Handle = Command<'Handle', { readonly outcome: string }>
export type WriteDown = Command<'WriteDown', { readonly form: string; readonly reference?: string }>
export type Close = Command<'Close', object>
export type Reopen = Command<'Reopen', { readonly reason: string }>

/** Given by the ledger when the first event of an incident is stored. */
export type Number = Command<'Number', { readonly number: string }>
/** Given by the plan when a deadline was not met. */
export type PassLimit = Command<
  'PassLimit',
  { readonly limit: string; readonly of?: string; readonly rung: number; readonly dueAt: Instant }
>

export type IncidentCommand =
  | Report
  | StateFacts
  | Regrade
  | Acknowledge
  | StartResponse
  | StateExample
  | Ask
  | Answer
  | Comply
  | DoStep
  | ReopenStep
  | TakeMeasure
  | SendMessage
  | ConfirmReport
  | Handle
  | WriteDown
  | Close
  | Reopen
  | Number
  | PassLimit

/** Field facts: accepted late, with the time at which they happened. All others are requests. */
export const OBSERVATIONS: ReadonlySet<IncidentCommand['type']> = new Set<IncidentCommand['type']>([
  'Report',
  'StateFacts',
  'DoStep',
  'TakeMeasure',
  'SendMessage',
])
