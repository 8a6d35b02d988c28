// Bad input on every route: the right status, a problem that says which field, and nothing stored.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '#core/wire/problem.ts'
import { FOREIGN_SCHOOL, reportOf } from '../house.fixture.ts'
import { openTestHttp, type TestHttp } from './http.fixture.ts'

let http: TestHttp
let cookie: string
let post: string
let report: ReturnType<typeof reportOf>

beforeAll(async () => {
  http = await openTestHttp()
  cookie = await http.signIn('chief-invigilator')
  const actor = http.test.actor('chief-invigilator')
  post = actor.post
  report = reportOf(http.test.plan, actor.unit, await http.test.now())
})
afterAll(() => http?.close())

const of = (...commands: unknown[]) => ({ commands })
const sound = (more: object = {}) => ({ ...report, id: randomUUID(), post, ...more })
const withData = (more: object) => sound({ data: { ...report.data, ...more } })

/** A bad request: what is sent, and the status, code and field that must come back. */
type Bad = [title: string, body: () => unknown, status: number, code: string, field?: string]

const BAD_COMMANDS: Bad[] = [
  ['no commands at all', () => ({}), 422, 'field.missing', 'commands'],
  ['an empty list', () => of(), 422, 'field.invalid', 'commands'],
  ['51 commands', () => of(...Array.from({ length: 51 }, () => sound())), 422, 'field.too-long', 'commands'],
  ['a list that is no list', () => ({ commands: 'Report' }), 422, 'field.invalid', 'commands'],
  ['a body that is a list', () => [sound()], 400, 'body.unreadable'],
  ['an unknown field beside', () => ({ ...of(sound()), admin: true }), 422, 'field.unknown', 'admin'],
  [
    'an unknown field in the envelope',
    () => of(sound({ role: 'administrator' })),
    422,
    'field.unknown',
    'commands.0.role',
  ],
  ['no id', () => of({ ...sound(), id: undefined }), 422, 'field.missing', 'commands.0.id'],
  ['an id that is no uuid', () => of(sound({ id: 'demo/1' })), 422, 'field.invalid', 'commands.0.id'],
  ['an id with U+0000', () => of(sound({ id: `${randomUUID()}\0` })), 422, 'field.invalid', 'commands.0.id'],
  [
    'a kind that is none',
    () => of(sound({ stream: { kind: 'house', id: '99-xx' } })),
    422,
    'field.invalid',
    'commands.0.stream.kind',
  ],
  [
    'a stream named as a number',
    () => of(sound({ stream: { kind: 'incident', id: 7 } })),
    422,
    'field.invalid',
    'commands.0.stream.id',
  ],
  ['a time as text', () => of(sound({ madeAt: 'now' })), 422, 'field.invalid', 'commands.0.madeAt'],
  [
    'a time beyond all calendars',
    () => of(sound({ madeAt: 1e300 })),
    422,
    'field.invalid',
    'commands.0.madeAt',
  ],
  ['an unknown command', () => of(sound({ type: 'Explode' })), 422, 'command.unknown', 'commands.0.type'],
  [
    "a command of the plan's own",
    () => of(sound({ type: 'PassLimit', data: {} })),
    422,
    'command.unknown',
    'commands.0.type',
  ],
  [
    'a type that every object has',
    () => of(sound({ type: 'constructor' })),
    422,
    'field.invalid',
    'commands.0.type',
  ],
  ['no data', () => of({ ...sound(), data: undefined }), 422, 'field.missing', 'commands.0.data'],
  ['an unknown field in the data', () => of(withData({ level: 3 })), 422, 'field.unknown', 'level'],
  ['a report without a unit', () => of(withData({ unit: undefined })), 422, 'field.missing', 'unit'],
  ['a unit as a number', () => of(withData({ unit: 99 })), 422, 'field.invalid', 'unit'],
  ['an unknown scenario', () => of(withData({ scenario: 'dragon' })), 422, 'scenario.unknown', 'scenario'],
  [
    'a scenario that every object has',
    () => of(withData({ scenario: 'constructor' })),
    422,
    'scenario.unknown',
    'scenario',
  ],
  ['an unknown fact', () => of(withData({ stated: { mood: 'bad' } })), 422, 'fact.unknown', 'stated.mood'],
  [
    'a wrong value of a fact',
    () => of(withData({ stated: { 'impact.order': 'huge' } })),
    422,
    'fact.value',
    'stated.impact.order',
  ],
  [
    'a fact as an object',
    () => of(withData({ stated: { 'impact.order': { $gt: '' } } })),
    422,
    'field.invalid',
    'stated.impact.order',
  ],
  ['an unknown plan', () => of(withData({ plan: '0'.repeat(64) })), 422, 'plan.unknown', 'plan'],
  ['U+0000 in a text', () => of(withData({ words: 'lights\0out' })), 422, 'text.unstorable', 'words'],
  ['half a character', () => of(withData({ words: 'lights \ud83d out' })), 422, 'text.unstorable', 'words'],
  ['an empty text', () => of(withData({ words: '   ' })), 422, 'text.missing', 'words'],
  [
    'a text of 4,001 characters',
    () => of(withData({ words: '停'.repeat(4001) })),
    422,
    'field.too-long',
    'words',
  ],
  ["a foreign school's unit", () => of(withData({ unit: FOREIGN_SCHOOL })), 403, 'not-allowed'],
  [
    "another person's post",
    () => of(sound({ post: http.test.actor('county-office', '00/99/990701').post })),
    403,
    'post.not-held',
    'commands.0.post',
  ],
  [
    'a post that does not exist',
    () => of(sound({ post: '99-test~nobody' })),
    403,
    'post.not-held',
    'commands.0.post',
  ],
  [
    'two posts in one list',
    () => of(sound(), sound({ post: '99-test~other' })),
    422,
    'posts.mixed',
    'commands.1.post',
  ],
  [
    'an incident that is not there',
    () =>
      of(
        sound({ stream: { kind: 'incident', id: '99-none' }, type: 'SendMessage', data: { words: '停电' } }),
      ),
    404,
    'not-found',
  ],
]

