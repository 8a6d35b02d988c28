// Which limits of the plan run for an incident, how often, since when, and which deeds stop each run (A4, E4). When a run
// ends, whether it was kept and who is told next is limits.ts.
//
// 1. A limit runs once any grade on record called for it. Lowering a grade takes none away, raising adds more.
// 2. Some limits run once for each thing: a question, an answer, a task, work that is held, an oral report, a report of the series.
// 3. A duty of one tier is not done by the deeds of a tier below it.
// 4. Reopening is a new beginning: what a later grade calls for runs from then on and is done anew.

import type { Instant } from '../basics/instant.ts'
import { isAtOrAbove, type Tier, tierOf } from '../basics/tier.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import { graverResponse, type ResponseLevel } from '../plan/grade-types.ts'
import type { Limit } from '../plan/layer.ts'
import type { Moment } from '../plan/moment.ts'
import { higher, isOwnWord } from './handling.ts'
import { findPost } from './look-up.ts'
import type { GradeOnRecord, Incident, Reached } from './state.ts'

type Times = Pick<Reached, 'occurredAt' | 'recordedAt'>

/** Since when a limit is called for; at which response level, where a grade called for it. */
type Since = Times & { readonly responseLevel?: ResponseLevel }

/** One running of a limit before its end is worked out. */
export interface Run {
  /** The thing it runs for, where a limit runs once for each. */
  readonly of?: string
  readonly since: Since
  readonly start: Times
  /** When the line that had started it was struck through: it had not begun. */
  readonly struckAt?: Instant
  /** Deeds that stop it, those among them that were taken back. */
  readonly stops: readonly Reached[]
}

/**
 * The limit as this incident's unit owes it; undefined where it would ask a tier to confirm its own word. What a post below the
 * unit owes of a school's incident, the unit's desk owes of its own; rungs below the unit tell nobody.
 */
export function findOwed(state: Incident, plan: EffectivePlan, limit: Limit): Limit | undefined {
  const own = tierOf(state.unit)
  const tierOfPost = (post: string) => findPost(plan, post)?.tier ?? own
  const owing = higher(tierOfPost(limit.owedBy), own)
  if (isOwnWord(state, plan, owing) && limit.stoppedBy.every((moment) => moment === 'acknowledged')) {
    return undefined
  }
  if (isAtOrAbove(tierOfPost(limit.owedBy), own)) return limit
  const rungs = limit.rungs.filter((rung) => isAtOrAbove(tierOfPost(rung.post), own))
  return { ...limit, owedBy: plan.desks[own], rungs }
}

/** Every running of `limit`, in the order in which they began; none while the incident is not one that it is for. */
export function runsOf(state: Incident, plan: EffectivePlan, limit: Limit): readonly Run[] {
  if (limit.scenarios && !limit.scenarios.includes(state.scenario)) return []
  const things = thingsOf(state, plan, limit)
  if (!things) return onceOf(state, plan, limit)
  return things.flatMap(({ stops, ...thing }) => {
    const since = calledFor(state, limit, thing.start.recordedAt)
    return since ? [{ ...thing, since, stops: stops ?? stopsOf(state, plan, limit, since, thing) }] : []
  })
}

/** Moments that every incident reaches at its beginning: what was done before them counts all the same. */
const BEGINNINGS: ReadonlySet<Moment> = new Set<Moment>(['discovered', 'reported', 'graded'])

function onceOf(state: Incident, plan: EffectivePlan, limit: Limit): readonly Run[] {
  const { startsAt } = limit
  const reached = state.moments[startsAt] ?? []
  const fromBeginning = BEGINNINGS.has(startsAt)
  // What begins later is for the levels from then on; by when we heard first, which no later word changes.
  const since = calledFor(
    state,
    limit,
    fromBeginning ? undefined : Math.min(...reached.map((one) => one.recordedAt)),
  )
  const begun = startsAt === 'graded' ? since : first(reached)
  if (!since || !begun) return []
  // A tier above can confirm a report only once it is there: a phone that was off costs it nothing.
  const owing = findPost(plan, limit.owedBy)?.tier
  const late = startsAt === 'reported' && owing !== tierOf(state.unit)
  const from = reopenedBefore(state, since)
  const start = {
    occurredAt: Math.max(late ? begun.recordedAt : begun.occurredAt, from),
    recordedAt: Math.max(begun.recordedAt, from),
  }
  const after = fromBeginning ? undefined : { start: begun }
  const stops = stopsOf(state, plan, limit, since, after).filter((deed) => deed.recordedAt >= from)
  return [{ since, start, stops }]
}

