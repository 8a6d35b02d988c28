// Looks into files one after another, each in a thread of its own with an end to its time and memory: whatever a file makes a
// decoder do, the server goes on answering. What is looked for is check-file.ts.

import type { FileKind } from '#core/incident/file-limits.ts'
import { type ApartLimits, runApart } from '../apart/run-apart.ts'
import type { Verdict } from './check-file.ts'

export interface FileChecker {
  /**
   * What of the file is kept, or why it is not taken. Files wait for each other.
   * @throws Error after `stop`, and for a fault of ours
   */
  check(bytes: Buffer, kind: FileKind): Promise<Verdict>
  /** Resolves when the look under way is over; what waited is not looked into. */
  stop(): Promise<void>
}

/**
 * The largest photo takes 6 s on a quiet machine (docs/decisions/0013). Megabytes are of the heap: pictures lie beside it, and
 * are bounded by their number of pixels.
 */
const LIMITS: ApartLimits = { ms: 45_000, megabytes: 512 }
const THREAD = new URL('./file-thread.ts', import.meta.url)

export function openFileChecker(limits: ApartLimits = LIMITS): FileChecker {
  let last: Promise<unknown> = Promise.resolve()
  let stopped = false

  async function look(bytes: Buffer, kind: FileKind): Promise<Verdict> {
    if (stopped) throw new Error('files are no longer looked into')
    const verdict = await runApart<Verdict>(THREAD, { bytes, kind }, limits)
    // No honest file takes that long or that much.
    return verdict ? inBuffer(verdict) : { refused: 'file.not-safe' }
  }

  return {
    check(bytes, kind) {
      const looking = last.then(() => look(bytes, kind))
      last = looking.catch(() => undefined)
      return looking
    },
    async stop() {
      stopped = true
      await last
    },
  }
}

/** Bytes come out of a thread as a plain array of them. */
function inBuffer(verdict: Verdict): Verdict {
  if ('refused' in verdict) return verdict
  const { buffer, byteOffset, byteLength } = verdict.bytes
  return { ...verdict, bytes: Buffer.from(buffer, byteOffset, byteLength) }
}
