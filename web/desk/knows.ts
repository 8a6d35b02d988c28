// Who knows: every post that was told, top tier first, the desk of each tier on the line and the others beside it,
// each person with how far it got. A desk above that was not told says so; a post without a person says so loudly. Pure.

import type { Instant } from '#core/basics/instant.ts'
import { findAncestor, TIERS, type Tier, tierOf, type UnitPath } from '#core/basics/tier.ts'
import type { Incident } from '#core/incident/state.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { ToldView } from '#core/wire/view.ts'
import type { KnowsState } from '../parts/who-knows.tsx'

export interface KnowsLine {
  readonly id: string
  readonly postKind: string
  readonly person?: string
  readonly substitute: boolean
  readonly beside: boolean
  readonly state: KnowsState
  /** Nobody holds the post. */
  readonly nobody: boolean
  /** When it was seen, confirmed, or told, whichever `state` speaks of. */
  readonly at?: Instant
  /** The notice stream, where the line is a told one. */
  readonly notice?: string
}

interface Sources {
  readonly told: readonly ToldView[]
  readonly incident: Incident
  readonly plan: EffectivePlan | undefined
}

/** The ladder, nation first. */
export function knowsOf({ told, incident, plan }: Sources): readonly KnowsLine[] {
  const lines: KnowsLine[] = []
  for (const tier of [...TIERS].reverse()) {
    const desk = plan?.desks[tier]
    const here = told.filter((one) => tierOf(one.unit) === tier)
    const sorted = [...here].sort(
      (a, b) => Number(b.postKind === desk) - Number(a.postKind === desk) || a.toldAt - b.toldAt,
    )
    if (desk !== undefined && !here.some((one) => one.postKind === desk) && isAbove(tier, incident.unit)) {
      lines.push({
        id: `${tier}-desk`,
        postKind: desk,
        substitute: false,
        beside: false,
        state: 'notTold',
        nobody: false,
      })
    }
    for (const one of sorted) lines.push(...linesOf(one, incident, one.postKind !== desk))
  }
  return lines
}

function isAbove(tier: Tier, unit: UnitPath): boolean {
  return tier !== 'school' && findAncestor(unit, tier) !== undefined
}

function linesOf(told: ToldView, incident: Incident, beside: boolean): readonly KnowsLine[] {
  const common = { postKind: told.postKind, beside, notice: told.notice }
  if (told.persons.length === 0) {
    const line = { ...common, id: told.notice, substitute: false, state: 'unseen' as const, nobody: true }
    return [{ ...line, at: told.toldAt }]
  }
  return told.persons.map((person, index) => ({
    ...common,
    id: `${told.notice}/${person.id}`,
    person: person.id,
    substitute: person.who === 'substitute',
    // Further persons of the same post hang below the first.
    beside: beside || index > 0,
    nobody: false,
    ...stateOf(person, told.toldAt, incident),
  }))
}

function stateOf(
  person: ToldView['persons'][number],
  toldAt: Instant,
  incident: Incident,
): { state: KnowsState; at: Instant } {
  const taken = incident.acknowledged.find((deed) => deed.by.person === person.id)
  if (taken && incident.status === 'open') return { state: 'handling', at: taken.occurredAt }
  if (person.confirmedAt !== undefined) return { state: 'confirmed', at: person.confirmedAt }
  if (person.seenAt !== undefined) return { state: 'seen', at: person.seenAt }
  return { state: 'unseen', at: toldAt }
}
