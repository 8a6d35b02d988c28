// What a PDF may not hold: script, actions that start something, files inside the file, encryption. Every object is read as a
// reader would come to it, also those packed into object streams, whose only allowed packing is plain deflate.

import { inflateSync } from 'node:zlib'
import { PdfTokens, type Token } from './pdf-tokens.ts'
import { safeOnly, Unfit, wholeOnly } from './unfit.ts'

/** Names that start, fetch, hide or lock something, wherever they stand. */
const FORBIDDEN = new Set([
  'JS',
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'Encrypt',
  'GoToE',
  'GoToR',
  'ImportData',
  'Movie',
  'Rendition',
  'RichMedia',
  'Sound',
  'SubmitForm',
  'XFA',
])
/** The same, spelt out in bytes that no object begins: found whatever a reader makes of the rest. JS and Sound are too short. */
const SPELT_OUT =
  /\/(JavaScript|Launch|EmbeddedFiles?|GoToE|ImportData|Rendition|RichMedia|SubmitForm)(?![A-Za-z0-9])/

/** All object streams together, unpacked. */
const MOST_UNPACKED = 32 * 1024 * 1024
/** How often every byte may be read: objects may lie within what another calls its data, but not without end. */
const MOST_READINGS = 4
const LAST_WORDS = 1024

/** @throws Unfit */
export function checkPdf(bytes: Buffer): void {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - LAST_WORDS))
  wholeOnly(tail.includes('%%EOF'), 'a PDF without an end')
  // A second file behind the first is another file to another program.
  safeOnly(/%%EOF[\s\0]*$/.test(tail), 'something stands behind the end')
  const text = bytes.toString('latin1')
  safeOnly(!SPELT_OUT.test(unescaped(text)), 'a name that starts or hides something')
  let unpacked = 0
  let read = 0
  for (const { index } of text.matchAll(/(?<!end)obj|trailer/g)) {
    const from = index + (text[index] === 'o' ? 3 : 7)
    const { end, packed } = readObject(bytes, from)
    read += end - from
    safeOnly(read <= MOST_READINGS * bytes.length + LAST_WORDS, 'objects within objects without end')
    if (packed === undefined) continue
    const inner = unpack(bytes.subarray(packed), MOST_UNPACKED - unpacked)
    unpacked += inner.length
    const tokens = new PdfTokens(inner)
    for (let token = tokens.next(); token.is !== 'end'; token = tokens.next()) checkName(token, tokens)
  }
}

interface ReadObject {
  /** Where reading stopped. */
  readonly end: number
  /** Where its data begin, when it is a stream of further objects. */
  readonly packed?: number
}

/** Reads one object from behind the word that opens it. */
function readObject(bytes: Buffer, from: number): ReadObject {
  const tokens = new PdfTokens(bytes, from)
  const names: string[] = []
  for (;;) {
    const token = tokens.next()
    checkName(token, tokens)
    if (token.is === 'name') names.push(token.text)
    if (token.is === 'end') return { end: tokens.at }
    if (token.is !== 'word') continue
    if (token.text === 'stream')
      return isPack(names) ? { end: tokens.at, packed: dataFrom(bytes, tokens.at) } : { end: tokens.at }
    if (ENDS.has(token.text)) return { end: tokens.at }
  }
}

const ENDS = new Set(['endobj', 'obj', 'startxref', 'xref', 'trailer', 'endstream'])

/** Does the dictionary say that the stream holds objects? Then it must be packed so that they can be looked at. */
function isPack(names: readonly string[]): boolean {
  // Some readers go by /First and do not ask for the type.
  if (!names.includes('ObjStm') && !names.includes('First')) return false
  safeOnly(
    names.filter((name) => name === 'Filter').length === 1 &&
      names.includes('FlateDecode') &&
      !names.includes('DecodeParms') &&
      !names.some((name) => OTHER_PACKING.has(name)),
    'objects packed in a way that is not looked into',
  )
  return true
}

const OTHER_PACKING = new Set([
  'ASCII85Decode',
  'ASCIIHexDecode',
  'Crypt',
  'F',
  'FFilter',
  'LZWDecode',
  'RunLengthDecode',
])

/** After the word `stream` comes one end of line. */
function dataFrom(bytes: Buffer, at: number): number {
  return at + (bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? 2 : 1)
}

function unpack(packed: Buffer, most: number): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const tooMuch = error instanceof RangeError
    throw new Unfit(tooMuch ? 'file.not-safe' : 'file.broken', `packed objects: ${String(error)}`)
  }
}

function checkName(token: Token, rest: PdfTokens): void {
  if (token.is !== 'name') return
  safeOnly(!FORBIDDEN.has(token.text), `/${token.text}`)
  // What happens on opening may be a place in the document, written on the spot; anything else is an action.
  if (token.text === 'OpenAction') safeOnly(rest.opensList(), '/OpenAction')
}

function unescaped(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
