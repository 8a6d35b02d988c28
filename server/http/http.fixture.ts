// The HTTP server on a small house, for tests: signing people in, asking, and a clock for heartbeats that the test turns.
// Test-only.

import type { LightMyRequestResponse } from 'fastify'
import { openTestHouse, type TestHouse, type TestHouseOptions } from '../house.fixture.ts'
import { type Identity, openIdentity } from '../identity/identity.ts'
import { type Live, openLive } from '../live.ts'
import { openMetrics } from '../metrics.ts'
import type { House } from '../open-house.ts'
import type { App, HttpHouse } from './door.ts'
import { openHttp } from './http.ts'

export interface TestHttp {
  readonly test: TestHouse
  readonly app: App
  readonly live: Live
  readonly identity: Identity
  /** Lines of the log so far. */
  readonly lines: readonly string[]
  /** Signs whoever holds `postKind` at `unit`, or stands in for him, in; answers with the cookie header. */
  signIn(postKind: string, unit?: string, who?: 'holder' | 'substitute'): Promise<string>
  ask(method: 'GET' | 'POST' | 'PUT', url: string, more?: Asking): Promise<LightMyRequestResponse>
  /** Rows of the ledger, and of answers kept: nothing else says that something was stored. */
  stored(): Promise<string>
  /** Lets the heartbeat's time pass. */
  beat(): void
  close(): Promise<void>
}

interface Asking {
  readonly cookie?: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

export async function openTestHttp(
  more: Partial<HttpHouse> = {},
  houseMore: TestHouseOptions = {},
): Promise<TestHttp> {
  const test = await openTestHouse(houseMore)
  let committed = (): void => {}
  const house: House = await test.openAnother({ committed: () => committed() })
  const fail = (error: unknown): void => {
    lines.push(String(error))
  }
  const lines: string[] = []
  const beats: (() => void)[] = []
  const live = await openLive({ db: house.db, see: house.see, onError: fail })
  committed = live.committed
  const identity = openIdentity({ db: house.db, plans: house.plans, plan: test.plan, mode: 'demo' })
  const app = await openHttp({
    act: house.act,
    see: house.see,
    editions: house.editions,
    files: house.files,
    identity,
    live,
    settings: { host: '127.0.0.1', port: 0, publicUrl: 'http://127.0.0.1:4600', trustProxy: false },
    demo: true,
    version: '0.0.0',
    webFolder: undefined,
    ready: async () => true,
    metrics: openMetrics({ live }),
    log: { level: 'info', stream: { write: (line) => lines.push(line) } },
    every: (_ms, work) => {
      beats.push(work)
      return () => {}
    },
    ...more,
  })

  return {
    test,
    app,
    live,
    identity,
    lines,
    async signIn(postKind, unit, who) {
      const actor = test.actor(postKind, unit, who)
      const answer = await app.inject({
        method: 'POST',
        url: '/api/demo/sign-in',
        payload: { person: actor.person, post: actor.post },
      })
      const [cookie] = answer.cookies
      if (!cookie) throw new Error(`${actor.person} could not sign in: ${answer.body}`)
      return `${cookie.name}=${cookie.value}`
    },
    ask: (method, url, { cookie, body, headers } = {}) =>
      app.inject({
        method,
        url,
        headers: { ...(cookie === undefined ? {} : { cookie }), ...headers },
        ...(body === undefined ? {} : { payload: body as object | string }),
      }),
    async stored() {
      const [row] = await test.owner<{ events: string; answers: string }>(
        'select (select count(*) from ledger)::text as events, (select count(*) from command_seen)::text as answers',
      )
      return `${row?.events} events, ${row?.answers} answers`
    },
    beat: () => {
      for (const work of beats) work()
    },
    async close() {
      await app.close()
      await live.close()
      await house.close()
      await test.close()
    },
  }
}
