// A campaign (监测批次): year, test days, timetable, rooms, which units take part and which plan is in force for each.
// Everything belongs to one campaign. Its clock is a row of the store, not part of this stream.

import type { Instant } from '../basics/instant.ts'
import { refuse } from '../basics/refusal.ts'
import {
  type Context,
  type Decision,
  type Happened,
  happened,
  nothingNew,
  quiet,
  type Recorded,
  type Stream,
  THE_PLAN,
  UnknownEvent,
} from '../basics/stream.ts'
import type { Text } from '../basics/text.ts'
import { lineOf, type UnitPath } from '../basics/tier.ts'
import type { PlanHash } from '../plan/effective.ts'

/** `real` runs on the wall clock for ever; `drill` and `demo` have a clock of their own. Fixed at the making (D6). */
export type CampaignKind = 'real' | 'drill' | 'demo'

export interface Session {
  readonly id: string
  readonly name: Text
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export interface CampaignData {
  readonly kind: CampaignKind
  readonly year: number
  readonly name: Text
  /** Minutes east of UTC of the campaign's zone; 480 for Asia/Shanghai. */
  readonly zoneMinutes: number
  readonly sessions: readonly Session[]
}

export interface Room {
  readonly id: string
  readonly name: Text
  readonly seats: number
}

export type CampaignEvent =
  | Happened<'CampaignOpened', CampaignData>
  | Happened<'UnitJoined', { readonly unit: UnitPath; readonly rooms: readonly Room[] }>
  | Happened<'PlanPutInForce', { readonly unit: UnitPath; readonly plan: PlanHash }>
export type CampaignCommand =
  | { readonly type: 'OpenCampaign'; readonly data: CampaignData }
  | { readonly type: 'JoinUnit'; readonly data: { readonly unit: UnitPath; readonly rooms: readonly Room[] } }
  | { readonly type: 'PutPlanInForce'; readonly data: { readonly unit: UnitPath; readonly plan: PlanHash } }

export interface CampaignState {
  readonly campaign?: CampaignData
  /** Rooms of every unit that takes part; a county or province has none. */
  readonly rooms: Readonly<Record<UnitPath, readonly Room[]>>
  /** Plan in force, by the unit it was put in force for; a unit without one uses its nearest ancestor's. */
  readonly plans: Readonly<Record<UnitPath, PlanHash>>
  /** Every plan that was in force for the unit in this campaign, oldest first. */
  readonly everInForce: Readonly<Record<UnitPath, readonly PlanHash[]>>
}

function evolve(state: CampaignState, event: Recorded<CampaignEvent>): CampaignState {
  switch (event.type) {
    case 'CampaignOpened':
      return { ...state, campaign: event.data }
    case 'UnitJoined':
      return { ...state, rooms: { ...state.rooms, [event.data.unit]: event.data.rooms } }
    case 'PlanPutInForce':
      return {
        ...state,
        plans: { ...state.plans, [event.data.unit]: event.data.plan },
        everInForce: {
          ...state.everInForce,
          [event.data.unit]: [...(state.everInForce[event.data.unit] ?? []), event.data.plan],
        },
      }
    default:
      throw new UnknownEvent('campaign', (event as Happened).type)
  }
}

function decide(
  state: CampaignState,
  command: CampaignCommand,
  context: Context<unknown>,
): Decision<CampaignEvent> {
  if (command.type === 'OpenCampaign') {
    if (state.campaign) return refuse('campaign.exists')
    // A demonstration is set up by the house itself: nobody makes real records into one, or one into another.
    if (command.data.kind === 'demo' && context.by.person !== THE_PLAN.person)
      return refuse('not-allowed', { field: 'kind' })
    return happened<CampaignEvent>({ type: 'CampaignOpened', data: command.data })
  }
  if (!state.campaign) return refuse('campaign.unknown')
  if (command.type === 'JoinUnit') {
    return happened<CampaignEvent>({ type: 'UnitJoined', data: command.data })
  }
  if (state.plans[command.data.unit] === command.data.plan) return nothingNew
  // A person sets up a campaign with its first plan; from then on a plan comes into force by being issued (G1).
  if (context.by.person !== THE_PLAN.person && findPlanInForce(state, command.data.unit) !== undefined)
    return refuse('not-allowed', { field: 'unit' })
  return happened<CampaignEvent>({ type: 'PlanPutInForce', data: command.data })
}

/** Was this plan ever in force for `unit`, its own or an ancestor's? A report made offline may name an older one. */
export function wasEverInForce(state: CampaignState, unit: UnitPath, plan: PlanHash): boolean {
  return lineOf(unit).some((path) => state.everInForce[path]?.includes(plan) === true)
}

/** The plan in force for `unit`: its own, else the nearest ancestor's. */
export function findPlanInForce(state: Pick<CampaignState, 'plans'>, unit: UnitPath): PlanHash | undefined {
  return lineOf(unit).reduce<PlanHash | undefined>((above, path) => state.plans[path] ?? above, undefined)
}

export const campaignStream: Stream<CampaignState, CampaignCommand, CampaignEvent, unknown> = {
  kind: 'campaign',
  initial: { rooms: {}, plans: {}, everInForce: {} },
  evolve,
  decide,
  // A campaign lies with the unit that opens it, and is its own.
  placeOf: (command, from) =>
    command.type === 'OpenCampaign' ? { unit: from.unit, campaign: from.stream } : undefined,
  pinned: () => undefined,
  planNamed: (command) => (command.type === 'PutPlanInForce' ? command.data.plan : undefined),
  ...quiet,
}
