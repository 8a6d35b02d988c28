// Likeness through both doors, on a real database: many reports of one cut are one proposal to the county, joined they stand under
// one incident of the county and keep their own record (A2); two reports of one matter are joined and parted again.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, planActor } from '#core/access/actor.ts'
import { spreadId, twiceId } from '#core/alike/alike-ids.ts'
import { MINUTE } from '#core/basics/instant.ts'
import type { SpreadView } from '#core/wire/view.ts'
import type { Command } from './act.ts'
import {
  accepted,
  CAMPAIGN,
  COUNTY,
  NATION,
  NEXT_SCHOOL,
  OTHER_COUNTY,
  openTestHouse,
  PROVINCE,
  refusal,
  reportOf,
  SCHOOL,
  type TestHouse,
} from './house.fixture.ts'

let it: TestHouse
const opened: TestHouse[] = []
/** A county where nothing has happened yet: proposals outlive a test. */
beforeEach(async () => {
  it = await openTestHouse()
  opened.push(it)
})
afterAll(async () => {
  for (const house of opened) await house.close()
})

const county = (): Actor => it.actor('county-office', COUNTY)
const chief = (unit = SCHOOL): Actor => it.actor('chief-invigilator', unit)
const THIRD = `${COUNTY}/99070103`
const FOURTH = `${COUNTY}/99070104`
const SCHOOLS = [SCHOOL, NEXT_SCHOOL, THIRD, FOURTH]

/** Two more schools take part; nobody sits there yet. */
async function joinMore(): Promise<void> {
  for (const unit of [THIRD, FOURTH])
    await accepted(
      it.give(
        planActor(NATION, CAMPAIGN),
        'JoinUnit',
        { unit, rooms: [] },
        { kind: 'campaign', id: CAMPAIGN },
      ),
    )
}

async function report(unit: string, data: Record<string, unknown> = {}, house = it.house): Promise<Command> {
  const command = reportOf(it.plan, unit, await it.now(), data)
  await accepted(house.act.act([command], chief(unit)))
  return command
}

const spread = () => ({ kind: 'spread' as const, id: spreadId(CAMPAIGN, COUNTY, 'power-cut') })

async function proposal(actor = county()): Promise<SpreadView | undefined> {
  const { spreads } = await it.house.see.spreads(actor)
  expect(spreads.length, 'never more than one of a kind').toBeLessThanOrEqual(1)
  return spreads[0]
}

const times = async (kind: string, type: string): Promise<number> =>
  (
    await it.owner<{ n: number }>('select count(*) as n from ledger where kind = $1 and type = $2', [
      kind,
      type,
    ])
  )[0]?.n ?? 0

describe('A2: one cut at four schools', () => {
  test('A2: sixty reports at once through two processes are one proposal that names four schools', async () => {
    await joinMore()
    const other = await it.openAnother()
    const at = await it.now()
    const commands = Array.from({ length: 60 }, (_, nth) => reportOf(it.plan, SCHOOLS[nth % 4] ?? SCHOOL, at))
    await Promise.all(
      commands.map((command, nth) => {
        const { unit } = command.data as { unit: string }
        return accepted((nth % 2 === 0 ? it.house : other).act.act([command], chief(unit)))
      }),
    )
    await other.close()
    expect(await times('spread', 'SpreadProposed')).toBe(1)
    expect(await times('spread', 'SchoolNoted')).toBe(4)
    expect(await times('incident', 'Numbered')).toBe(60)
    const told = await it.owner<{ post: string; persons: string[] }>(
      `select data->>'postKind' as post, data->'persons' as persons from ledger where kind = 'notice' and data->>'what' = 'spread'`,
    )
    expect(told).toEqual([{ post: 'county-office', persons: [county().person] }])
    const seen = await proposal()
    expect(seen?.schools.map(({ unit }) => unit).sort()).toEqual([...SCHOOLS].sort())
    expect(seen?.may).toEqual(['JoinSpread', 'DeclineSpread'])
  })

  test('A2: a proposal names other schools: the county and the line above read it, no school, no other county', async () => {
    await joinMore()
    for (const unit of SCHOOLS) await report(unit)
    expect((await proposal(it.actor('province-office', PROVINCE)))?.may).toEqual([])
    expect(await proposal(it.actor('principal'))).toBeUndefined()
    expect(await proposal(it.actor('county-office', OTHER_COUNTY))).toBeUndefined()
    const data = { incident: `99-${randomUUID()}`, plan: it.plan.hash }
    expect(await refusal(it.give(it.actor('principal'), 'JoinSpread', data, spread()))).toBe('not-found')
    const above = it.actor('province-office', PROVINCE)
    expect(await refusal(it.give(above, 'JoinSpread', data, spread()))).toBe('not-allowed')
  })

  test('A2: joined, the county has an incident with a number of its own; members keep theirs, later schools join by themselves', async () => {
    await joinMore()
    const members: Command[] = []
    for (const unit of SCHOOLS.slice(0, 3)) members.push(await report(unit))
    const id = `99-${randomUUID()}`
    await accepted(it.give(county(), 'JoinSpread', { incident: id, plan: it.plan.hash }, spread()))
    const own = await it.house.see.incident(county(), id)
    expect(own?.incident).toMatchObject({
      unit: COUNTY,
      scenario: 'power-cut',
      status: 'open',
      stated: { schools: 3 },
    })
    expect(own?.incident.number).toMatch(/-001$/)
    expect(own?.members.map((row) => row.id).sort()).toEqual(members.map(({ stream }) => stream.id).sort())
    const first = members[0]?.stream.id ?? ''
    const member = await it.house.see.incident(county(), first)
    expect(member?.incident).toMatchObject({ status: 'open', joinedTo: { incident: id, as: 'spread' } })
    expect(member?.incident.number).toMatch(/-001$/)
    expect(member?.incident.number).not.toBe(own?.incident.number)
    expect(member?.under?.id).toBe(id)
    // The school knows that it stands under something; what that is lies in the county.
    expect((await it.house.see.incident(it.actor('principal'), first))?.under).toBeUndefined()
    expect((await proposal())?.joined?.incident).toBe(id)

    const late = await report(FOURTH)
    const grown = await it.house.see.incident(county(), id)
    expect(grown?.incident.stated.schools).toBe(4)
    expect(grown?.members.map((row) => row.id)).toContain(late.stream.id)

    const parting = { incident: first, reason: '另一条线路' }
    await accepted(it.give(county(), 'PartSchool', parting, spread()))
    const parted = await it.house.see.incident(county(), first)
    expect(parted?.incident.joinedTo).toBeUndefined()
    expect(parted?.under).toBeUndefined()
    expect((await it.house.see.incident(county(), id))?.members).toHaveLength(3)
  })

  test('A2: joined by an id that is taken, or under a plan that was never in force, it is refused', async () => {
    await joinMore()
    const [one] = [await report(SCHOOL), await report(NEXT_SCHOOL), await report(THIRD)]
    const join = (data: object) => it.give(county(), 'JoinSpread', data, spread())
    expect(await join({ incident: one.stream.id, plan: it.plan.hash })).toMatchObject({
      refused: { code: 'incident.exists', field: 'incident' },
    })
    expect(await join({ incident: spread().id, plan: it.plan.hash })).toMatchObject({
      refused: { code: 'id.reserved', field: 'incident' },
    })
    expect(await join({ incident: `99-${randomUUID()}`, plan: 'f'.repeat(64) })).toMatchObject({
      refused: { code: 'plan.unknown', field: 'plan' },
    })
    expect((await proposal())?.joined).toBeUndefined()
  })

  test('A2: declined with a reason it waits no longer; tomorrow it is not shown', async () => {
    await joinMore()
    for (const unit of SCHOOLS.slice(0, 3)) await report(unit)
    await accepted(it.give(county(), 'DeclineSpread', { reason: '各校各自跳闸' }, spread()))
    expect(await proposal()).toMatchObject({ declined: { reason: '各校各自跳闸' }, may: [] })
    await it.moveClock(24 * 60 * MINUTE)
    expect(await proposal()).toBeUndefined()
  })
})

