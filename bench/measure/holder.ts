// A worker of its own process that takes what is due and never ends with it: it says `held` and waits to be killed.
// Arguments: which timer, the folder with the master key, the owner's and the application's address.

import { Logger, run } from 'graphile-worker'
import { PgBoss } from 'pg-boss'
import { startDeadlines } from '#server/work/deadlines.ts'
import { openBenchHouse } from './our-timer.ts'
import { overhear } from './overhear.ts'

const [timer = '', folder = '', ownerUrl = '', appUrl = ''] = process.argv.slice(2)

function held(): Promise<never> {
  process.stdout.write('held\n')
  return new Promise(() => {})
}

async function holdOurs(): Promise<void> {
  overhear(({ name }, rows) => (name === 'claim-due' && rows.length > 0 ? held() : undefined))
  const house = await openBenchHouse({ folder, ownerUrl, appUrl })
  const onError = (error: unknown): void => {
    process.stderr.write(`${error}\n`)
  }
  startDeadlines({ act: house.act, db: house.db, onWake: () => () => {}, onError })
}

async function holdGraphileWorker(): Promise<void> {
  const logger = new Logger(() => () => {})
  await run({
    connectionString: ownerUrl,
    concurrency: 1,
    pollInterval: 20,
    logger,
    taskList: { limit: held },
  })
}

async function holdPgBoss(): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl })
  await boss.start()
  await boss.work('limit', { pollingIntervalSeconds: 0.5, batchSize: 1 }, held)
}

const timers = new Map([
  ['ours', holdOurs],
  ['graphile-worker', holdGraphileWorker],
  ['pg-boss', holdPgBoss],
])
await timers.get(timer)?.()
process.stdout.write('ready\n')
