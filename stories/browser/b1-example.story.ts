// B1 in the browser: a level 1 event is the school's own. With an example of the handbook nobody is asked; without one the county
// answers, and what it answers comes back as work done. Run by procedure.test.ts.

import { describe, expect, test } from 'vitest'
import { actWords } from '#core/words/act.ts'
import { deskWords } from '#core/words/desk.ts'
import { handWords } from '#core/words/desk-hand.ts'
import { fieldIncidentWords } from '#core/words/field-incident.ts'
import type { House } from './house.fixture.ts'
import {
  answer,
  askAbove,
  comply,
  doNext,
  leaveStepsOut,
  openAtDesk,
  openOnPhone,
  send,
  showSide,
  takeOver,
  under,
} from './incident-deeds.fixture.ts'
import { inHand, report } from './reporting.fixture.ts'
import { doesNotSee, sees } from './visitor.fixture.ts'

const SCHOOL = '桥头小学'
const BROKEN = '学生机坏了，要换机'
/** As the demonstration's county entered it. */
const PLACE = '演示 1'
const REMARK = '个别网上言论'
const QUESTION = '家长群里有人问试题难不难，要不要回应？'
const ANSWER = '不回应，不评论题目；由德育主任在群里说明测试不排名。'
const WORK = '在家长群发一句说明，10 分钟内'
const EFFECT = '10:05 已说明，没有人再问'

export function exampleStory(house: House): void {
  describe('B1: the school handles it', () => {
    test('B1, B8: given an example of the year’s handbook, when a machine breaks, phone and desk cite document, year and place, and nobody is asked', async () => {
      const chief = await house.phone('chief-invigilator', SCHOOL)
      const principal = await house.phone('principal', SCHOOL)
      const desk = await house.desk('county-office')
      await report(chief, BROKEN)
      await openOnPhone(principal, BROKEN)
      await openAtDesk(desk, BROKEN)
      for (const phone of [chief, principal]) {
        await sees(under(phone, fieldIncidentWords['examples.title'].zh), PLACE)
      }
      await sees(under(inHand(desk), deskWords['handbook.title'].zh), PLACE)
      // Ours stands apart from it, and the question whether there is one is settled.
      await sees(inHand(desk), handWords['ours.title'].zh)
      await doesNotSee(inHand(desk), deskWords['handbook.question'].zh)
    })

    test('B1, B5, B6: when the principal has acted, said how it ended and filed both forms, he closes it himself and the county reads each line', async () => {
      const principal = await house.phone('principal', SCHOOL)
      const desk = await house.desk('county-office')
      const measure = '第 7 机位换上备用机，学生接着答。'
      const outcome = '换机完毕，1 人补时 4 分。'
      await doNext(principal, 'TakeMeasure', (form) =>
        form.getByLabel(actWords['TakeMeasure.measure'].zh).fill(measure),
      )
      await leaveStepsOut(principal, '只坏一台，当场换好')
      await doNext(principal, 'Handle', (form) =>
        form.getByLabel(actWords['Handle.outcome'].zh).fill(outcome),
      )
      const story = inHand(desk).getByRole('list', { name: deskWords['story.title'].zh })
      for (const words of [measure, outcome]) await sees(story, words)

      const forms = under(principal, fieldIncidentWords['forms.title'].zh)
      for (const form of ['测试情况记录表', '样本校应急事件报告表']) {
        await forms
          .getByRole('listitem')
          .filter({ hasText: form })
          .getByRole('button', { name: fieldIncidentWords['forms.file'].zh })
          .tap()
        await send(principal, 'WriteDown')
        await sees(story, form)
      }
      await doNext(principal, 'Close')
      await sees(principal, /已办结/)
      await sees(inHand(desk), /\d\d:\d\d 办结/)
      expect(await story.getByText(/请示/).count()).toBe(0)
    })
  })

  describe('B1: the school asks', () => {
    test('B1, B5: given no example, when the principal asks and the county answers with work for a named person, he has it on his phone', async () => {
      const chief = await house.phone('chief-invigilator', SCHOOL)
      const principal = await house.phone('principal', SCHOOL)
      const desk = await house.desk('county-office')
      await report(chief, REMARK)
      await openOnPhone(principal, REMARK)
      await askAbove(principal, QUESTION)
      await openAtDesk(desk, REMARK)
      await sees(inHand(desk), QUESTION)
      await takeOver(desk)
      const hand = inHand(desk)
      await hand.getByRole('button', { name: handWords['tasks.with-answer'].zh }).click()
      const task = hand.getByRole('group', { name: /第 1 项/ })
      await task.getByLabel(handWords['tasks.post'].zh).selectOption({ label: '德育主任' })
      await task.getByLabel(handWords['tasks.words'].zh).fill(WORK)
      await answer(desk, ANSWER)
      await sees(principal.getByRole('region', { name: /答复$/ }), ANSWER)
      const moral = await house.phone('head-moral', SCHOOL)
      await openOnPhone(moral, REMARK)
      await sees(moral.getByRole('list', { name: fieldIncidentWords['tasks.mine'].zh }), WORK)
    })

    test('B1: when it is done, its effect stands at the desk and on the principal’s phone, with who and when', async () => {
      const principal = await house.phone('principal', SCHOOL)
      const desk = await house.desk('county-office')
      const moral = await house.phone('head-moral', SCHOOL)
      await comply(principal)
      await moral
        .getByRole('list', { name: fieldIncidentWords['tasks.mine'].zh })
        .getByRole('button', { name: fieldIncidentWords['tasks.done'].zh })
        .tap()
      await send(moral, 'DoTask', (form) => form.getByLabel(actWords['DoTask.effect'].zh).fill(EFFECT))
      const work = await showSide(desk, handWords['side.work'].zh)
      await sees(under(work, handWords['tasks.title'].zh), EFFECT)
      const given = principal.getByRole('list', { name: fieldIncidentWords['tasks.others'].zh })
      await sees(given, EFFECT)
      await sees(given, new RegExp(house.holder('head-moral', SCHOOL)))
    })
  })
}
