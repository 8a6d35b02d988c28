// B10 in the browser: a defective paper. The room waits from the first minute, its clock runs on phone and desk, the answer lets it go
// on, and the time lost is on record. Run by procedure.test.ts.

import { describe, expect, test } from 'vitest'
import { handWords } from '#core/words/desk-hand.ts'
import { fieldIncidentWords } from '#core/words/field-incident.ts'
import { fieldOrdersWords } from '#core/words/field-orders.ts'
import type { House } from './house.fixture.ts'
import {
  instruct,
  openAtDesk,
  openOnPhone,
  send,
  showSide,
  takeOver,
  under,
} from './incident-deeds.fixture.ts'
import { report } from './reporting.fixture.ts'
import { sees } from './visitor.fixture.ts'

const SCHOOL = '河湾小学'
const DEFECT = '试卷缺页、污损、错印'
const ROOM = '第1测试室'
const ANSWER = '换备用卷，从头作答，停多久补多久。'
const MINUTES = 7

export function holdStory(house: House): void {
  describe('B10: a room waits for the answer', () => {
    test('B10: given a misprinted paper, when the chief has reported, phone and desk show the room waiting, with one clock', async () => {
      const chief = await house.phone('chief-invigilator', SCHOOL)
      const desk = await house.desk('county-office')
      await report(chief, DEFECT, { first: () => sees(chief, fieldOrdersWords['hold.first'].zh) })
      await sees(chief, `${ROOM}等答复`)
      await openAtDesk(desk, DEFECT)
      const work = await showSide(desk, handWords['side.work'].zh)
      await sees(under(work, handWords['hold.title'].zh), new RegExp(`${ROOM}停着`))
      // A device hears the time with what it hears of the incident.
      await house.moveClock(MINUTES)
      await takeOver(desk)
      await chief
        .getByRole('timer')
        .filter({ hasText: /已等 0?7:/ })
        .waitFor()
      await work
        .getByRole('timer')
        .filter({ hasText: /已停 0?7:/ })
        .waitFor()
    })

    test('B10: as long as no answer has come, nobody at the school is offered to go on', async () => {
      const chief = await house.phone('chief-invigilator', SCHOOL)
      const invigilator = await house.phone('invigilator', SCHOOL)
      await openOnPhone(invigilator, DEFECT)
      await sees(invigilator, `${ROOM}等答复`)
      for (const phone of [chief, invigilator]) {
        expect(await phone.getByRole('button', { name: fieldIncidentWords['hold.go-on'].zh }).count()).toBe(0)
      }
    })

    test('B10: when the county answers, the chief lets work go on, and how long it waited stands on both sides', async () => {
      const chief = await house.phone('chief-invigilator', SCHOOL)
      const desk = await house.desk('county-office')
      await instruct(desk, ANSWER)
      await sees(chief.getByRole('region', { name: /指令$|答复$/ }), ANSWER)
      await chief.getByRole('button', { name: fieldIncidentWords['hold.go-on'].zh }).tap()
      await send(chief, 'EndHold')
      const lost = chief.getByRole('list', { name: fieldIncidentWords['hold.title'].zh })
      await sees(lost.getByRole('listitem').filter({ hasText: ROOM }), new RegExp(`停了 ${MINUTES} 分`))
      const work = await showSide(desk, handWords['side.work'].zh)
      await sees(under(work, handWords['hold.title'].zh), new RegExp(`${ROOM}停了 ${MINUTES} 分`))
      expect(await chief.getByRole('timer').filter({ hasText: /已等/ }).count()).toBe(0)
    })
  })
}
