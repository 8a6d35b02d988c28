// Sets the demonstration up through the same door and commands that pages and imports use: units, people, a campaign whose
// test day is today, posts of the plan with somebody on each. Nothing is written past `act`.

import { type Actor, planActor } from '#core/access/actor.ts'
import { BEIJING_OFFSET_MINUTES, MINUTE, startOfDay } from '#core/basics/instant.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { StreamKind } from '#core/streams.ts'
import type { Session } from '#core/who/campaign.ts'
import { type PostData, postId } from '#core/who/post.ts'
import { type UnitData, unitId } from '#core/who/unit.ts'
import type { Act, Command } from '../act.ts'
import { UNITS } from './county.ts'
import { inventedName, inventedPhone, KNOWN_NAMES } from './people.ts'

/** Home province of everything in the demonstration: ids begin with it. */
const HOME = '99'
/** Commands given in one transaction. */
const LIST = 250

const ROOM = { id: 'room-1', name: { zh: '第1测试室', en: 'Test room 1' }, seats: 30 }

/** The campaign of the day that `now` lies in; a demonstration started on another day has another one. */
export function demoCampaignOf(now: number): string {
  const day = new Date(startOfDay(now) + BEIJING_OFFSET_MINUTES * MINUTE).toISOString().slice(0, 10)
  return `${HOME}-demo-${day}`
}

/**
 * Makes what is missing: ids are the same every time, so what stands already is known by its command's id.
 * @throws Error when a command of the set-up is refused: that is a mistake of ours.
 */
export async function setUpDemo(act: Act, plan: EffectivePlan, now: number): Promise<{ campaign: string }> {
  const campaign = demoCampaignOf(now)
  const actor = planActor('00', campaign)
  const give = (kind: StreamKind, id: string, type: string, data: object): Command => ({
    id: `demo/${type}/${kind}/${id}`,
    stream: { kind, id },
    type,
    data,
    // The same words under the same id on every start: only the day may differ, and with it the campaign.
    madeAt: startOfDay(now),
  })
  const places = UNITS.map((unit) => ({
    ...give('unit', unitId(unit.path), 'EstablishUnit', unit),
    madeAt: 0,
  }))
  const opening = [
    give('campaign', campaign, 'OpenCampaign', {
      kind: 'demo',
      year: new Date(now).getUTCFullYear(),
      name: { zh: '演示测试', en: 'Demonstration' },
      zoneMinutes: BEIJING_OFFSET_MINUTES,
      sessions: sessionsOf(startOfDay(now)),
    }),
    ...UNITS.map((unit) => ({
      ...give('campaign', campaign, 'JoinUnit', {
        unit: unit.path,
        rooms: unit.tier === 'school' ? [ROOM] : [],
      }),
      id: `demo/JoinUnit/${campaign}/${unit.code}`,
    })),
    {
      ...give('campaign', campaign, 'PutPlanInForce', { unit: '00', plan: plan.hash }),
      id: `demo/PutPlanInForce/${campaign}/${plan.hash}`,
    },
  ]
  const seats = seatsOf(plan, campaign)
  const seating = seats.flatMap(({ post, person, unit, substitute, nth, name }) => {
    const id = postId(post)
    return [
      { ...give('person', person, 'RegisterPerson', { unit, name, phone: inventedPhone(nth) }), madeAt: 0 },
      ...(substitute ? [] : [give('post', id, 'EstablishPost', post)]),
      give('assignment', `${HOME}-seat-${campaign}-${nth}`, 'Assign', {
        post: id,
        person,
        campaign,
        unit,
        from: startOfDay(now),
        substitute,
      }),
    ]
  })
  for (const list of listsOf(once([...places, ...opening, ...seating]))) await giveAll(act, list, actor)
  return { campaign }
}

async function giveAll(act: Act, list: readonly Command[], actor: Actor): Promise<void> {
  const answer = await act.act(list, actor)
  if ('refused' in answer) {
    throw new Error(
      `the demonstration could not be set up: ${answer.command} was refused (${answer.refused.code})`,
    )
  }
}

/** The day's timetable after the field manual of 2022 (primary, day 1), in the campaign's zone. */
function sessionsOf(day: number): Session[] {
  const at = (time: string): number => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    return day + (hours * 60 + minutes) * MINUTE
  }
  const session = (id: string, zh: string, en: string, from: string, to: string): Session => ({
    id,
    name: { zh, en },
    startsAt: at(from),
    endsAt: at(to),
  })
  return [
    session('check-in', '学生检录', 'Check-in', '08:20', '08:40'),
    session('chinese', '语文测试', 'Chinese test', '09:00', '10:20'),
    session('questionnaire-1', '问卷一', 'Questionnaire 1', '10:50', '11:20'),
    session('questionnaire-2', '问卷二', 'Questionnaire 2', '14:00', '14:30'),
    session('questionnaire-3', '问卷三', 'Questionnaire 3', '15:00', '15:30'),
  ]
}

/** Somebody on a post of the demonstration. */
export interface SeatPlan {
  readonly post: PostData
  readonly person: string
  readonly unit: string
  readonly substitute: boolean
  readonly nth: number
  readonly name: string
}

/** Every post of the plan in every unit of its tier, with as many people as it wants and a substitute where it wants one. */
export function seatsOf(plan: EffectivePlan, campaign: string): SeatPlan[] {
  const seats: SeatPlan[] = []
  const seat = (unit: UnitData, post: PostData, substitute: boolean, first: boolean): void => {
    const nth = seats.length
    const known =
      first && !substitute ? KNOWN_NAMES[`${unit.code.replace(/^990000$/, '99')}/${post.kind}`] : undefined
    seats.push({
      post,
      person: `${HOME}-person-${nth}`,
      unit: unit.path,
      substitute,
      nth,
      name: known ?? inventedName(nth),
    })
  }
  for (const unit of UNITS) {
    for (const post of Object.values(plan.posts)) {
      if (post.tier !== unit.tier) continue
      const data: PostData = {
        campaign,
        unit: unit.path,
        kind: post.id,
        ...(post.perRoom ? { room: ROOM.id } : {}),
      }
      for (let nth = 0; nth < (post.count ?? 1); nth++) seat(unit, data, false, nth === 0)
      if (post.substitute) seat(unit, data, true, true)
    }
  }
  return seats
}

/** Two people on one post establish it once. */
function once(commands: readonly Command[]): Command[] {
  return [...new Map(commands.map((command) => [command.id, command])).values()]
}

function listsOf(commands: readonly Command[]): Command[][] {
  const lists: Command[][] = []
  for (let from = 0; from < commands.length; from += LIST) lists.push(commands.slice(from, from + LIST))
  return lists
}
