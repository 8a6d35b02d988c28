// B11 in the browser: six pupils are absent in one room. Province and provincial inspector know at the same moment, the county patrol
// telephones and writes down what was said, and the answer is what is followed. Run by procedure.test.ts.

import { describe, expect, test } from 'vitest'
import { actWords } from '#core/words/act.ts'
import { deskWords } from '#core/words/desk.ts'
import { handWords } from '#core/words/desk-hand.ts'
import { fieldWords } from '#core/words/field.ts'
import { fieldIncidentWords } from '#core/words/field-incident.ts'
import type { House } from './house.fixture.ts'
import {
  comply,
  complyAtDesk,
  handOn,
  instruct,
  openAtDesk,
  openOnPhone,
  send,
  showSide,
  takeOver,
} from './incident-deeds.fixture.ts'
import { inHand, liveRow, report } from './reporting.fixture.ts'
import { sees } from './visitor.fixture.ts'

const SCHOOL = '桥头中学'
const ABSENT = '大面积缺测'
const PHONING = '马上电话报省里，请示'
const SAID = '桥头中学第1测试室空座 6 个，请示能否按时开测。'
const ANSWER = '等 15 分钟，到了的先测，缺的逐人查明原因。'

export function absenceStory(house: House): void {
  describe('B11: six pupils are absent', () => {
    test('B11, A1: given six empty seats, before sending the phone says why it is level 2; then province, inspector and patrol have it, nobody having passed it on', async () => {
      const chief = await house.phone('chief-invigilator', SCHOOL)
      const patrol = await house.phone('county-patrol')
      const inspector = await house.phone('province-inspector')
      const province = await house.desk('province-office')
      for (const page of [patrol, inspector]) await page.goto('/')
      await report(chief, ABSENT, {
        first: () => chief.getByLabel('这间缺几人？', { exact: true }).fill('6'),
        grade: () => sees(chief, '数据真实性、有效性受到轻微影响，至少2级'),
      })
      await Promise.all([
        patrol.getByRole('link', { name: ABSENT }).first().waitFor(),
        inspector.getByRole('link', { name: ABSENT }).first().waitFor(),
        liveRow(province, ABSENT).waitFor(),
      ])
      await sees(chief, '第1测试室等答复')
    })

    test('B11: the patrol has the call to the province as his step and the number in reach; what was said on the telephone stands at the province with who and when', async () => {
      const patrol = await house.phone('county-patrol')
      const province = await house.desk('province-office')
      await openOnPhone(patrol, ABSENT)
      const office = new RegExp(`省领导小组办公室.*${house.holder('province-office')}`)
      await patrol.getByRole('link', { name: office }).first().waitFor()
      const steps = patrol.getByRole('list', { name: fieldWords['incident.do'].zh })
      await steps.getByRole('checkbox', { name: PHONING }).tap()
      await sees(steps.getByRole('listitem').filter({ hasText: PHONING }), /\d\d:\d\d/)

      await patrol.getByRole('button', { name: actWords['act.supplement'].zh, exact: true }).tap()
      const list = patrol.getByRole('dialog')
      await list.getByRole('button', { name: actWords['deed.LogOral'].zh }).tap()
      await send(patrol, 'LogOral', async (form) => {
        // Who telephones and when is there already.
        expect(await form.getByLabel(actWords['LogOral.from'].zh, { exact: true }).inputValue()).toContain(
          house.holder('county-patrol'),
        )
        await form
          .getByLabel(actWords['LogOral.to'].zh, { exact: true })
          .fill(house.holder('province-office'))
        await form.getByRole('radio', { name: /省/ }).check()
        await form.getByLabel(actWords['LogOral.words'].zh, { exact: true }).fill(SAID)
      })
      await openAtDesk(province, ABSENT)
      const reports = await showSide(province, handWords['side.up'].zh)
      await sees(reports, SAID)
    })

    test('B11, B10: when the province has answered and the county handed it on, the principal takes it up and the chief lets the room go on', async () => {
      const chief = await house.phone('chief-invigilator', SCHOOL)
      const county = await house.desk('county-office')
      const province = await house.desk('province-office')
      await takeOver(province)
      await instruct(province, ANSWER)
      await openAtDesk(county, ABSENT)
      await complyAtDesk(county, ANSWER)
      await handOn(county)
      await sees(chief.getByRole('region', { name: /指令$|答复$/ }), ANSWER)
      const principal = await house.phone('principal', SCHOOL)
      await openOnPhone(principal, ABSENT)
      await comply(principal)
      await chief.getByRole('button', { name: fieldIncidentWords['hold.go-on'].zh }).tap()
      await send(chief, 'EndHold')
      await sees(inHand(county).getByRole('list', { name: deskWords['story.title'].zh }), /第1测试室恢复/)
    })
  })
}
