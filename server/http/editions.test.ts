// A county issues a new edition of its plan over HTTP: tried out, issued, in force, read by the schools; what was open before
// keeps its version (G1).

import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MINUTE } from '#core/basics/instant.ts'
import { editionsId } from '#core/edition/edition.ts'
import type { EditionList, IncidentView, Kit, PreparedEdition } from '#core/wire/view.ts'
import {
  CAMPAIGN,
  COUNTY,
  FOREIGN_SCHOOL,
  NEXT_SCHOOL,
  OTHER_COUNTY,
  PROVINCE,
  reportOf,
  SCHOOL,
} from '../house.fixture.ts'
import { openTestHttp, type TestHttp } from './http.fixture.ts'

let http: TestHttp
let lead: string
let chief: string
let inspector: string
/** The county's layer as it came, as YAML. */
let source: string
const stream = { kind: 'edition', id: editionsId(CAMPAIGN, COUNTY) } as const
const day = 24 * 60 * MINUTE

beforeAll(async () => {
  http = await openTestHttp()
  lead = await http.signIn('county-lead', COUNTY)
  chief = await http.signIn('chief-invigilator', SCHOOL)
  inspector = await http.signIn('school-inspector', SCHOOL)
  const { own } = await editionsFor(lead)
  source = (await http.ask('GET', `/api/editions/source?layer=${own?.layer}`, { cookie: lead })).body
})
afterAll(() => http?.close())

const editionsFor = async (cookie: string): Promise<EditionList> =>
  (await http.ask('GET', '/api/editions', { cookie })).json()
const tryOut = (text: string, cookie = lead, unit = COUNTY, keep = true): Promise<LightMyRequestResponse> =>
  http.ask('POST', '/api/editions/prepare', { cookie, body: { unit, source: text, keep } })
const prepared = async (text: string): Promise<PreparedEdition> => (await tryOut(text)).json()

/** The county's plan with a version of its own, and, when wished, stricter in something. */
const edition = (version: string, change = (text: string) => text): string =>
  change(source.replace('version: "2024.1"', `version: "${version}"`)).replace(
    'issuedOn: 2024-04-23',
    'issuedOn: 2026-05-01',
  )

async function give(
  cookie: string,
  actor: { post: string },
  type: string,
  data: object,
  on: { kind: string; id: string },
) {
  const command = {
    id: randomUUID(),
    post: actor.post,
    stream: on,
    type,
    data,
    madeAt: await http.test.now(),
  }
  return http.ask('POST', '/api/commands', { cookie, body: { commands: [command] } })
}

async function issue(text: string, more: object = {}, to: readonly string[] = [SCHOOL, NEXT_SCHOOL]) {
  const { ready } = await prepared(text)
  if (!ready) throw new Error('it is not sound')
  const data = { unit: COUNTY, campaign: CAMPAIGN, ...ready, to, ...more }
  return give(lead, http.test.actor('county-lead', COUNTY), 'IssueEdition', data, stream)
}

async function report(): Promise<{ id: string; plan: string }> {
  const { plan } = (await http.ask('GET', '/api/kit', { cookie: chief })).json<Kit>()
  const command = reportOf(plan, SCHOOL, await http.test.now())
  const actor = http.test.actor('chief-invigilator')
  const answer = await http.ask('POST', '/api/commands', {
    cookie: chief,
    body: { commands: [{ ...command, post: actor.post }] },
  })
  expect(answer.statusCode, answer.body).toBe(200)
  return { id: command.stream.id, plan: plan.hash }
}

const planOf = async (incident: string): Promise<IncidentView['plan']> =>
  (await http.ask('GET', `/api/incidents/${incident}`, { cookie: chief })).json<IncidentView>().plan

describe('GET /api/editions/source', () => {
  test('G1: the county’s plan, which came in parts, is one YAML text that is read again as the same layer', async () => {
    expect(source).toMatch(/^id: county\nkind: county\nversion: "2024\.1"\n/)
    const again = await prepared(source)
    expect(again.problems).toMatchObject([{ code: 'version-known', path: 'version', line: 3 }])
    expect(again.changes).toEqual([])
  })

  test('G1: a layer that nobody pinned is not there', async () => {
    const answer = await http.ask('GET', `/api/editions/source?layer=${'0'.repeat(64)}`, { cookie: lead })
    expect(answer.statusCode).toBe(404)
  })
})

