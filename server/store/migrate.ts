// Brings a database to this version: migrations run once each, under an advisory lock, as the owner.
// They add first and remove in a later version, so that old and new processes run side by side.

import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { WrongHouse } from './house.ts'

const FOLDER = new URL('./migrations/', import.meta.url)
const LOCK = 4_820_600

/** What the application's role may do; the ledger can only be read and added to. */
const RIGHTS = {
  append: [
    'ledger',
    'command_seen',
    'checkpoint',
    'plan_pinned',
    'layer_pinned',
    'plan_layer',
    'seal_key',
    'house',
  ],
  keep: [
    'stream_head',
    'deadline',
    'running_number',
    'unit_row',
    'campaign_row',
    'person_row',
    'post_row',
    'assignment_row',
    'incident_row',
    'concern',
    'notice_row',
    'file',
    'file_piece',
    'order_row',
    'receipt_row',
    'spread_row',
    'twice_row',
    'handbook_example',
    'edition_row',
    'session',
    'slip',
  ],
  /** A clock is set when a campaign is opened; moving it is the owner's, in drills and tests. */
  clock: ['campaign_clock'],
} as const

/**
 * Runs the migrations that are missing and grants `appRole` its rights.
 * @throws WrongHouse when the database holds a newer version than this one knows.
 */
export async function migrate(ownerUrl: string, appRole: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'huce-migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(
      'create table if not exists schema_version (name text primary key, ran_at timestamptz not null default now())',
    )
    const known = await migrationNames()
    const ran = (await client.query<{ name: string }>('select name from schema_version')).rows.map(
      (row) => row.name,
    )
    const unknown = ran.find((name) => !known.includes(name))
    if (unknown !== undefined) {
      throw new WrongHouse('house.newer', { name: unknown })
    }
    // Tables and rights appear together: a process that starts in this moment sees a database that it may read, or none.
    await client.query('begin')
    for (const name of known.filter((name) => !ran.includes(name))) {
      await client.query(await readFile(new URL(name, FOLDER), 'utf8'))
      await client.query('insert into schema_version (name) values ($1)', [name])
    }
    await grant(client, appRole)
    await client.query('commit')
  } finally {
    // Ending the connection rolls back what is open and gives the lock back.
    await client.end()
  }
}

/** Is the database at exactly this version? For a process that may not migrate. */
export async function isMigrated(query: (text: string) => Promise<{ name: string }[]>): Promise<boolean> {
  const known = await migrationNames()
  const ran = await query('select name from schema_version').catch(() => [])
  return known.every((name) => ran.some((row) => row.name === name))
}

async function migrationNames(): Promise<string[]> {
  return (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
}

async function grant(client: pg.Client, appRole: string): Promise<void> {
  const role = client.escapeIdentifier(appRole)
  const owner = (await client.query<{ owner: string }>('select current_user as owner')).rows[0]?.owner
  if (owner === appRole) return
  await client.query(`grant usage on schema public to ${role}`)
  await client.query(`grant select on schema_version to ${role}`)
  await client.query(`grant select, insert on ${RIGHTS.append.join(', ')} to ${role}`)
  await client.query(`grant select, insert, update, delete on ${RIGHTS.keep.join(', ')} to ${role}`)
  await client.query(`grant select, insert on ${RIGHTS.clock.join(', ')} to ${role}`)
}
