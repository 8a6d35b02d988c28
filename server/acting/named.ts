// What a person's command names must exist and belong together: a report's unit, room and plan, an assignment's post and
// person, ids that follow from what they stand for. Asked after `can`; a stream's own `decide` reads only itself.

import type { Actor } from '#core/access/actor.ts'
import type { Refusal, RefusalCode } from '#core/basics/refusal.ts'
import { isWithin, tierOf } from '#core/basics/tier.ts'
import type { Report } from '#core/incident/commands.ts'
import type { NoticeState } from '#core/notice/notice.ts'
import type { EffectivePlan, PlanHash } from '#core/plan/effective.ts'
import type { AssignmentData } from '#core/who/assignment.ts'
import { type CampaignState, wasEverInForce } from '#core/who/campaign.ts'
import type { PersonState } from '#core/who/person.ts'
import { type PostData, type PostState, postId } from '#core/who/post.ts'
import { type UnitData, unitId } from '#core/who/unit.ts'
import type { StreamRef } from '../store/load.ts'
import { planNamed } from './thing.ts'
import type { Command, Work } from './work.ts'

/** What a command names besides its own stream, to be read with it. */
export function refsNamed(command: Command): readonly StreamRef[] {
  if (command.type !== 'Assign') return []
  const { post, person } = command.data as AssignmentData
  return [
    { kind: 'post', stream: post },
    { kind: 'person', stream: person },
  ]
}

/** Undefined when everything named is there; else the refusal that names the field. The plan's own commands are not asked. */
export function findMisnamed(
  command: Command,
  actor: Actor,
  work: Work,
  plan: EffectivePlan,
  campaign: CampaignState | undefined,
  plans: ReadonlyMap<PlanHash, EffectivePlan>,
): Refusal | undefined {
  switch (command.type) {
    case 'Report':
      return misnamedReport(command.data as Report['data'], campaign)
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
    case 'JoinUnit':
    case 'PutPlanInForce': {
      const { unit } = command.data as { readonly unit: string }
      if (!isWithin(unit, actor.unit)) return { code: 'not-allowed', field: 'unit' }
      // A plan that nobody pinned would leave every phone of the unit without one.
      const hash = planNamed(command)
      return hash === undefined || plans.has(hash) ? undefined : wrong('plan.unknown', 'plan')
    }
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
      const known = (work.find('person', person)?.state as PersonState | undefined)?.unit
      return known === undefined ? wrong('person.unknown', 'person') : undefined
    }
    default:
      return undefined
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
