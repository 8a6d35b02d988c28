// Behind a running server's back: its database through the owner's connection, to move the campaign's clock as only the
// owner may, to read what was stored, and to check the chain row by row.

import pg from 'pg'
import { CHAIN_START, type ChainRow, chainHash } from '#server/store/chain.ts'
import { DATABASE, databaseUrl, findAccess, OWNER } from '#server/store/embedded/access-file.ts'

export interface Ledger {
  /** Moves the campaign's clock forward. */
  moveClock(campaign: string, ms: number): Promise<void>
  /** Every event of a type, as `stream` and `data`, in the ledger's order. */
  eventsOf(type: string): Promise<{ stream: string; data: Record<string, unknown> }[]>
  /** Types of one stream's events, in order. */
  typesOf(stream: string): Promise<string[]>
  /** Rows of the ledger and of the answers: what must not grow when something was refused at the door. */
  size(): Promise<{ ledger: number; answers: number; deadlines: number }>
  /** Deadlines that are due by their campaign's clock and not yet fired. */
  dueNow(): Promise<number>
  /** Hashes every row anew and compares heads. Returns what is wrong; empty when the chain holds. */
  brokenLinks(): Promise<string[]>
  close(): Promise<void>
}

/** The owner's address of a database that a server keeps in its data folder. */
export function embeddedOwnerUrl(dataFolder: string): string {
  const access = findAccess(dataFolder)
  if (access?.port === undefined) throw new Error(`${dataFolder} holds no database that was started`)
  return databaseUrl(OWNER, access.ownerPassword, access.port, DATABASE)
}

export function openLedger(ownerUrl: string): Ledger {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  // The server under test, and its database with it, may be killed while a connection is idle.
  pool.on('error', () => {})
  const rows = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await pool.query<Row>(text, values)).rows

  return {
    async moveClock(campaign, ms) {
      const { rowCount } = await pool.query(
        'update campaign_clock set offset_ms = offset_ms + $2 where campaign = $1',
        [campaign, ms],
      )
      if (rowCount !== 1) throw new Error(`there is no campaign ${campaign}`)
    },
    eventsOf: (type) =>
      rows('select stream, data from ledger where type = $1 order by epoch, tx, position', [type]),
    async typesOf(stream) {
      const found = await rows<{ type: string }>(
        'select type from ledger where stream = $1 order by version',
        [stream],
      )
      return found.map(({ type }) => type)
    },
    async size() {
      const [row] = await rows<{ ledger: number; answers: number; deadlines: number }>(
        `select (select count(*)::int from ledger) as ledger, (select count(*)::int from command_seen) as answers,
                (select count(*)::int from deadline) as deadlines`,
      )
      if (!row) throw new Error('no row of counts')
      return row
    },
    async dueNow() {
      const [row] = await rows<{ due: number }>(
        `select count(*)::int as due from deadline d join campaign_clock c using (campaign)
         where d.due_at <= campaign_time(clock_timestamp(), c.anchor, c.offset_ms, c.rate)`,
      )
      return row?.due ?? 0
    },
    async brokenLinks() {
      const stored = await rows<StoredRow>(ROWS)
      const heads = await rows<{ kind: string; stream: string; version: number; hash: Buffer }>(
        'select kind, stream, version, hash from stream_head',
      )
      return compare(stored, heads)
    },
    close: () => pool.end(),
  }
}

type StoredRow = ChainRow & { readonly prev: Buffer; readonly hash: Buffer }

const ROWS = `select epoch, tx::text as tx, kind, stream, version, type, data, private, person, post, post_kind, unit, place,
  campaign, millis(occurred_at)::float8 as occurred_at, millis(recorded_at)::float8 as recorded_at,
  millis(wall_at)::float8 as wall_at, command, prev, hash
  from ledger order by kind, stream, version`

function compare(
  stored: readonly StoredRow[],
  heads: readonly { kind: string; stream: string; version: number; hash: Buffer }[],
): string[] {
  const wrong: string[] = []
  const last = new Map<string, { version: number; hash: Buffer }>()
  for (const row of stored) {
    const name = `${row.kind}/${row.stream}`
    const before = last.get(name) ?? { version: 0, hash: CHAIN_START }
    if (row.version !== before.version + 1) wrong.push(`${name}: ${row.version} follows ${before.version}`)
    if (!row.prev.equals(before.hash)) wrong.push(`${name} ${row.version}: does not name the row before`)
    if (!chainHash(row.prev, row).equals(row.hash))
      wrong.push(`${name} ${row.version}: hash is not the row's`)
    last.set(name, row)
  }
  for (const { kind, stream, version, hash } of heads) {
    const end = last.get(`${kind}/${stream}`)
    if (end?.version !== version || !end.hash.equals(hash))
      wrong.push(`${kind}/${stream}: head is not the last row`)
  }
  if (heads.length !== last.size) wrong.push(`${heads.length} heads for ${last.size} streams`)
  return wrong
}
