// Orders through both doors, on a real database: each addressed school answers for itself, who has not is chased at the minute,
// whatever process runs and whatever stopped in between; and nobody reads or orders beyond his own line.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#core/access/actor.ts'
import { MINUTE } from '#core/basics/instant.ts'
import { receiptId } from '#core/receipt/receipt.ts'
import type { OrderView } from '#core/wire/view.ts'
import {
  accepted,
  CAMPAIGN,
  COUNTY,
  FOREIGN_SCHOOL,
  NEXT_SCHOOL,
  OTHER_COUNTY,
  openTestHouse,
  PROVINCE,
  refusal,
  SCHOOL,
  type TestHouse,
} from './house.fixture.ts'
import type { House } from './open-house.ts'
import { currentPlace, readNews } from './store/follow.ts'

let it: TestHouse
beforeAll(async () => {
  it = await openTestHouse()
})
afterAll(() => it.close())

const province = (): Actor => it.actor('province-office', PROVINCE)
const principal = (unit = SCHOOL): Actor => it.actor('principal', unit)
/** Open transactions of other tests' databases on the same server hold news back for a while. */
const WAIT = { timeout: 20_000 }
const THREE = [SCHOOL, NEXT_SCHOOL, FOREIGN_SCHOOL]

const orderData = (more: object = {}) => ({
  unit: PROVINCE,
  campaign: CAMPAIGN,
  plan: it.plan.hash,
  kind: 'stop',
  to: THREE,
  words: '停止测试，学生留在原处',
  ...more,
})

/** Gives an order and answers with its stream. */
async function order(more: object = {}, by = province()): Promise<string> {
  const id = `99-${randomUUID()}`
  await accepted(it.give(by, 'GiveOrder', orderData(more), { kind: 'order', id }))
  return id
}

const receipt = (id: string, unit: string) => ({ kind: 'receipt' as const, id: receiptId(id, unit) })

async function seen(actor: Actor, id: string, house = it.house): Promise<OrderView | undefined> {
  return (await house.see.orders(actor)).orders.find((one) => one.id === id)
}

async function drain(house: House = it.house): Promise<void> {
  while ((await house.act.actDue(50)) > 0);
}

/** Who was told of the receipts of an order, as `what post unit persons`, in order. */
async function told(id: string, what: string): Promise<string[]> {
  const rows = await it.owner<{ post: string; unit: string; persons: string[] }>(
    `select data->>'postKind' as post, data->>'unit' as unit, data->'persons' as persons from ledger
     where kind = 'notice' and type = 'Told' and data->'thing'->>'stream' like $1 || '~to~%' and data->>'what' = $2 order by position`,
    [id, what],
  )
  return rows.map(({ post, unit, persons }) => `${post} ${unit} ${persons.length}`)
}

