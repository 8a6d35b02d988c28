// An incident as its events have made it: what decide.ts, the screens and the forms read.
// It holds ids of persons and posts, never names; texts may be missing when their key was destroyed or the viewer may not read them.

import type { Instant } from '../basics/instant.ts'
import type { Doer } from '../basics/stream.ts'
import type { Tier, UnitPath } from '../basics/tier.ts'
import type { PlanHash } from '../plan/effective.ts'
import type { FactName, StatedFacts } from '../plan/facts.ts'
import type { EventLevel, ResponseLevel } from '../plan/grade-types.ts'
import type { Moment } from '../plan/moment.ts'
import type { CitedExample } from './events.ts'
import type { OpinionSpread } from './events-opinion.ts'

/** `joined`: one matter with another incident that was reported twice; its clocks run there until it is parted again. */
export type IncidentStatus = 'unreported' | 'open' | 'handled' | 'joined' | 'closed'

/** Who and when: a fact without a person and a time is not shown as a fact. */
export interface Deed {
  readonly by: Doer
  readonly occurredAt: Instant
  readonly recordedAt: Instant
}

export interface GradeOnRecord extends Deed {
  readonly origin: 'plan' | 'person'
  readonly eventLevel: EventLevel
  readonly responseLevel: ResponseLevel
  readonly clauses: readonly string[]
  readonly assumed: readonly FactName[]
  readonly reason?: string
  /** The proposal to lower that this grade agreed to. */
  readonly lowering?: string
}

export interface AskOnRecord extends Deed {
  readonly ask: string
  readonly fromTier: Tier
  readonly toTier: Tier
  readonly question?: string
  readonly proposal?: string
  /** Id of the answer, once given. */
  readonly answer?: string
}

export interface AnswerOnRecord extends Deed {
  readonly answer: string
  readonly ask?: string
  readonly fromTier: Tier
  readonly toTier: Tier
  readonly instruction?: string
  readonly complied?: Deed
}

/** The tick that counts: of those by somebody responsible the latest, else of the others. */
export interface StepOnRecord extends Deed {
  readonly step: string
  readonly responsible: boolean
  readonly note?: string
}

export interface PassedLimit extends Deed {
  readonly limit: string
  /** The ask or answer it runs for, where a limit runs once for each. */
  readonly of?: string
  readonly rung: number
  readonly dueAt: Instant
  readonly tells: string
  readonly who: 'holder' | 'substitute'
}

/** A moment that limits know, reached once: when it is claimed to have been, and when we heard. */
export interface Reached {
  readonly occurredAt: Instant
  readonly recordedAt: Instant
  /** Of whoever did it; absent when the plan did. */
  readonly tier?: Tier
  /** At which level a response was started. */
  readonly level?: ResponseLevel
  /** The step whose tick was the measure, and when that tick was taken back. */
  readonly step?: string
  /** Version of the event: what a struck line had reached is reached no more. */
  readonly version?: number
  /** The task, report, hold or oral report it was about. */
  readonly of?: string
  readonly takenBackAt?: Instant
}

/** One line of the timeline. `kind` is the event's type; `text` its free text; `detail` what else the line shows. */
export interface Entry extends Deed {
  readonly version: number
  readonly kind: string
  readonly text?: string
  readonly detail?: Readonly<Record<string, string | number | boolean>>
  /** Struck through as wrong: readable, and counting for nothing (E2). */
  readonly struck?: Deed & { readonly reason?: string }
}

/** A lower grade that somebody wants; open while neither agreed nor declined. */
export interface LoweringOnRecord extends Deed {
  readonly lowering: string
  readonly eventLevel: EventLevel
  readonly responseLevel: ResponseLevel
  readonly fromTier: Tier
  readonly toTier: Tier
  readonly reason?: string
  /** How many grades were on record when it was proposed: one set since has overtaken it. */
  readonly gradesBefore: number
  readonly agreed?: Deed
  readonly declined?: Deed & { readonly reason?: string }
}

/** Work that waits, or waited, for an answer (B10). Times lost: from `occurredAt` to `ended.occurredAt`. */
export interface HoldOnRecord extends Deed {
  readonly hold: string
  readonly room?: string
  readonly reason?: string
  readonly ended?: Deed & { readonly reason?: string }
}

/** B7, B8: proposed by one post, standing once all posts of the plan's joint decision have agreed. */
export interface JointOnRecord extends Deed {
  readonly decision: string
  readonly kind: string
  readonly words?: string
  readonly agreed: readonly Deed[]
  readonly complete?: Deed
  readonly declined?: Deed & { readonly reason?: string }
}

export interface RaisedOnRecord extends Deed {
  readonly fromTier: Tier
  readonly toTier: Tier
  readonly skipped: readonly Tier[]
  readonly words?: string
}

/** Of a line that may be struck through: then it stands here no more than in the timeline, readable and counting for nothing. */
interface Strikable {
  readonly version: number
  readonly struck?: true
}

export interface OralOnRecord extends Deed, Strikable {
  readonly oral: string
  readonly toTier: Tier
  readonly toPost?: string
  readonly saidAt: Instant
  readonly words?: string
  readonly from?: string
  readonly to?: string
}

export interface SeriesOnRecord extends Deed, Strikable {
  readonly report: string
  readonly kind: 'follow-up' | 'final'
  readonly nth: number
  readonly fromTier: Tier
  readonly toTier: Tier
  readonly words?: string
}

