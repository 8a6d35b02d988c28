// One record from the first word to the close (E2): what was wrong stays readable, struck through, refuted or dismissed as a
// mistake; nothing is edited away.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IncidentView, Overview } from '#core/wire/view.ts'
import { COUNTY, clocks, openTale, owing, PROVINCE, type Tale, timeline } from './tale.fixture.ts'

/** One house for all of them, each test at an hour of its own. */
let tale: Tale
beforeAll(async () => {
  tale = await openTale()
})
afterAll(() => tale?.close())

const people = () => ({
  invigilator: tale.as('invigilator'),
  chief: tale.as('chief-invigilator'),
  principal: tale.as('principal'),
  inspector: tale.as('school-inspector'),
  office: tale.as('county-office', COUNTY),
  patrol: tale.as('county-patrol', COUNTY),
  province: tale.as('province-office', PROVINCE),
})

/** Version of the last line of this kind. */
function lineOf({ incident }: IncidentView, kind: string): number {
  const lines = incident.entries.filter((entry) => entry.kind === kind)
  return lines[lines.length - 1]?.version ?? 0
}

describe('E2: what was wrong', () => {
  test('E2: a wrong line is struck through with its reason, by its author or from above; it stays readable and counts no more', async () => {
    const { chief, inspector, invigilator, office, principal } = people()
    await tale.at('09:00')
    const id = await chief.report('noise')
    await tale.at('09:04')
    const oral = {
      oral: randomUUID(),
      from: '主监',
      to: '县办值班',
      toTier: 'county',
      saidAt: tale.instant('09:03'),
    }
    await chief.give(id, 'LogOral', { ...oral, words: '已电话报县办' })
    expect(clocks(await principal.see(id))).toContain('written-after-oral 09:03–11:03 runs')
    const entry = lineOf(await chief.see(id), 'OralReported')

    await tale.at('09:06')
    expect(await invigilator.mayNot(id, 'StrikeEntry', { entry, reason: '不对' })).toMatchObject({
      code: 'not-allowed',
      whoCould: ['principal'],
    })
    expect(await chief.mayNot(id, 'StrikeEntry', { entry, reason: '  ' })).toMatchObject({
      field: 'reason',
    })
    await chief.give(id, 'StrikeEntry', { entry, reason: '打错了号码，没有接通' })
    const struck = (await inspector.see(id)).incident.entries.find((line) => line.version === entry)
    expect(struck).toMatchObject({
      text: expect.stringContaining('已电话报县办'),
      struck: { by: { postKind: 'chief-invigilator' }, reason: '打错了号码，没有接通' },
    })
    // Nobody owes a written report after a call that was not made.
    expect(
      clocks(await principal.see(id)).filter((line) => line.startsWith('written') && line.endsWith('runs')),
    ).toEqual([])
    await tale.at('11:40')
    expect((await tale.told(id)).filter((line) => line.includes('written-after-oral'))).toEqual([])
    // Whoever leads above may strike too; a grade or a tick is undone in its own way.
    await chief.give(id, 'SendMessage', { words: '噪声是施工' })
    const message = lineOf(await chief.see(id), 'MessageSent')
    await office.give(id, 'StrikeEntry', { entry: message, reason: '查明不是施工' })
    const grade = lineOf(await chief.see(id), 'Graded')
    expect(await office.mayNot(id, 'StrikeEntry', { entry: grade, reason: '不对' })).toMatchObject({
      code: 'entry.not-strikable',
    })
  })

  test('E2: the record is whole: every deed in order, with who and when, and the ledger has no gap', async () => {
    const { chief, principal, office, invigilator } = people()
    await tale.at('12:00')
    const id = await invigilator.report('noise', {}, { room: 'room-1', words: '窗外切割机' })
    await tale.at('12:01')
    await invigilator.give(id, 'DoStep', { step: 'windows' })
    await invigilator.give(id, 'ReopenStep', { step: 'windows', reason: '窗户关不上' })
    await tale.at('12:02')
    await invigilator.give(id, 'StateFacts', { stated: { 'impact.order': 'slight' }, words: '学生分心' })
    await tale.at('12:05')
    await office.give(id, 'Acknowledge')
    await tale.as('security-captain').give(id, 'DoStep', { step: 'stop' })
    await tale.at('12:07')
    await chief.give(id, 'TakeMeasure', { measure: '关窗，换到里侧座位' })
    await office.give(id, 'Verify', { verdict: 'verified' })
    expect(timeline(await principal.see(id))).toEqual([
      '12:00 invigilator Reported',
      '12:00 invigilator Graded',
      '12:00 Numbered',
      '12:01 invigilator StepDone',
      '12:01 invigilator StepReopened',
      '12:02 invigilator FactsStated',
      '12:02 invigilator Graded',
      '12:05 county-office Acknowledged',
      '12:05 security-captain StepDone',
      '12:07 chief-invigilator MeasureTaken',
      '12:07 county-office Verified',
    ])
    // Both grades stay, each with the clauses it stood on.
    expect(
      (await principal.see(id)).incident.grades.map(({ eventLevel, clauses }) => [
        eventLevel,
        clauses.length > 0,
      ]),
    ).toEqual([
      [1, true],
      [2, true],
    ])
    const rows = await tale.http.test.owner<{ version: number }>(
      `select version::int as version from ledger where kind = 'incident' and stream = $1 order by position`,
      [id],
    )
    expect(rows.map((row) => row.version)).toEqual(rows.map((_, nth) => nth + 1))
  })
})

