// Limits that run by themselves, against a real database and a moved clock: they pass, climb, fire once however many
// processes run, survive stops and dead transactions, and go on when the database comes back.

import { connect, createServer, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '#core/basics/instant.ts'
import type { Incident } from '#core/incident/state.ts'
import {
  accepted,
  CAMPAIGN,
  COUNTY,
  openTestHouse,
  PROVINCE,
  SCHOOL,
  type TestHouse,
} from '../house.fixture.ts'
import type { House } from '../open-house.ts'
import { claimDue } from '../store/due.ts'
import { startDeadlines } from './deadlines.ts'

let it: TestHouse
beforeEach(async () => {
  it = await openTestHouse()
})
afterEach(() => it.close())

const stopped: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const worker of stopped.splice(0)) await worker.stop()
})

/** A worker on `house`; `fired` is called after each batch, `failed` on each error. */
function work(house: House, { fired = () => {}, failed = () => {} } = {}): { stop(): Promise<void> } {
  const worker = startDeadlines({
    act: house.act,
    db: house.db,
    onWake: () => () => {},
    onFired: fired,
    onError: failed,
  })
  stopped.push(worker)
  return worker
}

const report = async (data: Record<string, unknown> = {}): Promise<string> =>
  (await it.report(it.actor('chief-invigilator'), data)).id

async function incident(id: string): Promise<Incident> {
  const seen = await it.house.see.incident(it.actor('county-office', COUNTY), id)
  if (!seen) throw new Error(`the county does not see ${id}`)
  return seen.incident
}

/** What climbed, as `limit/rung tells who`. */
const climbed = async (id: string): Promise<string[]> =>
  (await incident(id)).passed.map(({ limit, rung, tells, who }) => `${limit}/${rung} ${tells} ${who}`)

/** Claims until nothing is due any more. */
async function drain(house = it.house): Promise<void> {
  while ((await house.act.actDue(50)) > 0);
}

describe('E4: a limit that passes', () => {
  test('E4: nothing fires before its time; then the substitute is told, then the province, and the nation never', async () => {
    const id = await report()
    await drain()
    expect(await climbed(id)).toEqual([])
    await it.moveClock(10 * MINUTE - 5_000)
    await drain()
    expect(await climbed(id)).toEqual([])
    await it.moveClock(5_000)
    await drain()
    expect(await climbed(id)).toEqual(['acknowledge/0 county-office substitute'])
    await it.moveClock(5 * MINUTE)
    await drain()
    expect(await climbed(id)).toEqual([
      'acknowledge/0 county-office substitute',
      'acknowledge/1 province-office holder',
    ])
    const told = await it.owner<{ persons: string[]; post: string }>(
      `select data->'persons' as persons, data->>'postKind' as post from ledger
       where kind = 'notice' and type = 'Told' and data->>'limit' = 'acknowledge' order by position`,
    )
    expect(told).toEqual([
      { post: 'county-office', persons: [it.actor('county-office', COUNTY, 'substitute').person] },
      { post: 'province-office', persons: [it.actor('province-office', PROVINCE).person] },
    ])
    // Days later every other limit has climbed to its end, and none of them turned to the nation by itself.
    for (let day = 0; day < 3; day++) {
      await it.moveClock(24 * HOUR)
      await drain()
    }
    expect((await climbed(id)).filter((line) => line.includes('national'))).toEqual([])
    expect(new Set(await climbed(id)).size).toBe((await climbed(id)).length)
    expect(await it.owner('select from deadline')).toEqual([])
  })

  test('E4: what was done in time does not pass; its deadline is gone with the deed', async () => {
    const id = await report()
    const keys = async () =>
      (await it.owner<{ key: string }>('select key from deadline where stream = $1', [id])).map(
        (row) => row.key,
      )
    expect(await keys()).toContain('acknowledge/0')
    await accepted(it.give(it.actor('county-office', COUNTY), 'Acknowledge', {}, { kind: 'incident', id }))
    expect(await keys()).not.toContain('acknowledge/0')
    await it.moveClock(30 * MINUTE)
    await drain()
    expect(await climbed(id)).toEqual([])
  })

  test('A4: raising the grade adds its limits at once and takes none away', async () => {
    const id = await report({ stated: { interrupted: 'no', 'impact.order': 'none', 'impact.data': 'none' } })
    const limits = async () =>
      new Set(
        (await it.owner<{ key: string }>('select key from deadline where stream = $1', [id])).map(
          (row) => row.key.split('/')[0],
        ),
      )
    const before = await limits()
    expect(before.has('response-I-start')).toBe(false)
    await accepted(
      it.give(
        it.actor('county-office', COUNTY),
        'Regrade',
        { eventLevel: 3, responseLevel: 'I', reason: '全校停测' },
        { kind: 'incident', id },
      ),
    )
    const after = await limits()
    expect(after.has('response-I-start')).toBe(true)
    for (const limit of before) if (limit !== 'acknowledge') expect(after.has(limit)).toBe(true)
    // Due at once, with the plan's grace.
    await it.moveClock(5 * MINUTE)
    await drain()
    expect(await climbed(id)).toContain('response-I-start/0 principal substitute')
  })

  test('E4: a clock moved back undoes nothing and fires nothing twice', async () => {
    const id = await report()
    await it.moveClock(11 * MINUTE)
    await drain()
    await it.moveClock(-11 * MINUTE)
    await drain()
    expect(await climbed(id)).toEqual(['acknowledge/0 county-office substitute'])
    await it.moveClock(11 * MINUTE)
    await drain()
    expect(await climbed(id)).toEqual(['acknowledge/0 county-office substitute'])
  })
})

