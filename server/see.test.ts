// The door for reading, against a real database: what lists, counts, picks and changes hold is exactly what `view` shows,
// for whoever asks. The scope in SQL and the scope in core are one rule.

import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, planActor } from '#core/access/actor.ts'
import { scope } from '#core/access/scope.ts'
import { view } from '#core/access/view.ts'
import { tierOf } from '#core/basics/tier.ts'
import type { Incident } from '#core/incident/state.ts'
import { streams } from '#core/streams.ts'
import type { Change } from '#core/wire/view.ts'
import {
  accepted,
  CAMPAIGN,
  COUNTY,
  FOREIGN_SCHOOL,
  NATION,
  NEXT_SCHOOL,
  OTHER_COUNTY,
  openTestHouse,
  PROVINCE,
  SCHOOL,
  type TestHouse,
  UNITS,
} from './house.fixture.ts'
import { currentPlace, type News, readNews } from './store/follow.ts'
import { countIncidents, isConcerned, listAlike } from './store/lists.ts'
import { findStream } from './store/load.ts'

let it: TestHouse
/** Everything that was ever reported. */
let all: { readonly id: string; readonly incident: Incident }[]
/** What of everything that happened somebody may hear of. */
let heardBy: (actor: Actor) => Change[]

/** Everybody on every post of every unit, and an administrator. */
function everybody(): Actor[] {
  return UNITS.flatMap((unit) =>
    Object.values(it.plan.posts)
      .filter((post) => post.tier === tierOf(unit))
      .flatMap((post) =>
        (post.substitute ? (['holder', 'substitute'] as const) : (['holder'] as const)).map((who) =>
          it.actor(post.id, unit, who),
        ),
      ),
  )
}

beforeAll(async () => {
  it = await openTestHouse()
  const another = {
    kind: 'drill',
    year: 2026,
    name: { zh: '另一批次', en: 'Another' },
    zoneMinutes: 480,
    sessions: [],
  }
  await it.give(planActor(NATION, 'another'), 'OpenCampaign', another, { kind: 'campaign', id: 'another' })
  const start = await currentPlace(it.house.db)
  const reporters = [
    it.actor('chief-invigilator', SCHOOL),
    it.actor('invigilator', SCHOOL),
    it.actor('principal', NEXT_SCHOOL),
    it.actor('chief-invigilator', FOREIGN_SCHOOL),
    it.actor('county-office', COUNTY),
    it.actor('county-patrol', OTHER_COUNTY),
  ]
  const kinds = [
    { scenario: 'power-cut' },
    { scenario: 'staff-violation' },
    { scenario: 'fire' },
    { scenario: 'emotional-distress' },
    { scenario: 'network-down' },
  ]
  const ids: string[] = []
  for (const reporter of reporters)
    for (const kind of kinds)
      ids.push((await it.report(reporter, { ...kind, words: `详情 ${kind.scenario}` })).id)
  // Some climb, some are asked about, some are closed: rows of concern beyond the school's own.
  const county = it.actor('county-office', COUNTY)
  await accepted(
    it.give(
      county,
      'Ask',
      { ask: randomUUID(), question: '请示省级' },
      { kind: 'incident', id: ids[0] ?? '' },
    ),
  )
  await it.moveClock(40 * 60_000)
  while ((await it.house.act.actDue(50)) > 0);
  all = await Promise.all(
    ids.map(async (id) => {
      const found = await findStream(it.house.db, it.house.sealer, { kind: 'incident', stream: id })
      let state = streams.incident.initial
      for (const event of found?.events ?? [])
        state = streams.incident.evolve(state, { ...event, stream: id })
      return { id, incident: state as Incident }
    }),
  )
  // Open transactions of other tests in the same cluster hold back the last events for a moment.
  let news: News[] = []
  while (new Set(news.filter((one) => one.kind === 'incident').map((one) => one.stream)).size < ids.length)
    news = (await readNews(it.house.db, start, 100_000)) ?? []
  heardBy = await it.house.see.changes(news)
})
afterAll(() => it.close())

/** What core says that `actor` may see, by the rows of concern as they are. */
async function visible(actor: Actor): Promise<string[]> {
  const ids = []
  for (const { id, incident } of all) {
    const concerned = await isConcerned(it.house.db, actor.person, 'incident', id)
    if (view(actor, incident, { concerned })) ids.push(id)
  }
  return ids.sort()
}

