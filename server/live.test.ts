// Live updates from the ledger to listeners: once each, in one order, only what a listener may see, and with resume.
// How they travel to a browser is server/http/changes.test.ts.

import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#core/access/actor.ts'
import type { Change } from '#core/wire/view.ts'
import { openAct } from './act.ts'
import { openCampaignShelf } from './campaign-shelf.ts'
import { openExampleShelf } from './example-shelf.ts'
import {
  accepted,
  COUNTY,
  FOREIGN_SCHOOL,
  NEXT_SCHOOL,
  OTHER_COUNTY,
  openTestHouse,
  PROVINCE,
  reportOf,
  SCHOOL,
  type TestHouse,
} from './house.fixture.ts'
import { type Live, openLive } from './live.ts'
import type { Database } from './store/database.ts'
import { currentPlace, parseToken, readNews, tokenOf } from './store/follow.ts'

let house: TestHouse
let lives: Live[] = []

beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house?.close())
afterEach(async () => {
  for (const live of lives) await live.close()
  lives = []
})

async function open(): Promise<Live> {
  const { db, see } = house.house
  const live = await openLive({ db, see, onError: (error) => expect.unreachable(String(error)) })
  lives.push(live)
  return live
}

/** What one listener hears. */
interface Ear {
  readonly heard: Change[]
  readonly reloads: string[]
  /** The token up to which everything was told. */
  readonly at: () => string | undefined
  /** Resolves when `stream` was heard. */
  until(stream: string): Promise<void>
  stop(): void
}

function listen(live: Live, actor: Actor, after?: string): Ear {
  const heard: Change[] = []
  const reloads: string[] = []
  const waiting = new Map<string, () => void>()
  let at: string | undefined
  const stop = live.follow(actor, after, {
    told(changes, token) {
      at = token
      // Reports of one kind by one school are proposed to be one matter; here it is about the reports.
      const ofIncidents = changes.filter(({ kind }) => kind !== 'twice')
      heard.push(...ofIncidents)
      for (const { stream } of ofIncidents) waiting.get(stream)?.()
    },
    reload(token) {
      at = token
      reloads.push(token)
    },
    lost: () => expect.unreachable('the stream was lost'),
  })
  return {
    heard,
    reloads,
    at: () => at,
    until: (stream) =>
      new Promise((resolve) => {
        if (heard.some((change) => change.stream === stream)) resolve()
        else waiting.set(stream, resolve)
      }),
    stop,
  }
}

/** Resolves when `live` has read everything that is committed now. */
async function level(live: Live): Promise<void> {
  const ear = listen(live, desk())
  const last = await house.report(chief())
  live.committed()
  await ear.until(last.id)
  ear.stop()
}

const chief = (unit = SCHOOL) => house.actor('chief-invigilator', unit)
const desk = (unit = COUNTY) => house.actor('county-office', unit)
const now = async () => tokenOf(await currentPlace(house.house.db))
/** The token of the last event, once no transaction of another test's database on the same server stands before it. */
async function endOfLedger(): Promise<string> {
  const [last] = await house.owner<{ position: number }>('select max(position) as position from ledger')
  await expect.poll(async () => parseToken(await now())?.position).toBe(last?.position)
  return now()
}
const streamsOf = (ear: Ear) => ear.heard.map(({ stream }) => stream)

