// Chief invigilator and patrol decide together in the room, and what happens where they may not (B7, B8). What goes up as a
// question of a level is b1-level-one.test.ts and its neighbours.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CAMPAIGN, COUNTY, clocks, openTale, owing, PROVINCE, type Tale, waiting } from './tale.fixture.ts'

/** One house for all of them, each test at an hour of its own. */
let tale: Tale
beforeAll(async () => {
  tale = await openTale()
})
afterAll(() => tale?.close())

/** The people of the room and beside it. */
const people = () => ({
  invigilator: tale.as('invigilator'),
  chief: tale.as('chief-invigilator'),
  principal: tale.as('principal'),
  inspector: tale.as('school-inspector'),
  patrol: tale.as('county-patrol', COUNTY),
  office: tale.as('county-office', COUNTY),
  lead: tale.as('county-lead', COUNTY),
  provincialPatrol: tale.as('province-patrol', PROVINCE),
  province: tale.as('province-office', PROVINCE),
})

describe('B7: decided together on the spot', () => {
  test('B7: both confirm, it stands, county and provincial inspector hear of it, and it is written down', async () => {
    const { invigilator, chief, principal, inspector, patrol } = people()
    await tale.at('09:00')
    const id = await invigilator.report(
      'wrong-seat',
      { 'impact.norms': 'none', 'impact.data': 'none' },
      { room: 'room-1' },
    )
    expect(await tale.told(id)).toEqual([
      '09:00 principal holder reported',
      '09:00 school-inspector holder reported',
      '09:00 county-office holder reported',
      '09:00 chief-invigilator holder reported',
    ])
    expect(owing(await chief.see(id))).toContain('ask school county')

    await tale.at('09:03')
    const decision = randomUUID()
    await chief.give(id, 'ProposeJoint', { decision, kind: 'on-the-spot', words: '两人换回原座，接着测' })
    expect(await tale.told(id, '09:03')).toEqual(['09:03 county-patrol holder agreement-wanted'])
    expect(waiting(await patrol.see(id))).toContain('agree county-patrol')
    // One word is not two.
    expect((await chief.give(id, 'AgreeJoint', { decision })).events).toEqual([])
    expect(await principal.mayNot(id, 'AgreeJoint', { decision })).toMatchObject({
      code: 'joint.not-yours',
      whoCould: ['county-patrol'],
    })
    expect(await principal.mayNot(id, 'Close')).toMatchObject({
      code: 'joint.open',
      whoCould: ['county-patrol'],
    })

    await tale.at('09:05')
    await patrol.give(id, 'AgreeJoint', { decision })
    expect(await tale.told(id, '09:05')).toEqual([
      '09:05 chief-invigilator holder decided-together',
      '09:05 county-office holder decided-together',
      '09:05 province-inspector holder decided-together',
    ])
    const settled = await chief.see(id)
    expect(settled.incident.joint).toMatchObject([
      {
        kind: 'on-the-spot',
        words: '两人换回原座，接着测',
        agreed: [{ by: { postKind: 'chief-invigilator' } }, { by: { postKind: 'county-patrol' } }],
        complete: { by: { postKind: 'county-patrol' }, occurredAt: tale.instant('09:05') },
      },
    ])
    expect(owing(settled).filter((line) => line.startsWith('ask'))).toEqual([])

    await tale.at('09:10')
    for (const step of ['check', 'swap', 'escort']) await invigilator.give(id, 'DoStep', { step })
    await chief.give(id, 'DoStep', { step: 'mark' })
    await principal.give(id, 'Handle', { outcome: '已换回，无人受影响' })
    expect(owing(await principal.see(id))).toEqual([
      'record school situation-record',
      'record school school-report',
    ])
    expect(await principal.mayNot(id, 'Close')).toMatchObject({ code: 'incident.not-recorded' })
    await inspector.give(id, 'WriteDown', { form: 'situation-record', reference: '第3页' })
    await principal.give(id, 'WriteDown', { form: 'school-report' })
    await principal.give(id, 'Close')
    expect((await principal.see(id)).incident.status).toBe('closed')
    expect(owing(await principal.see(id))).toEqual([])
  })

  test('B7: the patrol proposes as well; declined, the school asks as if nothing had been proposed', async () => {
    const { invigilator, chief, patrol, principal } = people()
    await tale.at('09:37')
    const id = await invigilator.report('wrong-seat', { 'impact.order': 'none' })
    await tale.at('09:40')
    const decision = randomUUID()
    await patrol.give(id, 'ProposeJoint', { decision, kind: 'on-the-spot', words: '两份都作废' })
    expect(await tale.told(id, '09:40')).toEqual(['09:40 chief-invigilator holder agreement-wanted'])
    await tale.at('09:42')
    await chief.give(id, 'DeclineJoint', { decision, reason: '不能作废，要请示' })
    expect(await tale.told(id, '09:42')).toEqual(['09:42 county-patrol holder declined'])
    expect(await chief.mayNot(id, 'AgreeJoint', { decision })).toMatchObject({ code: 'joint.settled' })
    expect(owing(await principal.see(id))).toContain('ask school county')
  })
})

