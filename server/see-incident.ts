// Reading incidents: lists of them, and one as its actor may see it with everything that stands around it. Part of the one door for
// reading. What of an incident somebody may read is core/access/view.ts; SQL is server/store.

import { type Actor, incidentThing } from '#core/access/actor.ts'
import { allowedTypes } from '#core/access/allowed.ts'
import { awaitsFor } from '#core/access/awaits-for.ts'
import { scope } from '#core/access/scope.ts'
import { toldTo, view } from '#core/access/view.ts'
import { THE_PLAN } from '#core/basics/stream.ts'
import { type Tier, tierOf } from '#core/basics/tier.ts'
import { limits, type RunningLimit } from '#core/incident/limits.ts'
import { obligations } from '#core/incident/obligations.ts'
import type { Incident } from '#core/incident/state.ts'
import type { NoticeState } from '#core/notice/notice.ts'
import { type EffectivePlan, namedLayers, ownLayer } from '#core/plan/effective.ts'
import type { IncidentList, IncidentView, LimitView, ToldView } from '#core/wire/view.ts'
import { filesOf } from './files.ts'
import { twiceOf } from './see-alike.ts'
import type { SeeBooks } from './see-books.ts'
import { campaignOf, foldOf, nameUnits, type SeeHouse } from './see-house.ts'
import { currentPlace, tokenOf } from './store/follow.ts'
import { isConcerned, listAlike, listByIds, listIncidents, listNotices, namesOf } from './store/lists.ts'
import { findStream } from './store/load.ts'

/** Most lines a list answers at once; a county's day has far fewer. */
const MOST_ROWS = 500
const MOST_SIMILAR = 5

export interface SeeIncidents {
  /** Incidents in the actor's scope, newest change first, and where to follow from. */
  incidents(actor: Actor, filter: { open: boolean }): Promise<IncidentList>
  /** One incident as this actor may see it; undefined when there is none for him, whether or not it exists. */
  incident(actor: Actor, id: string): Promise<IncidentView | undefined>
}