describe('following', () => {
  test('ledger: one transaction held open while a later one commits; both reach every stream once, in one order', async () => {
    const [here, elsewhere] = [await open(), await open()]
    const before = await endOfLedger()
    const ears = [listen(here, desk()), listen(here, desk(PROVINCE), before), listen(elsewhere, desk())]
    const held = `99-${randomUUID()}`
    const holder = holdReport(held)
    await holder.written
    const later = await house.report(chief(NEXT_SCHOOL))
    for (const live of [here, elsewhere]) live.committed()
    const place = parseToken(before)
    if (!place) return expect.unreachable()
    expect(await readNews(house.house.db, place, 10), 'nothing is read past an open transaction').toEqual([])
    await holder.commit()
    const third = await house.report(chief())
    for (const live of [here, elsewhere]) live.committed()
    await Promise.all(ears.map((ear) => ear.until(third.id)))
    for (const ear of ears) {
      expect(once(streamsOf(ear))).toEqual([held, later.id, third.id])
      const tokens = ear.heard.map(({ token }) => token)
      expect(new Set(tokens).size, 'no event twice').toBe(tokens.length)
    }
    const resumed = await here.since(desk(), before)
    expect(once(resumed.changes.map(({ stream }) => stream))).toEqual([held, later.id, third.id])
  })

  test('ledger: a report made by one process is heard on another, which nobody woke but the database', async () => {
    const [here, elsewhere] = [await open(), await open()]
    const ear = listen(elsewhere, desk())
    const stream = await house.report(chief())
    here.committed()
    await ear.until(stream.id)
    expect(ear.heard.at(-1)?.row).toMatchObject({ id: stream.id, unit: SCHOOL, scenario: 'power-cut' })
  })

  test('access: everybody hears of his own line and of nothing else', async () => {
    const live = await open()
    const ears = {
      school: listen(live, chief()),
      next: listen(live, chief(NEXT_SCHOOL)),
      county: listen(live, desk()),
      other: listen(live, desk(OTHER_COUNTY)),
      foreign: listen(live, chief(FOREIGN_SCHOOL)),
    }
    const confined = await house.report(desk(), { unit: SCHOOL, scenario: 'staff-violation' })
    const open_ = await house.report(chief())
    const last = await house.report(chief(FOREIGN_SCHOOL))
    live.committed()
    await Promise.all([ears.foreign.until(last.id), ears.other.until(last.id), ears.county.until(open_.id)])
    expect(new Set(streamsOf(ears.county))).toEqual(new Set([confined.id, open_.id]))
    expect(new Set(streamsOf(ears.school))).toEqual(new Set([open_.id]))
    expect(ears.next.heard).toEqual([])
    expect(new Set(streamsOf(ears.other))).toEqual(new Set([last.id]))
    expect(new Set(streamsOf(ears.foreign))).toEqual(new Set([last.id]))
  })

  test('access: what a stream tells is what the list holds, for every post of every unit', async () => {
    const live = await open()
    const actors = [SCHOOL, NEXT_SCHOOL, FOREIGN_SCHOOL, COUNTY, OTHER_COUNTY, PROVINCE].flatMap((unit) =>
      Object.values(house.plan.posts)
        .filter(
          (post) =>
            post.tier ===
            (unit === PROVINCE ? 'province' : unit.split('/').length === 4 ? 'school' : 'county'),
        )
        .map((post) => house.actor(post.id, unit)),
    )
    const before = await now()
    const made = [
      await house.report(chief()),
      await house.report(chief(FOREIGN_SCHOOL)),
      await house.report(desk(), { unit: SCHOOL, scenario: 'staff-violation' }),
    ].map(({ id }) => id)
    await level(live)
    for (const actor of actors) {
      const { changes } = await live.since(actor, before)
      const { rows } = await house.house.see.incidents(actor, { open: false })
      const listed = rows.map(({ id }) => id).filter((id) => made.includes(id))
      const told = changes.map(({ stream }) => stream).filter((id) => made.includes(id))
      expect(new Set(told), `${actor.postKind} of ${actor.unit}`).toEqual(new Set(listed))
    }
  })
})

