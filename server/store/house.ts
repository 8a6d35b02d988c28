// What this database is: demo or real for ever, its epoch, and which master key sealed it. And checkpoints of the ledger.

import { createHash } from 'node:crypto'
import { sayBoth, type WordValues } from '#core/words/say.ts'
import { serveWords } from '#core/words/serve.ts'
import type { Database } from './database.ts'
import type { Sealer } from './seal.ts'

export type Mode = 'demo' | 'real'

/** The database is not one we may serve: another's key, mode or version. The message says what to do. */
export class WrongHouse extends Error {
  override name = 'WrongHouse'

  constructor(key: keyof typeof serveWords, values: WordValues = {}) {
    super(sayBoth(serveWords, key, values))
  }
}

/** May this role make tables here, or has it made them? Then it can migrate. */
export async function ownsSchema(db: Pick<Database, 'query'>): Promise<boolean> {
  const [row] = await db.query<{ owns: boolean }>({
    text: `select coalesce((select tableowner = current_user from pg_tables where schemaname = 'public' and tablename = 'ledger'),
                           has_schema_privilege('public', 'create')) as owns`,
  })
  return row?.owns === true
}

/** The mode the database was set up in; undefined while it is empty. */
export async function findMode(db: Pick<Database, 'query'>): Promise<Mode | undefined> {
  const [there] = await db.query<{ there: boolean }>({
    text: `select to_regclass('public.house') is not null as there`,
  })
  if (!there?.there) return undefined
  const [row] = await db.query<{ mode: Mode }>({ text: 'select mode from house' })
  return row?.mode
}

/**
 * Sets an empty database up, or makes sure that it is the one we think.
 * @throws WrongHouse when it was sealed with another key or is of the other mode.
 */
export async function enterHouse(db: Pick<Database, 'query'>, sealer: Sealer, mode: Mode): Promise<void> {
  await db.query({
    text: 'insert into house (mode, key_check) values ($1, $2) on conflict do nothing',
    values: [mode, sealer.check],
  })
  const [row] = await db.query<{ mode: Mode; key_check: Buffer }>({
    text: 'select mode, key_check from house',
  })
  if (!row) throw new Error('the house row is missing')
  if (!row.key_check.equals(sealer.check)) {
    throw new WrongHouse('house.other-key')
  }
  if (row.mode !== mode) {
    throw new WrongHouse(row.mode === 'demo' ? 'house.demo' : 'house.real')
  }
}

/**
 * Hashes the heads of all streams with the highest position (SM3), when something was added since the last checkpoint.
 * Printed on forms and handed to the tier above, it shows a cut tail that a chain alone would not.
 */
export async function makeCheckpoint(db: Database): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [last] = await tx.query<{ position: number; behind: boolean }>({
      text: `select coalesce(max(position), 0) as position,
                    coalesce(max(position), 0) < (select coalesce(max(position), 0) from ledger) as behind from checkpoint`,
    })
    if (!last?.behind) return false
    const [now] = await tx.query<{ epoch: number; position: number; streams: number; heads: Buffer }>({
      text: `select (select epoch from house) as epoch, (select max(position) from ledger) as position, count(*) as streams,
                    string_agg(hash, ''::bytea order by kind collate "C", stream collate "C") as heads from stream_head`,
    })
    if (!now) return false
    const hash = createHash('sm3').update(`${now.epoch}/${now.position}/`).update(now.heads).digest()
    await tx.query({
      text: 'insert into checkpoint (epoch, position, streams, hash) values ($1, $2, $3, $4)',
      values: [now.epoch, now.position, now.streams, hash],
    })
    return true
  })
}
