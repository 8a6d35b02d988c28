// What people of the stories do again and again: report a power cut from the phone, open what waits at the desk.

import type { Page } from 'playwright-core'
import { deskWords } from '#core/words/desk.ts'
import { fieldWords } from '#core/words/field.ts'

export const POWER_CUT = '全校停电'

/** From today's page to the sent report, in the fewest taps. Resolves when the page of the incident is there. */
export async function reportPowerCut(page: Page): Promise<void> {
  await page.getByRole('link', { name: fieldWords['today.report'].zh }).tap()
  await page.getByRole('link', { name: POWER_CUT, exact: true }).tap()
  await page.getByRole('link', { name: fieldWords['first.next'].zh }).tap()
  await page.getByRole('button', { name: fieldWords['grade.send'].zh }).tap()
  await page.waitForURL(/\/incidents\//)
}

export interface OnTheWay {
  /** Done on the page of first steps and questions. */
  readonly first?: () => Promise<unknown>
  /** Done where both grades stand, before sending. */
  readonly grade?: () => Promise<unknown>
  readonly lang?: 'zh' | 'en'
}

/** From anywhere to a sent report of any situation of the catalogue, found by its whole name. */
export async function report(page: Page, situation: string, onTheWay: OnTheWay = {}): Promise<void> {
  const { first, grade, lang = 'zh' } = onTheWay
  await page.goto('/report')
  await page.getByRole('searchbox').fill(situation)
  await page.getByRole('link', { name: situation }).first().tap()
  const next = page.getByRole('link', { name: fieldWords['first.next'][lang] })
  await next.waitFor()
  await first?.()
  await next.tap()
  // Where life is at stake, whether somebody is hurt is asked once more.
  if (await page.getByRole('alert').isVisible()) await next.tap()
  const send = page.getByRole('button', { name: fieldWords['grade.send'][lang] })
  await send.waitFor()
  await grade?.()
  await send.tap()
  await page.waitForURL(/\/incidents\//)
}

/** The row of a situation in the desk's live list. */
export function liveRow(desk: Page, situation: string) {
  return desk
    .getByRole('list', { name: deskWords['list.title'].zh, exact: true })
    .getByRole('link', { name: situation })
}

/** The incident in hand, the desk's third column. */
export function inHand(desk: Page, lang: 'zh' | 'en' = 'zh') {
  return desk.getByRole('region', { name: deskWords['hand.label'][lang] })
}