describe('resuming', () => {
  test('ledger: whoever was away hears what he missed, once, and goes on', async () => {
    const live = await open()
    const first = listen(live, desk())
    const seen = await house.report(chief())
    live.committed()
    await first.until(seen.id)
    const token = first.heard.at(-1)?.token
    first.stop()
    const missed = await house.report(chief())
    live.committed()
    const second = listen(live, desk(), token)
    await second.until(missed.id)
    const next = await house.report(chief())
    live.committed()
    await second.until(next.id)
    expect(once(streamsOf(second))).toEqual([missed.id, next.id])
    expect(second.reloads).toEqual([])
  })

  test('ledger: resuming after any of several changes told together misses none of the others', async () => {
    const live = await open()
    const before = await now()
    const made = [await house.report(chief()), await house.report(chief()), await house.report(chief())]
    await level(live)
    const { changes, token } = await live.since(desk(), before)
    const ofIncidents = changes.filter(({ kind }) => kind !== 'twice').map(({ stream }) => stream)
    expect(ofIncidents.slice(0, -1)).toEqual(made.map(({ id }) => id))
    for (const [nth, change] of changes.entries()) {
      const rest = await live.since(desk(), change.token)
      expect(rest.changes).toEqual(changes.slice(nth + 1))
    }
    expect((await live.since(desk(), token)).changes).toEqual([])
  })

  test.each([
    ['of an older epoch', '0.5.5'],
    ['of an epoch to come', '99.5.5'],
    ['that is none', 'yesterday'],
    ['with a number no database holds', '1.99999999999999999999.1'],
    ['that is empty', ''],
  ])('ledger: with a token %s everything is loaded afresh', async (_title, token) => {
    const live = await open()
    const ear = listen(live, desk(), token)
    expect(ear.reloads).toHaveLength(1)
    const { reload, token: next } = await live.since(desk(), token)
    expect(reload).toBe(true)
    expect((await live.since(desk(), next)).reload).toBeUndefined()
  })

  test('ledger: who missed more than 2,000 events loads afresh instead of reading them all', async () => {
    const before = await now()
    const live = await open()
    await house.owner(`
      insert into ledger (epoch, tx, kind, stream, version, type, data, person, place, campaign, occurred_at, recorded_at, wall_at, command, prev, hash)
      select 1, pg_current_xact_id(), 'unit', 'filler', n, 'Filled', '{}', 'x', '00', '', now(), now(), now(), 'c' || n, '', ''
      from generate_series(1, 2001) n`)
    await level(live)
    expect((await live.since(desk(), before)).reload).toBe(true)
    const ear = listen(live, desk(), before)
    await expect.poll(() => ear.reloads.length + ear.heard.length).toBeGreaterThan(0)
    expect(ear.reloads).toHaveLength(1)
    const next = await house.report(chief())
    live.committed()
    await ear.until(next.id)
    expect(once(streamsOf(ear))).toEqual([next.id])
  })
})

describe('waking', () => {
  test('scaling: a commit of another process wakes the worker of this one; a moved clock too', async () => {
    const [here, elsewhere] = [await open(), await open()]
    const wakes = () => new Promise<void>((resolve) => here.onWake(resolve))
    const [committed] = [wakes()]
    elsewhere.committed()
    await committed
    const moved = wakes()
    await house.moveClock(1000)
    await moved
  })

  test('scaling: a listening connection that breaks is opened again, and what was missed is heard', async () => {
    const errors: unknown[] = []
    const { db, see } = house.house
    const live = await openLive({ db, see, onError: (error) => errors.push(error) })
    lives.push(live)
    const ear = listen(live, desk())
    await db.query({
      text: `select pg_terminate_backend(pid) from pg_stat_activity
             where application_name = 'huce-listen' and datname = current_database()`,
    })
    const stream = await house.report(chief())
    await ear.until(stream.id)
    expect(errors.length).toBeGreaterThan(0)
  })
})

/** Writes a report and keeps its transaction open until `commit`. */
function holdReport(stream: string): { written: Promise<void>; commit(): Promise<void> } {
  const { db, sealer, plans } = house.house
  let wrote = (): void => {}
  let letGo = (): void => {}
  const written = new Promise<void>((resolve) => {
    wrote = resolve
  })
  const mayCommit = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const holding: Database = {
    ...db,
    transaction: (work) =>
      db.transaction(async (tx) => {
        const result = await work(tx)
        wrote()
        await mayCommit
        return result
      }),
  }
  const act = openAct({
    db: holding,
    sealer,
    plans,
    builtIn: house.plan,
    committed: () => {},
    onFault: () => {},
    mode: 'demo',
    campaigns: openCampaignShelf(holding, () => performance.now()),
    examples: openExampleShelf(holding, () => performance.now()),
  })
  const actor = chief()
  // Of a kind of its own: reports of one kind in one county wait for each other (A2).
  const command = reportOf(house.plan, actor.unit, Date.now(), { scenario: 'noise' })
  const answered = accepted(act.act([{ ...command, stream: { kind: 'incident', id: stream } }], actor))
  return {
    written: Promise.race([written, answered.then(() => {})]),
    async commit() {
      letGo()
      await answered
    },
  }
}

function once(streams: readonly string[]): string[] {
  return [...new Set(streams)]
}
