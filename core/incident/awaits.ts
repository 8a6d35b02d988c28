// Whom an incident waits for: which tier and post must act next, for what and by when. For the desk's "waiting for
// me", list rows and the incident's own page. What must be settled before closing is obligations.ts.

import type { Instant } from '../basics/instant.ts'
import { isAtOrAbove, type Tier, tierOf } from '../basics/tier.ts'
import { type EffectivePlan, findSituation } from '../plan/effective.ts'
import type { Moment } from '../plan/moment.ts'
import { limits, type RunningLimit } from './limits.ts'
import { answersToComply, endingTier, findGrade, findHandling, findPost, openAsks } from './look-up.ts'
import { type Obligation, obligations } from './obligations.ts'
import type { Incident } from './state.ts'

/**
 * `ask`: the plan wants the tier above asked before the matter is dealt with (B1–B3). `respond`: the plan's time for a first
 * measure or for starting the response runs (A4). `instruct`: a tier said it will carry out what it was answered from above,
 * and has not yet told the unit what to do.
 */
export type AwaitKind =
  | 'acknowledge'
  | 'answer'
  | 'comply'
  | 'ask'
  | 'instruct'
  | 'respond'
  | 'step'
  | 'handle'
  | 'record'
  | 'resume'
  | 'task'
  | 'end-response'
  | 'evaluate'
  | 'agree'
  /** A lower grade waits for agreement (A6). */
  | 'agree-lowering'
  /** The next of the series of reports is due. */
  | 'report-on'
  | 'verify'
  | 'close'

export interface Await {
  readonly kind: AwaitKind
  readonly tier: Tier
  /** Post id of the plan. */
  readonly post: string
  /** The ask, answer, step or form it is about. */
  readonly about?: string
  readonly dueAt?: Instant
  /** The limit whose clock it is. */
  readonly limit?: string
}

/** Everything somebody must do now, most pressing kind first; nothing once it is closed. */
export function awaits(state: Incident, plan: EffectivePlan): readonly Await[] {
  if (state.status === 'unreported' || state.status === 'closed') return []
  const running = limits(state, plan).filter((limit) => limit.stoppedAt === undefined)
  const owed = obligations(state, plan)
  const desk = (kind: AwaitKind, tier: Tier, about?: string, due: Due = {}): Await => ({
    kind,
    tier,
    post: plan.desks[tier],
    ...(about === undefined ? {} : { about }),
    ...due,
  })
  return [
    ...untaken(state, plan, owed).map((tier) =>
      desk('acknowledge', tier, undefined, dueFor(running, plan, 'acknowledged', tier)),
    ),
    ...openAsks(state).map((ask) =>
      desk('answer', ask.toTier, ask.ask, dueFor(running, plan, 'answered', ask.toTier, ask.ask)),
    ),
    ...answersToComply(state).map((given) =>
      desk(
        'comply',
        given.toTier,
        given.answer,
        dueFor(running, plan, 'complied', given.toTier, given.answer),
      ),
    ),
    ...owed.flatMap((one) =>
      one.kind === 'ask'
        ? [desk('ask', one.tier, undefined, dueFor(running, plan, undefined, one.tier))]
        : [],
    ),
    ...unpassed(state, running, plan, desk),
    ...responses(state, plan, running),
    ...openSteps(state, plan),
    ...ending(state, plan, running, owed, desk),
  ]
}

interface Due {
  readonly dueAt?: Instant
  readonly limit?: string
}

type Desk = (kind: AwaitKind, tier: Tier, about?: string, due?: Due) => Await

/** The nearest end of a running limit that `moment` would stop (any, without one) and `tier` owes. */
function dueFor(
  running: readonly RunningLimit[],
  plan: EffectivePlan,
  moment: Moment | undefined,
  tier?: Tier,
  of?: string,
): Due {
  const fitting = running.filter(
    (clock) =>
      (moment === undefined || clock.limit.stoppedBy.includes(moment)) &&
      (of === undefined || clock.of === undefined || clock.of === of) &&
      (tier === undefined || findPost(plan, clock.limit.owedBy)?.tier === tier),
  )
  const nearest = fitting.reduce<RunningLimit | undefined>(
    (first, next) => (!first || next.dueAt < first.dueAt ? next : first),
    undefined,
  )
  return nearest ? { dueAt: nearest.dueAt, limit: nearest.limit.id } : {}
}

/**
 * Tiers above the school whom the level concerns and who have not taken it over. Once handled only the one whose
 * confirmation is still owed.
 */
function untaken(state: Incident, plan: EffectivePlan, owed: readonly Obligation[]): readonly Tier[] {
  if (state.handled) return owed.flatMap((one) => (one.kind === 'confirm' ? [one.tier] : []))
  const highest = endingTier(findHandling(plan, findGrade(state)?.eventLevel))
  return (['county', 'province'] as const).filter(
    (tier) =>
      (tier === 'county' || isAtOrAbove(highest, tier)) &&
      isAtOrAbove(tier, tierOf(state.unit)) &&
      !state.acknowledged.some((taken) => taken.tier === tier),
  )
}

/** An answer from above that a tier said it will carry out, and that has not been handed on to the incident's own unit. */
function unpassed(
  state: Incident,
  running: readonly RunningLimit[],
  plan: EffectivePlan,
  desk: Desk,
): readonly Await[] {
  if (state.handled) return []
  const own = tierOf(state.unit)
  return state.answers.flatMap((given) => {
    const { complied, toTier, answer } = given
    if (!complied || toTier === own) return []
    const handedOn = state.answers.some(
      (later) => later.fromTier === toTier && later.recordedAt > given.recordedAt,
    )
    return handedOn ? [] : [desk('instruct', toTier, answer, dueFor(running, plan, undefined, toTier))]
  })
}

/** Clocks that only a first measure or the start of a response stops, each for the post that owes it (A4). */
function responses(state: Incident, plan: EffectivePlan, running: readonly RunningLimit[]): readonly Await[] {
  if (state.handled) return []
  return running
    .filter(({ limit }) =>
      limit.stoppedBy.some((moment) => moment === 'measure-taken' || moment === 'response-started'),
    )
    .map(({ limit, dueAt }) => ({
      kind: 'respond',
      tier: findPost(plan, limit.owedBy)?.tier ?? 'school',
      post: limit.owedBy,
      dueAt,
      limit: limit.id,
    }))
}

function openSteps(state: Incident, plan: EffectivePlan): readonly Await[] {
  if (state.handled) return []
  return (findSituation(plan, state.scenario)?.steps ?? [])
    .filter((step) => !state.steps[step.id])
    .map((step) => ({
      kind: 'step',
      tier: findPost(plan, step.post)?.tier ?? 'school',
      post: step.post,
      about: step.id,
    }))
}

/** Dealing with it, writing it down, closing: each once the one before is done. */
function ending(
  state: Incident,
  plan: EffectivePlan,
  running: readonly RunningLimit[],
  owed: readonly Obligation[],
  desk: Desk,
): readonly Await[] {
  if (owed.some((one) => one.kind === 'answer' || one.kind === 'comply')) return []
  const tier = endingTier(findHandling(plan, findGrade(state)?.eventLevel))
  if (!state.handled) return [desk('handle', tier, undefined, dueFor(running, plan, 'handled'))]
  const records = owed.flatMap((one) =>
    one.kind === 'record' ? [desk('record', one.tier, one.form, dueFor(running, plan, 'recorded'))] : [],
  )
  if (owed.length > 0) return records
  return [desk('close', tier, undefined, dueFor(running, plan, 'closed'))]
}
