// What can have gone up, down and across the line besides asking and answering: raised to a chosen tier with copies for those
// skipped, oral reports, the series of reports, tasks that an answer became, joining with another incident.
// The union of all is events.ts.

import type { Instant } from '../basics/instant.ts'
import type { Happened } from '../basics/stream.ts'
import type { Tier, UnitPath } from '../basics/tier.ts'
import type { Said } from './said.ts'

/** B9: taken to a tier of one's choice; tiers between get their copy by itself. */
export type RaisedTo = Happened<
  'RaisedTo',
  { readonly fromTier: Tier; readonly toTier: Tier; readonly skipped: readonly Tier[] }
> &
  Said<'words'>

/** B7–B9: said by word of mouth or telephone; starts the clock of the written report. Who said it to whom is personal. */
export type OralReported = Happened<
  'OralReported',
  {
    readonly oral: string
    readonly toTier: Tier
    /** Post of the plan it was said to, when it was one. */
    readonly toPost?: string
    readonly saidAt: Instant
  }
> & {
  readonly private?: {
    readonly text?: { readonly words?: string }
    readonly person?: { readonly from?: string; readonly to?: string }
  }
}

/** 续报、终报: what is new since the last one. The first report (初报) is `Reported`. */
export type SeriesReported = Happened<
  'SeriesReported',
  {
    readonly report: string
    readonly kind: 'follow-up' | 'final'
    /** 1 for 续报一; counts follow-ups only. */
    readonly nth: number
    readonly fromTier: Tier
    readonly toTier: Tier
  }
> &
  Said<'words'>

/** An answer became work for named posts. The text of each task is sealed under its id. */
export type TasksGiven = Happened<
  'TasksGiven',
  {
    readonly answer: string
    readonly tasks: readonly { readonly task: string; readonly post: string; readonly person?: string }[]
  }
> & { readonly private?: { readonly text?: Readonly<Record<string, string>> } }

/** A task came back as done, with its effect. */
export type TaskDone = Happened<'TaskDone', { readonly task: string }> & Said<'effect'>

/** This one goes on under another: `same` is one matter reported twice, `spread` one of several schools' of one kind (A2). */
export type JoinedTo = Happened<'JoinedTo', { readonly incident: string; readonly as: 'same' | 'spread' }>
/** Taken out again; its own clocks run on. */
export type PartedFrom = Happened<'PartedFrom', { readonly incident: string }> & Said<'reason'>
/** The other side of joining: times of the one taken in, so that the earlier clock counts for `same`. */
export type TookIn = Happened<
  'TookIn',
  {
    readonly incident: string
    readonly as: 'same' | 'spread'
    readonly unit: UnitPath
    readonly discoveredAt: Instant
    readonly reportedAt: Instant
    readonly knownAt: Instant
  }
>
export type LetGo = Happened<'LetGo', { readonly incident: string }>

export type LineEvent =
  | RaisedTo
  | OralReported
  | SeriesReported
  | TasksGiven
  | TaskDone
  | JoinedTo
  | PartedFrom
  | TookIn
  | LetGo
