// A real server in processes of its own: started as people start it, stopped as machines stop it, and nothing left behind.
// What is said to it over HTTP is visitor.fixture.ts; what lies in its database ledger.fixture.ts.

import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findLivingProcess } from '#server/store/embedded/process-facts.ts'
import { clusterHome } from '#server/store/embedded/runner.ts'
import { until } from './until.fixture.ts'

const MAIN = fileURLToPath(new URL('../../cli/main.ts', import.meta.url))

export interface Launch {
  /** Program and arguments; absent: the server of this tree. */
  readonly command?: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

export interface Ended {
  /** null when a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Launched {
  /** Also the number of the process group. */
  readonly pid: number
  /** What it has written to the terminal so far. */
  said(): string
  readonly ended: Promise<Ended>
}

export interface ServerProcess extends Launched {
  readonly url: string
  readonly port: number
  /** Milliseconds from the command to the first good answer of /healthz. */
  readonly startedIn: number
  /** SIGTERM to the process group, as a terminal or a service manager does; resolves when nothing of it is left. */
  stop(): Promise<Ended>
  /** SIGKILL to the process group and, where it has one, to its database; resolves when nothing of it is left. */
  kill(): Promise<void>
}

/** Process groups that were started and not yet seen to end. */
const living = new Set<number>()
process.on('exit', () => {
  for (const pid of living) signalGroup(pid, 'SIGKILL')
})

/** Starts a program in a process group of its own, with nothing of our environment but a language and a path. */
export function launch({ command = [process.execPath, MAIN, 'serve'], cwd, env }: Launch): Launched {
  const [file = '', ...args] = command
  const child = spawn(file, args, {
    cwd,
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', HOME: cwd, LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`${file} could not be started`)
  living.add(pid)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = new Promise<Ended>((resolve) => {
    // `close` comes when the last process of the group has let go of the pipes.
    child.on('close', (code, signal) => {
      living.delete(pid)
      resolve({ code, signal, stdout, stderr })
    })
  })
  return { pid, ended, said: () => stdout + stderr }
}

/**
 * Starts a server on a free port and waits until it is ready.
 * @param options.within milliseconds
 * @throws Error with what it said when it ends before
 */
export async function startServer(options: Launch & { readonly within?: number }): Promise<ServerProcess> {
  const port = Number(options.env.HUCE_PORT ?? (await freePort()))
  const url = `http://127.0.0.1:${port}`
  const begun = performance.now()
  const server = launch({ ...options, env: { ...options.env, HUCE_PORT: String(port) } })
  let over: Ended | undefined
  server.ended.then((ended) => {
    over = ended
  })
  await until(
    `${url} serves`,
    async () => {
      if (over) return over
      const answer = await fetch(`${url}/healthz`).catch(() => undefined)
      await answer?.body?.cancel()
      return answer?.status === 200
    },
    options.within ?? 90_000,
  ).catch((error: Error) => {
    signalGroup(server.pid, 'SIGKILL')
    throw new Error(`${error.message}\n${server.said()}`)
  })
  if (over) throw new Error(`the server ended before it served: ${server.said()}`)
  const startedIn = Math.round(performance.now() - begun)
  const data = options.env.HUCE_DATA
  const folders = data === undefined ? [] : [data]
  const gone = () =>
    until(
      'nothing of the server is left',
      () => processesIn(...folders).length === 0 && groupIsEmpty(server.pid),
    )
  return {
    ...server,
    url,
    port,
    startedIn,
    async stop() {
      signalGroup(server.pid, 'SIGTERM')
      const ended = await server.ended
      await gone()
      return ended
    },
    async kill() {
      // Nobody is left to tidy up: the database first, so that the server has no time to start it again.
      const database = processesIn(...folders)
      signalGroup(server.pid, 'SIGKILL')
      for (const pid of database) signal(pid, 'SIGKILL')
      await server.ended
      await until('the database is gone', () => {
        for (const pid of processesIn(...folders)) signal(pid, 'SIGKILL')
        return processesIn(...folders).length === 0
      })
    },
  }
}

/** Runs a program to its end. */
export function runToEnd(options: Launch): Promise<Ended> {
  return launch(options).ended
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** A folder that only we may enter (mode 700), as `mktemp -d` makes one. */
export function privateFolder(): string {
  return mkdtempSync(join(tmpdir(), 'huce-process-'))
}

/** Removes such a folder, what still runs in it, and a cluster that had to be kept elsewhere (see runner.ts). */
export async function removeFolder(folder: string, dataFolder = join(folder, 'data')): Promise<void> {
  const home = clusterHome(dataFolder)
  await until('nothing runs in the folder', () => {
    const left = [...processesIn(folder), ...processesIn(dataFolder)]
    for (const pid of left) signal(pid, 'SIGKILL')
    return left.length === 0
  })
  rmSync(folder, { recursive: true, force: true })
  if (home !== dataFolder) rmSync(home, { recursive: true, force: true })
}

/** Living processes that work in one of the folders, were started from it, or name it; also those of its database. */
export function processesIn(...folders: string[]): number[] {
  const places = folders.flatMap((folder) => [folder, clusterHome(folder)])
  const isInside = (path: string) => places.some((place) => path === place || path.startsWith(`${place}/`))
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && findLivingProcess(pid) !== undefined)
    .filter((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
        const links = ['cwd', 'exe'].map((name) => readlinkSync(`/proc/${pid}/${name}`))
        return [...links, ...words].some(isInside)
      } catch {
        return false // gone meanwhile
      }
    })
}

/** Sends a signal to every process of a group; harmless when it is gone. */
export function signalGroup(pid: number, name: NodeJS.Signals): void {
  signal(-pid, name)
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // gone meanwhile
  }
}

function groupIsEmpty(group: number): boolean {
  return !readdirSync('/proc')
    .map(Number)
    .some((pid) => pid > 0 && findLivingProcess(pid) !== undefined && groupOf(pid) === group)
}

function groupOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2])
  } catch {
    return undefined
  }
}
