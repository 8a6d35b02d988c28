// The ledger in PostgreSQL, on both versions it is written for: followed without a gap, changed by nobody, a chain that
// shows every tampering, checkpoints that show a cut tail.

import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accepted, COUNTY, openTestHouse, SCHOOL, type TestHouse } from '../house.fixture.ts'
import { CHAIN_START, type ChainRow, chainHash } from './chain.ts'
import { currentPlace, type Place, parseToken, readNews, tokenOf } from './follow.ts'
import { makeCheckpoint } from './house.ts'

type LedgerRow = ChainRow & { readonly prev: Buffer; readonly hash: Buffer }

/** Every column of the chain as it is read back, times in milliseconds. */
const READ_BACK = `select epoch, tx::text, kind, stream, version, type, data, private, person, post, post_kind, unit, place, campaign,
  millis(occurred_at) as occurred_at, millis(recorded_at) as recorded_at, millis(wall_at) as wall_at, command, prev, hash
  from ledger`

/** The streams whose rows do not hash to what they say, or do not follow one another. */
async function brokenStreams(it: TestHouse): Promise<string[]> {
  const rows = await it.owner<LedgerRow>(`${READ_BACK} order by kind, stream, version`)
  const heads = new Map<string, { version: number; hash: Buffer }>()
  const broken = new Set<string>()
  for (const row of rows) {
    const before = heads.get(row.stream) ?? { version: 0, hash: CHAIN_START }
    const follows = row.version === before.version + 1 && row.prev.equals(before.hash)
    if (!follows || !chainHash(before.hash, row).equals(row.hash)) broken.add(row.stream)
    heads.set(row.stream, row)
  }
  for (const head of await it.owner<{ stream: string; hash: Buffer }>('select stream, hash from stream_head'))
    if (!heads.get(head.stream)?.hash.equals(head.hash)) broken.add(head.stream)
  return [...broken]
}