describe('POST /api/editions/prepare', () => {
  test('G1: a problem names its line and what to do', async () => {
    const lines = edition('2026.1').split('\n')
    const at = lines.findIndex((line) => line.includes('handledBy:'))
    lines[at] = (lines[at] ?? '').replace(/handledBy: \w+/, 'handledBy: village')
    const { problems, ready } = await prepared(lines.join('\n'))
    expect(ready).toBeUndefined()
    expect(problems).toMatchObject([
      {
        code: 'shape-wrong',
        line: at + 1,
        message: { en: 'must be one of school | county | province | nation' },
      },
    ])
  })

  test('G1: what is wrong only together with the other layers has its line too', async () => {
    const text = edition('2026.1')
      .replace(/(- scale: event\n {4}level: )3/, '$12')
      .replace('clause: county.2.1.level3', 'clause: nowhere')
    const { problems } = await prepared(text)
    const wrong = problems.find((one) => one.code === 'clause-unknown')
    const line = text.split('\n').findIndex((one) => one.includes('clause: nowhere')) + 1
    expect(wrong).toMatchObject({ severity: 'error', path: 'rules[0].clause', line })
    expect(wrong?.message.zh).not.toBe('')
  })

  test('G1: broken YAML, a key written twice, references that multiply: a problem with its line each', async () => {
    expect((await prepared('id: [county\nkind: county\n')).problems[0]).toMatchObject({ code: 'yaml-wrong' })
    expect((await prepared('id: county\nid: county\n')).problems).toMatchObject([
      { code: 'yaml-wrong', line: 2 },
    ])
    const bomb = 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n'
    expect((await prepared(bomb)).problems).toMatchObject([
      { code: 'yaml-wrong', line: 2, message: { en: expect.stringContaining('write the content out') } },
      { line: 2 },
      { line: 3 },
      { line: 3 },
    ])
  })

  test('G1: nesting without end is given up, and the house goes on', async () => {
    const { problems } = await prepared('['.repeat(200_000))
    expect(problems.length).toBeGreaterThan(0)
    expect((await editionsFor(lead)).editions).toEqual([])
  })

  test('G1: more than a megabyte is not read', async () => {
    const answer = await tryOut(`# ${'长'.repeat(350_000)}\n`)
    expect(answer.statusCode).toBe(413)
    expect(answer.json()).toMatchObject({ code: 'body.too-large' })
    expect((await tryOut('x'.repeat(3_200_000))).statusCode).toBe(413)
  })

  test('G1: another tier’s plan, an earlier date: said before it is issued', async () => {
    const { problems, ready } = await prepared(
      edition('2026.1').replace('kind: county', 'kind: province').replace('2026-05-01', '2020-05-01'),
    )
    expect(ready).toBeUndefined()
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'layers-wrong kind',
      'date-earlier issuedOn',
    ])
    const early = await prepared(edition('2026.1').replace('2026-05-01', '2020-05-01'))
    expect(early.problems).toMatchObject([{ code: 'date-earlier', path: 'issuedOn', line: 10 }])
  })

  test('G1: only who may issue it may try it out, and only his own unit’s', async () => {
    const text = edition('2026.1')
    const refused = await tryOut(text, await http.signIn('county-office', COUNTY))
    expect(refused.statusCode).toBe(403)
    expect(refused.json()).toMatchObject({ code: 'not-allowed', whoCould: ['county-lead'] })
    expect((await tryOut(text, chief)).statusCode).toBe(403)
    expect((await tryOut(text, lead, OTHER_COUNTY)).statusCode).toBe(403)
    expect((await tryOut(text, lead, PROVINCE)).statusCode).toBe(403)
    expect(
      (await http.ask('POST', '/api/editions/prepare', { body: { unit: COUNTY, source: text } })).statusCode,
    ).toBe(401)
  })

  test('G1: what is only looked at is not kept, so it cannot be issued', async () => {
    const looked = (await tryOut(edition('2026.look'), lead, COUNTY, false)).json<PreparedEdition>()
    const data = { unit: COUNTY, campaign: CAMPAIGN, ...looked.ready, to: [] }
    const answer = await give(lead, http.test.actor('county-lead', COUNTY), 'IssueEdition', data, stream)
    expect(answer.json()).toMatchObject({ code: 'plan.unknown' })
  })
})

