// The description of the API is whole OpenAPI 3.1, names every route and every command, and real answers have the shapes it says.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type * as z from 'zod/mini'
import { commandShapes } from '#core/wire/command.ts'
import { COUNTY, reportOf, SCHOOL } from '../house.fixture.ts'
import { openTestHttp, type TestHttp } from './http.fixture.ts'
import * as shapes from './shapes.ts'
import * as books from './shapes-books.ts'
import { orderList, spreadList } from './shapes-sent.ts'

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly tags: string[]
  readonly security?: object[]
  readonly parameters?: { name: string; in: string; required?: boolean }[]
  readonly requestBody?: { content: Record<string, { schema: { properties: Record<string, unknown> } }> }
  readonly responses: Record<string, { description: string; content?: Record<string, object> }>
}

interface Description {
  readonly openapi: string
  readonly info: { title: string; version: string }
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: { schemas: Record<string, object> }
}

interface CommandSchema {
  readonly properties: {
    readonly stream: { readonly properties: { readonly kind: { readonly enum: string[] } } }
    readonly type: { readonly enum: string[] }
    readonly data: object
  }
}

let http: TestHttp
let described: Description

beforeAll(async () => {
  http = await openTestHttp()
  described = (await http.ask('GET', '/api/openapi.json')).json()
})
afterAll(() => http?.close())

const operations = () =>
  Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

/** Every object in `value` with its place. */
function* objectsIn(value: unknown, place = '#'): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return
  yield [place, value as Record<string, unknown>]
  for (const [key, part] of Object.entries(value)) {
    yield* objectsIn(part, `${place}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`)
  }
}

describe('GET /api/openapi.json', () => {
  test('corridor: it is OpenAPI 3.1 with every route of the server', () => {
    expect(described.openapi).toMatch(/^3\.1\.\d+$/)
    expect(described.info).toMatchObject({ title: 'Huce 护测', version: '0.0.0' })
    expect(
      operations()
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    ).toEqual([
      'get /api/changes',
      'get /api/changes/poll',
      'get /api/demo/people',
      'get /api/editions',
      'get /api/editions/source',
      'get /api/files/{file}',
      'get /api/handbook',
      'get /api/handbook/template.xlsx',
      'get /api/incidents',
      'get /api/incidents/{id}',
      'get /api/kit',
      'get /api/me',
      'get /api/orders',
      'get /api/overview',
      'get /api/plans/{hash}',
      'get /api/spreads',
      'get /api/state',
      'get /healthz',
      'get /metrics',
      'post /api/commands',
      'post /api/demo/sign-in',
      'post /api/editions/prepare',
      'post /api/files',
      'post /api/handbook/read',
      'post /api/me/post',
      'post /api/sign-in',
      'post /api/sign-out',
      'put /api/files/{file}',
    ])
  })

  test('corridor: every operation has a name of its own, a summary, an answer and its problems', () => {
    const ids = operations().map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { path, operation } of operations()) {
      expect(operation.summary, path).not.toBe('')
      expect(operation.tags, path).toHaveLength(1)
      const statuses = Object.keys(operation.responses)
      expect(
        statuses.some((status) => status.startsWith('2')),
        path,
      ).toBe(true)
      for (const [status, { description, content }] of Object.entries(operation.responses)) {
        expect(description, `${path} ${status}`).not.toBe('')
        if (!status.startsWith('2'))
          expect(Object.keys(content ?? {}), path).toEqual(['application/problem+json'])
      }
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const declared = (operation.parameters ?? []).filter((one) => one.in === 'path')
      expect(
        declared.map(({ name }) => name),
        path,
      ).toEqual(inPath)
      expect(
        declared.every(({ required }) => required),
        path,
      ).toBe(true)
    }
  })

  test('corridor: it says which operations are for people who are signed in', () => {
    const open = operations().filter(({ operation }) => operation.security === undefined)
    expect(open.map(({ path }) => path).sort()).toEqual([
      '/api/demo/people',
      '/api/demo/sign-in',
      '/api/sign-in',
      '/api/sign-out',
      '/api/state',
      '/healthz',
      '/metrics',
    ])
  })

  test('corridor: every reference leads somewhere, and nothing of another version of OpenAPI is in it', () => {
    const places = new Map(objectsIn(described))
    for (const [place, object] of places) {
      if (typeof object.$ref === 'string')
        expect(places.has(object.$ref), `${place}: ${object.$ref}`).toBe(true)
      expect(object, place).not.toHaveProperty('nullable', true)
      expect(object, place).not.toHaveProperty('$schema')
    }
    expect(Object.keys(described.components.schemas)).toEqual(
      expect.arrayContaining(['Problem', 'Me', 'Kit', 'IncidentRow', 'IncidentView', 'Change']),
    )
  })

  test('corridor: every command stands in it with its own data', () => {
    const body = described.paths['/api/commands']?.post?.requestBody?.content['application/json']?.schema
    const list = body?.properties.commands
    if (!list) return expect.unreachable('no commands in the body')
    const { items } = list as { items: { oneOf: CommandSchema[] } }
    const alternatives = items.oneOf.map(({ properties: { stream, type, data } }) => {
      expect(data).toMatchObject({ type: 'object', additionalProperties: false })
      return `${stream.properties.kind.enum} ${type.enum}`
    })
    const all = Object.entries(commandShapes).flatMap(([kind, types]) =>
      Object.keys(types).map((type) => `${kind} ${type}`),
    )
    expect(alternatives.sort()).toEqual(all.sort())
  })

  test('corridor: a readable page of it is served without anything from elsewhere', async () => {
    const page = await http.ask('GET', '/api/docs')
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.body).not.toMatch(/https?:\/\//)
    const scripts = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url = '']) => url)
    for (const url of scripts) expect((await http.ask('GET', url)).statusCode, url).toBe(200)
    expect(page.body, 'no script in the page itself').not.toMatch(/<script(?![^>]*src=)[^>]*>\s*\S/)
  })
})

