// The clocks of an incident: which limits of the plan run for it, since when, until when, kept or missed, and who is
// told next (A4, E4). Passing a rung is decide-clock.ts; rows for the worker are deadlines.ts.
//
// 1. Kept or missed counts from when things happened (`occurredAt`); climbing counts from when we knew
//    (`recordedAt`), with the plan's grace for each rung, so that a late report does not climb at once.
// 2. A limit runs once any grade on record called for it. Lowering a grade takes none away, raising adds more.
// 3. No timer turns to the nation.

import { endOfDay, type Instant, MINUTE, startOfDay } from '../basics/instant.ts'
import { isAtOrAbove, type Tier, tierOf } from '../basics/tier.ts'
import { type EffectivePlan, findSituation } from '../plan/effective.ts'
import type { Limit } from '../plan/layer.ts'
import type { Moment } from '../plan/moment.ts'
import { findPost } from './look-up.ts'
import type { Incident } from './state.ts'

export interface NextRung {
  readonly rung: number
  /** Campaign time at which it is climbed. */
  readonly at: Instant
  readonly tells: string
  readonly who: 'holder' | 'substitute'
}

export interface RunningLimit {
  readonly limit: Limit
  /** The ask or answer it runs for, where a limit runs once for each. */
  readonly of?: string
  readonly startedAt: Instant
  readonly dueAt: Instant
  /** When it was done, as claimed by whoever did it; absent while the limit runs. */
  readonly stoppedAt?: Instant
  /** Known once it was stopped. A limit of no minutes ("at once") is kept within the plan's grace. */
  readonly kept?: boolean
  /** Absent when it was stopped or nobody is left to tell. */
  readonly nextRung?: NextRung
}

interface Reached {
  readonly occurredAt: Instant
  readonly recordedAt: Instant
}

/** One running of a limit before its end is worked out. */
interface Run {
  readonly of?: string
  readonly start: Reached
  readonly stop: Reached | undefined
}

/** Every limit that runs or ran for the incident, in the plan's order. */
export function limits(state: Incident, plan: EffectivePlan): readonly RunningLimit[] {
  if (state.status === 'unreported') return []
  const all = [...plan.limits, ...(findSituation(plan, state.scenario)?.limits ?? [])]
  return all.flatMap((limit) => {
    const since = calledFor(state, limit)
    if (!since) return []
    return runsOf(state, plan, limit, since).map((run) => clockOf(state, plan, limit, since, run))
  })
}

/** When the incident first became one that the limit is for; undefined while it is not. */
function calledFor(state: Incident, limit: Limit): Reached | undefined {
  const { eventLevels, responseLevels, scenarios } = limit
  if (scenarios && !scenarios.includes(state.scenario)) return undefined
  if (!eventLevels && !responseLevels) {
    return { occurredAt: state.reportedAt, recordedAt: state.knownAt }
  }
  return state.grades.find(
    (grade) =>
      (!eventLevels || eventLevels.includes(grade.eventLevel)) &&
      (!responseLevels || responseLevels.includes(grade.responseLevel)),
  )
}

function runsOf(state: Incident, plan: EffectivePlan, limit: Limit, since: Reached): readonly Run[] {
  const owing = findPost(plan, limit.owedBy)?.tier
  if (limit.startsAt === 'asked') {
    return state.asks
      .filter((ask) => ask.toTier === owing)
      .map((ask) => {
        const answer = state.answers.find((given) => given.answer === ask.answer)
        return { of: ask.ask, start: ask, stop: earliest([answer, state.closed]) }
      })
  }
  if (limit.startsAt === 'answered') {
    return state.answers
      .filter((answer) => answer.toTier === owing)
      .map((answer) => ({
        of: answer.answer,
        start: answer,
        stop: earliest([answer.complied, state.closed]),
      }))
  }
  const start = limit.startsAt === 'graded' ? since : state.moments[limit.startsAt]
  if (!start) return []
  const stops = limit.stoppedBy.map((moment) => findStop(state, moment, owing))
  return [{ start, stop: earliest([...stops, state.closed]) }]
}

/**
 * The moment that stops a limit owed by `owing`: taken over or confirmed by that tier or a higher one. A school's own
 * word does not stop the county's clock, and only a tier above the incident's own confirms a report.
 */
function findStop(state: Incident, moment: Moment, owing: Tier | undefined): Reached | undefined {
  const byOwing = (deed: { readonly tier: Tier }) => owing === undefined || isAtOrAbove(deed.tier, owing)
  if (moment === 'acknowledged') return earliest(state.acknowledged.filter(byOwing))
  if (moment === 'confirmed-above') {
    const own = tierOf(state.unit)
    const confirmed = state.confirmedAbove.filter((deed) => !deed.beside)
    return earliest([...confirmed, ...state.acknowledged].filter((deed) => deed.tier !== own).filter(byOwing))
  }
  return state.moments[moment]
}

function earliest(candidates: readonly (Reached | undefined)[]): Reached | undefined {
  return candidates.reduce(
    (first, next) => (next && (!first || next.occurredAt < first.occurredAt) ? next : first),
    undefined,
  )
}

function clockOf(state: Incident, plan: EffectivePlan, limit: Limit, since: Reached, run: Run): RunningLimit {
  // A device may claim a time that has not come; a limit never runs later for that.
  const startedAt = Math.min(run.start.occurredAt, run.start.recordedAt)
  const dueAt = endOf(state, plan, limit, startedAt)
  const running = {
    limit,
    ...(run.of === undefined ? {} : { of: run.of }),
    startedAt,
    dueAt,
  }
  if (run.stop) {
    const grace = limit.minutes === 0 ? plan.graceMinutes * MINUTE : 0
    const stoppedAt = run.stop.occurredAt
    return { ...running, stoppedAt, kept: stoppedAt <= dueAt + grace }
  }
  const knownAt = Math.max(run.start.recordedAt, since.recordedAt)
  const nextRung = findNextRung(state, plan, limit, run.of, dueAt, knownAt)
  return nextRung ? { ...running, nextRung } : running
}

function endOf(state: Incident, plan: EffectivePlan, limit: Limit, startedAt: Instant): Instant {
  if (limit.minutes !== undefined) return startedAt + limit.minutes * MINUTE
  const day = Math.min(state.discoveredAt, state.knownAt)
  const early = startOfDay(day) + minutesOfDay(plan.dayEndsAt) * MINUTE
  // Found after the plan's own hour: the day still ends at midnight.
  return early > day ? Math.min(early, endOfDay(day)) : endOfDay(day)
}

/** `16:30` as minutes from midnight. */
function minutesOfDay(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return (hours ?? 24) * 60 + (minutes ?? 0)
}

function findNextRung(
  state: Incident,
  plan: EffectivePlan,
  limit: Limit,
  of: string | undefined,
  dueAt: Instant,
  knownAt: Instant,
): NextRung | undefined {
  const rung = state.passed.filter((passed) => passed.limit === limit.id && passed.of === of).length
  const next = limit.rungs[rung]
  if (!next || findPost(plan, next.post)?.tier === 'nation') return undefined
  const at = Math.max(dueAt + next.afterMinutes * MINUTE, knownAt + plan.graceMinutes * MINUTE * (rung + 1))
  return { rung, at, tells: next.post, who: next.who }
}
