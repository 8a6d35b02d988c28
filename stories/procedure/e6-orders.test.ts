// Orders from above (E6): to three schools of seven, each confirms for itself, who has not is chased at the minute; carried out,
// and withdrawn.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitPath } from '#core/basics/tier.ts'
import { receiptId } from '#core/receipt/receipt.ts'
import type { OrderList, OrderView } from '#core/wire/view.ts'
import { CAMPAIGN, COUNTY, openTale, type Person, PROVINCE, schoolNo, type Tale } from './tale.fixture.ts'

let tale: Tale
beforeAll(async () => {
  tale = await openTale({ schools: 7 })
})
afterAll(() => tale?.close())

const [ONE, TWO, THREE, FOUR] = [schoolNo(1), schoolNo(2), schoolNo(3), schoolNo(4)]
const order = (id: string) => ({ kind: 'order' as const, id })
const receipt = (id: string, unit: UnitPath) => ({ kind: 'receipt' as const, id: receiptId(id, unit) })

async function give(by: Person, kind: string, to: readonly UnitPath[], words: string): Promise<string> {
  const id = randomUUID()
  const data = { unit: by.unit, campaign: CAMPAIGN, plan: tale.plan.hash, kind, to, words }
  await by.give(order(id), 'GiveOrder', data)
  return id
}
async function seen(by: Person, id: string): Promise<OrderView | undefined> {
  return (await by.get<OrderList>('/api/orders')).orders.find((one) => one.id === id)
}
const answers = async (by: Person, id: string) =>
  (await seen(by, id))?.receipts.map(({ unit, received, carriedOut, chased }) => [
    unit.split('/').at(-1),
    received?.postKind,
    carriedOut?.effect,
    chased,
  ])

describe('E6: an order to three schools of seven', () => {
  test('E6: each confirms for itself; one is silent: its substitute at the minute, then county, then province', async () => {
    const office = tale.as('county-office', COUNTY)
    await tale.at('09:30')
    const id = await give(office, 'stop', [ONE, TWO, THREE], '停电范围扩大，三校先停测')
    for (const unit of [ONE, TWO, THREE]) {
      expect(await tale.toldWhere(receipt(id, unit))).toEqual([
        `09:30 ${unit.split('/').at(-1)}/principal holder order urgent`,
      ])
    }
    // Nobody else hears of it, sees it or can answer it.
    const fourth = tale.as('principal', FOUR)
    expect(await tale.toldWhere(receipt(id, FOUR))).toEqual([])
    expect(await seen(fourth, id)).toBeUndefined()
    expect(await fourth.mayNot(receipt(id, FOUR), 'Receive')).toMatchObject({ code: 'not-found' })
    expect(await fourth.mayNot(receipt(id, ONE), 'Receive')).toMatchObject({ code: 'not-found' })
    // The county does not confirm in a school's place.
    expect(await office.mayNot(receipt(id, THREE), 'Receive')).toMatchObject({ code: 'not-allowed' })

    await tale.at('09:31')
    const first = tale.as('principal', ONE)
    await first.give(receipt(id, ONE), 'Receive')
    await tale.at('09:33')
    // Whoever does not lead the school stops no chase with a tick of his.
    expect(await tale.as('school-inspector', TWO).mayNot(receipt(id, TWO), 'Receive')).toMatchObject({
      code: 'not-allowed',
      whoCould: ['principal', 'deputy-teaching', 'deputy-logistics'],
    })
    await tale.as('deputy-teaching', TWO).give(receipt(id, TWO), 'Receive')
    await tale.at('09:46')
    expect(await tale.toldWhere(receipt(id, THREE), '09:31')).toEqual([
      '09:35 99070103/principal substitute limit-missed',
      '09:38 990701/county-office holder limit-missed',
      '09:45 99/province-office holder limit-missed',
    ])
    for (const unit of [ONE, TWO]) expect(await tale.toldWhere(receipt(id, unit), '09:31')).toEqual([])

    await tale.at('09:48')
    await tale.as('principal', THREE, 'substitute').give(receipt(id, THREE), 'Receive')
    expect(await first.mayNot(receipt(id, ONE), 'CarryOut', { effect: ' ' })).toMatchObject({
      field: 'effect',
    })
    await first.give(receipt(id, ONE), 'CarryOut', { effect: '4室已停，试卷封好，学生在座' })
    expect(await answers(office, id)).toEqual([
      ['99070101', 'principal', '4室已停，试卷封好，学生在座', 0],
      ['99070102', 'deputy-teaching', undefined, 0],
      ['99070103', 'principal', undefined, 3],
    ])
    // A school reads its own answer and no other school's.
    expect((await answers(first, id))?.map(([unit]) => unit)).toEqual(['99070101'])
  })

  test('E6: withdrawn with a reason: each school hears it, nobody is chased, nothing can be answered any more', async () => {
    const province = tale.as('province-office', PROVINCE)
    const office = tale.as('county-office', COUNTY)
    await tale.at('10:00')
    const id = await give(province, 'delay', [ONE, TWO, THREE], '推迟到10:40')
    await tale.at('10:02')
    await tale.as('principal', ONE).give(receipt(id, ONE), 'Receive')
    expect(await office.mayNot(order(id), 'WithdrawOrder', { reason: '不推迟了' })).toMatchObject({
      code: 'not-allowed',
      whoCould: expect.arrayContaining(['province-office']),
    })
    expect(await province.mayNot(order(id), 'WithdrawOrder', { reason: '' })).toMatchObject({
      field: 'reason',
    })
    await tale.at('10:05')
    await province.give(order(id), 'WithdrawOrder', { reason: '供电已恢复' })
    await tale.at('10:30')
    for (const unit of [ONE, TWO, THREE]) {
      expect(await tale.toldWhere(receipt(id, unit), '10:03')).toEqual([
        `10:05 ${unit.split('/').at(-1)}/principal holder order-withdrawn urgent`,
      ])
    }
    expect(await tale.as('principal', TWO).mayNot(receipt(id, TWO), 'Receive')).toMatchObject({
      code: 'receipt.withdrawn',
    })
    expect((await seen(tale.as('principal', TWO), id))?.withdrawn).toMatchObject({ reason: '供电已恢复' })
  })

  test('E6: who may order whom: downwards only, by a kind of the plan, to somebody', async () => {
    const office = tale.as('county-office', COUNTY)
    const id = randomUUID()
    const data = {
      unit: COUNTY,
      campaign: CAMPAIGN,
      plan: tale.plan.hash,
      kind: 'resume',
      to: [ONE],
      words: '恢复',
    }
    expect(await tale.as('principal').mayNot(order(id), 'GiveOrder', { ...data, unit: ONE })).toMatchObject({
      code: 'not-allowed',
    })
    expect(await tale.as('county-patrol', COUNTY).mayNot(order(id), 'GiveOrder', data)).toMatchObject({
      code: 'not-allowed',
      whoCould: ['county-lead', 'county-office'],
    })
    expect(await office.mayNot(order(id), 'GiveOrder', { ...data, kind: 'dance' })).toMatchObject({
      code: 'order.kind-unknown',
    })
    expect(await office.mayNot(order(id), 'GiveOrder', { ...data, to: [] })).toMatchObject({
      code: 'order.nobody',
    })
    expect(await office.mayNot(order(id), 'GiveOrder', { ...data, to: [PROVINCE] })).toMatchObject({
      code: 'not-allowed',
    })
  })
})
