// Reporting, stating facts and grading: the plan raises by itself, it never lowers; a person may do both, with a
// reason, and every grade stays on record (A1, A3, A6). Who may lower is lowerings.ts, agreeing to it decide-lowering.ts.

import { refuse } from '../basics/refusal.ts'
import { type Doer, happened, nothingNew } from '../basics/stream.ts'
import { isAtOrAbove, type Tier } from '../basics/tier.ts'
import { eventLevels, findSituation, type Situation } from '../plan/effective.ts'
import { FACT_NAMES, type FactName, graverFacts, isFactValue, type StatedFacts } from '../plan/facts.ts'
import { grade } from '../plan/grade.ts'
import { type Grade, graverEvent, graverResponse } from '../plan/grade-types.ts'
import { isDoubtful } from './clock-doubt.ts'
import type { Regrade, Report, StateFacts } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { Graded, IncidentEvent, Reopened } from './events.ts'
import type { HoldStarted } from './events-course.ts'
import { findGrade, findTier, sameLevels } from './look-up.ts'
import { type Levels, loweringTier, lowers, mayLower, openLowerings } from './lowerings.ts'
import { isBlank, said } from './said.ts'
import type { Incident } from './state.ts'

/** The first word and the plan's grade of it, under the plan that is pinned from here on. */
export function report(
  state: Incident,
  data: Report['data'],
  { now, plan }: IncidentContext,
): IncidentDecision {
  if (state.status !== 'unreported') return refuse('incident.exists')
  if (data.plan !== plan.hash) return refuse('plan.unknown', { field: 'plan' })
  const situation = findSituation(plan, data.scenario)
  if (!situation)
    return refuse('scenario.unknown', { field: 'scenario', values: { scenario: data.scenario } })
  const wrong = findWrongFact(data.stated)
  if (wrong) return wrong
  const { words, ...reported } = data
  // What has not come yet is taken as now: no limit runs later for a device's clock.
  const discoveredAt = Math.min(data.discoveredAt, now)
  const doubt = isDoubtful(data.discoveredAt, now) ? { clockDoubt: true as const } : {}
  return happened<IncidentEvent>(
    {
      type: 'Reported',
      data: { ...reported, discoveredAt, confined: isConfined(situation), ...doubt },
      ...said({ words }),
    },
    gradedByPlan(grade(plan, data.scenario, data.stated)),
    ...(situation.hold === true ? [heldFromTheFirst(data.room)] : []),
  )
}

/** B10: where the plan has work wait for the answer, it waits from the report on. */
function heldFromTheFirst(room: string | undefined): HoldStarted {
  return { type: 'HoldStarted', data: { hold: 'report', ...(room === undefined ? {} : { room }) } }
}

/** The plan alone says so, nobody who reports; and nothing is hidden from those who must save a life. */
function isConfined(situation: Situation): boolean {
  return situation.confined === true && situation.life !== true
}

/**
 * What became known later. A graver result of the plan raises at once; a lighter one is kept as stated facts and
 * said in the entry, for a person to decide. What makes one graver that was handled or closed opens it again.
 */
export function stateFacts(
  state: Incident,
  data: StateFacts['data'],
  { plan }: IncidentContext,
): IncidentDecision {
  const wrong = findWrongFact(data.stated)
  if (wrong) return wrong
  const stated = data.graver ? graverFacts(state.stated, data.stated) : data.stated
  const fresh = Object.entries(stated).some(([name, value]) => state.stated[name as FactName] !== value)
  if (!fresh && isBlank(data.words)) return nothingNew
  const before = grade(plan, state.scenario, state.stated)
  const after = grade(plan, state.scenario, { ...state.stated, ...stated })
  const inForce = findGrade(state)
  const raised = inForce && raise(inForce, before, after)
  const standing = raised ?? inForce
  const wouldBe =
    standing && fresh && !sameLevels(standing, after)
      ? { wouldBe: { eventLevel: after.eventLevel, responseLevel: after.responseLevel } }
      : {}
  return happened<IncidentEvent>(
    { type: 'FactsStated', data: { stated, ...wouldBe }, ...said({ words: data.words }) },
    ...(raised ? [gradedByPlan({ ...after, ...raised })] : []),
    ...(raised && (state.status === 'handled' || state.status === 'closed')
      ? [reopenedByPlan(state.version + 1)]
      : []),
  )
}

/**
 * By a person (A6). Raising is for anyone whom access lets; what makes the grade lighter on a scale needs a tier above, and
 * becomes a proposal to it when somebody else wants it.
 */
