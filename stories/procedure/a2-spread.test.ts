// A2: the same kind of event at several schools in a short time is noticed once, shown to the county with the schools, and joined when it
// agrees; every school keeps its record and its clocks. The same matter reported twice is a2-twice.test.ts.

import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { spreadId } from '#core/alike/alike-ids.ts'
import { grade } from '#core/plan/grade.ts'
import type { SpreadList } from '#core/wire/view.ts'
import { FOREIGN_SCHOOL } from '#server/house.fixture.ts'
import {
  CAMPAIGN,
  COUNTY,
  clocks,
  openTale,
  type Person,
  schoolNo,
  type Tale,
  timeline,
} from './tale.fixture.ts'

let tale: Tale
let county: Person
/** One house for all of them, each on a day of its own. */
beforeAll(async () => {
  tale = await openTale({ schools: 6 })
  county = tale.as('county-office', COUNTY)
})
beforeEach(() => tale.nextDay())
/** Told to its end: what waits for the county's word goes on growing, and would take in the schools of the next day. */
afterEach(async () => {
  for (const { id, may } of await spreads()) {
    if (!may.includes('DeclineSpread')) continue
    await county.give({ kind: 'spread', id }, 'DeclineSpread', { reason: '各校分开处置' })
  }
})
afterAll(() => tale?.close())

const spread = { kind: 'spread', id: spreadId(CAMPAIGN, COUNTY, 'power-cut') } as const
const spreads = async () => (await county.get<SpreadList>('/api/spreads')).spreads
const CUT = { interrupted: 'partly', 'impact.order': 'slight', 'impact.data': 'none' } as const

/** First reports of the first `schools`, one a minute from 09:00 on. */
async function reports(schools: number): Promise<readonly string[]> {
  const ids: string[] = []
  for (let nth = 1; nth <= schools; nth++) {
    await tale.at(`09:0${nth - 1}`)
    ids.push(await tale.as('chief-invigilator', schoolNo(nth)).report('power-cut', CUT))
  }
  return ids
}