describe('E4: however many processes run', () => {
  test('E4: forty deadlines at once, two processes with a worker each: every one fires once', async () => {
    const other = await it.openAnother()
    const ids = await Promise.all(Array.from({ length: 40 }, () => report()))
    await it.moveClock(10 * MINUTE)
    work(it.house)
    work(other)
    const passed = async () =>
      (
        await it.owner<{ stream: string; times: number }>(
          `select stream, count(*) as times from ledger where type = 'LimitPassed' group by stream`,
        )
      ).map((row) => row.times)
    await expect.poll(async () => (await passed()).length, { timeout: 20_000 }).toBe(ids.length)
    for (const worker of stopped.splice(0)) await worker.stop()
    await drain()
    expect(await passed()).toEqual(ids.map(() => 1))
    await other.close()
  })

  test('E4: somebody acts at the very moment the limit passes: neither waits in a circle, nothing is lost', async () => {
    const other = await it.openAnother()
    const ids = await Promise.all(Array.from({ length: 30 }, () => report()))
    await it.moveClock(10 * MINUTE)
    const county = it.actor('county-office', COUNTY)
    await Promise.all([
      drain(other),
      ...ids.map((id) => accepted(it.give(county, 'Acknowledge', {}, { kind: 'incident', id }))),
    ])
    await drain()
    const [stats] = await it.owner<{ deadlocks: number }>(
      'select deadlocks from pg_stat_database where datname = current_database()',
    )
    expect(stats?.deadlocks).toBe(0)
    for (const id of ids) {
      const { acknowledged, passed } = await incident(id)
      expect(acknowledged).toHaveLength(1)
      expect(passed.length).toBeLessThanOrEqual(1)
    }
    await other.close()
  })

  /** A process on `house` that has claimed what is due and never gets to its commit. */
  async function claimAndHang(house: House): Promise<{ over: Promise<unknown>; goOn: () => void }> {
    let goOn = () => {}
    const hung = new Promise<void>((resolve) => {
      goOn = resolve
    })
    let over: Promise<unknown> = Promise.resolve()
    await new Promise<void>((claimed) => {
      over = house.db.transaction(async (tx) => {
        await claimDue(tx, 50)
        claimed()
        await hung
        await tx.query({ text: 'select 1' })
      })
    })
    return { over, goOn }
  }

  test.each(['dies', 'hangs'])(
    'E4: what a process claimed that %s before its commit is taken over by another within five seconds, once',
    async (how) => {
      const id = await report()
      await it.moveClock(10 * MINUTE)
      const line = await openLine(it.database.appUrl)
      const house = await it.openAnother({ appUrl: line.url, ownerUrl: undefined })
      const { over, goOn } = await claimAndHang(house)
      expect(await it.house.act.actDue(50)).toBe(0)
      if (how === 'dies') line.cut()
      await expect.poll(() => it.house.act.actDue(50), { timeout: 5_000 }).toBeGreaterThan(0)
      goOn()
      await expect(over).rejects.toThrow()
      expect(await climbed(id)).toEqual(['acknowledge/0 county-office substitute'])
      await house.close()
      await line.close()
    },
  )
})

