// What a command names must exist and belong together: nobody seats himself where he has no right, and a report names a unit,
// a room and a plan that are really there. Through the door, on a real database.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#core/access/actor.ts'
import { spreadId, twiceId } from '#core/alike/alike-ids.ts'
import { noticeId } from '#core/notice/notice.ts'
import { receiptId } from '#core/receipt/receipt.ts'
import type { StreamKind } from '#core/streams.ts'
import { postId } from '#core/who/post.ts'
import { CAMPAIGN, COUNTY, openTestHouse, PROVINCE, SCHOOL, type TestHouse } from '../house.fixture.ts'

let it: TestHouse
beforeAll(async () => {
  it = await openTestHouse()
})
afterAll(() => it.close())

const refusal = async (
  actor: Actor,
  type: string,
  data: object,
  stream: { kind: StreamKind; id: string },
): Promise<string | undefined> => {
  const answer = await it.give(actor, type, data, stream)
  return 'refused' in answer ? `${answer.refused.code} ${answer.refused.field ?? ''}`.trim() : undefined
}

describe('C1: an administrator seats people only on posts of his own units', () => {
  const administrator = (): Actor => it.actor('system-administrator', COUNTY)
  const seat = (post: string, unit: string) => ({
    post,
    person: administrator().person,
    campaign: CAMPAIGN,
    unit,
    from: 0,
    substitute: false,
  })

  test('C1: a post of the province is not his to give, whatever unit the command claims', async () => {
    const lead = postId({ campaign: CAMPAIGN, unit: PROVINCE, kind: 'province-lead' })
    const stream = { kind: 'assignment' as const, id: '99-seat-stolen' }
    expect(await refusal(administrator(), 'Assign', seat(lead, COUNTY), stream)).toBe('post.unknown post')
    expect(await refusal(administrator(), 'Assign', seat(lead, PROVINCE), stream)).toMatch(/^not-allowed/)
  })

  test('C1: nor does he seat himself on a post of his own county', async () => {
    const desk = postId({ campaign: CAMPAIGN, unit: COUNTY, kind: 'county-office' })
    const stream = { kind: 'assignment' as const, id: '99-seat-own' }
    expect(await refusal(administrator(), 'Assign', seat(desk, COUNTY), stream)).toBe('not-allowed person')
  })

  test('C1: a post of another tier is not made in his county', async () => {
    const data = { campaign: CAMPAIGN, unit: COUNTY, kind: 'national-centre' }
    expect(await refusal(administrator(), 'EstablishPost', data, { kind: 'post', id: postId(data) })).toBe(
      'post.unknown unit',
    )
  })

  test('C1: a second stream for a unit that stands, and a demonstration inside it, are refused', async () => {
    const unit = {
      path: SCHOOL,
      tier: 'school',
      code: '1',
      name: { zh: '假', en: 'False' },
      letters: 'X',
      order: 1,
    }
    expect(await refusal(administrator(), 'EstablishUnit', unit, { kind: 'unit', id: '99-unit-other' })).toBe(
      'unit.unknown path',
    )
    const demo = {
      kind: 'demo',
      year: 2026,
      name: { zh: '演示', en: 'Demo' },
      zoneMinutes: 480,
      sessions: [],
    }
    expect(
      await refusal(administrator(), 'OpenCampaign', demo, { kind: 'campaign', id: `99-${randomUUID()}` }),
    ).toBe('not-allowed kind')
  })
})

describe('G1: a plan is put in force where it is known and his', () => {
  test('G1: a plan nobody pinned, and a unit above the administrator, are refused', async () => {
    const administrator = it.actor('system-administrator', COUNTY)
    const stream = { kind: 'campaign' as const, id: `99-${randomUUID()}` }
    const drill = {
      kind: 'drill',
      year: 2026,
      name: { zh: '演练', en: 'Drill' },
      zoneMinutes: 480,
      sessions: [],
    }
    expect(await refusal(administrator, 'OpenCampaign', drill, stream)).toBeUndefined()
    const inForce = (unit: string, plan: string) =>
      refusal(administrator, 'PutPlanInForce', { unit, plan }, stream)
    expect(await inForce(COUNTY, 'f'.repeat(64))).toBe('plan.unknown plan')
    expect(await inForce(PROVINCE, it.plan.hash)).toBe('not-allowed unit')
    expect(await inForce(COUNTY, it.plan.hash)).toBeUndefined()
  })
})

