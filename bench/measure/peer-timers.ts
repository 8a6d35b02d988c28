// The peers as timers: graphile-worker and pg-boss on the same database, each in a schema of its own, polling as fast as is
// sensible. Their jobs do nothing; late is counted to the start of the job.

import { Logger, quickAddJob, type Runner, run } from 'graphile-worker'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Timer } from './timer.ts'

const YEARS = `now() + interval '5000 days' + n * interval '1 second'`

/** Polls every 100 ms (its own default is 2 s) with 20 jobs at a time. */
export async function openGraphileWorker(url: string): Promise<Timer> {
  let late: number[] = []
  const runner: Runner = await run({
    connectionString: url,
    concurrency: 20,
    pollInterval: 100,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
    taskList: {
      limit: async (payload) => {
        late.push(Date.now() - (payload as { dueAt: number }).dueAt)
      },
    },
  })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return {
    name: 'graphile-worker, poll 100 ms, 20 at a time',
    async prepare() {},
    async begin(at, offsets) {
      late = []
      const jobs = offsets.map((offset) => ({
        identifier: 'limit',
        payload: { dueAt: at + offset },
        runAt: new Date(at + offset).toISOString(),
      }))
      await client.query(
        `select graphile_worker.add_jobs(array(
           select row(j->>'identifier', j->'payload', null, (j->>'runAt')::timestamptz, null, null, null, null)::graphile_worker.job_spec
           from jsonb_array_elements($1::jsonb) j))`,
        [JSON.stringify(jobs)],
      )
    },
    late: async () => late,
    async fill(count) {
      await client.query(
        `select graphile_worker.add_jobs(array(
           select row('limit', '{}'::json, null, ${YEARS}, null, null, null, null)::graphile_worker.job_spec
           from generate_series(1, $1::int) n))`,
        [count],
      )
    },
    async stop() {
      await runner.stop()
      await client.end()
    },
  }
}

/** Polls every half second, its shortest, with up to 1,000 jobs at a time. */
export async function openPgBoss(url: string): Promise<Timer> {
  const queue = 'limit'
  let late: number[] = []
  const boss = new PgBoss({ connectionString: url })
  boss.on('error', (error) => process.stderr.write(`pg-boss: ${error}\n`))
  await boss.start()
  await boss.createQueue(queue)
  await boss.work<{ dueAt: number }>(
    queue,
    { pollingIntervalSeconds: 0.5, batchSize: 1000 },
    async (jobs) => {
      for (const job of jobs) late.push(Date.now() - job.data.dueAt)
    },
  )
  return {
    name: 'pg-boss, poll 0.5 s, 1,000 at a time',
    async prepare() {},
    async begin(at, offsets) {
      late = []
      for (let from = 0; from < offsets.length; from += 1000)
        await boss.insert(
          queue,
          offsets.slice(from, from + 1000).map((offset) => ({
            data: { dueAt: at + offset },
            startAfter: new Date(at + offset),
          })),
        )
    },
    late: async () => late,
    async fill(count) {
      const startAfter = new Date(Date.now() + 5000 * 86_400_000)
      for (let from = 0; from < count; from += 20_000)
        await boss.insert(
          queue,
          Array.from({ length: Math.min(20_000, count - from) }, () => ({ data: {}, startAfter })),
        )
    },
    stop: () => boss.stop({ graceful: false }),
  }
}

/** One job that is due at once, for whoever works on it. */
export async function sendToGraphileWorker(url: string): Promise<void> {
  await quickAddJob({ connectionString: url, logger: new Logger(() => () => {}) }, 'limit', {
    dueAt: Date.now(),
  })
}

export async function sendToPgBoss(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false })
  await boss.start()
  await boss.send('limit', { dueAt: Date.now() })
  await boss.stop({ graceful: false })
}
