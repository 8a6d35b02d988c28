// What somebody may want of an incident. An observation is accepted however late; a request is decided on today's state.
// Who may give which is core/access; what comes of it is decide.ts; shapes for the door are core/wire/command.ts.

import type { Instant } from '../basics/instant.ts'
import type { Tier, UnitPath } from '../basics/tier.ts'
import type { PlanHash } from '../plan/effective.ts'
import type { StatedFacts } from '../plan/facts.ts'
import type { EventLevel, ResponseLevel } from '../plan/grade-types.ts'
import type { CitedExample } from './events.ts'
import type { TookIn } from './events-line.ts'
import type { OpinionSpread } from './events-opinion.ts'

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
    /** Incidents of the same kind and place that the reporter was shown and said to be other ones. */
    readonly notSameAs?: readonly string[]
  }
>
export type StateFacts = Command<
  'StateFacts',
  {
    readonly stated: StatedFacts
    readonly words?: string
    /** Given by the plan for another incident of the same matter: only what is graver than what is stated here counts. */
    readonly graver?: true
  }
>
export type Regrade = Command<
  'Regrade',
  {
    readonly eventLevel: EventLevel
    readonly responseLevel: ResponseLevel
    readonly reason: string
    /** Id for the proposal that a lowering becomes when a tier above has to agree; made by the client. */
    readonly lowering?: string
  }
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
  {
    readonly ask: string
    readonly question: string
    readonly proposal?: string
    /** A tier of one's choice above; absent: the one that the plan names. */
    readonly tier?: Tier
  }
>
/** `answer` is an id made by the client; without `ask` it is an instruction nobody asked for. */
export type Answer = Command<
  'Answer',
  {
    readonly answer: string
    readonly ask?: string
    readonly instruction: string
    /** What the answer means for whom, when whoever answers says it at once. */
    readonly tasks?: readonly GivenTask[]
  }
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

/** A7: of a running response; by whom the plan names. */
export type ChangeResponse = Command<
  'ChangeResponse',
  {
    readonly responseLevel: ResponseLevel
    readonly expectedMinutes: number
    readonly measures: string
    readonly reason: string
  }
>
export type EndResponse = Command<'EndResponse', { readonly reason: string }>
/** B10. `hold` is an id made by the client. */
export type StartHold = Command<
  'StartHold',
  { readonly hold: string; readonly room?: string; readonly reason: string }
>
export type EndHold = Command<'EndHold', { readonly hold: string; readonly reason?: string }>
/** B7, B8. `decision` is an id made by the client, `kind` a joint decision of the plan. */
export type ProposeJoint = Command<
  'ProposeJoint',
  { readonly decision: string; readonly kind: string; readonly words: string }
>
export type AgreeJoint = Command<'AgreeJoint', { readonly decision: string }>
export type DeclineJoint = Command<'DeclineJoint', { readonly decision: string; readonly reason: string }>
export type SkipSteps = Command<'SkipSteps', { readonly steps: readonly string[]; readonly reason: string }>

/** A6. A `Regrade` that lowers and needs a tier above becomes a proposal; `lowering` is its id, made by the client of that command. */
export type AgreeLowering = Command<'AgreeLowering', { readonly lowering: string; readonly reason?: string }>
export type DeclineLowering = Command<
  'DeclineLowering',
  { readonly lowering: string; readonly reason: string }
>
export type Verify = Command<'Verify', { readonly verdict: 'verified' | 'refuted'; readonly words?: string }>
export type Dismiss = Command<'Dismiss', { readonly reason: string }>
/** `entry` is the version of the line of the timeline. */
export type StrikeEntry = Command<'StrikeEntry', { readonly entry: number; readonly reason: string }>
/** B4: one text for each point of the plan, by the point's id. */
export type Evaluate = Command<'Evaluate', { readonly points: Readonly<Record<string, string>> }>

