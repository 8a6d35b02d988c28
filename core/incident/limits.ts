// The clocks of an incident: until when each limit that runs for it runs, whether it was kept or missed, and who is told
// next (A4, E4). Which run, and what stops them, is limit-runs.ts; passing a rung is decide-clock.ts; rows for the worker deadlines.ts.
//
// 1. Kept or missed counts from when things happened (`occurredAt`); climbing counts from when we knew
//    (`recordedAt`), with the plan's grace for each rung, so that a late report does not climb at once.
// 2. No timer turns to the nation.
// 3. Closing does nobody's duty: what was not done by then ends undone and is not kept; reopened, it runs on.
// 4. Joined to another report of the same matter, its clocks are carried there; parted, they run on here.

import { endOfDay, type Instant, MINUTE, startOfDay } from '../basics/instant.ts'
import { type EffectivePlan, findSituation } from '../plan/effective.ts'
import type { Limit } from '../plan/layer.ts'
import { findOwed, first, type Run, reopenedBefore, runsOf } from './limit-runs.ts'
import { findPost } from './look-up.ts'
import type { Incident, Reached } from './state.ts'

export interface NextRung {
  readonly rung: number
  /** Campaign time at which it is climbed. */
  readonly at: Instant
  readonly tells: string
  readonly who: 'holder' | 'substitute'
}

export interface RunningLimit {
  readonly limit: Limit
  /** The ask, answer, task, hold or report it runs for, where a limit runs once for each. */
  readonly of?: string
  readonly startedAt: Instant
  readonly dueAt: Instant
  /** When it was done, as claimed by whoever did it, or when the incident was closed with it undone; absent while it runs. */
  readonly stoppedAt?: Instant
  /** Known once it was stopped, unless it was carried or struck. */
  readonly kept?: boolean
  /** Kept by a device's word only: we heard of it after the limit's end. */
  readonly claimed?: true
  /** Never done: the incident was closed without it. */
  readonly undone?: true
  /** It runs where the incident was joined to, as the same matter; whether it was kept is not said here. */
  readonly carried?: true
  /** What had started it was struck through as wrong: it was nobody's duty. */
  readonly struck?: true
  /** Absent when it was stopped or nobody is left to tell. */
  readonly nextRung?: NextRung
}

/** Every limit that runs or ran for the incident, in the plan's order. */
export function limits(state: Incident, plan: EffectivePlan): readonly RunningLimit[] {
  if (state.status === 'unreported') return []
  const all = [...plan.limits, ...(findSituation(plan, state.scenario)?.limits ?? [])]
  return all.flatMap((written) => {
    const limit = findOwed(state, plan, written)
    return limit ? runsOf(state, plan, limit).map((run) => clockOf(state, plan, limit, run)) : []
  })
}

function clockOf(state: Incident, plan: EffectivePlan, limit: Limit, run: Run): RunningLimit {
  const { since } = run
  // A device may claim a time that has not come; a limit never runs later for that.
  const claimedAt = Math.min(run.start.occurredAt, run.start.recordedAt)
  // What a later grade calls for was nobody's duty before it: it runs from the grade on, never from the discovery.
  const raised = since.recordedAt > state.knownAt
  const startedAt = raised ? Math.max(claimedAt, since.recordedAt) : claimedAt
  const day = Math.max(Math.min(state.discoveredAt, state.knownAt), reopenedBefore(state, since))
  const dueAt = endOf(plan, limit, startedAt, day)
  const running = {
    limit,
    ...(run.of === undefined ? {} : { of: run.of }),
    startedAt,
    dueAt,
  }
  const stopped = (at: Instant) => ({ ...running, stoppedAt: Math.max(startedAt, at) })
  const done = run.stops.filter((deed) => deed.takenBackAt === undefined)
  const earliest = first(done)
  if (earliest) return { ...stopped(earliest.occurredAt), ...verdict(done, dueAt, plan) }
  if (run.struckAt !== undefined) return { ...stopped(run.struckAt), struck: true }
  if (state.joinedTo?.as === 'same') return { ...stopped(state.joinedTo.occurredAt), carried: true }
  if (state.closed) return { ...stopped(state.closed.occurredAt), kept: false, undone: true }
  // A measure that was taken back was believed until then, a closed incident was over until it was reopened, a joined one had
  // its clocks elsewhere until it was parted: climbing counts from when we knew better.
  const better = [
    ...run.stops.map((deed) => deed.takenBackAt ?? 0),
    ...[...state.reopened, ...state.parted].map((deed) => deed.recordedAt),
  ]
  const knownAt = Math.max(run.start.recordedAt, since.recordedAt, ...better)
  const nextRung = findNextRung(state, plan, limit, run.of, dueAt, knownAt)
  return nextRung ? { ...running, nextRung } : running
}

/** In time by what was claimed; by the device's word only where every claim in time reached us after the end. */
function verdict(
  done: readonly Reached[],
  dueAt: Instant,
  plan: EffectivePlan,
): Pick<RunningLimit, 'kept' | 'claimed'> {
  const grace = plan.graceMinutes * MINUTE
  const inTime = done.filter((deed) => deed.occurredAt <= dueAt)
  const claimed = inTime.every((deed) => deed.recordedAt > dueAt && deed.recordedAt - deed.occurredAt > grace)
  return inTime.length > 0 && claimed ? { kept: true, claimed } : { kept: inTime.length > 0 }
}

/** `day`: a moment of the day at whose end a limit of the same day ends. */
function endOf(plan: EffectivePlan, limit: Limit, startedAt: Instant, day: Instant): Instant {
  // "At once" is no moment that a person can meet: it is late when the plan's grace is over.
  if (limit.minutes !== undefined) return startedAt + (limit.minutes || plan.graceMinutes) * MINUTE
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
