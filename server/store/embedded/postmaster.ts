// One running PostgreSQL: started under a kernel lock on its folder, watched until ready, stopped in order.
// Makes no clusters and no roles.

import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { clusterFolder } from './cluster.ts'
import type { Runner } from './runner.ts'
import { lastLine, startRefused } from './start-refused.ts'

export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Fulfilled with what the process last said, when it ends, wanted or not. */
  readonly ended: Promise<string>
  /** Fast shutdown: open transactions are rolled back, everything written out. */
  stop(): Promise<void>
}

export interface PostmasterOptions {
  readonly runner: Runner
  readonly wantedPort: number | undefined
  readonly logFile: string
  /** false turns off the sync to disk; only for clusters that tests throw away. */
  readonly durable: boolean
  readonly log: (line: string) => void
}

const LOCK_CONFLICT = 75
const TRY_FOR = 20_000
const STOP_PATIENCE = 20_000
const LOG_LIMIT = 8 * 1024 * 1024

/**
 * Waits for the kernel lock by giving up at once (75) and being called again, removes a postmaster.pid that a crash
 * left (nobody can be behind it: its owner would hold the lock), and becomes PostgreSQL. The lock is inherited by every
 * backend, so it is free only when the last of them is gone; it also holds between containers that share a disk.
 * Without flock PostgreSQL's own check of postmaster.pid decides alone.
 */
const LAUNCH = `
lock=$1 folder=$2 program=$3; shift 3
command -v flock >/dev/null 2>&1 || exec "$program" -D "$folder" "$@"
exec flock -n -F -E ${LOCK_CONFLICT} "$lock" sh -c '
  folder=$1 program=$2; shift 2
  rm -f "$folder/postmaster.pid"
  exec "$program" -D "$folder" "$@"
' sh "$folder" "$program" "$@"`

/**
 * Starts PostgreSQL on a cluster and waits until it accepts connections. A lock or a port that is not yet free is
 * tried again for 20 s; recovery after a crash may take as long as it needs.
 * @throws StartRefused `embedded.locked` or `embedded.failed`
 */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const begun = Date.now()
  let port = await choosePort(options.wantedPort)
  for (;;) {
    const outcome = await launch(options, port)
    if (typeof outcome !== 'string') return outcome
    const portTaken = /could not bind|Address already in use/i.test(outcome)
    const locked = /postmaster\.pid|lock file|shared memory block|folder is locked/.test(outcome)
    if ((!portTaken && !locked) || Date.now() - begun > TRY_FOR) {
      if (locked) throw startRefused('embedded.locked', clusterFolder(options.runner.home))
      throw startRefused('embedded.failed', 'postgres', lastLine(outcome))
    }
    if (portTaken) port = await choosePort(undefined)
    await pause(200)
  }
}

/** The running postmaster, or what it said before it ended. */
async function launch(options: PostmasterOptions, port: number): Promise<Postmaster | string> {
  const { runner, logFile } = options
  const folder = clusterFolder(runner.home)
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    // No row content in the log: what is sealed in the tables must not lie open beside them.
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
    'log_parameter_max_length_on_error=0',
    ...(options.durable ? [] : ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off']),
  ].flatMap((setting) => ['-c', setting])
  const {
    file,
    args,
    options: as,
  } = runner.command('sh', [
    '-c',
    LAUNCH,
    'sh',
    join(runner.home, 'postgres.lock'),
    folder,
    join(runner.binaries.root, 'bin', 'postgres'),
    ...settings,
  ])
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT) renameSync(logFile, `${logFile}.1`)
  const logDescriptor = openSync(logFile, 'a', 0o600)
  const logStart = statSync(logFile).size
  // A session of its own: a SIGTERM to our process group must reach us only, we then stop PostgreSQL in order.
  const child = spawn(file, args, { ...as, detached: true, stdio: ['ignore', logDescriptor, logDescriptor] })
  closeSync(logDescriptor)
  const said = () => readFileSync(logFile, 'utf8').slice(logStart)
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code) =>
      resolve(code === LOCK_CONFLICT ? 'folder is locked' : said() || `exit ${code}`),
    )
  })
  child.unref()
  const pid = child.pid
  if (pid === undefined || !(await becomesReady(folder, pid, ended, options.log))) return ended
  return { pid, port, ended, stop: () => stop(child, ended) }
}

/** True when PostgreSQL says so in its pid file; false when it ended before. */
async function becomesReady(
  folder: string,
  pid: number,
  ended: Promise<string>,
  log: (line: string) => void,
): Promise<boolean> {
  let running = true
  ended.then(() => {
    running = false
  })
  const begun = Date.now()
  let told = begun
  while (running) {
    if (statusOf(folder, pid).startsWith('ready')) return true
    if (Date.now() - told > 5_000) {
      told = Date.now()
      log('数据库正在恢复，请稍候…… / The database is recovering; please wait …')
    }
    await pause(5)
  }
  return false
}

/** The eighth line of postmaster.pid, if the file is this process's. */
function statusOf(folder: string, pid: number): string {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
    return lines[0] === String(pid) ? (lines[7] ?? '') : ''
  } catch {
    return ''
  }
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.ref()
  child.kill('SIGINT')
  const patience = setTimeout(() => child.kill('SIGQUIT'), STOP_PATIENCE)
  await ended
  clearTimeout(patience)
}

async function choosePort(wanted: number | undefined): Promise<number> {
  if (wanted !== undefined && (await listenOnce(wanted)) !== undefined) return wanted
  const free = await listenOnce(0)
  if (free === undefined) throw startRefused('embedded.failed', 'postgres', 'no free port on 127.0.0.1')
  return free
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
}
