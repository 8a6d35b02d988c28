// People at their devices: a phone of 360 px or a desk of 1440 px, signed in as somebody of the demonstration by the
// same page that visitors use. Everything is found by role and words, as a person finds it.

import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { shellWords } from '#core/words/shell.ts'

export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 780 },
  hasTouch: true,
  isMobile: true,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
}
export const DESK: BrowserContextOptions = {
  viewport: { width: 1440, height: 900 },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
}

/** People of the demonstration by name; their posts stand beside the name where one chooses. */
export const CHIEF = '林晓岚'
export const PRINCIPAL = '周明远'
export const COUNTY = '陆知远'
export const PROVINCE = '方楠'

/** Waiting for something that must come by itself, ms. */
export const SOON = 10_000

/** A device of its own (cookies, memory) with one tab, on which `who` has just signed in. */
export async function arrive(
  browser: Browser,
  url: string,
  who: string,
  device: BrowserContextOptions,
): Promise<Page> {
  const page = await newDevice(browser, url, device)
  await signIn(page, who)
  return page
}

/** A device with one tab, nobody signed in. */
export async function newDevice(browser: Browser, url: string, device: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ ...device, baseURL: url })
  context.setDefaultTimeout(SOON)
  await context.addInitScript(COUNT_TOUCHES)
  return context.newPage()
}

/** Chooses whom to be, by looking for the name. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/choose')
  await page.getByLabel(shellWords['choose.search'].zh).fill(name)
  await page.getByRole('button', { name: `·${name}` }).click()
  await page.waitForURL((url) => url.pathname !== '/choose')
}

/** Chooses English, as a person does; `settings` is the button that opens the choice. */
export async function speakEnglish(page: Page, settings: string): Promise<void> {
  await page.getByRole('button', { name: settings }).first().click()
  await page.getByRole('radio', { name: 'English' }).check()
  await page.keyboard.press('Escape')
}

/** Another tab of the same browser. */
export async function newTab(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(path)
  return page
}

/** Waits until the words stand on the page, without doing anything. */
export async function sees(on: Page | Locator, words: string | RegExp, within = SOON): Promise<void> {
  await on.getByText(words).first().waitFor({ timeout: within })
}

/** The words are not on the page now. */
export async function doesNotSee(on: Page | Locator, words: string | RegExp): Promise<void> {
  expect(await on.getByText(words).filter({ visible: true }).count(), `sees ${String(words)}`).toBe(0)
}

/** How often a finger or the mouse went down on this page since it was loaded. */
export function touches(page: Page): Promise<number> {
  return page.evaluate('window.storyTouches')
}

const COUNT_TOUCHES = `
  window.storyTouches = 0
  addEventListener('pointerdown', (event) => { if (event.isTrusted) window.storyTouches += 1 }, true)
`

/**
 * Remembers the page as it is loaded now; the check fails when it was loaded anew since. For "nothing needs a reload".
 */
export async function markLoaded(page: Page): Promise<() => Promise<void>> {
  await page.evaluate('window.storyLoaded = true')
  return async () => expect(await page.evaluate('window.storyLoaded === true'), 'was reloaded').toBe(true)
}
