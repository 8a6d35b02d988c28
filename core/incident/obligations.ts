// What stands in the way of closing an incident, as data: for the refusal and for the screen that lists it.
// Who must act next and by when, closing or not, is awaits.ts.

import type { Tier } from '../basics/tier.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import {
  answersToComply,
  endingTier,
  findGrade,
  findHandling,
  openAsks,
  situationRecords,
} from './look-up.ts'
import type { Incident } from './state.ts'

/** `tier` is the tier that owes it. */
export type Obligation =
  | { readonly kind: 'answer'; readonly tier: Tier; readonly ask: string }
  | { readonly kind: 'comply'; readonly tier: Tier; readonly answer: string }
  | { readonly kind: 'handle'; readonly tier: Tier }
  | { readonly kind: 'record'; readonly tier: Tier; readonly form: string }

/** Everything still owed before the incident may be closed, in the order in which it is done. */
export function obligations(state: Incident, plan: EffectivePlan): readonly Obligation[] {
  if (state.status === 'unreported' || state.status === 'closed') return []
  const ends = endingTier(findHandling(plan, findGrade(state)?.eventLevel))
  const written = new Set(state.writtenDown.map((record) => record.form))
  return [
    ...unsettled(state),
    ...(state.handled ? [] : [{ kind: 'handle' as const, tier: ends }]),
    ...situationRecords(plan)
      .filter((form) => !written.has(form.id))
      .map((form) => ({ kind: 'record' as const, tier: form.filedBy, form: form.id })),
  ]
}

/** Questions without an answer, and answers nobody has said to carry out. */
export function unsettled(state: Incident): readonly Obligation[] {
  return [
    ...openAsks(state).map((open) => ({ kind: 'answer' as const, tier: open.toTier, ask: open.ask })),
    ...answersToComply(state).map((given) => ({
      kind: 'comply' as const,
      tier: given.toTier,
      answer: given.answer,
    })),
  ]
}
