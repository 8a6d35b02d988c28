// Files in the database: what is known of each, its sealed pieces, and the keys that wrap its key. They travel outside the
// ledger's transaction. Who may send and read them is server/files.ts.

import type { FileKind } from '#core/incident/file-limits.ts'
import type { Database, Tx } from './database.ts'
import { type Sealer, type SealKey, sealBytes, unsealBytes } from './seal.ts'

export interface FileRow {
  readonly file: string
  /** The incident. */
  readonly stream: string
  readonly campaign: string
  /** Who sends it. */
  readonly person: string
  readonly kind: FileKind
  /** Bytes as sent. */
  readonly size: number
  /** SHA-256 as sent, hex. */
  readonly hash: string
  readonly received: number
  readonly state: 'coming' | 'ready' | 'refused' | 'gone'
  /** A refusal's code. */
  readonly refused: string | null
  readonly type: string | null
  /** Bytes as kept. */
  readonly kept: number | null
  /** The file's key, wrapped by the incident's when `bound`, else by the house's. */
  readonly wrapped: Buffer | null
  readonly bound: boolean
  /** An event of the incident names it. */
  readonly named: boolean
}

/** sent: as the device sends it · kept: as it is kept, after it was looked into. */
export type Part = 'sent' | 'kept'

/** Bytes of a piece at the most. */
export const PIECE = 256 * 1024

type Reader = Pick<Tx, 'query'>
type Row = FileRow & Record<string, unknown>

const COLUMNS = `file, stream, campaign, person, kind, size, encode(hash, 'hex') as hash, received, state, refused, type, kept,
  wrapped, bound, named`
const SELECT = `select ${COLUMNS} from file`

export async function findFile(db: Reader, file: string): Promise<FileRow | undefined> {
  const [row] = await db.query<Row>({ name: 'find-file', text: `${SELECT} where file = $1`, values: [file] })
  return row
}

/** The file, locked until the commit. */
export async function lockFile(tx: Tx, file: string): Promise<FileRow | undefined> {
  const text = `${SELECT} where file = $1 for update`
  const [row] = await tx.query<Row>({ name: 'lock-file', text, values: [file] })
  return row
}

/** Every file sent for the incident, in the order they were begun. */
export async function filesOfIncident(db: Reader, stream: string): Promise<FileRow[]> {
  const text = `${SELECT} where stream = $1 order by touched_at, file`
  return db.query<Row>({ name: 'files-of-incident', text, values: [stream] })
}

/** Files are counted and begun one after another, by incident. */
export async function lockFilesOf(tx: Tx, stream: string): Promise<void> {
  const text = 'select pg_advisory_xact_lock(hashtextextended($1, 5))'
  await tx.query({ name: 'lock-files-of', text, values: [stream] })
}

/** Files of the person that no incident names yet. */
export async function countUnnamed(db: Reader, person: string): Promise<number> {
  const text = 'select count(*) as files from file where person = $1 and not named'
  const [row] = await db.query<{ files: number }>({ name: 'count-unnamed-files', text, values: [person] })
  return row?.files ?? 0
}

export async function addFile(
  tx: Tx,
  file: Omit<FileRow, 'received' | 'state' | 'refused' | 'type' | 'kept'>,
): Promise<void> {
  await tx.query({
    name: 'add-file',
    text: `insert into file (file, stream, campaign, person, kind, size, hash, wrapped, bound, named)
           values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, $9, $10)`,
    values: [
      ...[file.file, file.stream, file.campaign, file.person, file.kind, file.size, file.hash],
      ...[file.wrapped, file.bound, file.named],
    ],
  })
}

/** Seals `bytes` as what stands from `at` on, in pieces. */
export async function addPieces(
  tx: Tx,
  key: SealKey,
  place: { readonly file: string; readonly part: Part; readonly at: number },
  bytes: Buffer,
): Promise<void> {
  const { file, part } = place
  for (let from = 0; from < bytes.length; from += PIECE) {
    const at = place.at + from
    const sealed = sealBytes(key, bytes.subarray(from, from + PIECE), boundOf(file, part, at))
    await tx.query({
      name: 'add-file-piece',
      text: 'insert into file_piece (file, part, at, sealed) values ($1, $2, $3, $4)',
      values: [file, part, at, sealed],
    })
  }
}

/**
 * The bytes of a part, piece by piece, each opened before it is given.
 * @throws Error when one is missing or does not open: then its key was destroyed in between, or somebody changed it.
 */
export async function* piecesOf(
  db: Reader,
  key: SealKey,
  place: { readonly file: string; readonly part: Part; readonly size: number },
): AsyncGenerator<Buffer, void> {
  const { file, part, size } = place
  for (let at = 0; at < size; ) {
    const [piece] = await db.query<{ sealed: Buffer }>({
      name: 'file-piece',
      text: 'select sealed from file_piece where file = $1 and part = $2 and at = $3',
      values: [file, part, at],
    })
    const bytes = piece && unsealBytes(key, piece.sealed, boundOf(file, part, at))
    if (!bytes || bytes.length === 0) throw new Error(`the piece at ${at} of file ${file} does not open`)
    yield bytes
    at += bytes.length
  }
}

function boundOf(file: string, part: Part, at: number): string {
  return `file/${file}/${part}/${at}`
}

export async function setReceived(tx: Tx, file: string, received: number): Promise<void> {
  await tx.query({
    name: 'file-received',
    text: 'update file set received = $2, touched_at = clock_timestamp() where file = $1',
    values: [file, received],
  })
}

