// What a command is about, before it is decided: the thing that access asks of, and where a new stream will lie.

import { type Actor, incidentThing, type Thing } from '#core/access/actor.ts'
import type { Incident } from '#core/incident/state.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { Command, Open } from './work.ts'

/** Fields that say where a thing lies; which of them a command has depends on its type. */
type Named = {
  readonly unit?: string
  readonly path?: string
  readonly campaign?: string
  readonly confined?: boolean
  readonly plan?: string
}

/** Where a stream that does not exist yet will lie. */
export function homeOf(
  command: Command,
  actor: Pick<Actor, 'unit' | 'campaign'>,
): { place: string; campaign: string } {
  const named = command.data as Named
  if (command.stream.kind === 'campaign') return { place: actor.unit, campaign: command.stream.id }
  return { place: named.unit ?? named.path ?? actor.unit, campaign: named.campaign ?? actor.campaign }
}

/**
 * The thing as core/access asks of it: of a stream what it is, of a new one what the command says it will be.
 * `concerned`: a row of concern joins the actor to it.
 */
export function thingOf(
  open: Open | undefined,
  plan: EffectivePlan,
  command: Command,
  actor: Actor,
  concerned: boolean,
): Thing {
  if (open?.kind === 'incident') return incidentThing(open.state as Incident, plan, concerned)
  const { place, campaign } = open ?? homeOf(command, actor)
  // Units, persons and posts are kept by whoever administers the unit, also for a campaign that is still being made.
  if (command.stream.kind !== 'incident' && command.stream.kind !== 'notice')
    return { unit: place, concerned }
  return { unit: place, campaign, concerned, ...(open ? {} : { reporter: actor.person }) }
}

/** The campaign a command names, where it names one. */
export function campaignNamed(command: Command): string | undefined {
  return command.stream.kind === 'campaign' ? command.stream.id : (command.data as Named).campaign
}

/** The hash of the plan a report names. */
export function planNamed(command: Command): string | undefined {
  return (command.data as Named).plan
}
