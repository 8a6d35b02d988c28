// M1: a durable report. HTTP request → graded → ledger, lists, deadlines and notices committed, sixteen connections, beside
// pgbench running the SQL statements of one act on the same database in the same run, in turns. Prints the ratio.

import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Me } from '#core/wire/view.ts'
import { COUNTY } from '#server/demo/county.ts'
import { demoCampaignOf } from '#server/demo/set-up.ts'
import { builtInPlan } from '#server/plan/load.ts'
import { PLANNING, type Statement } from '#server/store/database.ts'
import { cpuSoFar } from './measure/cpu.ts'
import { measureSync } from './measure/disk.ts'
import { median, say, spread } from './measure/figures.ts'
import { type Line, openLine } from './measure/line.ts'
import { chiefOf, openBenchHouse } from './measure/our-timer.ts'
import { overhear } from './measure/overhear.ts'
import { type OwnDatabase, openOwnDatabase } from './measure/own-database.ts'
import { openOwnServer } from './measure/own-server.ts'
import { findPgbench, runPgbench, scriptOf } from './measure/pgbench.ts'

const CONNECTIONS = 16
const ROUNDS = 9
const SECONDS = Number(process.argv[2] ?? 3)
/** Reports of one kind by one school after which another one is nothing new to anybody (core/alike). */
const FLOOD = 12

const plan = builtInPlan()

/** A chief invigilator on a line of his own. */
interface Reporter {
  readonly line: Line
  readonly cookie: string
  readonly me: Me
}

async function signIn(port: number, nth: number): Promise<Reporter> {
  const line = await openLine('127.0.0.1', port)
  const { people } = JSON.parse((await line.ask('GET', '/api/demo/people')).body)
  const chiefs = people.filter((one: { postKind: string }) => one.postKind === 'chief-invigilator')
  const { person } = chiefs[nth % chiefs.length]
  const answer = await line.ask('POST', '/api/demo/sign-in', JSON.stringify({ person }))
  const cookie = /set-cookie: ([^;]+)/i.exec(answer.head)?.[1] ?? ''
  return { line, cookie, me: JSON.parse(answer.body) }
}

function reportBody({ me }: Reporter): string {
  const command = {
    id: randomUUID(),
    post: me.post.id,
    stream: { kind: 'incident', id: `99-${randomUUID()}` },
    ...reportOf(me.post.unit, me.campaign.id),
  }
  return JSON.stringify({ commands: [command] })
}

function reportOf(unit: string, campaign: string) {
  const now = Date.now()
  const data = {
    unit,
    campaign,
    plan: plan.hash,
    scenario: 'power-cut',
    stated: { interrupted: 'partly' },
    discoveredAt: now,
    words: '第三考场停电，学生在座位上等候',
  }
  return { type: 'Report', data, madeAt: now }
}

/** Reports for `seconds` on all lines; milliseconds of each, and how many a second. */
async function reportAll(reporters: readonly Reporter[], seconds: number) {
  const times: number[] = []
  const start = performance.now()
  const end = start + seconds * 1000
  await Promise.all(
    reporters.map(async (reporter) => {
      while (performance.now() < end) {
        const body = reportBody(reporter)
        const before = performance.now()
        const answer = await reporter.line.ask('POST', '/api/commands', body, reporter.cookie)
        if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body}`)
        times.push(performance.now() - before)
      }
    }),
  )
  return { times, rate: times.length / ((performance.now() - start) / 1000) }
}

/** The statements and parameters of one report, as the store sends them. */
async function recordOne(
  database: OwnDatabase,
): Promise<{ statements: Statement[]; id: string; school: string }> {
  const house = await openBenchHouse(database)
  const campaign = demoCampaignOf(Date.now())
  const school = '99070101'
  const actor = chiefOf(`${COUNTY}/${school}`, campaign)
  const give = async (id: string): Promise<void> => {
    const stream = { kind: 'incident' as const, id: `99-${id}` }
    const answer = await house.act.act([{ id, stream, ...reportOf(actor.unit, campaign) }], actor)
    if ('refused' in answer) throw new Error(`the report to record was refused: ${answer.refused.code}`)
  }
  // The first one reads what the process keeps in memory from then on, the next ones are proposed to be one matter: after ten of
  // those a report of the same kind sets nothing more off, which is how all but the first of a round go.
  for (let nth = 0; nth < FLOOD; nth++) await give(randomUUID())
  const statements: Statement[] = []
  const stop = overhear((statement) => statements.push(statement))
  const id = randomUUID()
  await give(id)
  stop()
  await house.close()
  return { statements, id, school }
}

/** Where there is no pgbench: the same statements from Node, sixteen connections, one after the other on each. */
async function runRaw(
  url: string,
  statements: readonly Statement[],
  id: string,
  seconds: number,
): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, options: PLANNING })
  let done = 0
  const start = performance.now()
  const end = start + seconds * 1000
  const loop = async (): Promise<void> => {
    const client = await pool.connect()
    while (performance.now() < end) {
      const other = randomUUID()
      const varied = (value: unknown) =>
        typeof value === 'number' ? value : JSON.parse(JSON.stringify(value).replaceAll(id, other))
      for (const { name, text, values = [] } of statements)
        await client.query({ text, ...(name === undefined ? {} : { name }), values: values.map(varied) })
      done++
    }
    client.release()
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, loop))
  await pool.end()
  return done / ((performance.now() - start) / 1000)
}

const database = await openOwnDatabase()
const stops = [database.stop]
try {
  const server = await openOwnServer(database)
  stops.push(server.stop)
  const reporters: Reporter[] = []
  for (let nth = 0; nth < CONNECTIONS; nth++) reporters.push(await signIn(server.port, nth))
  stops.push(async () => {
    for (const { line } of reporters) line.close()
  })
  const { statements, id, school } = await recordOne(database)
  const pgbench = findPgbench()
  const script = scriptOf(statements, { id, school })
  const peer = (seconds: number) =>
    pgbench
      ? runPgbench(pgbench, database.appUrl, script, {
          folder: database.folder,
          clients: CONNECTIONS,
          seconds,
        })
      : runRaw(database.appUrl, statements, id, seconds)
  say(`M1 a durable report, ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s in turns`)
  say(`disk: 8 kB and fdatasync ${spread(measureSync(database.folder))}`)
  say(
    `peer: ${pgbench ? 'pgbench -M prepared' : 'no pgbench here, so the pg driver'}, ${statements.length} statements of one act`,
  )
  await reportAll(reporters, 2)
  await peer(2)
  const ratios: number[] = []
  const all: number[] = []
  const costs: { ours: number; theirs: number }[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    const start = cpuSoFar()
    const ours = await reportAll(reporters, SECONDS)
    const between = cpuSoFar()
    const theirs = await peer(SECONDS)
    const end = cpuSoFar()
    ratios.push(ours.rate / theirs)
    costs.push({ ours: (between - start) / ours.times.length, theirs: (end - between) / (theirs * SECONDS) })
    all.push(...ours.times)
    say(
      `round ${round}: ${ours.rate.toFixed(0)} reports/s beside ${theirs.toFixed(0)}/s, ratio ${(ours.rate / theirs).toFixed(2)} · ${spread(ours.times)}`,
    )
  }
  say(`M1 ratio ${median(ratios).toFixed(2)} (median) · ${spread(all)} of ${all.length} reports`)
  const cost = (of: 'ours' | 'theirs') => median(costs.map((one) => one[of])).toFixed(2)
  say(`processor time, client and database included: ${cost('ours')} ms a report beside ${cost('theirs')} ms`)
} finally {
  for (const stop of stops.reverse()) await stop()
}
