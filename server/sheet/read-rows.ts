// A table somebody sent us, as rows of text: xlsx or csv, in the encodings that office programs here write. What stands in the
// columns is the caller's to know; faults of the file as a whole are codes.

import Papa from 'papaparse'
import { runApart } from '../apart/run-apart.ts'
import type { Rows, SheetToMake, WorkbookWork } from './workbook-apart.ts'
import { isZipWithin } from './zip-bounds.ts'

export type { Rows, SheetToMake } from './workbook-apart.ts'

/** old-format: a workbook of before 2007 · no-table: neither workbook nor text · too-large: beyond what is read. */
export type TableFault = 'old-format' | 'no-table' | 'too-large'

const WORKBOOK = new URL('./workbook-apart.ts', import.meta.url)
const LIMITS = { ms: 10_000, megabytes: 256 }
const ZIP = { entries: 200, bytes: 24_000_000 }
const MOST = { rows: 2_000, columns: 60 }

/** The first table of the file. */
export async function readRows(bytes: Buffer): Promise<Rows | TableFault> {
  if (bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) return readWorkbook(bytes)
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return 'old-format'
  const text = textOf(bytes)
  if (text === undefined) return 'no-table'
  const { data } = Papa.parse<string[]>(text, { preview: MOST.rows + 1, delimitersToGuess: [',', '\t', ';'] })
  if (data.length > MOST.rows || data.some((row) => row.length > MOST.columns)) return 'too-large'
  return data.map((row) => row.map((cell) => cell.trim()))
}

/** A workbook of `sheets`. */
export async function makeWorkbook(sheets: readonly SheetToMake[]): Promise<Buffer> {
  const work: WorkbookWork = { make: sheets }
  const made = await runApart<Uint8Array>(WORKBOOK, work, LIMITS)
  if (!made) throw new Error('a workbook could not be made within its limits')
  return Buffer.from(made)
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

/** Text in UTF-8, UTF-16 as "Unicode text" is written, or GB 18030; undefined when it is no text. */
function textOf(bytes: Buffer): string | undefined {
  const encoding = encodingOf(bytes)
  const text = encoding && new TextDecoder(encoding).decode(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is no text is found by them
  return text === undefined || /[\u0000-\u0008\u000e-\u001f]/.test(text) ? undefined : text
}

function encodingOf(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return ['utf-8', 'gb18030'].find((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return true
    } catch {
      return false
    }
  })
}
