// Files of incidents over HTTP, with real files: announced, sent in pieces, cut off and resumed, looked into, read by whom it
// concerns and nobody else, sealed, gone with the key. What a file may hold is proved in server/file-check.

import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Problem } from '#core/wire/problem.ts'
import type { FileView, IncidentView } from '#core/wire/view.ts'
import type { Command } from '../act.ts'
import { packed, pdf, photo, png, SECRET, word, zip } from '../file-check/made-files.fixture.ts'
import { accepted, CAMPAIGN, COUNTY, NEXT_SCHOOL, OTHER_COUNTY, SCHOOL } from '../house.fixture.ts'
import { openTestHttp, type TestHttp } from './http.fixture.ts'

let http: TestHttp
let cookies: { chief: string; principal: string; next: string; county: string; otherCounty: string }
let incident: string
let photos = 0

/** Photos are told apart by their width: the same bytes are attached to an incident once. */
const nextPhoto = () => photo(64 + 2 * photos++)

beforeAll(async () => {
  http = await openTestHttp()
  cookies = {
    chief: await http.signIn('chief-invigilator'),
    principal: await http.signIn('principal'),
    next: await http.signIn('principal', NEXT_SCHOOL),
    county: await http.signIn('county-office', COUNTY),
    otherCounty: await http.signIn('county-office', OTHER_COUNTY),
  }
})
beforeEach(async () => {
  incident = (await http.test.report(http.test.actor('chief-invigilator'))).id
})
afterAll(() => http?.close())

type Who = keyof typeof cookies
type Kind = FileView['kind']

interface Made {
  readonly file: string
  readonly bytes: Buffer
  readonly kind: Kind
  readonly incident: string
  readonly hash: string
}

const made = (bytes: Buffer, kind: Kind = 'photo', at = incident): Made => ({
  ...{ file: randomUUID(), bytes, kind, incident: at },
  hash: createHash('sha256').update(bytes).digest('hex'),
})

const POSTS: Readonly<Record<Who, readonly [string, string]>> = {
  chief: ['chief-invigilator', SCHOOL],
  principal: ['principal', SCHOOL],
  next: ['principal', NEXT_SCHOOL],
  county: ['county-office', COUNTY],
  otherCounty: ['county-office', OTHER_COUNTY],
}

function announce(who: Who, { bytes, ...file }: Made, more: object = {}) {
  const { post } = http.test.actor(...POSTS[who])
  const body = { post, ...file, size: bytes.length, ...more }
  return http.ask('POST', '/api/files', { cookie: cookies[who], body })
}

function put(who: Who, file: Made, from: number, to = file.bytes.length) {
  return http.ask('PUT', `/api/files/${file.file}?from=${from}`, {
    cookie: cookies[who],
    headers: { 'content-type': 'application/octet-stream' },
    body: file.bytes.subarray(from, to),
  })
}

const read = (who: Who, file: Made) => http.ask('GET', `/api/files/${file.file}`, { cookie: cookies[who] })

async function attach(
  who: Who,
  { file, hash, bytes, kind, incident: id }: Made,
  more: object = {},
): Promise<void> {
  const [postKind, unit] = POSTS[who]
  const data = { file, hash, size: bytes.length, kind, name: '走廊照片', ...more }
  const stream: Command['stream'] = { kind: 'incident', id }
  await accepted(http.test.give(http.test.actor(postKind, unit), 'Attach', data, stream))
}

/** Announced and sent in one piece. */
async function send(who: Who, file: Made): Promise<FileView> {
  const announced = await announce(who, file)
  if (announced.statusCode !== 200) throw new Error(announced.body)
  return (await put(who, file, 0)).json()
}

async function filesShown(who: Who, id = incident): Promise<readonly FileView[]> {
  const answer = await http.ask('GET', `/api/incidents/${id}`, { cookie: cookies[who] })
  return answer.json<IncidentView>().files
}

