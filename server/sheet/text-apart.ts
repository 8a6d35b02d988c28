// The thread in which a table written as text is read: its encoding is found and its quotes are followed, which takes as long as
// whoever wrote it wants. Workbooks are workbook-apart.ts; what stands in the cells means is not known here.

import Papa from 'papaparse'
import { answerApart } from '../apart/answer-apart.ts'
import type { Rows } from './workbook-apart.ts'

export interface TextWork {
  readonly bytes: Uint8Array
  /** What is read; cells and rows beyond are left. */
  readonly most: { readonly rows: number; readonly columns: number }
}

/** The rows; undefined when it is no text. */
export interface TextRead {
  readonly rows: Rows | undefined
}

await answerApart<TextWork>(({ bytes, most }): TextRead => {
  const text = textOf(bytes)
  if (text === undefined) return { rows: undefined }
  const { data } = Papa.parse<string[]>(text, { preview: most.rows, delimitersToGuess: [',', '\t', ';'] })
  return { rows: data.map((row) => row.slice(0, most.columns)) }
})

/** Text in UTF-8, UTF-16 as "Unicode text" is written, or GB 18030; undefined when it is no text. */
function textOf(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes)
  const text = encoding && new TextDecoder(encoding).decode(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is no text is found by them
  return text === undefined || /[\u0000-\u0008\u000e-\u001f]/.test(text) ? undefined : text
}

function encodingOf(bytes: Uint8Array): string | undefined {
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
