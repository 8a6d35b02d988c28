// Files for tests, made here byte by byte: honest ones with metadata that must go, and ones that must not come in. Test-only.

import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import { Jimp } from 'jimp'

/** Stands in every piece of metadata these files carry. */
export const SECRET = 'GPS-31.2304N-121.4737E'

/** A JPEG of a picture that is red on the left and blue on the right, with EXIF (turned by `orientation`), XMP and a comment. */
export async function photo(width = 64, height = 32, orientation = 1): Promise<Buffer> {
  const picture = new Jimp({ width, height, color: 0xff0000ff })
  for (let x = width / 2; x < width; x++)
    for (let y = 0; y < height; y++) picture.setPixelColor(0x0000ffff, x, y)
  const drawn = await picture.getBuffer('image/jpeg', { quality: 90 })
  return Buffer.concat([
    drawn.subarray(0, 2),
    segment(0xe1, exif(orientation)),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${SECRET}</x>`)),
    segment(0xfe, Buffer.from(SECRET)),
    drawn.subarray(2),
    Buffer.from(SECRET),
  ])
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** EXIF with an orientation and, as the place, `SECRET` in the fields of GPS. */
function exif(orientation: number): Buffer {
  const place = Buffer.from(`${SECRET}\0`)
  const head = Buffer.alloc(8 + 2 + 24 + 4 + 2 + 12 + 4)
  head.write('II*\0', 0, 'latin1')
  head.writeUInt32LE(8, 4)
  head.writeUInt16LE(2, 8)
  field(head, 10, 0x0112, 3, 1, orientation)
  field(head, 22, 0x8825, 4, 1, 38)
  head.writeUInt16LE(1, 38)
  field(head, 40, 0x001d, 2, place.length, head.length)
  return Buffer.concat([Buffer.from('Exif\0\0'), head, place])
}

function field(into: Buffer, at: number, tag: number, type: number, count: number, value: number): void {
  into.writeUInt16LE(tag, at)
  into.writeUInt16LE(type, at + 2)
  into.writeUInt32LE(count, at + 4)
  into.writeUInt32LE(value, at + 8)
}

/** A PNG that says it is of this size, with these rows packed into it whatever they are. */
export function png(width: number, height: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Comment\0${SECRET}`)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A PDF of these objects, by number. */
export function pdf(objects: readonly (string | Buffer)[]): Buffer {
  const page = '<< /Type /Pages /Kids [] /Count 0 >>'
  const all = ['<< /Type /Catalog /Pages 2 0 R >>', page, ...objects]
  const parts = all.flatMap((object, nth) => [`${nth + 1} 0 obj\n`, object, '\nendobj\n'])
  const trailer = 'trailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'
  return Buffer.concat(['%PDF-1.7\n', ...parts, trailer].map((part) => Buffer.from(part)))
}

/** A stream object with this dictionary, deflated. */
export function packed(dictionary: string, content: string | Buffer): Buffer {
  const data = deflateSync(content)
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Filter /FlateDecode /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ])
}

export interface MadeEntry {
  readonly name: string
  readonly bytes: string | Buffer
  /** What the directory says of its length when unpacked, where that is a lie. */
  readonly said?: number
}

/** A zip container, exactly as told: names and sizes are not looked at. */
export function zip(entries: readonly MadeEntry[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, bytes, said } of entries) {
    const content = Buffer.from(bytes as Buffer)
    const data = deflateRawSync(content)
    const label = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(0x0800, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE(said ?? content.length, 18)
    fields.writeUInt16LE(label.length, 22)
    local.push(Buffer.from('PK\x03\x04', 'latin1'), fields, label, data)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    central.push(Buffer.from('PK\x01\x02\0\0', 'latin1'), fields, place, label)
    at += 30 + label.length + data.length
  }
  const listing = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, listing, end])
}

