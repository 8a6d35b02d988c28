// B2: an event of level 2 is the county's: by the handbook's example, or by what the province answers; the school writes the test
// situation record. County plan 二(二) 2级.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { handbookId } from '#core/handbook/handbook.ts'
import {
  CAMPAIGN,
  COUNTY,
  clocks,
  openTale,
  owing,
  type Person,
  PROVINCE,
  type Tale,
  waiting,
} from './tale.fixture.ts'

let tale: Tale
let chief: Person
let principal: Person
let county: Person
let province: Person
/** One house for all of them, each on a day of its own. */
beforeAll(async () => {
  tale = await openTale()
  chief = tale.as('chief-invigilator')
  principal = tale.as('principal')
  county = tale.as('county-office', COUNTY)
  province = tale.as('province-office', PROVINCE)
})
beforeEach(() => tale.nextDay())
afterAll(() => tale?.close())

const CUT = { interrupted: 'partly', 'impact.order': 'slight', 'impact.data': 'none' } as const

describe('B2: the whole school is struck, order is slightly affected', () => {
  test('B2: the handbook has an example: the county deals with it, the school may not end it', async () => {
    const book = { kind: 'handbook', id: handbookId(CAMPAIGN, PROVINCE) } as const
    const entered = {
      example: randomUUID(),
      document: 'manual',
      year: 2026,
      place: '第8页例1',
      scenarios: ['network-down'],
      title: '测试中断网',
    }
    await province.give(book, 'EnterExamples', { unit: PROVINCE, campaign: CAMPAIGN, examples: [entered] })

    await tale.at('09:00')
    const id = await chief.report('network-down', CUT)
    expect(await tale.told(id)).toEqual([
      '09:00 principal holder reported',
      '09:00 school-inspector holder reported',
      '09:00 county-office holder reported',
      '09:00 head-it holder reported',
      '09:00 county-tech holder reported',
      '09:00 invigilator holder reported',
    ])
    const seen = await county.see(id)
    expect(seen.incident.grades.map((grade) => [grade.eventLevel, grade.responseLevel])).toEqual([[2, 'II']])
    expect(seen.incident.example?.cited).toMatchObject({ document: 'manual', unit: PROVINCE })
    expect(owing(seen)).not.toContain('ask county province')

    await tale.at('09:06')
    await county.give(id, 'Acknowledge')
    await tale.doSteps(id, 'network-down')
    expect(await principal.mayNot(id, 'Handle', { outcome: '网通了' })).toMatchObject({
      code: 'not-allowed',
      whoCould: ['county-lead', 'county-office'],
    })
    await tale.at('09:30')
    await county.give(id, 'Handle', { outcome: '备用路由器接上，二十分钟后续测' })
    expect(owing(await county.see(id))).toEqual([
      'record school situation-record',
      'record county county-report',
    ])
    await principal.give(id, 'WriteDown', {
      form: 'situation-record',
      reference: '第3页，附页2张，装入记录袋',
    })
    await county.give(id, 'WriteDown', { form: 'county-report', reference: '盖章扫描件' })
    await county.give(id, 'ReportOn', { report: randomUUID(), kind: 'final', words: '已恢复，数据完整' })
    await county.give(id, 'Close')
    const { incident } = await principal.see(id)
    expect(incident.status).toBe('closed')
    expect(incident.writtenDown.map(({ form, reference, by }) => [form, reference, by.postKind])).toEqual([
      ['situation-record', '第3页，附页2张，装入记录袋', 'principal'],
      ['county-report', '盖章扫描件', 'county-office'],
    ])
    // Nobody asked the province, and no limit passed: all it heard was the county's final report.
    expect((await tale.told(id)).filter((line) => line.includes('province'))).toEqual([
      '09:30 province-office holder series',
    ])
  })

  test('B2: no example: the county asks the province, brings forces together meanwhile, and has the answer carried out', async () => {
    await tale.at('09:00')
    const id = await chief.report('power-cut', CUT)
    await tale.at('09:04')
    await county.give(id, 'Acknowledge')
    await county.give(id, 'StateExample', { listed: false })
    expect(owing(await county.see(id))).toContain('ask county province')
    await tale.at('09:05')
    const ask = await county.ask(id, '停电超过二十分钟，能否顺延？')
    expect(await tale.told(id, '09:05')).toEqual(['09:05 province-office holder asked'])
    expect(waiting(await province.see(id))).toContain('answer province-office 09:25')

    // What can be done is done while the answer is on its way.
    await tale.at('09:08')
    await county.give(id, 'TakeMeasure', { measure: '调发电车，通知供电公司' })
    await principal.give(id, 'TakeMeasure', { measure: '备用电源接到机房' })
    expect(clocks(await county.see(id))).toContain('response-II 09:00–10:00 kept 09:08')
    expect(await county.mayNot(id, 'Handle', { outcome: '不等了' })).toMatchObject({
      code: 'incident.open-ask',
      whoCould: ['province-office'],
    })
    expect(
      await county.mayNot(id, 'Answer', { answer: randomUUID(), ask, instruction: '顺延' }),
    ).toMatchObject({ code: 'not-allowed', whoCould: ['province-office'] })

    await tale.at('09:21')
    const [extend, truck] = [randomUUID(), randomUUID()]
    const answer = await province.answer(id, '顺延三十分钟，逐台核对', {
      ask,
      tasks: [
        { task: extend, post: 'principal', words: '各室顺延三十分钟' },
        { task: truck, post: 'county-office', person: county.id, words: '发电车留到测试结束' },
      ],
    })
    expect(await tale.told(id, '09:21')).toEqual([
      '09:21 county-office holder answered',
      '09:21 chief-invigilator holder answered',
      '09:21 principal holder task',
      '09:21 county-office holder task',
    ])
    expect(clocks(await county.see(id))).toContain('answer-province 09:05–09:25 kept 09:21')
    expect(waiting(await county.see(id))).toEqual(
      expect.arrayContaining([
        'comply county-office 09:51',
        'task principal 09:51',
        'task county-office 09:51',
      ]),
    )
    // Only the tier that was answered says that it will carry it out.
    expect(await principal.mayNot(id, 'Comply', { answer })).toMatchObject({
      code: 'not-allowed',
      whoCould: ['county-office'],
    })
    await county.give(id, 'Comply', { answer })
    await tale.doSteps(id, 'power-cut')
    await tale.at('09:48')
    await principal.give(id, 'DoTask', { task: extend, effect: '各室都已顺延' })
    expect(await tale.told(id, '09:48')).toEqual(['09:48 province-office holder task-done'])
    expect(await county.mayNot(id, 'Close')).toMatchObject({
      code: 'incident.open-task',
      whoCould: ['county-office'],
    })
    await county.give(id, 'DoTask', { task: truck, effect: '供电稳定' })
    await county.give(id, 'Handle', { outcome: '顺延后全部完成' })
    await principal.give(id, 'WriteDown', { form: 'situation-record', reference: '附页一' })
    expect(await county.mayNot(id, 'Close')).toMatchObject({
      code: 'incident.open-form',
      whoCould: ['county-office'],
    })
    await county.give(id, 'WriteDown', { form: 'county-report' })
    await county.give(id, 'Close')
    expect((await principal.see(id)).incident.status).toBe('closed')
  })
})
