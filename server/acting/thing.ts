// What a command is about, before it is decided: the thing that access asks of, and where a new stream will lie.

import { type Actor, incidentThing, type Thing } from '#core/access/actor.ts'
import { scope } from '#core/access/scope.ts'
import { seesBook, seesReceipt, seesSent, seesSpread } from '#core/access/sent.ts'
import type { SpreadState } from '#core/alike/spread.ts'
import type { EditionState } from '#core/edition/edition.ts'
import type { Incident } from '#core/incident/state.ts'
import type { OrderState } from '#core/order/order.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { type StreamKind, streams } from '#core/streams.ts'
import type { Command, Open } from './work.ts'

/** Where a stream lies. */
interface Home {
  readonly place: string
  readonly campaign: string
}

/** Where the plan itself stands: of what it begins, only what its command says counts. */
export const NOWHERE = { unit: '', campaign: '' }

/** Units, persons and posts are kept by whoever administers the unit, also for a campaign that is still being made. */
const OF_NO_CAMPAIGN: ReadonlySet<StreamKind> = new Set<StreamKind>([
  'unit',
  'campaign',
  'person',
  'post',
  'assignment',
])

/** Where the stream that `command` begins will lie, as its kind says; undefined for a command that begins none. */
export function homeOf(command: Command, from: Pick<Actor, 'unit' | 'campaign'>): Home | undefined {
  const { kind, id } = command.stream
  const home = streams[kind].placeOf(command, { stream: id, unit: from.unit, campaign: from.campaign })
  return home && { place: home.unit, campaign: home.campaign }
}

/**
 * The thing as core/access asks of it: of a stream what it is, of a new one what the command says it will be.
 * `concerned`: a row of concern joins the actor to it.
 */
export function thingOf(
  at: Open | Home,
  plan: EffectivePlan,
  command: Command,
  actor: Actor,
  concerned: boolean,
): Thing {
  const { kind } = command.stream
  const open = 'state' in at ? at : undefined
  if (open?.kind === 'incident') return incidentThing(open.state as Incident, plan, concerned)
  if (OF_NO_CAMPAIGN.has(kind)) return { unit: at.place, concerned }
  const { place, campaign } = at
  return { unit: place, campaign, concerned, ...(open ? {} : { reporter: actor.person }) }
}

/**
 * May the actor know that this stream is there? For what was sent and entered; incidents and notices are asked about where
 * their own rules stand (core/access/can.ts, named.ts), who is who is open to whoever administers.
 */
export function isInSight(actor: Actor, open: Open): boolean {
  if (actor.role === 'plan' || OF_NO_CAMPAIGN.has(open.kind)) return true
  switch (open.kind) {
    case 'order': {
      const { order } = open.state as OrderState
      return order !== undefined && open.campaign === actor.campaign && seesSent(actor, order)
    }
    case 'edition': {
      const to = (open.state as EditionState).issued.flatMap((issued) => issued.to)
      return open.campaign === actor.campaign && seesSent(actor, { unit: open.place, to })
    }
    case 'receipt':
      return open.campaign === actor.campaign && seesReceipt(actor, open.place)
    case 'handbook':
      return open.campaign === actor.campaign && seesBook(actor, open.place)
    case 'spread': {
      const { field } = open.state as SpreadState
      return field !== undefined && open.campaign === actor.campaign && seesSpread(actor, field.county)
    }
    case 'twice':
      return open.campaign === actor.campaign && !scope(actor).ownOnly && seesReceipt(actor, open.place)
    default:
      return true
  }
}

/** The campaign that a command is about or begins something in, where it says one itself. */
export function campaignNamed(command: Command): string | undefined {
  if (command.stream.kind === 'campaign') return command.stream.id
  const campaign = homeOf(command, NOWHERE)?.campaign
  return campaign === NOWHERE.campaign ? undefined : campaign
}
