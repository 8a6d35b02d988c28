// How large a zip really is, found before anybody unpacks it whole: entries are inflated one by one up to a bound and thrown away.
// What its directory says of itself is not believed. Reading what is inside is somebody else's.

import { inflateRawSync } from 'node:zlib'

export interface ZipBounds {
  readonly entries: number
  /** Bytes of all entries together when unpacked. */
  readonly bytes: number
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_SIZE = 22
const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 0x1

/**
 * Is it a plain zip that stays within the bounds? One with something in front or between, with a comment, encrypted, in several
 * parts or in the format for huge files is none: no spreadsheet program writes such a thing.
 */
export function isZipWithin(bytes: Buffer, bounds: ZipBounds): boolean {
  const end = bytes.length - END_SIZE
  if (end < 0 || bytes.readUInt32LE(0) !== LOCAL || bytes.readUInt32LE(end) !== END) return false
  const count = bytes.readUInt16LE(end + 10)
  const size = bytes.readUInt32LE(end + 12)
  let at = bytes.readUInt32LE(end + 16)
  if (count === 0 || count > bounds.entries || at + size !== end) return false
  let left = bounds.bytes
  for (let nth = 0; nth < count; nth++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) return false
    const unpacked = unpackedSize(bytes, at, left)
    if (unpacked === undefined) return false
    left -= unpacked
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return at === end
}

/** Bytes of the entry that the directory names at `at`; undefined when it is larger than `most` or cannot be read. */
function unpackedSize(bytes: Buffer, at: number, most: number): number | undefined {
  const flags = bytes.readUInt16LE(at + 8)
  const method = bytes.readUInt16LE(at + 10)
  const packed = bytes.readUInt32LE(at + 20)
  const local = bytes.readUInt32LE(at + 42)
  if (flags & ENCRYPTED || local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) return undefined
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  if (from + packed > bytes.length) return undefined
  if (method === STORED) return packed > most ? undefined : packed
  if (method !== DEFLATED) return undefined
  try {
    return inflateRawSync(bytes.subarray(from, from + packed), { maxOutputLength: Math.max(most, 1) }).length
  } catch {
    // Broken, or larger than what is left: one as useless as the other.
    return undefined
  }
}
