// Which deed is the next one of this viewer on this incident: the only solid button in sight. Pure.
// What may be done at all is the server's word (`view.may`).

import { TIERS, type Tier } from '#core/basics/tier.ts'
import type { AnswerOnRecord, AskOnRecord } from '#core/incident/state.ts'
import type { IncidentView } from '#core/wire/view.ts'

export type NextDeed =
  | 'acknowledge'
  | 'comply'
  | 'answer'
  | 'ask'
  | 'handle'
  | 'record'
  | 'close'
  | 'confirm'
  | 'none'

/** Questions that wait for `tier`, oldest first. A tier above the one asked may answer too. */
export function asksFor(view: IncidentView, tier: Tier): readonly AskOnRecord[] {
  return view.incident.asks.filter(
    (ask) =>
      ask.answer === undefined && TIERS.indexOf(ask.toTier) <= TIERS.indexOf(tier) && ask.fromTier !== tier,
  )
}

/** Answers from above that `tier` has not yet said to carry out. */
export function answersFor(view: IncidentView, tier: Tier): readonly AnswerOnRecord[] {
  return view.incident.answers.filter((answer) => answer.toTier === tier && answer.complied === undefined)
}

/** `unconfirmed`: the viewer was told and has not confirmed. */
export function nextDeed(view: IncidentView, tier: Tier, unconfirmed: boolean): NextDeed {
  const may = (type: string) => view.may.includes(type)
  const owes = (kind: string) => view.awaits.some((one) => one.kind === kind && one.tier === tier)
  if (may('Acknowledge') && !view.incident.acknowledged.some((deed) => deed.tier === tier))
    return 'acknowledge'
  if (may('Comply') && answersFor(view, tier).length > 0) return 'comply'
  if (may('Answer') && asksFor(view, tier).length > 0) return 'answer'
  // The plan wants the tier above asked; while the handbook may still hold an example, that is looked up first.
  const mayBeListed = view.incident.example === undefined && may('StateExample')
  if (may('Ask') && owes('ask') && !mayBeListed) return 'ask'
  // It can be dealt with from the first minute on; it is the next deed once what was ordered is being done.
  const { answers } = view.incident
  const ordered = answers.length > 0 && answers.every((answer) => answer.complied !== undefined)
  if (may('Handle') && owes('handle') && ordered) return 'handle'
  if (may('WriteDown') && owes('record')) return 'record'
  if (may('Close') && owes('close')) return 'close'
  if (unconfirmed) return 'confirm'
  return may('Answer') ? 'answer' : 'none'
}
