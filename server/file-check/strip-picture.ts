// A JPEG or PNG inside a document without what says where, when and by what it was taken. The picture itself is not decoded
// and stays as it is; photos that are sent by themselves are drawn anew (photo.ts).

/** @throws RangeError when it ends in the middle. */
export function stripPicture(bytes: Buffer): Buffer {
  return bytes[0] === 0xff ? stripJpeg(bytes) : stripPng(bytes)
}

const START_OF_SCAN = 0xda
const COMMENT = 0xfe
/** Of the application's segments only the kind of file, the colour profile and the kind of colours are kept. */
const APPLICATION = { first: 0xe0, profile: 0xe2, colours: 0xee, last: 0xef }

function stripJpeg(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 2)]
  for (let at = 2; ; ) {
    const marker = bytes.readUInt8(at + 1)
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    // From the first scan on there are only pixels.
    if (marker === START_OF_SCAN) return Buffer.concat([...kept, bytes.subarray(at, lastByte(bytes))])
    const isTold =
      marker === COMMENT ||
      (marker > APPLICATION.first &&
        marker <= APPLICATION.last &&
        marker !== APPLICATION.profile &&
        marker !== APPLICATION.colours)
    if (!isTold) kept.push(bytes.subarray(at, end))
    at = end
  }
}

/** Behind the end-of-image marker cameras put a second picture, and others anything at all. */
function lastByte(bytes: Buffer): number {
  const end = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]))
  return end === -1 ? bytes.length : end + 2
}

const HEADER = 8
const TELLING = new Set(['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME'])

function stripPng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, HEADER)]
  for (let at = HEADER; at < bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const kind = bytes.toString('latin1', at + 4, at + 8)
    if (!TELLING.has(kind)) kept.push(bytes.subarray(at, end))
    if (kind === 'IEND') break
    at = end
  }
  return Buffer.concat(kept)
}
