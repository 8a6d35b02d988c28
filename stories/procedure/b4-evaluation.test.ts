// B4: after an event of level 3 the province evaluates it on six points, within its time, and files the provincial report to the
// nation; before that nothing is closed. County plan 二(二) 3级.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { COUNTY, clocks, openTale, owing, type Person, PROVINCE, type Tale, waiting } from './tale.fixture.ts'

let tale: Tale
let county: Person
let province: Person
let principal: Person
/** One house for all of them, each on a day of its own. */
beforeAll(async () => {
  tale = await openTale()
  county = tale.as('county-office', COUNTY)
  province = tale.as('province-office', PROVINCE)
  principal = tale.as('principal')
})
beforeEach(() => tale.nextDay())
afterAll(() => tale?.close())

const POINTS = {
  cause: '变压器老化',
  course: '九点停电，九点四十来电',
  impact: '三十名学生答题丢失',
  level: '3级',
  handling: '次日用备份题卷重测',
  effect: '数据完整',
}

/** A level 3 event that was asked, answered and dealt with at 10:00. */
async function dealtWith(): Promise<string> {
  await tale.at('09:00')
  const id = await tale
    .as('chief-invigilator')
    .report('power-cut', { interrupted: 'partly', 'impact.order': 'slight', 'impact.data': 'serious' })
  await tale.at('09:05')
  await county.give(id, 'Acknowledge')
  await province.give(id, 'Acknowledge')
  await county.give(id, 'Verify', { verdict: 'verified' })
  const ask = await county.ask(id, '如何处置？', { proposal: '次日重测' })
  const answer = await province.answer(id, '同意', { ask })
  await county.give(id, 'Comply', { answer })
  await principal.give(id, 'TakeMeasure', { measure: '原位等待' })
  const steps = tale.plan.situations['power-cut']?.steps.map((step) => step.id) ?? []
  await principal.give(id, 'SkipSteps', { steps, reason: '改为次日重测' })
  await tale.at('10:00')
  await province.give(id, 'Handle', { outcome: '次日重测完成' })
  return id
}

describe('B4: what came of it', () => {
  test('B4: dealt with at 10:00, evaluated within three days; closing names what is missing, one after the other', async () => {
    const id = await dealtWith()
    expect(owing(await province.see(id))).toEqual([
      'record school situation-record',
      'evaluate province',
      'record province province-report',
    ])
    expect(clocks(await province.see(id))).toContain('evaluation 10:00–+3 10:00 runs')
    expect(waiting(await province.see(id))).toContain('evaluate province-office +3 10:00')
    expect(await county.mayNot(id, 'Close')).toMatchObject({
      code: 'not-allowed',
      whoCould: ['province-lead', 'province-office'],
    })
    const detail = (await province.mayNot(id, 'Close')).detail
    expect(detail).toContain('测试情况记录还没写')
    await principal.give(id, 'WriteDown', { form: 'situation-record', reference: '附页三张' })
    expect(await province.mayNot(id, 'Close')).toMatchObject({
      code: 'incident.not-evaluated',
      whoCould: ['province-office'],
    })

    await tale.at('+1 09:00')
    const { effect: _missing, ...five } = POINTS
    expect(await province.mayNot(id, 'Evaluate', { points: five })).toMatchObject({
      code: 'text.missing',
      field: 'points.effect',
    })
    expect(await county.mayNot(id, 'Evaluate', { points: POINTS })).toMatchObject({
      code: 'not-allowed',
      whoCould: ['province-office'],
    })
    await province.give(id, 'Evaluate', { points: POINTS })
    const seen = await county.see(id)
    expect(seen.incident.evaluated).toMatchObject({ tier: 'province', points: POINTS })
    expect(clocks(seen)).toContain('evaluation 10:00–+3 10:00 kept +1 09:00')
    expect(await province.mayNot(id, 'Close')).toMatchObject({
      code: 'incident.open-form',
      whoCould: ['province-office'],
    })
    await province.give(id, 'WriteDown', { form: 'province-report', reference: '盖章扫描件，已报国家中心' })
    await province.give(id, 'Close')
    expect((await principal.see(id)).incident.status).toBe('closed')
    expect(await tale.told(id, '+1 09:00')).toEqual(
      expect.arrayContaining(['+1 09:00 principal holder closed', '+1 09:00 county-office holder closed']),
    )
  })

  test('B4: nothing is evaluated before it was dealt with, nor at level 2', async () => {
    await tale.at('09:00')
    const chief = tale.as('chief-invigilator')
    const open = await chief.report('power-cut', { 'impact.data': 'serious' })
    expect(await province.mayNot(open, 'Evaluate', { points: POINTS })).toMatchObject({
      code: 'incident.not-handled',
    })
    const lighter = await chief.report('network-down', { 'impact.data': 'none', 'impact.order': 'slight' })
    expect((await county.see(lighter)).incident.grades[0]?.eventLevel).toBe(2)
    expect(await province.mayNot(lighter, 'Evaluate', { points: POINTS })).toMatchObject({
      code: 'evaluation.not-here',
    })
  })

  test('B4: forgotten for three days, the substitute is told, a day later the head of the province’s group; the nation never', async () => {
    const id = await dealtWith()
    await tale.at('+4 10:00')
    expect((await tale.told(id)).filter((line) => line.includes('evaluation'))).toEqual([
      '+3 10:00 province-office substitute limit-missed evaluation',
      '+4 10:00 province-lead holder limit-missed evaluation',
    ])
    expect((await tale.told(id)).filter((line) => line.includes('national'))).toEqual([])
  })
})
