// Voice recordings: which containers are taken, by content, and that only sound is in them. What a recorder wrote about
// itself, the place or the time is taken out by the strip-… files. Sound itself is not decoded.

import { fileTypeFromBuffer } from 'file-type'
import { aacFrames, amrFrames, mp3Frames, waveChunks } from './strip-frames.ts'
import { stripMp4 } from './strip-mp4.ts'
import { stripOgg } from './strip-ogg.ts'
import { stripWebm } from './strip-webm.ts'
import { type Kept, Unfit } from './unfit.ts'

interface Container {
  readonly type: string
  /** The recording without metadata. @throws Unfit, RangeError */
  readonly strip: (sent: Buffer) => Buffer
}

const MP4: Container = { type: 'audio/mp4', strip: stripMp4 }
const OGG: Container = { type: 'audio/ogg', strip: stripOgg }

/** By the ending file-type gives to what it finds. */
const CONTAINERS: Readonly<Record<string, Container>> = {
  amr: { type: 'audio/amr', strip: amrFrames },
  aac: { type: 'audio/aac', strip: aacFrames },
  mp3: { type: 'audio/mpeg', strip: mp3Frames },
  wav: { type: 'audio/wav', strip: waveChunks },
  m4a: MP4,
  mp4: MP4,
  '3gp': MP4,
  ogg: OGG,
  oga: OGG,
  opus: OGG,
  webm: { type: 'audio/webm', strip: stripWebm },
}

/** @throws Unfit */
export async function keepVoice(sent: Buffer): Promise<Kept> {
  const found = await fileTypeFromBuffer(sent)
  const container = found && Object.hasOwn(CONTAINERS, found.ext) ? CONTAINERS[found.ext] : undefined
  if (!container) throw new Unfit('file.kind', `a recording of type ${found?.mime ?? 'unknown'}`)
  return { bytes: container.strip(sent), type: container.type }
}
