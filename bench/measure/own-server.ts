// The real server as a process of its own on a given database, serving the demonstration.

import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'

export interface OwnServer {
  readonly port: number
  stop(): Promise<void>
}

const MAIN = join(import.meta.dirname, '..', '..', 'cli', 'main.ts')

/** Starts it and resolves when /healthz says that it is ready. */
export async function openOwnServer(database: {
  readonly appUrl: string
  readonly ownerUrl: string
  readonly folder: string
}): Promise<OwnServer> {
  const port = await findFreePort()
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    env: {
      ...process.env,
      HUCE_PORT: String(port),
      HUCE_HOST: '127.0.0.1',
      HUCE_DATA: join(database.folder, 'server'),
      HUCE_KEY_FILE: join(database.folder, 'master.key'),
      HUCE_DATABASE_URL: database.appUrl,
      HUCE_DATABASE_OWNER_URL: database.ownerUrl,
      HUCE_DEMO: '1',
    },
    // Its log is written as in the product, and thrown away.
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const gone = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  for (let ready = false; !ready; ) {
    if (child.exitCode !== null) throw new Error('the server did not start')
    await new Promise((resolve) => setTimeout(resolve, 50))
    ready = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
  }
  return {
    port,
    async stop() {
      child.kill('SIGTERM')
      await gone
    },
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
