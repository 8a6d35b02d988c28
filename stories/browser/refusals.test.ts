// A command that is refused: the screen says what was not done, who could do it and what to do now, and what was
// written is still there. And the line that says "demonstration" stands on every page.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actWords } from '#core/words/act.ts'
import { deskWords } from '#core/words/desk.ts'
import { fieldWords } from '#core/words/field.ts'
import { refusalWords } from '#core/words/refusal.ts'
import { shellWords } from '#core/words/shell.ts'
import { startBrowser } from './chromium.fixture.ts'
import { type Huce, startHuce } from './huce.fixture.ts'
import { deskPaths, phonePaths } from './pages.fixture.ts'
import { inHand, liveRow, POWER_CUT, reportPowerCut } from './reporting.fixture.ts'
import { arrive, CHIEF, COUNTY, DESK, newDevice, PHONE, PRINCIPAL, sees } from './visitor.fixture.ts'

const OUTCOME = '09:40 恢复供电，26 人续测，4 人换机补时。'
const AGAIN = '来电后从哪一题续测？'

describe('A refusal on the screen', () => {
  let huce: Huce
  let browser: Browser
  let phone: Page
  let principal: Page
  let desk: Page

  beforeAll(async () => {
    ;[huce, browser] = await Promise.all([startHuce(), startBrowser()])
    phone = await arrive(browser, huce.url, CHIEF, PHONE)
    principal = await arrive(browser, huce.url, PRINCIPAL, PHONE)
    desk = await arrive(browser, huce.url, COUNTY, DESK)
    await reportPowerCut(phone)
    await principal.getByRole('link', { name: POWER_CUT }).first().tap()
    await ask(principal, '要不要先停测？')
    await liveRow(desk, POWER_CUT).click()
    await sees(inHand(desk), '要不要先停测？')
  })
  afterAll(async () => {
    await browser?.close()
    await huce?.stop()
  })

  test('B5: given an open question, when the county says it is dealt with, the desk says what was not done, what to do and whom to call, and keeps what was written', async () => {
    await endIt()
    const refusal = desk.getByRole('alert').filter({ hasText: deskWords['wrap.handle'].zh })
    await sees(refusal, refusalWords['incident.open-ask'].now.zh)
    await refusal.getByRole('link', { name: /县实施办公室|打给/ }).waitFor()
    await sees(refusal, deskWords['outcome.kept'].zh)

    await inHand(desk).getByRole('button', { name: deskWords['wrap.handle'].zh }).click()
    expect(await desk.getByLabel(deskWords['handle.outcome'].zh).inputValue()).toBe(OUTCOME)
    await desk.getByRole('dialog').getByRole('button', { name: deskWords.close.zh }).click()
  })

  test('B5: given an open question, when the principal asks another, the phone says why not, keeps the words and offers ways on', async () => {
    await ask(principal, AGAIN)
    const refusal = principal.getByRole('alert').filter({ hasText: actWords['deed.Ask'].zh })
    await sees(refusal, refusalWords['ask.exists'].now.zh)
    await sees(refusal, AGAIN)
    await sees(refusal, /县实施办公室 陆知远/)
    await refusal.getByRole('link', { name: /陆知远/ }).waitFor()
    await refusal.getByRole('button', { name: fieldWords['outbox.put-away'].zh }).tap()
    await refusal.waitFor({ state: 'hidden' })
  })

  test('Demo: every page of the demonstration says that it is one', async () => {
    const id = new URL(phone.url()).pathname.split('/').pop() ?? ''
    const stranger = await newDevice(browser, huce.url, PHONE)
    await stranger.goto('/choose')
    await sees(stranger, shellWords['demo.line'].zh)
    for (const path of phonePaths(id)) {
      await phone.goto(path)
      await sees(phone, shellWords['demo.line'].zh)
    }
    for (const path of deskPaths(id)) {
      await desk.goto(path)
      await sees(desk, shellWords['demo.line'].zh)
    }
  })

  async function endIt(): Promise<void> {
    await inHand(desk).getByRole('button', { name: deskWords['wrap.handle'].zh }).click()
    await desk.getByLabel(deskWords['handle.outcome'].zh).fill(OUTCOME)
    await desk.getByRole('dialog').getByRole('button', { name: deskWords['wrap.handle'].zh }).click()
  }
})

async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('button', { name: actWords['act.ask'].zh, exact: true }).tap()
  await page.getByLabel(actWords['Ask.question'].zh).fill(question)
  await page.getByRole('dialog').getByRole('button', { name: actWords['deed.Ask'].zh, exact: true }).tap()
}