describe('POST /api/commands', () => {
  test.each(BAD_COMMANDS)(
    'corridor: %s is refused and nothing is stored',
    async (_title, body, status, code, field) => {
      const before = await http.stored()
      const answer = await http.ask('POST', '/api/commands', { cookie, body: body() })
      const problem = answer.json<Problem>()
      expect({ status: answer.statusCode, code: problem.code, field: problem.field }).toEqual({
        status,
        code,
        field,
      })
      isProblem(answer.headers['content-type'], problem, status)
      // A refusal of the matter itself is remembered with its id; the ledger is not touched.
      expect((await http.stored()).split(',')[0]).toBe(before.split(',')[0])
    },
  )

  test('corridor: of a list with one bad command nothing is stored, and the problem names it', async () => {
    const before = await http.stored()
    const bad = {
      ...withData({ scenario: 'dragon' }),
      stream: { kind: 'incident', id: `99-${randomUUID()}` },
    }
    const answer = await http.ask('POST', '/api/commands', {
      cookie,
      body: of(sound({ stream: { kind: 'incident', id: `99-${randomUUID()}` } }), bad),
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.json<Problem>()).toMatchObject({ command: bad.id, field: 'scenario' })
    expect((await http.stored()).split(',')[0]).toBe(before.split(',')[0])
  })

  test('corridor: an incident of a foreign school is not there, for reading and for writing', async () => {
    const stream = await http.test.report(http.test.actor('chief-invigilator', FOREIGN_SCHOOL))
    const before = await http.stored()
    const read = await http.ask('GET', `/api/incidents/${stream.id}`, { cookie })
    expect([read.statusCode, read.json<Problem>().code]).toEqual([404, 'not-found'])
    const body = of(sound({ stream, type: 'SendMessage', data: { words: 'hello' } }))
    const written = await http.ask('POST', '/api/commands', { cookie, body })
    expect([written.statusCode, written.json<Problem>().code]).toEqual([404, 'not-found'])
    expect((await http.stored()).split(',')[0]).toBe(before.split(',')[0])
    const list = await http.ask('GET', '/api/incidents?state=all', { cookie })
    expect(list.body).not.toContain(stream.id)
  })

  test('corridor: the same command five times, at once and later, is one event and the same answer', async () => {
    const stream = { kind: 'incident', id: `99-${randomUUID()}` }
    const body = of(sound({ stream }))
    const send = () => http.ask('POST', '/api/commands', { cookie, body })
    const answers = [...(await Promise.all([send(), send(), send()])), await send(), await send()]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200])
    expect([...new Set(answers.map((answer) => answer.body))]).toHaveLength(1)
    const rows = await http.test.owner('select 1 from ledger where stream = $1 and type = $2', [
      stream.id,
      'Reported',
    ])
    expect(rows).toHaveLength(1)
  })

  test('corridor: an id used again with other content, or by another person, is refused and says nothing of the first', async () => {
    const first = sound({ stream: { kind: 'incident', id: `99-${randomUUID()}` } })
    expect((await http.ask('POST', '/api/commands', { cookie, body: of(first) })).statusCode).toBe(200)
    const other = { ...first, data: { ...report.data, scenario: 'fire' } }
    const stranger = await http.signIn('principal')
    const theirs = { ...first, post: http.test.actor('principal').post }
    const before = await http.stored()
    for (const [who, command] of [
      [cookie, other],
      [stranger, theirs],
    ] as const) {
      const answer = await http.ask('POST', '/api/commands', { cookie: who, body: of(command) })
      expect([answer.statusCode, answer.json<Problem>().code]).toEqual([409, 'command.reused'])
      expect(answer.body).not.toContain('U-101')
    }
    expect(await http.stored()).toBe(before)
  })
})

