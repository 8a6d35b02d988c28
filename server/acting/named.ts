// What a person's command names must exist and belong together: a report's unit, room and plan, an assignment's post and
// person, ids that follow from what they stand for. Asked after `can`; a stream's own `decide` reads only itself.
// What is sent and entered (orders, spreads, books, tasks) is named-sent.ts.

import type { Actor } from '#core/access/actor.ts'
import type { Refusal, RefusalCode } from '#core/basics/refusal.ts'
import { isWithin, tierOf } from '#core/basics/tier.ts'
import type { Report } from '#core/incident/commands.ts'
import type { NoticeState } from '#core/notice/notice.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { AssignmentData } from '#core/who/assignment.ts'
import { type CampaignData, type CampaignState, wasEverInForce } from '#core/who/campaign.ts'
import type { PersonState } from '#core/who/person.ts'
import { type PostData, type PostState, postId } from '#core/who/post.ts'
import { type UnitData, unitId } from '#core/who/unit.ts'
import type { Known } from './known.ts'
import { findMisnamedSent, misnamedSentInCampaign } from './named-sent.ts'
import { campaignNamed } from './thing.ts'
import type { Command, Work } from './work.ts'

/** Commands whose names are looked up in their campaign. */
export const NAMES_IN_CAMPAIGN: ReadonlySet<string> = new Set([
  'Report',
  'EstablishPost',
  'GiveOrder',
  'JoinSpread',
  'EnterExamples',
  'IssueEdition',
])

/** The campaign a command belongs to: its stream's, else the one it names. */
export function campaignOf(command: Command, work: Work): string | undefined {
  if (command.type === 'EstablishPost') return (command.data as PostData).campaign
  return work.find(command.stream.kind, command.stream.id)?.campaign ?? campaignNamed(command)
}

/** Undefined when everything named is there; else the refusal that names the field. The plan's own commands are not asked. */
export function findMisnamed(
  command: Command,
  actor: Actor,
  plan: EffectivePlan,
  known: Known,
): Refusal | undefined {
  if (NAMES_IN_CAMPAIGN.has(command.type)) {
    const refused = misnamedInCampaign(command, findCampaign(command, known), known.work)
    if (refused) return refused
  }
  const { work } = known
  switch (command.type) {
    case 'MarkSeen':
    case 'Confirm': {
      // Whether somebody else was told is not said to whoever was not.
      const notice = work.find('notice', command.stream.id)?.state as NoticeState | undefined
      const told = notice?.persons ?? []
      return told.includes(actor.person) ? undefined : { code: 'not-found' }
    }
    case 'EstablishUnit': {
      const { path, tier } = command.data as UnitData
      if (tier !== tierOf(path)) return wrong('unit.unknown', 'tier')
      return command.stream.id === unitId(path) ? undefined : wrong('unit.unknown', 'path')
    }
    case 'OpenCampaign':
      // What is recorded among invented people must never pass for real (D6).
      return known.ahead.mode === 'demo' && (command.data as CampaignData).kind === 'real'
        ? { code: 'not-allowed', field: 'kind' }
        : undefined
    case 'JoinUnit':
    case 'PutPlanInForce':
      // That the plan is known was asked when it was looked for: the command is decided under it.
      return isWithin((command.data as { readonly unit: string }).unit, actor.unit)
        ? undefined
        : { code: 'not-allowed', field: 'unit' }
    case 'EstablishPost': {
      const data = command.data as PostData
      const post = plan.posts[data.kind]
      if (!post) return wrong('post.unknown', 'kind')
      // Who administers may sit at any tier; every other post belongs to the tier the plan gives it.
      if (post.role !== 'administrator' && post.tier !== tierOf(data.unit))
        return wrong('post.unknown', 'unit')
      return command.stream.id === postId(data) ? undefined : wrong('post.unknown', 'kind')
    }
    case 'Assign': {
      const { post, person, unit, campaign } = command.data as AssignmentData
      const seat = (work.find('post', post)?.state as PostState | undefined)?.post
      if (!seat || seat.unit !== unit || seat.campaign !== campaign) return wrong('post.unknown', 'post')
      // Nobody gives himself a post: it takes somebody else to say that he holds it.
      if (person === actor.person) return { code: 'not-allowed', field: 'person' }
      const there = (work.find('person', person)?.state as PersonState | undefined)?.unit
      return there === undefined ? wrong('person.unknown', 'person') : undefined
    }
    default:
      return findMisnamedSent(command, actor, known, findCampaign(command, known))
  }
}

/** As this transaction has it, where it changes the campaign itself; else as it was looked up. */
function findCampaign(command: Command, { work, ahead }: Known): CampaignState | undefined {
  const id = campaignOf(command, work)
  if (id === undefined) return undefined
  return (work.find('campaign', id)?.state as CampaignState | undefined) ?? ahead.campaigns.get(id)
}

/** What a command names in its campaign: units that take part, their rooms, plans that were in force. */
export function misnamedInCampaign(
  command: Command,
  campaign: CampaignState | undefined,
  work: Work,
): Refusal | undefined {
  switch (command.type) {
    case 'Report':
      return misnamedReport(command.data as Report['data'], campaign)
    case 'EstablishPost': {
      const { unit, room } = command.data as PostData
      if (room === undefined) return undefined
      return campaign?.rooms[unit]?.some((one) => one.id === room) ? undefined : wrong('room.unknown', 'room')
    }
    default:
      return campaign ? misnamedSentInCampaign(command, campaign, work) : { code: 'campaign.unknown' }
  }
}

function misnamedReport(report: Report['data'], campaign: CampaignState | undefined): Refusal | undefined {
  const rooms = campaign?.rooms[report.unit]
  if (!campaign || !rooms) return wrong('unit.unknown', 'unit')
  if (report.room !== undefined && !rooms.some((room) => room.id === report.room))
    return wrong('room.unknown', 'room')
  // A phone that was off since morning may hold an older version: any that was in force for the unit will do.
  return wasEverInForce(campaign, report.unit, report.plan) ? undefined : wrong('plan.unknown', 'plan')
}

function wrong(code: RefusalCode, field: string): Refusal {
  return { code, field }
}
