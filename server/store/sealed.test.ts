// What is personal and what people write lies sealed: nowhere in clear in the ledger, gone with its key, of no use without
// the master key. And a database is demo or real for ever.

import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handbookId } from '#core/handbook/handbook.ts'
import {
  accepted,
  CAMPAIGN,
  COUNTY,
  openTestHouse,
  PROVINCE,
  SCHOOL,
  type TestHouse,
} from '../house.fixture.ts'
import { openHouse } from '../open-house.ts'
import { testDatabase } from './embedded/test-database.ts'
import { WrongHouse } from './house.ts'
import { seal, sealerFrom, unseal } from './seal.ts'

/** Put into every free text, name and number: no column of the ledger may show it. */
const MARK = '密文标记'

type StreamRef = Parameters<TestHouse['give']>[3]

/** Every free text of the course of an incident, of orders, of likeness and of the handbook, each marked. */
async function theCourse(
  it: TestHouse,
  stream: { readonly kind: 'incident'; readonly id: string },
): Promise<void> {
  const principal = it.actor('principal')
  const county = it.actor('county-office', COUNTY)
  let nth = 20
  const said = (): string => `${MARK}${nth++}`
  const id = (): string => randomUUID()
  const give = (actor: typeof principal, type: string, data: object, to: StreamRef = stream) =>
    accepted(it.give(actor, type, data, to))
  const [answer, task, opinion, wording, hold, decision] = [id(), id(), id(), id(), id(), id()]
  await give(county, 'RaiseTo', { tier: 'province', words: said() })
  const oral = { oral: id(), from: said(), to: said(), toTier: 'county', saidAt: 0, words: said() }
  await give(principal, 'LogOral', oral)
  await give(county, 'ReportOn', { report: id(), kind: 'follow-up', words: said() })
  const tasks = [{ task, post: 'principal', words: said() }]
  await give(county, 'Answer', { answer, instruction: said(), tasks })
  await give(principal, 'DoTask', { task, effect: said() })
  await give(principal, 'StartHold', { hold, reason: said() })
  await give(county, 'EndHold', { hold, reason: said() })
  await give(principal, 'SeeOpinion', {
    opinion,
    where: said(),
    link: said(),
    spread: 'single',
    seenAt: 0,
    words: said(),
  })
  await give(principal, 'DraftWording', { opinion, wording, words: said() })
  await give(county, 'JudgeOpinion', { opinion, verdict: 'verified', words: said() })
  await give(principal, 'Attach', {
    file: id(),
    hash: 'f'.repeat(64),
    size: 5,
    kind: 'photo',
    name: said(),
  })
  await give(county, 'Verify', { verdict: 'verified', words: said() })
  await it.give(
    it.actor('chief-invigilator'),
    'ProposeJoint',
    { decision, kind: 'on-the-spot', words: said() },
    stream,
  )
  const now = await it.now()
  const order = { kind: 'order' as const, id: `99-${id()}` }
  const plan = it.plan.hash
  const to = [SCHOOL]
  const given = { unit: COUNTY, campaign: CAMPAIGN, plan, kind: 'notice', to, words: said(), from: now }
  await give(county, 'GiveOrder', given, order)
  await give(county, 'WithdrawOrder', { reason: said() }, order)
  const example = {
    example: id(),
    document: 'manual',
    year: 2026,
    place: 'p. 9',
    scenarios: ['power-cut'],
    title: said(),
    handling: said(),
  }
  const book = { kind: 'handbook' as const, id: handbookId(CAMPAIGN, COUNTY) }
  await give(county, 'EnterExamples', { unit: COUNTY, campaign: CAMPAIGN, examples: [example] }, book)
}

