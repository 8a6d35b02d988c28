// Running as root, which PostgreSQL refuses: behind a user namespace, or as another user at a place it can reach.
// As an ordinary user the same tests show that nothing of the sort is needed.

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASE, databaseUrl, OWNER } from './access-file.ts'
import { clusterHome } from './runner.ts'
import { type Cluster, openCluster, startEmbedded } from './start-embedded.ts'

const asRoot = process.geteuid?.() === 0
/** What mktemp -d makes: only its owner may enter. */
let dataFolder: string
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'huce-runner-'))
})
afterEach(() => {
  rmSync(clusterHome(dataFolder), { recursive: true, force: true })
  rmSync(dataFolder, { recursive: true, force: true })
})

async function ask(cluster: Cluster, sql: string): Promise<unknown[]> {
  const url = databaseUrl(OWNER, cluster.access.ownerPassword, cluster.port, DATABASE)
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

const quiet = { log: () => {}, durable: true } as const

describe('as whom PostgreSQL runs', () => {
  test('corridor: in a folder that only we may enter, root or not, the data stays in the folder', async () => {
    expect(statSync(dataFolder).mode & 0o777).toBe(0o700)
    const server = await startEmbedded({ dataFolder })
    const client = new Client({ connectionString: server.appUrl })
    await client.connect()
    expect((await client.query('select current_user')).rows).toEqual([{ current_user: 'huce_app' }])
    await client.end()
    await server.stop()
  })

  test('E2: where root has no user namespace, the data moves to a place of an ordinary user, with a note, and stays whole', async () => {
    const before = await openCluster({ dataFolder, ...quiet })
    expect(before.runner.home).toBe(dataFolder)
    await ask(before, `create table kept (word text); insert into kept values ('灯灭了')`)
    await before.stop()
    const lines: string[] = []
    const moved = await openCluster({
      dataFolder,
      ...quiet,
      log: (line) => lines.push(line),
      only: 'other-user',
    })
    expect(await ask(moved, 'select word from kept')).toEqual([{ word: '灯灭了' }])
    if (asRoot) {
      expect(moved.runner.kind).toBe('other-user')
      expect(existsSync(join(dataFolder, 'postgres'))).toBe(false)
      expect(readFileSync(join(dataFolder, 'postgres-moved.json'), 'utf8')).toContain(moved.runner.home)
      expect(lines.join('\n')).toContain(moved.runner.home)
      expect(statSync(`/proc/${moved.pid}`).uid).not.toBe(0)
    } else {
      expect(moved.runner.kind).toBe('ourselves')
    }
    await moved.stop()
    const again = await openCluster({ dataFolder, ...quiet })
    expect(again.runner.home).toBe(moved.runner.home)
    expect(await ask(again, 'select word from kept')).toEqual([{ word: '灯灭了' }])
    await again.stop()
  })
})
