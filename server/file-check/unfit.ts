// What the look into a file can end with: bytes to keep with their type, or why it is not taken. The parsers of this room
// throw `Unfit` from wherever they stand; check-file.ts makes an answer of it.

import type { RefusalCode } from '#core/basics/refusal.ts'

/** kind: not one of the types taken here · not-safe: it could do harm where it is opened · broken: it cannot be read. */
export type UnfitCode = Extract<RefusalCode, 'file.kind' | 'file.not-safe' | 'file.broken'>

export interface Kept {
  /** What is kept: without metadata, where the type allows taking it out. */
  readonly bytes: Buffer
  /** Media type, by content. */
  readonly type: string
}

export class Unfit extends Error {
  override name = 'Unfit'
  readonly code: UnfitCode

  constructor(code: UnfitCode, why: string) {
    super(why)
    this.code = code
  }
}

/** @throws Unfit `file.not-safe` unless `holds`. */
export function safeOnly(holds: boolean, why: string): void {
  if (!holds) throw new Unfit('file.not-safe', why)
}

/** @throws Unfit `file.broken` unless `holds`. */
export function wholeOnly(holds: boolean, why: string): void {
  if (!holds) throw new Unfit('file.broken', why)
}
