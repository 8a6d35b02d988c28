// Which posts of the plan belong together when something about an incident is told: with the first word, by the level, by the
// steps, by who agreed. What is told to them is notices.ts; posts only, persons are looked up when they are told.

import { TIERS, type Tier, tierAbove, tierOf } from '../basics/tier.ts'
import { alarmsOf } from '../plan/alarms.ts'
import { type EffectivePlan, findSituation } from '../plan/effective.ts'
import type { StatedFacts } from '../plan/facts.ts'
import type { EventLevel } from '../plan/grade-types.ts'
import type { Role, Step } from '../plan/layer.ts'
import { parallelsOf } from '../plan/parallels.ts'
import { concernedTiers } from './handling.ts'
import { findGrade, findPost } from './look-up.ts'
import type { Incident } from './state.ts'

/**
 * Told with the first word: the lowest desk and the next, the responsible inspector, whom situation, facts and alarms name, and
 * whoever has to act before anything is asked.
 */
export function firstConcerned(state: Incident, plan: EffectivePlan): readonly string[] {
  const [lowest, next] = TIERS
  const inspectors = Object.values(plan.posts).filter((post) => post.role === 'school-inspector')
  const named = findSituation(plan, state.scenario)?.tell ?? []
  return [
    plan.desks[lowest],
    ...inspectors.map((post) => post.id),
    // No post that is told directly takes the place of the tier between: its desk has its copy (B9).
    plan.desks[next],
    ...named.map((told) => told.post),
    ...parallelPosts(state, plan),
    ...alarmPosts(state, plan),
    ...outsideTheLine(state, plan),
    ...firstToAct(state, plan),
  ]
}

/**
 * B16: posts with a step that comes first. Whoever reported it knows; where a post is held once per room and no room is named, its
 * other holders do not.
 */
function firstToAct(state: Incident, plan: EffectivePlan): readonly string[] {
  const isReporters = (id: string) => id === state.reporter.postKind
  const isOfEveryRoom = (id: string) => state.room === undefined && findPost(plan, id)?.perRoom === true
  return stepsOf(state, plan)
    .filter((step) => step.first === true && (!isReporters(step.post) || isOfEveryRoom(step.post)))
    .map((step) => step.post)
}

const LET_IN_BY_NAME: ReadonlySet<Role> = new Set<Role>(['keeper', 'outside'])

/**
 * Posts outside the line that a step of the situation names. They read only what they are told of, so they could not know that
 * they have to act.
 */
function outsideTheLine(state: Incident, plan: EffectivePlan): readonly string[] {
  return stepPosts(state, plan).filter((id) => {
    const post = findPost(plan, id)
    return post !== undefined && (post.beside === true || LET_IN_BY_NAME.has(post.role))
  })
}

/** Posts that the plan's alarms call for, as far as is known now. */
export function alarmPosts(state: Incident, plan: EffectivePlan): readonly string[] {
  return alarmsOf(plan, state.scenario, state.stated).flatMap((alarm) => alarm.tell)
}

/**
 * B9: posts that the plan tells beside the line for what is known now, whatever the situation is. With `stated`, only for what
 * those facts bear on: somebody has just said them.
 */
export function parallelPosts(state: Incident, plan: EffectivePlan, stated?: StatedFacts): readonly string[] {
  return parallelsOf(plan, state.scenario, state.stated)
    .filter(({ facts }) => stated === undefined || facts.some((fact) => stated[fact] !== undefined))
    .flatMap((parallel) => parallel.tell)
}

/** Desks from the first tier above the schools up to the one whose word the level needs in any case; never the top's (E4). */
export function desksFor(level: EventLevel | undefined, plan: EffectivePlan): readonly string[] {
  return desksOf(plan, concernedTiers(plan, level))
}

/** The duty desk of each of these tiers. */
export function desksOf(plan: EffectivePlan, tiers: readonly Tier[]): readonly string[] {
  return tiers.map((tier) => plan.desks[tier])
}

/** A7: who acts under a response and must know that it runs or is over. */
export function responsePosts(state: Incident, plan: EffectivePlan): readonly string[] {
  const own = tierOf(state.unit)
  const above = tierAbove(own) ?? own
  return [plan.desks[above], plan.desks[own], ...stepPosts(state, plan)]
}

/** B10: everybody who has heard of the incident, and who acts in the room. */
export function everyoneTold(state: Incident, plan: EffectivePlan): readonly string[] {
  const own = tierOf(state.unit)
  const chiefs = Object.values(plan.posts).filter((post) => post.role === 'chief' && post.tier === own)
  return [
    ...firstConcerned(state, plan),
    ...desksFor(findGrade(state)?.eventLevel, plan),
    ...desksOf(
      plan,
      [...state.asks, ...state.raised].map((up) => up.toTier),
    ),
    ...chiefs.map((post) => post.id),
    ...stepPosts(state, plan),
    ...reporterPost(state),
  ]
}

/** Posts that the situation's steps name: they have to act. */
function stepPosts(state: Incident, plan: EffectivePlan): readonly string[] {
  return stepsOf(state, plan).map((step) => step.post)
}

function stepsOf(state: Incident, plan: EffectivePlan): readonly Step[] {
  return findSituation(plan, state.scenario)?.steps ?? []
}

/** The post that the first word came from. */
export function reporterPost(state: Incident): readonly string[] {
  return state.reporter.postKind === undefined ? [] : [state.reporter.postKind]
}

/**
 * B8: what one of those who decide on the spot could not settle there is not the desk's alone: posts beside the line that the
 * plan lets decide together with the tier turned to. None where `from` decides nothing on the spot.
 */
export function whoDecidesWith(plan: EffectivePlan, to: Tier, from: string | undefined): readonly string[] {
  if (!plan.jointDecisions.some(({ posts }) => posts.some((post) => post === from))) return []
  const isBeside = (post: string) => findPost(plan, post)?.beside === true
  const isInTier = (post: string) => findPost(plan, post)?.tier === to && !isBeside(post)
  return plan.jointDecisions
    .filter(({ posts }) => posts.some(isInTier))
    .flatMap(({ posts }) => posts.filter(isBeside))
}
