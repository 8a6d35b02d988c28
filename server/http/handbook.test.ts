// A county enters the year's handbook over HTTP: reads its own table, corrects, enters all of it or nothing, strikes (B8, B1).

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handbookId } from '#core/handbook/handbook.ts'
import type { HandbookView, IncidentView, Kit, ReadExamples } from '#core/wire/view.ts'
import {
  CAMPAIGN,
  COUNTY,
  FOREIGN_SCHOOL,
  OTHER_COUNTY,
  PROVINCE,
  reportOf,
  SCHOOL,
} from '../house.fixture.ts'
import { WORKBOOK_TYPE } from './handbook.ts'
import { openTestHttp, type TestHttp } from './http.fixture.ts'

let http: TestHttp
let desk: string
let chief: string
const stream = { kind: 'handbook', id: handbookId(CAMPAIGN, COUNTY) } as const
const HEAD = '文件,年份,编号或页码,实例名称,对应情形,处置要求\n'
const TABLE = `${HEAD}现场操作手册,2026,12,测试中突然停电,power-cut,启用备用电源\n常见问题解答,2026,第3问,断网,network-down,\n`

beforeAll(async () => {
  http = await openTestHttp()
  desk = await http.signIn('county-office', COUNTY)
  chief = await http.signIn('chief-invigilator', SCHOOL)
})
afterAll(() => http?.close())

const bookFor = async (cookie: string): Promise<HandbookView> =>
  (await http.ask('GET', '/api/handbook', { cookie })).json()

const send = (file: string | Buffer, cookie = desk, type = 'text/csv') =>
  http.app.inject({
    method: 'POST',
    url: '/api/handbook/read',
    headers: { cookie, 'content-type': type },
    payload: file,
  })

async function give(type: string, data: object, cookie = desk, postKind = 'county-office', unit = COUNTY) {
  const { post } = http.test.actor(postKind, unit)
  const command = { id: randomUUID(), post, stream, type, data, madeAt: await http.test.now() }
  return http.ask('POST', '/api/commands', { cookie, body: { commands: [command] } })
}

const entriesOf = ({ rows }: ReadExamples) =>
  rows.flatMap(({ example, known }) => (example && !known ? [{ example: randomUUID(), ...example }] : []))
const enter = (examples: readonly object[]) =>
  give('EnterExamples', { unit: COUNTY, campaign: CAMPAIGN, examples })

async function report(cookie: string, unit: string): Promise<string> {
  const command = reportOf(http.test.plan, unit, await http.test.now())
  const { post } = http.test.actor('chief-invigilator', unit)
  const answer = await http.ask('POST', '/api/commands', {
    cookie,
    body: { commands: [{ ...command, post }] },
  })
  expect(answer.statusCode, answer.body).toBe(200)
  return command.stream.id
}

