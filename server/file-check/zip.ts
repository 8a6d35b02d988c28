// Zip containers, read strictly and written anew: every entry where the directory says, none hidden between or over another,
// sizes bounded before anything is inflated, names that stay inside. What a document may hold is office.ts.

import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { safeOnly, Unfit, wholeOnly } from './unfit.ts'

export interface ZipEntry {
  readonly name: string
  readonly bytes: Buffer
}

const MOST_ENTRIES = 2_000
/** All entries together, unpacked. */
const MOST_BYTES = 100 * 1024 * 1024
/** Unpacked to packed, of all entries together; honest documents stay far below. */
const MOST_RATIO = 100
/** A container this small may be as dense as it likes. */
const SMALL = 4 * 1024 * 1024

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_SIZE = 22
const STORED = 0
const DEFLATED = 8
/** Flag bits: encrypted, strong encryption, masked headers. */
const ENCRYPTED = 0x2041
const UTF8 = 0x0800

/** Does it begin like a zip container? */
export function looksLikeZip(bytes: Buffer): boolean {
  return bytes.length >= END_SIZE && bytes.readUInt32LE(0) === LOCAL
}

/** The entries in the directory's order, folders left out. @throws Unfit */
export function readZip(bytes: Buffer): readonly ZipEntry[] {
  const end = bytes.length - END_SIZE
  safeOnly(end >= 0 && bytes.readUInt32LE(end) === END, 'something stands behind the container')
  const count = bytes.readUInt16LE(end + 10)
  const from = bytes.readUInt32LE(end + 16)
  // Also where zip64 or several disks are announced: no document of this size has any use for them.
  safeOnly(from + bytes.readUInt32LE(end + 12) === end, 'the directory does not end where it says')
  safeOnly(bytes.readUInt32LE(end + 4) === 0 && bytes.readUInt16LE(end + 8) === count, 'several disks')
  safeOnly(bytes.readUInt16LE(end + 20) === 0, 'a comment')
  safeOnly(count <= MOST_ENTRIES, `${count} entries`)
  const listed = directory(bytes, from, count, end)
  const total = listed.reduce((sum, entry) => sum + entry.size, 0)
  const packed = listed.reduce((sum, entry) => sum + entry.packed, 0)
  safeOnly(total <= MOST_BYTES, `${total} bytes unpacked`)
  safeOnly(total <= SMALL || total <= packed * MOST_RATIO, `${total} bytes unpacked from ${packed}`)
  checkNames(listed.map((entry) => entry.name))
  const inPlace = [...listed].sort((one, other) => one.at - other.at)
  let free = 0
  for (const entry of inPlace) {
    safeOnly(entry.at >= free, 'entries lie over each other')
    free = dataOf(bytes, entry) + entry.packed
    safeOnly(free <= from, 'an entry reaches into the directory')
  }
  return listed.filter(({ name }) => !name.endsWith('/')).map((entry) => unpack(bytes, entry))
}

interface Listed {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

function directory(bytes: Buffer, from: number, count: number, end: number): readonly Listed[] {
  const listed: Listed[] = []
  let at = from
  for (let nth = 0; nth < count; nth++) {
    wholeOnly(bytes.readUInt32LE(at) === CENTRAL, 'the directory is not whole')
    safeOnly((bytes.readUInt16LE(at + 8) & ENCRYPTED) === 0, 'encrypted entries')
    const length = bytes.readUInt16LE(at + 28)
    listed.push({
      name: nameAt(bytes, at + 46, length, (bytes.readUInt16LE(at + 8) & UTF8) !== 0),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  safeOnly(at === end, 'the directory holds more than it counts')
  return listed
}

function nameAt(bytes: Buffer, at: number, length: number, utf8: boolean): string {
  const name = bytes.subarray(at, at + length)
  // Parts of documents are named in ASCII; where they are not, only one reading is let in.
  safeOnly(utf8 || name.every((byte) => byte < 0x80), 'a name in no stated alphabet')
  const text = name.toString('utf8')
  safeOnly(!text.includes('\ufffd'), 'a name that is not UTF-8')
  return text
}

function checkNames(names: readonly string[]): void {
  const seen = new Set<string>()
  for (const name of names) {
    const parts = name.replace(/\/$/, '').split('/')
    // Backslashes, drive letters and control characters: what one system takes for a name leads out of the folder on another.
    const leaves = parts.some((part) => part === '' || part === '.' || part === '..')
    safeOnly(!leaves && !hasControl(name) && !/[\\:]/.test(name), 'a name that leads out of the folder')
    safeOnly(!seen.has(name.toLowerCase()), 'two entries of one name')
    seen.add(name.toLowerCase())
  }
}

function hasControl(text: string): boolean {
  return [...text].some((letter) => (letter.codePointAt(0) ?? 0) < 0x20)
}

/** Where an entry's data begin, by its own header. */
function dataOf(bytes: Buffer, entry: Listed): number {
  wholeOnly(bytes.readUInt32LE(entry.at) === LOCAL, 'an entry is not where the directory says')
  const length = bytes.readUInt16LE(entry.at + 26)
  const utf8 = (bytes.readUInt16LE(entry.at + 6) & UTF8) !== 0
  safeOnly(nameAt(bytes, entry.at + 30, length, utf8) === entry.name, 'an entry with two names')
  return entry.at + 30 + length + bytes.readUInt16LE(entry.at + 28)
}

function unpack(bytes: Buffer, entry: Listed): ZipEntry {
  const from = dataOf(bytes, entry)
  const packed = bytes.subarray(from, from + entry.packed)
  const unpacked = entry.method === DEFLATED ? inflate(packed, entry.size) : packed
  safeOnly(entry.method === DEFLATED || entry.method === STORED, `packed by method ${entry.method}`)
  safeOnly(unpacked.length === entry.size, 'an entry is not as long as it says')
  wholeOnly(crc32(unpacked) === entry.crc, 'an entry is damaged')
  return { name: entry.name, bytes: unpacked }
}

function inflate(packed: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    const tooMuch = error instanceof RangeError
    throw new Unfit(tooMuch ? 'file.not-safe' : 'file.broken', `an entry of a container: ${String(error)}`)
  }
}

/** 1 January 1980, the first day a zip container knows: when something was packed is nobody's business. */
const DAY = 0x0021

/** A container with these entries and nothing else: no times, no comments, no fields of any system. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, bytes } of entries) {
    const label = Buffer.from(name, 'utf8')
    const packed = deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(UTF8, 2)
    fields.writeUInt16LE(DEFLATED, 4)
    fields.writeUInt16LE(DAY, 8)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(bytes.length, 18)
    fields.writeUInt16LE(label.length, 22)
    parts.push(word(LOCAL), fields, label, packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    central.push(word(CENTRAL), Buffer.from([20, 0]), fields, place, label)
    at += 4 + fields.length + label.length + packed.length
  }
  const listing = Buffer.concat(central)
  const end = Buffer.alloc(END_SIZE)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listing, end])
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
