// Reporting, stating facts and grading: the plan raises by itself, it never lowers; a person may do both, with a
// reason, and every grade stays on record (A1, A3, A6).

import { refuse } from '../basics/refusal.ts'
import { type Doer, happened, nothingNew } from '../basics/stream.ts'
import { isAtOrAbove, type Tier } from '../basics/tier.ts'
import { findSituation, type Situation } from '../plan/effective.ts'
import { FACT_NAMES, type FactName, isFactValue, type StatedFacts } from '../plan/facts.ts'
import { grade } from '../plan/grade.ts'
import {
  type EventLevel,
  type Grade,
  graverEvent,
  graverResponse,
  type ResponseLevel,
} from '../plan/grade-types.ts'
import { isDoubtful } from './clock-doubt.ts'
import type { Regrade, Report, StateFacts } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { Graded, IncidentEvent, Reopened } from './events.ts'
import { findGrade, findTier, sameLevels } from './look-up.ts'
import { isBlank, said } from './said.ts'
import type { Incident } from './state.ts'

interface Levels {
  readonly eventLevel: EventLevel
  readonly responseLevel: ResponseLevel
}

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
  )
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
  const fresh = Object.entries(data.stated).some(([name, value]) => state.stated[name as FactName] !== value)
  if (!fresh && isBlank(data.words)) return nothingNew
  const before = grade(plan, state.scenario, state.stated)
  const after = grade(plan, state.scenario, { ...state.stated, ...data.stated })
  const inForce = findGrade(state)
  const raised = inForce && raise(inForce, before, after)
  const standing = raised ?? inForce
  const wouldBe =
    standing && fresh && !sameLevels(standing, after)
      ? { wouldBe: { eventLevel: after.eventLevel, responseLevel: after.responseLevel } }
      : {}
  return happened<IncidentEvent>(
    { type: 'FactsStated', data: { stated: data.stated, ...wouldBe }, ...said({ words: data.words }) },
    ...(raised ? [gradedByPlan({ ...after, ...raised })] : []),
    ...(raised && state.status !== 'open' ? [reopenedByPlan(state.version + 1)] : []),
  )
}

/** By a person with authority (A6). Raising is anyone's whom access lets; lowering is for the county and above. */
export function regrade(
  state: Incident,
  data: Regrade['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  if (isBlank(data.reason)) return refuse('text.missing', { field: 'reason' })
  const inForce = findGrade(state)
  if (inForce && sameLevels(inForce, data) && !confirms(state, inForce, by)) return nothingNew
  if (inForce && lowers(inForce, data)) {
    const least = mayLower(state, inForce, data)
    const tier = findTier(by)
    if (tier === undefined || !isAtOrAbove(tier, least)) {
      return refuse('incident.not-graded-lower', { whoCould: [plan.desks[least]] })
    }
  }
  const { reason, eventLevel, responseLevel } = data
  const graded: IncidentEvent = {
    type: 'Graded',
    data: { origin: 'person', eventLevel, responseLevel, clauses: [], assumed: [] },
    ...said({ reason }),
  }
  // What was dealt with at a lighter level is not dealt with at this one.
  const undone = inForce !== undefined && isRaised(inForce, data) && state.status === 'handled'
  return happened<IncidentEvent>(graded, ...(undone ? [reopenedByPlan(state.version + 1)] : []))
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

function isRaised(from: Levels, to: Levels): boolean {
  return lowers(to, from)
}

/**
 * The lowest tier that may lower the grade in force to `to`: the county, or the highest tier of those that took the matter
 * over and of those persons whose own grade still stands within the one in force, on a scale that would be lowered. A raise
 * by the plan washes nobody out.
 */
function mayLower(state: Incident, inForce: Levels, to: Levels): Tier {
  const falls = lowered(inForce, to)
  const taken = state.acknowledged.reduce<Tier>(
    (least, deed) => (isAtOrAbove(deed.tier, least) ? deed.tier : least),
    'county',
  )
  return state.grades
    .filter((set) => {
      const graver = lowered(set, inForce)
      return (
        set.origin === 'person' && ((falls.event && !graver.event) || (falls.response && !graver.response))
      )
    })
    .reduce<Tier>((least, { by }) => {
      const tier = findTier(by)
      return tier && isAtOrAbove(tier, least) ? tier : least
    }, taken)
}

function lowers(from: Levels, to: Levels): boolean {
  const { event, response } = lowered(from, to)
  return event || response
}

/** On which scales `to` is lighter than `from`. */
function lowered(from: Levels, to: Levels): { readonly event: boolean; readonly response: boolean } {
  return {
    event: graverEvent(from.eventLevel, to.eventLevel) !== to.eventLevel,
    response: graverResponse(from.responseLevel, to.responseLevel) !== to.responseLevel,
  }
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
