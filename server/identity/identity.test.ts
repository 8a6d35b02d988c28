// Sessions on a real database: only hashes are kept, posts count while they are held, slips work once, and what ends, ends.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CAMPAIGN, COUNTY, openTestHouse, SCHOOL, type TestHouse } from '../house.fixture.ts'
import { type Identity, openIdentity, type Session } from './identity.ts'

let house: TestHouse
let identity: Identity

beforeAll(async () => {
  house = await openTestHouse()
  identity = open('demo')
})
afterAll(() => house?.close())

function open(mode: 'demo' | 'real'): Identity {
  return openIdentity({ db: house.house.db, plans: house.house.plans, plan: house.plan, mode })
}

async function signIn(
  postKind = 'chief-invigilator',
  unit = SCHOOL,
): Promise<{ token: string; session: Session }> {
  const actor = house.actor(postKind, unit)
  const answer = await identity.signInDemo(actor.person, actor.post)
  if ('refused' in answer) return expect.unreachable(answer.refused)
  return answer
}

const administrator = () => ({ ...house.actor('system-administrator', COUNTY), campaign: CAMPAIGN })

/** Gives `person` another post, from `from` on. */
async function assign(
  person: string,
  post: string,
  unit: string,
  id: string,
  from = 0,
  to?: number,
): Promise<void> {
  const data = {
    post,
    person,
    campaign: CAMPAIGN,
    unit,
    from,
    substitute: true,
    ...(to === undefined ? {} : { to }),
  }
  expect(await house.give(administrator(), 'Assign', data, { kind: 'assignment', id })).toHaveProperty(
    'accepted',
  )
}

describe('a session', () => {
  test('corridor: a token is a person in a post, with the role that the plan gives it', async () => {
    const { token, session } = await signIn()
    expect(session.actor).toEqual(house.actor('chief-invigilator'))
    expect(session.post).toMatchObject({ role: 'chief', tier: 'school', unit: SCHOOL, substitute: false })
    expect(await identity.whoIs(token)).toEqual(session)
  })

  test('corridor: the database keeps hashes only: nobody signs in with what stands there', async () => {
    const { token } = await signIn()
    const rows = await house.owner<{ row: string }>('select s::text as row from session s')
    expect(rows.some(({ row }) => row.includes(token))).toBe(false)
    const hashes = await house.owner<{ hash: string }>(
      "select encode(token_hash, 'base64') as hash from session",
    )
    for (const { hash } of hashes) expect(await identity.whoIs(hash)).toBeUndefined()
  })

  test('corridor: two sign-ins never have one token, and signing out of one leaves the other', async () => {
    const [one, other] = [await signIn(), await signIn()]
    expect(one.token).not.toBe(other.token)
    await identity.signOut(one.token)
    expect(await identity.whoIs(one.token)).toBeUndefined()
    expect(await identity.whoIs(other.token)).toBeDefined()
    await identity.signOut(one.token)
  })

  test('corridor: it lasts fourteen hours after its last use and three days at the most', async () => {
    const { token } = await signIn('principal')
    const set = (expires: string, made: string) =>
      house.owner(
        `update session set expires_at = clock_timestamp() + $1::interval, made_at = clock_timestamp() - $2::interval
         where person = $3 and revoked_at is null`,
        [expires, made, house.actor('principal').person],
      )
    const hoursLeft = async () => (((await identity.whoIs(token))?.expiresAt ?? 0) - Date.now()) / 3_600_000
    await set('1 hour', '13 hours')
    expect(await hoursLeft()).toBeCloseTo(1, 1)
    expect(await hoursLeft(), 'used, so prolonged').toBeCloseTo(14, 1)
    await set('1 hour', '70 hours')
    await hoursLeft()
    expect(await hoursLeft(), 'three days from the beginning').toBeCloseTo(2, 1)
    await set('-1 second', '20 hours')
    expect(await identity.whoIs(token)).toBeUndefined()
  })

  test('corridor: what screens know of themselves: units from the own one upwards, and the time of the campaign', async () => {
    const { session } = await signIn()
    const me = await identity.me(session)
    expect(me.units.map(({ path }) => path)).toEqual([SCHOOL, COUNTY, '00/99', '00'])
    expect(me).toMatchObject({
      campaign: { id: CAMPAIGN, kind: 'demo', zoneMinutes: 480 },
      rate: 1,
      demo: true,
    })
    expect(Math.abs(me.now - (await house.now()))).toBeLessThan(5_000)
  })
})

