// M3: how late deadlines fire, and what a million pending ones cost. M4: a worker killed while it holds one. Ours beside
// graphile-worker and pg-boss in the same run on the same database.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { measureSync } from './measure/disk.ts'
import { percentile, say, spread } from './measure/figures.ts'
import { openOurTimer } from './measure/our-timer.ts'
import { type OwnDatabase, openOwnDatabase } from './measure/own-database.ts'
import { openGraphileWorker, openPgBoss, sendToGraphileWorker, sendToPgBoss } from './measure/peer-timers.ts'
import type { Timer } from './measure/timer.ts'

const GIVE_UP = 120_000
const TAKEN_OVER_WITHIN = 30_000
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

interface Scene {
  readonly what: string
  readonly offsets: readonly number[]
}

/** `count` things over `ms`, at `steps` different moments. */
function scene(what: string, count: number, ms: number, steps = count): Scene {
  return {
    what,
    offsets: Array.from({ length: count }, (_, nth) => Math.floor((nth * steps) / count) * (ms / steps)),
  }
}

const IDLE = scene('300 over 30 s', 300, 30_000)
const BURSTS = [scene('600 in one second', 600, 1000, 50), scene('10,000 in one second', 10_000, 1000, 50)]
const PENDING = Number(process.argv[2] ?? 1_000_000)

async function play({ what, offsets }: Scene, timer: Timer): Promise<number> {
  await timer.prepare(offsets)
  const at = Date.now() + 4000
  await timer.begin(at, offsets)
  let late = await timer.late()
  while (late.length < offsets.length && Date.now() < at + GIVE_UP) {
    await pause(200)
    late = await timer.late()
  }
  const took = Math.max(...late.map((ms, nth) => ms + (offsets[nth] ?? 0)))
  const rate = offsets.length > 5000 ? ` · drained at ${((late.length / took) * 1000).toFixed(0)}/s` : ''
  const lost = late.length < offsets.length ? ` · ${offsets.length - late.length} not within 2 minutes` : ''
  say(`${what}: ${timer.name}: ${spread(late)}${rate}${lost}`)
  return percentile(late, 0.99)
}

interface Taken {
  readonly name: string
  /** Makes one thing due that the holder will take. */
  readonly become: () => Promise<unknown>
  /** Starts another worker, which finds it taken. */
  readonly other: () => Promise<unknown>
  /** How often it was done. */
  readonly times: () => Promise<number>
}

/** Kills a worker that holds something and says when another one did it. */
async function takeOver(database: OwnDatabase, { name, become, other, times }: Taken): Promise<void> {
  const program = join(import.meta.dirname, 'measure', 'holder.ts')
  const holder = spawn(
    process.execPath,
    [program, name, database.folder, database.ownerUrl, database.appUrl],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let heard = ''
  holder.stdout.on('data', (chunk: Buffer) => {
    heard += chunk.toString()
  })
  const said = async (word: string) => {
    while (!heard.includes(word)) await pause(10)
  }
  await said('ready')
  await become()
  await said('held')
  await other()
  await pause(1000)
  const early = await times()
  holder.kill('SIGKILL')
  const killed = performance.now()
  while ((await times()) === early && performance.now() < killed + TAKEN_OVER_WITHIN) await pause(5)
  const took = performance.now() - killed
  await pause(1000)
  const done = await times()
  say(
    done === 0
      ? `M4 ${name}: not taken over within ${TAKEN_OVER_WITHIN / 1000} s`
      : `M4 ${name}: taken over after ${took.toFixed(0)} ms, done ${done === 1 ? 'once' : `${done} times`}`,
  )
}

const database = await openOwnDatabase()
const stops: (() => Promise<void>)[] = [() => database.stop()]
try {
  const ours = await openOurTimer(database)
  stops.push(() => ours.stop())
  let peers = [await openGraphileWorker(database.ownerUrl), await openPgBoss(database.ownerUrl)]
  say(`disk: 8 kB and fdatasync ${spread(measureSync(database.folder))}`)

  const before = await Promise.all([ours, ...peers].map((timer) => play(IDLE, timer)))
  for (const burst of BURSTS) for (const timer of [ours, ...peers]) await play(burst, timer)
  for (const timer of [ours, ...peers]) {
    const start = performance.now()
    await timer.fill(PENDING)
    say(
      `${PENDING.toLocaleString('en')} pending: ${timer.name}: set in ${((performance.now() - start) / 1000).toFixed(0)} s`,
    )
  }
  const pending = { ...IDLE, what: `${IDLE.what}, ${PENDING.toLocaleString('en')} pending` }
  const after = await Promise.all([ours, ...peers].map((timer) => play(pending, timer)))
  ;[ours, ...peers].forEach((timer, nth) => {
    say(
      `M3 p99 with ${PENDING.toLocaleString('en')} pending beside without: ${timer.name}: ${((after[nth] ?? 0) / (before[nth] ?? 1)).toFixed(2)}`,
    )
  })

  for (const peer of peers) await peer.stop()
  peers = []
  await ours.rest()
  let stream = ''
  await takeOver(database, {
    name: 'ours',
    become: async () => {
      stream = await ours.reportDueIn(200)
    },
    other: async () => ours.work(),
    times: () => ours.timesPassed(stream),
  })
  for (const [name, send, open] of [
    ['graphile-worker', sendToGraphileWorker, openGraphileWorker],
    ['pg-boss', sendToPgBoss, openPgBoss],
  ] as const) {
    let other: Timer | undefined
    await takeOver(database, {
      name,
      become: () => send(database.ownerUrl),
      other: async () => {
        other = await open(database.ownerUrl)
      },
      times: async () => (await other?.late())?.length ?? 0,
    })
    await other?.stop()
  }
} finally {
  for (const stop of stops.reverse()) await stop()
}
