// Whom an incident waits for: which tier and post must act next, for what and by when. For the desk's "waiting for
// me", list rows and the incident's own page. What must be settled before closing is obligations.ts.

import type { Instant } from '../basics/instant.ts'
import { isAtOrAbove, type Tier, tierAbove, tierOf } from '../basics/tier.ts'
import { type EffectivePlan, findSituation } from '../plan/effective.ts'
import type { Moment } from '../plan/moment.ts'
import { carriersAt, concernedTiers, endsAt, higher, isOwnWord, leadsSchools } from './handling.ts'
import { limits, type RunningLimit } from './limits.ts'
import { answersToComply, findGrade, findPost, openAsks } from './look-up.ts'
import { loweringTier, openLowerings } from './lowerings.ts'
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
  /** A written report is due: the next of the series, or the one after an oral report. */
  | 'report-on'
  | 'verify'
  | 'close'

export interface Await {
  readonly kind: AwaitKind
  readonly tier: Tier
  /** Post id of the plan. */
  readonly post: string
  /** The ask, answer, step, form, hold, task, decision or proposal it is about. */
  readonly about?: string
  readonly dueAt?: Instant
  /** The limit whose clock it is. */
  readonly limit?: string
}

/** Everything somebody must do now, most pressing kind first; nothing once it is closed, or goes on under another report. */
export function awaits(state: Incident, plan: EffectivePlan): readonly Await[] {
  if (state.status === 'unreported' || state.status === 'closed' || state.status === 'joined') return []
  const running = limits(state, plan).filter((limit) => limit.stoppedAt === undefined)
  const here: Here = { state, plan, running, owed: obligations(state, plan) }
  return [
    ...waitingWork(here),
    ...untaken(here),
    ...openAsks(state).map(({ ask, toTier }) =>
      desk(here, 'answer', toTier, ask, dueFor(here, 'answered', toTier, ask)),
    ),
    ...answersToComply(state).map(({ answer, toTier }) => ({
      ...desk(here, 'comply', toTier, answer, dueFor(here, 'complied', toTier, answer)),
      post: carrier(state, plan, toTier),
    })),
    ...agreements(here),
    ...here.owed.flatMap((one) =>
      one.kind === 'ask' ? [desk(here, 'ask', one.tier, undefined, dueFor(here, undefined, one.tier))] : [],
    ),
    ...unpassed(here),
    ...tasks(here),
    ...responses(here),
    ...openSteps(here),
    ...reportsDue(here),
    ...ending(here),
    ...unverified(here),
  ]
}

/** What every question below is asked of. */
interface Here {
  readonly state: Incident
  readonly plan: EffectivePlan
  readonly running: readonly RunningLimit[]
  readonly owed: readonly Obligation[]
}

interface Due {
  readonly dueAt?: Instant
  readonly limit?: string
}

function desk({ plan }: Here, kind: AwaitKind, tier: Tier, about?: string, due: Due = {}): Await {
  return { kind, tier, post: plan.desks[tier], ...(about === undefined ? {} : { about }), ...due }
}

