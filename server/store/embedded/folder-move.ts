// Moves a folder with everything in it to another owner, over the border of a file system where need be.
// Leaves one copy, never two: what is deleted for a person's protection must not live on in an old copy.

import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { lastLine, startRefused } from './start-refused.ts'

/** Moves `from` to `to` and hands every file over; may be repeated after a crash, and does nothing without a `from`. */
export function moveFolder(from: string, to: string, handOver: (path: string) => void): void {
  if (!existsSync(from)) return
  if (!existsSync(to)) bring(from, to, handOver)
  rmSync(from, { recursive: true, force: true })
}

function bring(from: string, to: string, handOver: (path: string) => void): void {
  const half = `${to}.half`
  rmSync(half, { recursive: true, force: true })
  // cp, because node's own copy forgets the modes of folders, and PostgreSQL insists on them.
  const copied = spawnSync('cp', ['-a', from, half], { encoding: 'utf8' })
  if (copied.status !== 0) throw startRefused('embedded.failed', 'cp', lastLine(copied.stderr))
  handOverAll(half, handOver)
  spawnSync('sync', ['-f', half])
  renameSync(half, to)
}

function handOverAll(path: string, handOver: (path: string) => void): void {
  if (lstatSync(path).isSymbolicLink()) return
  handOver(path)
  if (lstatSync(path).isDirectory())
    for (const name of readdirSync(path)) handOverAll(join(path, name), handOver)
}
