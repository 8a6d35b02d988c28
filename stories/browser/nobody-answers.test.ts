// When nobody acknowledges: the clock is moved, and the matter climbs by itself to the county's substitute and then to
// the province; late is said in words on both sides, and no timer turns to the national centre.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskWords } from '#core/words/desk.ts'
import { fieldWords } from '#core/words/field.ts'
import { startBrowser } from './chromium.fixture.ts'
import { type Huce, startHuce } from './huce.fixture.ts'
import { inHand, liveRow, reportPowerCut } from './reporting.fixture.ts'
import { arrive, CHIEF, COUNTY, DESK, doesNotSee, PHONE, PROVINCE, sees } from './visitor.fixture.ts'

const POWER_CUT = '全校停电'
const LATE = '“县级确认收到”超时'

describe('Nobody acknowledges', () => {
  let huce: Huce
  let browser: Browser
  let phone: Page
  let desk: Page
  let substitute: Page
  let province: Page
  let nation: Page

  beforeAll(async () => {
    ;[huce, browser] = await Promise.all([startHuce(), startBrowser()])
    phone = await arrive(browser, huce.url, CHIEF, PHONE)
    desk = await arrive(browser, huce.url, COUNTY, DESK)
    substitute = await arrive(browser, huce.url, await thirdOf(huce, 'county-office'), DESK)
    province = await arrive(browser, huce.url, PROVINCE, DESK)
    nation = await arrive(browser, huce.url, await firstOf(huce, 'national-centre'), DESK)
    for (const page of [desk, substitute, province, nation]) await sees(page, deskWords['link.live'].zh)
    await reportPowerCut(phone)
    for (const page of [desk, substitute, province]) {
      await liveRow(page, POWER_CUT).click()
      await sees(inHand(page), deskWords['knows.title'].zh)
    }
  })
  afterAll(async () => {
    await browser?.close()
    await huce?.stop()
  })

  test('E4: given ten minutes without a word, when they are over, the substitute is told and sees it as his', async () => {
    await doesNotSee(inHand(substitute), '你（替补）')
    await huce.moveClock(10.1)
    await sees(inHand(substitute), '你（替补）')
    for (const page of [desk, substitute]) await sees(inHand(page), `${LATE}，已告诉县实施办公室的替补`)
    await sees(phone, `${LATE}，已告诉县实施办公室的替补`)
  })

  test('E4: when five minutes more go by, the province’s desk is told, by the same timer', async () => {
    await doesNotSee(inHand(province), `${LATE}，已告诉省领导小组办公室`)
    await huce.moveClock(5)
    for (const page of [province, desk]) await sees(inHand(page), `${LATE}，已告诉省领导小组办公室`)
  })

  test('E4: late is said in words on both sides, not only coloured', async () => {
    await inHand(desk).getByRole('timer').filter({ hasText: /超时/ }).first().waitFor()
    await phone
      .getByRole('list', { name: fieldWords['incident.limits'].zh })
      .getByRole('listitem')
      .filter({ hasText: '县级确认收到' })
      .filter({ hasText: /超时/ })
      .waitFor()
  })

  test('E4: when hours go by, the national centre still was not told', async () => {
    await huce.moveClock(180)
    // The last of the plan's rungs.
    await sees(inHand(desk), '“Ⅱ级 1小时内响应”超时，已告诉省领导小组办公室')
    const told = await inHand(desk).getByRole('list', { name: deskWords['knows.title'].zh }).textContent()
    expect(told).toContain(`国家监测中心${deskWords['knows.not-told'].zh}`)
    await sees(nation, deskWords['need.empty'].zh)
  })
})

interface Listed {
  readonly name: string
  readonly postKind: string
}

/** Holders are listed before their substitute. */
async function thirdOf(huce: Huce, post: string): Promise<string> {
  return nthOf(huce, post, 2)
}

async function firstOf(huce: Huce, post: string): Promise<string> {
  return nthOf(huce, post, 0)
}

async function nthOf(huce: Huce, post: string, nth: number): Promise<string> {
  const { people } = (await (await fetch(`${huce.url}/api/demo/people`)).json()) as { people: Listed[] }
  const one = people.filter((person) => person.postKind === post)[nth]
  if (!one) throw new Error(`nobody holds ${post}`)
  return one.name
}
