// Reading proposals of likeness: a county's spread (A2), and reports of one school that may be one matter. Part of the one door
// for reading; who sees a spread is core/access/sent.ts, SQL is server/store.

import type { Actor } from '#core/access/actor.ts'
import { allowedTypes } from '#core/access/allowed.ts'
import { scope } from '#core/access/scope.ts'
import { seesSpread } from '#core/access/sent.ts'
import { twiceId } from '#core/alike/alike-ids.ts'
import { isProposed, type SpreadState } from '#core/alike/spread.ts'
import type { PairState } from '#core/alike/twice.ts'
import { DAY, MINUTE } from '#core/basics/instant.ts'
import type { Incident } from '#core/incident/state.ts'
import type { SpreadList, SpreadView, TwiceView } from '#core/wire/view.ts'
import { campaignOf, foldOf, nameUnits, type SeeHouse } from './see-house.ts'
import { currentPlace, tokenOf } from './store/follow.ts'
import { listByIds } from './store/lists.ts'
import { findStreams } from './store/load.ts'
import { listSpreads, pairsOf } from './store/sent-lists.ts'

export interface SeeAlike {
  /** Spreads in the actor's counties that wait for a word or got one today, newest first. */
  spreads(actor: Actor): Promise<SpreadList>
}

export function openSeeAlike({ db, sealer }: Pick<SeeHouse, 'db' | 'sealer'>): SeeAlike {
  return {
    async spreads(actor) {
      const token = tokenOf(await currentPlace(db))
      const { now, state } = await campaignOf(db, actor)
      const zone = (state.campaign?.zoneMinutes ?? 0) * MINUTE
      const today = now - ((now + zone) % DAY)
      const rows = (await listSpreads(db, actor.campaign, actor.unit, today)).filter(({ county }) =>
        seesSpread(actor, county),
      )
      const ids = rows.map(({ stream }) => stream)
      const found = new Map(
        (await findStreams(db, sealer, 'spread', ids)).map((one) => [
          one.stream,
          foldOf('spread', one) as SpreadState,
        ]),
      )
      const unitName = await nameUnits(db, [
        ...rows.map(({ county }) => county),
        ...[...found.values()].flatMap(({ members }) => members.map(({ unit }) => unit)),
      ])
      const spreads = ids.flatMap((id): SpreadView[] => {
        const spread = found.get(id)
        const view = spread && spreadView(actor, id, spread, unitName)
        return view ? [view] : []
      })
      return { asOf: now, token, spreads }
    },
  }
}

/** Undefined for an episode that was never proposed. */
function spreadView(
  actor: Actor,
  id: string,
  state: SpreadState,
  unitName: (unit: string) => SpreadView['countyName'],
): SpreadView | undefined {
  const { field, proposedAt, joined, declined, members, parted } = state
  if (!field || proposedAt === undefined) return undefined
  const { county, scenario, campaign } = field
  const waits = isProposed(state)
  return {
    id,
    county,
    countyName: unitName(county),
    scenario,
    proposedAt,
    schools: members.map(({ unit, incident, reportedAt }) => ({
      unit,
      name: unitName(unit),
      incident,
      reportedAt,
      parted: parted.includes(incident),
    })),
    ...(joined === undefined ? {} : { joined: { at: joined.at, incident: joined.incident } }),
    ...(declined === undefined || waits
      ? {}
      : {
          declined: {
            at: declined.at,
            ...(declined.reason === undefined ? {} : { reason: declined.reason }),
          },
        }),
    may: allowedTypes(actor, 'spread', { exists: true, unit: county, campaign }).filter((type) =>
      type === 'PartSchool' ? joined !== undefined : waits,
    ),
  }
}

const STILL_TO_DO: Readonly<Record<PairState, readonly string[]>> = {
  proposed: ['JoinTwice', 'RefuseTwice'],
  joined: ['PartTwice'],
  refused: ['JoinTwice'],
  parted: ['JoinTwice'],
}

/** Pairs that `incident` is one of, where the actor may see the other one too. */
export async function twiceOf(
  { db }: Pick<SeeHouse, 'db'>,
  actor: Actor,
  incident: Pick<Incident, 'id' | 'unit' | 'campaign' | 'scenario'>,
): Promise<TwiceView[]> {
  const sight = scope(actor)
  // Whoever is let in for his own part decides nothing here, and the other report may name him.
  if (sight.ownOnly) return []
  const { id, unit, campaign, scenario } = incident
  const stream = twiceId(campaign, unit, scenario)
  const pairs = (await pairsOf(db, stream)).filter((pair) => pair.first === id || pair.second === id)
  if (pairs.length === 0) return []
  const others = pairs.map((pair) => (pair.first === id ? pair.second : pair.first))
  const seen = new Set((await listByIds(db, sight, others)).map((row) => row.id))
  const allowed = allowedTypes(actor, 'twice', { exists: true, unit, campaign })
  return pairs
    .filter((_, nth) => seen.has(others[nth] ?? ''))
    .map(({ first, second, state, at }) => ({
      stream,
      first,
      second,
      state,
      at,
      may: allowed.filter((type) => STILL_TO_DO[state].includes(type)),
    }))
}
