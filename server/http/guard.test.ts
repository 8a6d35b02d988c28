// What holds for every request: safe headers and cookies, no requests from other sites, a limit on failing sign-ins, logs without
// personal data. And what those who look after the server ask.

import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '#core/wire/problem.ts'
import { COUNTY } from '../house.fixture.ts'
import { openTestHttp, type TestHttp } from './http.fixture.ts'

let http: TestHttp
let isReady = true

beforeAll(async () => {
  http = await openTestHttp({ ready: async () => isReady })
})
afterAll(() => http?.close())

describe('other sites', () => {
  test.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://elsewhere.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:4600' }, 204],
    [{ 'sec-fetch-site': 'none' }, 204],
    [{ origin: 'http://127.0.0.1:4600' }, 204],
    [{ origin: 'http://localhost:80', host: 'localhost:80' }, 204],
    [{}, 204],
  ])('corridor: a request with %j that would change something gets %i', async (headers, status) => {
    const answer = await http.ask('POST', '/api/sign-out', {
      body: {},
      headers: headers as Record<string, string>,
    })
    expect(answer.statusCode).toBe(status)
    if (status === 403) expect(answer.json<Problem>().code).toBe('origin.foreign')
  })

  test('corridor: reading needs no such word', async () => {
    const answer = await http.ask('GET', '/api/state', { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(answer.statusCode).toBe(200)
  })

  test('corridor: every answer tells the browser to run only our own scripts and to stay out of frames', async () => {
    for (const url of ['/api/state', '/api/me', '/nowhere', '/api/docs', '/healthz']) {
      const { headers } = await http.ask('GET', url)
      const policy = String(headers['content-security-policy'])
      expect(policy, url).toContain("default-src 'self'")
      expect(policy, url).toContain("frame-ancestors 'none'")
      expect(policy, url).not.toContain('script-src')
      expect(headers, url).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
      })
    }
  })
})

describe('the session cookie', () => {
  const actor = () => http.test.actor('chief-invigilator')
  const cookieOf = async (own: TestHttp, headers: Record<string, string> = {}) => {
    const { person, post } = own.test.actor('chief-invigilator')
    const answer = await own.ask('POST', '/api/demo/sign-in', { body: { person, post }, headers })
    return { cookie: String(answer.headers['set-cookie']), headers: answer.headers }
  }

  test('corridor: no script can read it, no other site can send it', async () => {
    const { cookie } = await cookieOf(http)
    expect(cookie).toMatch(/^huce=[\w-]{43}; /)
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    expect(cookie).not.toContain('Secure')
  })

  test('corridor: over https it never travels without', async () => {
    const settings = { host: '127.0.0.1', port: 0, publicUrl: 'https://huce.example', trustProxy: true }
    const behind = await openTestHttp({ settings })
    const { cookie, headers } = await cookieOf(behind, { 'x-forwarded-proto': 'https' })
    expect(cookie).toContain('Secure')
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
    await behind.close()
  })

  test('corridor: whoever signs in anew leaves no session behind', async () => {
    const first = await http.signIn('chief-invigilator')
    const { person } = actor()
    await http.ask('POST', '/api/demo/sign-in', { cookie: first, body: { person } })
    expect((await http.ask('GET', '/api/me', { cookie: first })).statusCode).toBe(401)
  })

  test('corridor: who fails too often waits, and is told how long', async () => {
    const own = await openTestHttp()
    const statuses: number[] = []
    for (let n = 0; n < 21; n++) {
      statuses.push((await own.ask('POST', '/api/sign-in', { body: { slip: `WRONG-${n}` } })).statusCode)
    }
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 403), 429])
    const answer = await own.ask('POST', '/api/sign-in', { body: { slip: 'WRONG' } })
    expect(answer.json<Problem>()).toMatchObject({ code: 'too-many-tries', status: 429 })
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    await own.close()
  })
})

describe('a real house', () => {
  test('corridor: there is no demonstration to sign in to', async () => {
    const real = await openTestHttp({ demo: false })
    const { person } = real.test.actor('chief-invigilator')
    for (const answer of [
      await real.ask('POST', '/api/demo/sign-in', { body: { person } }),
      await real.ask('GET', '/api/demo/people'),
    ]) {
      expect([answer.statusCode, answer.json<Problem>().code]).toEqual([404, 'route.unknown'])
    }
    expect((await real.ask('GET', '/api/state')).json()).toEqual({ demo: false, version: '0.0.0' })
    expect((await real.ask('GET', '/api/openapi.json')).body).not.toContain('/api/demo')
    await real.close()
  })
})

