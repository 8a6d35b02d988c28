// What is kept of files people send, and what is not taken, by content. The limits of the thread are file-checker.test.ts.

import fc from 'fast-check'
import { Jimp } from 'jimp'
import { describe, expect, test } from 'vitest'
import { checkFile } from './check-file.ts'
import {
  aac,
  amr,
  type MadeEntry,
  m4a,
  mp3,
  opus,
  outside,
  packed,
  pdf,
  photo,
  png,
  SECRET,
  wave,
  webm,
  word,
  zip,
} from './made-files.fixture.ts'
import { readZip } from './zip.ts'

type Kind = Parameters<typeof checkFile>[1]

async function kept(sent: Buffer, kind: Kind) {
  const verdict = await checkFile(sent, kind)
  if ('refused' in verdict) throw new Error(`refused as ${verdict.refused}`)
  return verdict
}

/** The code it was refused with; `taken` when it was not. */
async function refusal(sent: Buffer, kind: Kind): Promise<string> {
  const verdict = await checkFile(sent, kind)
  return 'refused' in verdict ? verdict.refused : 'taken'
}

const container = (more: readonly MadeEntry[], links?: string) => zip(word(more, links))

describe('photos', () => {
  test('E2: of a photo with place, device and comments nothing is left but the picture', async () => {
    const sent = await photo()
    expect(sent.includes(SECRET)).toBe(true)
    const { bytes, type } = await kept(sent, 'photo')
    expect(type).toBe('image/jpeg')
    for (const mark of [SECRET, 'Exif', 'adobe', 'GPS']) expect(bytes.includes(mark)).toBe(false)
    expect(bytes.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]))
  })

  test('E2: a photo taken with the phone on its side stands upright without its metadata', async () => {
    const { bytes } = await kept(await photo(64, 32, 6), 'photo')
    const picture = await Jimp.fromBuffer(bytes)
    expect([picture.width, picture.height]).toEqual([32, 64])
    // Red was on the left: turned clockwise it is above.
    expect(picture.getPixelColor(16, 8) >>> 24).toBeGreaterThan(200)
    expect((picture.getPixelColor(16, 56) >>> 8) & 255).toBeGreaterThan(200)
  })

  test('E2: a large photo is kept with its longest side at 2560', async () => {
    const { bytes } = await kept(await photo(3000, 200), 'photo')
    const picture = await Jimp.fromBuffer(bytes)
    expect([picture.width, picture.height]).toEqual([2560, 171])
  })

  test('E2: a PNG is kept as JPEG', async () => {
    const { bytes, type } = await kept(png(4, 2, Buffer.alloc(2 * 13, 0)), 'photo')
    expect(type).toBe('image/jpeg')
    expect(bytes.includes(SECRET)).toBe(false)
  })

  test('E2: a picture that says it is huge is refused before anything is decoded', async () => {
    expect(await refusal(png(60_000, 60_000, Buffer.alloc(10)), 'photo')).toBe('file.not-safe')
    const jpeg = await photo()
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
    jpeg.writeUInt16BE(60_000, frame + 5)
    jpeg.writeUInt16BE(60_000, frame + 7)
    expect(await refusal(jpeg, 'photo')).toBe('file.not-safe')
  })

  test('E2: a small picture whose rows unpack without end is refused', async () => {
    expect(await refusal(png(4, 2, Buffer.alloc(64 * 1024 * 1024)), 'photo')).toBe('file.not-safe')
  })

  test('E2: a drawing in SVG, a page of the web, a GIF and a document are no photos whatever they are called', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    const html = Buffer.from('<!DOCTYPE html><script>alert(1)</script>')
    const gif = Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1')
    for (const sent of [svg, html, gif, pdf([])]) expect(await refusal(sent, 'photo')).toBe('file.kind')
  })

  test('E2: a photo that ends in the middle is refused as broken', async () => {
    const sent = await photo()
    expect(await refusal(sent.subarray(0, 30), 'photo')).toBe('file.broken')
    expect(await refusal(png(4, 2, Buffer.alloc(3)), 'photo')).toBe('file.broken')
  })
})