describe('A2: one feeder fails, and five schools are dark', () => {
  test('A2: sixty reports are one proposal, told once, that grows to five schools', async () => {
    const posts = [
      ...['chief-invigilator', 'invigilator', 'principal', 'school-inspector', 'head-it', 'head-teaching'],
      ...[
        'head-moral',
        'school-doctor',
        'security-captain',
        'grade-leader',
        'deputy-teaching',
        'deputy-logistics',
      ],
    ]
    await tale.as('chief-invigilator', FOREIGN_SCHOOL).report('power-cut', CUT)
    for (const [minute, post] of posts.entries()) {
      await tale.at(`09:${String(minute).padStart(2, '0')}`)
      for (let nth = 1; nth <= 5; nth++) await tale.as(post, schoolNo(nth)).report('power-cut', CUT)
      // The third school makes it a proposal in the first minute; it is never told again.
      expect(await tale.told(spread)).toEqual(['09:00 county-office holder spread urgent'])
    }
    const [one, ...others] = await spreads()
    expect(others).toEqual([])
    expect(one?.schools.map((school) => school.unit)).toEqual([1, 2, 3, 4, 5].map(schoolNo))
    expect(one?.may).toEqual(['JoinSpread', 'DeclineSpread'])
    // The county’s other school and the other county’s are not in it.
    expect(one?.schools.some((school) => school.unit === FOREIGN_SCHOOL)).toBe(false)
    const [row] = await tale.http.test.owner<{ events: number }>(
      `select count(*)::int as events from ledger where kind = 'spread' and place = $1 and recorded_at >= instant($2)`,
      [COUNTY, tale.instant('00:00')],
    )
    // Five schools and one proposal: fifty-five reports wrote nothing there.
    expect(row?.events).toBe(6)
  })

  test('A2: two schools are nothing yet; the third is; it changes no grade by itself', async () => {
    const ids = await reports(2)
    expect(await spreads()).toEqual([])
    await tale.at('09:02')
    const third = await tale.as('chief-invigilator', schoolNo(3)).report('power-cut', CUT)
    expect(await tale.told(spread)).toEqual(['09:02 county-office holder spread urgent'])
    for (const id of [...ids, third]) expect((await county.see(id)).incident.grades).toHaveLength(1)
  })

  test('A2: joined, one incident of the county begins with the earliest discovery and proposes a higher level; members keep record and clocks', async () => {
    const ids = await reports(5)
    const before = await Promise.all(ids.map(async (id) => clocks(await county.see(id))))
    await tale.at('09:08')
    const principal = tale.as('principal', schoolNo(2))
    const incident = `99-${randomUUID()}`
    const join = { incident, plan: tale.plan.hash, words: '同一条线路停电' }
    expect(await principal.mayNot(spread, 'JoinSpread', join)).toMatchObject({ code: 'not-found' })
    await county.give(spread, 'JoinSpread', join)
    expect(
      await county.mayNot(spread, 'JoinSpread', { ...join, incident: `99-${randomUUID()}` }),
    ).toMatchObject({
      code: 'spread.joined',
    })

    const seen = await county.see(incident)
    expect(seen.incident).toMatchObject({
      unit: COUNTY,
      status: 'open',
      discoveredAt: tale.instant('09:00'),
      stated: { schools: 5, reach: 'schools' },
    })
    expect(seen.members.map((row) => row.id).sort()).toEqual([...ids].sort())
    const { proposals, eventLevel } = grade(tale.plan, 'power-cut', seen.incident.stated)
    expect([eventLevel, proposals.map((one) => one.eventLevel)]).toEqual([2, [3]])
    expect(await tale.told(incident)).toContain('09:08 province-office holder reported')

    // Each school goes on with its own: number, line of events, clocks, steps.
    const numbers = new Set<string | undefined>()
    for (const [nth, id] of ids.entries()) {
      const member = await county.see(id)
      expect(member.incident.status).toBe('open')
      expect(member.incident.joinedTo).toMatchObject({ incident, as: 'spread' })
      // The county that joined it has it in hand; nothing else of its clocks changes.
      expect(clocks(member)).toEqual(
        before[nth]?.map((line) => line.replace(/^(acknowledge .*) runs$/, '$1 kept 09:08')),
      )
      expect(timeline(member)[0]).toBe(`09:0${nth} chief-invigilator Reported`)
      numbers.add(member.incident.number)
    }
    expect(numbers.size).toBe(5)
    await principal.give(ids[1] ?? '', 'TakeMeasure', { measure: '原位等待' })
    expect((await principal.see(ids[1] ?? '')).incident.entries.at(-1)?.kind).toBe('MeasureTaken')

    // A sixth school joins by itself; the county is not asked again.
    await tale.at('09:15')
    const sixth = await tale.as('chief-invigilator', schoolNo(6)).report('power-cut', CUT)
    expect((await county.see(sixth)).incident.joinedTo).toMatchObject({ incident, as: 'spread' })
    expect((await county.see(incident)).incident.stated.schools).toBe(6)
    expect(await tale.told(spread)).toHaveLength(1)
  })

  test('A2: a school with a fuse of its own is taken out again, with the reason; its record and clocks never stopped', async () => {
    const ids = await reports(3)
    const [first = '', second = '', third = ''] = ids
    await tale.at('09:05')
    const incident = `99-${randomUUID()}`
    await county.give(spread, 'JoinSpread', { incident, plan: tale.plan.hash })
    const running = clocks(await county.see(second))
    await tale.at('09:09')
    expect(await county.mayNot(spread, 'PartSchool', { incident: second, reason: ' ' })).toMatchObject({
      code: 'text.missing',
    })
    await county.give(spread, 'PartSchool', { incident: second, reason: '该校自己跳闸' })
    const parted = await county.see(second)
    expect(parted.incident.joinedTo).toBeUndefined()
    expect(parted.incident.entries.at(-1)).toMatchObject({ kind: 'PartedFrom', text: '该校自己跳闸' })
    expect(clocks(parted)).toEqual(running)
    expect((await county.see(incident)).members.map((row) => row.id).sort()).toEqual([first, third].sort())
  })

  test('A2: declined with a reason it is silent; three more schools make it a proposal again', async () => {
    await reports(3)
    await county.give(spread, 'DeclineSpread', { reason: '三校各自检修，互不相干' })
    const [declined] = await spreads()
    expect(declined).toMatchObject({ declined: { reason: '三校各自检修，互不相干' }, may: [] })
    for (const nth of [4, 5, 6]) {
      await tale.at(`09:1${nth}`)
      await tale.as('chief-invigilator', schoolNo(nth)).report('power-cut', CUT)
    }
    expect(await tale.told(spread)).toEqual([
      '09:02 county-office holder spread urgent',
      '09:16 county-office holder spread urgent',
    ])
    expect((await spreads())[0]?.may).toEqual(['JoinSpread', 'DeclineSpread'])
  })
})
