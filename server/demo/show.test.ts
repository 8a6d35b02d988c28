// What the demonstration shows when it is opened: alive, whole, invented, and the same however often it is started.

import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#core/access/actor.ts'
import { postId } from '#core/who/post.ts'
import { type House, openHouse } from '../open-house.ts'
import { builtInPlan } from '../plan/load.ts'
import { type TestDatabase, testDatabase } from '../store/embedded/test-database.ts'
import { COUNTY } from './county.ts'
import { demoCampaignOf, seatsOf, setUpDemo } from './set-up.ts'
import { showDemo } from './show.ts'

const plan = builtInPlan()
const now = Date.UTC(2026, 10, 21, 3)
const campaign = demoCampaignOf(now)
let database: TestDatabase
let house: House

beforeAll(async () => {
  database = await testDatabase()
  house = await openHouse({ ...database, masterKey: randomBytes(32), mode: 'demo', builtIn: plan })
  await setUpDemo(house.act, plan, now)
  await showDemo(house, plan, now)
})
afterAll(async () => {
  await house.close()
  await database.drop()
})

function desk(): Actor {
  const seat = seatsOf(plan, campaign).find(({ post }) => post.kind === 'county-office')
  if (!seat) throw new Error('nobody sits at the county desk')
  return {
    person: seat.person,
    post: postId(seat.post),
    postKind: 'county-office',
    role: 'county-desk',
    tier: 'county',
    unit: COUNTY,
    campaign,
  }
}

describe('what the demonstration has in hand', () => {
  test('G1: an edition of the county’s plan is in force, and most schools have read it', async () => {
    const { editions, inForce } = await house.see.editions(desk())
    expect(editions).toHaveLength(1)
    expect(editions[0]).toMatchObject({ unit: COUNTY, plan: inForce, before: plan.hash })
    const received = editions[0]?.receipts.filter((one) => one.received) ?? []
    expect([received.length, editions[0]?.receipts.length]).toEqual([16, 20])
  })

  test('G1: its rules are those of the plan that came along: a clause is added and nothing else', async () => {
    const { inForce } = await house.see.editions(desk())
    const issued = await house.plans.find(inForce)
    expect({ ...issued, hash: plan.hash, layers: plan.layers, clauses: plan.clauses }).toEqual(plan)
    expect(Object.keys(issued?.clauses ?? {})).toHaveLength(Object.keys(plan.clauses).length + 1)
  })

  test('B8: entries of the handbook say that they are for the demonstration', async () => {
    const { examples } = await house.see.handbook(desk())
    expect(examples.length).toBeGreaterThan(2)
    for (const one of examples) expect(`${one.title}${one.place}`).toMatch(/（演示，非.*原文）.*演示/)
    for (const { document, scenarios } of examples) {
      expect(plan.references.map(({ id }) => id)).toContain(document)
      for (const scenario of scenarios) expect(plan.situations).toHaveProperty(scenario)
    }
  })

  test('E6: an order to the junior schools, confirmed by most of them', async () => {
    const rows = await house.db.query<{ received: boolean }>({
      text: `select row->'received' is not null as received from receipt_row where thing_kind = 'order'`,
    })
    expect([rows.filter((row) => row.received).length, rows.length]).toEqual([6, 8])
  })

  test('corridor: started again, nothing is added', async () => {
    const count = () => house.db.query({ text: 'select count(*)::int as events from ledger' })
    const before = await count()
    await showDemo(house, plan, now)
    expect(await count()).toEqual(before)
  })
})