describe('issuing an edition', () => {
  let before: { id: string; plan: string }
  let old: string
  beforeAll(async () => {
    old = http.test.plan.hash
    before = await report()
  })

  test('G1: what would change is said; issued, it is in force for the county and its schools, and for nobody else', async () => {
    const stricter = edition('2026.1', (text) =>
      text.replace(/^(title:\n {2}zh: ).*$/m, '$1青河县应急预案（修订）'),
    )
    const { problems, changes, ready } = await prepared(stricter)
    expect(problems).toEqual([])
    expect(changes.flatMap((change) => change.fields.map(({ field }) => field)).sort()).toEqual([
      'issuedOn',
      'title.zh',
      'version',
    ])
    expect(ready?.plans).toEqual([{ unit: COUNTY, plan: expect.any(String) }])
    const answer = await issue(stricter)
    expect(answer.statusCode, answer.body).toBe(200)
    const list = await editionsFor(lead)
    expect(list.inForce).toBe(ready?.plans[0]?.plan)
    expect(list.editions).toMatchObject([
      {
        unit: COUNTY,
        edition: 1,
        version: '2026.1',
        issuedOn: '2026-05-01',
        before: old,
        plan: list.inForce,
      },
    ])
    expect((await editionsFor(chief)).inForce).toBe(list.inForce)
    const foreign = await editionsFor(await http.signIn('principal', FOREIGN_SCHOOL))
    expect(foreign).toMatchObject({ inForce: old, editions: [] })
  })

  test('G1: a new incident pins the new version, the one opened before keeps its own', async () => {
    const after = await report()
    expect(await planOf(after.id)).toMatchObject({ hash: (await editionsFor(lead)).inForce })
    expect(await planOf(before.id)).toMatchObject({ hash: old })
    expect(before.plan).toBe(old)
    const plan = (await http.ask('GET', `/api/plans/${after.plan}`, { cookie: chief })).json()
    expect(plan.layers).toMatchObject([
      { kind: 'nation' },
      { kind: 'county', version: '2026.1' },
      { kind: 'school' },
    ])
  })

  test('G1: each addressed school confirms for itself; who has not is seen, and chased at the minute', async () => {
    const [issued] = (await editionsFor(lead)).editions
    const mine = issued?.receipts.find((one) => one.unit === SCHOOL)
    expect(issued?.receipts.map(({ unit, received }) => [unit, received])).toEqual([
      [SCHOOL, undefined],
      [NEXT_SCHOOL, undefined],
    ])
    const offered = async (cookie: string) =>
      (await editionsFor(cookie)).editions[0]?.receipts.map(({ unit, may }) => [unit, may])
    expect(await offered(await http.signIn('principal', SCHOOL))).toEqual([[SCHOOL, ['Receive']]])
    expect(await offered(inspector), 'the head answers for the school').toEqual([[SCHOOL, []]])
    const on = { kind: 'receipt', id: mine?.id ?? '' }
    const principal = http.test.actor('principal', SCHOOL)
    const answer = await give(await http.signIn('principal', SCHOOL), principal, 'Receive', {}, on)
    expect(answer.statusCode, answer.body).toBe(200)
    await http.test.moveClock(day - MINUTE)
    await chase()
    expect((await receipts()).map(({ chased }) => chased)).toEqual([0, 0])
    await http.test.moveClock(MINUTE)
    await chase()
    expect(await receipts()).toMatchObject([
      { unit: SCHOOL, received: { postKind: 'principal' }, chased: 0, may: [] },
      { unit: NEXT_SCHOOL, chased: 1 },
    ])
    await http.test.moveClock(4 * 60 * MINUTE)
    await chase()
    expect((await receipts())[1]?.chased).toBe(2)
  })

  const receipts = async () => (await editionsFor(lead)).editions[0]?.receipts ?? []
  const chase = () => http.test.house.act.actDue(50)

  test('G1: the same version is not issued twice, neither tried out nor by command', async () => {
    const other = edition('2026.1', (text) => text.replace(/^(title:\n {2}zh: ).*$/m, '$1又一版'))
    expect((await prepared(other)).problems).toMatchObject([{ code: 'version-known', line: 3 }])
    const actor = http.test.actor('county-lead', COUNTY)
    const send = async (text: string, more: object = {}) => {
      const { ready } = await prepared(text)
      const data = { unit: COUNTY, campaign: CAMPAIGN, ...ready, to: [], ...more }
      return () => give(lead, actor, 'IssueEdition', data, stream)
    }
    // Both were tried out before either was issued.
    const one = await send(edition('2026.2'))
    const another = await send(other.replace('2026.1', '2026.2'))
    expect((await one()).statusCode).toBe(200)
    const twice = await another()
    expect(twice.statusCode).toBe(409)
    expect(twice.json()).toMatchObject({ code: 'edition.exists', field: 'version' })
    // Saying another version than the text does is no way around it.
    const claimed = await (await send(edition('2026.2b'), { version: '2026.2c' }))()
    expect(claimed.json()).toMatchObject({ code: 'plan.unknown', field: 'version' })
    expect((await editionsFor(lead)).editions).toHaveLength(2)
  })

  test('G1: the text of an issued edition is what its author wrote, comments and all', async () => {
    const own = `clauses:\n  - id: county.extra\n    source: { document: 本县, at: 补充 }\n    status: proposed\n    text: { zh: 补充, en: More }\n`
    const commented = `# 2026 年修订：补充一条\n${edition('2026.3', (text) => text.replace('clauses:\n', own))}`
    expect((await issue(commented)).statusCode).toBe(200)
    const [newest] = (await editionsFor(lead)).editions
    expect(newest).toMatchObject({ edition: 3, version: '2026.3' })
    const answer = await http.ask('GET', `/api/editions/source?layer=${newest?.layer}`, { cookie: chief })
    expect(answer.headers['content-type']).toContain('application/yaml')
    expect(answer.body).toBe(commented)
  })

  test('G1: a province’s edition goes into the county’s own plan too, or is not sound', async () => {
    const provinceLead = await http.signIn('province-lead', PROVINCE)
    const layer = (limit: string) =>
      `id: qingshan\nkind: province\nversion: "1"\ntitle: { zh: 青山省预案, en: Provincial plan }\nissuer: { zh: 省厅, en: Office }\nissuedOn: 2026-06-01\nclauses: []\n${limit}`
    const sound = (await tryOut(layer('graceMinutes: 4\n'), provinceLead, PROVINCE)).json<PreparedEdition>()
    expect(sound.problems).toEqual([])
    expect(sound.ready?.plans.map(({ unit }) => unit)).toEqual([PROVINCE, COUNTY])
    // The county's own clause has that id already: its plan could not be joined any more.
    const clause = `clauses:\n  - id: county.extra\n    source: { document: 省, at: 一 }\n    status: official\n    text: { zh: 省, en: Province }\n`
    const taken = await tryOut(layer('').replace('clauses: []\n', clause), provinceLead, PROVINCE)
    expect(taken.json<PreparedEdition>()).toMatchObject({ problems: [{ code: 'id-twice', unit: COUNTY }] })
    expect(taken.json<PreparedEdition>().ready).toBeUndefined()
    const data = { unit: PROVINCE, campaign: CAMPAIGN, ...sound.ready, to: [COUNTY] }
    const on = { kind: 'edition', id: editionsId(CAMPAIGN, PROVINCE) }
    const answer = await give(
      provinceLead,
      http.test.actor('province-lead', PROVINCE),
      'IssueEdition',
      data,
      on,
    )
    expect(answer.statusCode, answer.body).toBe(200)
    const { plan } = (await http.ask('GET', '/api/kit', { cookie: chief })).json<Kit>()
    expect(plan.layers.map(({ kind, version }) => [kind, version])).toMatchObject([
      ['nation', expect.any(String)],
      ['province', '1'],
      ['county', '2026.3'],
      ['school', expect.any(String)],
    ])
    expect(plan.graceMinutes).toBe(4)
  })

  test('G1: an edition that was made ready before another one came into force is refused, not put over it', async () => {
    const { ready } = await prepared(edition('2026.4'))
    const provinceLead = await http.signIn('province-lead', PROVINCE)
    const { own } = await editionsFor(provinceLead)
    const written = (
      await http.ask('GET', `/api/editions/source?layer=${own?.layer}`, { cookie: provinceLead })
    ).body
    const next = (
      await tryOut(written.replace('version: "1"', 'version: "2"'), provinceLead, PROVINCE)
    ).json<PreparedEdition>()
    const on = { kind: 'edition', id: editionsId(CAMPAIGN, PROVINCE) }
    const data = { unit: PROVINCE, campaign: CAMPAIGN, ...next.ready, to: [] }
    await give(provinceLead, http.test.actor('province-lead', PROVINCE), 'IssueEdition', data, on)
    const late = { unit: COUNTY, campaign: CAMPAIGN, ...ready, to: [] }
    const answer = await give(lead, http.test.actor('county-lead', COUNTY), 'IssueEdition', late, stream)
    expect(answer.json()).toMatchObject({ code: 'edition.outdated' })
    expect((await issue(edition('2026.4'))).statusCode).toBe(200)
  })
})
