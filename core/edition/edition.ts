// The editions of a unit's own plan (G1): each issued with a date, put in force for the units it changes, and sent to units
// that confirm having read it (印发). The plans themselves are kept by content hash; checking and compiling is core/plan.

import type { Instant } from '../basics/instant.ts'
import { refuse } from '../basics/refusal.ts'
import {
  type Context,
  type Decision,
  type Happened,
  happened,
  type Notice,
  quiet,
  type Reaction,
  type Recorded,
  type Stream,
  UnknownEvent,
} from '../basics/stream.ts'
import { findAncestor, tierAbove, tierOf, type UnitPath } from '../basics/tier.ts'
import type { EffectivePlan, PlanHash } from '../plan/effective.ts'
import { receiptId, type Sent } from '../receipt/receipt.ts'

/** Content hash of a layer as written: SM3 over its canonical JSON, hex. */
export type LayerHash = string

export interface EditionData {
  /** Unit whose own plan it is, and that issues it. */
  readonly unit: UnitPath
  readonly campaign: string
  readonly layer: LayerHash
  /** As the layer says. */
  readonly version: string
  /** ISO date, as the layer says. */
  readonly issuedOn: string
  /** The effective plans that follow from it: its unit's own, and those of units below that have a layer of their own. */
  readonly plans: readonly { readonly unit: UnitPath; readonly plan: PlanHash }[]
  /** Units that have to confirm that they have read it. */
  readonly to: readonly UnitPath[]
}

type EditionIssued = Happened<'EditionIssued', EditionData & { readonly edition: number }>
export type EditionEvent = EditionIssued
export type EditionCommand = { readonly type: 'IssueEdition'; readonly data: EditionData }

export interface IssuedEdition extends EditionData {
  /** 1 for the first of the unit. */
  readonly edition: number
  readonly issuedAt: Instant
  readonly by: { readonly person: string; readonly postKind?: string }
}

export interface EditionState {
  /** Oldest first. */
  readonly issued: readonly IssuedEdition[]
}

/** One stream for a unit's editions in a campaign. */
export function editionsId(campaign: string, unit: UnitPath): string {
  return `${campaign}~editions~${unit.replace(/\//g, '.')}`
}

/** What receipts of an edition are of: the stream and which of its editions. */
export function editionThing(stream: string, edition: number): string {
  return `${stream}~${edition}`
}

/** The effective plan of the issuing unit itself. */
export function ownPlanOf(data: EditionData): PlanHash | undefined {
  return data.plans.find((one) => one.unit === data.unit)?.plan
}

function evolve(state: EditionState, event: Recorded<EditionEvent>): EditionState {
  if (event.type !== 'EditionIssued') throw new UnknownEvent('edition', (event as Happened).type)
  const { person, postKind } = event.by
  const by = { person, ...(postKind === undefined ? {} : { postKind }) }
  return { issued: [...state.issued, { ...event.data, issuedAt: event.recordedAt, by }] }
}

function decide(
  state: EditionState,
  { data }: EditionCommand,
  _context: Context<EffectivePlan>,
): Decision<EditionEvent> {
  if (ownPlanOf(data) === undefined) return refuse('plan.unknown', { field: 'plans' })
  // One plan for each unit: what is put in force is what was compared, and nothing behind it.
  if (new Set(data.plans.map(({ unit }) => unit)).size !== data.plans.length)
    return refuse('plan.unknown', { field: 'plans' })
  if (state.issued.some((one) => one.version === data.version)) {
    return refuse('edition.exists', { field: 'version', values: { version: data.version } })
  }
  const last = state.issued[state.issued.length - 1]
  if (last && data.issuedOn < last.issuedOn) {
    return refuse('edition.not-newer', { field: 'issuedOn', values: { issuedOn: last.issuedOn } })
  }
  const edition = state.issued.length + 1
  return happened<EditionEvent>({
    type: 'EditionIssued',
    data: { ...data, to: [...new Set(data.to)], edition },
  })
}

/** A unit issues its plan by itself, so the tier above always hears of it, whomever it was sent to. */
function notices(
  event: Recorded<EditionEvent>,
  _state: EditionState,
  plan: EffectivePlan,
): readonly Notice[] {
  const { unit } = event.data
  const above = tierAbove(tierOf(unit))
  const parent = above && findAncestor(unit, above)
  if (above === undefined || parent === undefined) return []
  return [{ post: plan.desks[above], who: 'holder', what: 'plan-issued', unit: parent }]
}

function reactions(
  event: Recorded<EditionEvent>,
  _state: EditionState,
  plan: EffectivePlan,
): readonly Reaction[] {
  const { campaign, plans, to, edition } = event.data
  const thing = editionThing(event.stream, edition)
  const own = ownPlanOf(event.data) ?? plan.hash
  return [
    ...plans.map(
      (one): Reaction => ({ kind: 'campaign', stream: campaign, type: 'PutPlanInForce', data: one }),
    ),
    ...to.map((unit): Reaction => {
      const sent: Sent = {
        thing: { kind: 'edition', stream: thing },
        unit,
        campaign,
        plan: own,
        carriedOut: false,
        minutes: plan.issuing?.minutes ?? 24 * 60,
        rungs: plan.issuing?.rungs ?? [],
      }
      return { kind: 'receipt', stream: receiptId(thing, unit), type: 'Address', data: sent }
    }),
  ]
}

export const editionStream: Stream<EditionState, EditionCommand, EditionEvent, EffectivePlan> = {
  kind: 'edition',
  initial: { issued: [] },
  evolve,
  decide,
  placeOf: (command) => ({ unit: command.data.unit, campaign: command.data.campaign }),
  pinned: (state) => {
    const last = state.issued[state.issued.length - 1]
    return last && ownPlanOf(last)
  },
  planNamed: (command) => ownPlanOf(command.data),
  ...quiet,
  notices,
  reactions,
}
