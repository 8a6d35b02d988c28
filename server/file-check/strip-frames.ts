// Recordings that are a row of frames or chunks (AMR, AAC, MP3, WAV): the frames of sound are copied, and what stands before,
// between and behind them (tags, pictures, another file) is left out.

import { Unfit } from './unfit.ts'

/** Bytes of a frame by its type, the byte that says the type included. */
const AMR_NARROW = [13, 14, 16, 18, 20, 21, 27, 32, 6, 1, 1, 1, 1, 1, 1, 1]
const AMR_WIDE = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 1, 1, 1, 1, 1, 1]
const AMR_HEADS = [
  { head: '#!AMR-WB\n', sizes: AMR_WIDE },
  { head: '#!AMR\n', sizes: AMR_NARROW },
]

/** @throws Unfit */
export function amrFrames(sent: Buffer): Buffer {
  const found = AMR_HEADS.find(({ head }) => sent.toString('latin1', 0, head.length) === head)
  if (!found) throw new Unfit('file.kind', 'AMR of several channels')
  const from = found.head.length
  return framesFrom(sent, from, (at) => found.sizes[((sent[at] ?? 0) >> 3) & 15], sent.subarray(0, from))
}

/** AAC in ADTS frames. @throws Unfit */
export function aacFrames(sent: Buffer): Buffer {
  return framesFrom(sent, behindId3(sent), (at) => {
    if (at + 7 > sent.length || (sent.readUInt16BE(at) & 0xfff6) !== 0xfff0) return undefined
    return (sent.readUIntBE(at + 3, 3) >> 5) & 0x1fff
  })
}

/** Kilobits a second by index: layer III of MPEG 1, and of MPEG 2 and 2.5. */
const MP3_RATES = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
]
const MP3_SAMPLES = [44_100, 48_000, 32_000]

/** @throws Unfit */
export function mp3Frames(sent: Buffer): Buffer {
  return framesFrom(sent, behindId3(sent), (at) => {
    if (at + 4 > sent.length) return undefined
    const head = sent.readUInt32BE(at)
    const version = (head >>> 19) & 3
    const isLayer3 = head >>> 21 === 0x7ff && ((head >>> 17) & 3) === 1 && version !== 1
    const isFirst = version === 3
    const rate = MP3_RATES[isFirst ? 0 : 1]?.[(head >>> 12) & 15]
    const samples = MP3_SAMPLES[(head >>> 10) & 3]
    if (!isLayer3 || !rate || samples === undefined) return undefined
    // MPEG 2 halves the rate of samples, 2.5 halves it again.
    const perSecond = samples / (isFirst ? 1 : version === 2 ? 2 : 4)
    return Math.floor(((isFirst ? 144_000 : 72_000) * rate) / perSecond) + ((head >>> 9) & 1)
  })
}

/** The frames from `from` on, as long as there are any; one that ends early is left out. */
function framesFrom(
  sent: Buffer,
  from: number,
  sizeAt: (at: number) => number | undefined,
  head: Buffer = Buffer.alloc(0),
): Buffer {
  let at = from
  while (at < sent.length) {
    const size = sizeAt(at)
    if (!size || at + size > sent.length) break
    at += size
  }
  if (at === from) throw new Unfit('file.broken', 'no sound in it')
  return Buffer.concat([head, sent.subarray(from, at)])
}

/** Behind the tags that stand in front, each with its length in groups of seven bits. */
function behindId3(sent: Buffer): number {
  let at = 0
  while (sent.toString('latin1', at, at + 3) === 'ID3') {
    const length = [6, 7, 8, 9].reduce((sum, nth) => sum * 128 + (sent.readUInt8(at + nth) & 0x7f), 0)
    at += 10 + length
  }
  return at
}

const SOUND_CHUNKS = new Set(['fmt ', 'fact', 'data'])

/** WAV: format and samples, none of the other chunks. @throws Unfit */
export function waveChunks(sent: Buffer): Buffer {
  const kept: Buffer[] = []
  for (let at = 12; at + 8 <= sent.length; ) {
    // A recorder that was cut off has not come to writing the length.
    const size = Math.min(sent.readUInt32LE(at + 4), sent.length - at - 8)
    const name = sent.toString('latin1', at, at + 4)
    if (SOUND_CHUNKS.has(name)) {
      const head = Buffer.alloc(8)
      head.write(name, 'latin1')
      head.writeUInt32LE(size, 4)
      kept.push(head, sent.subarray(at + 8, at + 8 + size), Buffer.alloc(size % 2))
    }
    at += 8 + size + (size % 2)
  }
  if (kept.length === 0) throw new Unfit('file.broken', 'no sound in it')
  const body = Buffer.concat(kept)
  const head = Buffer.from('RIFF\0\0\0\0WAVE', 'latin1')
  head.writeUInt32LE(4 + body.length, 4)
  return Buffer.concat([head, body])
}
