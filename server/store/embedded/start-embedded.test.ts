// What the embedded database must survive: restarts, kill -9 of either process, a second server, foreign folders.
// The ways of running as root have their own file.

import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findLivingProcess, postgresProcessesIn } from './process-facts.ts'
import { startEmbedded } from './start-embedded.ts'
import { StartRefused } from './start-refused.ts'

let dataFolder: string
beforeEach(() => {
  dataFolder = join(mkdtempSync(join(tmpdir(), 'huce-embedded-')), 'data')
})
afterEach(() => {
  for (const pid of postgresProcessesIn(join(dataFolder, 'postgres'))) process.kill(pid, 'SIGKILL')
  rmSync(join(dataFolder, '..'), { recursive: true, force: true })
})

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {}) // a server killed under an idle connection
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

const makeRow = (url: string) => ask(url, `create table kept (word text); insert into kept values ('灯灭了')`)
const kept = (url: string) => ask(url, 'select word from kept')
const ROW = [{ word: '灯灭了' }]

/** A server in a process of its own, which can be killed without a word. */
async function startInChild(): Promise<{
  pid: number
  postgresPid: number
  ownerUrl: string
  die(): Promise<void>
}> {
  const module = new URL('./start-embedded.ts', import.meta.url)
  const script = `
    import { startEmbedded } from '${module}'
    const { pid, ownerUrl } = await startEmbedded({ dataFolder: process.argv[1] })
    console.log(JSON.stringify({ pid, ownerUrl }))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const line = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk) => resolve(String(chunk))),
  )
  const { pid: postgresPid, ownerUrl } = JSON.parse(line) as { pid: number; ownerUrl: string }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    pid: child.pid ?? 0,
    postgresPid,
    ownerUrl,
    die: () => {
      child.kill('SIGKILL')
      return ended
    },
  }
}

async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(
    () => undefined,
    (thrown) => thrown,
  )
  return error instanceof StartRefused ? error.code : `not refused: ${error}`
}

describe('embedded PostgreSQL', () => {
  test('E2: what was written is there after stop and start, at the same address', async () => {
    const first = await startEmbedded({ dataFolder })
    await makeRow(first.ownerUrl)
    await first.stop()
    expect(findLivingProcess(first.pid)).toBeUndefined()
    const second = await startEmbedded({ dataFolder })
    expect(second.ownerUrl).toBe(first.ownerUrl)
    expect(await kept(second.ownerUrl)).toEqual(ROW)
    await second.stop()
  })

  test('E2: every commit is synced to disk and pages carry checksums', async () => {
    const { ownerUrl, stop } = await startEmbedded({ dataFolder })
    const rows = await ask(
      ownerUrl,
      `select name, setting from pg_settings
        where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'server_encoding') order by name`,
    )
    expect(rows).toEqual([
      { name: 'data_checksums', setting: 'on' },
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'server_encoding', setting: 'UTF8' },
      { name: 'synchronous_commit', setting: 'on' },
    ])
    await stop()
  })

  test('corridor: the application role owns nothing and may make nothing; the owner is no superuser', async () => {
    const { ownerUrl, appUrl, stop } = await startEmbedded({ dataFolder })
    for (const sql of [
      'create table mine ()',
      'create schema mine',
      'create temp table mine ()',
      'create role mine',
    ]) {
      await expect(ask(appUrl, sql)).rejects.toThrow(/permission denied/)
    }
    const rows = await ask(
      ownerUrl,
      `select rolname, rolsuper, rolcreaterole, rolcreatedb from pg_roles where rolname like 'huce%' order by 1`,
    )
    expect(rows).toEqual([
      { rolname: 'huce_app', rolsuper: false, rolcreaterole: false, rolcreatedb: false },
      { rolname: 'huce_owner', rolsuper: false, rolcreaterole: true, rolcreatedb: false },
    ])
    await stop()
  })

  test('corridor: it listens on 127.0.0.1 only and its passwords are for the owner of the folder alone', async () => {
    const { ownerUrl, stop } = await startEmbedded({ dataFolder })
    expect(statSync(dataFolder).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataFolder, 'postgres-access.json')).mode & 0o777).toBe(0o600)
    const pidFile = readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
    expect(pidFile[3]).toBe(new URL(ownerUrl).port)
    expect([pidFile[4], pidFile[5]]).toEqual(['', '127.0.0.1'])
    await expect(ask(ownerUrl.replace(/:[^:@]*@/, ':guess@'), 'select 1')).rejects.toThrow(
      /password authentication failed/,
    )
    await stop()
  })

  test('E2: a PostgreSQL killed with -9 under a living server is started again at the same address, the row is there', async () => {
    const server = await startEmbedded({ dataFolder })
    await makeRow(server.ownerUrl)
    const killed = server.pid
    process.kill(killed, 'SIGKILL')
    await expect.poll(() => kept(server.ownerUrl).catch(() => []), { timeout: 20_000 }).toEqual(ROW)
    expect(server.pid).not.toBe(killed)
    await server.stop()
    expect(postgresProcessesIn(join(dataFolder, 'postgres'))).toEqual([])
  })

  test('E2: the server dies by kill -9, its PostgreSQL lives on: the next start clears it away and has the row', async () => {
    const dead = await startInChild()
    await makeRow(dead.ownerUrl)
    const open = new Client({ connectionString: dead.ownerUrl })
    open.on('error', () => {})
    await open.connect()
    await open.query('begin; lock table kept')
    await dead.die()
    expect(findLivingProcess(dead.postgresPid)).toBeDefined()
    const next = await startEmbedded({ dataFolder })
    expect(findLivingProcess(dead.postgresPid)).toBeUndefined()
    expect(await kept(next.ownerUrl)).toEqual(ROW)
    await next.stop()
  })

  test('E2: server and PostgreSQL die together by kill -9 in mid-write: the next start has every acknowledged row', async () => {
    const dead = await startInChild()
    await makeRow(dead.ownerUrl)
    const writer = new Client({ connectionString: dead.ownerUrl })
    writer.on('error', () => {})
    await writer.connect()
    let acknowledged = 0
    const writing = (async () => {
      for (;;) {
        await writer.query(`insert into kept values ('${acknowledged + 1}')`)
        acknowledged++
      }
    })().catch(() => {})
    await expect.poll(() => acknowledged).toBeGreaterThan(50)
    process.kill(dead.postgresPid, 'SIGKILL')
    await dead.die()
    await writing
    const next = await startEmbedded({ dataFolder })
    const [row] = (await ask(
      next.ownerUrl,
      `select count(*)::int as rows from kept where word <> '灯灭了'`,
    )) as {
      rows: number
    }[]
    // One more may be there than was acknowledged: committed, but the answer was lost.
    expect([acknowledged, acknowledged + 1]).toContain(row?.rows)
    await next.stop()
  })

  test('E2: a postmaster.pid whose number now belongs to another process does not stop the start', async () => {
    const first = await startEmbedded({ dataFolder })
    await makeRow(first.ownerUrl)
    const pidFile = join(dataFolder, 'postgres', 'postmaster.pid')
    const content = readFileSync(pidFile, 'utf8')
    await first.stop()
    writeFileSync(pidFile, content.replace(/^\d+/, String(process.ppid)), { mode: 0o600 })
    const second = await startEmbedded({ dataFolder })
    expect(await kept(second.ownerUrl)).toEqual(ROW)
    await second.stop()
  })

  test('E2: a second server on the same folder is refused while the first lives, and the first goes on', async () => {
    const living = await startInChild()
    await makeRow(living.ownerUrl)
    const both = await Promise.all([
      refusalOf(startEmbedded({ dataFolder })),
      refusalOf(startEmbedded({ dataFolder })),
    ])
    expect(both).toEqual(['embedded.in-use', 'embedded.in-use'])
    expect(await kept(living.ownerUrl)).toEqual(ROW)
    await living.die()
  })

  test('E2: of two servers that start in the same moment one serves at most, the other is refused', async () => {
    const attempt = `
      import { startEmbedded } from '${new URL('./start-embedded.ts', import.meta.url)}'
      const server = await startEmbedded({ dataFolder: process.argv[1] }).catch(({ code }) => ({ code }))
      console.log(server.code ?? 'serves')
      process.stdin.once('data', async () => { await server.stop?.(); process.exit() })`
    const children = [1, 2].map(() =>
      spawn(process.execPath, ['--input-type=module', '-e', attempt, dataFolder], {
        stdio: ['pipe', 'pipe', 'inherit'],
      }),
    )
    const said = await Promise.all(
      children.map(
        (child) => new Promise<string>((resolve) => child.stdout.once('data', (text) => resolve(`${text}`))),
      ),
    )
    const refused = said.filter((word) => word.trim() === 'embedded.in-use')
    const serving = said.filter((word) => word.trim() === 'serves')
    expect(refused.length + serving.length).toBe(2)
    expect(serving.length).toBeLessThan(2)
    const ended = children.map((child) => new Promise((resolve) => child.once('exit', resolve)))
    for (const child of children) child.stdin.write('stop')
    await Promise.all(ended)
  })

  test('E2: a folder that Huce did not make is refused and left as it is', async () => {
    mkdirSync(join(dataFolder, 'postgres'), { recursive: true })
    writeFileSync(join(dataFolder, 'postgres', 'thesis.txt'), 'mine')
    expect(await refusalOf(startEmbedded({ dataFolder }))).toBe('embedded.unknown-folder')
    writeFileSync(join(dataFolder, 'postgres', 'PG_VERSION'), '14\n')
    expect(await refusalOf(startEmbedded({ dataFolder }))).toBe('embedded.other-major')
    writeFileSync(join(dataFolder, 'postgres', 'PG_VERSION'), '18\n')
    expect(await refusalOf(startEmbedded({ dataFolder }))).toBe('embedded.no-access-file')
    expect(readdirSync(dataFolder)).toEqual(['postgres'])
    expect(readdirSync(join(dataFolder, 'postgres')).sort()).toEqual(['PG_VERSION', 'thesis.txt'])
  })

  test('E2: a cluster that was made and is gone is not replaced by an empty one', async () => {
    await (await startEmbedded({ dataFolder })).stop()
    rmSync(join(dataFolder, 'postgres'), { recursive: true })
    expect(await refusalOf(startEmbedded({ dataFolder }))).toBe('embedded.cluster-gone')
    expect(readdirSync(dataFolder)).not.toContain('postgres')
  })

  test('corridor: a first start that was cut off halfway is simply done again', async () => {
    mkdirSync(join(dataFolder, 'postgres.half'), { recursive: true })
    writeFileSync(join(dataFolder, 'postgres.half', 'PG_VERSION'), '18\n')
    const server = await startEmbedded({ dataFolder })
    expect(await ask(server.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
    expect(readdirSync(dataFolder)).not.toContain('postgres.half')
  })

  test('corridor: PostgreSQL 15 works the same, and its folder is refused by 18', async () => {
    const server = await startEmbedded({ dataFolder, major: '15' })
    const [row] = (await ask(server.ownerUrl, 'show server_version')) as { server_version: string }[]
    expect(row?.server_version).toMatch(/^15\./)
    await server.stop()
    expect(await refusalOf(startEmbedded({ dataFolder }))).toBe('embedded.other-major')
  })

  test('corridor: PostgreSQL has a session of its own, out of reach of signals to our process group', async () => {
    const server = await startInChild()
    const sessionOf = (pid: number) =>
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')[3]
    expect(sessionOf(server.postgresPid)).toBe(String(server.postgresPid))
    await server.die()
  })
})