describe('real answers', () => {
  test('corridor: each has the shape that is described', async () => {
    const cookie = await http.signIn('chief-invigilator')
    const desk = await http.signIn('county-office', COUNTY)
    const actor = http.test.actor('chief-invigilator')
    const command = reportOf(http.test.plan, SCHOOL, await http.test.now(), { words: '全校停电' })
    const given = await http.ask('POST', '/api/commands', {
      cookie,
      body: { commands: [{ ...command, post: actor.post }] },
    })
    holds(shapes.commandsAnswer, given.json())
    const later = { id: randomUUID(), stream: command.stream, madeAt: command.madeAt }
    const acknowledged = await http.ask('POST', '/api/commands', {
      cookie: desk,
      body: {
        commands: [
          { ...later, post: http.test.actor('county-office', COUNTY).post, type: 'Acknowledge', data: {} },
        ],
      },
    })
    expect(acknowledged.statusCode).toBe(200)
    const routes: [string, z.ZodMiniType][] = [
      ['/api/state', shapes.state],
      ['/healthz', shapes.ready],
      ['/api/me', shapes.me],
      ['/api/kit', shapes.kit],
      ['/api/incidents?state=all', shapes.incidentList],
      [`/api/incidents/${command.stream.id}`, shapes.incidentView],
      ['/api/overview', shapes.overview],
      ['/api/orders', orderList],
      ['/api/spreads', spreadList],
      ['/api/handbook', books.handbookView],
      ['/api/editions', books.editionList],
      [`/api/plans/${http.test.plan.hash}`, shapes.plan],
      ['/api/changes/poll?after=1.0.0', shapes.since],
      ['/api/demo/people', shapes.demoPeople],
    ]
    for (const who of [cookie, desk]) {
      for (const [url, shape] of routes) {
        const answer = await http.ask('GET', url, { cookie: who })
        expect(answer.statusCode, url).toBe(200)
        holds(shape, answer.json(), url)
      }
    }
    holds(shapes.problem, (await http.ask('GET', '/api/nowhere')).json())
  })
})

function holds(shape: z.ZodMiniType, answer: unknown, of = ''): void {
  const result = shape.safeParse(answer)
  expect(result.error?.issues ?? [], of).toEqual([])
}