export function openSeeIncidents(house: SeeHouse, books: Pick<SeeBooks, 'examplesAt'>): SeeIncidents {
  const { db, sealer, plans } = house

  return {
    async incidents(actor, filter) {
      // The place is read first: what is committed between the two is told again rather than missed.
      const token = tokenOf(await currentPlace(db))
      const { now } = await campaignOf(db, actor)
      return { asOf: now, token, ...(await listIncidents(db, scope(actor), { ...filter, most: MOST_ROWS })) }
    },

    async incident(actor, id) {
      const found = await findStream(db, sealer, { kind: 'incident', stream: id })
      if (!found) return undefined
      const whole = foldOf('incident', found) as Incident
      const concerned = await isConcerned(db, actor.person, 'incident', id)
      const incident = view(actor, whole, { concerned })
      if (!incident) return undefined
      const plan = await plans.find(incident.plan)
      if (!plan) throw new Error(`the plan of incident ${id} is not on the shelf`)
      const told = toldTo(
        actor,
        (await listNotices(db, 'incident', id)).map(({ notice, state }) => toldView(notice, state)),
      )
      const unitName = await nameUnits(db, [incident.unit])
      const sight = scope(actor)
      return {
        incident,
        limits: limits(incident, plan).map(limitView),
        // From the whole: with parts left out, duties that are done would look owed.
        awaits: awaitsFor(actor, whole, plan),
        owed: sight.ownOnly ? [] : obligations(whole, plan),
        told,
        people: await peopleOf(incident, told),
        may: allowedTypes(actor, 'incident', incidentThing(whole, plan, concerned)),
        plan: planView(plan, tierOf(incident.unit)),
        unitName: unitName(incident.unit),
        similar: await listAlike(db, sight, incident.scenario, id, MOST_SIMILAR),
        examples: await books.examplesAt(actor, incident.unit, incident.scenario),
        files: await filesOf(db, actor, id, incident),
        ...(await tiesOf(actor, incident)),
        twice: await twiceOf(house, actor, incident),
      }
    },
  }

  /** What it stands under, and what stands under it, as far as the actor sees those too. */
  async function tiesOf(
    actor: Actor,
    { joinedTo, tookIn }: Incident,
  ): Promise<Pick<IncidentView, 'under' | 'members'>> {
    const ids = [joinedTo?.incident, ...tookIn.map((one) => one.incident)].flatMap((id) => id ?? [])
    if (ids.length === 0) return { members: [] }
    const rows = await listByIds(db, scope(actor), ids)
    const under = rows.find((row) => row.id === joinedTo?.incident)
    const members = tookIn.flatMap(({ incident }) => rows.find((row) => row.id === incident) ?? [])
    return under ? { under, members } : { members }
  }

  async function peopleOf(incident: Incident, told: readonly ToldView[]): Promise<IncidentView['people']> {
    const kinds = new Map<string, string | undefined>()
    // Neither the plan nor somebody whose name is withheld is a person to look up.
    for (const { by } of [{ by: incident.reporter }, ...incident.entries])
      if (by.person !== THE_PLAN.person && by.person !== '') kinds.set(by.person, by.postKind)
    for (const { person, post } of incident.tasks)
      if (person !== undefined && !kinds.has(person)) kinds.set(person, post)
    for (const { persons, postKind } of told)
      for (const { id } of persons) if (!kinds.has(id)) kinds.set(id, postKind)
    const names = await namesOf(db, [...kinds.keys()])
    return Object.fromEntries(
      names.map(({ person, name, phone }) => {
        const postKind = kinds.get(person)
        return [
          person,
          {
            name: name ?? '',
            ...(phone === null ? {} : { phone }),
            ...(postKind === undefined ? {} : { postKind }),
          },
        ]
      }),
    )
  }
}

function planView(plan: EffectivePlan, tier: Tier): IncidentView['plan'] {
  const { version, title } = ownLayer(plan)
  const layers = namedLayers(plan, tier).map((layer) => ({
    tier: plan.tiers[layer.kind].name,
    version: layer.version,
  }))
  return { hash: plan.hash, version, title, layers }
}

function toldView(notice: string, state: NoticeState): ToldView {
  const first = state.told[0]
  if (!first || state.postKind === undefined || state.unit === undefined)
    throw new Error(`notice ${notice} was never told`)
  return {
    notice,
    postKind: state.postKind,
    unit: state.unit,
    what: state.told[state.told.length - 1]?.what ?? first.what,
    toldAt: first.at,
    urgent: state.told.some((telling) => telling.urgent),
    persons: state.persons.map((id) => {
      const seenAt = state.seen[id]
      const confirmedAt = state.confirmed[id]
      const who = state.told.find((telling) => telling.persons.includes(id))?.who ?? 'holder'
      return {
        id,
        who,
        ...(seenAt === undefined ? {} : { seenAt }),
        ...(confirmedAt === undefined ? {} : { confirmedAt }),
      }
    }),
  }
}

function limitView(running: RunningLimit): LimitView {
  const { limit, startedAt, dueAt, stoppedAt, kept, claimed, undone, carried, struck, nextRung } = running
  return {
    limit: limit.id,
    name: limit.name,
    clause: limit.clause,
    owedBy: limit.owedBy,
    startedAt,
    dueAt,
    ...(stoppedAt === undefined ? {} : { stoppedAt }),
    ...(kept === undefined ? {} : { kept }),
    ...(claimed === undefined ? {} : { claimed }),
    ...(undone === undefined ? {} : { undone }),
    ...(carried === undefined ? {} : { carried }),
    ...(struck === undefined ? {} : { struck }),
    ...(nextRung === undefined ? {} : { next: { post: nextRung.tells, who: nextRung.who, at: nextRung.at } }),
  }
}
