// One file, looked into by its content and never by its name: what of it is kept, or why it is not taken (E2, E5).
// Runs in a thread of its own (file-checker.ts), because what is looked at was made by anybody.

import type { FileKind } from '#core/incident/file-limits.ts'
import { keepDocument } from './document.ts'
import { keepPhoto } from './photo.ts'
import { type Kept, Unfit, type UnfitCode } from './unfit.ts'
import { keepVoice } from './voice.ts'

export type Verdict = Kept | { readonly refused: UnfitCode }

const KEEP: Readonly<Record<FileKind, (sent: Buffer) => Promise<Kept>>> = {
  photo: keepPhoto,
  document: keepDocument,
  voice: keepVoice,
}

/** Looks into `sent` as a file of `kind`. A file that ends in the middle of something is `file.broken`. */
export async function checkFile(sent: Buffer, kind: FileKind): Promise<Verdict> {
  try {
    return await KEEP[kind](sent)
  } catch (error) {
    if (error instanceof Unfit) return { refused: error.code }
    // Reading past the end of a buffer.
    if (error instanceof RangeError) return { refused: 'file.broken' }
    throw error
  }
}
