// B2 in the browser: a level 2 event is the county's. The handbook has no example, so the county asks the province, keeps the effect
// small meanwhile, hands the answer on and files its own form. Run by procedure.test.ts.

import { describe, expect, test } from 'vitest'
import { actWords } from '#core/words/act.ts'
import { deskWords } from '#core/words/desk.ts'
import { waitWords } from '#core/words/desk-waits.ts'
import { fieldIncidentWords } from '#core/words/field-incident.ts'
import type { House } from './house.fixture.ts'
import {
  answer,
  askFromDesk,
  comply,
  complyAtDesk,
  endAtDesk,
  fileAtDesk,
  handOn,
  leaveStepsOut,
  openAtDesk,
  openOnPhone,
  send,
  takeOver,
  under,
} from './incident-deeds.fixture.ts'
import { inHand, POWER_CUT, reportPowerCut } from './reporting.fixture.ts'
import { sees } from './visitor.fixture.ts'

const SCHOOL = '育才小学'
const QUESTION = '全校停电，备用电源只够两间，能否推迟 40 分钟？'
const ANSWER = '同意推迟 40 分钟，学生留在室内，题卷双人看管。'
const OUTCOME = '推迟 40 分钟后全部续测。'

export function countyStory(house: House): void {
  describe('B2: the county handles it and asks the province', () => {
    test('B2, B3: given a power cut, when the county says that the handbook has no example, its next deed is asking the province, which has the question on its desk', async () => {
      const chief = await house.phone('chief-invigilator', SCHOOL)
      const county = await house.desk('county-office')
      const province = await house.desk('province-office')
      await chief.goto('/')
      await reportPowerCut(chief)
      await openAtDesk(county, POWER_CUT)
      await takeOver(county)
      const book = under(inHand(county), deskWords['handbook.question'].zh)
      await book.getByRole('button', { name: deskWords['handbook.no'].zh, exact: true }).click()
      await sees(under(inHand(county), deskWords['handbook.title'].zh), deskWords['handbook.none'].zh)
      await askFromDesk(county, { question: QUESTION })
      await sees(chief, /省.*请示|请示.*省/)

      const needs = province.getByRole('list', { name: deskWords['need.title'].zh, exact: true })
      await needs.getByRole('link', { name: POWER_CUT }).filter({ hasText: QUESTION }).waitFor()
      await openAtDesk(province, POWER_CUT)
      await sees(inHand(province), QUESTION)
    })

    test('B2, B5: when the province answers, the county says it will comply and hands the words on; the school has them in the largest type', async () => {
      const principal = await house.phone('principal', SCHOOL)
      const county = await house.desk('county-office')
      const province = await house.desk('province-office')
      await openOnPhone(principal, POWER_CUT)
      await answer(province, ANSWER)
      await complyAtDesk(county, ANSWER)
      const needs = county.getByRole('list', { name: deskWords['need.title'].zh, exact: true })
      await sees(needs, waitWords['deed.instruct'].zh)
      // What came from above is there to be handed on, word for word.
      const words = inHand(county).getByLabel(deskWords['composer.label'].zh, { exact: true })
      expect(await words.inputValue()).toBe(ANSWER)
      await handOn(county)
      await sees(principal.getByRole('region', { name: /指令$|答复$/ }), ANSWER)
      await comply(principal)
    })

    test('B2, B6: when it is over, the county ends it: the school writes its record, the county files the county form, and the school is not offered to end it', async () => {
      const principal = await house.phone('principal', SCHOOL)
      const county = await house.desk('county-office')
      const hand = inHand(county)
      await leaveStepsOut(principal, '来电了，不必再做')
      await endAtDesk(county, OUTCOME)
      await sees(principal, OUTCOME)
      expect(
        await principal.getByRole('button', { name: actWords['deed.Close'].zh, exact: true }).count(),
      ).toBe(0)

      await under(principal, fieldIncidentWords['forms.title'].zh)
        .getByRole('listitem')
        .filter({ hasText: '测试情况记录表' })
        .getByRole('button', { name: fieldIncidentWords['forms.file'].zh })
        .tap()
      await send(principal, 'WriteDown')
      await sees(hand, /\d\d:\d\d 记入测试情况记录表/)
      await fileAtDesk(county, '区级应急事件报告表')
      await hand.getByRole('button', { name: deskWords['wrap.close'].zh, exact: true }).click()
      await sees(hand, /\d\d:\d\d 办结/)
      await sees(principal, /已办结/)
    })
  })
}