describe('A2: reported twice', () => {
  const pair = (first: Command, second: Command) => ({ first: first.stream.id, second: second.stream.id })
  const twice = () => ({ kind: 'twice' as const, id: twiceId(CAMPAIGN, SCHOOL, 'power-cut') })
  const viewOf = async (command: Command, actor = county()) => it.house.see.incident(actor, command.stream.id)

  test('A2: the school’s inspector is told, joins the two, and can part them again; both records and both numbers stay', async () => {
    const first = await report(SCHOOL)
    const second = await report(SCHOOL)
    const inspector = it.actor('school-inspector')
    const told = await it.owner<{ post: string }>(
      `select data->>'postKind' as post from ledger where kind = 'notice' and data->>'what' = 'twice'`,
    )
    expect(told.map(({ post }) => post)).toEqual(['school-inspector'])
    expect((await viewOf(second, inspector))?.twice).toEqual([
      {
        stream: twice().id,
        ...pair(first, second),
        state: 'proposed',
        at: expect.any(Number),
        may: ['JoinTwice', 'RefuseTwice'],
      },
    ])
    expect((await viewOf(second, chief()))?.twice[0]?.may).toEqual([])
    await accepted(it.give(inspector, 'JoinTwice', pair(first, second), twice()))
    const gone = await viewOf(second)
    expect(gone?.incident).toMatchObject({
      status: 'joined',
      joinedTo: { incident: first.stream.id, as: 'same' },
    })
    expect(gone?.under?.id).toBe(first.stream.id)
    expect((await viewOf(first))?.members.map((row) => row.id)).toEqual([second.stream.id])
    expect((await it.house.see.overview(county())).figures).toEqual({
      open: 1,
      verified: 0,
      refuted: 0,
      unverified: 1,
    })
    const parting = { ...pair(first, second), reason: '两处断电' }
    await accepted(it.give(inspector, 'PartTwice', parting, twice()))
    const back = await viewOf(second)
    expect(back?.incident.status).toBe('open')
    expect(back?.incident.number).not.toBe((await viewOf(first))?.incident.number)
    expect(back?.twice[0]).toMatchObject({ state: 'parted' })
    expect((await viewOf(first))?.members).toEqual([])
    const due = await it.owner<{ stream: string }>(
      'select distinct stream from deadline where stream = any($1)',
      [[first.stream.id, second.stream.id]],
    )
    expect(due, 'both clocks run again').toHaveLength(2)
  })

  test('A2: somebody of another school neither sees nor joins them', async () => {
    const first = await report(SCHOOL)
    const second = await report(SCHOOL)
    const foreign = it.actor('school-inspector', NEXT_SCHOOL)
    expect(await refusal(it.give(foreign, 'JoinTwice', pair(first, second), twice()))).toBe('not-found')
  })
})

test('E5: public figures count what was verified', async () => {
  const [one, two] = [await report(SCHOOL), await report(NEXT_SCHOOL, { scenario: 'noise' })]
  await report(NEXT_SCHOOL, { scenario: 'fire' })
  await accepted(it.give(county(), 'Verify', { verdict: 'verified' }, one.stream))
  await accepted(it.give(county(), 'Verify', { verdict: 'refuted' }, two.stream))
  const { figures } = await it.house.see.overview(county())
  expect(figures).toMatchObject({ verified: 1, refuted: 1, unverified: 1 })
})
