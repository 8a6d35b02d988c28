// WebM recordings: elements in elements. Tags, titles, dates, chapters and attachments are overwritten by empty elements of
// the same length, because others point at places in the file. Only sound may be in it.

import { Unfit } from './unfit.ts'

const ID = {
  header: 0x1a45dfa3,
  segment: 0x18538067,
  seekHead: 0x114d9b74,
  info: 0x1549a966,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackType: 0x83,
  cluster: 0x1f43b675,
  cues: 0x1c53bb6b,
} as const

const PARENTS = new Set<number>([ID.segment, ID.info, ID.tracks, ID.track])
/** Of the segment; the next of these ends one whose length is not said. */
const LEVEL_ONE = new Set<number>([
  ...[ID.seekHead, ID.info, ID.tracks, ID.cluster, ID.cues],
  ...[0x1254c367, 0x1941a469, 0x1043a770],
])
/** What is kept beside parents: header, index, clusters of sound; of a segment its scale and length; of a track what decodes it. */
const KEPT = new Set<number>([
  ...[ID.header, ID.seekHead, ID.cluster, ID.cues],
  ...[0x2ad7b1, 0x4489],
  ...[
    0xd7,
    0x73c5,
    ID.trackType,
    0xb9,
    0x88,
    0x55aa,
    0x9c,
    0x22b59c,
    0x86,
    0x63a2,
    0xe1,
    0x56aa,
    0x56bb,
    0x23e383,
  ],
])
/** Name of the program that wrote it: must be there, so it is blanked. */
const PROGRAMS = new Set<number>([0x4d80, 0x5741])
const EMPTY = 0xec
const SOUND = 2

/** @throws Unfit, RangeError */
export function stripWebm(sent: Buffer): Buffer {
  const bytes = Buffer.from(sent)
  if (emptyTelling(bytes, 0, bytes.length) === 0) throw new Unfit('file.broken', 'no track of sound')
  return bytes
}

/** Goes through the elements between `from` and `to`; how many tracks of sound there are. */
function emptyTelling(bytes: Buffer, from: number, to: number): number {
  let tracks = 0
  for (let at = from; at < to; ) {
    const { id, data, end } = elementAt(bytes, at, to)
    if (PARENTS.has(id)) tracks += emptyTelling(bytes, data, end)
    else if (PROGRAMS.has(id)) bytes.fill(' ', data, end)
    else if (!KEPT.has(id)) overwrite(bytes, at, end)
    if (id === ID.trackType) {
      if (bytes.readUIntBE(data, Math.min(end - data, 6)) !== SOUND)
        throw new Unfit('file.kind', 'not only sound')
      tracks += 1
    }
    at = end
  }
  return tracks
}

interface Element {
  readonly id: number
  readonly data: number
  readonly end: number
}

function elementAt(bytes: Buffer, at: number, to: number): Element {
  const idLength = lengthOf(bytes.readUInt8(at))
  if (idLength > 4) throw new Unfit('file.broken', 'no element where one must be')
  const id = bytes.readUIntBE(at, idLength)
  const { value, length } = sizeAt(bytes, at + idLength)
  const data = at + idLength + length
  if (value !== undefined) {
    const end = data + value
    // A recorder that was cut off leaves its last cluster unfinished.
    if (end <= to) return { id, data, end }
    if (id === ID.segment || id === ID.cluster) return { id, data, end: to }
  } else if (id === ID.segment) return { id, data, end: to }
  else if (id === ID.cluster) return { id, data, end: clusterEnd(bytes, data, to) }
  throw new Unfit('file.broken', 'an element without an end')
}

/** Where a cluster ends that does not say so: at the next element of the segment. */
function clusterEnd(bytes: Buffer, from: number, to: number): number {
  for (let at = from; at < to; ) {
    const idLength = lengthOf(bytes.readUInt8(at))
    if (LEVEL_ONE.has(bytes.readUIntBE(at, Math.min(idLength, 4)))) return at
    const { value, length } = sizeAt(bytes, at + idLength)
    if (value === undefined) throw new Unfit('file.broken', 'a block without an end')
    at += idLength + length + value
  }
  return to
}

/** How many bytes a number takes, by the zeros its first byte begins with. */
function lengthOf(first: number): number {
  return Math.clz32(first) - 23
}

/** A length; all ones: not said. */
function sizeAt(bytes: Buffer, at: number): { readonly value: number | undefined; readonly length: number } {
  const length = lengthOf(bytes.readUInt8(at))
  if (length > 8) throw new Unfit('file.broken', 'no length where one must be')
  const whole = bytes.subarray(at, at + length)
  if (whole.length < length) throw new RangeError('the file ends in a length')
  const mask = 2 ** (8 - length) - 1
  const bits = [(whole[0] ?? 0) & mask, ...whole.subarray(1)]
  const unknown = bits.every((byte, nth) => byte === (nth === 0 ? mask : 0xff))
  return { value: unknown ? undefined : bits.reduce((sum, byte) => sum * 256 + byte, 0), length }
}

/** An empty element from `at` to `end`. */
function overwrite(bytes: Buffer, at: number, end: number): void {
  const whole = end - at
  bytes.fill(0, at, end)
  bytes[at] = EMPTY
  if (whole <= 128) bytes[at + 1] = 0x80 | (whole - 2)
  else {
    // A length of eight bytes fits wherever one of one byte does not.
    bytes[at + 1] = 0x01
    bytes.writeUIntBE(whole - 9, at + 3, 6)
  }
}
