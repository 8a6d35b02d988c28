// A durable PostgreSQL in a folder that is thrown away afterwards, the one that comes with Huce.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#server/store/embedded/start-embedded.ts'

export interface OwnDatabase {
  readonly folder: string
  readonly ownerUrl: string
  readonly appUrl: string
  stop(): Promise<void>
}

export async function openOwnDatabase(): Promise<OwnDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'huce-bench-'))
  const { ownerUrl, appUrl, stop } = await startEmbedded({ dataFolder: join(folder, 'data') })
  return {
    folder,
    ownerUrl,
    appUrl,
    async stop() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
