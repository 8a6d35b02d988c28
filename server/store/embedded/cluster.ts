// The folder of one PostgreSQL cluster: recognised, refused when it is not ours, made when there is none.
// Running it is postmaster.ts; as whom, runner.ts.

import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Access, accessFile, findAccess, SUPERUSER } from './access-file.ts'
import type { Major } from './binaries.ts'
import { clusterHome, type Runner } from './runner.ts'
import { lastLine, startRefused } from './start-refused.ts'

export function clusterFolder(home: string): string {
  return join(home, 'postgres')
}

/**
 * Looks whether a data folder may be used with this major version, and writes nothing.
 * @throws StartRefused `embedded.unknown-folder`, `embedded.other-major`, `embedded.no-access-file`, `embedded.cluster-gone`
 */
export function checkDataFolder(dataFolder: string, major: Major): void {
  const home = clusterHome(dataFolder)
  // Between note and move (see runner.ts) the cluster still lies in the data folder.
  const folder = [clusterFolder(home), clusterFolder(dataFolder)].find(existsSync) ?? clusterFolder(home)
  if (!existsSync(folder)) {
    if (findAccess(dataFolder)?.clusterMade) {
      throw startRefused('embedded.cluster-gone', folder, accessFile(dataFolder))
    }
    return
  }
  const versionFile = join(folder, 'PG_VERSION')
  if (!existsSync(versionFile)) throw startRefused('embedded.unknown-folder', folder)
  const found = readFileSync(versionFile, 'utf8').trim()
  if (found !== major) throw startRefused('embedded.other-major', folder, found, major)
  if (!findAccess(dataFolder)) throw startRefused('embedded.no-access-file', folder, accessFile(dataFolder))
}

/**
 * Makes the cluster with initdb, beside its final place, and renames it when whole.
 * @param durable false leaves out the sync to disk; only for clusters that tests throw away
 * @throws StartRefused `embedded.failed`
 */
export async function createCluster(runner: Runner, access: Access, durable: boolean): Promise<void> {
  const folder = clusterFolder(runner.home)
  const half = `${folder}.half`
  const passwordFile = join(runner.home, '.superuser-password')
  try {
    writeFileSync(passwordFile, access.superuserPassword, { mode: 0o600 })
    runner.handOver(passwordFile)
    let result = { code: 1, output: '' }
    // C.UTF-8 knows letters beyond ASCII and is the same everywhere; C is what every libc has.
    for (const locale of ['C.UTF-8', 'C']) {
      rmSync(half, { recursive: true, force: true })
      result = await initdb(runner, half, passwordFile, locale, durable)
      if (!result.output.includes('invalid locale')) break
    }
    if (result.code !== 0) throw startRefused('embedded.failed', 'initdb', lastLine(result.output))
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(half, folder)
  if (durable) syncFolder(runner.home)
}

function initdb(
  runner: Runner,
  folder: string,
  passwordFile: string,
  locale: string,
  durable: boolean,
): Promise<{ code: number; output: string }> {
  const { file, args, options } = runner.command(join(runner.binaries.root, 'bin', 'initdb'), [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--locale=${locale}`,
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ])
  return new Promise((resolve) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString('utf8')
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