describe('E6: an order to three schools', () => {
  test('E6: each school is told at once and answers for itself; who gave it sees who has and what came of it', async () => {
    const id = await order()
    expect((await told(id, 'order')).sort()).toEqual(THREE.map((unit) => `principal ${unit} 1`).sort())
    await accepted(it.give(principal(), 'Receive', {}, receipt(id, SCHOOL)))
    const effect = '已停止，42名学生在教室'
    await accepted(it.give(principal(NEXT_SCHOOL), 'CarryOut', { effect }, receipt(id, NEXT_SCHOOL)))
    const view = await seen(province(), id)
    expect(view).toMatchObject({
      words: '停止测试，学生留在原处',
      givenBy: { id: province().person, postKind: 'province-office' },
      may: ['WithdrawOrder'],
    })
    const bySchool = new Map(view?.receipts.map((one) => [one.unit, one]))
    expect(bySchool.size).toBe(3)
    expect(bySchool.get(SCHOOL)).toMatchObject({ received: { postKind: 'principal' }, asksCarriedOut: true })
    expect(bySchool.get(SCHOOL)?.carriedOut).toBeUndefined()
    expect(bySchool.get(NEXT_SCHOOL)?.carriedOut).toMatchObject({ effect })
    expect(bySchool.get(FOREIGN_SCHOOL)?.received).toBeUndefined()
    expect(bySchool.get(FOREIGN_SCHOOL)?.unitName.zh).toBe('单位99070201')
  })

  test('E6: a school reads its own answer, a county those of its schools; nobody a neighbour’s, and outsiders nothing', async () => {
    const id = await order({ to: [SCHOOL, FOREIGN_SCHOOL] })
    const unitsFor = async (actor: Actor) => (await seen(actor, id))?.receipts.map(({ unit }) => unit)
    expect(await unitsFor(principal())).toEqual([SCHOOL])
    expect((await seen(principal(), id))?.receipts[0]?.may).toEqual(['Receive', 'CarryOut'])
    expect(await unitsFor(it.actor('county-office', COUNTY))).toEqual([SCHOOL])
    expect(await unitsFor(it.actor('county-office', OTHER_COUNTY))).toEqual([FOREIGN_SCHOOL])
    expect(await unitsFor(principal(NEXT_SCHOOL))).toBeUndefined()
    expect(await unitsFor({ ...principal(), role: 'outside' })).toBeUndefined()
    expect(
      await refusal(it.give(principal(NEXT_SCHOOL), 'Receive', {}, receipt(id, SCHOOL))),
      'a neighbour’s answer is not there for him',
    ).toBe('not-found')
    expect(
      await refusal(it.give(it.actor('county-office', COUNTY), 'Receive', {}, receipt(id, SCHOOL))),
    ).toBe('not-allowed')
  })

  test('E6: an order names its incident to whoever sees that too: not a confined one to the school', async () => {
    const ofIncident = async (scenario: string) => {
      const { id: incident } = await it.report(it.actor('chief-invigilator'), { scenario })
      const id = await order({ to: [SCHOOL], incident })
      const named = async (actor: Actor) => (await seen(actor, id))?.incident === incident
      expect(await seen(principal(), id)).toBeDefined()
      return [
        await named(principal()),
        await named(it.actor('county-office', COUNTY)),
        await named(province()),
      ]
    }
    expect(await ofIncident('noise')).toEqual([true, true, true])
    expect(await ofIncident('staff-violation')).toEqual([false, true, true])
  })

  test('E6: changes of an order reach who is concerned, and an answer nobody beside its line', async () => {
    const start = await currentPlace(it.house.db)
    const id = await order({ to: [SCHOOL, NEXT_SCHOOL] })
    const heard = async (after: typeof start, actor: Actor) => {
      const news = (await readNews(it.house.db, after, 10_000)) ?? []
      const changes = (await it.house.see.changes(news))(actor)
      return changes.filter(({ stream }) => stream === id).map(({ kind }) => kind)
    }
    for (const actor of [province(), principal(), principal(NEXT_SCHOOL), it.actor('county-office', COUNTY)])
      await expect.poll(() => heard(start, actor), WAIT).toEqual(['order'])
    expect(await heard(start, principal(FOREIGN_SCHOOL))).toEqual([])
    const middle = await currentPlace(it.house.db)
    await accepted(it.give(principal(), 'Receive', {}, receipt(id, SCHOOL)))
    await expect.poll(() => heard(middle, province()), WAIT).toEqual(['order'])
    expect(await heard(middle, principal(NEXT_SCHOOL))).toEqual([])
  })
})

describe('E6: who has not confirmed', () => {
  test('E6: is chased at the minute, then his county, and nobody who answered; withdrawn it is over', async () => {
    const id = await order()
    await accepted(it.give(principal(), 'Receive', {}, receipt(id, SCHOOL)))
    await accepted(
      it.give(principal(NEXT_SCHOOL), 'CarryOut', { effect: '已停止' }, receipt(id, NEXT_SCHOOL)),
    )
    await it.moveClock(5 * MINUTE - 2_000)
    await drain()
    expect(await told(id, 'limit-missed')).toEqual([])
    await it.moveClock(2_000)
    await drain()
    expect(await told(id, 'limit-missed')).toEqual([`principal ${FOREIGN_SCHOOL} 1`])
    await it.moveClock(3 * MINUTE)
    await drain()
    expect(await told(id, 'limit-missed')).toEqual([
      `principal ${FOREIGN_SCHOOL} 1`,
      `county-office ${OTHER_COUNTY} 1`,
    ])
    expect((await seen(province(), id))?.receipts.find(({ unit }) => unit === FOREIGN_SCHOOL)?.chased).toBe(2)
    await accepted(it.give(province(), 'WithdrawOrder', { reason: '电力已恢复' }, { kind: 'order', id }))
    await it.moveClock(60 * MINUTE)
    await drain()
    expect(await told(id, 'limit-missed')).toHaveLength(2)
    expect(
      await refusal(it.give(principal(FOREIGN_SCHOOL), 'Receive', {}, receipt(id, FOREIGN_SCHOOL))),
    ).toBe('receipt.withdrawn')
    expect((await seen(province(), id))?.withdrawn?.reason).toBe('电力已恢复')
  })

  test('E6, E4: two processes chase each school once, also when one of them started after the order', async () => {
    const id = await order()
    const other = await it.openAnother()
    await it.moveClock(5 * MINUTE)
    await Promise.all([drain(), drain(other), drain(other)])
    expect((await told(id, 'limit-missed')).sort()).toEqual(THREE.map((unit) => `principal ${unit} 1`).sort())
    await other.close()
  })

  test('E6, M4: a process that stops takes no deadline with it: the next one chases', async () => {
    const first = await it.openAnother()
    const id = `99-${randomUUID()}`
    const command = {
      id: randomUUID(),
      stream: { kind: 'order' as const, id },
      type: 'GiveOrder',
      data: orderData({ to: [SCHOOL] }),
      madeAt: 0,
    }
    await accepted(first.act.act([command], province()))
    await first.close()
    await it.moveClock(5 * MINUTE)
    const second = await it.openAnother()
    await drain(second)
    expect(await told(id, 'limit-missed')).toEqual([`principal ${SCHOOL} 1`])
    await second.close()
  })
})

