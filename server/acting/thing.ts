// What a command is about, before it is decided: the thing that access asks of, and where a new stream will lie.

import { type Actor, incidentThing, type Thing } from '#core/access/actor.ts'
import type { Report } from '#core/incident/commands.ts'
import type { Incident } from '#core/incident/state.ts'
import type { EffectivePlan, PlanHash } from '#core/plan/effective.ts'
import { streams } from '#core/streams.ts'
import type { Command, Open } from './work.ts'

/** Where a stream lies. */
interface Home {
  readonly place: string
  readonly campaign: string
}

/** Where the plan itself stands: of what it begins, only what its command says counts. */
export const NOWHERE = { unit: '', campaign: '' }

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
  // Units, persons and posts are kept by whoever administers the unit, also for a campaign that is still being made.
  if (kind !== 'incident' && kind !== 'notice') return { unit: at.place, concerned }
  const { place, campaign } = at
  return { unit: place, campaign, concerned, ...(open ? {} : { reporter: actor.person }) }
}

/** The campaign that a command is about or begins something in, where it says one itself. */
export function campaignNamed(command: Command): string | undefined {
  if (command.stream.kind === 'campaign') return command.stream.id
  const campaign = homeOf(command, NOWHERE)?.campaign
  return campaign === NOWHERE.campaign ? undefined : campaign
}

/** The hash of the plan that a report is made under, or that is put in force. */
export function planNamed(command: Command): PlanHash | undefined {
  if (command.type !== 'Report' && command.type !== 'PutPlanInForce') return undefined
  return (command.data as Pick<Report['data'], 'plan'>).plan
}
