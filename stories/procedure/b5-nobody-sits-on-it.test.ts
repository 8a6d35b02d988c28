// B5: what a tier can handle it handles at once, what it can't goes up while measures are taken; no tier sits on a report: every rung at
// its minute, to the province at most. County plan 一, 二(三); E4.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { COUNTY, clocks, openTale, type Person, PROVINCE, type Tale, waiting } from './tale.fixture.ts'

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

const ofLimit = async (id: string, limit: string): Promise<readonly string[]> =>
  (await tale.told(id)).filter((line) => line.includes(`limit-missed ${limit}`))

describe('B5: nobody sits on it', () => {
  test('B5: a question nobody answers: the desk’s substitute, the head of the county, the province; never the nation', async () => {
    await tale.at('09:00')
    const id = await tale.as('invigilator').report('device-anomaly')
    await tale.at('09:02')
    await county.give(id, 'Acknowledge')
    await tale.at('09:05')
    await principal.ask(id, '要不要补时？')
    await tale.at('18:00')
    expect(await ofLimit(id, 'answer')).toEqual([
      '09:25 county-office substitute limit-missed answer',
      '09:30 county-lead holder limit-missed answer',
      '09:35 province-office holder limit-missed answer',
    ])
    expect((await tale.told(id)).filter((line) => line.includes('national'))).toEqual([])
    // The province, told of it, may answer in the county's place.
    const { asks } = (await province.see(id)).incident
    await province.answer(id, '补时十分钟', { ask: asks[0]?.ask ?? '' })
    expect(await tale.told(id, '18:00')).toContain('18:00 principal holder answered')
    expect(clocks(await county.see(id))).toContain('answer 09:05–09:25 missed 18:00')
  })

  test('B5: a report nobody confirms, from a school whose county is silent, is at the province after a quarter of an hour', async () => {
    await tale.at('09:00')
    const id = await tale.as('invigilator').report('device-anomaly')
    expect((await tale.told(id)).filter((line) => line.includes('province'))).toEqual([])
    await tale.at('12:00')
    expect(await ofLimit(id, 'acknowledge')).toEqual([
      '09:10 county-office substitute limit-missed acknowledge',
      '09:15 province-office holder limit-missed acknowledge',
    ])
  })

  test('B5: an answer from above that is not carried out: the county’s substitute, its head, and the province that gave it', async () => {
    await tale.at('09:00')
    const id = await chief.report('power-cut', { interrupted: 'partly', 'impact.data': 'none' })
    await tale.at('09:05')
    const ask = await county.ask(id, '能否顺延？')
    await tale.at('09:10')
    await province.answer(id, '顺延三十分钟', { ask })
    await tale.at('10:00')
    expect(await ofLimit(id, 'comply-county')).toEqual([
      '09:40 county-office substitute limit-missed comply-county',
      '09:45 county-lead holder limit-missed comply-county',
      '09:50 province-office holder limit-missed comply-county',
    ])
  })

  test('B5: measures are taken while the answer is on its way, and stand on record with their own times', async () => {
    await tale.at('09:00')
    const id = await chief.report('power-cut', { interrupted: 'partly', 'impact.data': 'none' })
    await tale.at('09:02')
    const asked = await chief.ask(id, '停电，怎么办？')
    expect(await tale.told(id, '09:02')).toEqual([
      '09:02 county-office holder asked',
      '09:02 province-patrol holder asked',
    ])
    await tale.at('09:04')
    await tale.as('deputy-logistics').give(id, 'DoStep', { step: 'backup', note: '发电机已开' })
    await principal.give(id, 'TakeMeasure', { measure: '机房先断开，防回电冲击' })
    // Delivered late from a phone without a network: it keeps the time at which it was done.
    await tale.at('09:09')
    await chief.give(id, 'TakeMeasure', { measure: '学生原位' }, { madeAt: tale.instant('09:01') })
    const seen = await county.see(id)
    expect(waiting(seen)).toContain('answer county-office 09:22')
    const measures = seen.incident.entries.filter(
      ({ kind }) => kind === 'MeasureTaken' || kind === 'StepDone',
    )
    expect(measures.map(({ occurredAt, by }) => [occurredAt, by.postKind])).toEqual([
      [tale.instant('09:04'), 'deputy-logistics'],
      [tale.instant('09:04'), 'principal'],
      [tale.instant('09:01'), 'chief-invigilator'],
    ])
    // What the county can say it says at once; the school goes on and is not asked twice.
    const answer = await county.answer(id, '原位等待，二十分钟内来电', { ask: asked })
    await principal.give(id, 'Comply', { answer })
    expect(waiting(await county.see(id))).not.toContain('answer county-office 09:22')
  })

  test('B5: past a silent county the school may raise it to the province; the county gets its copy by itself', async () => {
    await tale.at('09:00')
    const id = await tale.as('invigilator').report('device-anomaly')
    await tale.at('09:07')
    await principal.give(id, 'RaiseTo', { tier: 'province', words: '县里电话不通' })
    expect(await tale.told(id, '09:07')).toEqual([
      '09:07 province-office holder raised urgent',
      '09:07 county-office holder copy',
    ])
    expect(await principal.mayNot(id, 'RaiseTo', { tier: 'nation', words: '请指示' })).toMatchObject({
      code: 'tier.nation',
      whoCould: ['province-office'],
    })
    expect(
      await principal.mayNot(id, 'Ask', { ask: randomUUID(), question: '怎么办', tier: 'nation' }),
    ).toMatchObject({ code: 'tier.nation' })
  })
})
