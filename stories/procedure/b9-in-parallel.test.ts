// Told in parallel and past a tier (B9), and who stands beside the line (C4): each hears at the same minute, each answers for
// himself, and nobody's word stands in for a tier's.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noticeId } from '#core/notice/notice.ts'
import { COUNTY, clocks, NATION, openTale, PROVINCE, type Tale, waiting } from './tale.fixture.ts'

/** One house for all of them, each test at an hour of its own. */
let tale: Tale
beforeAll(async () => {
  tale = await openTale()
})
afterAll(() => tale?.close())

const people = () => ({
  chief: tale.as('chief-invigilator'),
  principal: tale.as('principal'),
  patrol: tale.as('county-patrol', COUNTY),
  office: tale.as('county-office', COUNTY),
  province: tale.as('province-office', PROVINCE),
  provincialInspector: tale.as('province-inspector', PROVINCE),
  nationalInspector: tale.as('national-inspector', NATION),
})

/** What the person may do with the notice that his post got. */
const notice = (incident: string, post: string, unit: string) => ({
  kind: 'notice' as const,
  id: noticeId(incident, post, unit),
})

describe('B9: data, completeness or secrecy', () => {
  test('B9: school to county and provincial inspector at the same minute, all channels; each confirms for himself', async () => {
    const { chief, office, principal, provincialInspector } = people()
    await tale.at('09:20')
    const id = await chief.report('data-not-uploaded')
    expect(await tale.told(id)).toEqual([
      '09:20 principal holder reported urgent',
      '09:20 school-inspector holder reported urgent',
      '09:20 county-office holder reported urgent',
      '09:20 province-inspector holder reported urgent',
      '09:20 province-office holder reported urgent',
      '09:20 national-inspector holder reported urgent',
      // Its first steps are theirs; it named no room, and each room has a chief of its own (B16).
      '09:20 head-it holder reported urgent',
      '09:20 chief-invigilator holder reported urgent',
    ])
    await tale.at('09:22')
    const mine = notice(id, 'province-inspector', PROVINCE)
    expect(await office.mayNot(mine, 'Confirm')).toMatchObject({ code: 'not-found' })
    await provincialInspector.give(mine, 'Confirm')
    const confirmed = (await principal.see(id)).told.flatMap(({ postKind, persons }) =>
      persons.flatMap((person) => (person.confirmedAt === undefined ? [] : [postKind, person.confirmedAt])),
    )
    expect(confirmed).toEqual(['province-inspector', tale.instant('09:22')])
  })

  test('B9: whatever it is called: the minute it is known to touch data, the provincial inspector hears; none of it, he does not', async () => {
    const { chief, province, provincialInspector } = people()
    await tale.at('09:40')
    const id = await chief.report('device-fault', {}, { room: 'room-1' })
    expect(await provincialInspector.told(id)).toEqual([])
    await tale.at('09:43')
    await chief.give(id, 'StateFacts', { stated: { interrupted: 'partly' } })
    expect(await provincialInspector.told(id)).toEqual([])
    await tale.at('09:47')
    await chief.give(id, 'StateFacts', { stated: { 'impact.data': 'slight' } })
    expect(await provincialInspector.told(id)).toEqual(['09:47 reported'])
    expect(await province.told(id)).toEqual([])
    await tale.at('09:49')
    await provincialInspector.give(notice(id, 'province-inspector', PROVINCE), 'Confirm')
    // Known from the first word on, he hears with the first word.
    const known = await chief.report(
      'device-fault',
      { 'impact.data': 'slight' },
      { room: 'room-1', notSameAs: [id] },
    )
    expect(await provincialInspector.told(known)).toEqual(['09:49 reported'])
  })

  test('B9: national inspector and county turn to the province at once; who was passed over has his copy', async () => {
    const { chief, office, principal, province, nationalInspector } = people()
    await tale.at('10:00')
    const id = await chief.report('data-not-uploaded')
    await tale.at('10:02')
    await nationalInspector.give(id, 'RaiseTo', { tier: 'province', words: '涉及数据完整，请省里掌握' })
    expect(await tale.told(id, '10:02')).toEqual([
      '10:02 province-office holder raised urgent',
      '10:02 county-office holder copy urgent',
    ])
    await tale.at('10:03')
    await office.give(id, 'RaiseTo', { tier: 'province', words: '已核实三台未上传，转报' })
    expect(await tale.told(id, '10:03')).toEqual(['10:03 province-office holder raised urgent'])
    await tale.at('10:04')
    await principal.give(id, 'RaiseTo', { tier: 'province', words: '本校两室都有' })
    expect(await tale.told(id, '10:04')).toEqual([
      '10:04 province-office holder raised urgent',
      '10:04 county-office holder copy urgent',
    ])
    expect((await province.see(id)).incident.raised.map(({ by, skipped }) => [by.postKind, skipped])).toEqual(
      [
        ['national-inspector', ['county']],
        ['county-office', []],
        ['principal', ['county']],
      ],
    )
    // Each of the two tiers is waited for, whoever else has it.
    expect(waiting(await principal.see(id))).toEqual(
      expect.arrayContaining(['acknowledge county-office 10:10', 'acknowledge province-office']),
    )
  })

  test('B9 E4: the national centre is turned to by a person of the province and by nobody else', async () => {
    const { chief, office, principal, province } = people()
    await tale.at('10:40')
    const id = await chief.report('data-not-uploaded')
    const raised = { tier: 'nation', words: '请示国家中心' }
    for (const person of [principal, office]) {
      expect(await person.mayNot(id, 'RaiseTo', raised)).toMatchObject({
        code: 'tier.nation',
        whoCould: ['province-office'],
      })
    }
    expect(await office.mayNot(id, 'RaiseTo', { tier: 'school', words: '退回' })).toMatchObject({
      code: 'tier.not-above',
    })
    await province.give(id, 'RaiseTo', raised)
    expect((await tale.told(id)).filter((line) => line.includes('national-centre'))).toEqual([
      '10:40 national-centre holder raised urgent',
    ])
  })
})