describe('the kit', () => {
  test('corridor: a device that has it gets nothing again, another person gets his own', async () => {
    const cookie = await http.signIn('chief-invigilator')
    const first = await http.ask('GET', '/api/kit', { cookie })
    expect(first.headers['cache-control']).toBe('private, no-cache')
    const headers = { 'if-none-match': String(first.headers.etag) }
    const again = await http.ask('GET', '/api/kit', { cookie, headers })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    const desk = await http.signIn('county-office', COUNTY)
    expect((await http.ask('GET', '/api/kit', { cookie: desk, headers })).statusCode).toBe(200)
  })

  test('corridor: it is packed for browsers that can unpack it, to a quarter at the most', async () => {
    const cookie = await http.signIn('chief-invigilator')
    const plain = await http.ask('GET', '/api/kit', { cookie })
    const ways = { 'gzip, deflate, br': brotliDecompressSync, gzip: gunzipSync, 'br;q=0, gzip': gunzipSync }
    for (const [accepted, unpack] of Object.entries(ways)) {
      const packed = await http.ask('GET', '/api/kit', { cookie, headers: { 'accept-encoding': accepted } })
      expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 4)
      const { asOf: _, ...kit } = JSON.parse(unpack(packed.rawPayload).toString('utf8'))
      const { asOf: __, ...same } = plain.json()
      expect(kit).toEqual(same)
    }
  })
})

describe('looking after it', () => {
  test('corridor: healthz says 200 when ready and 503 when not', async () => {
    expect((await http.ask('GET', '/healthz')).json()).toEqual({ ready: true })
    isReady = false
    const answer = await http.ask('GET', '/healthz')
    isReady = true
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([503, 'not-ready'])
    expect(answer.headers['retry-after']).toBe('2')
  })

  test('corridor: metrics count requests by pattern, acts by outcome, streams and the place in the ledger', async () => {
    const cookie = await http.signIn('chief-invigilator')
    await http.ask('GET', '/api/incidents/99-some-incident', { cookie })
    const { body, headers } = await http.ask('GET', '/metrics')
    expect(headers['content-type']).toContain('text/plain')
    for (const name of [
      'huce_http_request_seconds_count{method="GET",route="/api/incidents/:id",status="404"}',
      'huce_act_seconds',
      'huce_deadlines_fired_total',
      'huce_deadline_lateness_seconds',
      'huce_open_streams 0',
    ])
      expect(body).toContain(name)
    expect(body).toMatch(/huce_ledger_position [1-9]\d*/)
    expect(body).not.toContain('99-some-incident')
  })

  test('corridor: the log holds neither persons nor tokens nor what was written', async () => {
    const cookie = await http.signIn('chief-invigilator')
    const { person, post } = http.test.actor('chief-invigilator')
    const stream = { kind: 'incident', id: '99-secret-incident' }
    const command = {
      id: crypto.randomUUID(),
      post,
      stream,
      type: 'SendMessage',
      data: { words: '秘密' },
      madeAt: 0,
    }
    await http.ask('POST', '/api/commands', { cookie, body: { commands: [command] } })
    await http.ask('GET', '/api/changes/poll?after=1.23.45', { cookie })
    const log = http.lines.join('')
    for (const line of log.trim().split('\n'))
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) })
    expect(log).toContain('"route":"/api/commands"')
    for (const word of [person, cookie.slice(5), '秘密', '99-secret-incident', '1.23.45', '127.0.0.1'])
      expect(log).not.toContain(word)
  })

  test('corridor: a fault of ours is said without its inside, with a number to find it by', async () => {
    const broken = await openTestHttp({
      see: {
        ...http.test.house.see,
        incidents: () => Promise.reject(new Error('relation "incident_row" does not exist')),
        overview: () => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })),
      },
    })
    const cookie = await broken.signIn('chief-invigilator')
    const answer = await broken.ask('GET', '/api/incidents', { cookie })
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([500, 'internal'])
    expect(answer.body).not.toMatch(/relation|incident_row|\.ts/)
    expect(answer.json<Problem>().detail).toContain(String(answer.headers['x-request-id']))
    expect(broken.lines.join('')).toContain('incident_row')
    const away = await broken.ask('GET', '/api/overview', { cookie })
    expect([away.statusCode, away.json<Problem>().code]).toEqual([503, 'not-ready'])
    await broken.close()
  })
})
