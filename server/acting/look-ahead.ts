// What commands name and only the database knows, asked before they are decided: campaigns, who holds which post, whether an
// edition still stands on what is in force. Deciding itself waits for nothing. Whether what is named is right is named.ts.

import type { Refusal } from '#core/basics/refusal.ts'
import type { EditionData } from '#core/edition/edition.ts'
import type { GivenTask } from '#core/incident/commands.ts'
import type { CampaignState } from '#core/who/campaign.ts'
import { findPlanInForce } from '#core/who/campaign.ts'
import { seatsOf } from '../store/load.ts'
import { type Desk, knowPlans } from './desk.ts'
import { findEditionFault } from './edition-base.ts'
import type { Ahead } from './known.ts'
import { campaignOf, misnamedInCampaign, NAMES_IN_CAMPAIGN } from './named.ts'
import type { Command } from './work.ts'

/** Costs nothing for commands that name nothing of the kind, and for reports what the process knows already. */
export async function lookAhead(desk: Desk, commands: readonly Command[]): Promise<Ahead> {
  const campaigns = new Map<string, CampaignState>()
  const seats = new Set<string>()
  const editions = new Map<string, Refusal>()
  for (const command of commands) {
    await findCampaign(desk, command, campaigns)
    await findSeats(desk, command, seats)
    if (command.type === 'IssueEdition') await findOutdated(desk, command, editions)
  }
  return { mode: desk.house.mode, campaigns, seats, editions }
}

async function findCampaign(
  desk: Desk,
  command: Command,
  campaigns: Map<string, CampaignState>,
): Promise<void> {
  if (!NAMES_IN_CAMPAIGN.has(command.type)) return
  const id = campaignOf(command, desk.work)
  if (id === undefined) return
  const campaign = await desk.house.campaigns.find(
    id,
    (state) => misnamedInCampaign(command, state, desk.work) === undefined,
  )
  if (!campaign) return
  campaigns.set(id, campaign)
  if (command.type !== 'EnterExamples') return
  const { unit } = command.data as { readonly unit: string }
  await knowPlans(desk, [findPlanInForce(campaign, unit)])
}

/** Persons whom tasks name, with the posts they hold, as `person post unit`. */
async function findSeats(desk: Desk, command: Command, seats: Set<string>): Promise<void> {
  const { tasks = [] } = command.data as { readonly tasks?: readonly GivenTask[] }
  const persons = tasks.flatMap((task) => task.person ?? [])
  const incident = desk.work.find('incident', command.stream.id)
  if (persons.length === 0 || !incident) return
  const { campaign } = incident
  for (const { person, post_kind, unit } of await seatsOf(
    desk.tx,
    campaign,
    persons,
    desk.work.nowIn(campaign),
  ))
    seats.add(`${person} ${post_kind} ${unit}`)
}

/** Editions that may not be issued as they are, by command; the campaign was loaded with them, so no other plan slips in. */
async function findOutdated(desk: Desk, command: Command, editions: Map<string, Refusal>): Promise<void> {
  const data = command.data as EditionData
  const campaign = desk.work.find('campaign', data.campaign)?.state as CampaignState | undefined
  const refused = campaign
    ? await findEditionFault(desk.house.plans, campaign, data)
    : ({ code: 'campaign.unknown', field: 'campaign' } as const)
  if (refused) editions.set(command.id, refused)
}
