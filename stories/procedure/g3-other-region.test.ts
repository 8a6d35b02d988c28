// The same tales under two plans (G3): the built-in one, and a municipality's with other words for the tiers, four levels, other
// limits, other forms. What differs is a table for each region (regions.fixture.ts); how a tale goes is one text for both.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findAncestor, type Tier } from '#core/basics/tier.ts'
import { receiptId } from '#core/receipt/receipt.ts'
import type { Kit, SpreadList } from '#core/wire/view.ts'
import { REGIONS } from './regions.fixture.ts'
import {
  CAMPAIGN,
  clocks,
  openTale,
  owing,
  type Person,
  PROVINCE,
  SCHOOL,
  schoolNo,
  type Tale,
  waiting,
} from './tale.fixture.ts'

/** `clock` and some minutes. */
function later(clock: string, minutes: number): string {
  const [hours = 0, before = 0] = clock.split(':').map(Number)
  const at = hours * 60 + before + minutes
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}

describe.each(REGIONS.map((region) => [region.name, region] as const))('%s', (_name, region) => {
  const { plan } = region
  const rows = region.rows.map((row) => [row.level[0], row] as const)
  /** One house for all of them, each on a day of its own. */
  let tale: Tale
  beforeAll(async () => {
    tale = await openTale({ plan, schools: 3 })
  })
  beforeEach(() => tale.nextDay())
  afterAll(() => tale?.close())

  /** Whoever holds the post in the line of the first school. */
  const holder = (post: string): Person =>
    tale.as(post, findAncestor(SCHOOL, plan.posts[post]?.tier ?? 'school'))
  const desk = (tier: Tier): Person => holder(plan.desks[tier])

  test('G3: the words are the region’s, and so is the number of levels', async () => {
    const kit = await holder('county-office').get<Kit>('/api/kit')
    expect([kit.plan.tiers.county.name.zh, kit.plan.tiers.province.name.zh]).toEqual(region.words)
    expect(kit.plan.scales.event.map((one) => one.level)).toEqual(rows.map(([level]) => level))
  })

  test.each(rows)('G3 B1 B2 B3 B4 B6: level %s from the first word to the close', async (_level, row) => {
    const [asker, asked, within] = row.asks
    await tale.at('09:00')
    const id = await holder('chief-invigilator').report(row.scenario, row.stated)
    const first = await holder('principal').see(id)
    expect(first.incident.grades.map((grade) => [grade.eventLevel, grade.responseLevel])).toEqual([row.level])
    const told = await tale.told(id)
    for (const post of row.desks) expect(told).toContain(`09:00 ${post} holder reported`)
    expect(waiting(first).filter((line) => line.startsWith('acknowledge'))).toEqual(
      row.desks.map((post) => `acknowledge ${post} ${later('09:00', region.acknowledge)}`),
    )
    expect(clocks(first)).toContain(row.clock)

    await tale.at('09:04')
    const question = '顺延多久？'
    if (row.proposes) {
      const empty = { ask: randomUUID(), question }
      expect(await holder(asker).mayNot(id, 'Ask', empty)).toMatchObject({ field: 'proposal' })
    }
    for (const post of row.desks) await holder(post).give(id, 'Acknowledge')
    const ask = await holder(asker).ask(id, question, row.proposes ? { proposal: '顺延一小时' } : {})
    expect(await tale.told(id, '09:04')).toEqual([`09:04 ${asked} holder asked`])
    // Nobody answers: at the minute the substitute hears of it.
    const due = later('09:04', within)
    expect(waiting(await holder(asker).see(id))).toContain(`answer ${asked} ${due}`)
    await tale.at(due)
    const limit = asked === 'county-office' ? 'answer' : 'answer-province'
    expect((await tale.told(id, due)).filter((line) => line.endsWith(` ${limit}`))).toEqual([
      `${due} ${asked} substitute limit-missed ${limit}`,
    ])

    await tale.at('09:30')
    const answer = await holder(asked).answer(id, '顺延一小时，逐室登记', { ask })
    await holder(asker).give(id, 'Comply', { answer })
    if (asker !== 'principal') {
      const down = await holder(asker).answer(id, '照上级答复，顺延一小时')
      await holder('principal').give(id, 'Comply', { answer: down })
    }
    await tale.doSteps(id, row.scenario)

    await tale.at('09:50')
    const outcome = '顺延后全部完成'
    for (const post of row.mayNotEnd) {
      expect(await holder(post).mayNot(id, 'Handle', { outcome })).toMatchObject({ code: 'not-allowed' })
    }
    const ends = holder(row.endedBy)
    await ends.give(id, 'Handle', { outcome })
    const records = row.forms.map((form) => `record ${form}`)
    const evaluation = row.points.length === 0 ? [] : ['evaluate province']
    expect(owing(await ends.see(id))).toEqual([...records.slice(0, -1), ...evaluation, ...records.slice(-1)])
    for (const form of row.forms) {
      expect((await ends.mayNot(id, 'Close')).code).toMatch(/^incident\./)
      const [tier, name] = form.split(' ') as [Tier, string]
      await desk(tier).give(id, 'WriteDown', { form: name, reference: '盖章扫描件' })
    }
    if (row.points.length > 0) {
      expect(await ends.mayNot(id, 'Close')).toMatchObject({ code: 'incident.not-evaluated' })
      const points = Object.fromEntries(row.points.map((point) => [point, '已核实']))
      const { [row.points[0] ?? '']: _left, ...tooFew } = points
      expect(await desk('province').mayNot(id, 'Evaluate', { points: tooFew })).toMatchObject({
        field: `points.${row.points[0]}`,
      })
      await desk('province').give(id, 'Evaluate', { points })
    }
    await ends.give(id, 'Close')
    expect((await holder('principal').see(id)).incident.status).toBe('closed')
  })

  test.each(rows)('G3 B1 B2 B3: level %s with an example of the handbook', async (_level, row) => {
    const [asker, asked] = row.asks
    const question = `ask ${plan.posts[asker]?.tier} ${plan.posts[asked]?.tier}`
    await tale.at('09:00')
    const id = await holder('chief-invigilator').report(row.scenario, row.stated)
    const asks = async () => owing(await holder('principal').see(id)).filter((line) => line.startsWith('ask'))
    expect(await asks()).toEqual([question])
    await holder('county-office').give(id, 'StateExample', { listed: true, reference: '手册第8页' })
    expect(await asks()).toEqual(row.asksAnyway ? [question] : [])
  })

  test('G3 A2: so many schools with the same are a spread', async () => {
    const spreads = async () => (await holder('county-office').get<SpreadList>('/api/spreads')).spreads
    for (let nth = 1; nth <= region.spread; nth++) {
      expect(await spreads()).toEqual([])
      await tale.at(`10:0${nth}`)
      await tale.as('chief-invigilator', schoolNo(nth)).report('lan-fault')
    }
    expect((await spreads()).map((one) => one.schools.length)).toEqual([region.spread])
  })

  test('G3 E6: kinds of orders, and how soon an order to stop is confirmed', async () => {
    await tale.at('10:00')
    const province = holder('province-office')
    const given = async (kind: string) => {
      const stream = { kind: 'order' as const, id: randomUUID() }
      const data = { unit: PROVINCE, campaign: CAMPAIGN, plan: plan.hash, to: [SCHOOL], words: '全市统一' }
      await province.give(stream, 'GiveOrder', { ...data, kind })
      return { kind: 'receipt' as const, id: receiptId(stream.id, SCHOOL) }
    }
    expect(plan.orders.map((kind) => kind.id)).toEqual(region.orders)
    for (const kind of region.orders) await given(kind)
    const stop = await given('stop')
    await tale.at(later('10:00', region.stop))
    expect(await tale.told(stop)).toEqual([
      '10:00 principal holder order urgent',
      `${later('10:00', region.stop)} principal substitute limit-missed`,
    ])
  })

  test('G3 B7: who decides on the spot', async () => {
    await tale.at('11:00')
    const id = await holder('chief-invigilator').report('noise')
    const decision = randomUUID()
    await holder('chief-invigilator').give(id, 'ProposeJoint', {
      decision,
      kind: 'on-the-spot',
      words: '关窗接着测',
    })
    expect(await holder(region.notOnTheSpot).mayNot(id, 'AgreeJoint', { decision })).toMatchObject({
      code: 'joint.not-yours',
      whoCould: [region.onTheSpot],
    })
    await holder(region.onTheSpot).give(id, 'AgreeJoint', { decision })
    const [joint] = (await holder('principal').see(id)).incident.joint
    expect(joint?.complete?.by.postKind).toBe(region.onTheSpot)
  })
})
