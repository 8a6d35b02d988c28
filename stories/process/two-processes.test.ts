// Two server processes on one outside PostgreSQL, started in the same moment on an empty database: one county, one ledger,
// deadlines once, live on both, and one goes on when the other dies (E4, "Scaling out").

import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#server/store/embedded/test-database.ts'
import { holdCommitOf } from './held-commit.fixture.ts'
import { type Ledger, openLedger } from './ledger.fixture.ts'
import { privateFolder, removeFolder, type ServerProcess, startServer } from './server-process.fixture.ts'
import { until } from './until.fixture.ts'
import { acceptedOf, type LiveStream, type Visitor, visit } from './visitor.fixture.ts'

/** The county's ten minutes to confirm receipt, and the plan's grace. */
const PAST_THE_LIMIT = 16 * 60_000
const LOOK_EVERY = 1_100
const LIVE_WITHIN = 1_000
const TAKEN_OVER_WITHIN = 5_000

describe.each(['18', '15'] as const)('two processes on one PostgreSQL %s', (major) => {
  let folder: string
  let keyFile: string
  let database: TestDatabase
  let ledger: Ledger
  let one: ServerProcess
  let other: ServerProcess
  let school: Visitor
  let neighbour: Visitor
  let desk: Visitor
  const streams: LiveStream[] = []

  const start = (name: string) =>
    startServer({
      cwd: folder,
      env: {
        HUCE_DATA: join(folder, name),
        HUCE_DATABASE_URL: database.appUrl,
        HUCE_DATABASE_OWNER_URL: database.ownerUrl,
        HUCE_KEY_FILE: keyFile,
      },
    })

  const follow = async (url: string) => {
    const stream = await desk.at(url).follow()
    streams.push(stream)
    return stream
  }

  beforeAll(async () => {
    folder = privateFolder()
    keyFile = join(folder, 'key', 'master.key')
    database = await testDatabase(major)
    ;[one, other] = await Promise.all([start('one'), start('other')])
    ledger = openLedger(database.ownerUrl)
    school = await visit(one.url, 'chief-invigilator', '01')
    neighbour = await visit(other.url, 'chief-invigilator', '02')
    desk = await visit(other.url, 'county-office')
  })
  afterAll(async () => {
    for (const stream of streams) stream.close()
    await removeFolder(folder)
    await database.drop()
    await ledger.close()
  })

  test('corridor: both started at once on an empty database and set up one county', async () => {
    const sizes = await Promise.all(
      [one, other].map(({ url }) => desk.at(url).load<{ schools: unknown[] }>('/api/overview')),
    )
    expect(sizes.map(({ schools }) => schools.length)).toEqual([20, 20])
    expect(await ledger.brokenLinks()).toEqual([])
  })

  test('corridor: a report on one is live on the other within a second', async () => {
    const stream = await follow(other.url)
    const took: number[] = []
    for (let nth = 0; nth < 10; nth++) {
      const command = school.report()
      const begun = performance.now()
      acceptedOf(await school.send(command))
      const seen = await until('live on the other process', () =>
        stream.heard.find(({ change }) => change.stream === command.stream.id),
      )
      took.push(Math.round(seen.at - begun))
    }
    console.log(`PostgreSQL ${major}: sent on one, live on the other after ${took.join(', ')} ms`)
    expect(Math.max(...took)).toBeLessThan(LIVE_WITHIN)
  })

  test('corridor: one transaction is held open while a later one commits: both reach every stream of both processes once', async () => {
    const all = await Promise.all([follow(one.url), follow(one.url), follow(other.url), follow(other.url)])
    const early = school.report()
    const held = await holdCommitOf(database.ownerUrl, early.stream.id)
    const answering = school.send(early)
    await held.reached()
    // At another school: reports of one school wait for one another, as they share a row of running numbers.
    const later = neighbour.report()
    acceptedOf(await neighbour.send(later))
    for (const { url } of [one, other]) {
      // Committed for everybody to read, while the earlier transaction is still open ...
      expect((await desk.at(url).get(`/api/incidents/${later.stream.id}`)).status).toBe(200)
      expect((await desk.at(url).get(`/api/incidents/${early.stream.id}`)).status).toBe(404)
    }
    // ... and nothing may be told yet. Both look at least once a second: after that they could have gone past it.
    await pause(LOOK_EVERY)
    for (const stream of all) expect(stream.times(early.stream.id) + stream.times(later.stream.id)).toBe(0)
    await held.release()
    acceptedOf(await answering)
    const last = school.report()
    acceptedOf(await school.send(last))
    const ids = [early.stream.id, later.stream.id, last.stream.id]
    for (const stream of all) await until('the last one is live', () => stream.times(last.stream.id) > 0)
    for (const stream of all) {
      const order = stream.heard.map(({ change }) => change.stream).filter((id) => ids.includes(id))
      expect([...order].sort()).toEqual([...ids].sort())
      expect(order).toEqual(all[0]?.heard.map(({ change }) => change.stream).filter((id) => ids.includes(id)))
    }
  })

  test('E4: deadlines that both processes wait for fire once', async () => {
    const reports = Array.from({ length: 20 }, () => school.report())
    await Promise.all(reports.map(async (report) => acceptedOf(await school.send(report))))
    await ledger.moveClock(school.me.campaign.id, PAST_THE_LIMIT)
    await until('no deadline is left due', async () => (await ledger.dueNow()) === 0)
    await eachOnce(reports.map(({ stream }) => stream.id))
  })

  test('E4: one is killed while deadlines fall due: the other goes on serving and has done them all within five seconds', async () => {
    const here = school.at(other.url)
    const stream = await follow(other.url)
    const reports = Array.from({ length: 60 }, () => here.report())
    for (let from = 0; from < reports.length; from += 20) {
      acceptedOf(await here.send(...reports.slice(from, from + 20)))
    }
    const ids = reports.map(({ stream: { id } }) => id)
    await ledger.moveClock(school.me.campaign.id, PAST_THE_LIMIT)
    const begun = performance.now()
    await one.kill()
    const after = here.report()
    acceptedOf(await here.send(after))
    await until('the survivor is live', () => stream.times(after.stream.id) > 0)
    await until('no deadline is left due', async () => (await ledger.dueNow()) === 0)
    const took = Math.round(performance.now() - begun)
    console.log(
      `PostgreSQL ${major}: ${ids.length} deadlines due as one process was killed, all done after ${took} ms`,
    )
    expect(took).toBeLessThan(TAKEN_OVER_WITHIN)
    await eachOnce(ids)
    expect(await ledger.brokenLinks()).toEqual([])
    one = await start('one')
  })

  /** Every incident's first limit was passed, and no rung of any twice. */
  async function eachOnce(ids: readonly string[]): Promise<void> {
    const passed = (await ledger.eventsOf('LimitPassed')).map(
      ({ stream, data }) => `${stream} ${data.limit} ${data.of ?? ''} ${data.rung}`,
    )
    expect(new Set(passed).size).toBe(passed.length)
    for (const id of ids)
      expect(passed.filter((name) => name.startsWith(`${id} acknowledge `))).not.toEqual([])
  }
})
