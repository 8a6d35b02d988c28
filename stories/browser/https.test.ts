// Over https under a name that is not this machine's own: Huce with a certificate of a test authority, made here and
// trusted by nobody else. Sign-in, report and live update as everywhere; the cookie never travels in the clear.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskWords } from '#core/words/desk.ts'
import { startBrowser } from './chromium.fixture.ts'
import { type Huce, startHuce } from './huce.fixture.ts'
import { liveRow, POWER_CUT, reportPowerCut } from './reporting.fixture.ts'
import { certificateFor } from './test-authority.fixture.ts'
import { arrive, CHIEF, COUNTY, DESK, PHONE, sees } from './visitor.fixture.ts'

const NAME = 'huce.example'

describe(`Over https under the name ${NAME}`, () => {
  let folder: string
  let huce: Huce
  let browser: Browser
  let phone: Page
  let desk: Page

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huce-tls-'))
    const made = await certificateFor(NAME)
    const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
    await writeFile(cert, made.chain)
    await writeFile(key, made.key, { mode: 0o600 })
    huce = await startHuce({
      https: { name: NAME, authority: made.authority },
      env: { HUCE_TLS_CERT: cert, HUCE_TLS_KEY: key },
    })
    browser = await startBrowser({
      args: [
        `--host-resolver-rules=MAP ${NAME} 127.0.0.1`,
        `--ignore-certificate-errors-spki-list=${made.fingerprint}`,
      ],
    })
    phone = await arrive(browser, huce.url, CHIEF, PHONE)
    desk = await arrive(browser, huce.url, COUNTY, DESK)
    await sees(desk, deskWords['link.live'].zh)
  })
  afterAll(async () => {
    await browser?.close()
    await huce?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test('Https: given the test authority, the page is a secure context and its cookie is HttpOnly, SameSite and Secure', async () => {
    expect(new URL(phone.url()).hostname).toBe(NAME)
    expect(await phone.evaluate('window.isSecureContext')).toBe(true)
    const cookies = await phone.context().cookies()
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) {
      expect(cookie).toMatchObject({ secure: true, httpOnly: true })
      expect(['Lax', 'Strict']).toContain(cookie.sameSite)
    }
  })

  test('Https: when the phone reports, the desk has it live', async () => {
    await reportPowerCut(phone)
    await liveRow(desk, POWER_CUT).waitFor({ timeout: 2_000 })
    await sees(desk, deskWords['link.live'].zh)
  })
})
