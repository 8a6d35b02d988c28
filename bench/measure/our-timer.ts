// Ours as a timer: real incidents whose limit for taking over passes, through the worker and `act`. Late is counted to the
// end of the commit, by which the limit is on record and the next post told.

import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Actor } from '#core/access/actor.ts'
import { DAY, MINUTE } from '#core/basics/instant.ts'
import { postId } from '#core/who/post.ts'
import type { Act, Command } from '#server/act.ts'
import { COUNTY } from '#server/demo/county.ts'
import { demoCampaignOf, setUpDemo } from '#server/demo/set-up.ts'
import { readMasterKey } from '#server/key-file.ts'
import { openLive } from '#server/live.ts'
import { type House, openHouse } from '#server/open-house.ts'
import { builtInPlan } from '#server/plan/load.ts'
import { startDeadlines } from '#server/work/deadlines.ts'
import type { OwnDatabase } from './own-database.ts'
import type { Timer } from './timer.ts'

const plan = builtInPlan()
/** The limit that passes first after a report. */
const LIMIT = 'acknowledge'
const AFTER = (plan.limits.find((limit) => limit.id === LIMIT)?.minutes ?? 0) * MINUTE
/** Reports in one list of commands. */
const LIST = 50

export interface OurTimer extends Timer {
  /** Lets the worker rest, or work again. */
  rest(): Promise<void>
  work(): void
  /** Reports one incident that is due in `ms`; its stream. */
  reportDueIn(ms: number): Promise<string>
  /** How often the limit of this incident passed. */
  timesPassed(stream: string): Promise<number>
}

/** Another process's house on the same database. */
export async function openBenchHouse(
  database: Omit<OwnDatabase, 'stop'>,
  committed = (): void => {},
): Promise<House> {
  const masterKey = await readMasterKey(`${database.folder}/master.key`)
  return openHouse({ ...database, masterKey, mode: 'demo', builtIn: plan, committed })
}

export async function openOurTimer(database: OwnDatabase): Promise<OurTimer> {
  let committed = (): void => {}
  const house = await openBenchHouse(database, () => committed())
  await setUpDemo(house.act, plan, Date.now())
  const campaign = demoCampaignOf(Date.now())
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const onError = (error: unknown): void => {
    process.stderr.write(`${error}\n`)
  }
  const live = await openLive({ db: house.db, see: house.see, onError })
  committed = live.committed
  /** When each deadline was committed, in the ledger's order: there is one worker. */
  let commits: number[] = []
  const act: Act = {
    ...house.act,
    async actDue(most) {
      const count = await house.act.actDue(most)
      const at = Date.now()
      for (let nth = 0; nth < count; nth++) commits.push(at)
      return count
    },
  }
  const startWorker = () => startDeadlines({ act, db: house.db, onWake: live.onWake, onError })
  let worker = startWorker()

  /** Campaign time of what was prepared last; each scene has a day of its own. */
  let base = Date.now()
  let begun = 0
  let after = 0
  let school = 0

  /** Stops the campaign's clock at `now`. */
  const freezeAt = (now: number) =>
    owner.query(`update campaign_clock set rate = 0, offset_ms = $2 - millis(anchor) where campaign = $1`, [
      campaign,
      now,
    ])
  /** Lets it run, so that it is `now` there at the wall clock's `at`. */
  const runFrom = (now: number, at: number) =>
    owner.query(`update campaign_clock set rate = 1, offset_ms = $2 where campaign = $1`, [
      campaign,
      now - at,
    ])
  const passed = async (): Promise<number[]> =>
    (
      await owner.query<{ due: number }>(
        `select (data->>'dueAt')::bigint as due from ledger
         where type = 'LimitPassed' and position > $1 order by tx, position`,
        [after],
      )
    ).rows.map((row) => Number(row.due))

  async function report(count: number, now = base): Promise<string[]> {
    school = (school % 20) + 1
    const actor = chiefOf(`${COUNTY}/990701${String(school).padStart(2, '0')}`, campaign)
    const commands = Array.from({ length: count }, () => reportBy(actor, now))
    const answer = await house.act.act(commands, actor)
    if ('refused' in answer) throw new Error(`a report was refused: ${answer.refused.code}`)
    return commands.map((command) => command.stream.id)
  }

  async function nextDay(): Promise<void> {
    base += DAY
    // What an earlier scene still owes must not come due in this one.
    await owner.query('delete from deadline where due_at < $1', [new Date(base + 100 * DAY)])
    await freezeAt(base)
  }

  return {
    name: 'Huce',
    rest: () => worker.stop(),
    work() {
      worker = startWorker()
    },
    async prepare(offsets) {
      await nextDay()
      for (let from = 0; from < offsets.length; ) {
        let to = from
        while (to < offsets.length && to - from < LIST && offsets[to] === offsets[from]) to++
        const now = base + (offsets[from] ?? 0)
        await freezeAt(now)
        await report(to - from, now)
        from = to
      }
    },
    async begin(at) {
      const [row] = (await owner.query('select max(position) as position from ledger')).rows
      after = Number(row.position)
      commits = []
      begun = at
      await runFrom(base + AFTER, at)
    },
    async late() {
      const due = await passed()
      return due
        .slice(0, commits.length)
        .map((dueAt, nth) => (commits[nth] ?? 0) - begun - (dueAt - base - AFTER))
    },
    async fill(count) {
      await owner.query(
        `insert into deadline (kind, stream, key, campaign, due_at, command)
         select 'incident', 'later-' || n, 'acknowledge/0', $1, now() + interval '5000 days' + n * interval '1 second', '{}'
         from generate_series(1, $2::int) n`,
        [campaign, count],
      )
      await owner.query('analyze deadline')
    },
    async reportDueIn(ms) {
      await nextDay()
      const [stream = ''] = await report(1)
      await runFrom(base + AFTER, Date.now() + ms)
      return stream
    },
    async timesPassed(stream) {
      const { rows } = await owner.query(
        `select from ledger where stream = $1 and type = 'LimitPassed' and data->>'limit' = $2`,
        [stream, LIMIT],
      )
      return rows.length
    },
    async stop() {
      await worker.stop()
      await live.close()
      await owner.end()
      await house.close()
    },
  }
}

function reportBy(actor: Actor, now: number): Command {
  const { unit, campaign } = actor
  const data = { unit, campaign, plan: plan.hash, scenario: 'power-cut', stated: {}, discoveredAt: now }
  return {
    id: randomUUID(),
    stream: { kind: 'incident', id: `99-${randomUUID()}` },
    type: 'Report',
    data,
    madeAt: now,
  }
}

/** The chief invigilator of a school of the demonstration; who holds the post does not matter here. */
export function chiefOf(unit: string, campaign: string): Actor {
  const postKind = 'chief-invigilator'
  const post = postId({ campaign, unit, kind: postKind })
  return { person: '99-person-bench', post, postKind, role: 'chief', tier: 'school', unit, campaign }
}
