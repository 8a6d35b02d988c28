// What stands in the way of closing an incident, as data: for the refusal and for the screen that lists it. Owed of the
// incident, whoever wants to close it. Who must act next and by when, closing or not, is awaits.ts.

import { isAtOrAbove, TIERS, type Tier, tierAbove, tierOf } from '../basics/tier.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import type { ResponseLevel } from '../plan/grade-types.ts'
import {
  answersToComply,
  endingTier,
  findGrade,
  findHandling,
  openAsks,
  situationRecords,
} from './look-up.ts'
import type { Incident } from './state.ts'

/**
 * `tier` is the tier that owes it. `confirm`: a tier above the unit has said that it has the report (A4). `ask`: the
 * question of B1–B3 is settled; `of` is the tier whose instruction settles it.
 */
export type Obligation =
  | { readonly kind: 'confirm'; readonly tier: Tier }
  | { readonly kind: 'ask'; readonly tier: Tier; readonly of: Tier }
  | { readonly kind: 'answer'; readonly tier: Tier; readonly ask: string }
  | { readonly kind: 'comply'; readonly tier: Tier; readonly answer: string }
  | { readonly kind: 'handle'; readonly tier: Tier }
  | { readonly kind: 'record'; readonly tier: Tier; readonly form: string }
  /** B10: work still waits. */
  | { readonly kind: 'resume'; readonly tier: Tier; readonly hold: string }
  /** Neither done nor left out with a reason. */
  | { readonly kind: 'step'; readonly tier: Tier; readonly step: string }
  /** An answer became work for somebody, which has not come back as done. */
  | { readonly kind: 'task'; readonly tier: Tier; readonly task: string }
  /** A7: a response that was started runs on. */
  | { readonly kind: 'end-response'; readonly tier: Tier }
  /** B4. */
  | { readonly kind: 'evaluate'; readonly tier: Tier }
  /** B7, B8: proposed and not yet agreed by everyone. */
  | { readonly kind: 'agree'; readonly tier: Tier; readonly decision: string }

/** Everything still owed before the incident may be closed, in the order in which it is done. */
export function obligations(state: Incident, plan: EffectivePlan): readonly Obligation[] {
  if (state.status === 'unreported' || state.status === 'closed') return []
  const ends = endingTier(findHandling(plan, findGrade(state)?.eventLevel))
  const written = new Set(state.writtenDown.map((record) => record.form))
  return [
    ...unsettled(state),
    ...unconfirmed(state),
    ...unasked(state, plan),
    ...(state.handled ? [] : [{ kind: 'handle' as const, tier: ends }]),
    ...situationRecords(plan)
      .filter((form) => !written.has(form.id))
      .map((form) => ({ kind: 'record' as const, tier: form.filedBy, form: form.id })),
  ]
}

/**
 * Questions without an answer, and answers nobody has said to carry out. What was answered to a school that may not see
 * the incident is for whoever answered to see to.
 */
export function unsettled(state: Incident): readonly Obligation[] {
  return [
    ...openAsks(state).map((open) => ({ kind: 'answer' as const, tier: open.toTier, ask: open.ask })),
    ...answersToComply(state)
      .filter((given) => !(state.confined && given.toTier === 'school'))
      .map((given) => ({ kind: 'comply' as const, tier: given.toTier, answer: given.answer })),
  ]
}

/** A4: at these response levels the report has to have arrived above, not only been sent. */
const CONFIRMED_ABOVE: ReadonlySet<ResponseLevel> = new Set<ResponseLevel>(['I', 'II'])

/** The next tier up, while none above the unit has confirmed or taken it over; posts beside the line do not count (C4). */
function unconfirmed(state: Incident): readonly Obligation[] {
  const level = findGrade(state)?.responseLevel
  const own = tierOf(state.unit)
  const above = tierAbove(own)
  if (!level || !above || !CONFIRMED_ABOVE.has(level)) return []
  const has = [...state.acknowledged, ...state.confirmedAbove.filter((deed) => !deed.beside)]
  return has.some((deed) => !isAtOrAbove(own, deed.tier)) ? [] : [{ kind: 'confirm', tier: above }]
}

/**
 * B1–B3: with an example of the handbook on record, nothing more is asked where the plan wants agreement only without
 * one; in every other case an instruction must have come down from the tier that the plan has asked. A question on its
 * way is owed by whoever must answer it.
 */
function unasked(state: Incident, plan: EffectivePlan): readonly Obligation[] {
  const handling = findHandling(plan, findGrade(state)?.eventLevel)
  const own = tierOf(state.unit)
  // A tier's own incident is not asked about below it, nor of itself.
  if (!handling || isAtOrAbove(own, handling.asks)) return []
  if (handling.agreement === 'without-example' && state.example?.listed) return []
  const of = handling.asks
  const told = state.answers.some(
    ({ fromTier, toTier }) => isAtOrAbove(fromTier, of) && !isAtOrAbove(toTier, of),
  )
  const handler = isAtOrAbove(handling.handledBy, own) ? handling.handledBy : own
  const tier = isAtOrAbove(handler, of) ? tierBelow(of) : handler
  const onItsWay = openAsks(state).some((ask) => ask.fromTier === tier)
  return told || onItsWay ? [] : [{ kind: 'ask', tier, of }]
}

function tierBelow(tier: Tier): Tier {
  return TIERS[Math.max(0, TIERS.indexOf(tier) - 1)] ?? 'school'
}
