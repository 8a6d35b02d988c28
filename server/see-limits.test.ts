// What the reading door must not lose and must not tell: a flood hides no school, an outsider reads neither questions nor
// numbers of the line, a county's own question stays above the school. On a real database, through both doors.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  CAMPAIGN,
  COUNTY,
  NEXT_SCHOOL,
  openTestHouse,
  PROVINCE,
  SCHOOL,
  type TestHouse,
} from './house.fixture.ts'

let it: TestHouse
beforeAll(async () => {
  it = await openTestHouse()
})
afterAll(() => it.close())

describe('A2: the wall under a flood of reports', () => {
  test('A2: six hundred small reports of one school hide neither the fire next door nor their own number', async () => {
    await it.report(it.actor('chief-invigilator', NEXT_SCHOOL), { scenario: 'fire' })
    const now = await it.now()
    const invigilator = it.actor('invigilator')
    for (let list = 0; list < 12; list++) {
      await it.house.act.act(
        Array.from({ length: 50 }, () => ({
          id: randomUUID(),
          stream: { kind: 'incident' as const, id: `99-${randomUUID()}` },
          type: 'Report',
          data: {
            unit: SCHOOL,
            campaign: CAMPAIGN,
            plan: it.plan.hash,
            scenario: 'noise',
            stated: {},
            discoveredAt: now,
          },
          madeAt: now,
        })),
        invigilator,
      )
    }
    const county = it.actor('county-office', COUNTY)
    const { schools } = await it.house.see.overview(county)
    expect(schools.find((school) => school.unit === NEXT_SCHOOL)).toMatchObject({
      open: 1,
      worst: { scenario: 'fire' },
    })
    expect(schools.find((school) => school.unit === SCHOOL)?.open).toBe(600)
    const list = await it.house.see.incidents(county, { open: true })
    expect(list.rows[0]?.scenario).toBe('fire')
    expect(list.rows.length + list.more).toBe(601)
  })
})

describe('C3: what an outsider is given', () => {
  test('C3: the police officer sees the intrusion, not the question about it, and only the desks’ numbers', async () => {
    const { id } = await it.report(it.actor('chief-invigilator'), { scenario: 'intrusion' })
    const question = '内部请示：是否停测？'
    await it.give(it.actor('principal'), 'Ask', { ask: randomUUID(), question }, { kind: 'incident', id })
    const police = it.actor('police-officer')
    const mine = (await it.house.see.incidents(police, { open: true })).rows.find((row) => row.id === id)
    expect(mine).toBeDefined()
    expect(JSON.stringify(mine)).not.toContain(question)
    const { contacts } = await it.house.see.kit(police)
    const kinds = new Set(
      contacts.filter((contact) => contact.person !== police.person).map((contact) => contact.postKind),
    )
    expect([...kinds].every((kind) => Object.values(it.plan.desks).includes(kind))).toBe(true)
  })

  test('B2: the county’s question to the province heads the card above the school and nowhere below', async () => {
    const { id } = await it.report(it.actor('chief-invigilator'))
    const question = '三校停电，补测还是改期？'
    const county = it.actor('county-office', COUNTY)
    await it.give(county, 'Ask', { ask: randomUUID(), question, proposal: '改期' }, { kind: 'incident', id })
    const headline = async (actor: typeof county) =>
      (await it.house.see.incidents(actor, { open: true })).rows.find((row) => row.id === id)?.headline
    expect(await headline(county)).toEqual({ kind: 'ask', text: question })
    expect((await headline(it.actor('principal')))?.text).not.toBe(question)
  })
})

describe('B3: what higher tiers write to each other', () => {
  test('B3: is read by no tier below the one it is addressed to, in the list and on the incident alike', async () => {
    const { id } = await it.report(it.actor('chief-invigilator'))
    const stream = { kind: 'incident' as const, id }
    const county = it.actor('county-office', COUNTY)
    const province = it.actor('province-office', PROVINCE)
    const ask = randomUUID()
    const answer = randomUUID()
    await it.give(county, 'Ask', { ask, question: '县问省', proposal: '改期' }, stream)
    await it.give(province, 'Answer', { answer, ask, instruction: '省答县' }, stream)
    await it.give(province, 'Ask', { ask: randomUUID(), question: '省问国家', proposal: '改期' }, stream)
    const reads = async (actor: typeof county): Promise<string> => {
      const list = await it.house.see.incidents(actor, { open: true })
      const rows = list.rows.filter((row) => row.id === id)
      return JSON.stringify([rows, await it.house.see.incident(actor, id)])
    }
    const [atSchool, atCounty, atProvince] = [
      await reads(it.actor('principal')),
      await reads(county),
      await reads(province),
    ]
    expect([atSchool.includes('县问省'), atSchool.includes('省答县'), atSchool.includes('省问国家')]).toEqual(
      [false, false, false],
    )
    expect([atCounty.includes('县问省'), atCounty.includes('省答县'), atCounty.includes('省问国家')]).toEqual(
      [true, true, false],
    )
    expect(atProvince).toContain('省问国家')
  })
})

describe('A6: a closed incident that turns graver', () => {
  test('A6: a late word of three dead opens it again, in the list as well, and tells the province', async () => {
    const stream = await it.report(it.actor('chief-invigilator'), { scenario: 'emotional-distress' })
    const inspector = it.actor('school-inspector')
    const principal = it.actor('principal')
    const steps = it.plan.situations['emotional-distress']?.steps.map((step) => step.id) ?? []
    for (const [actor, type, data] of [
      [inspector, 'StateExample', { listed: true, reference: '示例 3' }],
      [principal, 'SkipSteps', { steps, reason: '陪伴后已平复' }],
      [principal, 'Handle', { outcome: '已平复' }],
      [principal, 'WriteDown', { form: 'situation-record' }],
      [principal, 'WriteDown', { form: 'school-report' }],
      [principal, 'Close', {}],
    ] as const) {
      expect(await it.give(actor, type, data, stream)).toHaveProperty('accepted')
    }
    const county = it.actor('county-office', COUNTY)
    const isOpen = async () =>
      (await it.house.see.incidents(county, { open: true })).rows.some((row) => row.id === stream.id)
    expect(await isOpen()).toBe(false)
    const graver = { 'casualties.dead': 3, 'impact.order': 'serious', interrupted: 'fully' }
    await it.give(it.actor('chief-invigilator'), 'StateFacts', { stated: graver }, stream)
    expect(await isOpen()).toBe(true)
    const seen = await it.house.see.incident(county, stream.id)
    expect(seen?.incident.status).toBe('open')
    expect(seen?.told.some((told) => told.postKind === 'province-office')).toBe(true)
  })
})
