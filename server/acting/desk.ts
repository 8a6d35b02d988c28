// What one write transaction works with: the streams in memory, the plans they are decided under, and giving a command to them.
// Whose commands and in which order is decide-lists.ts; what follows from events is follow-up.ts; writing is store-work.ts.

import { THE_PLAN } from '#core/basics/stream.ts'
import type { Incident } from '#core/incident/state.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { CampaignState } from '#core/who/campaign.ts'
import type { CampaignShelf } from '../campaign-shelf.ts'
import type { PlanShelf } from '../plan-shelf.ts'
import type { Database, Tx } from '../store/database.ts'
import type { Loaded, StreamRef } from '../store/load.ts'
import type { Sealer } from '../store/seal.ts'
import { campaignNamed, homeOf, NOWHERE, planNamed } from './thing.ts'
import { type Command, type Open, startWork, type Work } from './work.ts'

/** What the door for writing is given when the house opens. */
export interface ActHouse {
  readonly db: Database
  readonly sealer: Sealer
  readonly plans: PlanShelf
  readonly campaigns: CampaignShelf
  /** Any plan will do for streams that no plan rules (units, persons). */
  readonly builtIn: EffectivePlan
  /** After each commit: somebody may want to look. */
  readonly committed: () => void
  /** A deadline could not be decided: a fault of ours that somebody must look at. */
  readonly onFault: (error: Error) => void
}

/** What one transaction works with. */
export interface Desk {
  readonly house: ActHouse
  readonly tx: Tx
  readonly work: Work
  readonly plans: Map<string, EffectivePlan>
  /** Campaigns that reports name. */
  readonly campaigns: ReadonlyMap<string, CampaignState>
  /** Events whose notices and reactions have been seen to. */
  followed: number
}

export async function openDesk(
  house: ActHouse,
  tx: Tx,
  loaded: Loaded,
  commands: readonly Command[],
): Promise<Desk> {
  const work = startWork()
  work.take(loaded)
  const plans = new Map<string, EffectivePlan>()
  for (const command of commands) {
    const state = work.find('incident', command.stream.id)?.state as Partial<Incident> | undefined
    const named = planNamed(command)
    for (const hash of [state?.plan, named]) {
      if (hash === undefined || plans.has(hash)) continue
      const plan = await house.plans.find(hash)
      if (plan) plans.set(hash, plan)
    }
  }
  const campaigns = new Map<string, CampaignState>()
  for (const command of commands) {
    const id = command.type === 'Report' ? campaignNamed(command) : undefined
    const campaign = id === undefined || campaigns.has(id) ? undefined : await house.campaigns.find(id)
    if (id !== undefined && campaign) campaigns.set(id, campaign)
  }
  return { house, tx, work, plans, campaigns, followed: 0 }
}

/** The plan a command is decided under: an incident's own for ever, the one a report names, else any. */
export function findPlanFor(desk: Desk, command: Command): EffectivePlan | undefined {
  if (command.stream.kind !== 'incident') return desk.house.builtIn
  const open = desk.work.find('incident', command.stream.id)
  const hash = open ? (open.state as Incident).plan : planNamed(command)
  return hash === undefined ? desk.house.builtIn : desk.plans.get(hash)
}

export function planOf(desk: Desk, open: Open): EffectivePlan {
  if (open.kind !== 'incident') return desk.house.builtIn
  const plan = desk.plans.get((open.state as Incident).plan)
  if (!plan) throw new Error(`the plan of incident ${open.id} is not on the shelf`)
  return plan
}

/** Commands of the plan itself ask nobody's leave; one that is refused, or about what is not there, is nothing to do. */
export function giveAsPlan(desk: Desk, command: Command): void {
  const plan = findPlanFor(desk, command)
  if (!plan) throw new Error(`the plan of ${command.stream.kind} ${command.stream.id} is not on the shelf`)
  const at = desk.work.find(command.stream.kind, command.stream.id) ?? homeOf(command, NOWHERE)
  if (at) desk.work.give(command, THE_PLAN, plan, at)
}

export function refsOf(commands: readonly Command[]): StreamRef[] {
  const refs = new Map<string, StreamRef>()
  for (const { stream } of commands)
    refs.set(`${stream.kind}/${stream.id}`, { kind: stream.kind, stream: stream.id })
  return [...refs.values()]
}