describe('bodies', () => {
  const json = { 'content-type': 'application/json' }
  const deep = `{"commands":[{"data":${'['.repeat(60_000)}${']'.repeat(60_000)}}]}`
  test.each<[string, string, Record<string, string>, number, string]>([
    ['broken JSON', '{"commands":[', json, 400, 'body.unreadable'],
    ['no body', '', json, 400, 'body.unreadable'],
    ['null', 'null', json, 400, 'body.unreadable'],
    ['JSON nested 60,000 deep', deep, json, 422, 'field.missing'],
    [
      'a key that would change every object',
      '{"__proto__":{"admin":true},"commands":[]}',
      json,
      400,
      'body.unreadable',
    ],
    [
      'the same in another disguise',
      '{"constructor":{"prototype":{"admin":true}}}',
      json,
      400,
      'body.unreadable',
    ],
    ['plain text', '{}', { 'content-type': 'text/plain' }, 415, 'body.not-json'],
    ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'body.not-json'],
    ['more than 256 KB', `{"commands":"${'x'.repeat(270_000)}"}`, json, 413, 'body.too-large'],
  ])('corridor: %s is refused and nothing is stored', async (_title, body, headers, status, code) => {
    const before = await http.stored()
    const answer = await http.ask('POST', '/api/commands', { cookie, body, headers })
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([status, code])
    isProblem(answer.headers['content-type'], answer.json(), status)
    expect(await http.stored()).toBe(before)
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })
})