describe('E6: an order names what is there and his', () => {
  const refused = async (more: object, by = province(), id = `99-${randomUUID()}`) => {
    const answer = await it.give(by, 'GiveOrder', orderData(more), { kind: 'order', id })
    return 'refused' in answer ? `${answer.refused.code} ${answer.refused.field ?? ''}`.trim() : undefined
  }

  test('E6: a unit that takes no part, his own, one of another line, nobody, an unknown kind and an unknown plan', async () => {
    expect(await refused({ to: [SCHOOL, `${COUNTY}/99070199`] })).toBe('unit.unknown to.1')
    expect(await refused({ to: [PROVINCE] })).toBe('not-allowed to.0')
    const county = it.actor('county-office', COUNTY)
    expect(await refused({ unit: COUNTY, to: [FOREIGN_SCHOOL] }, county)).toBe('not-allowed to.0')
    expect(await refused({ to: [] })).toBe('order.nobody to')
    expect(await refused({ kind: 'dance' })).toBe('order.kind-unknown kind')
    expect(await refused({ plan: 'f'.repeat(64) })).toBe('plan.unknown plan')
    expect(await refused({ unit: COUNTY })).toBe('not-allowed')
    expect(await refused({ campaign: '99-other' })).toBe('not-allowed')
  })

  test('E6: an incident he may not see, and an id that the plan will need', async () => {
    expect(await refused({ incident: `99-${randomUUID()}` })).toBe('incident.unknown incident')
    const mine = await it.report(it.actor('chief-invigilator'), { scenario: 'noise' })
    expect(await refused({ incident: mine.id })).toBeUndefined()
    const foreign = await it.report(it.actor('chief-invigilator', FOREIGN_SCHOOL), { scenario: 'noise' })
    const county = it.actor('county-office', COUNTY)
    expect(await refused({ unit: COUNTY, to: [SCHOOL], incident: foreign.id }, county)).toBe(
      'incident.unknown incident',
    )
    expect(await refused({}, province(), `99-test~spread~${COUNTY.replace(/\//g, '.')}~fire`)).toBe(
      'id.reserved',
    )
    expect(await refused({}, province(), randomUUID())).toBeUndefined()
  })
})

test('D6: nothing real is opened among invented people', async () => {
  const data = { kind: 'real', year: 2026, name: { zh: '真', en: 'Real' }, zoneMinutes: 480, sessions: [] }
  const administrator = it.actor('system-administrator', COUNTY)
  const answer = await it.give(administrator, 'OpenCampaign', data, { kind: 'campaign', id: '99-real-one' })
  expect(answer).toMatchObject({ refused: { code: 'not-allowed', field: 'kind' } })
})

test('C1: a post is held in a room that its unit has', async () => {
  const administrator = it.actor('system-administrator', COUNTY)
  const establish = (room: string) => {
    const data = { campaign: CAMPAIGN, unit: SCHOOL, kind: 'invigilator', room }
    const id = `${CAMPAIGN}~${SCHOOL.replace(/\//g, '.')}~invigilator~${room}`
    return it.give(administrator, 'EstablishPost', data, { kind: 'post', id })
  }
  expect(await establish('room-99')).toMatchObject({ refused: { code: 'room.unknown', field: 'room' } })
})
