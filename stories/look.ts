// Pictures of every screen for people to look at: `npm run look` starts a Huce, lets a morning happen in it, and writes
// .pictures/ at 360 and 1440 px, light, dark and in English. Says which pages run off the side. Nothing is judged here.

import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { actWords } from '#core/words/act.ts'
import { deskWords } from '#core/words/desk.ts'
import { fieldWords } from '#core/words/field.ts'
import { startBrowser } from './browser/chromium.fixture.ts'
import { type Huce, startHuce } from './browser/huce.fixture.ts'
import { inHand, liveRow, POWER_CUT, report, reportPowerCut } from './browser/reporting.fixture.ts'
import {
  arrive,
  CHIEF,
  COUNTY,
  DESK,
  newDevice,
  PHONE,
  PRINCIPAL,
  PROVINCE,
} from './browser/visitor.fixture.ts'

const PICTURES = fileURLToPath(new URL('../.pictures/', import.meta.url))
/** Has the machine's Chinese fonts; the browser from npm has none and leaves gaps. */
const SYSTEM_BROWSER = '/usr/bin/chromium'

interface Shot {
  readonly name: string
  readonly path: string
  /** What is done on the page before it is taken. */
  readonly before?: (page: Page) => Promise<void>
  /** The whole page, not only what is in sight. */
  readonly whole?: boolean
}

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
    await picture(people.chief, 'phone', phoneShots(people.incident))
    await picture(people.principal, 'phone-principal', [
      { name: '01-today', path: '/', whole: true },
      { name: '05-incident', path: `/incidents/${people.incident}`, whole: true },
    ])
    await picture(people.county, 'desk', deskShots(people.incident))
    await picture(people.province, 'desk-province', [
      { name: '09-desk', path: '/desk' },
      { name: '16-wall', path: '/desk/wall' },
    ])
    await withoutNetwork(people.chief)
  } finally {
    await browser.close()
    await huce.stop()
  }
}

interface People {
  readonly chief: Page
  readonly principal: Page
  readonly county: Page
  readonly province: Page
  readonly stranger: Page
  readonly wideStranger: Page
  /** The power cut: taken over, asked about and answered. */
  readonly incident: string
}

/** A morning with incidents in several states: one late, one answered, two new at other schools. */
async function morning(browser: Browser, huce: Huce): Promise<People> {
  const at = (name: string, device: BrowserContextOptions) => arrive(browser, huce.url, name, device)
  const chiefs = await chiefsAt(huce, ['北街小学', '第一中学', '柳林中学'])
  const [first, ...others] = await Promise.all(chiefs.map((name) => at(name, PHONE)))
  if (first) await report(first, '学生突发疾病')
  await huce.moveClock(12)
  const chief = await at(CHIEF, PHONE)
  await reportPowerCut(chief)
  const incident = new URL(chief.url()).pathname.split('/').pop() ?? ''
  const [principal, county, province] = await Promise.all([
    at(PRINCIPAL, PHONE),
    at(COUNTY, DESK),
    at(PROVINCE, DESK),
  ])
  await liveRow(county, POWER_CUT).click()
  await inHand(county).getByRole('button', { name: deskWords['composer.acknowledge'].zh }).click()
  await principal.goto(`/incidents/${incident}`)
  await principal.getByRole('button', { name: actWords['act.ask'].zh, exact: true }).tap()
  const sheet = principal.getByRole('dialog')
  await sheet.getByLabel(actWords['Ask.question'].zh).fill('停电 10 分钟了，要不要先停测？')
  await sheet.getByRole('button', { name: actWords['deed.Ask'].zh, exact: true }).tap()
  const words = inHand(county).getByLabel(deskWords['composer.label.answer'].zh, { exact: true })
  await words.fill('先停测，学生原位等候，来电后断点续测，停多久补多久。')
  await inHand(county).getByRole('button', { name: deskWords['composer.answer'].zh }).click()
  await principal.getByRole('button', { name: fieldWords['incident.comply'].zh }).waitFor()
  for (const [nth, situation] of ['个别学生缺测', '学生情绪波动'].entries()) {
    const page = others[nth]
    if (page) await report(page, situation)
  }
  return {
    chief,
    principal,
    county,
    province,
    stranger: await newDevice(browser, huce.url, PHONE),
    wideStranger: await newDevice(browser, huce.url, DESK),
    incident,
  }
}

/** The chief invigilators of some schools, by name. */
async function chiefsAt(huce: Huce, schools: readonly string[]): Promise<string[]> {
  const { people } = (await (await fetch(`${huce.url}/api/demo/people`)).json()) as {
    people: { name: string; postKind: string; unitName: { zh: string } }[]
  }
  return people
    .filter(({ postKind, unitName }) => postKind === 'chief-invigilator' && schools.includes(unitName.zh))
    .map(({ name }) => name)
}

function phoneShots(incident: string): readonly Shot[] {
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

function deskShots(incident: string): readonly Shot[] {
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
  ]
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
