// Bad input on every route that the API describes: always problem+json with a status that says whose fault it is, never a
// fault of ours, and nothing stored.

import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Problem } from '#core/wire/problem.ts'
import { commandsOf, describedRoutes, type Route, sampleOf, spoiltCopies } from './described-api.fixture.ts'
import { embeddedOwnerUrl, type Ledger, openLedger } from './ledger.fixture.ts'
import { privateFolder, removeFolder, type ServerProcess, startServer } from './server-process.fixture.ts'
import { type Answer, acceptedOf, ask, type Visitor, visit } from './visitor.fixture.ts'

const UNKNOWN = '99-00000000-0000-4000-8000-000000000000'
const BODY_LIMIT = 256 * 1024

describe('bad input', () => {
  let folder: string
  let server: ServerProcess
  let ledger: Ledger
  let routes: readonly Route[]
  /** Of one school, where an incident is open; and of the next, whose incident is none of his business. */
  let chief: Visitor
  let neighbour: Visitor
  let own: string
  let foreign: string
  let before: Awaited<ReturnType<Ledger['size']>>

  beforeAll(async () => {
    folder = privateFolder()
    server = await startServer({ cwd: folder, env: { HUCE_DATA: join(folder, 'data') } })
    ledger = openLedger(embeddedOwnerUrl(join(folder, 'data')))
    routes = await describedRoutes(server.url)
    chief = await visit(server.url, 'chief-invigilator', '01')
    neighbour = await visit(server.url, 'chief-invigilator', '02')
    own = await reportOf(chief)
    foreign = await reportOf(neighbour)
  })
  afterAll(async () => {
    await removeFolder(folder)
    await ledger.close()
  })
  beforeEach(async () => {
    before = await ledger.size()
  })
  afterEach(async () => {
    // A refusal of the matter itself is an answer that is kept; events and deadlines never come of bad input.
    const { answers: _, ...kept } = await ledger.size()
    expect(kept).toEqual({ ledger: before.ledger, deadlines: before.deadlines })
  })

  async function reportOf(visitor: Visitor): Promise<string> {
    const command = visitor.report()
    acceptedOf(await visitor.send(command))
    return command.stream.id
  }

  const send = (route: Route, body: string, type = 'application/json', cookie = chief.cookie) =>
    ask(server.url, cookie, route.method, route.path, body, { 'content-type': type })

  /** Routes that read a body, each with one that its schema allows. */
  const written = () =>
    routes.flatMap((route) =>
      route.body ? [{ route, schema: route.body, sample: sampleOf(route.body) }] : [],
    )

  test('corridor: the description names the routes that the screens use', () => {
    const names = routes.map(({ method, path }) => `${method} ${path}`)
    for (const name of [
      'POST /api/commands',
      'GET /api/incidents/{id}',
      'GET /api/changes',
      'POST /api/sign-in',
    ])
      expect(names).toContain(name)
    expect(commandsOf(routes).length).toBeGreaterThan(20)
  })

  test('corridor: without a session, or with a made-up one, every closed route answers 401 before it reads anything', async () => {
    const closed = routes.filter((route) => route.closed)
    expect(closed.length).toBeGreaterThan(5)
    for (const route of closed) {
      const path = route.path.replace(/\{\w+\}/g, own)
      const body = route.method === 'GET' ? undefined : '{"broken'
      for (const cookie of ['', 'huce=guess', `huce=${'A'.repeat(43)}`]) {
        expectProblem(
          await ask(server.url, cookie, route.method, path, body),
          [401],
          `${route.method} ${path}`,
        )
      }
    }
  })

  test('corridor: methods that a route does not have, and addresses that there are not, answer 404', async () => {
    for (const path of [
      ...new Set(routes.map((route) => route.path.replace(/\{\w+\}/g, own))),
      '/api',
      '/api/x',
    ]) {
      for (const method of ['PUT', 'PATCH', 'DELETE', 'POST', 'GET']) {
        const isRoute = routes.some(
          (route) => route.method === method && route.path.replace(/\{\w+\}/g, own) === path,
        )
        if (isRoute) continue
        expectProblem(await ask(server.url, chief.cookie, method, path), [404, 405], `${method} ${path}`)
      }
    }
  })

  test('corridor: path parameters that are unknown, foreign or no ids at all', async () => {
    const values = [UNKNOWN, foreign, 'x', '%00', '%E0%A4%A', '..%2f..%2fetc', "'%3B--", `${'9'.repeat(201)}`]
    for (const route of routes.filter(({ pathParameters }) => pathParameters.length > 0)) {
      for (const value of values) {
        const path = route.path.replace(/\{\w+\}/g, value)
        expectProblem(await chief.get(path), [400, 404, 422], path)
      }
    }
    // Whether it is another school's or nobody's cannot be told apart.
    expect(await chief.get(`/api/incidents/${foreign}`)).toEqual(await chief.get(`/api/incidents/${UNKNOWN}`))
  })

  test('corridor: query parameters that are unknown, doubled or too long', async () => {
    for (const route of routes.filter(({ queryParameters }) => queryParameters.length > 0)) {
      const [name = ''] = route.queryParameters
      const queries = [
        'nobody=1',
        `${name}=${'9'.repeat(100)}`,
        `${name}=1.2.3&${name}=4.5.6`,
        `${name}[a]=1`,
      ]
      for (const query of queries) {
        expectProblem(await chief.get(`${route.path}?${query}`), [400, 422], `${route.path}?${query}`)
      }
    }
  })

  test('corridor: bodies that are broken, of another kind or too large', async () => {
    for (const { route, sample } of written()) {
      const name = `${route.method} ${route.path}`
      const whole = JSON.stringify(sample ?? {})
      for (const broken of ['{', '{"a":', `${whole}x`, '[1,]', '\u0000', '{"a":"\ud800', '['.repeat(50_000)])
        expectProblem(await send(route, broken), [400, 422], `${name} ${broken.slice(0, 20)}`)
      for (const other of ['[]', '42', '"text"', 'true'])
        expectProblem(await send(route, other), [400, 422], `${name} ${other}`)
      for (const trap of ['{"__proto__":{"a":1}}', '{"constructor":{"prototype":{"a":1}}}'])
        expectProblem(await send(route, trap), [400, 422], `${name} ${trap}`)
      for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x'])
        expectProblem(await send(route, whole, type), [415], `${name} as ${type}`)
      // A plan's text is longer than any form: its route takes more, and has its own end.
      const most = route.path === '/api/editions/prepare' ? 2 ** 23 : BODY_LIMIT
      const large = JSON.stringify({ words: 'x'.repeat(most) })
      expectProblem(await send(route, large), [413], `${name} too large`)
    }
  })

  test('corridor: fields absent, unknown or of the wrong type, in every body', async () => {
    for (const { route, schema, sample } of written()) {
      for (const { how, value } of spoiltCopies(schema, sample)) {
        const answer = await send(route, JSON.stringify(value))
        expectProblem(answer, [400, 403, 422, 429], `${route.method} ${route.path}: ${how}`)
      }
    }
    expect(await ledger.size()).toEqual(before)
  })

  test('corridor: fields absent, unknown or of the wrong type, in every command; the field is named', async () => {
    let tried = 0
    for (const schema of commandsOf(routes)) {
      const command = { ...(sampleOf(schema) as object), post: chief.me.post.id }
      for (const { how, value } of spoiltCopies(schema, command)) {
        const answer = await chief.post('/api/commands', { commands: [value] })
        const name = `${schema.title}: ${how}`
        expectProblem(answer, [403, 422], name)
        if (answer.status === 422) expect((answer.body as Problem).field, name).toBeDefined()
        tried++
      }
    }
    console.log(`${tried} spoilt commands refused`)
    // None came as far as to be decided.
    expect(await ledger.size()).toEqual(before)
  })

  test('corridor: U+0000 and half a character are refused with the field’s name', async () => {
    for (const [words, written] of [
      ['a\u0000b', 'zero'],
      ['a\ud800b', 'half'],
    ]) {
      const answer = await chief.send(chief.report({}, { words }))
      expectProblem(answer, [422], written ?? '')
      expect((answer.body as Problem).field).toBe('words')
    }
  })

  test('corridor: an unknown scenario, fact or value names what is wrong', async () => {
    for (const [data, field] of [
      [{ scenario: 'flod' }, 'scenario'],
      [{ stated: { mood: 'bad' } }, 'stated.mood'],
      [{ stated: { reach: 'street' } }, 'stated.reach'],
    ] as const) {
      const answer = await chief.send(chief.report({}, data))
      expectProblem(answer, [422], field)
      expect((answer.body as Problem).field).toBeDefined()
    }
  })

  test('C4: every command on another school’s incident has the status it has on one that is not there', async () => {
    const ofIncidents = commandsOf(routes).filter(({ title }) => title?.startsWith('incident '))
    for (const schema of ofIncidents) {
      if (schema.title === 'incident Report') continue
      const command = { ...(sampleOf(schema) as object), post: chief.me.post.id }
      const [onForeign, onUnknown] = await Promise.all(
        [foreign, UNKNOWN].map((id) =>
          chief.post('/api/commands', {
            commands: [{ ...command, id: randomUUID(), stream: { kind: 'incident', id } }],
          }),
        ),
      )
      for (const answer of [onForeign, onUnknown]) expectProblem(answer, [403, 404], schema.title ?? '')
      expect(onForeign?.status, schema.title ?? '').toBe(onUnknown?.status)
    }
  })

  test('C4: a report for another school, in a post of another, or in two posts at once', async () => {
    expectProblem(await chief.send(chief.report({}, { unit: neighbour.me.post.unit })), [403], 'unit')
    expectProblem(await chief.send(chief.report({ post: neighbour.me.post.id })), [403], 'post')
    const both = [chief.report(), chief.report({ post: neighbour.me.post.id })]
    expectProblem(await chief.send(...both), [403, 422], 'two posts')
    // All or none: the good one of two was not stored either.
    const good = chief.report()
    expectProblem(await chief.send(good, chief.report({}, { scenario: 'flod' })), [422], 'one of two')
    expect((await chief.get(`/api/incidents/${good.stream.id}`)).status).toBe(404)
  })

  test('C4: setting up units, people and posts is not for a school', async () => {
    const others = commandsOf(routes).filter(({ title }) => !/^(incident|notice) /.test(title ?? ''))
    expect(others.length).toBeGreaterThan(5)
    for (const schema of others) {
      const command = { ...(sampleOf(schema) as object), post: chief.me.post.id }
      const answer = await chief.post('/api/commands', { commands: [command] })
      expectProblem(answer, [403, 404, 409, 422], schema.title ?? '')
    }
  })
})

/** A problem with one of these statuses, whole and in its own media type. */
function expectProblem(answer: Answer | undefined, statuses: readonly number[], about: string): void {
  if (!answer) throw new Error(`${about}: no answer`)
  const { status, type, body } = answer
  expect(statuses, `${about}: ${status} ${JSON.stringify(body)}`).toContain(status)
  expect(type, about).toMatch(/^application\/problem\+json/)
  const problem = body as Problem
  expect(problem.status, about).toBe(status)
  for (const text of [problem.type, problem.title, problem.detail, problem.code])
    expect(text, about).toMatch(/\S/)
  expect(JSON.stringify(problem), about).not.toMatch(/node_modules|\.ts:\d|at \w+ \(|select |insert /i)
}