describe('E2, E6: an id is nobody’s to take before the plan needs it, and stands for one thing', () => {
  const report = async () => ({
    unit: SCHOOL,
    campaign: CAMPAIGN,
    plan: it.plan.hash,
    scenario: 'noise',
    stated: {},
    discoveredAt: await it.now(),
  })
  const order = () => ({
    unit: COUNTY,
    campaign: CAMPAIGN,
    plan: it.plan.hash,
    kind: 'stop',
    to: [SCHOOL],
    words: '停止测试',
  })
  const person = { unit: COUNTY, name: '张某', phone: '199-0000-0001' }
  const drill = {
    kind: 'drill',
    year: 2026,
    name: { zh: '演练', en: 'Drill' },
    zoneMinutes: 480,
    sessions: [],
  }
  const administrator = () => it.actor('system-administrator', COUNTY)
  const county = () => it.actor('county-office', COUNTY)

  test('E2: nothing is begun under an id that follows from something else', async () => {
    const some = `99-${randomUUID()}`
    const derived = [
      noticeId(some, 'county-office', COUNTY),
      receiptId(some, SCHOOL),
      spreadId(CAMPAIGN, COUNTY, 'noise'),
      twiceId(CAMPAIGN, SCHOOL, 'noise'),
      '99-unit-99070199',
    ]
    for (const id of [...derived, 'plan', '00-person-administrator', '99-demo-2026-05-20', `${some}x`]) {
      const begun = async (actor: Actor, kind: StreamKind, type: string, data: object) =>
        refusal(actor, type, data, { kind, id })
      expect(await begun(county(), 'incident', 'Report', await report()), id).toBe('id.reserved')
      expect(await begun(county(), 'order', 'GiveOrder', order()), id).toBe('id.reserved')
      expect(await begun(administrator(), 'person', 'RegisterPerson', person), id).toBe('id.reserved')
      expect(await begun(administrator(), 'campaign', 'OpenCampaign', drill), id).toBe('id.reserved')
      const seat = {
        post: postId({ campaign: CAMPAIGN, unit: COUNTY, kind: 'county-office' }),
        person: it.actor('county-lead', COUNTY).person,
        campaign: CAMPAIGN,
        unit: COUNTY,
        from: 0,
        substitute: true,
      }
      expect(await begun(administrator(), 'assignment', 'Assign', seat), id).toBe('id.reserved')
    }
    expect(await it.owner('select from ledger where stream = any($1)', [derived])).toEqual([])
  })

  test('E6: what stands under an id is not joined by a thing of another kind', async () => {
    const { id } = await it.report(it.actor('chief-invigilator'), { scenario: 'noise' })
    expect(await refusal(county(), 'GiveOrder', order(), { kind: 'order', id })).toBe('id.reserved')
    expect(await refusal(administrator(), 'RegisterPerson', person, { kind: 'person', id })).toBe(
      'id.reserved',
    )
    const given = `99-${randomUUID()}`
    expect(await refusal(county(), 'GiveOrder', order(), { kind: 'order', id: given })).toBeUndefined()
    expect(await refusal(county(), 'Report', await report(), { kind: 'incident', id: given })).toBe(
      'id.reserved',
    )
  })

  test('E6: nor are two things begun under one id in one list', async () => {
    const id = `99-${randomUUID()}`
    const command = { id: randomUUID(), madeAt: 0, data: order(), type: 'GiveOrder' }
    const answer = await it.house.act.act(
      [
        { ...command, stream: { kind: 'order', id } },
        {
          ...{ id: randomUUID(), madeAt: 0, type: 'Report', data: await report() },
          stream: { kind: 'incident', id },
        },
      ],
      county(),
    )
    expect(answer).toMatchObject({ refused: { code: 'id.reserved' } })
    expect(await it.owner('select from ledger where stream = $1', [id])).toEqual([])
  })
})

describe('E2: a report names what is really there', () => {
  const report = async (more: object, actor = it.actor('county-office', COUNTY)) => {
    const now = await it.now()
    const data = {
      unit: SCHOOL,
      campaign: CAMPAIGN,
      plan: it.plan.hash,
      scenario: 'power-cut',
      stated: {},
      discoveredAt: now,
      ...more,
    }
    return refusal(actor, 'Report', data, { kind: 'incident', id: `99-${randomUUID()}` })
  }

  test('E2: a unit that takes no part and a room the school does not have are named in the refusal', async () => {
    expect(await report({ unit: `${COUNTY}/99070199` })).toBe('unit.unknown unit')
    expect(await report({ room: 'room-99' })).toBe('room.unknown room')
    expect(await report({ room: 'room-1' })).toBeUndefined()
  })

  test('G1: a plan that was never in force for the unit is refused, also when it was pinned for another', async () => {
    const lax = { ...it.plan, hash: 'a'.repeat(64) }
    await it.house.plans.pin(lax)
    expect(await report({ plan: lax.hash })).toBe('plan.unknown plan')
  })
})

describe('E2: what is out of sight looks like what is not there', () => {
  test('E2: a message, a report and a tick to a confined incident answer like to none', async () => {
    const about = await it.report(it.actor('chief-invigilator'), { scenario: 'staff-violation' })
    const principal = it.actor('principal')
    const message = { words: '有人吗' }
    const nowhere = { kind: 'incident' as const, id: `99-${randomUUID()}` }
    expect(await refusal(principal, 'SendMessage', message, { kind: 'incident', id: about.id })).toBe(
      'not-found',
    )
    expect(await refusal(principal, 'SendMessage', message, nowhere)).toBe('not-found')
    const now = await it.now()
    const again = {
      unit: SCHOOL,
      campaign: CAMPAIGN,
      plan: it.plan.hash,
      scenario: 'fire',
      stated: {},
      discoveredAt: now,
    }
    expect(await refusal(principal, 'Report', again, { kind: 'incident', id: about.id })).toBe('not-found')
    const told = `${about.id}~county-office~${COUNTY.replace(/\//g, '.')}`
    expect(await refusal(principal, 'MarkSeen', {}, { kind: 'notice', id: told })).toBe('not-found')
    expect(await refusal(principal, 'MarkSeen', {}, { kind: 'notice', id: `${told}x` })).toBe('not-found')
  })

  test('E2: a confined incident leaves no gap in the numbers of its school', async () => {
    const numbers = []
    for (const scenario of ['noise', 'staff-violation', 'noise']) {
      const { id } = await it.report(it.actor('chief-invigilator'), { scenario })
      const seen = await it.house.see.incident(it.actor('county-office', COUNTY), id)
      numbers.push(seen?.incident.number ?? '')
    }
    const [first = '', confined = '', second = ''] = numbers
    expect(Number(second.slice(-3))).toBe(Number(first.slice(-3)) + 1)
    expect(confined.slice(0, -4)).not.toBe(first.slice(0, -4))
  })
})
