// The chain of one stream: SM3 over the RFC 8785 bytes of a row as it is read back, with the hash before it.
// The position is left out, because it is given before the commit; everything else of the row is in.

import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** A ledger row as it is hashed; times in milliseconds, sealed parts as sealed. */
export interface ChainRow {
  readonly epoch: number
  readonly tx: string
  readonly kind: string
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly data: unknown
  readonly private: unknown
  readonly person: string
  readonly post: string | null
  readonly post_kind: string | null
  readonly unit: string | null
  readonly place: string
  readonly campaign: string
  readonly occurred_at: number
  readonly recorded_at: number
  readonly wall_at: number
  readonly command: string
}

export const CHAIN_START = Buffer.alloc(32)

export function chainHash(prev: Buffer, row: ChainRow): Buffer {
  const {
    epoch,
    tx,
    kind,
    stream,
    version,
    type,
    data,
    person,
    post,
    post_kind,
    unit,
    place,
    campaign,
    occurred_at,
    recorded_at,
    wall_at,
    command,
  } = row
  const bytes = canonicalize({
    epoch,
    tx,
    kind,
    stream,
    version,
    type,
    data,
    private: row.private,
    person,
    post,
    post_kind,
    unit,
    place,
    campaign,
    occurred_at,
    recorded_at,
    wall_at,
    command,
    prev: prev.toString('hex'),
  })
  if (bytes === undefined) throw new Error('a ledger row must be plain JSON')
  return createHash('sm3').update(bytes, 'utf8').digest()
}
