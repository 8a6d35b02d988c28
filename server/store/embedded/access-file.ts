// The file with the passwords of one embedded cluster and the port it listens on; only its owner may read it.
// Roles and their rights are made in roles.ts.

import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Access {
  /** The port of the last start; used again while it is free, so that open tools find the database. */
  readonly port?: number
  /** True once the cluster was made; if it is then missing, it was lost, and no empty one may take its place. */
  readonly clusterMade?: boolean
  readonly superuserPassword: string
  readonly ownerPassword: string
  readonly appPassword: string
}

/** Role names of every embedded cluster. The superuser is the launcher's own and is given to nobody. */
export const SUPERUSER = 'postgres'
export const OWNER = 'huce_owner'
export const APP = 'huce_app'
export const DATABASE = 'huce'

export function accessFile(dataFolder: string): string {
  return join(dataFolder, 'postgres-access.json')
}

export function findAccess(dataFolder: string): Access | undefined {
  const file = accessFile(dataFolder)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Access) : undefined
}

export function newAccess(): Access {
  const password = () => randomBytes(24).toString('base64url')
  return { superuserPassword: password(), ownerPassword: password(), appPassword: password() }
}

/** Written beside and renamed, so that a crash leaves the old file or the new one, never half of one. */
export function saveAccess(dataFolder: string, access: Access): void {
  const file = accessFile(dataFolder)
  writeFileSync(`${file}.new`, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
}

/** Connection address of one role; the cluster listens on the loopback only. */
export function databaseUrl(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`
}
