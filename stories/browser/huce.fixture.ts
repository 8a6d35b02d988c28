// A whole Huce for one story: the real server as a process of its own, on a data folder of its own that is thrown away,
// as a demonstration whose clock can be moved. Nothing of it is replaced by a stand-in.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { request as askPlainly } from 'node:http'
import { request as askSecurely } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { DATABASE, databaseUrl, findAccess, OWNER } from '#server/store/embedded/access-file.ts'
import { freePort, removeFolder } from '../process/server-process.fixture.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** The first start makes a database and a county of twenty schools. */
const START_WITHIN = 90_000
const MINUTE = 60_000

export interface Huce {
  /** Where it answers on this machine, without a slash at the end. */
  readonly url: string
  readonly port: number
  /** Everything it printed so far. */
  printed(): string
  /** Moves campaign time on; what is due by then happens. */
  moveClock(minutes: number): Promise<void>
  /** The value of a metric without labels, or the sum over its labels; 0 when it is not there yet. */
  metric(name: string): Promise<number>
  stop(): Promise<void>
}

export interface HuceOptions {
  readonly env?: Readonly<Record<string, string>>
  /** The environment gives it a certificate for `name`; `authority`, as PEM, is who signed it. */
  readonly https?: { readonly name: string; readonly authority: string }
}

/**
 * Starts Huce and resolves when it is ready.
 * @throws Error with what it printed, when it ended or was not ready in time
 */
export async function startHuce({ env = {}, https }: HuceOptions = {}): Promise<Huce> {
  const folder = await mkdtemp(join(tmpdir(), 'huce-story-'))
  const data = join(folder, 'data')
  const port = await freePort()
  const url = https ? `https://${https.name}:${port}` : `http://127.0.0.1:${port}`
  const server = spawn(
    process.execPath,
    // Ends with us, even when we are killed.
    ['--import', join(ROOT, 'cli', 'follow.mjs'), join(ROOT, 'cli', 'main.ts'), 'serve'],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...withoutHuce(process.env),
        HUCE_DATA: data,
        HUCE_PORT: String(port),
        HUCE_PUBLIC_URL: url,
        HUCE_DEMO: '1',
        ...env,
      },
    },
  )
  let printed = ''
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  }
  const asks = (path: string) => ask(port, path, https)
  const stop = async (): Promise<void> => {
    await ended(server)
    await removeFolder(folder, data)
  }
  try {
    await readiness(server, async () => (await asks('/healthz')).status === 200)
  } catch (error) {
    await stop()
    throw new Error(`${String(error)}\n${printed}`)
  }
  return {
    url,
    port,
    printed: () => printed,
    moveClock: (minutes) => moveClock(data, minutes),
    metric: async (name) => sumOf((await asks('/metrics')).body, name),
    stop,
  }
}

/** Our own settings must not reach the server of a story. */
function withoutHuce(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('HUCE_')))
}

/** @param isReady may reject: then it is not. */
async function readiness(server: ChildProcess, isReady: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + START_WITHIN
  while (Date.now() < until) {
    if (server.exitCode !== null || server.signalCode !== null) throw new Error('Huce ended at its start')
    if (await isReady().catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('Huce was not ready in time')
}

/** Asks this machine, whatever name the certificate is for. */
function ask(
  port: number,
  path: string,
  https: HuceOptions['https'],
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const address = { host: '127.0.0.1', port, path }
    const asking = https
      ? askSecurely({ ...address, servername: https.name, ca: https.authority })
      : askPlainly(address)
    asking.on('error', reject)
    asking.on('response', (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject)
    })
    asking.end()
  })
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  const patience = setTimeout(() => server.kill('SIGKILL'), 20_000)
  await gone
  clearTimeout(patience)
}

async function moveClock(data: string, minutes: number): Promise<void> {
  const access = findAccess(data)
  if (access?.port === undefined) throw new Error('the database of the story never started')
  const owner = new Client(databaseUrl(OWNER, access.ownerPassword, access.port, DATABASE))
  await owner.connect()
  try {
    await owner.query('update campaign_clock set offset_ms = offset_ms + $1', [minutes * MINUTE])
  } finally {
    await owner.end()
  }
}

function sumOf(metrics: string, name: string): number {
  return metrics
    .split('\n')
    .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0)
}
