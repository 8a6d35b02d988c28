// Facts from outside (API, command line, an import) → scenario and stated facts, or a refusal that names what is wrong.
// Nested and dotted names mean the same: {"impact":{"order":"slight"}} and {"impact.order":"slight"}.

import { type Refusal, refuse } from '../basics/refusal.ts'
import { type EffectivePlan, findSituation } from './effective.ts'
import type { StatedFacts } from './facts.ts'
import {
  CHOICES,
  FACT_NAMES,
  type FactName,
  type FactValue,
  isChoice,
  isFactName,
  isFactValue,
} from './facts.ts'

/** Names that may hold facts one level deeper: `impact`, `casualties`. */
const NESTING = new Set(
  FACT_NAMES.filter((name) => name.includes('.')).map((name) => name.slice(0, name.indexOf('.'))),
)

/**
 * Reads a JSON value as facts. Refusals: `scenario.unknown` (missing or not in the plan), `fact.unknown`,
 * `fact.value` (also for a fact stated twice with different values); `field` names the fact.
 */
export function parseFacts(
  json: unknown,
  plan: EffectivePlan,
): { readonly scenario: string; readonly stated: StatedFacts } | { readonly refused: Refusal } {
  if (!isRecord(json)) return refuse('fact.value', { field: 'facts', values: { allowed: '{…}' } })
  const { scenario, ...rest } = json
  if (typeof scenario !== 'string' || !findSituation(plan, scenario)) {
    const values = scenario === undefined ? {} : { scenario: shown(scenario) }
    return refuse('scenario.unknown', { field: 'scenario', values })
  }
  const stated: { -readonly [Name in FactName]?: FactValue } = {}
  for (const [name, value] of flatten(rest)) {
    if (!isFactName(name)) return refuse('fact.unknown', { field: name, values: { fact: name } })
    const earlier = stated[name]
    if (!isFactValue(name, value) || (earlier !== undefined && earlier !== value)) {
      return refuse('fact.value', {
        field: name,
        values: {
          fact: name,
          value: isFactValue(name, value) ? `${earlier}, ${value}` : shown(value),
          allowed: isChoice(name) ? CHOICES[name].join(' | ') : '0 … 1000000',
        },
      })
    }
    stated[name] = value
  }
  return { scenario, stated }
}

function flatten(record: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(record).flatMap(([name, value]) =>
    NESTING.has(name) && isRecord(value)
      ? Object.entries(value).map(([inner, held]) => [`${name}.${inner}`, held] as const)
      : [[name, value] as const],
  )
}

/** A wrong value as a person would recognise it, short enough for one line. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
