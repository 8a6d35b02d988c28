// Files of incidents over HTTP, with real files: announced, sent in pieces, cut off and resumed, looked into, read by whom it
// concerns and nobody else. How they lie in the database is files-kept.test.ts; what they may hold, server/file-check.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Problem } from '#core/wire/problem.ts'
import type { FileView, IncidentView } from '#core/wire/view.ts'
import { packed, pdf, png, SECRET, word, zip } from '../file-check/made-files.fixture.ts'
import { accepted, CAMPAIGN, SCHOOL } from '../house.fixture.ts'
import { type FilesHttp, made, noise, openFilesHttp, type Who } from './files.fixture.ts'

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

describe('sending', () => {
  test('E2: a photo is attached, looked into, and read without where and by what it was taken', async () => {
    const file = await photoOf()
    await it.attach('chief', file)
    expect(await filesShown('county')).toContainEqual({
      ...{ file: file.file, kind: 'photo', size: file.bytes.length, state: 'coming', received: 0 },
    })
    expect((await it.read('county', file)).statusCode).toBe(404)
    expect(await it.send('chief', file)).toMatchObject({ state: 'ready', type: 'image/jpeg' })
    expect(await filesShown('county')).toContainEqual(
      expect.objectContaining({ file: file.file, state: 'ready' }),
    )
    const answer = await it.read('county', file)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="${file.file}.jpg"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=300',
      'content-length': String(answer.rawPayload.length),
    })
    expect(answer.rawPayload.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
    for (const mark of [SECRET, 'Exif']) expect(answer.rawPayload.includes(mark)).toBe(false)
  })

  test('E2: what was cut off goes on where it stopped; the same piece again is harmless, another place is said', async () => {
    const file = documentOf(pdf([packed('', noise(900_000))]))
    await it.announce('chief', file)
    expect((await it.put('chief', file, 0, 300_000)).json()).toMatchObject({
      state: 'coming',
      received: 300_000,
    })
    const gap = await it.put('chief', file, 500_000, 600_000)
    expect([gap.statusCode, gap.json<Problem>().code, gap.json<Problem>().received]).toEqual([
      409,
      'file.gap',
      300_000,
    ])
    // The answer was lost: the phone sends it again, or asks.
    expect((await it.put('chief', file, 0, 300_000)).json()).toMatchObject({ received: 300_000 })
    expect((await it.announce('chief', file)).json()).toMatchObject({ state: 'coming', received: 300_000 })
    await it.put('chief', file, 300_000, 700_000)
    const last = (await it.put('chief', file, 700_000)).json<FileView>()
    expect(last).toMatchObject({ state: 'ready', type: 'application/pdf', received: file.bytes.length })
    expect((await it.put('chief', file, 700_000)).json()).toEqual(last)
    // Nothing at all asks how far it is.
    expect((await it.put('chief', file, file.bytes.length)).json()).toEqual(last)
    expect((await it.announce('chief', file, { post: undefined })).json()).toEqual(last)
    const answer = await it.read('chief', file)
    expect(answer.rawPayload.equals(file.bytes)).toBe(true)
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="${file.file}.pdf"`)
  })

  test('E2: the same file sent twice at once is here once and whole', async () => {
    const file = documentOf(pdf([packed('', noise(400_000))]))
    const [one, other] = await Promise.all([it.announce('chief', file), it.announce('chief', file)])
    expect([one.statusCode, other.statusCode]).toEqual([200, 200])
    for (const [from, to] of [
      [0, 200_000],
      [200_000, file.bytes.length],
    ] as const)
      await Promise.all([it.put('chief', file, from, to), it.put('chief', file, from, to)])
    expect((await it.announce('chief', file)).json()).toMatchObject({ state: 'ready' })
    expect((await it.read('chief', file)).rawPayload.equals(file.bytes)).toBe(true)
  })

  test('E2: bytes that are not those announced are refused as broken, and may be sent anew', async () => {
    const file = await photoOf()
    const wrong = { ...file, bytes: Buffer.from(file.bytes) }
    wrong.bytes[wrong.bytes.length - 1] = 0
    await it.announce('chief', file)
    expect((await it.put('chief', wrong, 0)).json()).toMatchObject({
      state: 'refused',
      refused: 'file.broken',
    })
    expect((await it.announce('chief', file)).json()).toMatchObject({ state: 'coming', received: 0 })
    expect((await it.put('chief', file, 0)).json()).toMatchObject({ state: 'ready' })
  })

  test('E2: what could do harm is refused with a word that stays to be read, and its bytes are not kept', async () => {
    const bombs: readonly [FileView['kind'], string, Buffer][] = [
      ['photo', 'file.not-safe', png(60_000, 60_000, Buffer.alloc(10))],
      ['photo', 'file.kind', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
      ['document', 'file.not-safe', pdf([packed('/Type /ObjStm /N 1 /First 4', '9 0 << /S /JavaScript >>')])],
      ['document', 'file.not-safe', zip([...word(), { name: 'word/a.xml', bytes: Buffer.alloc(2e7) }])],
      ['document', 'file.not-safe', zip([...word(), { name: '../../a.xml', bytes: '<a/>' }])],
    ]
    for (const [kind, refused, bytes] of bombs) {
      const file = made(bytes, kind, incident)
      await it.attach('chief', file)
      expect(await it.send('chief', file)).toMatchObject({ state: 'refused', refused })
      expect(await filesShown('county')).toContainEqual(expect.objectContaining({ file: file.file, refused }))
      expect((await it.announce('chief', file)).json()).toMatchObject({ state: 'refused', refused })
      const pieces = await it.http.test.owner('select from file_piece where file = $1', [file.file])
      expect([(await it.read('chief', file)).statusCode, pieces.length]).toEqual([404, 0])
    }
  })

  test('E5: a screen shot of what is said in public stands beside it on record, as a picture drawn anew', async () => {
    const opinion = randomUUID()
    const seen = { opinion, where: '微信群', spread: 'single', seenAt: await it.http.test.now() }
    const principal = it.http.test.actor('principal')
    const stream = { kind: 'incident', id: incident } as const
    await accepted(it.http.test.give(principal, 'SeeOpinion', seen, stream))
    const file = made(png(400, 200, Buffer.alloc(200 * 1201)), 'photo', incident)
    await it.attach('principal', file, { about: opinion })
    expect(await it.send('principal', file)).toMatchObject({ state: 'ready', type: 'image/jpeg' })
    const answer = await it.http.ask('GET', `/api/incidents/${incident}`, { cookie: it.signedIn('county') })
    expect(answer.json<IncidentView>().incident.files).toMatchObject([{ file: file.file, about: opinion }])
    expect((await it.read('county', file)).rawPayload.includes(SECRET)).toBe(false)
  })

  test('E2: too large, too many, pieces too small or too large, and anything but bytes are turned away', async () => {
    const at = (await it.http.test.report(it.http.test.actor('chief-invigilator'))).id
    const file = await photoOf(at)
    const large = await it.announce('chief', file, { size: 12 * 1024 * 1024 + 1 })
    expect([large.statusCode, large.json<Problem>().code]).toEqual([413, 'file.too-large'])
    for (let nth = 0; nth < 20; nth++) await it.announce('chief', made(Buffer.from([nth]), 'voice', at))
    const many = await it.announce('chief', file)
    expect([many.statusCode, many.json<Problem>().code]).toEqual([409, 'file.too-many'])
    const long = documentOf(pdf([packed('', noise(600_000))]))
    await it.announce('chief', long)
    expect((await it.put('chief', long, 0, 100)).json<Problem>().code).toBe('file.piece')
    const whole = await it.put('chief', long, 0)
    expect([whole.statusCode, whole.json<Problem>().code]).toEqual([413, 'body.too-large'])
    expect(whole.json<Problem>().title).toContain('512 KB')
    const json = await it.http.ask('PUT', `/api/files/${long.file}?from=0`, {
      cookie: it.signedIn('chief'),
      body: { a: 1 },
    })
    expect([json.statusCode, json.json<Problem>().code]).toEqual([415, 'body.not-bytes'])
  })
})

describe('who', () => {
  test('E2: a neighbour school and another county read nothing, add nothing, and learn nothing of what there is', async () => {
    const file = await photoOf()
    await it.attach('chief', file)
    await it.send('chief', file)
    for (const who of ['next', 'otherCounty'] as const) {
      expect((await it.read(who, file)).json()).toEqual(
        (await it.read(who, made(Buffer.alloc(1), 'photo', incident))).json(),
      )
      expect((await it.announce(who, made(Buffer.from('x'), 'photo', incident))).statusCode).toBe(404)
      expect((await it.announce(who, file)).statusCode).toBe(404)
      expect((await it.put(who, file, 0)).json<Problem>().code).toBe('file.unknown')
    }
    expect((await it.http.ask('GET', `/api/files/${file.file}`)).statusCode).toBe(401)
    // A colleague reads it, but neither goes on with another's file nor takes its place.
    expect((await it.read('principal', file)).statusCode).toBe(200)
    expect((await it.put('principal', file, 0)).json<Problem>().code).toBe('file.unknown')
  })

  test('E2: whoever sees in the record that a picture is still on a phone cannot send another in its place', async () => {
    const file = await photoOf()
    await it.attach('chief', file)
    expect((await it.announce('principal', file)).json<Problem>().code).toBe('file.unknown')
    const other = await photoOf()
    expect((await it.announce('chief', { ...other, file: file.file })).json<Problem>().code).toBe(
      'file.unknown',
    )
    expect(await it.send('chief', file)).toMatchObject({ state: 'ready' })
  })

  test('E2: a file comes before its incident: only its sender reads it until the incident names it', async () => {
    const at = `99-${randomUUID()}`
    const file = await photoOf(at)
    expect(await it.send('chief', file)).toMatchObject({ state: 'ready' })
    expect((await it.read('chief', file)).statusCode).toBe(200)
    expect((await it.read('principal', file)).statusCode).toBe(404)
    const chief = it.http.test.actor('chief-invigilator')
    const report = {
      unit: SCHOOL,
      campaign: CAMPAIGN,
      plan: it.http.test.plan.hash,
      scenario: 'power-cut',
      stated: {},
    }
    const data = { ...report, discoveredAt: await it.http.test.now() }
    await it.http.test.give(chief, 'Report', data, { kind: 'incident', id: at })
    expect((await it.read('county', file)).statusCode).toBe(404)
    await it.attach('chief', file)
    expect((await it.read('county', file)).statusCode).toBe(200)
    expect(await filesShown('county', at)).toMatchObject([{ file: file.file, state: 'ready' }])
    const [row] = await it.http.test.owner<{ bound: boolean }>('select bound from file where file = $1', [
      file.file,
    ])
    expect(row?.bound).toBe(true)
  })

  test('E2: what is announced and not on record is nobody else’s to know, and fills nobody else’s places', async () => {
    const at = await it.newIncident()
    for (let nth = 0; nth < 20; nth++)
      expect((await it.announce('principal', made(Buffer.from([nth]), 'voice', at))).statusCode).toBe(200)
    expect(await filesShown('principal', at)).toHaveLength(20)
    for (const who of ['chief', 'county'] as const) expect(await filesShown(who, at)).toEqual([])
    expect((await it.announce('principal', made(Buffer.from('x'), 'voice', at))).statusCode).toBe(409)
    const file = await photoOf(at)
    expect(await it.send('chief', file)).toMatchObject({ state: 'ready' })
    await it.attach('chief', file)
    expect(await filesShown('county', at)).toMatchObject([{ file: file.file, state: 'ready' }])
  })

  test('E2: an outsider who is named in an incident reads its photos only if he sent them', async () => {
    const post = Object.values(it.http.test.plan.posts).find(
      ({ role, tier }) => role === 'outside' && tier === 'school',
    )
    if (!post) throw new Error('the plan has no post of an outsider at a school')
    const outsider = it.http.test.actor(post.id, SCHOOL)
    await it.http.test.owner(
      `insert into concern (person, kind, stream) values ($1, 'incident', $2) on conflict do nothing`,
      [outsider.person, incident],
    )
    const cookie = await it.http.signIn(post.id, SCHOOL)
    const [file, own] = [await photoOf(), await photoOf()]
    await it.attach('chief', file)
    await it.send('chief', file)
    expect((await it.http.ask('GET', `/api/files/${file.file}`, { cookie })).statusCode).toBe(404)
    const seen = await it.http.ask('GET', `/api/incidents/${incident}`, { cookie })
    expect(seen.json<IncidentView>().incident.withheld).toContain('course')
    expect(seen.json<IncidentView>().files).toEqual([])
    const { bytes, ...announced } = own
    const body = { post: outsider.post, ...announced, size: bytes.length }
    expect((await it.http.ask('POST', '/api/files', { cookie, body })).statusCode).toBe(200)
    const headers = { 'content-type': 'application/octet-stream' }
    await it.http.ask('PUT', `/api/files/${own.file}?from=0`, { cookie, headers, body: bytes })
    expect((await it.http.ask('GET', `/api/files/${own.file}`, { cookie })).statusCode).toBe(200)
  })
})