describe('PDF', () => {
  test('E2: a plain PDF with links, pages and packed objects is kept as it was sent', async () => {
    const sent = pdf([
      '<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://example.org/#top) >> >>',
      packed('/Type /ObjStm /N 1 /First 4', '9 0 << /Title (how to use JS) >>'),
      packed('', 'BT (text) Tj ET'),
      '<< /OpenAction [2 0 R /Fit] >>',
    ])
    expect(await kept(sent, 'document')).toEqual({ bytes: sent, type: 'application/pdf' })
  })

  test('E2: script, actions that start something, files inside and encryption are refused', async () => {
    for (const object of [
      '<< /S /JavaScript /JS (app.alert\\(1\\)) >>',
      '<< /S /JavaScript >>',
      '<< /JS 5 0 R >>',
      '<< /S /J#61vaScript >>',
      '<< /S /#4aS >>',
      '<</Names<</JavaScript 5 0 R>>>>',
      '<< /S /Launch /F (cmd.exe) >>',
      '<< /Type /EmbeddedFile >>',
      '<< /OpenAction << /S /GoTo >> >>',
      '<< /OpenAction 5 0 R >>',
      '<< /Encrypt 5 0 R >>',
      '<< /XFA 5 0 R >>',
      '<< /S /SubmitForm >>',
    ])
      expect([object, await refusal(pdf([object]), 'document')]).toEqual([object, 'file.not-safe'])
  })

  test('E2: script in an object stream is found, and one packed so that nobody can look is refused', async () => {
    const script = '9 0 << /S /JavaScript /JS (app.alert\\(1\\)) >>'
    const stream = (dictionary: string, content: string | Buffer = script) =>
      pdf([packed(dictionary, content)])
    const ascii = '<< /Type /ObjStm /N 1 /First 4 /Filter /ASCIIHexDecode >>\nstream\n3920>\nendstream'
    const plain = `<< /Type /ObjStm /N 1 /First 4 >>\nstream\n9 0 << /J#53 (x) >>\nendstream`
    for (const sent of [
      stream('/Type /ObjStm /N 1 /First 4'),
      stream('/Type /#4fbjStm /N 1 /First 4'),
      stream('/N 1 /First 4'),
      // A string in the dictionary that looks like the beginning of an object.
      stream('/Type /ObjStm /X (1 0 obj) /N 1 /First 4'),
      stream('/Type /ObjStm /First 4 /DecodeParms << /Predictor 12 >>', 'x'),
      pdf([ascii]),
      pdf([plain]),
    ])
      expect(await refusal(sent, 'document')).toBe('file.not-safe')
  })

  test("E2: script in an object hidden within another's data is found", async () => {
    const hidden = '<< /Length 60 >>\nstream\n7 0 obj << /S /Rendition /JS (x) >> endobj\nendstream'
    expect(await refusal(pdf([hidden]), 'document')).toBe('file.not-safe')
  })

  test('E2: packed objects that unpack without end are refused', async () => {
    const bomb = packed('/Type /ObjStm /N 1 /First 4', Buffer.alloc(64 * 1024 * 1024, 32))
    expect(await refusal(pdf([bomb]), 'document')).toBe('file.not-safe')
  })

  test('E2: objects nested without end do not keep anybody busy', async () => {
    const nested = `${'1 0 obj << '.repeat(40_000)}`
    expect(await refusal(pdf([nested]), 'document')).toMatch(/taken|not-safe/)
    const strings = `${'1 0 obj ('.repeat(40_000)}`
    expect(await refusal(pdf([strings]), 'document')).toBe('file.not-safe')
  })

  test('E2: something before or behind a PDF makes it no PDF', async () => {
    const sent = pdf([])
    expect(await refusal(Buffer.concat([Buffer.from('GIF89a'), sent]), 'document')).toBe('file.kind')
    const polyglot = Buffer.concat([sent, zip([{ name: 'a', bytes: 'a' }])])
    expect(await refusal(polyglot, 'document')).toBe('file.not-safe')
    expect(await refusal(sent.subarray(0, 40), 'document')).toBe('file.broken')
  })
})

