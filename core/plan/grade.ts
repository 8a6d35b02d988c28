// Both grades of an incident from the plan and the facts, with the clauses that led there (A1, A3, A5, A6).
// Pure arithmetic over the effective plan: every level, threshold and sentence in it is plan data.
// A person's own level (Regrade) is core/incident's business; nothing here is ever stored by itself.

import { holds, numbersComparedWith } from './condition.ts'
import { type EffectivePlan, findSituation, type Rule, type Situation } from './effective.ts'
import {
  CHOICES,
  FACT_NAMES,
  type FactName,
  type Facts,
  type FactValue,
  isChoice,
  isFactValue,
  LEAST,
  type NumberFact,
  type StatedFacts,
} from './facts.ts'
import {
  EVENT_LEVELS,
  type EventLevel,
  type Grade,
  graverEvent,
  graverResponse,
  RESPONSE_LEVELS,
  type Reason,
  type ResponseLevel,
  type WouldChange,
} from './grade-types.ts'

/** Thrown when a situation is not in the plan; whoever takes ids from outside asks `findSituation` first. */
export class UnknownSituation extends Error {
  constructor(id: string) {
    super(`the plan has no situation ${id}`)
    this.name = 'UnknownSituation'
  }
}

/** Every fact with a value: as stated, else the situation's default, else none/no/0. */
export function completeFacts(plan: EffectivePlan, scenario: string, stated: StatedFacts): Facts {
  return { ...LEAST, ...getSituation(plan, scenario).defaults, ...stated }
}

/**
 * Grades an incident of situation `scenario`. A1: the gravest event rule that holds, floors included, else level 1.
 * A3: the gravest of the situation's own response clause, the rules of harm, and floors. A2: proposals and doubts
 * stand beside the grade and raise nothing. Throws UnknownSituation.
 */
export function grade(plan: EffectivePlan, scenario: string, stated: StatedFacts): Grade {
  const situation = getSituation(plan, scenario)
  const facts = completeFacts(plan, scenario, stated)
  const rules = [...plan.rules, ...situation.floors]
  const levels = levelsOf(rules, situation, facts)
  const reasons = [
    ...sortGravestFirst(eventReasons(plan, rules, situation, facts)),
    ...sortGravestFirst(responseReasons(rules, situation, facts)),
  ]
  return {
    ...levels,
    reasons,
    proposals: plan.proposals
      .filter((proposal) => proposal.eventLevel > levels.eventLevel && holds(proposal.when, facts, scenario))
      .map(({ clause, eventLevel, because }) => ({ clause, eventLevel, because })),
    doubts: plan.doubts
      .filter(
        (doubt) => doubt.responseLevels.includes(levels.responseLevel) && holds(doubt.when, facts, scenario),
      )
      .map(({ clause, fact, ask }) => ({ clause, fact, ask })),
    assumed: FACT_NAMES.filter(
      (name) =>
        stated[name] === undefined &&
        (situation.defaults[name] !== undefined || reasons.some((reason) => reason.facts.includes(name))),
    ),
    wouldChange: otherGrades(rules, situation, facts, levels),
  }
}

function getSituation(plan: EffectivePlan, scenario: string): Situation {
  const situation = findSituation(plan, scenario)
  if (!situation) throw new UnknownSituation(scenario)
  return situation
}

interface Levels {
  readonly eventLevel: EventLevel
  readonly responseLevel: ResponseLevel
}

/** The two levels alone: what `wouldChange` asks again and again. */
function levelsOf(rules: readonly Rule[], situation: Situation, facts: Facts): Levels {
  let eventLevel: EventLevel = 1
  let responseLevel = situation.response.level
  for (const rule of rules) {
    if (!holds(rule.when, facts, situation.id)) continue
    if (isEventLevel(rule.level)) eventLevel = graverEvent(eventLevel, rule.level)
    else responseLevel = graverResponse(responseLevel, rule.level)
  }
  return { eventLevel, responseLevel }
}

function isEventLevel(level: EventLevel | ResponseLevel): level is EventLevel {
  return typeof level === 'number'
}

function eventReasons(
  plan: EffectivePlan,
  rules: readonly Rule[],
  situation: Situation,
  facts: Facts,
): readonly Reason[] {
  const matched = matchedBy(rules, 'event', situation, facts)
  if (matched.length > 0) return matched
  // No clause matched: the scale's own description of level 1 is why.
  const clause = plan.scales.event.find((row) => row.level === 1)?.clause ?? ''
  const because = plan.clauses[clause]?.text
  return because ? [{ clause, scale: 'event', level: 1, because, facts: [] }] : []
}

function responseReasons(rules: readonly Rule[], situation: Situation, facts: Facts): readonly Reason[] {
  const { level, clause, because } = situation.response
  return [
    { clause, scale: 'response', level, because, facts: [] },
    ...matchedBy(rules, 'response', situation, facts),
  ]
}

function matchedBy(
  rules: readonly Rule[],
  scale: Rule['scale'],
  situation: Situation,
  facts: Facts,
): readonly Reason[] {
  return rules
    .filter((rule) => rule.scale === scale && holds(rule.when, facts, situation.id))
    .map(({ clause, level, because, facts: read }) => ({ clause, scale, level, because, facts: read }))
}

/** Clauses that ask for the resulting level come first; within a level the plan's order stays. */
function sortGravestFirst(reasons: readonly Reason[]): readonly Reason[] {
  return [...reasons].sort((a, b) => gravity(b.level) - gravity(a.level))
}

function gravity(level: EventLevel | ResponseLevel): number {
  return isEventLevel(level) ? EVENT_LEVELS.indexOf(level) : RESPONSE_LEVELS.indexOf(level)
}

/** A6: every other value of a single fact that gives another grade; of numbers with one outcome, the nearest. */
function otherGrades(
  rules: readonly Rule[],
  situation: Situation,
  facts: Facts,
  levels: Levels,
): readonly WouldChange[] {
  return FACT_NAMES.flatMap((fact) => {
    const changes = otherValues(fact, facts[fact], rules)
      .map(
        (value): WouldChange => ({ fact, value, ...levelsOf(rules, situation, { ...facts, [fact]: value }) }),
      )
      .filter(
        (other) => other.eventLevel !== levels.eventLevel || other.responseLevel !== levels.responseLevel,
      )
    return isChoice(fact) ? changes : nearestOfEach(changes, Number(facts[fact]))
  })
}

function otherValues(fact: FactName, value: FactValue, rules: readonly Rule[]): readonly FactValue[] {
  const values: readonly FactValue[] = isChoice(fact) ? CHOICES[fact] : turningPoints(fact, rules)
  return values.filter((other) => other !== value)
}

/** Numbers at which some rule's answer can turn: 0, 1, and one around every number it is compared with. */
function turningPoints(fact: NumberFact, rules: readonly Rule[]): readonly number[] {
  const compared = rules.flatMap((rule) => numbersComparedWith(rule.when, fact))
  const points = new Set([0, 1, ...compared.flatMap((number) => [number - 1, number, number + 1])])
  return [...points].filter((number) => isFactValue(fact, number)).sort((a, b) => a - b)
}

function nearestOfEach(changes: readonly WouldChange[], current: number): readonly WouldChange[] {
  const distance = (change: WouldChange) => Math.abs(Number(change.value) - current)
  return changes.filter(
    (change) =>
      !changes.some(
        (other) =>
          other.eventLevel === change.eventLevel &&
          other.responseLevel === change.responseLevel &&
          (distance(other) < distance(change) ||
            (distance(other) === distance(change) && Number(other.value) < Number(change.value))),
      ),
  )
}
