// Bad data in every command there is: the right status, a problem that names the field, and nothing stored. What is wrong with the
// envelope is bad-input.test.ts.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { commandShapes } from '#core/wire/command.ts'
import type { Problem } from '#core/wire/problem.ts'
import { CAMPAIGN, COUNTY, SCHOOL } from '../house.fixture.ts'
import { openTestHttp, type TestHttp } from './http.fixture.ts'

let http: TestHttp
let cookie: string
let post: string

beforeAll(async () => {
  http = await openTestHttp()
  cookie = await http.signIn('county-office', COUNTY)
  post = http.test.actor('county-office', COUNTY).post
})
afterAll(() => http?.close())

const all = Object.entries(commandShapes).flatMap(([kind, shapes]) =>
  Object.entries(shapes).map(([type, shape]) => ({ kind, type, shape })),
)

/** Sends one command and answers with what came back; the ledger and the answers kept are as before. */
async function send(kind: string, type: string, data: unknown, id = `99-${randomUUID()}`) {
  const before = await http.stored()
  const command = { id: randomUUID(), post, stream: { kind, id }, type, data, madeAt: 0 }
  const answer = await http.ask('POST', '/api/commands', { cookie, body: { commands: [command] } })
  expect(await http.stored(), `${kind} ${type}`).toBe(before)
  const { code, field } = answer.json<Problem>()
  return { status: answer.statusCode, code, field }
}

/** Fields that must be there, as the description of the API has them. */
function required(shape: z.ZodMiniType): readonly string[] {
  const { required: fields = [] } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' })
  return fields
}

describe('every command', () => {
  test.each(all)('corridor: $kind $type with a field nobody knows, or none of its own', async (one) => {
    const surprise = await send(one.kind, one.type, { surprise: true })
    expect(surprise.status).toBe(422)
    const fields = required(one.shape)
    if (fields.length === 0)
      return expect(surprise).toMatchObject({ code: 'field.unknown', field: 'surprise' })
    const empty = await send(one.kind, one.type, {})
    expect(empty).toMatchObject({ status: 422, code: 'field.missing' })
    expect(fields).toContain(empty.field)
    const wrong = await send(one.kind, one.type, Object.fromEntries(fields.map((field) => [field, null])))
    expect(wrong).toMatchObject({ status: 422 })
    expect(fields).toContain(wrong.field?.split('.')[0])
  })
})

const hash = '0'.repeat(64)
const order = (more: object) => ({
  unit: COUNTY,
  campaign: CAMPAIGN,
  plan: hash,
  kind: 'stop',
  to: [SCHOOL],
  words: '停止测试',
  ...more,
})
const example = (more: object) => ({
  unit: COUNTY,
  campaign: CAMPAIGN,
  examples: [
    {
      example: randomUUID(),
      document: 'manual',
      year: 2026,
      place: '1',
      scenarios: ['fire'],
      title: '火情',
      ...more,
    },
  ],
})
const edition = (more: object) => ({
  unit: COUNTY,
  campaign: CAMPAIGN,
  layer: hash,
  version: '2026.2',
  issuedOn: '2026-11-22',
  plans: [{ unit: COUNTY, plan: hash }],
  to: [SCHOOL],
  ...more,
})

describe('E6, B8, G1, A2: values that cannot be', () => {
  test.each<[string, string, string, object, string]>([
    ['schools that are no list', 'order', 'GiveOrder', order({ to: SCHOOL }), 'to'],
    ['a school that is no path', 'order', 'GiveOrder', order({ to: [SCHOOL, '../00'] }), 'to.1'],
    ['a path of five', 'order', 'GiveOrder', order({ to: [`${SCHOOL}/1`] }), 'to.0'],
    ['a time as text', 'order', 'GiveOrder', order({ until: 'tomorrow' }), 'until'],
    ['a plan that is no hash', 'order', 'GiveOrder', order({ plan: 'newest' }), 'plan'],
    ['no words', 'order', 'GiveOrder', order({ words: '  ' }), 'words'],
    ['an effect of nothing', 'receipt', 'CarryOut', { effect: '' }, 'effect'],
    ['an incident named as a number', 'spread', 'JoinSpread', { incident: 7, plan: hash }, 'incident'],
    ['one of two', 'twice', 'JoinTwice', { first: '99-one' }, 'second'],
    ['a year long ago', 'handbook', 'EnterExamples', example({ year: 1999 }), 'examples.0.year'],
    ['no situation', 'handbook', 'EnterExamples', example({ scenarios: [] }), 'examples.0.scenarios'],
    ['a day that is none', 'edition', 'IssueEdition', edition({ issuedOn: 'today' }), 'issuedOn'],
    ['no plan', 'edition', 'IssueEdition', edition({ plans: [] }), 'plans'],
    [
      'a plan without its unit',
      'edition',
      'IssueEdition',
      edition({ plans: [{ plan: hash }] }),
      'plans.0.unit',
    ],
    [
      'a level of no scale',
      'incident',
      'Regrade',
      { eventLevel: 5, responseLevel: 'I', reason: 'x' },
      'eventLevel',
    ],
    ['a tier that is none', 'incident', 'RaiseTo', { tier: 'world', words: 'x' }, 'tier'],
    [
      'a file of no bytes',
      'incident',
      'Attach',
      { file: randomUUID(), hash, size: 0, kind: 'photo' },
      'size',
    ],
    ['21 tasks', 'incident', 'GiveTasks', { answer: randomUUID(), tasks: tasks(21) }, 'tasks'],
  ])('corridor: %s', async (_title, kind, type, data, field) => {
    expect(await send(kind, type, data)).toMatchObject({ status: 422, field })
  })

  test('corridor: commands that only the plan gives are not there for anybody', async () => {
    for (const [kind, type] of [
      ['receipt', 'Address'],
      ['receipt', 'Chase'],
      ['spread', 'NoteSchool'],
      ['twice', 'NoteReport'],
      ['incident', 'CiteExample'],
      ['incident', 'TakeIn'],
      ['notice', 'Tell'],
    ] as const)
      expect(await send(kind, type, {})).toMatchObject({ status: 422, code: 'command.unknown' })
  })

  test('E6, A2: lists are for whoever is signed in', async () => {
    for (const url of ['/api/orders', '/api/spreads'])
      expect((await http.ask('GET', url)).statusCode, url).toBe(401)
    for (const url of ['/api/orders', '/api/spreads'])
      expect((await http.ask('GET', url, { cookie })).statusCode, url).toBe(200)
  })
})

function tasks(count: number): object[] {
  return Array.from({ length: count }, () => ({ task: randomUUID(), post: 'principal', words: '通知' }))
}
