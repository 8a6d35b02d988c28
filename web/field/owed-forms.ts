// Which forms stand on an incident's page: what is still owed and what was filed, each once, in the plan's order. Pure.

import type { Tier } from '#core/basics/tier.ts'
import type { Form } from '#core/plan/layer.ts'
import { owedOf, type Viewing } from '../talk/possible.ts'

export interface SituationForm {
  readonly form: Form
  /** Who files it. */
  readonly tier: Tier
}

export function situationForms(viewing: Viewing): readonly SituationForm[] {
  const owed = new Map(
    owedOf(viewing).flatMap((one) => (one.kind === 'record' ? [[one.form, one.tier]] : [])),
  )
  const filed = new Set(viewing.incident.writtenDown.map((one) => one.form))
  return viewing.plan.forms
    .filter((form) => owed.has(form.id) || filed.has(form.id))
    .map((form) => ({ form, tier: owed.get(form.id) ?? form.filedBy }))
}
