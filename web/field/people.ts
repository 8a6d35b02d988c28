// Who holds which post near a unit, from the contacts of the kit: persons behind the posts that plans name.
// Pure; works without a network.

import { findAncestor, type UnitPath } from '#core/basics/tier.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { Contact, Kit } from '#core/wire/view.ts'

/** Holders of a post of the plan as seen from `unit`: same room first, holders before substitutes. */
export function holdersOf(
  kit: Pick<Kit, 'contacts'>,
  plan: EffectivePlan,
  postKind: string,
  unit: UnitPath,
  room?: string,
): readonly Contact[] {
  const tier = plan.posts[postKind]?.tier
  if (tier === undefined) return []
  const home = findAncestor(unit, tier)
  return kit.contacts
    .filter((contact) => contact.postKind === postKind && contact.unit === home)
    .filter((contact) => room === undefined || contact.room === undefined || contact.room === room)
    .sort((a, b) => Number(a.substitute) - Number(b.substitute))
}

/** The one to call for a post; undefined when nobody holds it. */
export function findHolder(
  kit: Kit,
  plan: EffectivePlan,
  postKind: string,
  unit: UnitPath,
  room?: string,
): Contact | undefined {
  return holdersOf(kit, plan, postKind, unit, room)[0]
}

/** Tells contacts apart in lists where one person holds several posts. */
export function contactKey(contact: Contact): string {
  return `${contact.person} ${contact.postKind} ${contact.unit} ${contact.room ?? ''}`
}

/** Digits only, as the phone dials. */
export function dialled(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`
}