describe('Word and Excel', () => {
  test('E2: a document is kept without author, thumbnail and the place of its pictures', async () => {
    const picture = await photo()
    const sent = container([{ name: 'word/media/image1.jpeg', bytes: picture }])
    const { bytes, type } = await kept(sent, 'document')
    expect(type).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
    const entries = new Map(readZip(bytes).map((entry) => [entry.name, entry.bytes]))
    expect([...entries.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/document.xml',
      'docProps/core.xml',
      'word/media/image1.jpeg',
    ])
    for (const part of entries.values()) expect(part.includes(SECRET)).toBe(false)
    expect(entries.get('word/document.xml')?.toString()).toContain('情况说明')
    expect(entries.get('_rels/.rels')?.toString()).not.toContain('thumbnail')
    const shown = await Jimp.fromBuffer(entries.get('word/media/image1.jpeg') ?? Buffer.alloc(0))
    expect([shown.width, shown.height]).toEqual([64, 32])
  })

  test('E2: an Excel workbook is known by what it holds', async () => {
    const types =
      '<Types><Override PartName="/xl/workbook.xml" ContentType="x.spreadsheetml.sheet.main+xml"/></Types>'
    const sent = container([{ name: '[Content_Types].xml', bytes: types }])
    const { type } = await kept(sent, 'document')
    expect(type).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  })

  test('E2: macros, embedded files, nested archives, programs and drawings in SVG are refused', async () => {
    const parts: MadeEntry[] = [
      { name: 'word/vbaProject.bin', bytes: 'x' },
      { name: 'word/embeddings/oleObject1.bin', bytes: 'x' },
      { name: 'word/embeddings/book.xlsx', bytes: zip(word()) },
      { name: 'word/media/image1.png', bytes: zip([{ name: 'a', bytes: 'a' }]) },
      { name: 'word/media/image1.png', bytes: Buffer.from(`MZ${'\0'.repeat(80)}`) },
      { name: 'word/media/image1.svg', bytes: '<svg/>' },
      { name: 'xl/printerSettings/a.bin', bytes: Buffer.from('7z\xbc\xaf\x27\x1c\0\0', 'latin1') },
      { name: 'word/extra.xml', bytes: '<!DOCTYPE a [<!ENTITY b "c">]><a/>' },
      { name: 'word/extra.xml', bytes: Buffer.from('\ufeff<a/>', 'utf16le') },
      {
        name: 'word/extra.xml',
        bytes: '<w:instrText>DDE</w:instrText><w:instrText>AUTO c:\\cmd</w:instrText>',
      },
      { name: 'word/extra.xml', bytes: `<w:fldSimple w:instr="'&#68;&#x44;E"/>` },
      { name: 'xl/extra.xml', bytes: '<ddeLink ddeService="cmd"/>' },
    ]
    for (const part of parts)
      expect([part.name, await refusal(container([part]), 'document')]).toEqual([part.name, 'file.not-safe'])
    const macro = word().map((entry) =>
      entry.name === '[Content_Types].xml'
        ? {
            ...entry,
            bytes: String(entry.bytes).replace('</Types>', '<Default ContentType="x.macroEnabled"/></Types>'),
          }
        : entry,
    )
    expect(await refusal(zip(macro), 'document')).toBe('file.not-safe')
  })

  test('E2: links that load by themselves are refused; addresses that a person follows are kept', async () => {
    for (const link of [
      outside('attachedTemplate', 'https://example.org/x.dotm'),
      outside('image', 'https://example.org/x.png'),
      outside('hyperlink', 'file://server/share'),
      outside('hyperlink', 'javascript:alert(1)'),
      outside('hyperlink', '\\\\server\\share'),
      outside('image', 'https://example.org/x.png').replace('Id="9"', 'Id=">"'),
      outside('image', 'x.png').replace('Id="9"', `Id=' TargetMode="Internal"'`),
      outside('image', 'https://example.org/x.png').replace('External', 'Internal'),
    ])
      expect(await refusal(container([], link), 'document')).toBe('file.not-safe')
    expect(await refusal(container([], outside('hyperlink', 'https://example.org/')), 'document')).toBe(
      'taken',
    )
  })

  test('E2: names that lead out of the folder, twice the same name and hidden parts are refused', async () => {
    for (const name of [
      '../a.xml',
      'word/../../a.xml',
      '/a.xml',
      'C:\\a.xml',
      'word\\a.xml',
      'a\n.xml',
      'word//a.xml',
    ])
      expect([name, await refusal(container([{ name, bytes: '<a/>' }]), 'document')]).toEqual([
        name,
        'file.not-safe',
      ])
    const twice = zip([...word(), { name: 'Word/Document.xml', bytes: '<a/>' }])
    expect(await refusal(twice, 'document')).toBe('file.not-safe')
    const behind = Buffer.concat([zip(word()), Buffer.from('<script>')])
    expect(await refusal(behind, 'document')).toBe('file.not-safe')
  })

  test('E2: containers that unpack without end are refused before they are unpacked', async () => {
    const large = Buffer.alloc(20 * 1024 * 1024)
    expect(await refusal(container([{ name: 'word/a.xml', bytes: large }]), 'document')).toBe('file.not-safe')
    // One that says it is small is stopped where it becomes larger than it said.
    expect(await refusal(container([{ name: 'word/a.xml', bytes: large, said: 100 }]), 'document')).toBe(
      'file.not-safe',
    )
    const many = Array.from({ length: 2_001 }, (_, nth) => ({ name: `word/a${nth}.xml`, bytes: '<a/>' }))
    expect(await refusal(container(many), 'document')).toBe('file.not-safe')
  })

  test('E2: an archive that is no document, and old binary formats, are of no kind taken here', async () => {
    expect(await refusal(zip([{ name: 'a.txt', bytes: 'a' }]), 'document')).toBe('file.kind')
    const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
    for (const sent of [old, Buffer.from('MZ'), Buffer.from('<html>'), await photo()])
      expect(await refusal(sent, 'document')).toBe('file.kind')
    expect(await refusal(zip(word()).subarray(0, 400), 'document')).toBe('file.not-safe')
  })
})

