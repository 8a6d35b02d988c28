// Starts the database that comes with Huce: one PostgreSQL of our own in the data folder, for one server.
// The order of the steps is here; each step has a file beside. Migrations are not made here.

import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  type Access,
  APP,
  DATABASE,
  databaseUrl,
  findAccess,
  newAccess,
  OWNER,
  saveAccess,
} from './access-file.ts'
import { getBinaries, type Major } from './binaries.ts'
import { checkDataFolder, clusterFolder, createCluster } from './cluster.ts'
import { claimFolder } from './folder-claim.ts'
import { stopLeftovers } from './leftovers.ts'
import { type Postmaster, startPostmaster } from './postmaster.ts'
import { ensureRoles } from './roles.ts'
import { chooseRunner, type Runner, type RunnerKind } from './runner.ts'

export interface EmbeddedPostgres {
  /** For migrations: owns the database and may create roles, but is no superuser. */
  readonly ownerUrl: string
  /** For the server: may connect, and has only the rights that migrations grant. */
  readonly appUrl: string
  /** Process number of PostgreSQL now; another one after it had to be started again. */
  readonly pid: number
  /** Stops PostgreSQL in order and gives the data folder free. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  readonly dataFolder: string
  readonly major?: Major
  /** Receives what the person at the terminal should know, in both languages. */
  readonly log?: (line: string) => void
}

/** A started cluster with what only this folder's own helpers may see. */
export interface Cluster {
  readonly access: Access
  readonly port: number
  readonly runner: Runner
  readonly pid: number
  stop(): Promise<void>
}

/**
 * Starts (on first use: makes) the database in `dataFolder`, clearing away what a killed server left there. While the
 * server lives, a PostgreSQL that dies is started again on the same port.
 * @throws StartRefused with one sentence in both languages when it cannot or must not start
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const cluster = await openCluster({ log: () => {}, ...options, durable: true })
  const { access, port } = cluster
  return {
    ownerUrl: databaseUrl(OWNER, access.ownerPassword, port, DATABASE),
    appUrl: databaseUrl(APP, access.appPassword, port, DATABASE),
    get pid() {
      return cluster.pid
    },
    stop: () => cluster.stop(),
  }
}

/**
 * What startEmbedded does, for its helper in tests, which alone may give up durability.
 * @param options.only limits as whom PostgreSQL runs, to test one way
 */
export async function openCluster(options: {
  readonly dataFolder: string
  readonly major?: Major
  readonly log: (line: string) => void
  readonly durable: boolean
  readonly only?: RunnerKind
}): Promise<Cluster> {
  const { log, durable } = options
  const major = options.major ?? '18'
  const dataFolder = resolve(options.dataFolder)
  const binaries = getBinaries(major)
  checkDataFolder(dataFolder, major)
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const claim = await claimFolder(dataFolder)
  try {
    // Again, now that nobody else can be making it.
    checkDataFolder(dataFolder, major)
    const before = findAccess(dataFolder)
    let access = before ?? newAccess()
    if (!before) saveAccess(dataFolder, access)
    const runner = chooseRunner(dataFolder, binaries, log, options.only)
    const folder = clusterFolder(runner.home)
    await stopLeftovers(folder, log)
    if (!access.clusterMade) {
      await createCluster(runner, access, durable)
      access = { ...access, clusterMade: true }
      saveAccess(dataFolder, access)
    }
    const logFile = join(dataFolder, 'postgres.log')
    const start = (wantedPort: number | undefined) =>
      startPostmaster({ runner, wantedPort, logFile, durable, log })
    const first = await start(access.port)
    try {
      await ensureRoles(access, first.port)
      if (access.port !== first.port) {
        access = { ...access, port: first.port }
        saveAccess(dataFolder, access)
      }
    } catch (error) {
      await first.stop()
      throw error
    }
    const watched = keepRunning(first, () => stopLeftovers(folder, log).then(() => start(first.port)), log)
    return {
      access,
      port: first.port,
      runner,
      get pid() {
        return watched.current().pid
      },
      stop: async () => {
        await watched.stop()
        claim.release()
      },
    }
  } catch (error) {
    claim.release()
    throw error
  }
}

const RESTARTS = 5

/** Starts PostgreSQL again whenever it ends unasked (out of memory, killed), five times at most. */
function keepRunning(
  first: Postmaster,
  again: () => Promise<Postmaster>,
  log: (line: string) => void,
): { current(): Postmaster; stop(): Promise<void> } {
  let current = first
  let stopping = false
  const loop = async () => {
    for (let restarts = 0; ; restarts++) {
      await current.ended
      if (stopping || restarts === RESTARTS) return
      log('数据库意外停止，正在重新启动。 / The database stopped unexpectedly; starting it again.')
      try {
        current = await again()
        if (stopping) return await current.stop()
      } catch (error) {
        log(error instanceof Error ? error.message : String(error))
        return
      }
    }
  }
  const done = loop()
  return {
    current: () => current,
    stop: async () => {
      stopping = true
      await current.stop()
      await done
    },
  }
}
