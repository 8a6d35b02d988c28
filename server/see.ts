// The one door for reading: screens, lists, search, live streams and forms get their content here and nowhere else, so there is
// one place where a tier can leak, and one to test. Scope and view are core/access; SQL is server/store.

import { type Actor, incidentThing } from '#core/access/actor.ts'
import { allowedTypes } from '#core/access/allowed.ts'
import { type Scope, scope, seesRow } from '#core/access/scope.ts'
import { toldTo, view } from '#core/access/view.ts'
import { THE_PLAN } from '#core/basics/stream.ts'
import { lineOf } from '#core/basics/tier.ts'
import { awaits } from '#core/incident/awaits.ts'
import { limits, type RunningLimit } from '#core/incident/limits.ts'
import type { Incident } from '#core/incident/state.ts'
import type { NoticeState } from '#core/notice/notice.ts'
import { type EffectivePlan, ownLayer, type PlanHash } from '#core/plan/effective.ts'
import { streams } from '#core/streams.ts'
import { findPlanInForce } from '#core/who/campaign.ts'
import type {
  Change,
  Contact,
  IncidentList,
  IncidentRow,
  IncidentView,
  Kit,
  LimitView,
  Overview,
  ToldView,
} from '#core/wire/view.ts'
import { filesOf } from './files.ts'
import type { PlanShelf } from './plan-shelf.ts'
import { openSeeBooks, type SeeBooks } from './see-books.ts'
import type { Database } from './store/database.ts'
import { currentPlace, type News, tokenOf } from './store/follow.ts'
import { type HeardRow, rowsForAll, thingByNotice } from './store/heard.ts'
import {
  findCampaign,
  isConcerned,
  listAlike,
  listContacts,
  listIncidents,
  listNotices,
  namesOf,
  openByPlace,
  placesHeardOf,
  rowFor,
  unitsAt,
  unitsBelow,
} from './store/lists.ts'
import { findStream } from './store/load.ts'
import type { Sealer } from './store/seal.ts'

/** Most lines a list answers at once; a county's day has far fewer. */
const MOST_ROWS = 500

export interface See extends SeeBooks {
  /** Incidents in the actor's scope, newest change first, and where to follow from. */
  incidents(actor: Actor, filter: { open: boolean }): Promise<IncidentList>
  /** One incident as this actor may see it; undefined when there is none for him, whether or not it exists. */
  incident(actor: Actor, id: string): Promise<IncidentView | undefined>
  /** Every school below the actor's unit, one cell each. */
  overview(actor: Actor): Promise<Overview>
  /** What a device needs at hand without a network. */
  kit(actor: Actor): Promise<Kit>
  /** A pinned plan by its hash. Plans are public to everybody who is signed in. */
  plan(hash: PlanHash): Promise<EffectivePlan | undefined>
  /**
   * What of `news` each actor may hear of, as changes of things he may see: read once, asked for every listener. One change
   * per thing, in the order of its last event, with the token of that event: resuming after any of them misses nothing.
   */
  changes(news: readonly News[]): Promise<(actor: Actor) => Change[]>
}