/** When the incident was reopened before or as the limit came to be called for; 0 when it was not. */
export function reopenedBefore(state: Incident, { recordedAt }: Times): Instant {
  return Math.max(0, ...state.reopened.map((deed) => deed.recordedAt).filter((at) => at <= recordedAt))
}

/**
 * When the incident first was one that the limit is for, `from` then on where it is said; undefined while it is not.
 * Grades lie in the order in which we heard of them.
 */
function calledFor(state: Incident, limit: Limit, from?: Instant): Since | undefined {
  const { eventLevels, responseLevels } = limit
  if (!eventLevels && !responseLevels) return { occurredAt: state.reportedAt, recordedAt: state.knownAt }
  const fits = (grade: GradeOnRecord) =>
    (!eventLevels || eventLevels.includes(grade.eventLevel)) &&
    (!responseLevels || responseLevels.includes(grade.responseLevel))
  const before = from === undefined ? 0 : state.grades.filter((grade) => grade.recordedAt < from).length
  return state.grades.slice(Math.max(0, before - 1)).find(fits)
}

/** A thing that a limit runs for; `stops` where nothing but its own end stops it. */
interface Thing extends Pick<Run, 'start' | 'struckAt'> {
  readonly of: string
  readonly stops?: readonly Reached[]
}

/** The things that start `limit`, for the tier that owes it; undefined for a limit that runs once. */
function thingsOf(state: Incident, plan: EffectivePlan, limit: Limit): readonly Thing[] | undefined {
  const owing = findPost(plan, limit.owedBy)?.tier
  switch (limit.startsAt) {
    case 'asked':
      return state.asks
        .filter((ask) => ask.toTier === owing)
        .map((ask) => ({
          of: ask.ask,
          start: ask,
          stops: state.answers.filter((given) => given.answer === ask.answer),
        }))
    case 'answered':
      return state.answers
        .filter((answer) => answer.toTier === owing)
        .map((answer) => ({
          of: answer.answer,
          start: answer,
          stops: answer.complied ? [answer.complied] : [],
        }))
    case 'task-given':
      return state.tasks
        .filter((task) => findPost(plan, task.post)?.tier === owing)
        .map((task) => ({ of: task.task, start: task }))
    case 'hold-started':
      return state.holds.map((hold) => ({ of: hold.hold, start: hold }))
    case 'oral-reported':
      // Told of after the end, it is nobody's duty any more.
      return state.orals
        .filter((oral) => !state.closed || oral.recordedAt < state.closed.recordedAt)
        .map((oral) => ({
          of: oral.oral,
          start: { occurredAt: oral.saidAt, recordedAt: oral.recordedAt },
          ...struckOf(state, 'oral-reported', oral.oral),
        }))
    case 'series-reported':
      // After the final one no other is due.
      return state.series
        .filter((one) => one.kind === 'follow-up' && (one.fromTier === owing || one.toTier === owing))
        .map((one) => ({
          of: one.report,
          start: one,
          ...struckOf(state, 'series-reported', one.report),
        }))
    default:
      return undefined
  }
}

function struckOf(state: Incident, moment: Moment, of: string): Pick<Run, 'struckAt'> {
  const struckAt = state.moments[moment]?.find((one) => one.of === of)?.takenBackAt
  return struckAt === undefined ? {} : { struckAt }
}

/** Moments that are nobody's duty in particular: whoever brings them about. */
const ANYBODYS: ReadonlySet<Moment> = new Set<Moment>([
  'discovered',
  'reported',
  'graded',
  'hold-ended',
  'task-done',
  'handled',
  'closed',
])

/** Deeds that answer a level: done before the level was called for, they do not count towards it. */
const FOR_THE_LEVEL: ReadonlySet<Moment> = new Set<Moment>(['measure-taken', 'handled'])

