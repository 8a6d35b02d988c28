// What commands are held against before they are decided: what was asked of the database ahead, the plans at hand, the streams
// of the transaction. Asking is look-ahead.ts; holding against it named.ts and named-sent.ts.

import type { Refusal } from '#core/basics/refusal.ts'
import type { EffectivePlan, PlanHash } from '#core/plan/effective.ts'
import type { CampaignState } from '#core/who/campaign.ts'
import type { Mode } from '../store/house.ts'
import type { Work } from './work.ts'

/** What was asked of the database before the commands are decided (look-ahead.ts). */
export interface Ahead {
  readonly mode: Mode
  readonly campaigns: ReadonlyMap<string, CampaignState>
  /** Posts that persons hold whom tasks name, as `person post unit`. */
  readonly seats: ReadonlySet<string>
  /** Why editions may not be issued as they are, by command (edition-base.ts). */
  readonly editions: ReadonlyMap<string, Refusal>
}

/** What one command is held against. */
export interface Known {
  readonly work: Work
  readonly plans: ReadonlyMap<PlanHash, EffectivePlan>
  readonly ahead: Ahead
  /** Does a row of concern join the actor to this incident? */
  readonly isConcerned: (incident: string) => boolean
}