describe('posts', () => {
  test('C1: a post counts from its first moment to its last, by the clock of the campaign', async () => {
    const { token } = await signIn('county-tech', COUNTY)
    const person = house.actor('county-tech', COUNTY).person
    const now = await house.now()
    const post = house.actor('county-patrol', COUNTY).post
    await assign(person, post, COUNTY, `99-${randomUUID()}`, now + 3_600_000, now + 7_200_000)
    const held = async () => (await identity.whoIs(token))?.posts.map(({ kind }) => kind)
    expect(await held()).toEqual(['county-tech'])
    await house.moveClock(3_600_000)
    expect(await held()).toEqual(['county-tech', 'county-patrol'])
    expect(await identity.switchPost(token, post)).toMatchObject({
      post: { kind: 'county-patrol', substitute: true },
    })
    expect((await identity.whoIs(token))?.actor.postKind).toBe('county-patrol')
    await house.moveClock(3_600_000)
    const after = await identity.whoIs(token)
    expect(after?.actor.postKind, 'back in the post he still holds').toBe('county-tech')
    expect(await identity.switchPost(token, post)).toBeUndefined()
    expect((await identity.living([token])).get(token)).toBe(house.actor('county-tech', COUNTY).post)
  })

  test('C1: who holds no post any more is nobody', async () => {
    const { token } = await signIn('security-group', COUNTY)
    const person = house.actor('security-group', COUNTY).person
    const [row] = await house.owner<{ assignment: string }>(
      'select assignment from assignment_row where person = $1',
      [person],
    )
    const ended = { to: await house.now(), reason: '换人' }
    await house.give(administrator(), 'EndAssignment', ended, {
      kind: 'assignment',
      id: row?.assignment ?? '',
    })
    expect(await identity.whoIs(token)).toBeUndefined()
    expect((await identity.living([token])).size).toBe(0)
  })

  test('G2: no plan lifts a post above the unit it is in: it is held by nobody then, and the administrator keeps his', async () => {
    const posts = {
      ...house.plan.posts,
      // As a plan might say that was pinned before layers were checked for it.
      principal: { ...house.plan.posts.principal!, tier: 'county', role: 'county-lead' },
      'school-inspector': { ...house.plan.posts['school-inspector']!, role: 'province-desk' },
      'system-administrator': { ...house.plan.posts['system-administrator']!, tier: 'province' },
    } as const
    const plan = { ...house.plan, posts }
    const lifted = openIdentity({
      db: house.house.db,
      plans: { find: async () => plan },
      plan,
      mode: 'demo',
    })
    const inPost = (kind: string, unit: string) => {
      const { person, post } = house.actor(kind, unit)
      return lifted.signInDemo(person, post)
    }
    expect(await inPost('principal', SCHOOL)).toEqual({ refused: 'post.not-held' })
    expect(await inPost('school-inspector', SCHOOL)).toEqual({ refused: 'post.not-held' })
    const administrator = await inPost('system-administrator', COUNTY)
    expect(administrator).toMatchObject({ session: { actor: { role: 'administrator', tier: 'county' } } })
    const chief = await inPost('chief-invigilator', SCHOOL)
    expect(chief).toMatchObject({ session: { actor: { role: 'chief', tier: 'school', unit: SCHOOL } } })
  })

  test('corridor: nobody switches to a post that is not his, and the session stays as it was', async () => {
    const { token, session } = await signIn()
    expect(await identity.switchPost(token, house.actor('county-office', COUNTY).post)).toBeUndefined()
    expect((await identity.whoIs(token))?.post).toEqual(session.post)
  })

  test('corridor: of many streams those are named whose session lives, in the post they act in', async () => {
    const [one, other, gone] = [await signIn(), await signIn('principal'), await signIn()]
    await identity.signOut(gone.token)
    const living = await identity.living([one.token, other.token, gone.token, 'x'.repeat(43)])
    expect(living).toEqual(
      new Map([
        [one.token, one.session.post.id],
        [other.token, other.session.post.id],
      ]),
    )
  })
})

describe('ways in', () => {
  test('corridor: a slip signs in once, however it is typed, and only its hash is kept', async () => {
    const actor = house.actor('system-administrator', COUNTY)
    const slip = await identity.makeSlip(actor.person, actor.post, CAMPAIGN)
    expect(slip).toMatch(/^([2-9A-HJKMNP-Z]{4}-){4}[2-9A-HJKMNP-Z]{4}$/)
    const [kept] = await house.owner<{ row: string }>('select s::text as row from slip s')
    expect(kept?.row).not.toContain(slip.replace(/-/g, ''))
    const typed = slip.toLowerCase().replace(/-/g, ' ')
    const tries = await Promise.all([identity.signInSlip(typed), identity.signInSlip(typed)])
    expect(tries.filter((one) => 'token' in one)).toHaveLength(1)
    expect(await identity.signInSlip(slip)).toEqual({ refused: 'slip.unknown' })
    const session = tries.flatMap((one) => ('session' in one ? [one.session] : []))[0]
    expect(session?.actor).toEqual(actor)
  })

  test('corridor: revoking a person ends his sessions and voids his slips', async () => {
    const actor = house.actor('exam-centre', COUNTY)
    const { token } = await signIn('exam-centre', COUNTY)
    const slip = await identity.makeSlip(actor.person, actor.post, CAMPAIGN)
    await identity.revokeAll(actor.person)
    expect(await identity.whoIs(token)).toBeUndefined()
    expect(await identity.signInSlip(slip)).toEqual({ refused: 'slip.unknown' })
  })

  test('corridor: in a real house there are no invented people and no way to be one', async () => {
    const real = open('real')
    const actor = house.actor('chief-invigilator')
    expect(await real.demoPeople()).toEqual([])
    expect(await real.signInDemo(actor.person, actor.post)).toEqual({ refused: 'post.not-held' })
  })

  test('corridor: the demonstration offers everybody on a post, from the nation down', async () => {
    const people = await identity.demoPeople()
    const tiers = people.map(({ tier }) => tier)
    expect([...new Set(tiers)]).toEqual(['nation', 'province', 'county', 'school'])
    expect(people).toContainEqual(
      expect.objectContaining({
        person: house.actor('chief-invigilator').person,
        unit: SCHOOL,
        postKind: 'chief-invigilator',
      }),
    )
  })

  test('corridor: without a post a visitor is in the first that the person holds; nobody else is anybody', async () => {
    const actor = house.actor('chief-invigilator')
    expect(await identity.signInDemo(actor.person)).toMatchObject({ session: { actor } })
    expect(await identity.signInDemo(actor.person, house.actor('principal').post)).toEqual({
      refused: 'post.not-held',
    })
    expect(await identity.signInDemo('99-nobody')).toEqual({ refused: 'post.not-held' })
  })
})
