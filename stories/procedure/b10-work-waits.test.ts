// Work that waits for an answer: defective papers (B10) and six absent in a room (B11), from a person's report to the end.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COUNTY, clocks, openTale, owing, PROVINCE, type Tale, timeline, waiting } from './tale.fixture.ts'

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
  patrol: tale.as('county-patrol', COUNTY),
  office: tale.as('county-office', COUNTY),
  province: tale.as('province-office', PROVINCE),
  provincialInspector: tale.as('province-inspector', PROVINCE),
})
const ROOM = { room: 'room-1' }

describe('B10: a defective paper after unsealing', () => {
  test('B10: chief, county and provincial inspector at once; the room is held by itself and waits for the answer', async () => {
    const { invigilator, chief, principal, inspector, office, province, provincialInspector } = people()
    await tale.at('09:31')
    const id = await invigilator.report('paper-defect', { copies: 1 }, ROOM)
    expect((await tale.told(id)).filter((line) => line.endsWith('reported'))).toEqual([
      '09:31 principal holder reported',
      '09:31 school-inspector holder reported',
      '09:31 county-office holder reported',
      '09:31 chief-invigilator holder reported',
      '09:31 province-inspector holder reported',
    ])
    expect((await tale.told(id)).filter((line) => line.endsWith('held'))).toEqual([
      '09:31 principal holder held',
      '09:31 school-inspector holder held',
      '09:31 county-office holder held',
      '09:31 chief-invigilator holder held',
      '09:31 province-inspector holder held',
    ])
    const [held] = (await chief.see(id)).incident.holds
    const hold = held?.hold ?? ''
    expect(held).toMatchObject({ room: 'room-1', occurredAt: tale.instant('09:31') })

    // Its clock stands on the incident for everybody concerned.
    for (const person of [invigilator, chief, principal, inspector, office, province, provincialInspector]) {
      const seen = await person.see(id)
      expect(clocks(seen)).toContain('hold 09:31–09:41 runs')
      expect(waiting(seen)[0]).toBe('resume county-office 09:41')
    }
    // Nobody goes on without the answer, nobody holds what is held, nothing is closed.
    expect(await chief.mayNot(id, 'EndHold', { hold })).toMatchObject({
      code: 'hold.no-answer',
      whoCould: ['county-office'],
    })
    expect(
      await chief.mayNot(id, 'StartHold', { hold: randomUUID(), ...ROOM, reason: '等答复' }),
    ).toMatchObject({ code: 'hold.exists' })
    expect(await principal.mayNot(id, 'Close')).toMatchObject({ code: 'incident.open-hold' })

    await tale.at('09:33')
    await office.give(id, 'Acknowledge')
    await tale.at('09:34')
    const ask = await chief.ask(id, '缺第5页，可否换备用卷？')
    // No answer: the substitute, then the head, then the province, each at the minute.
    await tale.at('09:52')
    expect((await tale.told(id, '09:35')).filter((line) => line.endsWith(' hold'))).toEqual([
      '09:41 county-office substitute limit-missed hold',
      '09:46 county-lead holder limit-missed hold',
      '09:51 province-office holder limit-missed hold',
    ])
    const answer = await office.answer(id, '换备用卷，从开始作答处补时', { ask })
    expect(clocks(await chief.see(id))).toContain('hold 09:31–09:41 missed 09:52')
    expect(waiting(await chief.see(id))[0]).toMatch(/^resume principal/)
    await principal.give(id, 'Comply', { answer })
    await tale.at('09:55')
    await chief.give(id, 'EndHold', { hold })
    expect(await tale.told(id, '09:55')).toEqual([
      '09:55 principal holder resumed',
      '09:55 school-inspector holder resumed',
      '09:55 county-office holder resumed',
      '09:55 province-inspector holder resumed',
      '09:55 invigilator holder resumed',
    ])
    // The time lost is on the record: twenty-four minutes.
    const { incident } = await principal.see(id)
    expect(incident.holds[0]?.ended?.occurredAt).toBe(tale.instant('09:55'))
    expect(incident.entries.find((entry) => entry.kind === 'HoldEnded')?.detail).toMatchObject({
      minutes: 24,
    })

    for (const step of ['stop', 'report', 'time']) await invigilator.give(id, 'DoStep', { step })
    for (const step of ['calm', 'photo', 'act', 'keep']) await chief.give(id, 'DoStep', { step })
    await principal.give(id, 'Handle', { outcome: '换卷，补时24分钟' })
    await inspector.give(id, 'WriteDown', { form: 'situation-record', reference: '附页1' })
    await principal.give(id, 'WriteDown', { form: 'school-report' })
    await principal.give(id, 'Close')
    expect((await office.see(id)).incident.status).toBe('closed')
  })

  test('B10: a tier above may let work go on by its own word', async () => {
    const { invigilator, office } = people()
    await tale.at('10:30')
    const id = await invigilator.report('paper-defect', { copies: 1 }, ROOM)
    const hold = (await office.see(id)).incident.holds[0]?.hold
    await tale.at('10:33')
    await office.give(id, 'EndHold', { hold, reason: '污损不影响作答，接着答' })
    expect(clocks(await office.see(id))).toContain('hold 10:30–10:40 kept 10:33')
  })
})