describe('recordings', () => {
  test('E2: each kind of recording is kept without what it tells of itself', async () => {
    const made: readonly [string, Buffer][] = [
      ['audio/wav', wave()],
      ['audio/amr', amr()],
      ['audio/mpeg', mp3()],
      ['audio/aac', aac()],
      ['audio/mp4', m4a()],
      ['audio/webm', webm()],
      ['audio/ogg', opus()],
    ]
    for (const [type, sent] of made) {
      expect([type, sent.includes(SECRET)]).toEqual([type, true])
      const found = await kept(sent, 'voice')
      expect([found.type, found.bytes.includes(SECRET)]).toEqual([type, false])
      // What was cut once is cut no further, so it is still what it was.
      expect((await kept(found.bytes, 'voice')).bytes).toEqual(found.bytes)
    }
  })

  test('E2: a film is no recording of a voice', async () => {
    expect(await refusal(m4a('vide'), 'voice')).toBe('file.kind')
    expect(await refusal(webm(1), 'voice')).toBe('file.kind')
    expect(await refusal(await photo(), 'voice')).toBe('file.kind')
  })

  test('E2: a recording that ends in the middle of what says what it is, is broken', async () => {
    expect(await refusal(m4a().subarray(0, 60), 'voice')).toBe('file.broken')
    expect(await refusal(webm().subarray(0, 60), 'voice')).toBe('file.broken')
    expect(await refusal(wave().subarray(0, 14), 'voice')).toBe('file.broken')
  })
})

describe('whatever is sent', () => {
  test('E2: files that somebody changed anywhere, cut or lengthened get an answer, never a fault', async () => {
    const made: readonly (readonly [Kind, Buffer])[] = [
      ['photo', await photo()],
      ['photo', png(4, 2, Buffer.alloc(26))],
      ['document', zip(word())],
      [
        'document',
        pdf([packed('/Type /ObjStm /N 1 /First 4', '9 0 << /Title (x) >>'), '<< /X [(a) <61>] >>']),
      ],
      ...[wave(), amr(), mp3(), aac(), m4a(), webm(), opus()].map((sent) => ['voice', sent] as const),
    ]
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) })
    const changed = fc.record({
      which: fc.nat(made.length - 1),
      changes: fc.array(change, { maxLength: 6 }),
      length: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1.2, noNaN: true })),
    })
    await fc.assert(
      fc.asyncProperty(changed, async ({ which, changes, length }) => {
        const [kind, whole] = made[which] ?? ['photo', Buffer.alloc(0)]
        const sent = Buffer.alloc(Math.floor(whole.length * length))
        whole.copy(sent)
        for (const { at, byte } of changes) sent[Math.floor(at * (sent.length - 1))] = byte
        const verdict = await checkFile(sent, kind)
        expect('refused' in verdict ? verdict.refused : verdict.type).toMatch(
          /^(file\.|image|audio|application)/,
        )
      }),
      { numRuns: 400 },
    )
  })
})
