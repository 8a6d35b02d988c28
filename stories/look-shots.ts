// Which screens `npm run look` takes, each by its address and what is done on it first. What is done does not depend on the
// language, so that the same list serves in Chinese and in English.

import type { Page } from 'playwright-core'
import { COUNTY } from './browser/visitor.fixture.ts'

export interface Shot {
  readonly name: string
  readonly path: string
  /** What is done on the page before it is taken. */
  readonly before?: (page: Page) => Promise<void>
  /** The whole page, not only what is in sight. */
  readonly whole?: boolean
}

export function phoneShots(incident: string): readonly Shot[] {
  return [
    { name: '01-today', path: '/', whole: true },
    { name: '01-settings', path: '/', before: (page) => page.getByRole('button').first().tap() },
    { name: '02-pick', path: '/report', whole: true },
    { name: '02-pick-found', path: '/report', before: (page) => page.getByRole('searchbox').fill('td') },
    { name: '02-pick-none', path: '/report', before: (page) => page.getByRole('searchbox').fill('zzz') },
    { name: '02-pick-group', path: '/report/in/power-network-devices', whole: true },
    { name: '03-first', path: '/report/power-cut', whole: true },
    { name: '03-first-life', path: '/report/fire', whole: true },
    { name: '04-grade', path: '/report/power-cut/grade', whole: true },
    { name: '04-grade-in-sight', path: '/report/power-cut/grade' },
    { name: '05-incident', path: `/incidents/${incident}`, whole: true },
    { name: '05-incident-in-sight', path: `/incidents/${incident}` },
    { name: '06-incidents', path: '/incidents', whole: true },
    { name: '07-contacts', path: '/contacts' },
    { name: '08-handbook', path: '/handbook' },
    { name: '08-handbook-page', path: '/handbook/power-cut', whole: true },
    { name: '10-outbox', path: '/outbox' },
    { name: '11-missing', path: '/no-such-page' },
  ]
}

export function deskShots(incident: string): readonly Shot[] {
  return [
    { name: '09-desk', path: '/desk' },
    { name: '09-incident', path: `/desk/incidents/${incident}` },
    { name: '09-find', path: '/desk', before: (page) => page.keyboard.press('Control+k') },
    {
      name: '09-find-found',
      path: '/desk',
      before: async (page) => {
        await page.keyboard.press('Control+k')
        await page.keyboard.type('qiao')
      },
    },
    { name: '09-menu', path: '/desk', before: (page) => page.getByRole('button', { name: COUNTY }).click() },
    { name: '16-wall', path: '/desk/wall' },
    { name: '20-orders', path: '/desk/orders' },
    { name: '20-order', path: '/desk/orders', before: (page) => listed(page).first().click() },
    { name: '21-give-order', path: '/desk/orders/new' },
    { name: '22-handbook', path: '/desk/handbook' },
    { name: '22-handbook-enter', path: '/desk/handbook', before: (page) => heading(page, -1) },
    { name: '22-handbook-import', path: '/desk/handbook', before: (page) => heading(page, 0) },
    { name: '23-plan', path: '/desk/plan/levels' },
    { name: '23-plan-situations', path: '/desk/plan/situations' },
    { name: '23-plan-editions', path: '/desk/plan/editions' },
  ]
}

/** An incident in which work waits, is given out and decided together, with public opinion and a picture. */
export function busyPhoneShots(incident: string): readonly Shot[] {
  const path = `/incidents/${incident}`
  const foot = async (page: Page, nth: number) => {
    await page.getByRole('contentinfo').getByRole('button').nth(nth).tap()
    await page.getByRole('dialog').first().waitFor()
  }
  return [
    { name: '12-busy', path, whole: true },
    { name: '12-busy-in-sight', path },
    { name: '12-busy-add', path, before: (page) => foot(page, 0) },
    { name: '12-busy-files', path, before: (page) => foot(page, 1) },
    { name: '12-busy-more', path, before: (page) => foot(page, -1) },
    {
      name: '12-busy-procedure',
      path,
      whole: true,
      before: async (page) => {
        await page.locator('main button[aria-expanded=false]').last().tap()
        await page.locator('figure').first().waitFor()
      },
    },
  ]
}

const SIDES = ['story', 'work', 'reports', 'opinion', 'files', 'procedure'] as const

/** Every side of the same incident at the desk. */
export function busyDeskShots(incident: string): readonly Shot[] {
  return SIDES.map((side, nth) => ({
    name: `10-busy-${side}`,
    path: `/desk/incidents/${incident}`,
    before: (page) => page.getByRole('tab').nth(nth).click(),
  }))
}

/** Of a school that has not answered an order nor read the plan. */
export const sentShots: readonly Shot[] = [
  { name: '13-today', path: '/', whole: true },
  { name: '13-orders', path: '/orders', whole: true },
  {
    name: '13-issued',
    path: '/',
    whole: true,
    before: async (page) => {
      await page.locator('a[href^="/issued/"]').first().tap()
      await page.waitForURL('**/issued/**')
    },
  },
]

/** Of the head of the county group, who may issue the plan. */
export const leadShots: readonly Shot[] = [
  { name: '09-desk', path: '/desk' },
  { name: '23-plan-editions', path: '/desk/plan/editions' },
  { name: '24-plan-write', path: '/desk/plan/write' },
]

/** The things of the list beside the one in hand. */
function listed(page: Page) {
  return page.getByRole('main').getByRole('listitem').getByRole('link')
}

/** Presses the nth button in the heading of the page, from the end where negative. */
async function heading(page: Page, nth: number): Promise<void> {
  await page.locator('.page__head').getByRole('button').nth(nth).click()
}
