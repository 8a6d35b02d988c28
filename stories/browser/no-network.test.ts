// The network goes away before, while and after a report is sent: nothing typed is lost, nothing is sent twice.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fieldWords } from '#core/words/field.ts'
import { shellWords } from '#core/words/shell.ts'
import { startBrowser } from './chromium.fixture.ts'
import { type Huce, startHuce } from './huce.fixture.ts'
import { liveRow, POWER_CUT, reportPowerCut } from './reporting.fixture.ts'
import { arrive, CHIEF, COUNTY, DESK, newTab, PHONE, sees } from './visitor.fixture.ts'

const API = '**/api/**'
const WORDS = '配电房冒烟，已请电工，电话 199-0000-0001'

describe('Without a network', () => {
  let huce: Huce
  let browser: Browser
  let phone: Page
  let desk: Page

  beforeAll(async () => {
    ;[huce, browser] = await Promise.all([startHuce(), startBrowser()])
    phone = await arrive(browser, huce.url, CHIEF, PHONE)
    desk = await arrive(browser, huce.url, COUNTY, DESK)
    await sees(phone, fieldWords['today.now'].zh)
  })
  afterAll(async () => {
    await browser?.close()
    await huce?.stop()
  })

  test('E3: given a half-written report, when the page is loaded anew, what was typed and answered is still there', async () => {
    await phone.getByRole('link', { name: fieldWords['today.report'].zh }).tap()
    await phone.getByRole('link', { name: POWER_CUT, exact: true }).tap()
    await phone.getByRole('radio', { name: '全部中断' }).check()
    const hurt = phone.getByRole('radiogroup', { name: '有人受伤吗？' })
    await hurt.getByRole('radio', { name: '没有' }).check()
    await phone.getByRole('link', { name: fieldWords['first.next'].zh }).tap()
    await phone.getByLabel(fieldWords['grade.words'].zh).fill(WORDS)
    await expect.poll(() => kept(phone, WORDS)).toBe(true)
    await phone.reload()
    expect(await phone.getByLabel(fieldWords['grade.words'].zh).inputValue()).toBe(WORDS)
    await phone
      .getByLabel(/响应等级 Ⅰ级/)
      .first()
      .waitFor()
  })

  test('E3: given no network, when the report is sent, it is kept, said to be waiting, and survives loading the page anew', async () => {
    await phone.context().setOffline(true)
    await phone.getByRole('button', { name: fieldWords['grade.send'].zh }).tap()
    await sees(phone, fieldWords['incident.unsent.text'].zh)
    await sees(phone, shellWords['net.offline'].zh)

    // The app can be reached again, what it asks the server cannot: as in a house whose server is gone.
    await phone.context().route(API, (route) => route.abort('internetdisconnected'))
    await phone.context().setOffline(false)
    await phone.reload()
    await sees(phone, fieldWords['incident.unsent.text'].zh)
    await sees(phone, WORDS)
  })

  test('E3: when the network is back, the report goes out by itself, once', async () => {
    await phone.context().unroute(API)
    await liveRow(desk, POWER_CUT).waitFor({ timeout: 30_000 })
    await sees(phone, fieldWords['incident.knows'].zh, 30_000)
    expect(await liveRow(desk, POWER_CUT).count()).toBe(1)
    await liveRow(desk, POWER_CUT).click()
    await sees(desk, WORDS)
  })

  test('E3: given the answer to a report is lost on its way, when it is sent again, there is still one', async () => {
    let lost = 0
    await phone.context().route('**/api/commands', async (route) => {
      if (lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      await route.abort('connectionreset')
    })
    await phone.goto('/')
    await reportPowerCut(phone)
    await sees(phone, fieldWords['incident.knows'].zh, 30_000)
    expect(lost).toBe(1)
    const fresh = await newTab(desk.context(), '/desk')
    await expect.poll(() => liveRow(fresh, POWER_CUT).count()).toBe(2)
  })
})

/** What was typed has reached the device's memory: it is written with a short delay while one types. */
async function kept(page: Page, words: string): Promise<boolean> {
  return page.evaluate(`(async () => {
    const found = (value) => JSON.stringify(value ?? null).includes(${JSON.stringify(words)})
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error)
      })
      for (const store of db.objectStoreNames) {
        const values = await new Promise((resolve, reject) => {
          const reading = db.transaction(store).objectStore(store).getAll()
          reading.onsuccess = () => resolve(reading.result)
          reading.onerror = () => reject(reading.error)
        })
        if (found(values)) { db.close(); return true }
      }
      db.close()
    }
    return Object.values(localStorage).some((value) => value.includes(${JSON.stringify(words)}))
  })()`)
}
