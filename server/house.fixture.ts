// A small house for tests of the server: a fresh database, a province with two counties and three schools, somebody on every
// post of the built-in plan, and a demonstration campaign whose clock the owner may move. Test-only.

import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Actor, planActor } from '#core/access/actor.ts'
import { type Tier, tierOf, type UnitPath } from '#core/basics/tier.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { StreamKind } from '#core/streams.ts'
import { postId } from '#core/who/post.ts'
import type { CommandAnswer } from '#core/wire/command.ts'
import type { ActAnswer, Command } from './act.ts'
import { type House, type HouseOptions, openHouse } from './open-house.ts'
import { builtInPlan } from './plan/load.ts'
import type { Major } from './store/embedded/binaries.ts'
import { type TestDatabase, testDatabase } from './store/embedded/test-database.ts'

export const NATION = '00'
export const PROVINCE = '00/99'
export const COUNTY = '00/99/990701'
export const SCHOOL = '00/99/990701/99070101'
/** Another school of the same county. */
export const NEXT_SCHOOL = '00/99/990701/99070102'
export const OTHER_COUNTY = '00/99/990702'
/** A school of the other county. */
export const FOREIGN_SCHOOL = '00/99/990702/99070201'
export const UNITS = [NATION, PROVINCE, COUNTY, SCHOOL, NEXT_SCHOOL, OTHER_COUNTY, FOREIGN_SCHOOL]

export const CAMPAIGN = '99-test'
const ROOM = { id: 'room-1', name: { zh: '第1测试室', en: 'Test room 1' }, seats: 30 }

export interface TestHouse {
  readonly house: House
  readonly plan: EffectivePlan
  readonly database: TestDatabase
  readonly masterKey: Buffer
  /** Whoever holds `postKind` at `unit`, or stands in for him. */
  actor(postKind: string, unit?: string, who?: 'holder' | 'substitute'): Actor
  /** Gives one command; its id is new unless `more` says otherwise. */
  give(
    actor: Actor,
    type: string,
    data: object,
    stream: Command['stream'],
    more?: Partial<Command>,
  ): Promise<ActAnswer>
  /** Reports a situation at the actor's unit and answers with the incident's stream. */
  report(actor: Actor, data?: Record<string, unknown>): Promise<Command['stream']>
  /** Campaign time now. */
  now(): Promise<number>
  /** Moves the campaign's clock by `ms`, as only the owner may. */
  moveClock(ms: number): Promise<void>
  /** Runs SQL as the owner of the tables. */
  owner<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
  /** Another process on the same database. The caller closes it. */
  openAnother(options?: Partial<HouseOptions>): Promise<House>
  close(): Promise<void>
}

export interface TestHouseOptions {
  readonly major?: Major
  /** In force everywhere; the built-in one by default. */
  readonly plan?: EffectivePlan
  /** Schools of the county besides those of `UNITS`. */
  readonly schools?: readonly UnitPath[]
}

/** Opens a house on a fresh database and seats everybody, through `act` like any set-up. */
export async function openTestHouse(more: TestHouseOptions = {}): Promise<TestHouse> {
  const { major = '18', plan = builtInPlan(), schools = [] } = more
  const database = await testDatabase(major)
  const masterKey = randomBytes(32)
  const options: HouseOptions = {
    appUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    masterKey,
    mode: 'demo',
    builtIn: plan,
  }
  const house = await openHouse(options)
  const ownerPool = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  // A connection that is being let go may be cut off by the dropping of the database just after: no error of any test.
  ownerPool.on('error', () => {})
  const owner: TestHouse['owner'] = async (text, values = []) => (await ownerPool.query(text, values)).rows
  const now = async (): Promise<number> => {
    const [row] = await owner<{ now: number }>(
      'select millis(campaign_time(clock_timestamp(), anchor, offset_ms, rate)) as now from campaign_clock where campaign = $1',
      [CAMPAIGN],
    )
    return row?.now ?? 0
  }
  await acceptedAll(house, setUp(plan, [...UNITS, ...schools]), planActor(NATION, CAMPAIGN))

  return {
    house,
    plan,
    database,
    masterKey,
    owner,
    now,
    actor: (postKind, unit = SCHOOL, who = 'holder') => actorOf(plan, postKind, unit, who),
    give: (actor, type, data, stream, more = {}) =>
      house.act.act([{ id: randomUUID(), stream, type, data, madeAt: Date.now(), ...more }], actor),
    async report(actor, data = {}) {
      const stream = { kind: 'incident' as const, id: `99-${randomUUID()}` }
      const command = await reportOf(plan, actor.unit, await now(), data)
      await accepted(house.act.act([{ ...command, stream }], actor))
      return stream
    },
    async moveClock(ms) {
      await owner('update campaign_clock set offset_ms = offset_ms + $2 where campaign = $1', [CAMPAIGN, ms])
    },
    openAnother: (more = {}) => openHouse({ ...options, ...more }),
    async close() {
      await house.close()
      await ownerPool.end()
      await database.drop()
    },
  }
}

