// Pictures of every screen for people to look at: `npm run look` starts a Huce, lets a morning happen in it, and writes
// .pictures/ at 360 and 1440 px, light, dark and in English. Says which pages run off the side. Nothing is judged here.
// What happens on the morning is look-morning.ts, which screens are taken look-shots.ts.

import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { startBrowser } from './browser/chromium.fixture.ts'
import { startHuce } from './browser/huce.fixture.ts'
import { reportPowerCut } from './browser/reporting.fixture.ts'
import { morning } from './look-morning.ts'
import {
  busyDeskShots,
  busyPhoneShots,
  deskShots,
  leadShots,
  phoneShots,
  type Shot,
  sentShots,
} from './look-shots.ts'

const PICTURES = fileURLToPath(new URL('../.pictures/', import.meta.url))
/** Has the machine's Chinese fonts; the browser from npm has none and leaves gaps. */
const SYSTEM_BROWSER = '/usr/bin/chromium'

const STYLES = [
  { name: 'light', theme: 'light', lang: 'zh-CN' },
  { name: 'dark', theme: 'dark', lang: 'zh-CN' },
  { name: 'en', theme: 'light', lang: 'en' },
] as const

await look()

async function look(): Promise<void> {
  const huce = await startHuce()
  const browser = await startBrowser(existsSync(SYSTEM_BROWSER) ? { executablePath: SYSTEM_BROWSER } : {})
  try {
    await rm(PICTURES, { recursive: true, force: true })
    const people = await morning(browser, huce)
    await picture(people.stranger, 'phone', [{ name: '00-choose', path: '/choose' }])
    await picture(people.wideStranger, 'desk', [{ name: '00-choose', path: '/choose' }])
    await picture(people.chief, 'phone', [...phoneShots(people.incident), ...busyPhoneShots(people.busy)])
    await picture(people.principal, 'phone-principal', [
      { name: '01-today', path: '/', whole: true },
      { name: '05-incident', path: `/incidents/${people.incident}`, whole: true },
      ...busyPhoneShots(people.busy),
    ])
    await picture(people.elsewhere, 'phone-elsewhere', sentShots)
    await picture(people.county, 'desk', [...deskShots(people.incident), ...busyDeskShots(people.busy)])
    await picture(people.lead, 'desk-lead', leadShots)
    for (const [page, folder] of [
      [people.province, 'desk-province'],
      [people.nation, 'desk-nation'],
    ] as const) {
      await picture(page, folder, [
        { name: '09-desk', path: '/desk' },
        { name: '09-incident', path: `/desk/incidents/${people.incident}` },
        { name: '16-wall', path: '/desk/wall' },
        { name: '20-orders', path: '/desk/orders' },
      ])
    }
    await withoutNetwork(people.chief)
  } finally {
    await browser.close()
    await huce.stop()
  }
}

async function picture(page: Page, folder: string, shots: readonly Shot[]): Promise<void> {
  for (const { name, theme, lang } of STYLES) {
    await dress(page, theme, lang)
    for (const shot of shots) await shoot(page, `${folder}-${name}`, shot)
  }
}

/** As the settings keep it. */
async function dress(page: Page, theme: string, lang: string): Promise<void> {
  await page.goto('/choose')
  await page.evaluate(
    `localStorage.setItem('huce.theme', '${theme}'); localStorage.setItem('huce.lang', '${lang}')`,
  )
}

async function shoot(page: Page, folder: string, { name, path, before, whole = false }: Shot): Promise<void> {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  await before?.(page)
  await page
    .getByText(/正在取|Fetching/)
    .first()
    .waitFor({ state: 'hidden' })
  await capture(page, folder, name, whole)
}

async function capture(page: Page, folder: string, name: string, whole: boolean): Promise<void> {
  // Things that fade in have come to rest.
  await page.evaluate('Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})))')
  const size = page.viewportSize()
  if (whole && size) {
    // Bars at the foot stand once, at the end of the page.
    const height: number = await page.evaluate('document.documentElement.scrollHeight')
    await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) })
  }
  await mkdir(join(PICTURES, folder), { recursive: true })
  await page.screenshot({ path: join(PICTURES, folder, `${name}.png`) })
  if (size) await page.setViewportSize(size)
  const over: number = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  if (over > 0) console.info(`${folder}/${name}: ${over} px too wide`)
}

/** Screen 10 and what the others look like while a report waits for the network. */
async function withoutNetwork(page: Page): Promise<void> {
  await dress(page, 'light', 'zh-CN')
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await reportPowerCut(page)
  await capture(page, 'phone-offline', '05-incident-waiting', true)
  await page.getByRole('link', { name: /待发/ }).first().tap()
  await page.waitForURL('**/outbox')
  await capture(page, 'phone-offline', '10-outbox', false)
}
