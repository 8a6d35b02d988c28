// A county issues a new edition of its plan in the middle of the day (G1): what was opened before keeps its version and its
// clocks, what comes after has the new ones; each school confirms having read it, and who has not is chased.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnitPath } from '#core/basics/tier.ts'
import { editionsId, editionThing } from '#core/edition/edition.ts'
import { receiptId } from '#core/receipt/receipt.ts'
import type { EditionList, Kit, PreparedEdition } from '#core/wire/view.ts'
import { CAMPAIGN, COUNTY, clocks, NEXT_SCHOOL, openTale, SCHOOL, type Tale } from './tale.fixture.ts'

let tale: Tale
beforeAll(async () => {
  tale = await openTale()
})
afterAll(() => tale?.close())

const stream = { kind: 'edition' as const, id: editionsId(CAMPAIGN, COUNTY) }
const receipt = (unit: UnitPath) => ({
  kind: 'receipt' as const,
  id: receiptId(editionThing(stream.id, 1), unit),
})

/** The county's own plan with another version and day, and a county that confirms within five minutes. */
const STRICTER = `limits:
  - id: acknowledge
    clause: county.1
    name: { zh: 县级确认收到, en: County confirms receipt }
    startsAt: reported
    stoppedBy: [acknowledged]
    minutes: 5
    owedBy: county-office
    rungs:
      - { post: county-office, who: substitute, afterMinutes: 0 }
      - { post: province-office, who: holder, afterMinutes: 5 }
`

describe('G1: a new edition', () => {
  test('G1: issued at 09:10: the incident of 09:05 keeps its version and ten minutes, that of 09:12 has the new one and five', async () => {
    const chief = tale.as('chief-invigilator')
    const lead = tale.as('county-lead', COUNTY)
    const office = tale.as('county-office', COUNTY)
    await tale.at('09:05')
    const before = await chief.report('noise')
    const old = (await chief.see(before)).plan

    const { own } = await lead.get<EditionList>('/api/editions')
    const cookie = await tale.http.signIn('county-lead', COUNTY)
    const { body } = await tale.http.ask('GET', `/api/editions/source?layer=${own?.layer}`, { cookie })
    const source = `${body
      .replace('version: "2024.1"', 'version: "2026.1"')
      .replace('issuedOn: 2024-04-23', 'issuedOn: 2026-05-21')}\n${STRICTER}`
    const prepare = await tale.http.ask('POST', '/api/editions/prepare', {
      cookie,
      body: { unit: COUNTY, source, keep: true },
    })
    const { ready, problems, changes } = prepare.json<PreparedEdition>()
    expect(problems).toEqual([])
    expect(changes.map((change) => change.id)).toContain('acknowledge')

    await tale.at('09:10')
    const data = { unit: COUNTY, campaign: CAMPAIGN, ...ready, to: [SCHOOL, NEXT_SCHOOL] }
    expect(await office.mayNot(stream, 'IssueEdition', data)).toMatchObject({
      code: 'not-allowed',
      whoCould: ['county-lead'],
    })
    await lead.give(stream, 'IssueEdition', data)
    for (const unit of [SCHOOL, NEXT_SCHOOL]) {
      expect(await tale.told(receipt(unit))).toEqual(['09:10 principal holder plan-issued'])
    }

    await tale.at('09:12')
    const { plan } = await chief.get<Kit>('/api/kit')
    expect(plan.hash).toBe(ready?.plans[0]?.plan)
    const after = await chief.report('noise', {}, { plan: plan.hash, room: 'room-1' })
    expect((await chief.see(after)).plan.hash).toBe(plan.hash)
    expect((await chief.see(before)).plan).toEqual(old)
    expect(clocks(await chief.see(before))).toContain('acknowledge 09:05–09:15 runs')
    expect(clocks(await chief.see(after))).toContain('acknowledge 09:12–09:17 runs')
    await tale.at('09:23')
    const chased = async (id: string) =>
      (await tale.told(id)).filter((line) => line.endsWith('limit-missed acknowledge'))
    expect(await chased(before)).toEqual([
      '09:15 county-office substitute limit-missed acknowledge',
      '09:20 province-office holder limit-missed acknowledge',
    ])
    expect(await chased(after)).toEqual([
      '09:17 county-office substitute limit-missed acknowledge',
      '09:22 province-office holder limit-missed acknowledge',
    ])
    // A device that was without a network reports under the edition it had: nothing is lost, it keeps that one.
    const late = await chief.report('late-pupil', {}, { plan: old.hash })
    expect((await chief.see(late)).plan).toEqual(old)
  })

  test('G1: one school confirms having read it; the other is chased the next day at the minute, by three in turn', async () => {
    const principal = tale.as('principal')
    await tale.at('11:00')
    await principal.give(receipt(SCHOOL), 'Receive')
    expect(await principal.mayNot(receipt(SCHOOL), 'CarryOut', { effect: '已学习' })).toMatchObject({
      code: 'receipt.nothing-to-do',
    })
    await tale.at('+2 09:10')
    expect(await tale.told(receipt(NEXT_SCHOOL), '+1 00:00')).toEqual([
      '+1 09:10 principal substitute limit-missed',
      '+1 13:10 county-office holder limit-missed',
      '+2 09:10 province-office holder limit-missed',
    ])
    expect(await tale.told(receipt(SCHOOL), '11:00')).toEqual([])
    const { editions } = await tale.as('county-lead', COUNTY).get<EditionList>('/api/editions')
    expect(editions[0]?.receipts.map(({ unit, received, chased }) => [unit, received?.at, chased])).toEqual([
      [SCHOOL, tale.instant('11:00'), 0],
      [NEXT_SCHOOL, undefined, 3],
    ])
  })
})
