// How the screens are to read: English and dark by choice, accessible by axe's rules in every page and theme, and
// nothing runs off the side at 360 px, also for readers who have set their text twice as large.

import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskWords } from '#core/words/desk.ts'
import { fieldWords } from '#core/words/field.ts'
import { shellWords } from '#core/words/shell.ts'
import { builtInPlan } from '#server/plan/load.ts'
import { startBrowser } from './chromium.fixture.ts'
import { type Huce, startHuce } from './huce.fixture.ts'
import { deskPaths, phonePaths } from './pages.fixture.ts'
import { reportPowerCut } from './reporting.fixture.ts'
import { arrive, CHIEF, COUNTY, DESK, PHONE, sees } from './visitor.fixture.ts'

const EVERY_PAGE = 120_000
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** What people of the demonstration wrote begins with this word or holds it; it is shown as they wrote it. */
const WRITTEN = '演示'
const HAN = /\p{Script=Han}/u
/** Citations of the plans' Chinese originals stay as they are printed there; the longest first. */
const PLACES_IN_THE_PLANS = Object.values(builtInPlan().clauses)
  .flatMap(({ source }) => [source.document, source.at])
  .sort((one, other) => other.length - one.length)

interface Devices {
  readonly phone: Page
  readonly desk: Page
}

describe('How the screens read', () => {
  let huce: Huce
  let browser: Browser
  /** Of somebody whose browser sets text at 200 %. */
  let largeBrowser: Browser
  let usual: Devices
  let large: Devices
  let incident: string

  beforeAll(async () => {
    ;[huce, browser, largeBrowser] = await Promise.all([
      startHuce(),
      startBrowser(),
      startBrowser({ args: ['--blink-settings=defaultFontSize=32'] }),
    ])
    usual = await devicesIn(browser)
    large = await devicesIn(largeBrowser)
    expect(await rootSize(usual.phone)).toBe(16)
    expect(await rootSize(large.phone)).toBe(32)
    await reportPowerCut(usual.phone)
    incident = new URL(usual.phone.url()).pathname.split('/').pop() ?? ''
  })
  afterAll(async () => {
    await Promise.all([browser?.close(), largeBrowser?.close()])
    await huce?.stop()
  })

  for (const theme of ['light', 'dark'] as const) {
    test(
      `WCAG 2.2 AA: given the ${theme} theme, axe finds nothing serious on any page`,
      async () => {
        await chooseTheme(usual, theme)
        const found: string[] = []
        await visitAll(usual, async (page, path) => {
          // What a bar at the foot covers for a moment while one scrolls is no target that cannot be hit.
          await showWhole(page)
          const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
          for (const { id, impact, nodes } of violations) {
            if (impact !== 'serious' && impact !== 'critical') continue
            found.push(`${path}: ${id} (${nodes.length}×) ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
          }
        })
        expect(found.join('\n')).toBe('')
      },
      EVERY_PAGE,
    )
  }

  test(
    'WCAG 1.4.4, 1.4.10: given Chinese, at 360 px and with text twice as large, no page has to be moved sideways',
    async () => {
      expect(await tooWide(usual)).toEqual([])
      expect(await tooWide(large)).toEqual([])
    },
    EVERY_PAGE,
  )

  test(
    'WCAG 1.4.4, 1.4.10: when English is chosen, every page is in English, stays so, and fits',
    async () => {
      for (const devices of [usual, large]) await chooseEnglish(devices)
      const mayBeChinese = [...(await namesOfPeople(huce)), ...PLACES_IN_THE_PLANS, '中文', '语言']
      const chinese = new Set<string>()
      const wide = await tooWide(usual, async (page, path) => {
        expect(await page.evaluate('document.documentElement.lang')).toBe('en')
        for (const text of await wordsOn(page)) {
          const rest = mayBeChinese.reduce((left, known) => left.replaceAll(known, ''), text)
          if (HAN.test(rest) && !rest.includes(WRITTEN)) chinese.add(`${path}: ${text}`)
        }
      })
      expect([...chinese]).toEqual([])
      expect([...wide, ...(await tooWide(large))]).toEqual([])
    },
    EVERY_PAGE,
  )

  async function devicesIn(on: Browser): Promise<Devices> {
    return {
      phone: await arrive(on, huce.url, CHIEF, PHONE),
      desk: await arrive(on, huce.url, COUNTY, DESK),
    }
  }

  async function visitAll(
    { phone, desk }: Devices,
    look: (page: Page, path: string) => Promise<void>,
  ): Promise<void> {
    for (const path of [...phonePaths(incident), '/choose']) {
      await open(phone, path)
      await look(phone, path)
    }
    for (const path of deskPaths(incident)) {
      await open(desk, path)
      await look(desk, path)
    }
  }

  /** Every page that is wider than its window. */
  async function tooWide(
    devices: Devices,
    look: (page: Page, path: string) => Promise<void> = async () => {},
  ): Promise<string[]> {
    const wide: string[] = []
    await visitAll(devices, async (page, path) => {
      await look(page, path)
      const over = await overflow(page)
      if (over > 0) wide.push(`${path}: ${over} px too wide, text of ${await rootSize(page)} px`)
    })
    return wide
  }
})

async function chooseTheme({ phone, desk }: Devices, theme: 'light' | 'dark'): Promise<void> {
  const name = shellWords[`settings.theme.${theme}`].zh
  await openSettings({ phone, desk })
  for (const page of [phone, desk]) {
    await page.getByRole('radio', { name }).check()
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe(theme)
  }
}

async function chooseEnglish({ phone, desk }: Devices): Promise<void> {
  await openSettings({ phone, desk })
  for (const page of [phone, desk]) await page.getByRole('radio', { name: 'English' }).check()
  await sees(phone, fieldWords['today.report'].en)
  await sees(desk, deskWords['need.title'].en)
}

/** Both devices speak Chinese still. */
async function openSettings({ phone, desk }: Devices): Promise<void> {
  await open(phone, '/')
  await phone.getByRole('button', { name: fieldWords['today.settings'].zh }).tap()
  await open(desk, '/desk')
  await desk.getByRole('button', { name: COUNTY }).first().click()
}

/** Opens a page and waits until it has come to rest with its words. */
async function open(page: Page, path: string): Promise<void> {
  const { width = 0 } = page.viewportSize() ?? {}
  await page.setViewportSize(width < 900 ? { width: 360, height: 780 } : { width: 1440, height: 900 })
  await page.goto(path)
  await page.getByText(shellWords['demo.line'].zh).or(page.getByText(shellWords['demo.line'].en)).waitFor()
  await page
    .getByText(/正在取|Fetching/)
    .first()
    .waitFor({ state: 'hidden' })
}

/** Makes the window as high as the page. */
async function showWhole(page: Page): Promise<void> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  const whole: number = await page.evaluate('document.documentElement.scrollHeight')
  await page.setViewportSize({ width, height: Math.max(height, whole) })
}

/** How many pixels stand out at the right of the window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}

function rootSize(page: Page): Promise<number> {
  return page.evaluate('Number.parseFloat(getComputedStyle(document.documentElement).fontSize)')
}

/** The texts in sight. */
function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const found = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      if (walker.currentNode.parentElement.checkVisibility()) found.push(walker.currentNode.data.trim())
    }
    return found
  })()`)
}

async function namesOfPeople(huce: Huce): Promise<string[]> {
  const { people } = (await (await fetch(`${huce.url}/api/demo/people`)).json()) as {
    people: { name: string }[]
  }
  return people.map(({ name }) => name)
}