describe.each(['18', '15'] as const)('the ledger on PostgreSQL %s', (major) => {
  let it: TestHouse
  beforeAll(async () => {
    it = await openTestHouse({ major })
  })
  afterAll(() => it.close())

  const message = (words: string, stream: { kind: 'incident'; id: string }) =>
    accepted(it.give(it.actor('chief-invigilator'), 'SendMessage', { words }, stream))
  const report = async () =>
    (await it.report(it.actor('chief-invigilator'))) as { kind: 'incident'; id: string }

  /**
   * Follows `streams` from a place, in pages of `most`, until `count` of their events came and nothing more follows. Other tests
   * write in the same cluster at the same time, and their open transactions hold back what is handed out here.
   */
  async function follow(from: Place, streams: readonly string[], count: number, most = 3): Promise<string[]> {
    const all: string[] = []
    for (let place = from; ; ) {
      const news = (await readNews(it.house.db, place, most)) ?? []
      all.push(
        ...news.filter((one) => streams.includes(one.stream)).map((one) => `${one.stream}/${one.version}`),
      )
      place = news.at(-1)?.at ?? place
      if (news.length === 0 && all.length >= count) return all
    }
  }

  describe('following', () => {
    test('E2: one transaction held open while a later one commits: both reach a follower once, in one order', async () => {
      const [early, late] = [await report(), await report()]
      const both = [early.id, late.id]
      // So many events of the two are handed out already, or will be.
      const start = await currentPlace(it.house.db)
      const before = await follow({ ...start, tx: '0', position: 0 }, both, 6)
      const place =
        (await readNews(it.house.db, { ...start, tx: '0', position: 0 }, 10_000))?.at(-1)?.at ?? start
      const open = new pg.Client({ connectionString: it.database.ownerUrl })
      await open.connect()
      try {
        // The early one takes its position and its transaction number, and is not committed yet.
        await open.query('begin')
        await open.query(
          `insert into ledger (epoch, tx, kind, stream, version, type, data, person, place, campaign,
                               occurred_at, recorded_at, wall_at, command, prev, hash)
           select epoch, pg_current_xact_id(), kind, stream, 99, type, data, person, place, campaign,
                  occurred_at, recorded_at, wall_at, command, prev, hash from ledger where stream = $1 and version = 1`,
          [early.id],
        )
        await message('后来的，先提交', late)
        expect(await follow(place, both, 0)).toEqual([])
        const meanwhile = await currentPlace(it.house.db)
        await open.query('commit')
        const once = [`${early.id}/99`, `${late.id}/4`]
        expect(await follow(place, both, 2)).toEqual(once)
        // Who began to follow while it was open hears of both as well, and every follower in the same order.
        expect(await follow(meanwhile, both, 2)).toEqual(once)
        expect(await follow({ ...start, tx: '0', position: 0 }, both, 8, 1000)).toEqual([...before, ...once])
      } finally {
        await open.end()
        // The row was only for this test: away with it, or the chain would not hold.
        await it.owner('alter table ledger disable trigger ledger_append_only')
        await it.owner('delete from ledger where version = 99')
        await it.owner('alter table ledger enable trigger ledger_append_only')
      }
    })

    test('E2: many writers in two processes: a follower that keeps up meets each event once, as one that comes later', async () => {
      const other = await it.openAnother()
      const start = await currentPlace(it.house.db)
      const streams = await Promise.all([report(), report(), report()])
      const ids = streams.map((stream) => stream.id)
      const following = follow(start, ids, 69, 7)
      const chief = it.actor('chief-invigilator')
      await Promise.all(
        Array.from({ length: 60 }, (_, nth) => {
          const stream = streams[nth % 3] ?? streams[0]
          const said = { type: 'SendMessage', data: { words: `第${nth}条` }, madeAt: 0 }
          const { act } = nth % 2 ? it.house : other
          return accepted(act.act([{ id: randomUUID(), stream, ...said }], chief))
        }),
      )
      await other.close()
      const met = await following
      expect(new Set(met)).toEqual(
        new Set(ids.flatMap((id) => Array.from({ length: 23 }, (_, nth) => `${id}/${nth + 1}`))),
      )
      expect(met).toHaveLength(69)
      expect(await follow(start, ids, 69, 1000)).toEqual(met)
    })

    test('E2: a token is a place and nothing else is a token; one of another epoch means load afresh', async () => {
      const place = await currentPlace(it.house.db)
      expect(parseToken(tokenOf(place))).toEqual(place)
      for (const token of ['', '1', '1.2', '1.2.x', '-1.2.3', '1.2.3.4', `1.${'9'.repeat(21)}.1`])
        expect(parseToken(token)).toBeUndefined()
      expect(await readNews(it.house.db, { ...place, epoch: place.epoch + 1 }, 10)).toBeUndefined()
    })
  })

  describe('rights', () => {
    const asApp = async (sql: string): Promise<string> => {
      const client = new pg.Client({ connectionString: it.database.appUrl })
      await client.connect()
      try {
        return await client.query(sql).then(
          () => 'done',
          (error: pg.DatabaseError) => `${error.code}`,
        )
      } finally {
        await client.end()
      }
    }

    test.each([
      `update ledger set type = 'Nothing'`,
      'delete from ledger',
      'truncate ledger',
      'drop table ledger',
      'alter table ledger add column note text',
      'alter table ledger disable trigger ledger_append_only',
      'alter table ledger disable trigger all',
      'drop trigger ledger_append_only on ledger',
      'create or replace function ledger_is_append_only() returns trigger language plpgsql as $$ begin return null; end $$',
      'set session_replication_role = replica',
      `update command_seen set person = 'me'`,
      'delete from seal_key',
      'delete from checkpoint',
      `update house set mode = 'real'`,
      'update campaign_clock set offset_ms = 1',
      `update plan_pinned set plan = '{}'`,
      'delete from schema_version',
    ])("F4: the application's role cannot: %s", async (sql) => {
      expect(await asApp(sql)).toBe('42501')
    })

    test('F4: even the owner of the table is refused by the ledger itself', async () => {
      await report()
      for (const sql of [`update ledger set type = 'Nothing'`, 'delete from ledger', 'truncate ledger'])
        await expect(it.owner(sql)).rejects.toThrow('the ledger is append-only')
    })

    test('D6: the clock of a real campaign cannot be moved by anybody', async () => {
      await it.owner(`insert into campaign_clock (campaign, kind) values ('99-real', 'real')`)
      await expect(
        it.owner(`update campaign_clock set offset_ms = 1 where campaign = '99-real'`),
      ).rejects.toThrow(/check constraint/)
      await expect(it.owner(`update campaign_clock set rate = 2 where campaign = '99-real'`)).rejects.toThrow(
        /check constraint/,
      )
    })
  })

  describe('the chain', () => {
    test('F4: every row as read back hashes to what stands beside it, whatever it holds', async () => {
      const chief = it.actor('chief-invigilator')
      const stream = (await it.report(chief, {
        words: '全校停电，第3考场“监考员”报告：𠮷 \\ " \n\t é é 🏫',
        // 1.0 and 1e2 come back from jsonb as they were understood, not as they were written.
        stated: { absentInRoom: JSON.parse('1.0'), copies: JSON.parse('1e2'), schools: JSON.parse('2E0') },
      })) as { kind: 'incident'; id: string }
      await message('一行\u2028二行 "引号" \\', stream)
      await accepted(it.give(it.actor('county-office', COUNTY), 'Acknowledge', {}, stream))
      await accepted(
        it.give(
          it.actor('principal'),
          'Ask',
          { ask: randomUUID(), question: '能否推迟？', proposal: '改到下午' },
          stream,
        ),
      )
      await Promise.all(Array.from({ length: 12 }, (_, nth) => message(`消息 ${nth}`, stream)))
      expect(await brokenStreams(it)).toEqual([])
      const [row] = await it.owner<{ count: number }>(
        'select count(*) from ledger where stream = $1 and private is not null',
        [stream.id],
      )
      expect(row?.count).toBe(15)
    })

    test.each([
      ['data', `data = data || '{"scenario": "network-down"}'`],
      ['who', `person = 'somebody-else'`],
      ['when', `occurred_at = occurred_at + interval '1 millisecond'`],
      ['sealed text', `private = jsonb_set(private, '{text}', '"AAAA"')`],
      ['both hashes', `hash = sha256(hash)`],
    ])('F4: a row whose %s somebody changed is found', async (_, change) => {
      const stream = (await it.report(it.actor('chief-invigilator'), { words: '停电' })).id
      await it.owner('alter table ledger disable trigger ledger_append_only')
      const before = await it.owner<LedgerRow>(`${READ_BACK} where stream = $1 and version = 1`, [stream])
      await it.owner(`update ledger set ${change} where stream = $1 and version = 1`, [stream])
      expect(await brokenStreams(it)).toEqual([stream])
      const old = before[0]
      await it.owner(
        `update ledger set data = $2, person = $3, occurred_at = instant($4), private = $5, hash = $6 where stream = $1 and version = 1`,
        [
          stream,
          JSON.stringify(old?.data),
          old?.person,
          old?.occurred_at,
          JSON.stringify(old?.private),
          old?.hash,
        ],
      )
      await it.owner('alter table ledger enable trigger ledger_append_only')
      expect(await brokenStreams(it)).toEqual([])
    })

    test('F4: a checkpoint hashes all heads, is made only when something was added, and shows a cut tail', async () => {
      await report()
      expect(await makeCheckpoint(it.house.db)).toBe(true)
      expect(await makeCheckpoint(it.house.db)).toBe(false)
      const [made] = await it.owner<{ hash: Buffer; position: number; streams: number; epoch: number }>(
        'select * from checkpoint order by id desc limit 1',
      )
      const rows = await it.owner<{ hash: Buffer; name: string }>(
        `select distinct on (kind, stream) hash, kind || ' ' || stream as name from ledger order by kind, stream, version desc`,
      )
      const [last] = await it.owner<{ position: number }>('select max(position) as position from ledger')
      expect(made).toMatchObject({ position: last?.position, streams: rows.length })
      const heads = await it.owner<{ hash: Buffer }>(
        `select hash from stream_head order by kind collate "C", stream collate "C"`,
      )
      const hashed = (all: readonly { hash: Buffer }[]) => {
        const hash = createHash('sm3').update(`${made?.epoch}/${made?.position}/`)
        for (const head of all) hash.update(head.hash)
        return hash.digest()
      }
      expect(hashed(heads).equals(made?.hash ?? Buffer.alloc(0))).toBe(true)
      expect(hashed(heads.slice(1)).equals(made?.hash ?? Buffer.alloc(0))).toBe(false)
      await message('又有新的', await report())
      expect(await makeCheckpoint(it.house.db)).toBe(true)
    })
  })

  test('E2: a stream that somebody else began at the same moment is gone on with, not begun twice', async () => {
    const other = await it.openAnother()
    const id = `99-${randomUUID()}`
    const chief = it.actor('chief-invigilator')
    const data = {
      unit: SCHOOL,
      campaign: chief.campaign,
      plan: it.plan.hash,
      scenario: 'power-cut',
      stated: {},
    }
    const begin = (house: typeof other) =>
      house.act.act(
        [
          {
            id: randomUUID(),
            stream: { kind: 'incident', id },
            type: 'Report',
            data: { ...data, discoveredAt: 0 },
            madeAt: 0,
          },
        ],
        chief,
      )
    const answers = await Promise.all([begin(it.house), begin(other), begin(it.house), begin(other)])
    await other.close()
    expect(answers.filter((answer) => 'accepted' in answer)).toHaveLength(1)
    for (const answer of answers) if ('refused' in answer) expect(answer.refused.code).toBe('incident.exists')
  })
})
