// B8: which example of the year's handbook is on record with a new report. Only what a bureau of the incident's line entered,
// and only from a document that settles the question of B1–B3 by the incident's plan. Pure: examples in, data of a command out.

import { isWithin, tierOf } from '#core/basics/tier.ts'
import type { CiteExample } from '#core/incident/commands.ts'
import type { Incident } from '#core/incident/state.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { ExampleRow } from '../store/list-rows.ts'

/** The newest example for the incident's situation, of one year the one entered nearest to it; undefined when there is none. */
export function citation(
  incident: Incident,
  plan: EffectivePlan,
  examples: readonly ExampleRow[],
): CiteExample['data'] | undefined {
  // The question is the school's and the county's to ask; what a province reports of itself is decided there.
  const tier = tierOf(incident.unit)
  if (tier !== 'school' && tier !== 'county') return undefined
  const settling = new Map(plan.references.filter((row) => row.settles).map((row) => [row.id, row]))
  const found = examples.filter(
    (one) =>
      !one.struck &&
      settling.has(one.document) &&
      one.scenarios.includes(incident.scenario) &&
      isWithin(incident.unit, one.unit),
  )
  const [best] = [...found].sort(
    (a, b) => b.year - a.year || b.unit.length - a.unit.length || (a.example < b.example ? -1 : 1),
  )
  const document = best && settling.get(best.document)
  if (!best || !document) return undefined
  return {
    handbook: best.handbook,
    example: best.example,
    document: best.document,
    year: best.year,
    unit: best.unit,
    // As people cite it on paper; the screens say it in the reader's language from the other fields.
    reference: `${document.name.zh} ${best.year} ${best.place}`,
  }
}