describe('E2: mistaken and untrue reports', () => {
  const figures = async (): Promise<Overview['figures']> =>
    (await people().office.get<Overview>('/api/overview')).figures

  test('E2: a school closes nothing as a mistake before the county found it untrue; refuted, it may, and everybody who was told hears it', async () => {
    const { chief, principal, office, province } = people()
    await tale.at('14:00')
    const before = await figures()
    const id = await chief.report('network-down')
    expect(await principal.mayNot(id, 'Dismiss', { reason: '是误报' })).toMatchObject({
      code: 'incident.not-refuted',
      whoCould: ['county-office'],
    })
    expect(await figures()).toMatchObject({ unverified: before.unverified + 1 })
    await tale.at('14:05')
    await office.give(id, 'Verify', { verdict: 'refuted', words: '是一台交换机没插电' })
    expect(await tale.told(id, '14:05')).toEqual(['14:05 chief-invigilator holder verified'])
    expect(await figures()).toMatchObject({
      unverified: before.unverified,
      refuted: before.refuted + 1,
      verified: before.verified,
    })
    await tale.at('14:06')
    await principal.give(id, 'Dismiss', { reason: '误报，网络正常' })
    expect(await tale.told(id, '14:06')).toEqual(
      expect.arrayContaining([
        '14:06 chief-invigilator holder closed',
        '14:06 county-office holder closed',
        '14:06 head-it holder closed',
      ]),
    )
    const seen = await office.see(id)
    expect(seen.incident).toMatchObject({ status: 'closed', dismissed: { reason: '误报，网络正常' } })
    expect(owing(seen)).toEqual([])
    // No limit of a mistake is chased, and it is read like any other record.
    await tale.at('16:30')
    expect((await tale.told(id, '14:07')).filter((line) => line.includes('limit-missed'))).toEqual([])
    expect(timeline(await province.see(id)).at(-1)).toBe('14:06 principal Dismissed')
  })

  test('E2: the county closes a mistake by its own word; opened again, it owes what it owed', async () => {
    const { chief, principal, inspector, office } = people()
    await tale.at('17:00')
    const id = await chief.report('noise')
    await office.give(id, 'Dismiss', { reason: '报到了别的学校' })
    expect(await inspector.mayNot(id, 'Reopen', { reason: '确有其事' })).toMatchObject({
      code: 'not-allowed',
    })
    await tale.at('17:10')
    await office.give(id, 'Reopen', { reason: '就是本校，弄错了' })
    const seen = await principal.see(id)
    expect(seen.incident.status).toBe('open')
    expect(owing(seen)).toContain('record school situation-record')
    expect(timeline(seen).filter((line) => /Dismissed|Reopened/.test(line))).toEqual([
      '17:00 county-office Dismissed',
      '17:10 county-office Reopened',
    ])
  })
})