export function regrade(state: Incident, data: Regrade['data'], context: IncidentContext): IncidentDecision {
  const { by, plan } = context
  if (isBlank(data.reason)) return refuse('text.missing', { field: 'reason' })
  if (!eventLevels(plan).includes(data.eventLevel)) {
    return refuse('fact.value', { field: 'eventLevel', values: { value: data.eventLevel } })
  }
  const inForce = findGrade(state)
  if (inForce && sameLevels(inForce, data) && !confirms(state, inForce, by)) return nothingNew
  if (inForce && lowers(inForce, data) && !mayLower(state, plan, by, inForce, data)) {
    return proposeLowering(state, data, loweringTier(state, plan, inForce, data), context)
  }
  return happened<IncidentEvent>(...gradedByPerson(state, data, { reason: data.reason }))
}

/** Open for the tier above to agree to; one of a tier at a time. */
function proposeLowering(
  state: Incident,
  data: Regrade['data'],
  toTier: Tier,
  { by, plan }: IncidentContext,
): IncidentDecision {
  const { lowering, eventLevel, responseLevel, reason } = data
  const whoCould = [plan.desks[toTier]]
  const fromTier = findTier(by)
  if (lowering === undefined || fromTier === undefined) {
    return refuse('incident.not-graded-lower', { whoCould })
  }
  if (state.lowerings.some((one) => one.lowering === lowering)) return nothingNew
  if (openLowerings(state).some((one) => one.fromTier === fromTier)) {
    return refuse('lowering.exists', { whoCould })
  }
  return happened<IncidentEvent>({
    type: 'LoweringProposed',
    data: { lowering, eventLevel, responseLevel, fromTier, toTier },
    ...said({ reason }),
  })
}

/** A person's grade; what was dealt with at a lighter level is not dealt with at this one. */
export function gradedByPerson(
  state: Incident,
  { eventLevel, responseLevel }: Levels,
  { lowering, reason }: { readonly lowering?: string; readonly reason: string | undefined },
): readonly IncidentEvent[] {
  const inForce = findGrade(state)
  const graded: Graded = {
    type: 'Graded',
    data: {
      origin: 'person',
      eventLevel,
      responseLevel,
      clauses: [],
      assumed: [],
      ...(lowering === undefined ? {} : { lowering }),
    },
    ...said({ reason }),
  }
  const raised = inForce !== undefined && lowers({ eventLevel, responseLevel }, inForce)
  return raised && state.status === 'handled' ? [graded, reopenedByPlan(state.version + 1)] : [graded]
}

/** The same levels said by a higher tier than the one in force is a word of its own: lowering then needs that tier. */
function confirms(state: Incident, inForce: Levels, by: Doer): boolean {
  const tier = findTier(by)
  if (tier === undefined) return false
  return state.grades
    .filter((set) => set.origin === 'person' && sameLevels(set, inForce))
    .every((set) => {
      const said = findTier(set.by)
      return said === undefined || (tier !== said && isAtOrAbove(tier, said))
    })
}

/**
 * The grade in force raised on each scale where the new facts made the plan's own result graver. A person's lower
 * grade is thereby not undone by a fact that changes nothing.
 */
function raise(inForce: Levels, before: Grade, after: Grade): Levels | undefined {
  const eventLevel =
    after.eventLevel > before.eventLevel
      ? graverEvent(inForce.eventLevel, after.eventLevel)
      : inForce.eventLevel
  const responseLevel =
    graverResponse(before.responseLevel, after.responseLevel) !== before.responseLevel
      ? graverResponse(inForce.responseLevel, after.responseLevel)
      : inForce.responseLevel
  const raised = { eventLevel, responseLevel }
  return sameLevels(raised, inForce) ? undefined : raised
}

function gradedByPlan(result: Grade): Graded {
  const { eventLevel, responseLevel, reasons, assumed } = result
  const clauses = [...new Set(reasons.map((reason) => reason.clause))]
  return { type: 'Graded', data: { origin: 'plan', eventLevel, responseLevel, clauses, assumed } }
}

/** `cause`: the version of the facts that made it graver. */
function reopenedByPlan(cause: number): Reopened {
  return { type: 'Reopened', data: { origin: 'plan', cause } }
}

/** Refuses the first fact whose name or value the plan does not know, naming it. */
function findWrongFact(stated: StatedFacts): ReturnType<typeof refuse> | undefined {
  for (const [name, value] of Object.entries(stated)) {
    const field = `stated.${name}`
    if (!(FACT_NAMES as readonly string[]).includes(name)) {
      return refuse('fact.unknown', { field, values: { fact: name } })
    }
    if (!isFactValue(name as FactName, value)) {
      return refuse('fact.value', { field, values: { fact: name, value: String(value) } })
    }
  }
  return undefined
}