/** Deeds that are done again and again: one from before the start is not the one that is waited for. */
const REPEATED: ReadonlySet<Moment> = new Set<Moment>([
  'response-started',
  'response-ended',
  'measure-taken',
  'asked',
  'answered',
  'complied',
  'oral-reported',
  'series-reported',
  'recorded',
  'raised',
])

/** The deeds that stop a running of `limit`; `after`: what it runs for, where it began later than the incident. */
function stopsOf(
  state: Incident,
  plan: EffectivePlan,
  limit: Limit,
  since: Since,
  after?: { readonly of?: string; readonly start: Times },
): readonly Reached[] {
  // The next report of the series stops the clock that the last one started, said or not.
  const series = limit.startsAt === 'series-reported' ? (['series-reported'] as const) : []
  const moments = new Set<Moment>([...limit.stoppedBy, ...series])
  return [...moments].flatMap((moment) =>
    deedsOf(state, plan, limit, moment, since).filter((deed) => {
      if (!after) return true
      if (moment === 'hold-ended' || moment === 'task-done') return deed.of === after.of
      if (moment === 'series-reported' && !isDue(state, limit, deed.of, after.of)) return false
      // A form may be filled in before the matter is over.
      if (moment === 'recorded' && after.of === undefined) return true
      return !REPEATED.has(moment) || deed.occurredAt >= after.start.occurredAt
    }),
  )
}

/** Is this report the one due? After the matter was dealt with the final one; after a report the same tier's next. */
function isDue(
  state: Incident,
  limit: Limit,
  report: string | undefined,
  before: string | undefined,
): boolean {
  const at = state.series.findIndex((one) => one.report === report)
  const found = state.series[at]
  if (!found) return false
  if (limit.startsAt === 'handled') return found.kind === 'final'
  if (limit.startsAt !== 'series-reported') return true
  const last = state.series.findIndex((one) => one.report === before)
  return at > last && found.fromTier === state.series[last]?.fromTier
}

/**
 * Every time that `moment` was reached by whom the limit wants it of: the owing tier or a higher one. A school's own word does
 * not stop the county's clock, only a tier above the incident's own confirms a report, a form counts for the tier that files it, and
 * a response that was started at a lighter level before is not the one that the raised level calls for (A7).
 */
function deedsOf(
  state: Incident,
  plan: EffectivePlan,
  limit: Limit,
  moment: Moment,
  { responseLevel, recordedAt: since }: Since,
): readonly Reached[] {
  const own = tierOf(state.unit)
  const owing = findPost(plan, limit.owedBy)?.tier
  if (moment === 'recorded') return recordsOf(state, plan, owing)
  return (state.moments[moment] ?? []).filter(({ tier, level, recordedAt }) => {
    if (moment === 'confirmed-above' && (!tier || isAtOrAbove(own, tier))) return false
    const lighter = level && responseLevel && graverResponse(level, responseLevel) !== level
    if (lighter && recordedAt < since) return false
    // A deed for the lighter level is not the one that a later, graver grade calls for.
    if (FOR_THE_LEVEL.has(moment) && since > state.knownAt && recordedAt < since) return false
    return ANYBODYS.has(moment) || owing === undefined || (tier !== undefined && isAtOrAbove(tier, owing))
  })
}

/** Forms that were written down of those that `owing` files (B6). */
function recordsOf(state: Incident, plan: EffectivePlan, owing: Tier | undefined): readonly Reached[] {
  const own = tierOf(state.unit)
  return state.writtenDown.filter(({ form }) => {
    const filedBy = plan.forms.find((known) => known.id === form)?.filedBy
    return owing === undefined || (filedBy !== undefined && higher(filedBy, own) === owing)
  })
}

/** The earliest claim among `deeds`. */
export function first<Deed extends { readonly occurredAt: Instant }>(
  deeds: readonly Deed[],
): Deed | undefined {
  return deeds.reduce<Deed | undefined>(
    (earliest, next) => (!earliest || next.occurredAt < earliest.occurredAt ? next : earliest),
    undefined,
  )
}