describe('E4: stops', () => {
  test('E4: stopped for two days: each rung is climbed at most once and in order, with grace between them', async () => {
    const id = await report()
    const closing = await it.openAnother()
    await work(closing).stop()
    stopped.length = 0
    await closing.close()
    await it.moveClock(48 * HOUR)
    const again = await it.openAnother()
    await drain(again)
    // All of a limit's rungs are long due, and every one of them follows the one before.
    const lines = await climbed(id)
    expect(new Set(lines).size).toBe(lines.length)
    const rungs = lines.filter((line) => line.startsWith('acknowledge/'))
    expect(rungs).toEqual(
      ['acknowledge/0 county-office substitute', 'acknowledge/1 province-office holder'].slice(
        0,
        rungs.length,
      ),
    )
    await again.close()
  })

  test('E4: a report delivered two hours late does not climb four rungs in a second', async () => {
    const now = await it.now()
    const id = await report({ discoveredAt: now - 2 * HOUR })
    await drain()
    expect(await climbed(id)).toEqual([])
    await it.moveClock(5 * MINUTE)
    await drain()
    const first = (await climbed(id)).filter((line) => line.startsWith('response-'))
    expect(first).toEqual(['response-II/0 principal substitute'])
    await it.moveClock(5 * MINUTE)
    await drain()
    const second = (await climbed(id)).filter((line) => line.startsWith('response-'))
    expect(second).toEqual(['response-II/0 principal substitute', 'response-II/1 county-office holder'])
  })

  test('E4: the database goes away for a while: the worker says so, waits, and goes on', async () => {
    const line = await openLine(it.database.appUrl)
    const house = await it.openAnother({ appUrl: line.url, ownerUrl: undefined })
    const id = await report()
    let failed = 0
    work(house, { failed: () => failed++ })
    line.cut()
    await it.moveClock(10 * MINUTE)
    await expect.poll(() => failed, { timeout: 10_000 }).toBeGreaterThanOrEqual(2)
    expect(await climbed(id)).toEqual([])
    line.mend()
    await expect
      .poll(() => climbed(id), { timeout: 10_000 })
      .toEqual(['acknowledge/0 county-office substitute'])
    for (const worker of stopped.splice(0)) await worker.stop()
    await house.close()
    await line.close()
  })

  test('E4: a moved clock wakes whoever listens; without anybody calling it costs a second at most', async () => {
    const listening = await it.house.db.dedicated()
    const heard: (string | undefined)[] = []
    listening.on('notification', (message) => heard.push(message.payload))
    await listening.query('listen huce')
    const id = await report()
    const before = Date.now()
    work(it.house)
    await it.moveClock(10 * MINUTE)
    await expect.poll(() => climbed(id), { timeout: 5_000, interval: 20 }).toHaveLength(1)
    expect(Date.now() - before).toBeLessThan(4_000)
    expect(heard).toContain('clock')
    await listening.end()
  })
})

test('D6: two campaigns have two clocks: moving one passes no limit of the other', async () => {
  const id = await report()
  await it.owner(`insert into campaign_clock (campaign, kind) values ('99-other', 'drill')`)
  await it.owner(`update campaign_clock set offset_ms = 3600000 where campaign = '99-other'`)
  await drain()
  expect(await climbed(id)).toEqual([])
  await it.owner(`update campaign_clock set rate = 0 where campaign = $1`, [CAMPAIGN])
  expect(it.actor('principal').unit).toBe(SCHOOL)
  await drain()
  expect(await climbed(id)).toEqual([])
})

interface Line {
  readonly url: string
  cut(): void
  mend(): void
  close(): Promise<void>
}

/** A line to the database that can be cut: open connections break, new ones are refused. */
async function openLine(url: string): Promise<Line> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let whole = true
  const server = createServer((near) => {
    if (!whole) return near.destroy()
    const far = connect(Number(target.port), target.hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const through = new URL(url)
  through.host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return {
    url: through.href,
    cut() {
      whole = false
      for (const socket of sockets) socket.destroy()
    },
    mend() {
      whole = true
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

describe('E4: a deadline that cannot be decided', () => {
  test('E4: one spoiled deadline is put off and named; every other one still fires', async () => {
    const spoiled = await report()
    const healthy = await report()
    // Nobody writes such data through the door; a fault of ours, or of a disk, might.
    await it.owner(`update deadline set command = '{"type":"PassLimit","data":null}' where stream = $1`, [
      spoiled,
    ])
    const faults: string[] = []
    const house = await it.openAnother({ onError: (error) => faults.push(error.message) })
    await it.moveClock(16 * MINUTE)
    await drain(house)
    expect(await climbed(healthy)).toEqual([
      'acknowledge/0 county-office substitute',
      'acknowledge/1 province-office holder',
    ])
    expect(faults).not.toEqual([])
    expect(faults.every((fault) => fault.includes(spoiled) && !fault.includes(healthy))).toBe(true)
    const [left] = await it.owner<{ count: number }>(
      'select count(*)::int as count from deadline where stream = $1 and put_off_until is not null',
      [spoiled],
    )
    expect(left?.count).toBeGreaterThan(0)
    await house.close()
  })
})