/** The nearest end of a running limit that `moment` would stop (any, without one) and `tier` owes. */
function dueFor({ running, plan }: Here, moment: Moment | undefined, tier?: Tier, of?: string): Due {
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

/** B10: work that waits, with the clock of the wait itself, whoever owes it. */
function waitingWork(here: Here): readonly Await[] {
  return here.owed.flatMap((one) => {
    if (one.kind !== 'resume') return []
    const clocks = here.running.filter((clock) => clock.of === one.hold)
    return [desk(here, 'resume', one.tier, one.hold, dueFor({ ...here, running: clocks }, undefined))]
  })
}

/**
 * Tiers above the lowest whom the level concerns, or to whom somebody raised it, and who have not taken it over. Once handled
 * only the one whose confirmation is still owed.
 */
function untaken(here: Here): readonly Await[] {
  const { state, plan, owed } = here
  const raised = state.raised.map((one) => one.toTier)
  const concerned = new Set([...concernedTiers(plan, findGrade(state)?.eventLevel), ...raised])
  const tiers = state.handled
    ? owed.flatMap((one) => (one.kind === 'confirm' ? [one.tier] : []))
    : [...concerned].filter(
        (tier) =>
          isAtOrAbove(tier, tierOf(state.unit)) &&
          tierAbove(tier) !== undefined &&
          !isOwnWord(state, plan, tier) &&
          !state.acknowledged.some((taken) => taken.tier === tier),
      )
  return tiers.map((tier) => desk(here, 'acknowledge', tier, undefined, dueFor(here, 'acknowledged', tier)))
}

/** The desk of the tier an answer went to, or whom the plan has carry it out there in its place. */
function carrier(state: Incident, plan: EffectivePlan, tier: Tier): string {
  const carriers = carriersAt(state, plan, tier)
  const desk = plan.desks[tier]
  return carriers.includes(desk) ? desk : (carriers[0] ?? desk)
}

/** A6, B7, B8: words that are missing, each from the post or tier whose word it is. */
function agreements(here: Here): readonly Await[] {
  const { state, plan, owed } = here
  const decisions = owed.flatMap((one) => {
    if (one.kind !== 'agree') return []
    return one.posts.map((post) => ({
      kind: 'agree' as const,
      tier: findPost(plan, post)?.tier ?? one.tier,
      post,
      about: one.decision,
    }))
  })
  const inForce = findGrade(state)
  const lowerings = openLowerings(state).map((one) => {
    const today = inForce ? loweringTier(state, plan, inForce, one) : one.toTier
    return desk(here, 'agree-lowering', higher(today, one.toTier), one.lowering)
  })
  return [...decisions, ...lowerings]
}

/** An answer from above that a tier said it will carry out, and that has not been handed on to the incident's own unit. */
function unpassed(here: Here): readonly Await[] {
  const { state } = here
  if (state.handled) return []
  const own = tierOf(state.unit)
  return state.answers.flatMap(({ complied, toTier, answer }, nth) => {
    if (!complied || (toTier === own && !leadsSchools(state))) return []
    const handedOn =
      state.answers.slice(nth + 1).some((later) => later.fromTier === toTier) ||
      state.tasks.some((task) => task.answer === answer)
    return handedOn ? [] : [desk(here, 'instruct', toTier, answer, dueFor(here, undefined, toTier))]
  })
}

/** B5: what an answer became, each for the post it was given to. */
function tasks(here: Here): readonly Await[] {
  return here.owed.flatMap((one) => {
    if (one.kind !== 'task') return []
    const due = dueFor(here, 'task-done', undefined, one.task)
    return one.posts.map((post) => ({ kind: 'task' as const, tier: one.tier, post, about: one.task, ...due }))
  })
}

/** Clocks that only a first measure or the start of a response stops, each for the post that owes it (A4). */
function responses({ state, plan, running }: Here): readonly Await[] {
  if (state.handled) return []
  return running
    .filter(({ limit }) =>
      limit.stoppedBy.some((moment) => moment === 'measure-taken' || moment === 'response-started'),
    )
    .map((clock) => ofPost('respond', clock, plan))
}

/** Each of them for its post; where that post may not read the incident, for the desk of the tier that does. */
function openSteps(here: Here): readonly Await[] {
  const steps = findSituation(here.plan, here.state.scenario)?.steps ?? []
  return here.owed.flatMap((one) => {
    if (one.kind !== 'step') return []
    const post = findPost(here.plan, steps.find((step) => step.id === one.step)?.post)
    const waiting = desk(here, 'step', one.tier, one.step)
    return [post?.tier === one.tier ? { ...waiting, post: post.id } : waiting]
  })
}

/** Written reports whose time runs: one for each limit, the nearest. */
function reportsDue({ plan, running }: Here): readonly Await[] {
  const nearest = new Map<string, RunningLimit>()
  for (const clock of running) {
    const { id, startsAt, stoppedBy } = clock.limit
    if (startsAt !== 'series-reported' && !stoppedBy.includes('series-reported')) continue
    const known = nearest.get(id)
    if (!known || clock.dueAt < known.dueAt) nearest.set(id, clock)
  }
  return [...nearest.values()].map((clock) => ofPost('report-on', clock, plan))
}

function ofPost(kind: AwaitKind, { limit, dueAt }: RunningLimit, plan: EffectivePlan): Await {
  const tier = findPost(plan, limit.owedBy)?.tier ?? 'school'
  return { kind, tier, post: limit.owedBy, dueAt, limit: limit.id }
}

/** Dealing with it, ending the response, writing it down, evaluating, closing: each once the one before is done. */
function ending(here: Here): readonly Await[] {
  const { state, plan, owed } = here
  if (owed.some((one) => one.kind === 'answer' || one.kind === 'comply')) return []
  const tier = endsAt(state, plan)
  if (!state.handled) return [desk(here, 'handle', tier, undefined, dueFor(here, 'handled'))]
  if (owed.length === 0) return [desk(here, 'close', tier, undefined, dueFor(here, 'closed'))]
  return owed.flatMap((one) => {
    switch (one.kind) {
      case 'end-response':
        return [
          {
            ...desk(here, 'end-response', one.tier, undefined, dueFor(here, 'response-ended', one.tier)),
            post: commander(plan, one.tier),
          },
        ]
      case 'record':
        return [desk(here, 'record', one.tier, one.form, dueFor(here, 'recorded', one.tier))]
      case 'evaluate':
        return [desk(here, 'evaluate', one.tier, undefined, dueFor(here, 'evaluated', one.tier))]
      default:
        return []
    }
  })
}

/** A7: whom the plan names first at a tier. */
function commander(plan: EffectivePlan, tier: Tier): string {
  return plan.commanders.find((row) => row.tier === tier)?.posts[0] ?? plan.desks[tier]
}

/** The tier above looks into it; measures never wait for that, and once it is dealt with nobody is asked to. */
function unverified(here: Here): readonly Await[] {
  const { state } = here
  const above = tierAbove(tierOf(state.unit))
  // The top of the line is turned to by a person only (E4).
  if (state.handled || above === undefined || tierAbove(above) === undefined) return []
  if (state.verdicts.some((verdict) => isAtOrAbove(verdict.tier, above))) return []
  return [desk(here, 'verify', above, undefined, dueFor(here, 'verified', above))]
}
