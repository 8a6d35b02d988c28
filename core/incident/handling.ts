// The procedure of B1–B3, read from the plan and from nothing else: who handles, who asks whom, whose word is needed even with
// an example, who decides and ends it. No level and no tier is known here by name; another region's rule is another plan.

import { type Refusal, refuse } from '../basics/refusal.ts'
import { isAtOrAbove, TIERS, type Tier, tierAbove, tierBelow, tierOf } from '../basics/tier.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import type { EventLevel } from '../plan/grade-types.ts'
import type { Handling } from '../plan/layer.ts'
import { endingTier, findGrade, findHandling, findPost, hasExample, isHead } from './look-up.ts'
import type { Incident } from './state.ts'

/** The tier that brings this incident to its end: that of its level, and none below its own unit. */
export function endsAt(state: Incident, plan: EffectivePlan): Tier {
  return higher(endingTier(handlingNow(state, plan)), tierOf(state.unit))
}

/** The row for the level in force. */
export function handlingNow(state: Incident, plan: EffectivePlan): Handling | undefined {
  return findHandling(plan, findGrade(state)?.eventLevel)
}

/** B7, B8: a decision made together stands, and by the plan it settles the question of B1–B3. */
export function isDecidedTogether(state: Incident, plan: EffectivePlan): boolean {
  return state.joint.some(
    (one) => one.complete && plan.jointDecisions.some((kind) => kind.id === one.kind && kind.settles),
  )
}

/** The question of B1–B3: which tier has to ask, and whose instruction settles it. */
export interface Question {
  readonly by: Tier
  readonly of: Tier
}

/**
 * The question that the level in force puts, as long as it is not settled: by an example or a decision made together where
 * agreement is wanted only without one, in any case by an instruction that came down from the tier asked or from above it.
 */
export function findQuestion(state: Incident, plan: EffectivePlan): Question | undefined {
  const handling = handlingNow(state, plan)
  if (!handling) return undefined
  // Joined with others of its kind it is asked about there, once for all of them (A2).
  if (state.joinedTo?.as === 'spread') return undefined
  const own = tierOf(state.unit)
  const of = higher(handling.asks, handling.decidedBy)
  // A tier's own incident is not asked about below it, nor of itself.
  if (isAtOrAbove(own, of)) return undefined
  const byItself = hasExample(state, plan) || isDecidedTogether(state, plan)
  if (handling.agreement === 'without-example' && byItself) return undefined
  const told = state.answers.some(
    ({ fromTier, toTier }) => isAtOrAbove(fromTier, of) && !isAtOrAbove(toTier, of),
  )
  if (told) return undefined
  const asker = higher(handling.proposedBy ?? handling.handledBy, own)
  return { by: isAtOrAbove(asker, of) ? tierBelow(of) : asker, of }
}

/**
 * Whom a tier asks when it names nobody: the next one above (B5). The tier that handles or proposes asks whom the plan names
 * for the level in force, the tier that decides may consult whom it names, when that is higher. Undefined at the top.
 */
export function askedTier(state: Incident, plan: EffectivePlan, from: Tier): Tier | undefined {
  const above = tierAbove(from)
  const handling = handlingNow(state, plan)
  if (!above || !handling) return above
  const asks = from === handling.handledBy || from === handling.proposedBy
  const named = asks && !isAtOrAbove(from, handling.asks) ? handling.asks : consulted(handling, from)
  return named && isAtOrAbove(named, above) && !isOutOfReach(from, named) ? named : above
}

function consulted({ decidedBy, mayConsult }: Handling, from: Tier): Tier | undefined {
  return from === decidedBy ? mayConsult : undefined
}

/**
 * Why a tier may not be chosen: it must lie above `above`; and the top of the line is turned to only by a person of the tier
 * below it (E4). Undefined where it may.
 */
export function findTierRefusal(
  plan: EffectivePlan,
  from: Tier,
  to: Tier,
  above: Tier = from,
): { readonly refused: Refusal } | undefined {
  if (isAtOrAbove(above, to)) return refuse('tier.not-above', { field: 'tier' })
  if (isOutOfReach(from, to)) {
    return refuse('tier.nation', { field: 'tier', whoCould: [plan.desks[tierBelow(to)]] })
  }
  return undefined
}

function isOutOfReach(from: Tier, to: Tier): boolean {
  return isTop(to) && !isAtOrAbove(from, tierBelow(to))
}

/**
 * Tiers above the lowest that an incident of this level concerns from the first word on: the first of them in any case, the
 * others up to the one that ends it. Never the top: nobody is turned to there without a person's word (E4).
 */
export function concernedTiers(plan: EffectivePlan, level: EventLevel | undefined): readonly Tier[] {
  const highest = endingTier(findHandling(plan, level))
  return TIERS.filter((tier, nth) => nth > 0 && !isTop(tier) && (nth === 1 || isAtOrAbove(highest, tier)))
}

/** Tiers of the line between the incident's unit and `to` that do not have it yet, without `from` (B9: they get their copy). */
export function skippedTiers(state: Incident, to: Tier, from?: Tier): readonly Tier[] {
  const own = tierOf(state.unit)
  return TIERS.filter(
    (tier) =>
      !isAtOrAbove(own, tier) &&
      !isAtOrAbove(tier, to) &&
      tier !== from &&
      !state.acknowledged.some((taken) => taken.tier === tier),
  )
}

/**
 * Is it this tier's own word? Its own unit's incident, reported by its desk or head or begun by the plan at its word: it need
 * not confirm to itself.
 */
export function isOwnWord(state: Incident, plan: EffectivePlan, tier: Tier): boolean {
  if (tierOf(state.unit) !== tier) return false
  const { unit, postKind } = state.reporter
  if (unit === undefined) return true
  const post = findPost(plan, postKind)
  return post !== undefined && post.tier === tier && isHead(post)
}

/** The lowest tier of the line that may read the incident: what a post below it owed, it owes. */
export function readingTier(state: Incident): Tier {
  const own = tierOf(state.unit)
  return state.confined ? (tierAbove(own) ?? own) : own
}

/** Who takes up an answer given to `tier`: its desk, or whom the plan has carry it out there. */
export function carriersAt(state: Incident, plan: EffectivePlan, tier: Tier): readonly string[] {
  const named = (handlingNow(state, plan)?.carriedOutBy ?? []).filter(
    (post) => findPost(plan, post)?.tier === tier,
  )
  return named.length === 0 ? [plan.desks[tier]] : named
}

/** The higher of two tiers. */
export function higher(a: Tier, b: Tier): Tier {
  return isAtOrAbove(a, b) ? a : b
}

function isTop(tier: Tier): boolean {
  return tierAbove(tier) === undefined
}

/** Is it the incident that a county made of several schools' (A2)? */
export function leadsSchools(state: Incident): boolean {
  return state.tookIn.some((one) => one.as === 'spread')
}