describe('sending', () => {
  test('E2: a photo is attached, looked into, and read without where and by what it was taken', async () => {
    const file = made(await nextPhoto())
    await attach('chief', file)
    expect(await filesShown('county')).toContainEqual({
      ...{ file: file.file, kind: 'photo', size: file.bytes.length, state: 'coming', received: 0 },
    })
    expect((await read('county', file)).statusCode).toBe(404)
    expect(await send('chief', file)).toMatchObject({ state: 'ready', type: 'image/jpeg' })
    expect(await filesShown('county')).toContainEqual(
      expect.objectContaining({ file: file.file, state: 'ready' }),
    )
    const answer = await read('county', file)
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
    const file = made(pdf([packed('', noise(900_000))]), 'document')
    await announce('chief', file)
    expect((await put('chief', file, 0, 300_000)).json()).toMatchObject({
      state: 'coming',
      received: 300_000,
    })
    const gap = await put('chief', file, 500_000, 600_000)
    expect([gap.statusCode, gap.json<Problem>().code, gap.json<Problem>().received]).toEqual([
      409,
      'file.gap',
      300_000,
    ])
    // The answer was lost: the phone sends it again, or asks.
    expect((await put('chief', file, 0, 300_000)).json()).toMatchObject({ received: 300_000 })
    expect((await announce('chief', file)).json()).toMatchObject({ state: 'coming', received: 300_000 })
    await put('chief', file, 300_000, 700_000)
    const last = (await put('chief', file, 700_000)).json<FileView>()
    expect(last).toMatchObject({ state: 'ready', type: 'application/pdf', received: file.bytes.length })
    expect((await put('chief', file, 700_000)).json()).toEqual(last)
    const answer = await read('chief', file)
    expect(answer.rawPayload.equals(file.bytes)).toBe(true)
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="${file.file}.pdf"`)
  })

  test('E2: the same file sent twice at once is here once and whole', async () => {
    const file = made(pdf([packed('', noise(400_000))]), 'document')
    const [one, other] = await Promise.all([announce('chief', file), announce('chief', file)])
    expect([one.statusCode, other.statusCode]).toEqual([200, 200])
    for (const [from, to] of [
      [0, 200_000],
      [200_000, file.bytes.length],
    ] as const)
      await Promise.all([put('chief', file, from, to), put('chief', file, from, to)])
    expect((await announce('chief', file)).json()).toMatchObject({ state: 'ready' })
    expect((await read('chief', file)).rawPayload.equals(file.bytes)).toBe(true)
  })

  test('E2: bytes that are not those announced are refused as broken, and may be sent anew', async () => {
    const file = made(await nextPhoto())
    const wrong = { ...file, bytes: Buffer.from(file.bytes) }
    wrong.bytes[wrong.bytes.length - 1] = 0
    await announce('chief', file)
    expect((await put('chief', wrong, 0)).json()).toMatchObject({ state: 'refused', refused: 'file.broken' })
    expect((await announce('chief', file)).json()).toMatchObject({ state: 'coming', received: 0 })
    expect((await put('chief', file, 0)).json()).toMatchObject({ state: 'ready' })
  })

  test('E2: what could do harm is refused with a word that stays to be read, and its bytes are not kept', async () => {
    const bombs: readonly [Kind, string, Buffer][] = [
      ['photo', 'file.not-safe', png(60_000, 60_000, Buffer.alloc(10))],
      ['photo', 'file.kind', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
      ['document', 'file.not-safe', pdf([packed('/Type /ObjStm /N 1 /First 4', '9 0 << /S /JavaScript >>')])],
      ['document', 'file.not-safe', zip([...word(), { name: 'word/a.xml', bytes: Buffer.alloc(2e7) }])],
      ['document', 'file.not-safe', zip([...word(), { name: '../../a.xml', bytes: '<a/>' }])],
    ]
    for (const [kind, refused, bytes] of bombs) {
      const file = made(bytes, kind)
      await attach('chief', file)
      expect(await send('chief', file)).toMatchObject({ state: 'refused', refused })
      expect(await filesShown('county')).toContainEqual(expect.objectContaining({ file: file.file, refused }))
      expect((await announce('chief', file)).json()).toMatchObject({ state: 'refused', refused })
      const pieces = await http.test.owner('select from file_piece where file = $1', [file.file])
      expect([(await read('chief', file)).statusCode, pieces.length]).toEqual([404, 0])
    }
  })

  test('E5: a screen shot of what is said in public stands beside it on record, as a picture drawn anew', async () => {
    const opinion = randomUUID()
    const seen = { opinion, where: '微信群', spread: 'single', seenAt: await http.test.now() }
    const principal = http.test.actor('principal')
    const stream = { kind: 'incident', id: incident } as const
    await accepted(http.test.give(principal, 'SeeOpinion', seen, stream))
    const file = made(png(400, 200, Buffer.alloc(200 * 1201)))
    await attach('principal', file, { about: opinion })
    expect(await send('principal', file)).toMatchObject({ state: 'ready', type: 'image/jpeg' })
    const answer = await http.ask('GET', `/api/incidents/${incident}`, { cookie: cookies.county })
    expect(answer.json<IncidentView>().incident.files).toMatchObject([{ file: file.file, about: opinion }])
    expect((await read('county', file)).rawPayload.includes(SECRET)).toBe(false)
  })

  test('E2: too large, too many, pieces too small or too large, and anything but bytes are turned away', async () => {
    const at = (await http.test.report(http.test.actor('chief-invigilator'))).id
    const file = made(await nextPhoto(), 'photo', at)
    const large = await announce('chief', file, { size: 12 * 1024 * 1024 + 1 })
    expect([large.statusCode, large.json<Problem>().code]).toEqual([413, 'file.too-large'])
    for (let nth = 0; nth < 20; nth++) await announce('chief', made(Buffer.from([nth]), 'voice', at))
    const many = await announce('chief', file)
    expect([many.statusCode, many.json<Problem>().code]).toEqual([409, 'file.too-many'])
    const long = made(pdf([packed('', noise(600_000))]), 'document')
    await announce('chief', long)
    expect((await put('chief', long, 0, 100)).json<Problem>().code).toBe('file.piece')
    const whole = await put('chief', long, 0)
    expect([whole.statusCode, whole.json<Problem>().code]).toEqual([413, 'body.too-large'])
    expect(whole.json<Problem>().title).toContain('512 KB')
    const json = await http.ask('PUT', `/api/files/${long.file}?from=0`, {
      cookie: cookies.chief,
      body: { a: 1 },
    })
    expect([json.statusCode, json.json<Problem>().code]).toEqual([415, 'body.not-bytes'])
  })
})

describe('who', () => {
  test('E2: a neighbour school and another county read nothing, add nothing, and learn nothing of what there is', async () => {
    const file = made(await nextPhoto())
    await attach('chief', file)
    await send('chief', file)
    for (const who of ['next', 'otherCounty'] as const) {
      expect((await read(who, file)).json()).toEqual((await read(who, made(Buffer.alloc(1)))).json())
      expect((await announce(who, made(Buffer.from('x')))).statusCode).toBe(404)
      expect((await announce(who, file)).statusCode).toBe(404)
      expect((await put(who, file, 0)).json<Problem>().code).toBe('file.unknown')
    }
    expect((await http.ask('GET', `/api/files/${file.file}`)).statusCode).toBe(401)
    // A colleague reads it, but neither goes on with another's file nor takes its place.
    expect((await read('principal', file)).statusCode).toBe(200)
    expect((await put('principal', file, 0)).json<Problem>().code).toBe('file.unknown')
  })

  test('E2: whoever sees in the record that a picture is still on a phone cannot send another in its place', async () => {
    const file = made(await nextPhoto())
    await attach('chief', file)
    expect((await announce('principal', file)).json<Problem>().code).toBe('file.unknown')
    const other = made(await nextPhoto())
    expect((await announce('chief', { ...other, file: file.file })).json<Problem>().code).toBe('file.unknown')
    expect(await send('chief', file)).toMatchObject({ state: 'ready' })
  })

  test('E2: a file comes before its incident: only its sender reads it until the incident names it', async () => {
    const at = `99-${randomUUID()}`
    const file = made(await nextPhoto(), 'photo', at)
    expect(await send('chief', file)).toMatchObject({ state: 'ready' })
    expect((await read('chief', file)).statusCode).toBe(200)
    expect((await read('principal', file)).statusCode).toBe(404)
    const chief = http.test.actor('chief-invigilator')
    const report = {
      unit: SCHOOL,
      campaign: CAMPAIGN,
      plan: http.test.plan.hash,
      scenario: 'power-cut',
      stated: {},
    }
    const data = { ...report, discoveredAt: await http.test.now() }
    await http.test.give(chief, 'Report', data, { kind: 'incident', id: at })
    expect((await read('county', file)).statusCode).toBe(404)
    await attach('chief', file)
    expect((await read('county', file)).statusCode).toBe(200)
    expect(await filesShown('county', at)).toMatchObject([{ file: file.file, state: 'ready' }])
    const [row] = await http.test.owner<{ bound: boolean }>('select bound from file where file = $1', [
      file.file,
    ])
    expect(row?.bound).toBe(true)
  })

  test('E2: an outsider who is named in an incident reads its photos only if he sent them', async () => {
    const post = Object.values(http.test.plan.posts).find(
      ({ role, tier }) => role === 'outside' && tier === 'school',
    )
    if (!post) throw new Error('the plan has no post of an outsider at a school')
    const outsider = http.test.actor(post.id, SCHOOL)
    await http.test.owner(
      `insert into concern (person, kind, stream) values ($1, 'incident', $2) on conflict do nothing`,
      [outsider.person, incident],
    )
    const cookie = await http.signIn(post.id, SCHOOL)
    const [file, own] = [made(await nextPhoto()), made(await nextPhoto())]
    await attach('chief', file)
    await send('chief', file)
    expect((await http.ask('GET', `/api/files/${file.file}`, { cookie })).statusCode).toBe(404)
    const { bytes, ...announced } = own
    const body = { post: outsider.post, ...announced, size: bytes.length }
    expect((await http.ask('POST', '/api/files', { cookie, body })).statusCode).toBe(200)
    const headers = { 'content-type': 'application/octet-stream' }
    await http.ask('PUT', `/api/files/${own.file}?from=0`, { cookie, headers, body: bytes })
    expect((await http.ask('GET', `/api/files/${own.file}`, { cookie })).statusCode).toBe(200)
  })
})

describe('sealed', () => {
  test('art. 85: no byte of a file lies in clear in the database, neither while it comes nor when it is here', async () => {
    const mark = Buffer.from('明文标记'.repeat(10))
    const file = made(pdf([`(${mark.toString()})`, packed('', noise(20_000))]), 'document')
    await announce('chief', file)
    await put('chief', file, 0, 10_000)
    const inClear = () =>
      http.test.owner('select file from file_piece where position($1::bytea in sealed) > 0', [
        mark.subarray(0, 12),
      ])
    expect(await inClear()).toEqual([])
    await put('chief', file, 10_000)
    expect(await inClear()).toEqual([])
    // A piece moved to another place does not open there.
    await attach('chief', file)
    const other = made(pdf([packed('', noise(20_000))]), 'document')
    await attach('chief', other)
    await send('chief', other)
    await http.test.owner(
      `update file_piece p set sealed = (select sealed from file_piece q where q.file = $1 and q.at = 0) where p.file = $2 and p.at = 0`,
      [file.file, other.file],
    )
    expect((await read('chief', other)).statusCode).toBe(500)
  })

  test('art. 85: with the key of the incident its files are destroyed, for everybody and for good', async () => {
    const at = (await http.test.report(http.test.actor('chief-invigilator'), { words: '有人受伤' })).id
    const file = made(await nextPhoto(), 'photo', at)
    await attach('chief', file)
    await send('chief', file)
    expect((await read('county', file)).statusCode).toBe(200)
    await http.test.owner('delete from seal_key where stream = $1', [at])
    for (const who of ['county', 'chief'] as const) expect((await read(who, file)).statusCode).toBe(404)
    expect(await http.test.owner('select from file_piece where file = $1', [file.file])).toEqual([])
    expect(await filesShown('county', at)).toMatchObject([{ file: file.file, state: 'gone' }])
    // What is said from now on has another key; what is gone stays so.
    await http.test.give(
      http.test.actor('principal'),
      'SendMessage',
      { words: '事后补充' },
      { kind: 'incident', id: at },
    )
    expect((await announce('chief', file)).json()).toMatchObject({ state: 'gone' })
    expect((await read('county', file)).statusCode).toBe(404)
  })
})

describe('tidying', () => {
  const older = (file: Made, age: string) =>
    http.test.owner('update file set touched_at = touched_at - $2::interval where file = $1', [
      file.file,
      age,
    ])
  const isThere = async (file: Made) =>
    (await http.test.owner('select from file where file = $1', [file.file])).length === 1

  test('E2: what nobody finished in a day and no incident named in three is removed; all else stays', async () => {
    const [fresh, old, unnamed, named] = await Promise.all(
      [0, 1, 2, 3].map(async () => made(await nextPhoto())),
    )
    if (!fresh || !old || !unnamed || !named) throw new Error('four files')
    for (const file of [fresh, old]) await announce('chief', file)
    for (const file of [unnamed, named]) await send('chief', file)
    await attach('chief', named)
    await older(old, '25 hours')
    await older(unnamed, '73 hours')
    await older(named, '73 hours')
    await http.test.house.files.tidy()
    expect([await isThere(fresh), await isThere(old), await isThere(unnamed), await isThere(named)]).toEqual([
      ...[true, false, false, true],
    ])
  })

  test('E2: a file that was all here when a process stopped is looked into by the next; one of two does it', async () => {
    const cut = made(pdf([packed('', noise(20_000))]), 'document')
    await announce('chief', cut)
    await put('chief', cut, 0, 10_000)
    // As if the process had stopped between taking the last piece and looking.
    const other = await http.test.openAnother()
    await http.test.owner(`update file set checking_at = clock_timestamp() where file = $1`, [cut.file])
    expect((await put('chief', cut, 10_000)).json()).toMatchObject({
      state: 'coming',
      received: cut.bytes.length,
    })
    await http.test.owner(
      `update file set checking_at = clock_timestamp() - interval '6 minutes' where file = $1`,
      [cut.file],
    )
    await Promise.all([http.test.house.files.tidy(), other.files.tidy()])
    await other.close()
    expect((await announce('chief', cut)).json()).toMatchObject({ state: 'ready' })
  })
})

/** Bytes that do not pack. */
function noise(length: number): Buffer {
  let hash = createHash('sha256').update(String(length)).digest()
  const parts: Buffer[] = []
  for (let at = 0; at < length; at += 32) {
    hash = createHash('sha256').update(hash).digest()
    parts.push(hash)
  }
  return Buffer.concat(parts).subarray(0, length)
}