const PACKAGE = 'application/vnd.openxmlformats-package'
const OFFICE = 'application/vnd.openxmlformats-officedocument'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The entries of a Word document with an author, a thumbnail, and `more`. An entry of `more` takes the place of one of its name. */
export function word(more: readonly MadeEntry[] = [], links = ''): readonly MadeEntry[] {
  const own: MadeEntry[] = [
    {
      name: '[Content_Types].xml',
      bytes: `<Types><Default Extension="xml" ContentType="application/xml"/>
        <Override PartName="/word/document.xml" ContentType="${OFFICE}.wordprocessingml.document.main+xml"/>
        <Override PartName="/docProps/core.xml" ContentType="${PACKAGE}.core-properties+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      bytes: `<Relationships><Relationship Id="1" Type="${RELATION}/officeDocument" Target="word/document.xml"/>
        <Relationship Id="2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail" Target="docProps/thumbnail.jpeg"/>${links}</Relationships>`,
    },
    { name: 'word/document.xml', bytes: '<w:document><w:body><w:t>情况说明</w:t></w:body></w:document>' },
    {
      name: 'docProps/core.xml',
      bytes: `<cp:coreProperties><dc:creator>${SECRET}</dc:creator></cp:coreProperties>`,
    },
    { name: 'docProps/thumbnail.jpeg', bytes: SECRET },
  ]
  const named = new Set(more.map(({ name }) => name))
  return [...own.filter(({ name }) => !named.has(name)), ...more]
}

/** A link of `type` to something outside the document. */
export function outside(type: string, target: string): string {
  return `<Relationship Id="9" Type="${RELATION}/${type}" Target="${target}" TargetMode="External"/>`
}

/** A WAV of silence with a chunk that tells. */
export function wave(): Buffer {
  const head = Buffer.alloc(24)
  head.write('fmt ', 'latin1')
  head.writeUInt32LE(16, 4)
  head.writeUInt16LE(1, 8)
  head.writeUInt16LE(1, 10)
  head.writeUInt32LE(8000, 12)
  head.writeUInt32LE(8000, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(8, 22)
  const told = Buffer.from(`LIST\0\0\0\0${SECRET}`)
  told.writeUInt32LE(SECRET.length, 4)
  const data = Buffer.concat([Buffer.from('data\x50\0\0\0', 'latin1'), Buffer.alloc(80, 128)])
  const body = Buffer.concat([Buffer.from('WAVE'), head, told, data])
  const riff = Buffer.from('RIFF\0\0\0\0', 'latin1')
  riff.writeUInt32LE(body.length, 4)
  return Buffer.concat([riff, body])
}

/** An AMR of three frames with a file behind it. */
export function amr(): Buffer {
  const frame = Buffer.concat([Buffer.from([0x3c]), Buffer.alloc(31, 1)])
  return Buffer.concat([Buffer.from('#!AMR\n'), frame, frame, frame, Buffer.from(`\xff${SECRET}`, 'latin1')])
}

/** An MP3 of four frames between tags. */
export function mp3(): Buffer {
  const told = Buffer.concat([
    Buffer.from('ID3\x03\0\0\0\0\0', 'latin1'),
    Buffer.from([SECRET.length]),
    Buffer.from(SECRET),
  ])
  const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)])
  return Buffer.concat([told, frame, frame, frame, frame, Buffer.from(`TAG${SECRET}`.padEnd(128, '\0'))])
}

/** An AAC of four frames behind a tag. */
export function aac(): Buffer {
  const told = Buffer.concat([
    Buffer.from('ID3\x03\0\0\0\0\0', 'latin1'),
    Buffer.from([SECRET.length]),
    Buffer.from(SECRET),
  ])
  const frame = Buffer.concat([Buffer.from([0xff, 0xf1, 0x50, 0x80, 0x02, 0x1f, 0xfc]), Buffer.alloc(9)])
  return Buffer.concat([told, frame, frame, frame, frame])
}

function box(type: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** An M4A whose one track is handled as `handler`, with place and device. */
export function m4a(handler = 'soun'): Buffer {
  const hdlr = Buffer.concat([
    Buffer.alloc(8),
    Buffer.from(handler),
    Buffer.alloc(12),
    Buffer.from(`${SECRET}\0`),
  ])
  const mvhd = Buffer.alloc(100, 7)
  mvhd.fill(0, 0, 4)
  return Buffer.concat([
    box('ftyp', Buffer.from('M4A \0\0\0\0M4A ', 'latin1')),
    box(
      'moov',
      box('mvhd', mvhd),
      box('trak', box('mdia', box('hdlr', hdlr))),
      box('udta', box('\xa9xyz', Buffer.from(SECRET))),
    ),
    box('uuid', Buffer.from(SECRET)),
    box('mdat', Buffer.from('sound')),
  ])
}

function element(id: readonly number[], ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content)
  const size = Buffer.from([0x40 | (body.length >> 8), body.length & 255])
  return Buffer.concat([Buffer.from(id), size, body])
}

/** A WebM as a browser records it (segment and clusters without a length), with `track` as the type of its track. */
export function webm(track = 2): Buffer {
  const unknown = Buffer.from([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])
  const cluster = [
    Buffer.from([0x1f, 0x43, 0xb6, 0x75]),
    unknown,
    element([0xe7], Buffer.from([0])),
    element([0xa3], Buffer.from('sound')),
  ]
  return Buffer.concat([
    element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], Buffer.from('webm'))),
    Buffer.from([0x18, 0x53, 0x80, 0x67]),
    unknown,
    element(
      [0x15, 0x49, 0xa9, 0x66],
      element([0x7b, 0xa9], Buffer.from(SECRET)),
      element([0x4d, 0x80], Buffer.from(SECRET)),
    ),
    element([0x16, 0x54, 0xae, 0x6b], element([0xae], element([0x83], Buffer.from([track])))),
    ...cluster,
    ...cluster,
    element([0x12, 0x54, 0xc3, 0x67], Buffer.from(SECRET.repeat(8))),
  ])
}

/** An Ogg page of whole packets, its checksum left at nothing. */
function page(nth: number, ...packets: Buffer[]): Buffer {
  const head = Buffer.alloc(27)
  head.write('OggS', 'latin1')
  head[5] = nth === 0 ? 2 : 0
  head.writeUInt32LE(7, 14)
  head.writeUInt32LE(nth, 18)
  const lengths = packets.flatMap(({ length }) => [
    ...Array<number>(Math.floor(length / 255)).fill(255),
    length % 255,
  ])
  head[26] = lengths.length
  return Buffer.concat([head, Buffer.from(lengths), ...packets])
}

/** An Opus recording with comments longer than one length of a page. */
export function opus(): Buffer {
  const told = Buffer.from(`OpusTags\x04\0\0\0Huce\x01\0\0\0${SECRET.repeat(20)}`, 'latin1')
  return Buffer.concat([
    page(0, Buffer.from('OpusHead\x01\x01\0\0\x80\xbb\0\0\0\0\0', 'latin1')),
    page(1, told),
    page(2, Buffer.from('sound')),
  ])
}
