// What one write transaction works with: the streams in memory, the plans they are decided under, and giving a command to them.
// Whose commands and in which order is decide-lists.ts; what follows from events is follow-up.ts; writing is store-work.ts.

import { THE_PLAN } from '#core/basics/stream.ts'
import type { EffectivePlan, PlanHash } from '#core/plan/effective.ts'
import { type StreamKind, streams } from '#core/streams.ts'
import type { CampaignShelf } from '../campaign-shelf.ts'
import type { ExampleShelf } from '../example-shelf.ts'
import type { PlanShelf } from '../plan-shelf.ts'
import type { Database, Tx } from '../store/database.ts'
import type { Mode } from '../store/house.ts'
import { type Loaded, load, type StreamRef } from '../store/load.ts'
import type { Sealer } from '../store/seal.ts'
import { homeOf, NOWHERE } from './thing.ts'
import { type Command, type Open, startWork, type Work } from './work.ts'

/** What the door for writing is given when the house opens. */
export interface ActHouse {
  readonly db: Database
  readonly sealer: Sealer
  readonly mode: Mode
  readonly plans: PlanShelf
  readonly campaigns: CampaignShelf
  readonly examples: ExampleShelf
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
  readonly plans: Map<PlanHash, EffectivePlan>
  /** Streams that were looked for, as `kind/id`: one that was not found is not there. */
  readonly looked: Set<string>
  /** Events whose notices and reactions have been seen to. */
  followed: number
}

/** `refs` were looked for and are in `loaded` where they exist; `commands` will be given. */
export async function openDesk(
  house: ActHouse,
  tx: Tx,
  { loaded, refs }: { loaded: Loaded; refs: readonly StreamRef[] },
  commands: readonly Command[],
): Promise<Desk> {
  const desk: Desk = { house, tx, work: startWork(), plans: new Map(), looked: new Set(), followed: 0 }
  await take(desk, loaded, refs)
  await knowPlans(desk, commands.map(planNamed))
  return desk
}

/** Loads the streams that `commands` are for, as far as nobody looked for them yet, and the plans they name: one statement. */
export async function bring(desk: Desk, commands: readonly Command[]): Promise<void> {
  const refs = refsOf(commands).filter(
    ({ kind, stream }) => !desk.looked.has(`${kind}/${stream}`) && !desk.work.knows(kind, stream),
  )
  if (refs.length > 0) {
    const loaded = await load(desk.tx, desk.house.sealer, {
      commands: [],
      streams: refs,
      campaigns: [],
      persons: [],
    })
    await take(desk, loaded, refs)
  }
  await knowPlans(desk, commands.map(planNamed))
}

async function take(desk: Desk, loaded: Loaded, refs: readonly StreamRef[]): Promise<void> {
  desk.work.take(loaded)
  for (const { kind, stream } of refs) desk.looked.add(`${kind}/${stream}`)
  const opened = loaded.streams.flatMap(
    ({ kind, stream }) => desk.work.find(kind as StreamKind, stream) ?? [],
  )
  await knowPlans(desk, opened.map(planPinned))
}

/** Plans of these hashes, for deciding under them; what is on no shelf stays unknown. */
export async function knowPlans(desk: Desk, hashes: readonly (PlanHash | undefined)[]): Promise<void> {
  for (const hash of hashes) {
    if (hash === undefined || desk.plans.has(hash)) continue
    const plan = await desk.house.plans.find(hash)
    if (plan) desk.plans.set(hash, plan)
  }
}

function planNamed(command: Command): PlanHash | undefined {
  return streams[command.stream.kind].planNamed(command)
}

function planPinned(open: Open): PlanHash | undefined {
  return streams[open.kind].pinned(open.state)
}

/** The plan a command is decided under: the stream's own for ever, else the one the command names, else any. */
export function findPlanFor(desk: Desk, command: Command): EffectivePlan | undefined {
  const open = desk.work.find(command.stream.kind, command.stream.id)
  const hash = (open && planPinned(open)) ?? planNamed(command)
  return hash === undefined ? desk.house.builtIn : desk.plans.get(hash)
}

/** The plan a stream is handled under; any for a kind that no plan rules. */
export function planOf(desk: Desk, open: Open): EffectivePlan {
  const hash = planPinned(open)
  const plan = hash === undefined ? desk.house.builtIn : desk.plans.get(hash)
  if (!plan) throw new Error(`the plan of ${open.kind} ${open.id} is not on the shelf`)
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