describe('the year’s handbook', () => {
  test('B8: nothing of ours stands in it, nor in a kit, until a bureau enters something', async () => {
    expect(await bookFor(desk)).toMatchObject({ examples: [], own: stream.id })
    expect((await http.ask('GET', '/api/kit', { cookie: chief })).json<Kit>().examples).toEqual([])
  })

  test('B8: a table is read and nothing is stored; a row that is wrong keeps the others waiting with it', async () => {
    const before = await http.stored()
    const answer = await send(`${TABLE}红宝书,2026,1,题,power-cut,\n`)
    expect(answer.statusCode, answer.body).toBe(200)
    const read = answer.json<ReadExamples>()
    expect(read.rows.map(({ row, problems }) => [row, problems.length])).toEqual([
      [2, 0],
      [3, 0],
      [4, 1],
    ])
    expect(await http.stored()).toBe(before)
    // Entered all the same, with one that the plan does not know: none of it is.
    const examples = [
      ...entriesOf(read),
      { ...entriesOf(read)[0], example: randomUUID(), document: 'red-book' },
    ]
    const refused = await enter(examples)
    expect(refused.statusCode).toBe(409)
    expect(refused.json()).toMatchObject({ code: 'example.document-unknown', field: 'examples.2.document' })
    expect((await bookFor(desk)).examples).toEqual([])
  })

  test('B8: entered, it stands there for the line with page, year and by whom, and the same file twice changes nothing', async () => {
    const read = (await send(TABLE)).json<ReadExamples>()
    expect((await enter(entriesOf(read))).statusCode).toBe(200)
    const again = (await send(TABLE)).json<ReadExamples>()
    expect(again.rows.map(({ known }) => known)).toEqual([true, true])
    const repeated = await enter(
      read.rows.flatMap(({ example }) => (example ? [{ example: randomUUID(), ...example }] : [])),
    )
    expect(repeated.json()).toMatchObject({ answers: [{ events: [] }] })
    const { examples } = await bookFor(chief)
    expect(examples).toMatchObject([
      {
        handbook: stream.id,
        unit: COUNTY,
        document: 'manual',
        year: 2026,
        place: '12',
        title: '测试中突然停电',
        handling: '启用备用电源',
        scenarios: ['power-cut'],
        enteredBy: '张county-office0',
      },
      { document: 'tips', place: '第3问', scenarios: ['network-down'] },
    ])
  })

  test('B8: whose line it is reads it; another county and its schools do not, and nobody but a bureau may write', async () => {
    for (const [post, unit, count] of [
      ['province-office', PROVINCE, 2],
      ['principal', SCHOOL, 2],
      ['county-office', OTHER_COUNTY, 0],
      ['principal', FOREIGN_SCHOOL, 0],
    ] as const)
      expect((await bookFor(await http.signIn(post, unit))).examples, `${post} ${unit}`).toHaveLength(count)
    const principal = await http.signIn('principal', SCHOOL)
    expect(await bookFor(principal)).not.toHaveProperty('own')
    expect((await send(TABLE, principal)).statusCode).toBe(403)
    const one = {
      example: randomUUID(),
      document: 'manual',
      year: 2026,
      place: '1',
      scenarios: ['power-cut'],
      title: '题',
    }
    const data = { unit: COUNTY, campaign: CAMPAIGN, examples: [one] }
    expect((await give('EnterExamples', data, principal, 'principal', SCHOOL)).statusCode).toBe(403)
    const other = await http.signIn('county-office', OTHER_COUNTY)
    expect((await give('EnterExamples', data, other, 'county-office', OTHER_COUNTY)).statusCode).toBe(404)
  })

  test('B1: a phone has the examples at hand, and an incident of that situation shows them and cites the page; where no bureau of the line entered one, nothing is shown', async () => {
    const kit = (await http.ask('GET', '/api/kit', { cookie: chief })).json<Kit>()
    expect(kit.examples.map(({ place }) => place)).toEqual(['12', '第3问'])
    const incident = await report(chief, SCHOOL)
    const view = (await http.ask('GET', `/api/incidents/${incident}`, { cookie: chief })).json<IncidentView>()
    expect(view.examples.map(({ place }) => place)).toEqual(['12'])
    expect(view.incident.example).toMatchObject({ listed: true, cited: { document: 'manual', year: 2026 } })
    const foreign = await http.signIn('chief-invigilator', FOREIGN_SCHOOL)
    const there = await report(foreign, FOREIGN_SCHOOL)
    const elsewhere = (
      await http.ask('GET', `/api/incidents/${there}`, { cookie: foreign })
    ).json<IncidentView>()
    expect(elsewhere.examples).toEqual([])
    expect(elsewhere.incident.example).toBeUndefined()
  })

  test('B8: struck with a reason it stays readable, and is no example any more', async () => {
    const [first] = (await bookFor(desk)).examples
    const answer = await give('StrikeExample', { example: first?.example, reason: '页码抄错' })
    expect(answer.statusCode, answer.body).toBe(200)
    expect((await bookFor(chief)).examples[0]).toMatchObject({
      struck: { reason: '页码抄错', by: '张county-office0' },
    })
    expect((await http.ask('GET', '/api/kit', { cookie: chief })).json<Kit>().examples).toHaveLength(1)
    expect((await send(TABLE)).json<ReadExamples>().rows.map(({ known }) => known)).toEqual([false, true])
  })
})

describe('POST /api/handbook/read', () => {
  test('B8: the template can be downloaded, and comes back as an empty table', async () => {
    const template = await http.ask('GET', '/api/handbook/template.xlsx', { cookie: desk })
    expect(template.headers['content-type']).toBe(WORKBOOK_TYPE)
    const read = await send(template.rawPayload, desk, WORKBOOK_TYPE)
    expect(read.json()).toMatchObject({ rows: [], problem: { zh: '表头下面没有内容' } })
  })

  test('B8: too large a file, no file, JSON, nobody signed in', async () => {
    expect((await send(Buffer.alloc(2_100_000, 'a'))).json()).toMatchObject({
      code: 'body.too-large',
      status: 413,
    })
    const nothing = await http.app.inject({
      method: 'POST',
      url: '/api/handbook/read',
      headers: { cookie: desk },
    })
    expect(nothing.json()).toMatchObject({ code: 'body.unreadable' })
    expect((await send('{}', desk, 'application/json')).json()).toMatchObject({ code: 'body.unreadable' })
    expect((await send(TABLE, '')).statusCode).toBe(401)
  })
})
