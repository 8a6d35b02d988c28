// A table somebody sent us, as rows of text: xlsx or csv, in the encodings that office programs here write. Either is read in a
// thread of its own. What stands in the columns is the caller's to know; faults of the file as a whole are codes.

import { runApart } from '../apart/run-apart.ts'
import type { TextRead, TextWork } from './text-apart.ts'
import type { Rows, SheetToMake, WorkbookWork } from './workbook-apart.ts'
import { isZipWithin } from './zip-bounds.ts'

export type { Rows, SheetToMake } from './workbook-apart.ts'

/** old-format: a workbook of before 2007 · no-table: neither workbook nor text · too-large: beyond what is read. */
export type TableFault = 'old-format' | 'no-table' | 'too-large'

const TEXT = new URL('./text-apart.ts', import.meta.url)
const WORKBOOK = new URL('./workbook-apart.ts', import.meta.url)
const LIMITS = { ms: 10_000, megabytes: 256 }
const ZIP = { entries: 200, bytes: 24_000_000 }
const MOST = { rows: 2_000, columns: 60 }

/** The first table of the file. */
export async function readRows(bytes: Buffer): Promise<Rows | TableFault> {
  if (bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) return readWorkbook(bytes)
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return 'old-format'
  return readText(bytes)
}

/** A workbook of `sheets`. */
export async function makeWorkbook(sheets: readonly SheetToMake[]): Promise<Buffer> {
  const work: WorkbookWork = { make: sheets }
  const made = await runApart<Uint8Array>(WORKBOOK, work, LIMITS)
  if (!made) throw new Error('a workbook could not be made within its limits')
  return Buffer.from(made)
}

async function readText(bytes: Buffer): Promise<Rows | TableFault> {
  // One more of each: whatever lies beyond the bounds is seen by it.
  const work: TextWork = { bytes, most: { rows: MOST.rows + 1, columns: MOST.columns + 1 } }
  const answer = await runApart<TextRead>(TEXT, work, LIMITS)
  if (!answer) return 'too-large'
  if (!answer.rows) return 'no-table'
  if (answer.rows.length > MOST.rows || answer.rows.some((row) => row.length > MOST.columns))
    return 'too-large'
  return answer.rows.map((row) => row.map((cell) => cell.trim()))
}

async function readWorkbook(bytes: Buffer): Promise<Rows | TableFault> {
  if (!isZipWithin(bytes, ZIP)) return 'no-table'
  const work: WorkbookWork = { read: bytes, most: { rows: MOST.rows + 1, columns: MOST.columns } }
  // Undefined from within: no workbook. Undefined from outside: it took too long.
  const answer = await runApart<{ readonly rows: Rows | undefined }>(WORKBOOK, work, LIMITS)
  if (!answer) return 'too-large'
  if (!answer.rows) return 'no-table'
  if (answer.rows.length > MOST.rows) return 'too-large'
  return answer.rows.map((row) => row.map((cell) => cell.trim()))
}
