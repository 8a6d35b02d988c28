// One live stream per browser: eight tabs share it, hand it on when the tab that holds it closes, and where a proxy
// holds streams back the page asks by itself.

import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskWords } from '#core/words/desk.ts'
import { freePort } from '../process/server-process.fixture.ts'
import { startBrowser } from './chromium.fixture.ts'
import { type Huce, startHuce } from './huce.fixture.ts'
import { liveRow, reportPowerCut } from './reporting.fixture.ts'
import { arrive, CHIEF, COUNTY, DESK, newTab, PHONE, sees } from './visitor.fixture.ts'

const TABS = 8
const STREAMS = 'huce_open_streams'

describe('One live stream per browser', () => {
  let huce: Huce
  let browser: Browser
  let phone: Page
  const tabs: Page[] = []

  beforeAll(async () => {
    ;[huce, browser] = await Promise.all([startHuce(), startBrowser()])
    phone = await arrive(browser, huce.url, CHIEF, PHONE)
    const first = await arrive(browser, huce.url, COUNTY, DESK)
    tabs.push(first)
    while (tabs.length < TABS) tabs.push(await newTab(first.context(), '/desk'))
  })
  afterAll(async () => {
    await browser?.close()
    await huce?.stop()
  })

  /** The phone has one of its own. */
  const streamsOfTheDesk = async () => (await huce.metric(STREAMS)) - 1

  test('Live: given eight tabs, when an incident comes in, all eight show it over one stream', async () => {
    for (const tab of tabs) await sees(tab, deskWords['link.live'].zh)
    await expect.poll(streamsOfTheDesk).toBe(1)
    await reportPowerCut(phone)
    await Promise.all(tabs.map((tab) => liveRow(tab, '全校停电').first().waitFor()))
    expect(await streamsOfTheDesk()).toBe(1)
  })

  test('Live: when the tab that holds the stream closes, another takes over and the rest go on hearing', async () => {
    await tabs.shift()?.close()
    await expect.poll(streamsOfTheDesk, { timeout: 15_000 }).toBe(1)
    await phone.getByRole('link', { name: '返回' }).tap()
    await phone.getByRole('link', { name: '今天' }).tap()
    await reportPowerCut(phone)
    for (const tab of tabs)
      await expect.poll(() => liveRow(tab, '全校停电').count(), { timeout: 15_000 }).toBe(2)
  })

  test('Live: given a proxy that holds streams back, the page says that it asks every few seconds and shows what is new', async () => {
    const proxy = await bufferingProxy(huce.port)
    try {
      const behind = await arrive(browser, proxy.url, COUNTY, DESK)
      await sees(behind, deskWords['link.polling'].zh, 15_000)
      const before = await liveRow(behind, '全校停电').count()
      await phone.getByRole('link', { name: '返回' }).tap()
      await phone.getByRole('link', { name: '今天' }).tap()
      await reportPowerCut(phone)
      await expect.poll(() => liveRow(behind, '全校停电').count(), { timeout: 10_000 }).toBe(before + 1)
      await sees(behind, deskWords['link.polling'].zh)
      await behind.context().close()
    } finally {
      proxy.server.closeAllConnections()
      proxy.server.close()
    }
  })
})

/** Passes everything on at once but event streams, of which it hands out nothing before their end. */
async function bufferingProxy(to: number): Promise<{ url: string; server: Server }> {
  const port = await freePort()
  const server = createServer((asked: IncomingMessage, answer: ServerResponse) => {
    const onward = request(
      { host: '127.0.0.1', port: to, path: asked.url, method: asked.method, headers: asked.headers },
      (reply) => {
        if (String(reply.headers['content-type']).startsWith('text/event-stream')) {
          reply.resume()
          reply.on('end', () => answer.end())
          return
        }
        answer.writeHead(reply.statusCode ?? 502, reply.headers)
        reply.pipe(answer)
      },
    )
    onward.on('error', () => answer.destroy())
    answer.on('close', () => onward.destroy())
    asked.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${port}`, server }
}
