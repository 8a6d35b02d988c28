// The first start for real use: the national unit, one administrator's post, and a slip that lets somebody sit on it.
// Everything else — units, campaigns, people — he then makes through the same door.

import { planActor } from '#core/access/actor.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { StreamKind } from '#core/streams.ts'
import { type PostData, postId } from '#core/who/post.ts'
import type { Act, Command } from './act.ts'

/** The campaign the administrator's own post belongs to: setting the house up is not any year's measurement. */
const SET_UP_CAMPAIGN = '00-set-up'

const PERSON = '00-person-administrator'
const POST: PostData = { campaign: SET_UP_CAMPAIGN, unit: '00', kind: 'system-administrator' }

/** Whom the slip of the first start is made out for. */
export const ADMINISTRATOR = { person: PERSON, post: postId(POST), campaign: SET_UP_CAMPAIGN } as const

/**
 * Makes the administrator's seat.
 * @returns false when another process has just made it
 * @throws Error when a command is refused: that is a mistake of ours
 */
export async function setUpAdministrator(act: Act, plan: EffectivePlan, now: number): Promise<boolean> {
  const actor = planActor('00', SET_UP_CAMPAIGN)
  const give = (kind: StreamKind, id: string, type: string, data: object): Command => ({
    id: `first-start/${type}/${id}`,
    stream: { kind, id },
    type,
    data,
    madeAt: 0,
  })
  const unit = {
    path: '00',
    tier: 'nation',
    code: '00',
    name: { zh: '国家', en: 'Nation' },
    letters: 'GJ',
    order: 0,
  }
  const answer = await act.act(
    [
      give('unit', '00-unit-00', 'EstablishUnit', unit),
      give('campaign', SET_UP_CAMPAIGN, 'OpenCampaign', {
        kind: 'real',
        year: new Date(now).getUTCFullYear(),
        name: { zh: '系统建立', en: 'Set-up' },
        zoneMinutes: 480,
        sessions: [],
      }),
      give('campaign', SET_UP_CAMPAIGN, 'PutPlanInForce', { unit: '00', plan: plan.hash }),
      // No number is known yet: the administrator registers himself when he has signed in.
      give('person', PERSON, 'RegisterPerson', { unit: '00', name: '系统管理员', phone: '000-0000' }),
      give('post', ADMINISTRATOR.post, 'EstablishPost', POST),
      give('assignment', '00-seat-administrator', 'Assign', {
        post: ADMINISTRATOR.post,
        person: PERSON,
        campaign: SET_UP_CAMPAIGN,
        unit: '00',
        from: now,
        substitute: false,
      }),
    ],
    actor,
  )
  if (!('refused' in answer)) return true
  // The same ids with another moment in them.
  if (answer.refused.code === 'command.reused') return false
  throw new Error(`the first start was refused: ${answer.command} (${answer.refused.code})`)
}
