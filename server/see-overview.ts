// Reading what lies around incidents: every school one cell, and what a device needs at hand without a network. Part of the one
// door for reading; scope is core/access, SQL is server/store.

import type { Actor } from '#core/access/actor.ts'
import { scope } from '#core/access/scope.ts'
import { lineOf } from '#core/basics/tier.ts'
import type { EffectivePlan, PlanHash } from '#core/plan/effective.ts'
import { findPlanInForce } from '#core/who/campaign.ts'
import type { Contact, IncidentRow, Kit, Overview } from '#core/wire/view.ts'
import type { SeeBooks } from './see-books.ts'
import { campaignOf, type SeeHouse } from './see-house.ts'
import { currentPlace, tokenOf } from './store/follow.ts'
import { figuresIn, listContacts, openByPlace, placesHeardOf, unitsAt, unitsBelow } from './store/lists.ts'

export interface SeeOverview {
  /** Every school below the actor's unit, one cell each, and how much of what was reported is known to be true. */
  overview(actor: Actor): Promise<Overview>
  /** What a device needs at hand without a network. */
  kit(actor: Actor): Promise<Kit>
  /** A pinned plan by its hash. Plans are public to everybody who is signed in. */
  plan(hash: PlanHash): Promise<EffectivePlan | undefined>
}

export function openSeeOverview(
  { db, plans }: Pick<SeeHouse, 'db' | 'plans'>,
  books: Pick<SeeBooks, 'examplesAt'>,
): SeeOverview {
  return {
    async overview(actor) {
      const token = tokenOf(await currentPlace(db))
      const { now, state } = await campaignOf(db, actor)
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
        figures: await figuresIn(db, scope(actor)),
        seats: schools
          .flatMap((school) => state.rooms[school.path] ?? [])
          .reduce((sum, room) => sum + room.seats, 0),
      }
    },

    async kit(actor) {
      const campaign = await campaignOf(db, actor)
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
