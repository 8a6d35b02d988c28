// How files lie in the database: sealed while they come and when they are here, gone with the key of their incident, removed
// when nobody finished or named them, looked into once however many processes there are.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { packed, pdf } from '../file-check/made-files.fixture.ts'
import { type FilesHttp, type Made, made, noise, openFilesHttp, type Who } from './files.fixture.ts'

let it: FilesHttp
let incident: string

beforeAll(async () => {
  it = await openFilesHttp()
})
beforeEach(async () => {
  incident = await it.newIncident()
})
afterAll(() => it?.http.close())

const photoOf = async (id = incident) => made(await it.nextPhoto(), 'photo', id)
const documentOf = (bytes: Buffer) => made(bytes, 'document', incident)
const filesShown = async (who: Who, id = incident) => (await it.incidentSeen(who, id)).files

describe('sealed', () => {
  test('art. 85: no byte of a file lies in clear in the database, neither while it comes nor when it is here', async () => {
    const mark = Buffer.from('明文标记'.repeat(10))
    const file = documentOf(pdf([`(${mark.toString()})`, packed('', noise(20_000))]))
    await it.announce('chief', file)
    await it.put('chief', file, 0, 10_000)
    const inClear = () =>
      it.http.test.owner('select file from file_piece where position($1::bytea in sealed) > 0', [
        mark.subarray(0, 12),
      ])
    expect(await inClear()).toEqual([])
    await it.put('chief', file, 10_000)
    expect(await inClear()).toEqual([])
    // A piece moved to another place does not open there.
    await it.attach('chief', file)
    const other = documentOf(pdf([packed('', noise(20_000))]))
    await it.attach('chief', other)
    await it.send('chief', other)
    await it.http.test.owner(
      `update file_piece p set sealed = (select sealed from file_piece q where q.file = $1 and q.at = 0) where p.file = $2 and p.at = 0`,
      [file.file, other.file],
    )
    expect((await it.read('chief', other)).statusCode).toBe(500)
  })

  test('art. 85: with the key of the incident its files are destroyed, for everybody and for good', async () => {
    const at = (await it.http.test.report(it.http.test.actor('chief-invigilator'), { words: '有人受伤' })).id
    const file = await photoOf(at)
    await it.attach('chief', file)
    await it.send('chief', file)
    expect((await it.read('county', file)).statusCode).toBe(200)
    await it.http.test.owner('delete from seal_key where stream = $1', [at])
    for (const who of ['county', 'chief'] as const) expect((await it.read(who, file)).statusCode).toBe(404)
    expect(await it.http.test.owner('select from file_piece where file = $1', [file.file])).toEqual([])
    expect(await filesShown('county', at)).toMatchObject([{ file: file.file, state: 'gone' }])
    // What is said from now on has another key; what is gone stays so.
    await it.http.test.give(
      it.http.test.actor('principal'),
      'SendMessage',
      { words: '事后补充' },
      { kind: 'incident', id: at },
    )
    expect((await it.announce('chief', file)).json()).toMatchObject({ state: 'gone' })
    expect((await it.read('county', file)).statusCode).toBe(404)
  })
})

describe('tidying', () => {
  const older = (file: Made, age: string) =>
    it.http.test.owner('update file set touched_at = touched_at - $2::interval where file = $1', [
      file.file,
      age,
    ])
  const isThere = async (file: Made) =>
    (await it.http.test.owner('select from file where file = $1', [file.file])).length === 1

  test('E2: what nobody finished in a day and no incident named in three is removed; all else stays', async () => {
    const [fresh, old, unnamed, named] = await Promise.all([0, 1, 2, 3].map(async () => await photoOf()))
    if (!fresh || !old || !unnamed || !named) throw new Error('four files')
    for (const file of [fresh, old]) await it.announce('chief', file)
    for (const file of [unnamed, named]) await it.send('chief', file)
    await it.attach('chief', named)
    await older(old, '25 hours')
    await older(unnamed, '73 hours')
    await older(named, '73 hours')
    await it.http.test.house.files.tidy()
    expect([await isThere(fresh), await isThere(old), await isThere(unnamed), await isThere(named)]).toEqual([
      ...[true, false, false, true],
    ])
  })

  test('E2: a file that was all here when a process stopped is looked into by the next; one of two does it', async () => {
    const cut = documentOf(pdf([packed('', noise(20_000))]))
    await it.announce('chief', cut)
    await it.put('chief', cut, 0, 10_000)
    // As if the process had stopped between taking the last piece and looking.
    const other = await it.http.test.openAnother()
    await it.http.test.owner(`update file set checking_at = clock_timestamp() where file = $1`, [cut.file])
    expect((await it.put('chief', cut, 10_000)).json()).toMatchObject({
      state: 'coming',
      received: cut.bytes.length,
    })
    await it.http.test.owner(
      `update file set checking_at = clock_timestamp() - interval '6 minutes' where file = $1`,
      [cut.file],
    )
    await Promise.all([it.http.test.house.files.tidy(), other.files.tidy()])
    await other.close()
    expect((await it.announce('chief', cut)).json()).toMatchObject({ state: 'ready' })
  })
})
