// The live stream as a browser reads it, over a real connection: events, heartbeat, resume, many tabs, and the end of a session.
// Which changes somebody hears is server/live.test.ts.

import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Change } from '#core/wire/view.ts'
import { COUNTY } from '../house.fixture.ts'
import { openTestHttp, type TestHttp } from './http.fixture.ts'

let http: TestHttp
let origin: string
let opened: Reader[] = []

beforeAll(async () => {
  http = await openTestHttp()
  await http.app.listen({ host: '127.0.0.1', port: 0 })
  origin = `http://127.0.0.1:${(http.app.server.address() as AddressInfo).port}`
})
afterEach(() => {
  for (const reader of opened) reader.stop()
  opened = []
})
afterAll(() => http?.close())

interface Message {
  readonly event: string
  readonly id?: string
  readonly data: unknown
}

interface Reader {
  readonly headers: Headers
  readonly messages: readonly Message[]
  /** The next message of this kind that was not asked for yet. */
  next(event: string): Promise<Message>
  /** Resolves when the server ended the stream. */
  ended: Promise<void>
  stop(): void
}

/** Reads the stream as EventSource does. */
async function follow(cookie: string, query = '', headers: Record<string, string> = {}): Promise<Reader> {
  const stopping = new AbortController()
  const answer = await fetch(`${origin}/api/changes${query}`, {
    headers: { cookie, ...headers },
    signal: stopping.signal,
  })
  expect(answer.status).toBe(200)
  const messages: Message[] = []
  const asked = new Map<string, number>()
  let arrived = (): void => {}
  const reading = (async () => {
    let text = ''
    for await (const bytes of answer.body ?? []) {
      text += Buffer.from(bytes).toString('utf8')
      const parts = text.split('\n\n')
      text = parts.pop() ?? ''
      for (const part of parts) {
        const fields = new Map(
          part.split('\n').map((line): [string, string] => {
            const at = line.indexOf(': ')
            return [line.slice(0, at), line.slice(at + 2)]
          }),
        )
        const event = fields.get('event')
        const id = fields.get('id')
        if (event === undefined) continue
        messages.push({
          event,
          data: JSON.parse(fields.get('data') ?? 'null'),
          ...(id === undefined ? {} : { id }),
        })
      }
      arrived()
    }
  })().catch(() => {
    // The test stopped reading.
  })
  const reader: Reader = {
    headers: answer.headers,
    messages,
    async next(event) {
      const nth = asked.get(event) ?? 0
      asked.set(event, nth + 1)
      for (;;) {
        const found = messages.filter((message) => message.event === event)[nth]
        if (found) return found
        await new Promise<void>((resolve) => {
          const before = arrived
          arrived = () => {
            before()
            resolve()
          }
        })
      }
    },
    ended: reading,
    stop: () => stopping.abort(),
  }
  opened.push(reader)
  return reader
}

/** Reports through the same house as the server, so that it is told at once. */
async function report(): Promise<string> {
  const stream = await http.test.report(http.test.actor('chief-invigilator'))
  http.live.committed()
  return stream.id
}

const streamOf = (message: Message) => (message.data as Change).stream

describe('GET /api/changes', () => {
  test('corridor: a stream shows at once that it is through, and tells proxies to let it pass', async () => {
    const reader = await follow(await http.signIn('county-office', COUNTY))
    await reader.next('beat')
    expect(Object.fromEntries(reader.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    })
  })

  test('corridor: a report arrives with its row, and its id resumes after it', async () => {
    const cookie = await http.signIn('county-office', COUNTY)
    const reader = await follow(cookie)
    await reader.next('beat')
    const first = await report()
    const message = await reader.next('change')
    expect(message.data).toMatchObject({
      kind: 'incident',
      stream: first,
      token: message.id,
      row: { id: first },
    })
    reader.stop()
    const missed = await report()
    for (const again of [
      await follow(cookie, `?after=${message.id}`),
      // EventSource comes again with the address it began with; the id it heard last goes before.
      await follow(cookie, '?after=1.0.0', { 'last-event-id': message.id ?? '' }),
    ]) {
      expect(streamOf(await again.next('change'))).toBe(missed)
      expect(again.messages.some((one) => one.event === 'reload')).toBe(false)
    }
  })

  test('corridor: a token of another epoch means loading afresh, and the stream goes on', async () => {
    const reader = await follow(await http.signIn('county-office', COUNTY), '?after=0.5.5')
    const { data, id } = await reader.next('reload')
    expect(data).toEqual({ token: id })
    const next = await report()
    expect(streamOf(await reader.next('change'))).toBe(next)
  })

  test('corridor: a heartbeat each 15 s carries how far everything was told', async () => {
    const reader = await follow(await http.signIn('county-office', COUNTY))
    await reader.next('beat')
    const { id: told } = await (async () => {
      await report()
      return reader.next('change')
    })()
    http.beat()
    const beat = await reader.next('beat')
    expect(beat.data).toEqual({ token: beat.id })
    const positionIn = (token = '') => token.split('.').map(Number)[2] ?? 0
    expect(positionIn(beat.id)).toBeGreaterThanOrEqual(positionIn(told))
  })

  test('corridor: eight tabs of one session all hear, and the ninth does not silence the first', async () => {
    const cookie = await http.signIn('county-office', COUNTY)
    const tabs = await Promise.all(Array.from({ length: 9 }, () => follow(cookie)))
    await Promise.all(tabs.map((tab) => tab.next('beat')))
    const id = await report()
    const heard = await Promise.all(tabs.map((tab) => tab.next('change')))
    expect(heard.map(streamOf)).toEqual(tabs.map(() => id))
  })

  test('corridor: of very many streams of one session the oldest makes room', async () => {
    const cookie = await http.signIn('county-office', COUNTY)
    const tabs: Reader[] = []
    for (let n = 0; n < 17; n++) tabs.push(await follow(cookie))
    await tabs[0]?.ended
    const id = await report()
    expect(streamOf((await tabs[16]?.next('change')) ?? { event: '', data: {} })).toBe(id)
  })
})