/** From the first byte on again. */
export async function beginAgain(tx: Tx, file: string): Promise<void> {
  await dropPieces(tx, file)
  await tx.query({
    name: 'file-again',
    text: `update file set state = 'coming', received = 0, refused = null, checking_at = null,
             touched_at = clock_timestamp() where file = $1`,
    values: [file],
  })
}

/** Takes the look into a file that is all here: true for one of all processes, until it is given up for lost. */
export async function claimLook(db: Reader, file: string): Promise<boolean> {
  const rows = await db.query({
    name: 'claim-file-look',
    text: `update file set checking_at = clock_timestamp() where file = $1 and state = 'coming' and received = size
             and (checking_at is null or checking_at < clock_timestamp() - interval '5 minutes') returning file`,
    values: [file],
  })
  return rows.length > 0
}

/** Gives the look back: another may take it. */
export async function releaseLook(db: Reader, file: string): Promise<void> {
  await db.query({
    name: 'release-file-look',
    text: 'update file set checking_at = null where file = $1',
    values: [file],
  })
}

/** What came of the look; the bytes as sent go. */
export async function settleFile(
  tx: Tx,
  file: string,
  outcome: { readonly type: string; readonly kept: number } | { readonly refused: string },
): Promise<void> {
  const isKept = 'type' in outcome
  await tx.query({
    name: 'settle-file',
    text: `update file set state = $2, type = $3, kept = $4, refused = $5, checking_at = null, touched_at = clock_timestamp()
           where file = $1`,
    values: [
      file,
      isKept ? 'ready' : 'refused',
      isKept ? outcome.type : null,
      isKept ? outcome.kept : null,
      isKept ? null : outcome.refused,
    ],
  })
}

export async function dropPieces(tx: Tx, file: string): Promise<void> {
  await tx.query({
    name: 'drop-file-pieces',
    text: 'delete from file_piece where file = $1',
    values: [file],
  })
}

/** Files that nothing names yet though their incident is there, and files all here that nobody looks into. */
export async function filesToMind(db: Reader): Promise<FileRow[]> {
  return db.query<Row>({
    name: 'files-to-mind',
    text: `${SELECT} where (not named and state <> 'gone' and exists
               (select from stream_head h where h.kind = 'incident' and h.stream = file.stream))
             or (state = 'coming' and received = size and (checking_at is null or checking_at < clock_timestamp() - interval '5 minutes'))`,
  })
}

/** Removes what was not finished within a day, and what no incident named within three. */
export async function removeStale(db: Reader): Promise<void> {
  await db.query({
    name: 'remove-stale-files',
    text: `delete from file where (state = 'coming' and touched_at < clock_timestamp() - interval '1 day')
             or (not named and touched_at < clock_timestamp() - interval '3 days')`,
  })
}

/**
 * A file's key wrapped by its incident's key of free text, which is made when there is none yet. Of two that make it at once
 * the first counts, also where the other is `append`: that one tries again.
 */
export async function wrapForIncident(
  tx: Tx,
  sealer: Sealer,
  stream: string,
  file: string,
  key: SealKey,
): Promise<Buffer> {
  await tx.query({
    name: 'make-text-key',
    text: `insert into seal_key (stream, class, wrapped) values ($1, 'text', $2) on conflict do nothing`,
    values: [stream, sealer.wrap(sealer.makeKey(), stream, 'text')],
  })
  const outer = await findTextKey(tx, sealer, stream)
  if (!outer) throw new Error(`the key of ${stream} vanished while it was used`)
  return sealBytes(outer, key, `file/${file}`)
}

/** A file's key wrapped by the house's, until its incident is heard of. */
export function wrapForHouse(sealer: Sealer, file: string, key: SealKey): Buffer {
  return sealer.wrap(key, `file/${file}`, 'text')
}

/** The file's key; undefined when the key that wrapped it was destroyed. */
export async function findFileKey(db: Reader, sealer: Sealer, row: FileRow): Promise<SealKey | undefined> {
  if (!row.wrapped) return undefined
  if (!row.bound) return sealer.unwrap(row.wrapped, `file/${row.file}`, 'text')
  const outer = await findTextKey(db, sealer, row.stream)
  return outer && unsealBytes(outer, row.wrapped, `file/${row.file}`)
}

async function findTextKey(db: Reader, sealer: Sealer, stream: string): Promise<SealKey | undefined> {
  const [row] = await db.query<{ wrapped: Buffer }>({
    name: 'find-text-key',
    text: `select wrapped from seal_key where stream = $1 and class = 'text'`,
    values: [stream],
  })
  return row && sealer.unwrap(row.wrapped, stream, 'text')
}

/** The incident is there: its key wraps the file's from now on, and `named` says whether an event names the file. */
export async function bindFile(
  db: Pick<Database, 'transaction'>,
  sealer: Sealer,
  file: string,
  named: boolean,
): Promise<FileRow | undefined> {
  return db.transaction(async (tx) => {
    const row = await lockFile(tx, file)
    if (!row || (row.bound && row.named === named)) return row
    const key = row.bound ? undefined : await findFileKey(tx, sealer, row)
    const wrapped = key ? await wrapForIncident(tx, sealer, row.stream, file, key) : row.wrapped
    await tx.query({
      name: 'bind-file',
      text: 'update file set wrapped = $2, bound = true, named = named or $3 where file = $1',
      values: [file, wrapped, named],
    })
    return { ...row, wrapped, bound: true, named: row.named || named }
  })
}
