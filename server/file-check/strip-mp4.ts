// MP4, M4A and 3GP recordings: boxes in boxes. Those that tell of place, device or anything else than sound are emptied
// where they stand, because others point at places in the file; times of making are set to nothing.

import { Unfit } from './unfit.ts'

/** Boxes that hold further boxes. */
const PARENTS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf', 'edts'])
/** Boxes of a recording; any other is emptied. */
const KEPT = new Set([
  ...['ftyp', 'styp', 'mdat', 'sidx', 'mfra', 'mvhd', 'tkhd', 'mdhd', 'hdlr', 'smhd', 'dinf', 'elst'],
  ...['stsd', 'stts', 'stsc', 'stsz', 'stz2', 'stco', 'co64', 'stss', 'sgpd', 'sbgp', 'ctts', 'cslg'],
  ...['mehd', 'trex', 'mfhd', 'tfhd', 'tfdt', 'trun', 'saiz', 'saio', 'nmhd', 'stsh', 'sdtp', 'pssh'],
])
/** Begin with two times: when it was made, when changed. */
const TIMED = new Set(['mvhd', 'tkhd', 'mdhd'])
const SOUND = 'soun'

/** @throws Unfit, RangeError */
export function stripMp4(sent: Buffer): Buffer {
  const bytes = Buffer.from(sent)
  if (emptyTelling(bytes, 0, bytes.length) === 0) throw new Unfit('file.broken', 'no track of sound')
  return bytes
}

/** Goes through the boxes between `from` and `to`; how many tracks of sound there are. */
function emptyTelling(bytes: Buffer, from: number, to: number): number {
  let tracks = 0
  for (let at = from; at < to; ) {
    const { type, data, end } = boxAt(bytes, at, to)
    if (PARENTS.has(type)) tracks += emptyTelling(bytes, data, end)
    else if (!KEPT.has(type)) {
      bytes.write('free', at + 4, 'latin1')
      bytes.fill(0, data, end)
    } else if (TIMED.has(type)) {
      // Version 1 has times of eight bytes each.
      bytes.fill(0, data + 4, data + 4 + (bytes.readUInt8(data) === 1 ? 16 : 8))
    } else if (type === 'hdlr') {
      if (bytes.toString('latin1', data + 8, data + 12) !== SOUND)
        throw new Unfit('file.kind', 'not only sound')
      // Behind it stands a name in free words.
      bytes.fill(0, Math.min(data + 24, end), end)
      tracks += 1
    }
    at = end
  }
  return tracks
}

interface Box {
  readonly type: string
  readonly data: number
  readonly end: number
}

function boxAt(bytes: Buffer, at: number, to: number): Box {
  const type = bytes.toString('latin1', at + 4, at + 8)
  const size = bytes.readUInt32BE(at)
  const isLong = size === 1
  const data = at + (isLong ? 16 : 8)
  const whole = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : size
  // No length: to the end of the file, for the last box only.
  const end = size === 0 ? to : at + whole
  if (end < data || end > to) throw new Unfit('file.broken', `box ${type} has no end`)
  return { type, data, end }
}
