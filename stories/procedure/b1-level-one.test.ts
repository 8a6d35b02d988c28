// B1: an event of level 1 is the school's own: by the handbook's example, or by what the county answers. County plan 二(二) 1级.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { handbookId } from '#core/handbook/handbook.ts'
import { CAMPAIGN, COUNTY, openTale, owing, type Person, type Tale, waiting } from './tale.fixture.ts'

/** Where it happens: the others’ invigilators have nothing to do. */
const ROOM = { room: 'room-1' }

let tale: Tale
let invigilator: Person
let principal: Person
let inspector: Person
let county: Person
/** One house for all of them, each on a day of its own. */
beforeAll(async () => {
  tale = await openTale()
  invigilator = tale.as('invigilator')
  principal = tale.as('principal')
  inspector = tale.as('school-inspector')
  county = tale.as('county-office', COUNTY)
})
beforeEach(() => tale.nextDay())
afterAll(() => tale?.close())

describe('B1: a small matter, nothing is affected', () => {
  test('B1: the handbook has an example: it is cited with page and year, the school acts by it, writes both forms and closes', async () => {
    const book = { kind: 'handbook', id: handbookId(CAMPAIGN, COUNTY) } as const
    const example = {
      example: randomUUID(),
      document: 'manual',
      year: 2026,
      place: '第12页例3',
      scenarios: ['late-pupil'],
      title: '学生迟到',
    }
    await county.give(book, 'EnterExamples', { unit: COUNTY, campaign: CAMPAIGN, examples: [example] })

    await tale.at('09:00')
    const id = await invigilator.report('late-pupil', {}, ROOM)
    expect(await tale.told(id)).toEqual([
      '09:00 principal holder reported',
      '09:00 school-inspector holder reported',
      '09:00 county-office holder reported',
      '09:00 chief-invigilator holder reported',
    ])
    const { incident } = await principal.see(id)
    expect(incident.grades.map((grade) => [grade.eventLevel, grade.responseLevel])).toEqual([[1, 'IV']])
    expect(incident.example).toMatchObject({
      listed: true,
      reference: expect.stringContaining('2026 第12页例3'),
      cited: { document: 'manual', year: 2026, unit: COUNTY },
    })
    expect(owing(await principal.see(id))).not.toContain('ask school county')

    await tale.at('09:10')
    await tale.doSteps(id, 'late-pupil')
    await principal.give(id, 'Handle', { outcome: '按时限入场，不补时' })
    await tale.at('09:20')
    expect(owing(await principal.see(id))).toEqual([
      'record school situation-record',
      'record school school-report',
    ])
    expect(await principal.mayNot(id, 'Close')).toMatchObject({
      code: 'incident.not-recorded',
      whoCould: ['principal'],
    })
    await inspector.give(id, 'WriteDown', { form: 'situation-record', reference: '第2页' })
    await principal.give(id, 'WriteDown', { form: 'school-report', reference: '纸质，已盖章扫描' })
    await principal.give(id, 'Close')
    expect((await county.see(id)).incident.status).toBe('closed')
    // The county had not said that it has the report; the province, called in for that, hears the end too.
    expect(await tale.told(id, '09:10')).toEqual([
      '09:10 county-office substitute limit-missed acknowledge',
      '09:15 province-office holder limit-missed acknowledge',
      ...['principal', 'school-inspector', 'county-office', 'chief-invigilator', 'province-office'].map(
        (post) => `09:20 ${post} holder closed`,
      ),
    ])
  })

  test('B1: no entry, but the responsible inspector finds the page himself: his word is enough, the invigilator’s is not', async () => {
    await tale.at('09:00')
    const id = await invigilator.report('device-anomaly')
    expect(owing(await principal.see(id))).toContain('ask school county')
    expect(
      await invigilator.mayNot(id, 'StateExample', { listed: true, reference: '手册第12页' }),
    ).toMatchObject({ code: 'not-allowed', whoCould: ['school-inspector'] })
    expect(await inspector.mayNot(id, 'StateExample', { listed: true })).toMatchObject({
      code: 'text.missing',
      field: 'reference',
    })
    await tale.at('09:03')
    await inspector.give(id, 'StateExample', { listed: true, reference: '手册第12页' })
    expect(owing(await principal.see(id))).not.toContain('ask school county')
    expect(waiting(await principal.see(id))).toContain('handle principal +1 00:00')
  })

  test('B1: no example: the school asks the county, principal and inspector carry the answer out and say with what effect', async () => {
    await tale.at('09:00')
    const id = await invigilator.report('device-anomaly', {}, { ...ROOM, words: '第七机位黑屏' })
    await tale.at('09:02')
    await county.give(id, 'Acknowledge')
    await inspector.give(id, 'StateExample', { listed: false })
    // Nothing is over before the county was asked.
    await principal.give(id, 'Handle', { outcome: '已换机' })
    expect(await principal.mayNot(id, 'Close')).toMatchObject({
      code: 'incident.not-asked',
      whoCould: ['principal', 'county-office'],
    })

    await tale.at('09:05')
    const ask = await principal.ask(id, '换机后要不要补时？')
    expect(await tale.told(id, '09:05')).toEqual(['09:05 county-office holder asked'])
    expect(waiting(await principal.see(id))).toContain('answer county-office 09:25')
    expect(await principal.mayNot(id, 'Handle', { outcome: '换机，不补时' })).toMatchObject({
      code: 'incident.open-ask',
      whoCould: ['county-office'],
    })
    // Nobody answers his own question, and a second one waits for the first.
    expect(
      await principal.mayNot(id, 'Answer', { answer: randomUUID(), ask, instruction: '补' }),
    ).toMatchObject({
      code: 'not-allowed',
      whoCould: ['county-lead', 'county-office'],
    })
    expect(await principal.mayNot(id, 'Ask', { ask: randomUUID(), question: '在吗' })).toMatchObject({
      code: 'ask.exists',
    })

    await tale.at('09:12')
    const [move, watch] = [randomUUID(), randomUUID()]
    const answer = await county.answer(id, '补足耽误的时间，记入情况记录表', {
      ask,
      tasks: [
        { task: move, post: 'principal', words: '安排补时' },
        { task: watch, post: 'school-inspector', person: inspector.id, words: '在场监督补时' },
      ],
    })
    expect(await tale.told(id, '09:12')).toEqual([
      '09:12 principal holder answered',
      '09:12 school-inspector holder answered',
      '09:12 invigilator holder answered',
      '09:12 principal holder task',
      '09:12 school-inspector holder task',
    ])
    await principal.give(id, 'Comply', { answer })
    expect(await principal.mayNot(id, 'Close')).toMatchObject({
      code: 'incident.open-task',
      whoCould: ['principal'],
    })
    expect(await invigilator.mayNot(id, 'DoTask', { task: move, effect: '补了' })).toMatchObject({
      code: 'not-allowed',
    })

    await tale.at('09:31')
    await principal.give(id, 'DoTask', { task: move, effect: '补时十分钟' })
    await inspector.give(id, 'DoTask', { task: watch, effect: '全程在场' })
    expect(await tale.told(id, '09:31')).toEqual([
      '09:31 county-office holder task-done',
      '09:31 county-office holder task-done',
    ])
    await tale.doSteps(id, 'device-anomaly')
    await principal.give(id, 'Handle', { outcome: '换机并补时，数据完整' })
    await inspector.give(id, 'WriteDown', { form: 'situation-record', reference: '第2页' })
    await principal.give(id, 'WriteDown', { form: 'school-report', reference: '盖章扫描件' })
    await tale.at('09:40')
    await principal.give(id, 'Close')
    expect(await tale.told(id, '09:40')).toEqual([
      '09:40 principal holder closed',
      '09:40 school-inspector holder closed',
      '09:40 county-office holder closed',
      '09:40 head-it holder closed',
    ])
    // The province heard nothing: nothing passed and nobody turned to it.
    expect((await tale.told(id)).filter((line) => line.includes('province'))).toEqual([])
  })
})