/** A report of a power cut at `unit`, in a stream of its own. */
export function reportOf(
  plan: EffectivePlan,
  unit: string,
  now: number,
  data: Record<string, unknown> = {},
): Command {
  return {
    id: randomUUID(),
    stream: { kind: 'incident', id: `99-${randomUUID()}` },
    type: 'Report',
    data: {
      unit,
      campaign: CAMPAIGN,
      plan: plan.hash,
      scenario: 'power-cut',
      stated: {},
      discoveredAt: now,
      ...data,
    },
    madeAt: now,
  }
}

/** The answers of an accepted list. @throws Error with the refusal's code */
export async function accepted(answering: Promise<ActAnswer>): Promise<readonly CommandAnswer[]> {
  const answer = await answering
  if ('refused' in answer) throw new Error(`${answer.command} was refused: ${answer.refused.code}`)
  return answer.accepted
}

/** The code of a refused list; `accepted` when it was not refused. */
export async function refusal(answering: Promise<ActAnswer>): Promise<string> {
  const answer = await answering
  return 'refused' in answer ? answer.refused.code : 'accepted'
}

function actorOf(plan: EffectivePlan, postKind: string, unit: string, who: 'holder' | 'substitute'): Actor {
  const post = plan.posts[postKind]
  if (!post) throw new Error(`the plan has no post ${postKind}`)
  return {
    person: personOf(postKind, unit, who),
    post: postId({ campaign: CAMPAIGN, unit, kind: postKind, ...(post.perRoom ? { room: ROOM.id } : {}) }),
    postKind,
    role: post.role,
    tier: post.tier,
    unit,
    campaign: CAMPAIGN,
  }
}

function personOf(postKind: string, unit: string, who: 'holder' | 'substitute'): string {
  return `99-${unit.split('/').at(-1)}-${postKind}-${who}`
}

function setUp(plan: EffectivePlan, all: readonly UnitPath[]): Command[] {
  const give = (kind: StreamKind, id: string, type: string, data: object): Command => ({
    id: `set-up/${type}/${kind}/${id}/${JSON.stringify(data).length}/${randomUUID()}`,
    stream: { kind, id },
    type,
    data,
    madeAt: 0,
  })
  const units = all.map((path, nth) => {
    const code = path.split('/').at(-1) ?? path
    const name = { zh: `单位${code}`, en: `Unit ${code}` }
    const data = { path, tier: tierOf(path), code, name, letters: `U-${code.slice(-3)}`, order: nth }
    return give('unit', `99-unit-${code}`, 'EstablishUnit', data)
  })
  const opened = give('campaign', CAMPAIGN, 'OpenCampaign', {
    kind: 'demo',
    year: 2026,
    name: { zh: '测试批次', en: 'Test campaign' },
    zoneMinutes: 480,
    sessions: [],
  })
  const joined = all.map((unit) =>
    give('campaign', CAMPAIGN, 'JoinUnit', { unit, rooms: tierOf(unit) === 'school' ? [ROOM] : [] }),
  )
  const inForce = give('campaign', CAMPAIGN, 'PutPlanInForce', { unit: NATION, plan: plan.hash })
  return [...units, opened, ...joined, inForce, ...all.flatMap((unit) => seats(plan, unit, give))]
}

function seats(
  plan: EffectivePlan,
  unit: string,
  give: (kind: StreamKind, id: string, type: string, data: object) => Command,
): Command[] {
  const tier: Tier = tierOf(unit)
  return Object.values(plan.posts)
    .filter((post) => post.tier === tier)
    .flatMap((post) => {
      const { post: id } = actorOf(plan, post.id, unit, 'holder')
      const room = post.perRoom ? { room: ROOM.id } : {}
      const who = post.substitute ? (['holder', 'substitute'] as const) : (['holder'] as const)
      return [
        give('post', id, 'EstablishPost', { campaign: CAMPAIGN, unit, kind: post.id, ...room }),
        ...who.flatMap((one, nth) => {
          const person = personOf(post.id, unit, one)
          const name = `张${post.id}${nth}`
          return [
            give('person', person, 'RegisterPerson', { unit, name, phone: `199-0000-${1000 + nth}` }),
            give('assignment', `${person}-seat`, 'Assign', {
              post: id,
              person,
              campaign: CAMPAIGN,
              unit,
              from: 0,
              substitute: one === 'substitute',
            }),
          ]
        }),
      ]
    })
}

async function acceptedAll(house: House, commands: readonly Command[], actor: Actor): Promise<void> {
  for (let from = 0; from < commands.length; from += 250)
    await accepted(house.act.act(commands.slice(from, from + 250), actor))
}
