// The demonstration is set up through the door, once, and is complete: every post of the plan with somebody on it.

import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planActor } from '#core/access/actor.ts'
import { DAY, startOfDay } from '#core/basics/instant.ts'
import { type House, openHouse } from '../open-house.ts'
import { builtInPlan } from '../plan/load.ts'
import { type TestDatabase, testDatabase } from '../store/embedded/test-database.ts'
import { COUNTY, UNITS } from './county.ts'
import { inventedName, inventedPhone, KNOWN_NAMES } from './people.ts'
import { demoCampaignOf, setUpDemo } from './set-up.ts'

describe('the demonstration', () => {
  const plan = builtInPlan()
  const now = Date.UTC(2026, 10, 21, 3)
  let database: TestDatabase
  let house: House
  beforeAll(async () => {
    database = await testDatabase()
    house = await openHouse({ ...database, masterKey: randomBytes(32), mode: 'demo', builtIn: plan })
    await setUpDemo(house.act, plan, now)
  })
  afterAll(async () => {
    await house.close()
    await database.drop()
  })

  const rows = async <Row extends object>(text: string): Promise<Row[]> =>
    house.db.query<Row & Record<string, unknown>>({ text })

  test('C3: a nation, a province, a county with twelve primary and eight junior schools', async () => {
    expect(UNITS).toHaveLength(23)
    expect(UNITS.filter((unit) => unit.kind === 'primary')).toHaveLength(12)
    expect(UNITS.filter((unit) => unit.kind === 'junior')).toHaveLength(8)
    expect(await rows('select from unit_row')).toHaveLength(23)
  })

  test('C1: every post of the plan in every unit of its tier has a holder, and a substitute where the plan wants one', async () => {
    const seats = await rows<{ kind: string; unit: string; holders: number; substitutes: number }>(
      `select p.kind, p.unit, count(*) filter (where not a.substitute) as holders, count(*) filter (where a.substitute) as substitutes
       from post_row p left join assignment_row a using (post) group by p.kind, p.unit`,
    )
    for (const unit of UNITS)
      for (const post of Object.values(plan.posts).filter((one) => one.tier === unit.tier)) {
        const seat = seats.find((one) => one.unit === unit.path && one.kind === post.id)
        expect(seat, `${post.id} at ${unit.path}`).toMatchObject({
          holders: post.count ?? 1,
          substitutes: post.substitute ? 1 : 0,
        })
      }
    expect(seats).toHaveLength(
      UNITS.flatMap((unit) => Object.values(plan.posts).filter((post) => post.tier === unit.tier)).length,
    )
  })

  test('corridor: started again on the same day nothing is added; on the next day there is a new campaign', async () => {
    const before = await rows('select from ledger')
    expect(await setUpDemo(house.act, plan, now + 3_600_000)).toEqual({ campaign: demoCampaignOf(now) })
    expect(await rows('select from ledger')).toHaveLength(before.length)
    const { campaign } = await setUpDemo(house.act, plan, now + DAY)
    expect(campaign).toBe('99-demo-2026-11-22')
    expect(await rows('select from campaign_row')).toHaveLength(2)
    expect(await rows(`select from unit_row`)).toHaveLength(23)
  })

  test('corridor: the test day is the day it is at the campaign, also just after midnight there', () => {
    const midnight = startOfDay(now)
    expect(demoCampaignOf(midnight)).toBe('99-demo-2026-11-21')
    expect(demoCampaignOf(midnight - 1)).toBe('99-demo-2026-11-20')
  })

  test('D6: the clock is a demonstration’s; the pictures’ people sit where the pictures show them', async () => {
    expect(await rows('select distinct kind from campaign_clock')).toEqual([{ kind: 'demo' }])
    const contacts = (await house.see.kit({ ...planActor(COUNTY, demoCampaignOf(now)), tier: 'county' }))
      .contacts
    const names = contacts.map((contact) => contact.name)
    for (const [seat, name] of Object.entries(KNOWN_NAMES))
      if (seat.startsWith('99070107') || seat.startsWith('990701')) expect(names).toContain(name)
  })

  test('nobody real: telephone numbers are 199-0000-xxxx, names are invented and do not repeat', () => {
    const numbers = Array.from({ length: 700 }, (_, nth) => inventedPhone(nth))
    for (const number of numbers) expect(number).toMatch(/^199-0000-\d{4}$/)
    const names = Array.from({ length: 700 }, (_, nth) => inventedName(nth))
    expect(new Set(names).size).toBe(700)
  })
})
