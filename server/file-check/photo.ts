// Photos: JPEG and PNG, decoded and drawn anew as JPEG. What was hidden in the file (place, device, a second file behind the
// picture) does not survive that. How large a picture is, is read from its header before anything is decoded.

import { inflateSync } from 'node:zlib'
import { fileTypeFromBuffer } from 'file-type'
import { Jimp, ResizeStrategy } from 'jimp'
import { type Kept, safeOnly, Unfit, wholeOnly } from './unfit.ts'

/** Largest picture that is decoded: 25 megapixels take 1.3 GB and 6 s at their worst (docs/decisions/0013). */
const MOST_PIXELS = 25_000_000
/** Longest side of what is kept: writing on a sheet of paper can be read at that. */
const LONGEST_SIDE = 2560
const QUALITY = 82
const WHITE = 0xffffffff

/** @throws Unfit */
export async function keepPhoto(sent: Buffer): Promise<Kept> {
  const found = await fileTypeFromBuffer(sent)
  if (found?.mime === 'image/jpeg') checkPixels(jpegSize(sent))
  else if (found?.mime === 'image/png') checkPng(sent)
  else throw new Unfit('file.kind', `a photo of type ${found?.mime ?? 'unknown'}`)
  return { bytes: await drawAnew(sent), type: 'image/jpeg' }
}

async function drawAnew(sent: Buffer): Promise<Buffer> {
  try {
    const picture = await Jimp.fromBuffer(sent, {
      'image/jpeg': { maxResolutionInMP: MOST_PIXELS / 1e6, maxMemoryUsageInMB: 1024 },
    })
    const scale = LONGEST_SIDE / Math.max(picture.width, picture.height)
    if (scale < 1) {
      picture.resize({
        w: Math.max(1, Math.round(picture.width * scale)),
        h: Math.max(1, Math.round(picture.height * scale)),
        mode: ResizeStrategy.BILINEAR,
      })
    }
    picture.background = WHITE
    return await picture.getBuffer('image/jpeg', { quality: QUALITY })
  } catch (error) {
    throw new Unfit('file.broken', `the picture cannot be decoded: ${String(error)}`)
  }
}

interface Size {
  readonly width: number
  readonly height: number
}

function checkPixels({ width, height }: Size): void {
  wholeOnly(width > 0 && height > 0, 'a picture without a size')
  safeOnly(width * height <= MOST_PIXELS, `a picture of ${width} × ${height}`)
}

/** Start-of-frame markers: how the picture is coded, and its size. Tables in the same range are none. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])
const START_OF_SCAN = 0xda

function jpegSize(bytes: Buffer): Size {
  for (let at = 2; at < bytes.length; ) {
    wholeOnly(bytes[at] === 0xff, 'no marker where one must be')
    const marker = bytes.readUInt8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (FRAMES.has(marker)) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    if (marker === START_OF_SCAN) break
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  throw new Unfit('file.broken', 'a JPEG without a frame')
}

/** Samples of a pixel by PNG colour type. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** The size a PNG says it has, and that its rows do not inflate to more than that. */
function checkPng(bytes: Buffer): void {
  wholeOnly(bytes.toString('latin1', 12, 16) === 'IHDR', 'a PNG that does not begin with its header')
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  checkPixels(size)
  const channels = CHANNELS[bytes.readUInt8(25)]
  if (channels === undefined) throw new Unfit('file.broken', 'a PNG of no known colour type')
  const row = 1 + Math.ceil((size.width * channels * bytes.readUInt8(24)) / 8)
  const rows: Buffer[] = []
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      rows.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
  }
  let found: number
  try {
    // Twice: an interlaced picture has more rows, each of them shorter.
    found = inflateSync(Buffer.concat(rows), { maxOutputLength: 2 * row * size.height + 4096 }).length
  } catch (error) {
    const tooMuch = error instanceof RangeError
    throw new Unfit(tooMuch ? 'file.not-safe' : 'file.broken', `rows of a PNG: ${String(error)}`)
  }
  wholeOnly(found >= (row - 1) * size.height, 'a PNG without all its rows')
}