describe('B11: six absent in one room', () => {
  test('B11: province, inspector and patrol hear at once; the patrol telephones; it is asked, answered and followed', async () => {
    const { invigilator, chief, principal, inspector, patrol, office, province } = people()
    await tale.at('14:05')
    const id = await invigilator.report('mass-absence', { absentInRoom: 7 }, ROOM)
    expect((await tale.told(id)).filter((line) => line.endsWith('reported'))).toEqual([
      '14:05 principal holder reported',
      '14:05 school-inspector holder reported',
      '14:05 county-office holder reported',
      '14:05 province-office holder reported',
      '14:05 province-inspector holder reported',
      '14:05 county-patrol holder reported',
      '14:05 chief-invigilator holder reported',
    ])
    const hold = (await chief.see(id)).incident.holds[0]?.hold ?? ''
    expect((await chief.see(id)).incident.grades[0]).toMatchObject({ eventLevel: 2, responseLevel: 'II' })

    await tale.at('14:07')
    await patrol.give(id, 'LogOral', {
      oral: randomUUID(),
      from: '县巡视员',
      to: '省领导小组办公室',
      toTier: 'province',
      toPost: 'province-office',
      saidAt: tale.instant('14:07'),
      words: '第1测试室缺测7人，请示如何办',
    })
    await patrol.give(id, 'RaiseTo', { tier: 'province', words: '第1测试室缺测7人，请示如何办' })
    await patrol.give(id, 'DoStep', { step: 'phone' })
    expect(await tale.told(id, '14:07')).toEqual([
      '14:07 province-office holder oral',
      '14:07 province-office holder raised urgent',
      '14:07 county-office holder copy',
    ])

    await tale.at('14:09')
    await office.give(id, 'Acknowledge')
    const ask = await office.ask(id, '是否照常开测？')
    expect(await tale.told(id, '14:09')).toEqual(['14:09 province-office holder asked'])
    expect(clocks(await office.see(id))).toContain('answer-province 14:09–14:29 runs')
    expect(await chief.mayNot(id, 'EndHold', { hold })).toMatchObject({ code: 'hold.no-answer' })

    await tale.at('14:14')
    const fromProvince = await province.answer(id, '照常开测，空座留卷，原因逐一核实', { ask })
    expect(await tale.told(id, '14:14')).toEqual([
      '14:14 county-office holder answered',
      '14:14 invigilator holder answered',
    ])
    await office.give(id, 'Comply', { answer: fromProvince })
    // An answer that stops at the county lets no room go on.
    expect(await chief.mayNot(id, 'EndHold', { hold })).toMatchObject({ code: 'hold.no-answer' })
    expect(waiting(await office.see(id)).filter((line) => line.startsWith('instruct'))).toHaveLength(1)

    await tale.at('14:16')
    const task = randomUUID()
    const down = await office.answer(id, '照省里答复：照常开测', {
      tasks: [{ task, post: 'grade-leader', words: '逐一问清缺测原因' }],
    })
    expect(await tale.told(id, '14:16')).toEqual([
      '14:16 principal holder answered',
      '14:16 school-inspector holder answered',
      '14:16 invigilator holder answered',
      '14:16 grade-leader holder task',
    ])
    await tale.at('14:17')
    await chief.give(id, 'EndHold', { hold })
    await principal.give(id, 'Comply', { answer: down })
    await tale.at('14:40')
    const leader = tale.as('grade-leader')
    await leader.give(id, 'DoTask', { task, effect: '七人都是流感请假，有家长回执' })
    expect(await tale.told(id, '14:40')).toEqual(['14:40 county-office holder task-done'])

    await invigilator.give(id, 'DoStep', { step: 'count' })
    for (const step of ['leave', 'act']) await chief.give(id, 'DoStep', { step })
    await leader.give(id, 'DoStep', { step: 'reasons' })
    await tale.as('school-doctor').give(id, 'DoStep', { step: 'ill' })
    await office.give(id, 'Handle', { outcome: '照常完成，缺测原因已核实' })
    expect(owing(await office.see(id))).toEqual([
      'record school situation-record',
      'record county county-report',
    ])
    expect(await principal.mayNot(id, 'WriteDown', { form: 'county-report' })).toMatchObject({
      code: 'form.not-yours',
      whoCould: ['county-office'],
    })
    await inspector.give(id, 'WriteDown', { form: 'situation-record' })
    await office.give(id, 'WriteDown', { form: 'county-report' })
    await office.give(id, 'Close')
    expect(timeline(await principal.see(id)).at(-1)).toBe('14:40 county-office Closed')
  })
})
