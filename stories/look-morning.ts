// The morning that `npm run look` pictures: incidents in several states, one of them with everything that can be in it. What people do
// is in browser/*.fixture.ts; nothing is judged here.

import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { actWords } from '#core/words/act.ts'
import { deskWords } from '#core/words/desk.ts'
import { handWords } from '#core/words/desk-hand.ts'
import { fieldWords } from '#core/words/field.ts'
import type { Huce } from './browser/huce.fixture.ts'
import {
  answer,
  askAbove,
  doFromMore,
  incidentOf,
  instruct,
  openAtDesk,
  send,
  takeOver,
} from './browser/incident-deeds.fixture.ts'
import { inHand, POWER_CUT, report, reportPowerCut } from './browser/reporting.fixture.ts'
import {
  arrive,
  CHIEF,
  COUNTY,
  DESK,
  newDevice,
  PHONE,
  PRINCIPAL,
  PROVINCE,
  sees,
} from './browser/visitor.fixture.ts'

export interface People {
  readonly chief: Page
  readonly principal: Page
  /** A principal who has an order to answer and an edition to read. */
  readonly elsewhere: Page
  readonly county: Page
  /** The head of the county group. */
  readonly lead: Page
  readonly province: Page
  readonly nation: Page
  readonly stranger: Page
  readonly wideStranger: Page
  /** The power cut: taken over, asked about and answered. */
  readonly incident: string
  /** A defective paper: held, with work, a decision made together, public opinion and a picture. */
  readonly busy: string
}

const DEFECT = '试卷缺页、污损、错印'

/** A morning with incidents in several states: one late, one answered, one busy, new ones at other schools, a spread proposed. */
export async function morning(browser: Browser, huce: Huce): Promise<People> {
  const at = (name: string, device: BrowserContextOptions) => arrive(browser, huce.url, name, device)
  const listed = await peopleOf(huce)
  const held = (post: string, unit?: string) =>
    at(
      listed.find((one) => one.postKind === post && (unit ?? one.unitName.zh) === one.unitName.zh)?.name ??
        '',
      DESK,
    )
  const phoneAt = (post: string, unit: string) =>
    at(listed.find((one) => one.postKind === post && one.unitName.zh === unit)?.name ?? '', PHONE)
  const [first, second, third] = await Promise.all(
    ['北街小学', '第一中学', '柳林中学'].map((school) => phoneAt('chief-invigilator', school)),
  )
  if (first) await report(first, '学生突发疾病')
  await huce.moveClock(12)
  const chief = await at(CHIEF, PHONE)
  await reportPowerCut(chief)
  const incident = incidentOf(chief)
  const [principal, county, province] = await Promise.all([
    at(PRINCIPAL, PHONE),
    at(COUNTY, DESK),
    at(PROVINCE, DESK),
  ])
  await openAtDesk(county, POWER_CUT)
  await takeOver(county)
  await principal.goto(`/incidents/${incident}`)
  await askAbove(principal, '停电 10 分钟了，要不要先停测？')
  await answer(county, '先停测，学生原位等候，来电后断点续测，停多久补多久。')
  await principal.getByRole('button', { name: fieldWords['incident.comply'].zh }).waitFor()
  if (second) await report(second, '个别学生缺测')
  if (third) await report(third, '学生情绪波动')
  // With the first one three schools: a spread is proposed.
  for (const page of [second, third]) if (page) await report(page, POWER_CUT)
  return {
    chief,
    principal,
    elsewhere: await phoneAt('principal', '实验中学'),
    county,
    lead: await held('county-lead'),
    province,
    nation: await held('national-centre'),
    stranger: await newDevice(browser, huce.url, PHONE),
    wideStranger: await newDevice(browser, huce.url, DESK),
    incident,
    busy: await busyPaper(chief, county),
  }
}

/** Everything that can be in an incident, in one. Answers with its id. */
async function busyPaper(chief: Page, county: Page): Promise<string> {
  await report(chief, DEFECT)
  await openAtDesk(county, DEFECT)
  await takeOver(county)
  const hand = inHand(county)
  await hand.getByRole('button', { name: handWords['tasks.with-answer'].zh }).click()
  const task = hand.getByRole('group', { name: /第 1 项/ })
  await task.getByLabel(handWords['tasks.post'].zh).selectOption({ label: '主监' })
  await task.getByLabel(handWords['tasks.words'].zh).fill('启用备用卷，10 分钟内')
  await instruct(county, '换备用卷，从头作答，停多久补多久。')
  await sees(chief, '换备用卷，从头作答')
  await doFromMore(chief, 'ProposeJoint', async (form) => {
    const kind = form.getByRole('radio').first()
    if (await kind.isVisible()) await kind.check()
    await form.getByLabel(actWords['ProposeJoint.words'].zh).fill('换备用卷，两人签名。')
  })
  await chief.getByRole('button', { name: actWords['act.supplement'].zh, exact: true }).tap()
  await chief.getByRole('dialog').getByRole('button', { name: actWords['deed.SeeOpinion'].zh }).tap()
  await send(chief, 'SeeOpinion', async (form) => {
    await form.getByLabel(actWords['SeeOpinion.where'].zh).fill('家长群')
    await form.getByRole('radio').first().check()
    await form.getByLabel(actWords['SeeOpinion.words'].zh).fill('有人说卷子印错了')
  })
  await chief.getByRole('button', { name: actWords['act.photo'].zh, exact: true }).tap()
  const picture = await county.screenshot()
  await chief
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'paper.png', mimeType: 'image/png', buffer: picture })
  await inHand(county)
    .getByRole('tab', { name: new RegExp(`${handWords['side.files'].zh} ?1`) })
    .waitFor()
  await chief.keyboard.press('Escape')
  await sees(county, deskWords['list.title'].zh)
  return incidentOf(chief)
}

interface Listed {
  readonly name: string
  readonly postKind: string
  readonly unitName: { readonly zh: string }
}

async function peopleOf(huce: Huce): Promise<readonly Listed[]> {
  const answered = await fetch(`${huce.url}/api/demo/people`)
  return ((await answered.json()) as { people: Listed[] }).people
}
