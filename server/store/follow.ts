// Following the ledger: positions are given before the commit and become visible out of order, so a follower orders by
// (epoch, transaction, position) and reads only below the oldest transaction still open. Each event comes once, in one order,
// the same for everybody. Within a stream that order may differ from the versions where two writers waited for each other:
// who folds events reads the stream (load.ts), who follows only learns that something changed.

import type { Database } from './database.ts'

/** Where a follower stands: everything up to here has been handed out. */
export interface Place {
  readonly epoch: number
  readonly tx: string
  readonly position: number
}

export interface News {
  readonly kind: string
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly campaign: string
  readonly place: string
  readonly at: Place
}

export function tokenOf(place: Place): string {
  return `${place.epoch}.${place.tx}.${place.position}`
}

/** A token as a place, or undefined when it is not one. */
export function parseToken(token: string): Place | undefined {
  const match = /^(\d{1,9})\.(\d{1,20})\.(\d{1,16})$/.exec(token)
  if (!match) return undefined
  const [, epoch, tx = '', position] = match
  // A made-up number beyond what PostgreSQL's xid8 holds would be an error of the query.
  if (BigInt(tx) > 18_446_744_073_709_551_615n) return undefined
  return { epoch: Number(epoch), tx, position: Number(position) }
}

/** The end of what can be read now: a view loaded before this call misses nothing that follows it. */
export async function currentPlace(db: Pick<Database, 'query'>): Promise<Place> {
  const [row] = await db.query<{ epoch: number; tx: string; position: number }>({
    name: 'current-place',
    text: `
      select h.epoch, coalesce(l.tx::text, '0') as tx, coalesce(l.position, 0) as position
      from house h left join lateral (
        select tx, position from ledger
        where epoch = h.epoch and tx < pg_snapshot_xmin(pg_current_snapshot())
        order by epoch desc, tx desc, position desc limit 1) l on true`,
  })
  if (!row) throw new Error('the house row is missing: the database was not set up')
  return row
}

/** What came after `after`, at most `most` events. Undefined when `after` belongs to another epoch: load afresh. */
export async function readNews(
  db: Pick<Database, 'query'>,
  after: Place,
  most: number,
): Promise<News[] | undefined> {
  const rows = await db.query<{
    epoch: number
    tx: string | null
    position: number
    kind: string
    stream: string
    version: number
    type: string
    campaign: string
    place: string
  }>({
    name: 'read-news',
    text: `
      select h.epoch, l.tx::text as tx, l.position, l.kind, l.stream, l.version, l.type, l.campaign, l.place
      from house h left join lateral (
        select * from ledger
        where epoch = h.epoch and (tx, position) > ($1::xid8, $2::bigint) and tx < pg_snapshot_xmin(pg_current_snapshot())
        order by epoch, tx, position limit $3) l on true`,
    values: [after.tx, after.position, most],
  })
  if (rows[0] && rows[0].epoch !== after.epoch) return undefined
  return rows.flatMap(({ epoch, tx, position, ...news }) =>
    tx === null ? [] : [{ ...news, at: { epoch, tx, position } }],
  )
}