/** Work that an answer became, for a post, perhaps for one person on it. */
export interface TaskOnRecord extends Deed {
  readonly task: string
  readonly answer: string
  readonly post: string
  readonly person?: string
  readonly words?: string
  readonly done?: Deed & { readonly effect?: string }
}

export interface WordingOnRecord extends Deed {
  readonly wording: string
  readonly words?: string
  readonly approved?: Deed
  readonly refused?: Deed & { readonly reason?: string }
  readonly published?: Deed & { readonly publishedAt: Instant; readonly where?: string }
}

/** E5: something seen in public, what is known of it and what was answered. */
export interface OpinionOnRecord extends Deed, Strikable {
  readonly opinion: string
  readonly spread: OpinionSpread
  readonly seenAt: Instant
  readonly where?: string
  readonly link?: string
  readonly words?: string
  readonly verdict?: Deed & { readonly verdict: 'verified' | 'refuted'; readonly words?: string }
  readonly wordings: readonly WordingOnRecord[]
  readonly followed: readonly (Deed & { readonly spread: OpinionSpread; readonly words?: string })[]
}

export interface FileOnRecord extends Deed {
  readonly file: string
  readonly hash: string
  readonly size: number
  readonly kind: 'photo' | 'document' | 'voice'
  readonly about?: string
  readonly name?: string
}

/** An incident that was taken in: its own times, so that the earlier clock counts for `same`. */
export interface TakenIn extends Deed {
  readonly incident: string
  readonly as: 'same' | 'spread'
  readonly unit: UnitPath
  readonly discoveredAt: Instant
  readonly reportedAt: Instant
  readonly knownAt: Instant
}

export interface Incident {
  readonly id: string
  readonly version: number
  readonly status: IncidentStatus
  readonly unit: UnitPath
  readonly campaign: string
  readonly plan: PlanHash
  readonly number?: string
  readonly scenario: string
  readonly stated: StatedFacts
  readonly room?: string
  readonly words?: string
  readonly confined: boolean
  readonly reporter: Doer
  /** The earliest of its own and of those it took in as the same matter. */
  readonly discoveredAt: Instant
  readonly reportedAt: Instant
  /** When the server knew: limits climb from here on, they are kept or missed from discovery. */
  readonly knownAt: Instant
  /** Latest last; the last one is in force. */
  readonly grades: readonly GradeOnRecord[]
  /** Which tiers have taken it over, in order; since it was last reopened. */
  readonly acknowledged: readonly (Deed & { readonly tier: Tier })[]
  /** Who above confirmed that it has the report; posts beside the line confirm for themselves only (C4). Since it was last reopened. */
  readonly confirmedAbove: readonly (Deed & { readonly tier: Tier; readonly beside: boolean })[]
  readonly responseStarted?: Deed & {
    readonly responseLevel: ResponseLevel
    readonly expectedMinutes: number
    readonly measures?: string
  }
  /** Changes of the running response, oldest first; the last one says what holds now (A7). */
  readonly responseChanges: readonly (Deed & {
    readonly responseLevel: ResponseLevel
    readonly expectedMinutes: number
    readonly measures?: string
    readonly reason?: string
  })[]
  readonly responseEnded?: Deed & { readonly reason?: string }
  readonly example?: Deed & {
    readonly listed: boolean
    readonly tier: Tier
    readonly reference?: string
    readonly cited?: CitedExample
  }
  readonly asks: readonly AskOnRecord[]
  readonly answers: readonly AnswerOnRecord[]
  /** Steps that are done, by step id. */
  readonly steps: Readonly<Record<string, StepOnRecord>>
  /** Steps left out with a reason, by step id; a tick later on takes it out of here. */
  readonly skipped: Readonly<Record<string, Deed & { readonly reason?: string }>>
  readonly holds: readonly HoldOnRecord[]
  readonly joint: readonly JointOnRecord[]
  readonly lowerings: readonly LoweringOnRecord[]
  readonly raised: readonly RaisedOnRecord[]
  readonly orals: readonly OralOnRecord[]
  readonly series: readonly SeriesOnRecord[]
  readonly tasks: readonly TaskOnRecord[]
  readonly opinions: readonly OpinionOnRecord[]
  readonly files: readonly FileOnRecord[]
  /** The last word of each tier on whether the report is true, oldest first. */
  readonly verdicts: readonly (Deed & {
    readonly verdict: 'verified' | 'refuted'
    readonly tier: Tier
    readonly words?: string
  })[]
  readonly evaluated?: Deed & { readonly tier: Tier; readonly points: Readonly<Record<string, string>> }
  /** Closed as a mistake. */
  readonly dismissed?: Deed & { readonly reason?: string }
  readonly joinedTo?: Deed & { readonly incident: string; readonly as: 'same' | 'spread' }
  readonly tookIn: readonly TakenIn[]
  /** Every time it was parted from the one it was joined to: clocks that ran there run here again. */
  readonly parted: readonly Deed[]
  readonly passed: readonly PassedLimit[]
  readonly writtenDown: readonly (Deed & { readonly form: string; readonly reference?: string })[]
  readonly handled?: Deed & { readonly outcome?: string }
  readonly closed?: Deed
  /** Every time it was opened again after it was closed. */
  readonly reopened: readonly Deed[]
  /** Every time that each moment that limits know was reached, in the order in which we heard. */
  readonly moments: Readonly<Partial<Record<Moment, readonly Reached[]>>>
  /** A device claimed an impossible time: accepted, and to be asked about. */
  readonly clockDoubt?: true
  readonly entries: readonly Entry[]
  /** Parts hidden from this viewer, by name; empty in the server's own state. */
  readonly withheld: readonly string[]
}