describe('every other route', () => {
  const hash = '0'.repeat(64)
  test.each<['GET' | 'POST', string, unknown, number, string, string?]>([
    ['GET', '/api/incidents?state=some', undefined, 422, 'field.invalid', 'state'],
    ['GET', '/api/incidents?state=open&unit=00', undefined, 422, 'field.unknown', 'unit'],
    ['GET', '/api/incidents/99-none-there', undefined, 404, 'not-found'],
    ['GET', '/api/incidents/x', undefined, 422, 'field.invalid', 'id'],
    ['GET', '/api/incidents/%00%00%00%00', undefined, 422, 'field.invalid', 'id'],
    ['GET', '/api/incidents/%zz', undefined, 400, 'request.bad'],
    ['GET', `/api/incidents/${'9'.repeat(300)}`, undefined, 400, 'request.bad'],
    ['GET', `/api/plans/${hash}`, undefined, 404, 'not-found'],
    ['GET', '/api/plans/latest', undefined, 422, 'field.invalid', 'hash'],
    ['GET', `/api/changes?after=${'1'.repeat(61)}`, undefined, 422, 'field.too-long', 'after'],
    ['GET', '/api/changes/poll?since=1', undefined, 422, 'field.unknown', 'since'],
    ['GET', '/api/nowhere', undefined, 404, 'route.unknown'],
    ['GET', '/nowhere.js', undefined, 404, 'route.unknown'],
    ['POST', '/api/incidents', {}, 404, 'route.unknown'],
    ['GET', '/api/commands', undefined, 404, 'route.unknown'],
    ['POST', '/api/me/post', {}, 422, 'field.missing', 'post'],
    ['POST', '/api/me/post', { post: ['a'] }, 422, 'field.invalid', 'post'],
    ['POST', '/api/me/post', { post: '99-test~another' }, 403, 'post.not-held', 'post'],
    ['POST', '/api/sign-in', {}, 422, 'field.missing', 'slip'],
    ['POST', '/api/sign-in', { slip: '' }, 422, 'text.missing', 'slip'],
    ['POST', '/api/sign-in', { slip: 'x'.repeat(61) }, 422, 'field.too-long', 'slip'],
    ['POST', '/api/sign-in', { slip: 'ABCD-EFGH' }, 403, 'slip.unknown'],
    ['POST', '/api/sign-out', { everybody: true }, 422, 'field.unknown', 'everybody'],
    ['POST', '/api/demo/sign-in', { person: '99-nobody' }, 403, 'post.not-held'],
    ['POST', '/api/demo/sign-in', { person: { $ne: '' } }, 422, 'field.invalid', 'person'],
  ])(
    'corridor: %s %s with %j is refused and nothing is stored',
    async (method, url, body, status, code, field) => {
      const before = await http.stored()
      const answer = await http.ask(method, url, { cookie, body })
      const problem = answer.json<Problem>()
      expect({ status: answer.statusCode, code: problem.code, field: problem.field }).toEqual({
        status,
        code,
        field,
      })
      isProblem(answer.headers['content-type'], problem, status)
      expect(await http.stored()).toBe(before)
    },
  )

  test.each([
    ['GET', '/api/me'],
    ['GET', '/api/kit'],
    ['GET', '/api/incidents'],
    ['GET', '/api/incidents/99-none-there'],
    ['GET', '/api/overview'],
    ['GET', `/api/plans/${hash}`],
    ['GET', '/api/changes'],
    ['GET', '/api/changes/poll'],
    ['POST', '/api/commands'],
    ['POST', '/api/me/post'],
  ] as const)(
    'corridor: %s %s is for people who are signed in, whatever the cookie says',
    async (method, url) => {
      const forged = ['huce=', `huce=${'A'.repeat(43)}`, "huce=' or 1=1 --", `huce=${'x'.repeat(4000)}`]
      for (const cookie of forged) {
        const answer = await http.ask(method, url, { cookie, ...(method === 'POST' ? { body: {} } : {}) })
        expect([answer.statusCode, answer.json<Problem>().code]).toEqual([401, 'signed-out'])
      }
    },
  )

  test('corridor: a problem is said in the language of the caller, Chinese without one', async () => {
    const said = async (language?: string) => {
      const headers = language === undefined ? {} : { 'accept-language': language }
      const answer = await http.ask('GET', '/api/me', { headers })
      return [answer.headers['content-language'], answer.json<Problem>().title]
    }
    expect(await said()).toEqual(['zh-CN', '没有办成：登录已失效'])
    expect(await said('fr, en-GB;q=0.8')).toEqual(['en', 'Not done: you are not signed in'])
    expect(await said('zh-TW, en')).toEqual(['zh-CN', '没有办成：登录已失效'])
  })

  test('corridor: who could is named by the plan, and the sentence says it', async () => {
    const stream = await http.test.report(http.test.actor('chief-invigilator'))
    const body = of(sound({ stream, type: 'Acknowledge', data: {} }))
    const problem = (await http.ask('POST', '/api/commands', { cookie, body })).json<Problem>()
    expect(problem).toMatchObject({ status: 403, code: 'not-allowed' })
    const names = (problem.whoCould ?? []).map((id) => http.test.plan.posts[id]?.name.zh)
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) expect(problem.detail).toContain(name)
  })
})

function isProblem(type: unknown, problem: Problem, status: number): void {
  expect(type).toBe('application/problem+json; charset=utf-8')
  expect(problem.type).toBe(`urn:huce:${problem.code}`)
  expect(problem.status).toBe(status)
  expect(problem.title).not.toBe('')
  expect(problem.detail).not.toMatch(/[{}]|undefined|Error|select |\.ts/)
}
