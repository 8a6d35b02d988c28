// B3: at level 3 the province has the word: asked even with an example, with a proposal without one; it may consult the nation, and
// the county carries out. County plan 二(二) 3级.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { COUNTY, NATION, openTale, owing, type Person, PROVINCE, type Tale, waiting } from './tale.fixture.ts'

let tale: Tale
let chief: Person
let principal: Person
let county: Person
let lead: Person
let province: Person
let nation: Person
/** One house for all of them, each on a day of its own. */
beforeAll(async () => {
  tale = await openTale()
  chief = tale.as('chief-invigilator')
  principal = tale.as('principal')
  county = tale.as('county-office', COUNTY)
  lead = tale.as('county-lead', COUNTY)
  province = tale.as('province-office', PROVINCE)
  nation = tale.as('national-centre', NATION)
})
beforeEach(() => tale.nextDay())
afterAll(() => tale?.close())

/** The answers of a whole school are lost. */
const LOST = { interrupted: 'partly', 'impact.order': 'slight', 'impact.data': 'serious' } as const

describe('B3: the power fails and answers are lost', () => {
  test('B3: with an example the county still asks first, needs no proposal, and ends nothing before the province has spoken', async () => {
    await tale.at('09:00')
    const id = await chief.report('power-cut', LOST)
    const first = await county.see(id)
    expect(first.incident.grades.map((grade) => [grade.eventLevel, grade.responseLevel])).toEqual([[3, 'II']])
    expect(await tale.told(id)).toContain('09:00 province-office holder reported')
    await tale.at('09:03')
    await county.give(id, 'StateExample', { listed: true, reference: '手册第8页' })
    expect(owing(await county.see(id))).toContain('ask county province')
    await tale.at('09:04')
    const ask = await county.ask(id, '手册第8页有例，可否照办？')
    expect(await tale.told(id, '09:01')).toEqual(['09:04 province-office holder asked'])
    expect(await county.mayNot(id, 'Handle', { outcome: '已照例办' })).toMatchObject({
      code: 'not-allowed',
      whoCould: ['province-lead', 'province-office'],
    })
    await tale.at('09:09')
    const answer = await province.answer(id, '可以，照第8页办', { ask })
    expect(await tale.told(id, '09:09')).toEqual([
      '09:09 county-office holder answered',
      '09:09 county-lead holder answered',
      '09:09 chief-invigilator holder answered',
    ])
    expect(owing(await county.see(id))).not.toContain('ask county province')
    await lead.give(id, 'Comply', { answer })
    // Said to carry out, and still to be told to the school.
    expect(waiting(await county.see(id))).toContain('instruct county-office 09:50')
    await county.answer(id, '照第8页办，逐台登记')
    expect(await tale.told(id, '09:09')).toContain('09:09 principal holder answered')
    expect(waiting(await county.see(id))).not.toContain('instruct county-office 09:50')
  })

  test('B3: without an example the county reports with a proposal; the province consults the nation, decides, and hears what came of it', async () => {
    await tale.at('09:00')
    const id = await chief.report('power-cut', LOST)
    await tale.at('09:03')
    await county.give(id, 'Acknowledge')
    await county.give(id, 'StateExample', { listed: false })
    const ask = randomUUID()
    const question = '一个机房的答题数据丢失，如何处置？'
    expect(await county.mayNot(id, 'Ask', { ask, question })).toMatchObject({
      code: 'text.missing',
      field: 'proposal',
    })
    expect(await county.mayNot(id, 'Ask', { ask, question, proposal: '重测', tier: 'nation' })).toMatchObject(
      {
        code: 'tier.nation',
        whoCould: ['province-office'],
      },
    )
    expect(await nation.told(id)).toEqual([])
    await county.give(id, 'Ask', { ask, question, proposal: '该机房明日重测' })
    expect(await tale.told(id, '09:03')).toEqual(['09:03 province-office holder asked'])

    await tale.at('09:09')
    await province.give(id, 'Acknowledge')
    const consult = await province.ask(id, '数据丢失能否次日重测？')
    expect(await tale.told(id, '09:09')).toEqual(['09:09 national-centre holder asked'])
    // Its own answer stays due meanwhile; the nation has no clock.
    expect(waiting(await province.see(id))).toEqual(
      expect.arrayContaining(['answer province-office 09:23', 'answer national-centre']),
    )

    await tale.at('09:18')
    const advice = await nation.answer(id, '可以重测，换用备份题卷', { ask: consult })
    await province.give(id, 'Comply', { answer: advice })
    const again = randomUUID()
    const answer = await province.answer(id, '同意重测，用备份题卷', {
      ask,
      tasks: [{ task: again, post: 'principal', words: '通知该机房学生明日到校' }],
    })
    expect(await tale.told(id, '09:18')).toEqual([
      '09:18 province-office holder answered',
      '09:18 chief-invigilator holder answered',
      '09:18 county-office holder answered',
      '09:18 county-lead holder answered',
      '09:18 chief-invigilator holder answered',
      '09:18 principal holder task',
    ])
    await county.give(id, 'Comply', { answer })
    await tale.at('09:40')
    await principal.give(id, 'DoTask', { task: again, effect: '三十名学生都已通知' })
    expect(await province.told(id)).toContain('09:40 task-done')
    await province.give(id, 'Handle', { outcome: '次日重测完成' })
    expect(owing(await province.see(id))).toEqual(
      expect.arrayContaining([
        'record school situation-record',
        'evaluate province',
        'record province province-report',
      ]),
    )
  })

  test('B3: what began lighter and turns out graver goes to the province at that minute', async () => {
    await tale.at('09:00')
    const id = await chief.report('power-cut', { ...LOST, 'impact.data': 'none' })
    await tale.at('09:14')
    await tale.as('head-it').give(id, 'StateFacts', { stated: { 'impact.data': 'serious' } })
    expect(await tale.told(id, '09:14')).toEqual([
      '09:14 province-inspector holder reported',
      '09:14 principal holder regraded',
      '09:14 county-office holder regraded',
      '09:14 province-office holder regraded',
    ])
    expect(owing(await county.see(id))).toContain('ask county province')
    expect(waiting(await province.see(id))).toContain('acknowledge province-office 09:24')
  })
})
