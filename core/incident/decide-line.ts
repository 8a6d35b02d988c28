// The line of tiers: taking over, confirming, saying whether the handbook has an example, asking, answering and
// complying (B1–B5). Reporting goes tier by tier; instructions come down the same way.

import { refuse } from '../basics/refusal.ts'
import { happened, nothingNew } from '../basics/stream.ts'
import { isAtOrAbove, TIERS, type Tier, tierAbove, tierOf } from '../basics/tier.ts'
import type { Answer, Ask, Comply, PassOn, StateExample } from './commands.ts'
import { tasksOf } from './decide-tasks.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { IncidentEvent } from './events.ts'
import { askedTier, findTierRefusal, leadsSchools } from './handling.ts'
import { findPost, findTier, needsProposal, openAsks } from './look-up.ts'
import { isBlank, said } from './said.ts'
import type { Incident } from './state.ts'

/** The doer's tier takes the matter over; the same tier again changes nothing. */
export function acknowledge(state: Incident, { by }: IncidentContext): IncidentDecision {
  const tier = findTier(by)
  if (tier === undefined) return refuse('not-allowed')
  if (state.acknowledged.some((taken) => taken.tier === tier)) return nothingNew
  return happened<IncidentEvent>({ type: 'Acknowledged', data: { tier } })
}

/** Somebody above the school has the report (A4, level Ⅰ). A post beside the line confirms for itself only (C4). */
export function confirmReport(state: Incident, { by, plan }: IncidentContext): IncidentDecision {
  const tier = findTier(by)
  if (tier === undefined || tier === TIERS[0]) {
    const own = tierOf(state.unit)
    return refuse('not-allowed', { whoCould: [plan.desks[tierAbove(own) ?? own]] })
  }
  const beside = findPost(plan, by.postKind)?.beside === true
  const known = state.confirmedAbove.some((deed) =>
    beside ? deed.by.post === by.post && deed.tier === tier : deed.tier === tier && !deed.beside,
  )
  if (known) return nothingNew
  return happened<IncidentEvent>({ type: 'ConfirmedAbove', data: { tier, beside } })
}

/** Whether this year's handbook has an example. "Yes" names its number or page, so that it can be looked up. */
export function stateExample(
  state: Incident,
  data: StateExample['data'],
  { by }: IncidentContext,
): IncidentDecision {
  const tier = findTier(by)
  if (tier === undefined) return refuse('not-allowed')
  if (data.listed && isBlank(data.reference)) return refuse('text.missing', { field: 'reference' })
  const { example } = state
  const same =
    example?.listed === data.listed && example.tier === tier && example.reference === data.reference
  // What the plan cited by itself is not yet a person's word.
  if (same && !example.cited) return nothingNew
  return happened<IncidentEvent>({
    type: 'ExampleStated',
    data: { listed: data.listed, tier },
    ...said({ reference: data.reference }),
  })
}

/**
 * A request for instructions, to the tier that the plan names or to one of one's choice above (B5, B9). One question of a tier
 * is open at a time: the next is added as a message.
 */
export function ask(state: Incident, data: Ask['data'], { by, plan }: IncidentContext): IncidentDecision {
  if (isBlank(data.question)) return refuse('text.missing', { field: 'question' })
  if (state.asks.some((known) => known.ask === data.ask)) return nothingNew
  const fromTier = findTier(by)
  if (fromTier === undefined) return refuse('not-allowed')
  const wrong = data.tier === undefined ? undefined : findTierRefusal(plan, fromTier, data.tier)
  if (wrong) return wrong
  const toTier = data.tier ?? askedTier(state, plan, fromTier)
  if (toTier === undefined) return refuse('ask.nobody-above')
  const open = openAsks(state).find((one) => one.fromTier === fromTier)
  if (open) return refuse('ask.exists', { whoCould: [plan.desks[open.toTier]] })
  if (needsProposal(state, plan, fromTier) && isBlank(data.proposal)) {
    return refuse('text.missing', { field: 'proposal' })
  }
  return happened<IncidentEvent>({
    type: 'Asked',
    data: { ask: data.ask, fromTier, toTier },
    ...said({ question: data.question, proposal: data.proposal }),
  })
}

/**
 * An instruction: to the tier that asked, or unasked to the tier below. Given by the tier asked or one above it; what it means
 * for whom may be said at once.
 */
export function answer(state: Incident, data: Answer['data'], context: IncidentContext): IncidentDecision {
  const { by, plan } = context
  if (isBlank(data.instruction)) return refuse('text.missing', { field: 'instruction' })
  if (state.answers.some((known) => known.answer === data.answer)) return nothingNew
  const fromTier = findTier(by)
  const below = fromTier && TIERS[TIERS.indexOf(fromTier) - 1]
  const own = tierOf(state.unit)
  // A county that joined its schools' incidents instructs them all at once, on the one it made of them (A2).
  const reaches =
    below !== undefined && (isAtOrAbove(below, own) || (fromTier === own && leadsSchools(state)))
  if (fromTier === undefined || below === undefined || !reaches) {
    return refuse('not-allowed', { whoCould: [plan.desks[tierAbove(own) ?? own]] })
  }
  if (data.ask === undefined) return answered(state, data, context, { fromTier, toTier: below })
  const asked = state.asks.find((known) => known.ask === data.ask)
  if (!asked) return refuse('ask.unknown', { field: 'ask' })
  if (asked.answer !== undefined) return refuse('ask.answered')
  if (!isAtOrAbove(fromTier, asked.toTier)) {
    return refuse('not-allowed', { whoCould: [plan.desks[asked.toTier]] })
  }
  return answered(state, data, context, { fromTier, toTier: asked.fromTier })
}

function answered(
  state: Incident,
  data: Answer['data'],
  { by, plan }: IncidentContext,
  tiers: { readonly fromTier: Tier; readonly toTier: Tier },
): IncidentDecision {
  const { answer, ask, instruction, tasks = [] } = data
  const given: IncidentEvent = {
    type: 'Answered',
    data: { answer, ...(ask === undefined ? {} : { ask }), ...tiers },
    ...said({ instruction }),
  }
  if (tasks.length === 0) return happened<IncidentEvent>(given)
  const work = tasksOf(state, plan, by, answer, tasks)
  return 'refused' in work ? work : happened<IncidentEvent>(given, work)
}

/** 收到，照办: said by the tier addressed and no other: nobody takes up in its place what it was told to do. */
export function comply(
  state: Incident,
  data: Comply['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  const given = state.answers.find((known) => known.answer === data.answer)
  if (!given) return refuse('answer.unknown', { field: 'answer' })
  if (given.complied) return nothingNew
  if (findTier(by) !== given.toTier) {
    return refuse('not-allowed', { whoCould: [plan.desks[given.toTier]] })
  }
  return happened<IncidentEvent>({ type: 'Complied', data: { answer: data.answer } })
}

/** What a county answered on the incident of a spread, as each of its members has it. */
export function passOn(state: Incident, { answer, fromTier, instruction }: PassOn['data']): IncidentDecision {
  if (state.answers.some((known) => known.answer === answer)) return nothingNew
  return happened<IncidentEvent>({
    type: 'Answered',
    data: { answer, fromTier, toTier: tierOf(state.unit) },
    ...said({ instruction }),
  })
}