export type RaiseTo = Command<'RaiseTo', { readonly tier: Tier; readonly words: string }>
export type LogOral = Command<
  'LogOral',
  {
    readonly oral: string
    readonly from: string
    readonly to: string
    readonly toTier: Tier
    readonly toPost?: string
    readonly saidAt: Instant
    readonly words: string
  }
>
export type ReportOn = Command<
  'ReportOn',
  { readonly report: string; readonly kind: 'follow-up' | 'final'; readonly words: string }
>
export interface GivenTask {
  /** Id made by the client. */
  readonly task: string
  /** Post of the plan. */
  readonly post: string
  /** Person stream, when one holder of several is meant. */
  readonly person?: string
  readonly words: string
}
/** An answer turned into work for named people. */
export type GiveTasks = Command<
  'GiveTasks',
  { readonly answer: string; readonly tasks: readonly GivenTask[] }
>
export type DoTask = Command<'DoTask', { readonly task: string; readonly effect: string }>

export type SeeOpinion = Command<
  'SeeOpinion',
  {
    readonly opinion: string
    readonly where: string
    readonly link?: string
    readonly spread: OpinionSpread
    readonly seenAt: Instant
    readonly words?: string
  }
>
export type JudgeOpinion = Command<
  'JudgeOpinion',
  { readonly opinion: string; readonly verdict: 'verified' | 'refuted'; readonly words?: string }
>
export type FollowOpinion = Command<
  'FollowOpinion',
  { readonly opinion: string; readonly spread: OpinionSpread; readonly words: string }
>
export type DraftWording = Command<
  'DraftWording',
  { readonly opinion: string; readonly wording: string; readonly words: string }
>
export type ApproveWording = Command<'ApproveWording', { readonly wording: string }>
export type RefuseWording = Command<'RefuseWording', { readonly wording: string; readonly reason: string }>
export type PublishWording = Command<
  'PublishWording',
  { readonly wording: string; readonly where: string; readonly publishedAt: Instant }
>
export type Attach = Command<
  'Attach',
  {
    readonly file: string
    readonly hash: string
    readonly size: number
    readonly kind: 'photo' | 'document' | 'voice'
    readonly about?: string
    readonly name?: string
  }
>

/** Given by the plan: the year's handbook has an entry for the situation (B8). */
export type CiteExample = Command<'CiteExample', CitedExample & { readonly reference: string }>
/** Given by the plan when joining was agreed or undone elsewhere (core/alike). */
export type Join = Command<'Join', { readonly incident: string; readonly as: 'same' | 'spread' }>
/** Given by the plan: what the county answered on the incident of a spread, for each of its members. */
export type PassOn = Command<
  'PassOn',
  { readonly answer: string; readonly fromTier: Tier; readonly instruction: string }
>
export type Part = Command<'Part', { readonly incident: string; readonly reason: string }>
export type TakeIn = Command<'TakeIn', TookIn['data']>
export type LetGoOf = Command<'LetGoOf', { readonly incident: string }>

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
  | ChangeResponse
  | EndResponse
  | StartHold
  | EndHold
  | ProposeJoint
  | AgreeJoint
  | DeclineJoint
  | SkipSteps
  | AgreeLowering
  | DeclineLowering
  | Verify
  | Dismiss
  | StrikeEntry
  | Evaluate
  | RaiseTo
  | LogOral
  | ReportOn
  | GiveTasks
  | DoTask
  | SeeOpinion
  | JudgeOpinion
  | FollowOpinion
  | DraftWording
  | ApproveWording
  | RefuseWording
  | PublishWording
  | Attach
  | CiteExample
  | Join
  | Part
  | TakeIn
  | LetGoOf
  | PassOn
  | Number
  | PassLimit

/** Field facts: accepted late, with the time at which they happened. All others are requests. */
export const OBSERVATIONS: ReadonlySet<IncidentCommand['type']> = new Set<IncidentCommand['type']>([
  'Report',
  'StateFacts',
  'DoStep',
  'TakeMeasure',
  'SendMessage',
  'LogOral',
  'StartHold',
  'EndHold',
  'DoTask',
  'SeeOpinion',
  'Attach',
])
