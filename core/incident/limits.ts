// The clocks of an incident: which limits of the plan run for it, since when, until when, kept or missed, and who is
// told next (A4, E4). Passing a rung is decide-clock.ts; rows for the worker are deadlines.ts.
//
// 1. Kept or missed counts from when things happened (`occurredAt`); climbing counts from when we knew
//    (`recordedAt`), with the plan's grace for each rung, so that a late report does not climb at once.
// 2. A limit runs once any grade on record called for it. Lowering a grade takes none away, raising adds more.
// 3. No timer turns to the nation.
// 4. Closing does nobody's duty: what was not done by then ends undone and is not kept. A duty of one tier is not done by
//    the deeds of a tier below it.
// 5. Reopening is a new beginning: what a later grade calls for runs from then on and is done anew, what had ended undone
//    runs on.

import { endOfDay, type Instant, MINUTE, startOfDay } from '../basics/instant.ts'
import { isAtOrAbove, type Tier, tierOf } from '../basics/tier.ts'
import { type EffectivePlan, findSituation } from '../plan/effective.ts'
import { graverResponse, type ResponseLevel } from '../plan/grade-types.ts'
import type { Limit } from '../plan/layer.ts'
import type { Moment } from '../plan/moment.ts'
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
  /** The ask or answer it runs for, where a limit runs once for each. */
  readonly of?: string
  readonly startedAt: Instant
  readonly dueAt: Instant
  /** When it was done, as claimed by whoever did it, or when the incident was closed with it undone; absent while it runs. */
  readonly stoppedAt?: Instant
  /** Known once it was stopped. */
  readonly kept?: boolean
  /** Kept by a device's word only: we heard of it after the limit's end. */
  readonly claimed?: true
  /** Never done: the incident was closed without it. */
  readonly undone?: true
  /** Absent when it was stopped or nobody is left to tell. */
  readonly nextRung?: NextRung
}

/** Since when a limit is called for; at which response level, where a grade called for it. */
type Since = Pick<Reached, 'occurredAt' | 'recordedAt'> & { readonly responseLevel?: ResponseLevel }

/** One running of a limit before its end is worked out. */
interface Run {
  readonly of?: string
  readonly start: Pick<Reached, 'occurredAt' | 'recordedAt'>
  /** Deeds that stop it, those among them that were taken back. */
  readonly stops: readonly Reached[]
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
function calledFor(state: Incident, limit: Limit): Since | undefined {
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

function runsOf(state: Incident, plan: EffectivePlan, limit: Limit, since: Since): readonly Run[] {
  const owing = findPost(plan, limit.owedBy)?.tier
  if (limit.startsAt === 'asked') {
    return state.asks
      .filter((ask) => ask.toTier === owing)
      .map((ask) => ({
        of: ask.ask,
        start: ask,
        stops: state.answers.filter((given) => given.answer === ask.answer),
      }))
  }
  if (limit.startsAt === 'answered') {
    return state.answers
      .filter((answer) => answer.toTier === owing)
      .map((answer) => ({
        of: answer.answer,
        start: answer,
        stops: answer.complied ? [answer.complied] : [],
      }))
  }
  const begun = limit.startsAt === 'graded' ? since : first(state.moments[limit.startsAt] ?? [])
  if (!begun) return []
  // A tier above can confirm a report only once it is there: a phone that was off costs it nothing.
  const late = limit.startsAt === 'reported' && owing !== tierOf(state.unit)
  const start = late ? { occurredAt: begun.recordedAt, recordedAt: begun.recordedAt } : begun
  const from = reopenedBefore(state, since)
  const stops = limit.stoppedBy
    .flatMap((moment) => stopsOf(state, moment, owing, since))
    .filter((deed) => deed.recordedAt >= from)
  const { occurredAt, recordedAt } = start
  return [
    { start: { occurredAt: Math.max(occurredAt, from), recordedAt: Math.max(recordedAt, from) }, stops },
  ]
}

/** When the incident was reopened before or as the limit came to be called for; 0 when it was not. */
function reopenedBefore(state: Incident, { recordedAt }: Since): Instant {
  return Math.max(0, ...state.reopened.map((deed) => deed.recordedAt).filter((at) => at <= recordedAt))
}

/** Moments that are nobody's duty in particular: whoever brings them about. */
const ANYBODYS: ReadonlySet<Moment> = new Set<Moment>([
  'discovered',
  'reported',
  'graded',
  'handled',
  'recorded',
  'closed',
])

/** Deeds that answer a level: done before the level was called for, they do not count towards it. */
const FOR_THE_LEVEL: ReadonlySet<Moment> = new Set<Moment>(['measure-taken', 'handled'])

/**
 * The deeds that stop a limit owed by `owing`: its own or those of a higher tier. A school's own word does not stop
 * the county's clock, only a tier above the incident's own confirms a report, and a response that was started at a lighter
 * level before is not the one that the raised level calls for (A7).
 */
function stopsOf(
  state: Incident,
  moment: Moment,
  owing: Tier | undefined,
  { responseLevel, recordedAt: since }: Since,
): readonly Reached[] {
  const own = tierOf(state.unit)
  return (state.moments[moment] ?? []).filter(({ tier, level, recordedAt }) => {
    if (moment === 'confirmed-above' && (!tier || isAtOrAbove(own, tier))) return false
    const lighter = level && responseLevel && graverResponse(level, responseLevel) !== level
    if (lighter && recordedAt < since) return false
    // A deed for the lighter level is not the one that a later, graver grade calls for.
    if (FOR_THE_LEVEL.has(moment) && since > state.knownAt && recordedAt < since) return false
    return ANYBODYS.has(moment) || owing === undefined || (tier !== undefined && isAtOrAbove(tier, owing))
  })
}

/** The earliest claim among `deeds`. */
function first<Deed extends { readonly occurredAt: Instant }>(deeds: readonly Deed[]): Deed | undefined {
  return deeds.reduce<Deed | undefined>(
    (earliest, next) => (!earliest || next.occurredAt < earliest.occurredAt ? next : earliest),
    undefined,
  )
}

function clockOf(state: Incident, plan: EffectivePlan, limit: Limit, since: Since, run: Run): RunningLimit {
  // A device may claim a time that has not come; a limit never runs later for that.
  const claimedAt = Math.min(run.start.occurredAt, run.start.recordedAt)
  // What a later grade calls for was nobody's duty before it: it runs from the grade on, never from the discovery.
  const raised = since.recordedAt > state.knownAt && run.of === undefined
  const startedAt = raised ? Math.max(claimedAt, since.recordedAt) : claimedAt
  const day = Math.max(Math.min(state.discoveredAt, state.knownAt), reopenedBefore(state, since))
  const dueAt = endOf(plan, limit, startedAt, day)
  const running = {
    limit,
    ...(run.of === undefined ? {} : { of: run.of }),
    startedAt,
    dueAt,
  }
  const done = run.stops.filter((deed) => deed.takenBackAt === undefined)
  const earliest = first(done)
  if (earliest) {
    return {
      ...running,
      stoppedAt: Math.max(startedAt, earliest.occurredAt),
      ...verdict(done, dueAt, plan),
    }
  }
  if (state.closed) {
    return { ...running, stoppedAt: Math.max(startedAt, state.closed.occurredAt), kept: false, undone: true }
  }
  // A measure that was taken back was believed until then, a closed incident was over until it was reopened: climbing
  // counts from when we knew better.
  const better = [
    ...run.stops.map((deed) => deed.takenBackAt ?? 0),
    ...state.reopened.map((deed) => deed.recordedAt),
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
