// What it takes to make a grade lighter (A6): on which scales it falls, which tier has the word, which proposals are still
// open. Proposing is decide-grade.ts, agreeing decide-lowering.ts.

import type { Doer } from '../basics/stream.ts'
import { isAtOrAbove, type Tier, tierAbove } from '../basics/tier.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import { type EventLevel, graverEvent, graverResponse, type ResponseLevel } from '../plan/grade-types.ts'
import { findHandling, findPost, findTier } from './look-up.ts'
import type { Incident, LoweringOnRecord } from './state.ts'

/** A grade's two levels. */
export interface Levels {
  readonly eventLevel: EventLevel
  readonly responseLevel: ResponseLevel
}

/** Is `to` lighter than `from` on one scale at least? Up on one and down on the other is lowering too. */
export function lowers(from: Levels, to: Levels): boolean {
  const { event, response } = fallen(from, to)
  return event || response
}

/** On which scales `to` is lighter than `from`. */
function fallen(from: Levels, to: Levels): { readonly event: boolean; readonly response: boolean } {
  return {
    event: graverEvent(from.eventLevel, to.eventLevel) !== to.eventLevel,
    response: graverResponse(from.responseLevel, to.responseLevel) !== to.responseLevel,
  }
}

/**
 * Proposals that somebody may still agree to: neither agreed nor declined, and no grade was set since. A later grade is another
 * question.
 */
export function openLowerings(state: Incident): readonly LoweringOnRecord[] {
  return state.lowerings.filter(
    (one) => !one.agreed && !one.declined && one.gradesBefore === state.grades.length,
  )
}

/** May somebody lower the grade in force to `to` by his own word? Of the tier it needs, and of the line: observers propose (C4). */
export function mayLower(
  state: Incident,
  plan: EffectivePlan,
  by: Doer,
  inForce: Levels,
  to: Levels,
): boolean {
  const tier = speakingTier(plan, by)
  return tier !== undefined && isAtOrAbove(tier, loweringTier(state, plan, inForce, to))
}

/**
 * The lowest tier whose word lowers the grade in force to `to`: above the one that handles at that level, at most the
 * province; not below a tier that took the matter over or a person whose own grade still stands within the one in force on a
 * scale that would be lowered. A raise by the plan washes nobody out.
 */
export function loweringTier(state: Incident, plan: EffectivePlan, inForce: Levels, to: Levels): Tier {
  const falls = fallen(inForce, to)
  const handler = findHandling(plan, inForce.eventLevel)?.handledBy ?? 'school'
  // The nation takes nothing over: it is consulted by a person, and a province lowers after its answer.
  const taken = [tierAbove(handler) ?? 'province', ...state.acknowledged.map((deed) => deed.tier)].map(
    (tier): Tier => (isAtOrAbove(tier, 'province') ? 'province' : tier),
  )
  const standing = state.grades.flatMap((set) => {
    const graver = fallen(set, inForce)
    const stands = (falls.event && !graver.event) || (falls.response && !graver.response)
    const tier = speakingTier(plan, set.by)
    return set.origin === 'person' && stands && tier !== undefined ? [tier] : []
  })
  return [...taken, ...standing].reduce<Tier>(
    (least, tier) => (isAtOrAbove(tier, least) ? tier : least),
    'county',
  )
}

/** The tier whose word a doer's is; undefined for the plan and for posts beside the line, who speak for themselves (C4). */
export function speakingTier(plan: EffectivePlan, by: Doer): Tier | undefined {
  return findPost(plan, by.postKind)?.beside === true ? undefined : findTier(by)
}
