// Layers → the effective plan of a unit: joined, conditions compiled, known by its content hash (G1).
// Joining is join.ts, finding problems check.ts; here the sound whole takes its final shape.

import type { Text } from '../basics/text.ts'
import type { Tier } from '../basics/tier.ts'
import { check } from './check.ts'
import { compileCondition } from './condition-compile.ts'
import type { EffectivePlan, PlanHash, Rule, Situation } from './effective.ts'
import { FACT_NAMES, type FactName, isFactName, isFactValue, type StatedFacts } from './facts.ts'
import { holesOf } from './hole.ts'
import { type Joined, joinLayers } from './join.ts'
import type { Layer, RuleSource, SituationSource } from './layer.ts'
import { hasErrors, type Problem } from './problem.ts'
import { sayThresholds, type ThresholdNumbers, thresholdNumbers } from './threshold.ts'

/** When 当日 ends if no layer names an earlier hour. */
const MIDNIGHT = '24:00'

/**
 * Joins the layers (nation → province → county → school, in any order given) into one effective plan, or says what
 * is wrong with them; warnings alone do not stand in the way. `digest` turns any JSON value into its content hash.
 */
export function compile(
  layers: readonly Layer[],
  digest: (value: unknown) => PlanHash,
): { readonly plan: EffectivePlan } | { readonly problems: readonly Problem[] } {
  const problems = check(layers)
  if (hasErrors(problems)) return { problems }
  const content = contentOf(joinLayers(layers))
  return { plan: { hash: digest(content), ...content } }
}

/** Everything but the hash. `check` has passed, so what is missing here is a bug and not a faulty plan. */
function contentOf(joined: Joined): Omit<EffectivePlan, 'hash'> {
  const { desks, scales, thresholds, graceMinutes, retention } = joined
  if (!desks || !scales || !thresholds || graceMinutes === undefined || !retention) {
    throw new Error('a plan without desks, scales, thresholds, graceMinutes or retention passed its check')
  }
  const numbers = thresholdNumbers(thresholds)
  return {
    layers: joined.layers.map(({ id, kind, version, title, issuer, issuedOn }) => ({
      id,
      kind,
      version,
      title,
      issuer,
      issuedOn,
    })),
    tiers: {
      school: tierOf(joined, 'school'),
      county: tierOf(joined, 'county'),
      province: tierOf(joined, 'province'),
      nation: tierOf(joined, 'nation'),
    },
    desks,
    clauses: Object.fromEntries(joined.clauses),
    posts: Object.fromEntries(joined.posts),
    teams: joined.teams,
    scales,
    rules: joined.rules.map((rule) => ruleOf(rule, numbers)),
    proposals: joined.proposals.map((proposal) => ({
      ...proposal,
      because: sayThresholds(proposal.because, numbers),
      ...conditionOf(proposal.when, numbers, proposal.because),
    })),
    doubts: joined.doubts.flatMap((doubt) =>
      isFactName(doubt.fact)
        ? [
            {
              ...doubt,
              fact: doubt.fact,
              when: conditionOf(doubt.when, numbers).when,
              ask: sayThresholds(doubt.ask, numbers),
            },
          ]
        : [],
    ),
    alarms: joined.alarms.map((alarm) => ({ ...alarm, when: conditionOf(alarm.when, numbers).when })),
    parallel: joined.parallel.map((one) => ({ ...one, ...conditionOf(one.when, numbers) })),
    risks: joined.risks,
    groups: joined.groups,
    situations: Object.fromEntries(
      [...joined.situations].map(([id, situation]) => [id, situationOf(situation, numbers)] as const),
    ),
    handling: [...joined.handling].sort((a, b) => a.eventLevel - b.eventLevel),
    commanders: joined.commanders,
    jointDecisions: joined.jointDecisions.map((one) => ({
      ...one,
      when: conditionOf(one.when, numbers).when,
    })),
    orders: joined.orders,
    ...(joined.issuing === undefined ? {} : { issuing: joined.issuing }),
    references: joined.references,
    ...(joined.opinion === undefined ? {} : { opinion: joined.opinion }),
    limits: joined.limits,
    graceMinutes,
    dayEndsAt: joined.dayEndsAt ?? MIDNIGHT,
    thresholds,
    preparation: [...joined.preparation].sort((a, b) => b.daysBefore - a.daysBefore),
    resources: joined.resources,
    forms: joined.forms,
    retention,
  }
}

function tierOf(joined: Joined, tier: Tier): EffectivePlan['tiers'][Tier] {
  const entry = joined.tiers.get(tier)
  if (!entry) throw new Error(`a plan without tier ${tier} passed its check`)
  return { name: entry.name, group: entry.group }
}

function situationOf(source: SituationSource, numbers: ThresholdNumbers): Situation {
  return {
    ...source,
    hint: sayThresholds(source.hint, numbers),
    trigger: sayThresholds(source.trigger, numbers),
    response: { ...source.response, because: sayThresholds(source.response.because, numbers) },
    events: source.events ?? [],
    defaults: statedIn(source.defaults),
    floors: source.floors.map((floor) => ruleOf(floor, numbers)),
  }
}

function statedIn(facts: Readonly<Record<string, unknown>>): StatedFacts {
  const stated: { -readonly [Name in keyof StatedFacts]: StatedFacts[Name] } = {}
  for (const name of FACT_NAMES) {
    const value = facts[name]
    if (isFactValue(name, value)) stated[name] = value
  }
  return stated
}

function ruleOf(source: RuleSource, numbers: ThresholdNumbers): Rule {
  return {
    ...source,
    because: sayThresholds(source.because, numbers),
    ...conditionOf(source.when, numbers, source.because),
  }
}

/** The facts of a rule are those that its condition reads or its sentence names. */
function conditionOf(
  source: string,
  numbers: ThresholdNumbers,
  because?: Text,
): Pick<Rule, 'when' | 'facts'> {
  const compiled = compileCondition(source, numbers)
  if ('problem' in compiled) throw new Error(`a condition passed its check and does not compile: ${source}`)
  const named = because ? [...holesOf(because.zh), ...holesOf(because.en)] : []
  const read = new Set<FactName>([...compiled.facts, ...named.filter(isFactName)])
  return { when: compiled.when, facts: FACT_NAMES.filter((name) => read.has(name)) }
}
