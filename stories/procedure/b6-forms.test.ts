// B6: the report of every level is owed by the tier that files it, beside the school's test situation record: who filed it on paper, and
// when. County plan 二(三).

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { COUNTY, openTale, owing, type Person, PROVINCE, type Tale } from './tale.fixture.ts'

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

const LEVELS = [
  [1, {}, ['record school situation-record', 'record school school-report']],
  [2, { 'impact.order': 'slight' }, ['record school situation-record', 'record county county-report']],
  [3, { 'impact.data': 'serious' }, ['record school situation-record', 'record province province-report']],
] as const

describe('B6: forms that are owed', () => {
  test('B6: each level owes the school’s record and its own tier’s report, and a raise changes whose report it is', async () => {
    await tale.at('09:00')
    for (const [level, stated, forms] of LEVELS) {
      const id = await chief.report('device-fault', stated, { notSameAs: [] })
      const seen = await county.see(id)
      expect(seen.incident.grades[0]?.eventLevel).toBe(level)
      expect(owing(seen).filter((line) => line.startsWith('record'))).toEqual(forms)
    }
    const id = await chief.report('audio-fault')
    await county.give(id, 'Regrade', { eventLevel: 2, responseLevel: 'III', reason: '两个班都听不清' })
    expect(owing(await county.see(id)).filter((line) => line.startsWith('record'))).toEqual(LEVELS[1][2])
  })

  test('B6: filed on paper by the tier that files it, with reference and minute; another tier is refused and told whose it is', async () => {
    await tale.at('09:00')
    const id = await chief.report('device-fault', { 'impact.order': 'slight' })
    await tale.at('11:20')
    for (const [who, form, files] of [
      [county, 'situation-record', 'principal'],
      [province, 'county-report', 'county-office'],
      [principal, 'county-report', 'county-office'],
      [county, 'province-report', 'province-office'],
    ] as const) {
      expect(await who.mayNot(id, 'WriteDown', { form })).toMatchObject({
        code: 'form.not-yours',
        whoCould: [files],
      })
    }
    expect(await tale.as('invigilator').mayNot(id, 'WriteDown', { form: 'situation-record' })).toMatchObject({
      code: 'not-allowed',
    })
    expect(await principal.mayNot(id, 'WriteDown', { form: 'diary' })).toMatchObject({ code: 'form.unknown' })
    await tale.as('school-inspector').give(id, 'WriteDown', {
      form: 'situation-record',
      reference: '第4页，附页1张',
    })
    await tale.at('11:40')
    await county.give(id, 'WriteDown', { form: 'county-report', reference: '电子表与盖章扫描件' })
    const seen = await province.see(id)
    expect(
      seen.incident.writtenDown.map(({ form, reference, by, recordedAt }) => [
        form,
        reference,
        by.postKind,
        recordedAt,
      ]),
    ).toEqual([
      ['situation-record', '第4页，附页1张', 'school-inspector', tale.instant('11:20')],
      ['county-report', '电子表与盖章扫描件', 'county-office', tale.instant('11:40')],
    ])
    expect(owing(seen).filter((line) => line.startsWith('record'))).toEqual([])
  })

  test('B6: not written down, it is not closed; a confined matter’s record is the county’s, which alone may read it', async () => {
    await tale.at('09:00')
    const id = await chief.report('staff-violation')
    const seen = await county.see(id)
    expect(await principal.sees(id)).toBe(false)
    expect(owing(seen).filter((line) => line.includes('school'))).toEqual([])
    expect(owing(seen)).toContain('record county situation-record')
    await county.give(id, 'WriteDown', { form: 'situation-record', reference: '县级代录' })
    expect(owing(await county.see(id))).not.toContain('record county situation-record')
  })
})