describe('sealed parts', () => {
  let it: TestHouse
  let stream: { readonly kind: 'incident'; readonly id: string }
  beforeAll(async () => {
    it = await openTestHouse()
    const [principal, county] = [it.actor('principal'), it.actor('county-office', COUNTY)]
    stream = (await it.report(it.actor('chief-invigilator'), { words: `${MARK}一` })) as typeof stream
    const ask = randomUUID()
    const answer = randomUUID()
    const step = it.plan.situations['power-cut']?.steps[0]?.id ?? ''
    const give = (actor: typeof principal, type: string, data: object) =>
      accepted(it.give(actor, type, data, stream))
    await give(principal, 'StateFacts', { stated: {}, words: `${MARK}二` })
    await give(principal, 'Ask', { ask, question: `${MARK}三`, proposal: `${MARK}四` })
    await give(county, 'Answer', { answer, ask, instruction: `${MARK}五` })
    await give(principal, 'Comply', { answer })
    await give(principal, 'DoStep', { step, note: `${MARK}六` })
    await give(principal, 'ReopenStep', { step, reason: `${MARK}七` })
    await give(principal, 'TakeMeasure', { measure: `${MARK}八` })
    await give(principal, 'SendMessage', { words: `${MARK}九` })
    await give(principal, 'StartResponse', { expectedMinutes: 30, measures: `${MARK}十` })
    await give(principal, 'StateExample', { listed: true, reference: `${MARK}十一` }).catch(() => undefined)
    const province = it.actor('province-office', PROVINCE)
    await give(province, 'Regrade', { eventLevel: 1, responseLevel: 'IV', reason: `${MARK}十二` })
    await give(principal, 'Handle', { outcome: `${MARK}十三` })
    await give(principal, 'WriteDown', { form: 'situation-record', reference: `${MARK}十四` })
    await theCourse(it, stream)
    const person = { kind: 'person' as const, id: '99-marked' }
    await accepted(
      it.give(
        { ...principal, role: 'plan' },
        'RegisterPerson',
        { unit: SCHOOL, name: `${MARK}名`, phone: '199-0000-7777' },
        person,
      ),
    )
  })
  afterAll(() => it.close())

  test('B2, art. 85: no free text, name or number stands in clear in any column of the ledger or of what is kept for ever', async () => {
    for (const table of [
      'ledger',
      'command_seen',
      'stream_head',
      'seal_key',
      'deadline',
      'checkpoint',
      'notice_row',
      'order_row',
      'receipt_row',
      'spread_row',
      'twice_row',
      'handbook_example',
      'edition_row',
      'file',
    ]) {
      const rows = await it.owner<{ row: string }>(`select row_to_json(t)::text as row from ${table} t`)
      expect(rows.filter(({ row }) => row.includes(MARK) || row.includes('199-0000-7777'))).toEqual([])
    }
    const [count] = await it.owner<{ sealed: number }>(
      `select count(*) as sealed from ledger where stream = $1 and private ? 'text'`,
      [stream.id],
    )
    expect(count?.sealed).toBeGreaterThanOrEqual(12)
  })

  test('art. 85: every key lies wrapped; equal texts give different bytes', async () => {
    const keys = await it.owner<{ stream: string; class: 'text'; wrapped: Buffer }>('select * from seal_key')
    expect(keys.length).toBeGreaterThan(0)
    const sealer = sealerFrom(it.masterKey)
    for (const key of keys) {
      expect(key.wrapped).toHaveLength(60)
      expect(sealer.unwrap(key.wrapped, key.stream, key.class)).toHaveLength(32)
      expect(() => sealerFrom(randomBytes(32)).unwrap(key.wrapped, key.stream, key.class)).toThrow()
      // Bound to its stream: moved to another it opens nothing.
      expect(() => sealer.unwrap(key.wrapped, 'another', key.class)).toThrow()
    }
    const one = sealer.makeKey()
    const sealed = () => seal({ text: { words: '同样的话' } }, () => one).text
    expect(sealed()).not.toBe(sealed())
    expect(unseal({ text: sealed() ?? '' }, () => one)).toEqual({ text: { words: '同样的话' } })
  })

  test('art. 85: a destroyed key takes the words with it; the record stays readable and can be added to', async () => {
    const county = it.actor('county-office', COUNTY)
    const before = await it.house.see.incident(county, stream.id)
    expect(before?.incident.words).toBe(`${MARK}一`)
    await it.owner('delete from seal_key where stream = $1', [stream.id])
    const after = await it.house.see.incident(county, stream.id)
    expect(JSON.stringify(after?.incident)).not.toContain(MARK)
    expect(after?.incident).toMatchObject({
      status: before?.incident.status,
      version: before?.incident.version,
      number: before?.incident.number,
    })
    expect(after?.incident.asks).toHaveLength(1)
    expect(after?.incident.asks[0]).not.toHaveProperty('question')
    // What is said from now on has a key of its own; what was destroyed stays so.
    await accepted(it.give(it.actor('principal'), 'SendMessage', { words: '事后补充' }, stream))
    const added = await it.house.see.incident(county, stream.id)
    expect(added?.incident.entries.at(-1)?.text).toBe('事后补充')
    expect(added?.incident.entries.filter((entry) => entry.text !== undefined)).toHaveLength(1)
  })
})

describe('whose database it is', () => {
  test('art. 85: a database that was sealed with another master key is refused, with the remedy', async () => {
    const it = await openTestHouse()
    const other = it.openAnother({ masterKey: randomBytes(32) })
    await expect(other).rejects.toThrow(WrongHouse)
    await expect(other).rejects.toThrow(/HUCE_KEY_FILE/)
    await it.close()
  })

  test('D6: a database is a demonstration or real for ever', async () => {
    const it = await openTestHouse()
    await expect(it.openAnother({ mode: 'real' })).rejects.toThrow(
      /holds a demonstration and stays one.*empty HUCE_DATA/,
    )
    const database = await testDatabase()
    const options = { ...database, masterKey: randomBytes(32), builtIn: it.plan }
    const real = await openHouse({ ...options, mode: 'real' })
    await real.close()
    await expect(openHouse({ ...options, mode: 'demo' })).rejects.toThrow(/never becomes a demonstration/)
    const again = await openHouse({ ...options, mode: 'real' })
    expect(again.mode).toBe('real')
    await again.close()
    await database.drop()
    await it.close()
  })

  test('an empty database without an owner is refused with the remedy; a newer one is left alone', async () => {
    const it = await openTestHouse()
    const database = await testDatabase()
    const options = { ...database, masterKey: randomBytes(32), builtIn: it.plan, mode: 'demo' as const }
    await expect(openHouse({ ...options, ownerUrl: undefined })).rejects.toThrow(/HUCE_DATABASE_OWNER_URL/)
    await database.drop()
    await it.owner(`insert into schema_version (name) values ('9999-later.sql')`)
    await expect(it.openAnother()).rejects.toThrow(/newer Huce.*9999-later/)
    await it.close()
  })

  test('two processes that open an empty database at the same moment both come in', async () => {
    const it = await openTestHouse()
    const database = await testDatabase()
    const options = { ...database, masterKey: randomBytes(32), builtIn: it.plan, mode: 'demo' as const }
    const houses = await Promise.all([openHouse(options), openHouse(options), openHouse(options)])
    for (const house of houses) await house.close()
    await database.drop()
    await it.close()
  })
})
