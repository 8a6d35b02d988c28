// What one durable write costs on the disk the database lies on: the floor under every commit.

import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Milliseconds of 300 writes of 8 kB, each followed by fdatasync, in a file of `folder`. */
export function measureSync(folder: string): number[] {
  const path = join(folder, 'sync-measure')
  const file = openSync(path, 'w')
  const page = Buffer.alloc(8192, 1)
  const times: number[] = []
  for (let nth = 0; nth < 300; nth++) {
    const start = performance.now()
    writeSync(file, page, 0, page.length, (nth % 64) * page.length)
    fdatasyncSync(file)
    times.push(performance.now() - start)
  }
  closeSync(file)
  rmSync(path)
  // The first ones make the file grow.
  return times.slice(64)
}