describe('the end of a session', () => {
  test('corridor: signing out ends its streams at once, also those of another tab', async () => {
    const cookie = await http.signIn('county-office', COUNTY)
    const [one, other] = [await follow(cookie), await follow(cookie)]
    const stays = await follow(await http.signIn('county-office', COUNTY))
    const answer = await http.ask('POST', '/api/sign-out', { cookie, body: {} })
    expect(answer.statusCode).toBe(204)
    expect(answer.headers['set-cookie']).toMatch(/^huce=;/)
    await Promise.all([one.ended, other.ended])
    expect((await http.ask('GET', '/api/me', { cookie })).statusCode).toBe(401)
    const id = await report()
    expect(streamOf(await stays.next('change'))).toBe(id)
  })

  test('corridor: revoking a person ends all sessions', async () => {
    const actor = http.test.actor('county-patrol', COUNTY)
    const cookies = [await http.signIn('county-patrol', COUNTY), await http.signIn('county-patrol', COUNTY)]
    const readers = await Promise.all(cookies.map((cookie) => follow(cookie)))
    await http.identity.revokeAll(actor.person)
    await Promise.all(readers.map((reader) => reader.ended))
    for (const cookie of cookies) expect((await http.ask('GET', '/api/me', { cookie })).statusCode).toBe(401)
  })

  test('corridor: a session that was used up ends its stream at the next heartbeat', async () => {
    const cookie = await http.signIn('county-office', COUNTY)
    const reader = await follow(cookie)
    await http.test.owner(
      "update session set expires_at = clock_timestamp() - interval '1 second' where revoked_at is null",
    )
    http.beat()
    await reader.ended
  })

  test('C1: a post that was given up ends its stream', async () => {
    const actor = http.test.actor('province-inspector', '00/99')
    const reader = await follow(await http.signIn('province-inspector', '00/99'))
    await reader.next('beat')
    const administrator = { ...http.test.actor('system-administrator', COUNTY), unit: '00/99' }
    const [row] = await http.test.owner<{ assignment: string }>(
      'select assignment from assignment_row where person = $1',
      [actor.person],
    )
    const answer = await http.test.give(
      administrator,
      'EndAssignment',
      { to: (await http.test.now()) - 1000, reason: '换人' },
      { kind: 'assignment', id: row?.assignment ?? '' },
    )
    expect(answer).toHaveProperty('accepted')
    http.live.committed()
    await reader.ended
  })
})

describe('GET /api/changes/poll', () => {
  test('corridor: where streams are held back, asking now and then brings the same', async () => {
    const cookie = await http.signIn('county-office', COUNTY)
    const poll = async (token?: string) =>
      (
        await http.ask('GET', `/api/changes/poll${token === undefined ? '' : `?after=${token}`}`, { cookie })
      ).json<{
        token: string
        changes: Change[]
        reload?: true
      }>()
    const begun = await poll()
    expect(begun).toEqual({ token: expect.any(String), changes: [], reload: true })
    expect(await poll(begun.token)).toEqual({ token: begun.token, changes: [] })
    const id = await report()
    const incidents = async () =>
      (await poll(begun.token)).changes.flatMap(({ kind, stream }) => (kind === 'incident' ? stream : []))
    await expect.poll(incidents).toEqual([id])
    const { token } = await poll(begun.token)
    expect((await poll(token)).changes).toEqual([])
  })
})

describe('stopping', () => {
  test('corridor: closing the server ends its streams', async () => {
    const own = await openTestHttp()
    await own.app.listen({ host: '127.0.0.1', port: 0 })
    const before = origin
    origin = `http://127.0.0.1:${(own.app.server.address() as AddressInfo).port}`
    const reader = await follow(await own.signIn('county-office', COUNTY))
    origin = before
    await reader.next('beat')
    await own.close()
    await reader.ended
  })
})
