// A6: a grade says which clauses and facts led to it; anyone concerned raises it with a reason, lowering needs the tier above to agree,
// and every grade stays on record with its reason.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { grade } from '#core/plan/grade.ts'
import { COUNTY, openTale, owing, type Person, PROVINCE, type Tale, waiting } from './tale.fixture.ts'

let tale: Tale
let invigilator: Person
let principal: Person
let county: Person
let province: Person
/** One house for all of them, each on a day of its own. */
beforeAll(async () => {
  tale = await openTale()
  invigilator = tale.as('invigilator')
  principal = tale.as('principal')
  county = tale.as('county-office', COUNTY)
  province = tale.as('province-office', PROVINCE)
})
beforeEach(() => tale.nextDay())
afterAll(() => tale?.close())

const grades = async (id: string) =>
  (await county.see(id)).incident.grades.map(({ origin, eventLevel, responseLevel, reason, by }) =>
    [origin, eventLevel, responseLevel, reason, origin === 'person' && by.postKind].filter(Boolean).join(' '),
  )

describe('A6: a machine fails, and it is more than it looked', () => {
  test('A6: the grade names clauses that are in the plan, and what was assumed because nobody had said it', async () => {
    await tale.at('09:00')
    const id = await invigilator.report('device-fault', { 'impact.order': 'slight' })
    const seen = await principal.see(id)
    const [first] = seen.incident.grades
    expect([first?.eventLevel, first?.responseLevel]).toEqual([2, 'III'])
    const { reasons } = grade(tale.plan, 'device-fault', seen.incident.stated)
    expect(first?.clauses).toEqual([...new Set(reasons.map((reason) => reason.clause))])
    expect(first?.clauses).toEqual(expect.arrayContaining(['county.2.1.level2', 'school.1.2.harm.III']))
    for (const clause of first?.clauses ?? []) expect(tale.plan.clauses[clause]?.source.document).toBeTruthy()
    expect(first?.assumed).toContain('reach')
    expect(first?.assumed).not.toContain('impact.order')
  })

  test('A6: an invigilator raises it by his own word, and the desks it now concerns are told that minute', async () => {
    await tale.at('09:00')
    const id = await invigilator.report('device-fault')
    await tale.at('09:05')
    expect(
      await invigilator.mayNot(id, 'Regrade', { eventLevel: 2, responseLevel: 'II', reason: ' ' }),
    ).toMatchObject({ code: 'text.missing', field: 'reason' })
    await invigilator.give(id, 'Regrade', { eventLevel: 2, responseLevel: 'II', reason: '已有六台黑屏' })
    expect(await tale.told(id, '09:05')).toEqual([
      '09:05 principal holder regraded',
      '09:05 county-office holder regraded',
    ])
    expect(await grades(id)).toEqual(['plan 1 III', 'person 2 II 已有六台黑屏 invigilator'])
    // What the new level wants is owed from now on.
    expect(owing(await county.see(id))).toEqual(
      expect.arrayContaining(['ask county province', 'record county county-report']),
    )
  })

  test('A6: lower, the school proposes; the county may not, the province agrees, and both grades stay', async () => {
    await tale.at('09:00')
    const id = await invigilator.report('device-fault', { 'impact.order': 'slight' })
    const lower = { eventLevel: 1, responseLevel: 'IV', reason: '只是一台，已换好' }
    expect(await principal.mayNot(id, 'Regrade', lower)).toMatchObject({
      code: 'incident.not-graded-lower',
      whoCould: ['province-office'],
    })
    await tale.at('09:04')
    const lowering = randomUUID()
    await principal.give(id, 'Regrade', { ...lower, lowering })
    expect(await tale.told(id, '09:04')).toEqual(['09:04 province-office holder agreement-wanted'])
    expect(await grades(id)).toEqual(['plan 2 III'])
    expect(waiting(await county.see(id))).toContain('agree-lowering province-office')
    expect(await principal.mayNot(id, 'Regrade', { ...lower, lowering: randomUUID() })).toMatchObject({
      code: 'lowering.exists',
      whoCould: ['province-office'],
    })
    expect(await principal.mayNot(id, 'AgreeLowering', { lowering })).toMatchObject({ code: 'not-allowed' })
    expect(await county.mayNot(id, 'AgreeLowering', { lowering })).toMatchObject({
      code: 'not-allowed',
      whoCould: ['province-office'],
    })
    // Until then everything of the graver level goes on.
    expect(owing(await county.see(id))).toContain('ask county province')

    await tale.at('09:12')
    await province.give(id, 'AgreeLowering', { lowering, reason: '同意' })
    expect(await tale.told(id, '09:12')).toEqual(['09:12 principal holder regraded'])
    expect(await grades(id)).toEqual(['plan 2 III', 'person 1 IV 同意 province-office'])
    const { lowerings } = (await county.see(id)).incident
    expect(lowerings).toMatchObject([
      {
        reason: '只是一台，已换好',
        by: { postKind: 'principal' },
        agreed: { by: { postKind: 'province-office' } },
      },
    ])
    expect(owing(await county.see(id))).toContain('record school school-report')
    expect(waiting(await county.see(id))).not.toContain('agree-lowering province-office')
  })

  test('A6: declined with a reason, the grade stays and whoever proposed it hears', async () => {
    await tale.at('09:00')
    const id = await invigilator.report('device-fault', { 'impact.order': 'slight' })
    const lowering = randomUUID()
    await county.give(id, 'Regrade', { eventLevel: 1, responseLevel: 'IV', reason: '影响不大', lowering })
    await tale.at('09:06')
    expect(await province.mayNot(id, 'DeclineLowering', { lowering, reason: ' ' })).toMatchObject({
      code: 'text.missing',
    })
    await province.give(id, 'DeclineLowering', { lowering, reason: '等核查结果' })
    expect(await tale.told(id, '09:06')).toEqual(['09:06 county-office holder declined'])
    expect(await grades(id)).toEqual(['plan 2 III'])
    expect(await province.mayNot(id, 'AgreeLowering', { lowering })).toMatchObject({
      code: 'lowering.settled',
    })
  })

  test('A6: whoever has the word lowers at once; beside the line one only proposes; facts never lower by themselves', async () => {
    await tale.at('09:00')
    const id = await invigilator.report('device-fault', { 'impact.order': 'slight' })
    await tale.at('09:03')
    await tale.as('head-it').give(id, 'StateFacts', { stated: { 'impact.order': 'none' } })
    expect(await grades(id)).toEqual(['plan 2 III'])
    const lowering = randomUUID()
    const lower = { eventLevel: 1, responseLevel: 'IV', reason: '现场看过，无影响', lowering }
    await tale.as('province-inspector', PROVINCE).give(id, 'Regrade', lower)
    expect(await grades(id)).toEqual(['plan 2 III'])
    await tale.at('09:05')
    await province.give(id, 'Regrade', { ...lower, reason: '按视导员现场情况' })
    expect(await grades(id)).toEqual(['plan 2 III', 'person 1 IV 按视导员现场情况 province-office'])
    // The later grade has overtaken the proposal.
    expect(await tale.as('province-lead', PROVINCE).mayNot(id, 'AgreeLowering', { lowering })).toMatchObject({
      code: 'lowering.settled',
    })
  })
})
