// Somebody who came in by the demonstration's door and speaks HTTP to one server: asks, reports, and follows its live stream.
// No browser; what a browser does with the answers is told by the stories about screens.

import { randomUUID } from 'node:crypto'
import type { CommandsAnswer, SentCommand } from '#core/wire/command.ts'
import type { Change, DemoPerson, IncidentList, Kit, Me } from '#core/wire/view.ts'
import { until } from './until.fixture.ts'

export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: unknown
}

export interface Visitor {
  readonly url: string
  readonly cookie: string
  readonly me: Me
  get(path: string): Promise<Answer>
  post(path: string, body: unknown): Promise<Answer>
  /** Fetches JSON. @throws Error unless it was 200 */
  load<T>(path: string): Promise<T>
  /** A report of a power cut at the visitor's unit, not sent yet. */
  report(more?: Partial<SentCommand>, data?: Record<string, unknown>): SentCommand
  send(...commands: SentCommand[]): Promise<Answer>
  /** Follows the live stream from now on. */
  follow(): Promise<LiveStream>
  /** The same session at another process. */
  at(url: string): Visitor
}

export interface LiveStream {
  /** In the order in which they came, with the moment each came at (performance.now). */
  readonly heard: readonly { readonly change: Change; readonly at: number }[]
  /** How often a change of this thing came. */
  times(stream: string): number
  close(): void
}

/** Somebody's post in the demonstration, as `postKind` or `postKind` and the last part of the unit's path. */
export async function findDemoPerson(url: string, postKind: string, unitEnd = ''): Promise<DemoPerson> {
  const answer = await ask(url, '', 'GET', '/api/demo/people')
  const { people } = answer.body as { people: DemoPerson[] }
  const found = people.find((one) => one.postKind === postKind && one.unit.endsWith(unitEnd))
  if (!found) throw new Error(`nobody in the demonstration is ${postKind} at …${unitEnd}`)
  return found
}

/** Signs in as somebody who holds this post. */
export async function visit(url: string, postKind: string, unitEnd?: string): Promise<Visitor> {
  const { person } = await findDemoPerson(url, postKind, unitEnd)
  const response = await fetch(`${url}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
  })
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (response.status !== 200 || cookie === undefined) {
    throw new Error(`sign-in as ${postKind} failed: ${response.status} ${await response.text()}`)
  }
  const me = (await response.json()) as Me
  const { body: kit } = await ask(url, cookie, 'GET', '/api/kit')
  return visitorAt(url, cookie, me, (kit as Kit).plan.hash)
}

function visitorAt(url: string, cookie: string, me: Me, plan: string): Visitor {
  const post = (path: string, body: unknown) => ask(url, cookie, 'POST', path, JSON.stringify(body))
  return {
    url,
    cookie,
    me,
    get: (path) => ask(url, cookie, 'GET', path),
    post,
    async load<T>(path: string) {
      const { status, body } = await ask(url, cookie, 'GET', path)
      if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`)
      return body as T
    },
    report: (more = {}, data = {}) => ({
      id: randomUUID(),
      post: me.post.id,
      stream: { kind: 'incident', id: `99-${randomUUID()}` },
      type: 'Report',
      data: {
        unit: me.post.unit,
        campaign: me.campaign.id,
        plan,
        scenario: 'power-cut',
        stated: {},
        discoveredAt: me.now,
        ...data,
      },
      madeAt: me.now,
      ...more,
    }),
    send: (...commands) => post('/api/commands', { commands }),
    follow: () => follow(url, cookie),
    at: (other) => visitorAt(other, cookie, me, plan),
  }
}

/** One request and its whole answer. JSON is read, anything else is given as text. */
export async function ask(
  url: string,
  cookie: string,
  method: string,
  path: string,
  body?: string,
  headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' },
): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { ...(body === undefined ? {} : headers), ...(cookie === '' ? {} : { cookie }) },
    ...(body === undefined ? {} : { body }),
    redirect: 'manual',
  })
  const text = await response.text()
  const type = response.headers.get('content-type') ?? ''
  return { status: response.status, type, body: type.includes('json') ? JSON.parse(text) : text }
}

/** The answers of an accepted list. @throws Error with what the server said */
export function acceptedOf(answer: Answer): CommandsAnswer['answers'] {
  if (answer.status !== 200) throw new Error(`not accepted: ${answer.status} ${JSON.stringify(answer.body)}`)
  return (answer.body as CommandsAnswer).answers
}

async function follow(url: string, cookie: string): Promise<LiveStream> {
  const { token } = (await ask(url, cookie, 'GET', '/api/incidents?state=all')).body as IncidentList
  const stop = new AbortController()
  const response = await fetch(`${url}/api/changes?after=${encodeURIComponent(token)}`, {
    headers: { cookie, accept: 'text/event-stream' },
    signal: stop.signal,
  })
  if (response.status !== 200 || !response.body) throw new Error(`no live stream: ${response.status}`)
  const heard: { change: Change; at: number }[] = []
  let open = false
  const reading = (async (body: ReadableStream<Uint8Array>) => {
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of body) {
      open = true
      text += decoder.decode(chunk, { stream: true })
      const messages = text.split('\n\n')
      text = messages.pop() ?? ''
      for (const message of messages) {
        const change = changeIn(message)
        if (change) heard.push({ change, at: performance.now() })
      }
    }
  })(response.body)
  // Ends by abort, or because the server was killed: both are part of a story.
  reading.catch(() => {})
  await until('the live stream says hello', () => open)
  return {
    heard,
    times: (stream) => heard.filter(({ change }) => change.stream === stream).length,
    close: () => stop.abort(),
  }
}

/** The change that a message of the stream carries; beats and comments carry none. */
function changeIn(message: string): Change | undefined {
  const lines = message.split('\n')
  if (!lines.includes('event: change')) return undefined
  const data = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice(5).trimStart())
  return JSON.parse(data.join('\n')) as Change
}