async function expectAgreement(actor: Actor): Promise<number> {
  const should = await visible(actor)
  const sorted = (rows: readonly { id: string }[]) => rows.map((row) => row.id).sort()
  const { db, see } = { db: it.house.db, see: it.house.see }
  expect(sorted((await see.incidents(actor, { open: false })).rows)).toEqual(should)
  expect(await countIncidents(db, scope(actor))).toBe(should.length)
  expect(
    heardBy(actor)
      .filter(({ kind }) => kind === 'incident' || kind === 'notice')
      .map((change) => change.stream)
      .sort(),
  ).toEqual(should)
  const cuts = all.filter(({ incident }) => incident.scenario === 'power-cut').map((one) => one.id)
  expect(sorted(await listAlike(db, scope(actor), 'power-cut', 'none', 500))).toEqual(
    should.filter((id) => cuts.includes(id)),
  )
  return should.length
}

describe('who sees what', () => {
  test('C3: for everybody on every post, list, count, what is alike and changes hold exactly what view shows', async () => {
    const counts = new Set<number>()
    for (const actor of everybody()) counts.add(await expectAgreement(actor))
    // The rule was put to work: some see nothing, some a part, some all.
    expect(counts.has(0)).toBe(true)
    expect(counts.has(all.length)).toBe(true)
    expect(counts.size).toBeGreaterThan(4)
  }, 60_000)

  test('C3: the same for made-up people: any role anywhere, another campaign, a reporter moved elsewhere', async () => {
    const roles = [...new Set(Object.values(it.plan.posts).map((post) => post.role))]
    const persons = [...new Set(all.map(({ incident }) => incident.reporter.person)), 'nobody']
    const places = [...UNITS, '00/99/99070', '00/9', '00/99/990701/9907010', `${SCHOOL}/1`]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...roles),
        fc.constantFrom(...places),
        fc.constantFrom(...persons),
        fc.constantFrom(CAMPAIGN, CAMPAIGN, CAMPAIGN, 'another'),
        async (role, unit, person, campaign) => {
          const tier = tierOf(unit.split('/').slice(0, 4).join('/'))
          await expectAgreement({ person, post: 'any', postKind: 'any', role, tier, unit, campaign })
        },
      ),
      { numRuns: 40 },
    )
  }, 60_000)

  test('C3: one incident: there, or undefined whether it is hidden or does not exist', async () => {
    for (const actor of [
      it.actor('principal', SCHOOL),
      it.actor('principal', FOREIGN_SCHOOL),
      it.actor('system-administrator', COUNTY),
      it.actor('police-officer', SCHOOL),
      it.actor('province-office', PROVINCE),
      it.actor('national-centre', NATION),
    ]) {
      const should = await visible(actor)
      for (const { id } of all)
        expect((await it.house.see.incident(actor, id)) !== undefined).toBe(should.includes(id))
      expect(await it.house.see.incident(actor, `99-${randomUUID()}`)).toBeUndefined()
    }
  })

  test('C3: a foreign school’s incident is nowhere: not in lists, changes, overview or what is alike', async () => {
    const actor = it.actor('principal', SCHOOL)
    const foreign = all.filter(({ incident }) => incident.unit === FOREIGN_SCHOOL).map((one) => one.id)
    expect(foreign.length).toBeGreaterThan(0)
    const said = JSON.stringify([
      await it.house.see.incidents(actor, { open: false }),
      heardBy(actor),
      await it.house.see.overview(actor),
      await it.house.see.incident(actor, all[0]?.id ?? ''),
    ])
    for (const id of foreign) expect(said).not.toContain(id)
  })

  test('C3: what is confined is unseen at its school, by count too, except for who reported it', async () => {
    const confined = all.filter(
      ({ incident }) =>
        incident.confined && incident.unit === SCHOOL && incident.reporter.postKind === 'chief-invigilator',
    )
    expect(confined).toHaveLength(1)
    const ids = confined.map((one) => one.id)
    const seenBy = async (actor: Actor) =>
      (await it.house.see.incidents(actor, { open: false })).rows.filter((row) => ids.includes(row.id)).length
    expect(await seenBy(it.actor('principal', SCHOOL))).toBe(0)
    expect(await seenBy(it.actor('school-inspector', SCHOOL))).toBe(0)
    expect(await seenBy(it.actor('chief-invigilator', SCHOOL))).toBe(1)
    expect(await seenBy(it.actor('county-office', COUNTY))).toBe(1)
    const overview = await it.house.see.overview(it.actor('principal', SCHOOL))
    const open = (await it.house.see.incidents(it.actor('principal', SCHOOL), { open: true })).rows
    expect(overview.schools[0]?.open).toBe(open.filter((row) => row.unit === SCHOOL).length)
  })

  test('B5: what a tier above asks is withheld from the school, and named as withheld; the county reads it', async () => {
    const id = all[0]?.id ?? ''
    const school = await it.house.see.incident(it.actor('principal', SCHOOL), id)
    expect(school?.incident.withheld).toEqual(['asks-above'])
    expect(JSON.stringify(school)).not.toContain('请示省级')
    const county = await it.house.see.incident(it.actor('county-office', COUNTY), id)
    expect(county?.incident.withheld).toEqual([])
    expect(county?.incident.asks[0]?.question).toBe('请示省级')
  })

  test('C3: the answer names who may do what now, everybody it mentions, and who was told', async () => {
    const seen = await it.house.see.incident(it.actor('county-office', COUNTY), all[0]?.id ?? '')
    expect(seen?.may).toContain('Answer')
    expect(seen?.may).not.toContain('PassLimit')
    const reporter = it.actor('chief-invigilator', SCHOOL).person
    expect(seen?.people[reporter]).toMatchObject({
      name: expect.stringContaining('张'),
      phone: expect.any(String),
    })
    expect(seen?.told.map((told) => told.postKind)).toContain('county-office')
    for (const told of seen?.told ?? [])
      for (const { id } of told.persons) expect(seen?.people[id]).toBeDefined()
  })

  test('C3: an outside helper is given no name but of those whose deeds he reads', async () => {
    const helper = it.actor('tech-company', SCHOOL)
    const { id } = await it.report(it.actor('chief-invigilator', SCHOOL))
    await it.owner(`insert into concern (person, kind, stream) values ($1, 'incident', $2)`, [
      helper.person,
      id,
    ])
    const seen = await it.house.see.incident(helper, id)
    expect(seen?.incident.withheld).toContain('reporter')
    expect(seen?.told).toEqual([])
    expect(seen?.people).toEqual({})
    expect(Object.keys((await it.house.see.incident(it.actor('principal'), id))?.people ?? {})).toContain(
      it.actor('chief-invigilator', SCHOOL).person,
    )
  })

  test('C3, B1: an outside helper is shown no question as open that was asked and answered, and nothing that others owe', async () => {
    const helper = it.actor('tech-company', SCHOOL)
    const stream = await it.report(it.actor('chief-invigilator', SCHOOL))
    await it.owner(`insert into concern (person, kind, stream) values ($1, 'incident', $2)`, [
      helper.person,
      stream.id,
    ])
    const [principal, county] = [it.actor('principal'), it.actor('county-office', COUNTY)]
    const [ask, answer] = [randomUUID(), randomUUID()]
    await accepted(it.give(principal, 'Ask', { ask, question: '能否继续', proposal: '换室' }, stream))
    await accepted(it.give(county, 'Answer', { answer, ask, instruction: '换室' }, stream))
    const seen = await it.house.see.incident(helper, stream.id)
    expect(seen?.incident.withheld).toContain('asks')
    expect(seen?.awaits.map(({ kind }) => kind)).not.toContain('ask')
    expect(seen?.awaits.every(({ post }) => post === 'tech-company')).toBe(true)
    expect(seen?.owed).toEqual([])
    expect((await it.house.see.incident(county, stream.id))?.owed.map(({ kind }) => kind)).toContain('handle')
  })

  test('C3: the kit of a school holds its line and its rooms, never another school’s numbers', async () => {
    const kit = await it.house.see.kit(it.actor('principal', SCHOOL))
    expect(new Set(kit.contacts.map((contact) => contact.unit))).toEqual(
      new Set([SCHOOL, COUNTY, PROVINCE, NATION]),
    )
    expect(kit.rooms.map((room) => room.id)).toEqual(['room-1'])
    expect(kit.plan.hash).toBe(it.plan.hash)
  })
})