describe('B8: beyond the room', () => {
  test('B7 B8: order is touched, so those two may not decide; it goes to the county office and the provincial patrol at once', async () => {
    const { invigilator, chief, patrol } = people()
    await tale.at('10:00')
    const id = await invigilator.report('wrong-seat', { 'impact.order': 'slight' })
    const decision = randomUUID()
    const proposal = { decision, kind: 'on-the-spot', words: '换回' }
    for (const person of [chief, patrol]) {
      expect(await person.mayNot(id, 'ProposeJoint', proposal)).toMatchObject({
        code: 'joint.not-possible',
        whoCould: ['county-office'],
      })
    }
    await tale.at('10:02')
    await chief.ask(id, '两个座位的卷子都写了字，能换回吗')
    expect(await tale.told(id, '10:02')).toEqual([
      '10:02 county-office holder asked',
      '10:02 province-patrol holder asked',
    ])
    expect(clocks(await chief.see(id))).toContain('answer 10:02–10:22 runs')
  })

  test('B8: by the year’s hints, the provincial patrol with the head of the county group; the province is told the minute after', async () => {
    const { invigilator, chief, principal, lead, provincialPatrol, province, office } = people()
    await office.give({ kind: 'handbook', id: await handbookOf(office) }, 'EnterExamples', {
      unit: COUNTY,
      campaign: CAMPAIGN,
      examples: [
        {
          example: randomUUID(),
          document: 'tips',
          year: 2026,
          place: '第12页',
          scenarios: ['wrong-seat'],
          title: '坐错座位',
        },
      ],
    })
    await tale.at('10:30')
    const id = await invigilator.report('wrong-seat', { 'impact.order': 'slight' })
    // Hints are no example of the handbook: the question of the level stands (B2).
    const asked = await chief.see(id)
    expect(asked.examples).toMatchObject([{ document: 'tips', place: '第12页' }])
    expect(asked.incident.example).toBeUndefined()
    expect(owing(asked)).toContain('ask county province')

    await tale.at('10:34')
    const decision = randomUUID()
    const proposal = { decision, kind: 'beyond-the-room', words: '按提示第12页换回座位，各写说明' }
    expect(await chief.mayNot(id, 'ProposeJoint', proposal)).toMatchObject({
      code: 'joint.not-yours',
      whoCould: ['province-patrol', 'county-lead'],
    })
    await provincialPatrol.give(id, 'ProposeJoint', proposal)
    expect(await tale.told(id, '10:34')).toEqual(['10:34 county-lead holder agreement-wanted'])
    // The desk is not the head of the group.
    expect(await office.mayNot(id, 'AgreeJoint', { decision })).toMatchObject({
      code: 'joint.not-yours',
      whoCould: ['county-lead'],
    })
    await tale.at('10:37')
    await lead.give(id, 'AgreeJoint', { decision })
    expect(await tale.told(id, '10:37')).toEqual([
      '10:37 province-patrol holder decided-together',
      '10:37 province-office holder decided-together',
      '10:37 province-inspector holder decided-together',
    ])
    expect(owing(await chief.see(id)).filter((line) => line.startsWith('ask'))).toEqual([])
    expect(await province.told(id)).toEqual(['10:37 decided-together'])
    expect((await principal.see(id)).incident.joint[0]?.complete?.occurredAt).toBe(tale.instant('10:37'))
  })

  test('B8 B9: what touches the data is not theirs to decide either; the line is asked', async () => {
    const { invigilator, lead, provincialPatrol } = people()
    await tale.at('11:00')
    const id = await invigilator.report('wrong-seat', { 'impact.data': 'slight' })
    const proposal = { decision: randomUUID(), kind: 'beyond-the-room', words: '换回' }
    for (const person of [provincialPatrol, lead]) {
      expect(await person.mayNot(id, 'ProposeJoint', proposal)).toMatchObject({
        code: 'joint.not-possible',
      })
    }
  })

  test('B8: it held when it was proposed and holds no more: the second word is refused', async () => {
    const { invigilator, lead, provincialPatrol } = people()
    await tale.at('11:30')
    const id = await invigilator.report('wrong-seat', { 'impact.order': 'slight' })
    const decision = randomUUID()
    await lead.give(id, 'ProposeJoint', { decision, kind: 'beyond-the-room', words: '换回' })
    await tale.at('11:33')
    await invigilator.give(id, 'StateFacts', { stated: { 'impact.data': 'slight' } })
    expect(await provincialPatrol.mayNot(id, 'AgreeJoint', { decision })).toMatchObject({
      code: 'joint.not-possible',
    })
  })

  test('B8: reported by word of mouth, the written one is due two hours on: the substitute, then the county are told', async () => {
    const { invigilator, provincialPatrol, principal } = people()
    await tale.at('13:00')
    const id = await invigilator.report('wrong-seat', { 'impact.order': 'slight' })
    await tale.at('13:09')
    await provincialPatrol.give(id, 'LogOral', {
      oral: randomUUID(),
      from: '省巡视员',
      to: '省领导小组办公室值班',
      toTier: 'province',
      toPost: 'province-office',
      saidAt: tale.instant('13:08'),
      words: '已按提示处置，稍后书面报',
    })
    expect(await tale.told(id, '13:09')).toEqual(['13:09 province-office holder oral'])
    expect(clocks(await principal.see(id))).toContain('written-after-oral 13:08–15:08 runs')
    await tale.at('15:38')
    const chased = (await tale.told(id, '15:08')).filter((line) => line.includes('written-after-oral'))
    expect(chased).toEqual([
      '15:08 principal substitute limit-missed written-after-oral',
      '15:38 county-office holder limit-missed written-after-oral',
    ])
    await principal.give(id, 'ReportOn', {
      report: randomUUID(),
      kind: 'follow-up',
      words: '书面：换回座位，两人各写说明',
    })
    expect(clocks(await principal.see(id))).toContain('written-after-oral 13:08–15:08 missed 15:38')
  })
})

async function handbookOf(person: { get<Answer>(url: string): Promise<Answer> }): Promise<string> {
  const { own } = await person.get<{ own?: string }>('/api/handbook')
  return own ?? ''
}
