// PostgreSQL for tests: one throwaway cluster in the system's temporary folder, a fresh database per test.
// Never used by the server: these clusters do not sync to disk.

import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Access, APP, databaseUrl, OWNER, SUPERUSER } from './access-file.ts'
import type { Major } from './binaries.ts'
import { clusterFolder } from './cluster.ts'
import { findHolder } from './folder-claim.ts'
import { postgresProcessesIn } from './process-facts.ts'
import { createDatabase, dropDatabase } from './roles.ts'
import { clusterHome } from './runner.ts'
import { openCluster } from './start-embedded.ts'

/** A database of its own, with the two roles as in the product. */
export interface TestDatabase {
  readonly ownerUrl: string
  readonly appUrl: string
  drop(): Promise<void>
}

export interface TestCluster {
  /** Address for the superuser; tests of rights use those of createDatabase. */
  url(databaseName?: string): string
  createDatabase(): Promise<TestDatabase>
  stop(): Promise<void>
}

/** What another process needs to make databases in a running test cluster. */
export type TestClusterAddress = Access & { readonly port: number }

const PREFIX = 'huce-test-postgres-'

/** Starts a cluster of its own; most tests share one through `testDatabase`. */
export async function startTestCluster(
  major: Major = '18',
): Promise<TestCluster & { readonly address: TestClusterAddress }> {
  sweep()
  const dataFolder = mkdtempSync(join(tmpdir(), PREFIX))
  const cluster = await openCluster({ dataFolder, major, durable: false, log: () => {} })
  const address = { ...cluster.access, port: cluster.port }
  return {
    ...attachTestCluster(address),
    address,
    stop: async () => {
      await cluster.stop()
      removeCluster(dataFolder)
    },
  }
}

/** Uses a test cluster that another process started. */
export function attachTestCluster(address: TestClusterAddress): Omit<TestCluster, 'stop'> {
  const { port } = address
  return {
    url: (name = 'postgres') => databaseUrl(SUPERUSER, address.superuserPassword, port, name),
    createDatabase: async () => {
      const name = `test_${randomBytes(6).toString('hex')}`
      await createDatabase(address, port, name)
      return {
        ownerUrl: databaseUrl(OWNER, address.ownerPassword, port, name),
        appUrl: databaseUrl(APP, address.appPassword, port, name),
        drop: () => dropDatabase(address, port, name),
      }
    },
  }
}

/**
 * A fresh database in the cluster that all test files share (walls/test-cluster.ts); started by the first who asks,
 * for each major version. Drop it in afterAll.
 */
export async function testDatabase(major: Major = '18'): Promise<TestDatabase> {
  const desk = process.env.HUCE_TEST_CLUSTERS
  if (!desk) throw new Error('HUCE_TEST_CLUSTERS is not set: run this test through vitest')
  const answer = await fetch(`${desk}/${major}`)
  if (!answer.ok) throw new Error(await answer.text())
  return attachTestCluster((await answer.json()) as TestClusterAddress).createDatabase()
}

/** Removes clusters of test runs that were killed: their folder is claimed by nobody living. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const dataFolder = join(tmpdir(), name)
    try {
      const age = Date.now() - statSync(dataFolder).mtimeMs
      if (age < 60_000 || findHolder(dataFolder) !== undefined) continue
      for (const pid of postgresProcessesIn(clusterFolder(clusterHome(dataFolder))))
        process.kill(pid, 'SIGKILL')
      removeCluster(dataFolder)
    } catch {
      // another run sweeps too, or the folder is another user's
    }
  }
}

function removeCluster(dataFolder: string): void {
  const home = clusterHome(dataFolder)
  rmSync(home, { recursive: true, force: true })
  rmSync(dataFolder, { recursive: true, force: true })
}
