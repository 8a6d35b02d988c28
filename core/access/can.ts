// May this actor give this command about this thing? Reads the table and nothing else. `can` does not ask whether
// the deed makes sense, `decide` does not ask whether one may; act asks both. Where the sense of a deed hangs on the
// doer's tier (nobody answers his own question, a grade is lowered from above), that is `decide`'s to refuse.

import { type Refusal, refuse } from '../basics/refusal.ts'
import { isAtOrAbove, isWithin, TIERS, type Tier, tierOf } from '../basics/tier.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import type { Post } from '../plan/layer.ts'
import type { Actor, Deed, Thing } from './actor.ts'
import { rowOf, scope, seesRow } from './scope.ts'
import { ACCESS, ENDING, type Grant, type Place } from './table.ts'

export type Permission = { readonly allowed: true } | { readonly refused: Refusal }

/**
 * Allowed, or refused: `not-found` when the actor may not even know of the thing, `command.unknown` when nobody may
 * give it, else `not-allowed` with the posts of `posts` (the plan's) whose holder could, nearest tier first.
 */
export function can(actor: Actor, deed: Deed, thing: Thing, posts: EffectivePlan['posts'] = {}): Permission {
  const grants = findGrants(deed)
  if (!grants) return refuse('command.unknown')
  // Who reports needs no sight of what is not there yet; everyone else is told nothing of what he may not see.
  if (deed.kind === 'incident' && (deed.type !== 'Report' || thing.exists) && actor.role !== 'plan') {
    if (!seesRow(scope(actor), rowOf('incident', thing))) return refuse('not-found')
  }
  const places = placesOf(actor, thing)
  const listed = grants.some(
    (row) => row.roles.includes(actor.role) && row.places.some((place) => places.includes(place)),
  )
  if (listed && mayEnd(actor.tier, deed, thing)) return { allowed: true }
  const whoCould = postsThatCould(grants, deed, thing, posts)
  return refuse('not-allowed', whoCould.length === 0 ? {} : { whoCould })
}

/** The grants of a command; undefined when no stream has it. */
function findGrants(deed: Deed): readonly Grant[] | undefined {
  const rows: Readonly<Record<string, readonly Grant[]>> = ACCESS[deed.kind]
  return Object.keys(rows).includes(deed.type) ? rows[deed.type] : undefined
}

function placesOf(actor: Actor, thing: Thing): readonly Place[] {
  if (thing.campaign !== undefined && thing.campaign !== actor.campaign) return ['anywhere']
  const places: Place[] = ['anywhere']
  if (thing.unit === actor.unit) places.push('own')
  else if (isWithin(thing.unit, actor.unit)) places.push('below')
  if (thing.concerned || thing.reporter === actor.person) places.push('named')
  return places
}

/** Whose word the end of an incident needs is the plan's to say; where it is not said, nobody's is enough. */
function mayEnd(tier: Tier, deed: Deed, thing: Thing): boolean {
  if (deed.kind !== 'incident' || !ENDING.has(deed.type)) return true
  return thing.endingTier !== undefined && isAtOrAbove(tier, thing.endingTier)
}

/** Posts of the lowest tier whose holder could do it, without those beside the line. */
function postsThatCould(
  grants: readonly Grant[],
  deed: Deed,
  thing: Thing,
  posts: EffectivePlan['posts'],
): readonly string[] {
  const able = Object.values(posts).filter(
    (post) => !post.beside && mayEnd(post.tier, deed, thing) && covers(grants, post, thing),
  )
  const lowest = TIERS.find((tier) => able.some((post) => post.tier === tier))
  return able.filter((post) => post.tier === lowest).map((post) => post.id)
}

/** Would a holder of this post in the thing's line be let in? A confined thing has nobody at the school. */
function covers(grants: readonly Grant[], post: Post, thing: Thing): boolean {
  const own = tierOf(thing.unit)
  if (!isAtOrAbove(post.tier, own) || (thing.confined && post.tier === 'school')) return false
  const place: Place = post.tier === own ? 'own' : 'below'
  return grants.some((row) => row.roles.includes(post.role) && row.places.includes(place))
}
