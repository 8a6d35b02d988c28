// Ogg recordings (Opus, Vorbis): the second packet holds comments. An empty one of the same length takes its place, and the
// pages it lies on get new checksums. One stream of sound only.

import { Unfit } from './unfit.ts'

interface Page {
  readonly at: number
  readonly end: number
  /** Packets, or parts of one, on this page: where, and whether the packet ends here. */
  readonly parts: readonly { readonly at: number; readonly end: number; readonly isLast: boolean }[]
}

const HEAD = 27
const CHECKSUM = 22

/** First words of the first and second packet, and what an empty packet of comments is. */
const CODINGS = [
  { first: 'OpusHead', second: 'OpusTags', empty: Buffer.from('OpusTags\0\0\0\0\0\0\0\0', 'latin1') },
  {
    first: '\x01vorbis',
    second: '\x03vorbis',
    empty: Buffer.from('\x03vorbis\0\0\0\0\0\0\0\0\x01', 'latin1'),
  },
]

/** @throws Unfit, RangeError */
export function stripOgg(sent: Buffer): Buffer {
  const pages = pagesOf(sent)
  const bytes = Buffer.from(sent.subarray(0, pages[pages.length - 1]?.end ?? 0))
  const first = pages[0]?.parts[0]
  const coding = CODINGS.find(
    (one) => first && sent.toString('latin1', first.at, first.at + one.first.length) === one.first,
  )
  if (!coding) throw new Unfit('file.kind', 'Ogg without Opus or Vorbis')
  // The first packet has a page to itself; from the next page on lies the second.
  let written = 0
  for (const page of pages.slice(1)) {
    const part = page.parts[0]
    if (!part) throw new Unfit('file.broken', 'a page with nothing on it')
    if (written === 0 && bytes.toString('latin1', part.at, part.at + coding.second.length) !== coding.second)
      throw new Unfit('file.broken', 'no comments where they must be')
    bytes.fill(0, part.at, part.end)
    coding.empty.subarray(written).copy(bytes, part.at, 0, part.end - part.at)
    written += part.end - part.at
    bytes.writeUInt32LE(0, page.at + CHECKSUM)
    bytes.writeUInt32LE(checksum(bytes.subarray(page.at, page.end)), page.at + CHECKSUM)
    if (part.isLast) break
  }
  if (written < coding.empty.length) throw new Unfit('file.broken', 'no room for comments')
  return bytes
}

function pagesOf(bytes: Buffer): readonly Page[] {
  const pages: Page[] = []
  const serial = bytes.readUInt32LE(14)
  for (let at = 0; at < bytes.length; ) {
    if (bytes.toString('latin1', at, at + 4) !== 'OggS')
      throw new Unfit('file.broken', 'no page where one must be')
    if (bytes.readUInt32LE(at + 14) !== serial) throw new Unfit('file.kind', 'several streams')
    const lengths = bytes.subarray(at + HEAD, at + HEAD + bytes.readUInt8(at + HEAD - 1))
    const parts: { at: number; end: number; isLast: boolean }[] = []
    let from = at + HEAD + lengths.length
    let end = from
    for (const length of lengths) {
      end += length
      // A length below 255 ends the packet.
      if (length === 255) continue
      parts.push({ at: from, end, isLast: true })
      from = end
    }
    if (end > from) parts.push({ at: from, end, isLast: false })
    // A recorder that was cut off: the page that was not finished is left out.
    if (end > bytes.length) break
    pages.push({ at, end, parts })
    at = end
  }
  return pages
}

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24
  for (let bit = 0; bit < 8; bit++) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1
  return value >>> 0
})

/** The checksum of Ogg: a CRC of 32 bits that begins with nothing and is not turned round. */
function checksum(bytes: Buffer): number {
  let sum = 0
  for (const byte of bytes) sum = ((sum << 8) ^ (TABLE[((sum >>> 24) ^ byte) & 255] ?? 0)) >>> 0
  return sum
}
