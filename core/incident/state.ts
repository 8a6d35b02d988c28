// An incident as its events have made it: what decide.ts, the screens and the forms read.
// It holds ids of persons and posts, never names; texts may be missing when their key was destroyed or the viewer may not read them.

import type { Instant } from '../basics/instant.ts'
import type { Doer } from '../basics/stream.ts'
import type { Tier, UnitPath } from '../basics/tier.ts'
import type { PlanHash } from '../plan/effective.ts'
import type { FactName, StatedFacts } from '../plan/facts.ts'
import type { EventLevel, ResponseLevel } from '../plan/grade-types.ts'
import type { Moment } from '../plan/moment.ts'

export type IncidentStatus = 'unreported' | 'open' | 'handled' | 'closed'

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
  readonly takenBackAt?: Instant
}

/** One line of the timeline. `kind` is the event's type; `text` its free text; `detail` what else the line shows. */
export interface Entry extends Deed {
  readonly version: number
  readonly kind: string
  readonly text?: string
  readonly detail?: Readonly<Record<string, string | number | boolean>>
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
  readonly example?: Deed & { readonly listed: boolean; readonly tier: Tier; readonly reference?: string }
  readonly asks: readonly AskOnRecord[]
  readonly answers: readonly AnswerOnRecord[]
  /** Steps that are done, by step id. */
  readonly steps: Readonly<Record<string, StepOnRecord>>
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