export function openSee(house: {
  readonly db: Database
  readonly sealer: Sealer
  readonly plans: PlanShelf
}): See {
  const { db, sealer, plans } = house
  const books = openSeeBooks(house)

  /** @throws Error for an actor of a campaign that does not exist: a fault, not an empty screen. */
  const campaignOf = async ({ campaign }: Actor) => {
    const found = await findCampaign(db, campaign)
    if (!found) throw new Error(`campaign ${campaign} is not in the database`)
    return found
  }

  return {
    ...books,

    async incidents(actor, filter) {
      // The place is read first: what is committed between the two is told again rather than missed.
      const token = tokenOf(await currentPlace(db))
      const { now } = await campaignOf(actor)
      return { asOf: now, token, ...(await listIncidents(db, scope(actor), { ...filter, most: MOST_ROWS })) }
    },

    async incident(actor, id) {
      const found = await findStream(db, sealer, { kind: 'incident', stream: id })
      if (!found) return undefined
      let state: unknown = streams.incident.initial
      for (const event of found.events) state = streams.incident.evolve(state, { ...event, stream: id })
      const concerned = await isConcerned(db, actor.person, 'incident', id)
      const incident = view(actor, state as Incident, { concerned })
      if (!incident) return undefined
      const plan = await plans.find(incident.plan)
      if (!plan) throw new Error(`the plan of incident ${id} is not on the shelf`)
      const told = toldTo(
        actor,
        (await listNotices(db, id)).map(({ notice, state }) => toldView(notice, state)),
      )
      const [unit] = await unitsAt(db, [incident.unit])
      return {
        incident,
        limits: limits(incident, plan).map(limitView),
        awaits: awaits(incident, plan),
        told,
        people: await peopleOf(incident, told),
        may: allowedTypes(actor, 'incident', incidentThing(state as Incident, plan, concerned)),
        files: await filesOf(db, id, incident.files),
        plan: { hash: plan.hash, version: ownLayer(plan).version, title: ownLayer(plan).title },
        unitName: unit?.name ?? { zh: incident.unit, en: incident.unit },
        similar: await listAlike(db, scope(actor), incident.scenario, id, 5),
        examples: await books.examplesAt(actor, incident.unit, incident.scenario),
      }
    },

    async overview(actor) {
      const token = tokenOf(await currentPlace(db))
      const { now, state } = await campaignOf(actor)
      const schools = (await unitsBelow(db, actor.unit)).filter((unit) => unit.tier === 'school')
      const open = await openByPlace(db, scope(actor))
      const heardOf = await placesHeardOf(db, scope(actor))
      return {
        asOf: now,
        token,
        schools: schools.map((school) => {
          const there = open.get(school.path)
          return {
            unit: school.path,
            name: school.name,
            order: school.order,
            state: there ? 'incident' : heardOf.has(school.path) ? 'settled' : 'unreported',
            open: there?.open ?? 0,
            ...(there ? { worst: worstOf(there.worst) } : {}),
          }
        }),
        seats: schools
          .flatMap((school) => state.rooms[school.path] ?? [])
          .reduce((sum, room) => sum + room.seats, 0),
      }
    },

    async kit(actor) {
      const campaign = await campaignOf(actor)
      const hash = findPlanInForce(campaign.state, actor.unit)
      const plan = hash === undefined ? undefined : await plans.find(hash)
      if (!plan) throw new Error(`no plan is in force for ${actor.unit} in campaign ${actor.campaign}`)
      const above = lineOf(actor.unit)
      const below = actor.tier === 'school' ? [] : await unitsBelow(db, actor.unit)
      const paths = [...new Set([...above, ...below.map((unit) => unit.path)])]
      return {
        asOf: campaign.now,
        plan,
        contacts: contactsFor(actor, plan, await listContacts(db, actor.campaign, paths, campaign.now)),
        units: await unitsAt(db, paths),
        rooms: paths.flatMap((unit) => (campaign.state.rooms[unit] ?? []).map((room) => ({ ...room, unit }))),
        examples: await books.examplesAt(actor, actor.unit),
      }
    },

    plan: (hash) => plans.find(hash),

    async changes(news) {
      const notices = news.filter((one) => one.kind === 'notice').map((one) => one.stream)
      const thingOf = notices.length === 0 ? new Map<string, string>() : await thingByNotice(db, notices)
      const last = new Map<string, { kind: 'incident' | 'notice'; token: string }>()
      for (const one of news) {
        const id = one.kind === 'incident' ? one.stream : thingOf.get(one.stream)
        if (id === undefined) continue
        const kind = one.kind === 'incident' || last.get(id)?.kind === 'incident' ? 'incident' : 'notice'
        last.delete(id)
        last.set(id, { kind, token: tokenOf(one.at) })
      }
      const rows = last.size === 0 ? [] : await rowsForAll(db, [...last.keys()])
      const byId = new Map(rows.map((heard) => [heard.listed.row.id, heard]))
      // A thing out of sight is not mentioned at all: that something changed there is itself a leak.
      return (actor) => {
        const sight = scope(actor)
        return [...last].flatMap(([id, { kind, token }]) => {
          const heard = byId.get(id)
          return heard && isHeard(sight, heard)
            ? [{ token, kind, stream: id, row: rowFor(sight, heard.listed) }]
            : []
        })
      }
    },
  }

  async function peopleOf(incident: Incident, told: readonly ToldView[]): Promise<IncidentView['people']> {
    const kinds = new Map<string, string | undefined>()
    // Neither the plan nor somebody whose name is withheld is a person to look up.
    for (const { by } of [{ by: incident.reporter }, ...incident.entries])
      if (by.person !== THE_PLAN.person && by.person !== '') kinds.set(by.person, by.postKind)
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

/** The rule of lists, for one row in memory. */
function isHeard(sight: Scope, { listed: { row }, campaign, reporter, concerned }: HeardRow): boolean {
  return seesRow(sight, {
    kind: 'incident',
    unit: row.unit,
    campaign,
    confined: row.confined,
    reporter,
    concerned: concerned.has(sight.person),
  })
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
  const { limit, startedAt, dueAt, stoppedAt, kept, claimed, undone, nextRung } = running
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
    ...(nextRung === undefined ? {} : { next: { post: nextRung.tells, who: nextRung.who, at: nextRung.at } }),
  }
}

/** Outsiders and keepers are given the duty desks of their line and their own unit's heads, not everybody's number. */
function contactsFor(actor: Actor, plan: EffectivePlan, contacts: readonly Contact[]): readonly Contact[] {
  if (!scope(actor).ownOnly) return contacts
  const desks = new Set<string>(Object.values(plan.desks))
  return contacts.filter((contact) => contact.person === actor.person || desks.has(contact.postKind))
}

function worstOf(row: IncidentRow): NonNullable<Overview['schools'][number]['worst']> {
  const dueAt = row.awaits.reduce<number | undefined>(
    (first, one) =>
      one.dueAt !== undefined && (first === undefined || one.dueAt < first) ? one.dueAt : first,
    undefined,
  )
  return {
    id: row.id,
    scenario: row.scenario,
    eventLevel: row.eventLevel,
    responseLevel: row.responseLevel,
    ...(dueAt === undefined ? {} : { dueAt }),
  }
}
