// What every part of the door for reading works with: the house behind it, the actor's campaign, names for what is shown.
// Who may see what is core/access; which subject is read where say the names of the see-….ts files.

import type { Actor } from '#core/access/actor.ts'
import type { Text } from '#core/basics/text.ts'
import type { UnitPath } from '#core/basics/tier.ts'
import { type StreamKind, streams } from '#core/streams.ts'
import type { CampaignState } from '#core/who/campaign.ts'
import type { PlanShelf } from './plan-shelf.ts'
import type { Database } from './store/database.ts'
import { findCampaign, namesOf, unitsAt } from './store/lists.ts'
import type { LoadedStream } from './store/load.ts'
import type { Sealer } from './store/seal.ts'

export interface SeeHouse {
  readonly db: Database
  readonly sealer: Sealer
  readonly plans: PlanShelf
}

/** @throws Error for an actor of a campaign that does not exist: a fault, not an empty screen. */
export async function campaignOf(
  db: Pick<Database, 'query'>,
  { campaign }: Pick<Actor, 'campaign'>,
): Promise<{ state: CampaignState; now: number; rate: number }> {
  const found = await findCampaign(db, campaign)
  if (!found) throw new Error(`campaign ${campaign} is not in the database`)
  return found
}

/** The names of units; a unit that nobody established is called by its path. */
export async function nameUnits(
  db: Pick<Database, 'query'>,
  paths: readonly UnitPath[],
): Promise<(path: UnitPath) => Text> {
  const names = new Map((await unitsAt(db, [...new Set(paths)])).map(({ path, name }) => [path, name]))
  return (path) => names.get(path) ?? { zh: path, en: path }
}

/** The names of persons; empty where the name is gone with its key. */
export async function namePersons(
  db: Pick<Database, 'query'>,
  persons: readonly string[],
): Promise<(person: string) => string> {
  const names = new Map((await namesOf(db, [...new Set(persons)])).map((one) => [one.person, one.name]))
  return (person) => names.get(person) ?? ''
}

/** The state that a stream's events have made. */
export function foldOf(kind: StreamKind, found: LoadedStream): unknown {
  const stream = streams[kind]
  return found.events.reduce(
    (state, event) => stream.evolve(state, { ...event, stream: found.stream }),
    stream.initial,
  )
}
