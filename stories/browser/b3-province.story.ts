// B3, B4 in the browser: at level 3 the county proposes, the province decides, having consulted the centre, the county carries out; the
// province writes the evaluation afterwards. Run by procedure.test.ts.

import { describe, expect, test } from 'vitest'
import { deskWords } from '#core/words/desk.ts'
import { upWords } from '#core/words/desk-up.ts'
import { fieldWords } from '#core/words/field.ts'
import type { House } from './house.fixture.ts'
import {
  answer,
  askFromDesk,
  comply,
  complyAtDesk,
  endAtDesk,
  handOn,
  leaveStepsOut,
  openAtDesk,
  openOnPhone,
  takeOver,
  under,
} from './incident-deeds.fixture.ts'
import { inHand, report } from './reporting.fixture.ts'
import { sees } from './visitor.fixture.ts'

const SCHOOL = '第一中学'
const CHEATING = '大面积作弊'
const QUESTION = '两间测试室传纸条，是否停测？'
const PROPOSAL = '两间停测，其余照常，明日补测。'
const CONSULTED = '本场数据能否作废后补测？'
const ADVICE = '可以，按备用题卷补测，两间单独装袋。'
const DECISION = '同意县里建议：两间停测，用备用题卷补测，单独装袋。'
const POINTS = ['事件原因', '事件过程', '事件影响', '事件等级', '处置办法', '处置效果']

export function provinceStory(house: House): void {
  describe('B3: the county proposes, the province decides', () => {
    test('B3: given large-scale cheating, when the county asks without a proposal, the form says that one is wanted; with it the question stands at the province', async () => {
      const chief = await house.phone('chief-invigilator', SCHOOL)
      const county = await house.desk('county-office')
      const province = await house.desk('province-office')
      await report(chief, CHEATING)
      await sees(chief, fieldWords['incident.knows'].zh)
      await openAtDesk(county, CHEATING)
      await takeOver(county)
      await inHand(county).getByRole('button', { name: deskWords['handbook.no'].zh, exact: true }).click()
      await askFromDesk(county, { question: QUESTION, refused: deskWords['ask.missing.proposal'].zh })
      await askFromDesk(county, { question: QUESTION, proposal: PROPOSAL })
      await openAtDesk(province, CHEATING)
      for (const words of [QUESTION, PROPOSAL]) await sees(inHand(province), words)
    })

    test('B3: when the province consults the centre, only then the centre is asked; its answer goes to the province, whose decision the county carries to the school', async () => {
      const principal = await house.phone('principal', SCHOOL)
      const county = await house.desk('county-office')
      const province = await house.desk('province-office')
      const nation = await house.desk('national-centre')
      await sees(nation, deskWords['need.empty'].zh)
      await takeOver(province)
      await askFromDesk(province, { question: CONSULTED })
      await openAtDesk(nation, CHEATING)
      await sees(inHand(nation), CONSULTED)
      await answer(nation, ADVICE)
      await complyAtDesk(province, ADVICE)
      await handOn(province, DECISION)

      await complyAtDesk(county, DECISION)
      await handOn(county)
      await openOnPhone(principal, CHEATING)
      await sees(principal.getByRole('region', { name: /指令$|答复$/ }), DECISION)
      await comply(principal)
    })

    test('B4: when the province has dealt with it, the evaluation is owed: six points, all of them, and it stands as filed', async () => {
      const principal = await house.phone('principal', SCHOOL)
      const province = await house.desk('province-office')
      const hand = inHand(province)
      await leaveStepsOut(principal, '按省里决定办')
      await endAtDesk(province, '两间补测完毕，其余照常。')
      const finish = under(hand, deskWords['wrap.title'].zh)
      await sees(finish, /评估/)
      await hand.getByRole('button', { name: upWords['evaluate.open'].zh }).click()
      const sheet = province.getByRole('dialog')
      const file = sheet.getByRole('button', { name: upWords['evaluate.send'].zh })
      for (const [nth, point] of POINTS.entries()) {
        if (nth === POINTS.length - 1) {
          await file.click()
          await sees(sheet, new RegExp(`还差：${point}`))
        }
        await sheet.getByLabel(new RegExp(point)).fill(`${point}：已查清。`)
      }
      await file.click()
      await sees(hand, new RegExp(`${house.holder('province-office')} \\d\\d:\\d\\d 已评估`))
      expect(await hand.getByRole('button', { name: upWords['evaluate.open'].zh }).count()).toBe(0)
    })
  })
}