describe('C4: beside the line', () => {
  test('C4: told in parallel, confirms for itself, and stops no clock of a tier', async () => {
    const { chief, office, principal, patrol, provincialInspector } = people()
    await tale.at('11:00')
    const id = await chief.report('cheating-large')
    const report = async () =>
      clocks(await principal.see(id)).filter((line) => line.startsWith('response-I-report'))
    expect(await provincialInspector.told(id)).toEqual(['11:00 reported urgent'])
    await tale.at('11:02')
    await provincialInspector.give(id, 'ConfirmReport')
    await patrol.give(id, 'ConfirmReport')
    expect(await report()).toEqual(['response-I-report 11:00–11:30 runs'])
    await tale.at('11:06')
    await office.give(id, 'ConfirmReport')
    expect(await report()).toEqual(['response-I-report 11:00–11:30 kept 11:06'])
    expect(
      (await principal.see(id)).incident.confirmedAbove.map(({ by, beside }) => [by.postKind, beside]),
    ).toEqual([
      ['province-inspector', true],
      ['county-patrol', true],
      ['county-office', false],
    ])
  })

  test('C4: an observer takes nothing over, answers and ends nothing; who could is said', async () => {
    const { chief, patrol, provincialInspector } = people()
    await tale.at('11:30')
    const id = await chief.report('step-left-out')
    expect(await tale.told(id)).toContain('11:30 county-patrol holder reported')
    const answer = { answer: randomUUID(), instruction: '补做' }
    for (const observer of [patrol, provincialInspector]) {
      expect(await observer.mayNot(id, 'Answer', answer)).toMatchObject({
        code: 'not-allowed',
        whoCould: ['county-lead', 'county-office'],
      })
      for (const [type, data] of [['Acknowledge'], ['Handle', { outcome: '已补做' }], ['Close']] as const) {
        const refused = await observer.mayNot(id, type, data)
        expect(refused).toMatchObject({ code: 'not-allowed' })
        expect(refused.whoCould).toContain('principal')
      }
    }
    // Silent desk, talking observers: the substitute is told all the same, then the province.
    await patrol.give(id, 'SendMessage', { words: '我在现场' })
    await tale.at('11:45')
    expect((await tale.told(id, '11:31')).filter((line) => line.includes('acknowledge'))).toEqual([
      '11:40 county-office substitute limit-missed acknowledge',
      '11:45 province-office holder limit-missed acknowledge',
    ])
  })
})
