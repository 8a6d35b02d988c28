// What a Word or Excel document may hold: text, tables and pictures. Macros, embedded files, controls, links that load
// something by themselves are refused; who wrote it, when, and where its pictures were taken is taken out.

import { fileTypeFromBuffer } from 'file-type'
import { stripPicture } from './strip-picture.ts'
import { type Kept, safeOnly, Unfit, wholeOnly } from './unfit.ts'
import { writeZip, type ZipEntry } from './zip.ts'

const WORD = 'wordprocessingml.document.main+xml'
const EXCEL = 'spreadsheetml.sheet.main+xml'
const OPEN_XML = 'application/vnd.openxmlformats-officedocument'

const TYPES = '[Content_Types].xml'
const XML = /\.(xml|rels|vml)$/i
const PICTURES = /\.(png|jpe?g|gif|bmp|tiff?|emf|wmf)$/i
/** Fonts a document brings along, and the settings of a printer: kept as they are. */
const KEPT = /\.odttf$|^xl\/printerSettings\/[^/]+\.bin$/i
/** Kinds of part that run or fetch something. */
const ACTIVE = /macro|vba|activex|oleobject|externallink|connections\+xml|ms-office/i
/** Data exchange between programs, as a field or a link: it starts another program. */
const EXCHANGE = /<(?:\w+:)?(?:ddeLink|oleLink)\b/
const WEB_LINK = /^(https?:|mailto:|#)/i
/** An address of another machine or program, whatever the link says of itself. */
const LEADS_OUT = /^\s*([a-z][a-z0-9+.-]*:|\/\/|\\)/i

const PROPERTIES = 'http://schemas.openxmlformats.org'
/** Parts that say who wrote it, when and with what, and what stands in their place. */
const EMPTY: Readonly<Record<string, string>> = {
  'package.core-properties+xml': `<cp:coreProperties xmlns:cp="${PROPERTIES}/package/2006/metadata/core-properties"/>`,
  'extended-properties+xml': `<Properties xmlns="${PROPERTIES}/officeDocument/2006/extended-properties"/>`,
  'custom-properties+xml': `<Properties xmlns="${PROPERTIES}/officeDocument/2006/custom-properties"/>`,
}

/** The document with these entries, without metadata. @throws Unfit */
export async function keepOffice(entries: readonly ZipEntry[]): Promise<Kept> {
  const types = entries.find(({ name }) => name === TYPES)
  if (!types) throw new Unfit('file.kind', 'a container that is no document')
  const typeText = textOf(types)
  const word = typeText.includes(WORD)
  if (word === typeText.includes(EXCEL)) throw new Unfit('file.kind', 'neither Word nor Excel')
  safeOnly(!typeText.includes('&#') && !ACTIVE.test(typeText), 'a part that runs or fetches something')
  const texts = entries.filter(({ name }) => XML.test(name)).map(textOf)
  safeOnly(!startsExchange(texts), 'a link that starts a program')
  const cleared = clearedParts(typeText)
  const kept: ZipEntry[] = []
  for (const entry of entries) {
    if (isThumbnail(entry.name)) continue
    const empty = cleared.get(`/${entry.name}`)
    kept.push(empty === undefined ? await keepPart(entry) : { name: entry.name, bytes: Buffer.from(empty) })
  }
  const type = word ? `${OPEN_XML}.wordprocessingml.document` : `${OPEN_XML}.spreadsheetml.sheet`
  return { bytes: writeZip(kept), type }
}

async function keepPart(entry: ZipEntry): Promise<ZipEntry> {
  const { name, bytes } = entry
  if (XML.test(name)) return name.endsWith('.rels') ? withSafeLinks(entry) : entry
  safeOnly(PICTURES.test(name) || KEPT.test(name), `a part named ${name}`)
  const mime = (await fileTypeFromBuffer(bytes))?.mime
  // By content: an archive or a program called image1.png is one all the same.
  safeOnly(mime === undefined || /^(image|font)\//.test(mime), `${name} is of type ${mime}`)
  return { name, bytes: mime === 'image/jpeg' || mime === 'image/png' ? stripPicture(bytes) : bytes }
}

/** XML as the readers of this room understand it: UTF-8, no declarations of its own. */
function textOf({ name, bytes }: ZipEntry): string {
  const text = bytes.toString('utf8')
  safeOnly(!text.includes('\ufffd') && !text.includes('\0'), `${name} is not UTF-8`)
  safeOnly(!/<!(DOCTYPE|ENTITY)/i.test(text), `${name} declares something`)
  return text
}

function startsExchange(texts: readonly string[]): boolean {
  return texts.some((text) => {
    if (EXCHANGE.test(text)) return true
    // A field's instruction may be cut into several runs.
    const inRuns = [...text.matchAll(/<(?:\w+:)?instrText\b[^<>]*>([^<]*)/g)].map(([, said]) => said)
    const inOne = [...text.matchAll(/\binstr\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g)].map(([said]) => said)
    return /\bDDE/i.test(spelt(inRuns.join(''))) || inOne.some((said) => /\bDDE/i.test(spelt(said)))
  })
}

/** Text with its letters written as letters, not as numbers. */
function spelt(text: string): string {
  return text.replace(/&#(?:x([0-9a-f]{1,5})|([0-9]{1,6}));/gi, (_, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/** A list of links in which nothing is loaded by itself: outside lie only addresses that a person follows. */
function withSafeLinks({ name, bytes }: ZipEntry): ZipEntry {
  const text = bytes.toString('utf8')
  safeOnly(!text.includes('&#'), 'a link written in character numbers')
  let links = 0
  const kept = text.replace(elements('Relationship'), (link) => {
    links += 1
    const type = attribute(link, 'Type')
    wholeOnly(type !== undefined, 'a link of no type')
    if (type?.endsWith('/metadata/thumbnail')) return ''
    const target = attribute(link, 'Target') ?? ''
    const isInside = /^internal$/i.test(attribute(link, 'TargetMode')?.trim() ?? 'Internal')
    if (!isInside || LEADS_OUT.test(target))
      safeOnly(type?.endsWith('/hyperlink') === true && WEB_LINK.test(target), `a link to ${target}`)
    return link
  })
  wholeOnly(links === (text.match(/<(?:\w+:)?Relationship\b/g)?.length ?? 0), 'a link without an end')
  return { name, bytes: Buffer.from(kept, 'utf8') }
}

/** Part name → what stands in its place. */
function clearedParts(types: string): ReadonlyMap<string, string> {
  const cleared = new Map<string, string>()
  for (const [override] of types.matchAll(elements('Override'))) {
    const part = attribute(override, 'PartName')
    const kind = Object.keys(EMPTY).find((end) => attribute(override, 'ContentType')?.endsWith(end))
    if (part === undefined || kind === undefined) continue
    cleared.set(part, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${EMPTY[kind]}`)
  }
  return cleared
}

function isThumbnail(name: string): boolean {
  return /^docProps\/thumbnail\.\w+$/i.test(name)
}

/** Elements of this name with their attributes; a `>` inside quotes does not end one. */
function elements(name: string): RegExp {
  return new RegExp(`<(?:\\w+:)?${name}\\b(?:[^<>"']|"[^"<]*"|'[^'<]*')*>`, 'g')
}

function attribute(element: string, name: string): string | undefined {
  // One after another: what stands inside the quotes of one is not another.
  for (const [, found, double, single] of element.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (found === name) return double ?? single
  return undefined
}
