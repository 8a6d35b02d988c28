// A bureau's own table becomes entries of the handbook, whatever it looks like; a file made to do harm does none.

import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { handbookStream } from '#core/handbook/handbook.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { handbookTemplate, readHandbookFile } from './handbook-file.ts'
import { builtInPlan } from './plan/load.ts'

const clause = 'county.1'
const plan: EffectivePlan = {
  ...builtInPlan(),
  references: [
    { id: 'manual', name: { zh: '《现场操作手册》处置办法示例', en: 'Field manual' }, settles: true, clause },
    { id: 'tips', name: { zh: '常见问题解答', en: 'Common questions' }, settles: false, clause },
  ],
}
const empty = handbookStream.initial
const POWER = plan.situations['power-cut']?.name ?? { zh: '', en: '' }
const read = (bytes: Buffer, book = empty) => readHandbookFile(bytes, plan, book)
const csv = (text: string) => Buffer.from(text)
const HEAD = '文件,年份,编号或页码,实例名称,对应情形,处置要求\n'

async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  fill(book.addWorksheet('表'))
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** A zip of one deflated entry; `claims` is how large its directory says it is. */
function zipOf(name: string, content: Buffer, claims = content.length): Buffer {
  const packed = deflateRawSync(content)
  const head = (signature: number, size: number): Buffer => {
    const bytes = Buffer.alloc(size)
    bytes.writeUInt32LE(signature, 0)
    return bytes
  }
  const local = head(0x04034b50, 30)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(claims, 22)
  local.writeUInt16LE(name.length, 26)
  const front = Buffer.concat([local, Buffer.from(name), packed])
  const central = head(0x02014b50, 46)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(claims, 24)
  central.writeUInt16LE(name.length, 28)
  const directory = Buffer.concat([central, Buffer.from(name)])
  const end = head(0x06054b50, 22)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(front.length, 16)
  return Buffer.concat([front, directory, end])
}

describe('B8: a table of the handbook’s examples is read', () => {
  test('B8: a workbook with merged titles above, columns in any order, years as numbers and as text, empty rows between', async () => {
    const file = await workbook((sheet) => {
      sheet.addRow(['青河县 2024 年手册实例汇总'])
      sheet.mergeCells('A1:F1')
      sheet.addRow([])
      sheet.addRow(['实例名称（必填）', '对应情形', ' 页 码 ', '年 度', '手册名称', '处置办法'])
      sheet.addRow(['测试中突然停电', POWER.zh, 12, 2024, '2024年《现场操作手册》', '立即启用备用电源'])
      sheet.addRow([])
      sheet.addRow([
        { richText: [{ text: '灯光' }, { text: '熄灭' }] },
        'power-cut',
        'P.13',
        '2024年',
        'manual',
      ])
    })
    expect(await read(file)).toEqual({
      rows: [
        {
          row: 4,
          problems: [],
          known: false,
          example: {
            document: 'manual',
            year: 2024,
            place: '12',
            title: '测试中突然停电',
            scenarios: ['power-cut'],
            handling: '立即启用备用电源',
          },
        },
        {
          row: 6,
          problems: [],
          known: false,
          example: {
            document: 'manual',
            year: 2024,
            place: 'P.13',
            title: '灯光熄灭',
            scenarios: ['power-cut'],
          },
        },
      ],
    })
  })

  test('B8: a csv as a Chinese office program writes it (GB 18030), and one in English with tabs', async () => {
    const gb = Buffer.concat([
      // 文件,年份,页码,标题,情形 and one row, encoded by hand: Node writes no GB 18030.
      Buffer.from([0xce, 0xc4, 0xbc, 0xfe, 0x2c, 0xc4, 0xea, 0xb7, 0xdd, 0x2c, 0xd2, 0xb3, 0xc2, 0xeb, 0x2c]),
      Buffer.from([0xb1, 0xea, 0xcc, 0xe2, 0x2c, 0xc7, 0xe9, 0xd0, 0xce, 0x0d, 0x0a]),
      Buffer.from('manual,2024,7,'),
      Buffer.from([0xcd, 0xa3, 0xb5, 0xe7]),
      Buffer.from(',power-cut\r\n'),
    ])
    expect((await read(gb)).rows).toMatchObject([{ row: 2, example: { place: '7', title: '停电' } }])
    const english = csv(
      `\uFEFFDocument\tYear\tNumber or page\tTitle\tSituation\tHandling\nCommon questions\t2023\tQ 4\tLights out\t${POWER.en}\t\n`,
    )
    expect((await read(english)).rows).toMatchObject([
      {
        row: 2,
        problems: [],
        example: { document: 'tips', year: 2023, place: 'Q 4', scenarios: ['power-cut'] },
      },
    ])
  })

  test('B8: several situations in one cell, also where a name holds the mark that divides them', async () => {
    const names = Object.values(plan.situations).filter(({ name }) => name.zh.includes('、'))
    const [first] = names
    if (!first) throw new Error('no situation has such a name any more: take another')
    const { rows } = await read(csv(`${HEAD}manual,2024,1,题,"${POWER.zh}、${first.name.zh}；power-cut",\n`))
    expect(rows[0]).toMatchObject({ problems: [], example: { scenarios: ['power-cut', first.id] } })
  })

  test('B8: what is wrong is said by row and column in both languages, and that row has no entry', async () => {
    const { rows } = await read(
      csv(
        `${HEAD}红宝书,去年,,题,不存在的情形、power-cut,\nmanual,2024,3,题,power-cut,${'长'.repeat(4001)}\n`,
      ),
    )
    expect(rows[0]).toMatchObject({ row: 2, known: false })
    expect(rows[0]).not.toHaveProperty('example')
    expect(rows[0]?.problems.map(({ column }) => column)).toEqual(['文件', '年份', '编号或页码', '对应情形'])
    expect(rows[0]?.problems[0]?.message).toEqual({
      zh: '“红宝书”不在本级预案列出的文件里，请写：《现场操作手册》处置办法示例、常见问题解答',
      en: '“红宝书” is not among the documents that the plan names. Write: Field manual; Common questions',
    })
    expect(rows[0]?.problems[3]?.message.zh).toContain('“不存在的情形”')
    expect(rows[1]?.problems).toMatchObject([{ column: '处置要求', message: { zh: '最多 4000 个字' } }])
  })

  test('B8, art. 85: a telephone number is no page, and a story no number', async () => {
    const { rows } = await read(
      csv(`${HEAD}manual,2024,电话19900000001,题,power-cut,\nmanual,2024,${'第'.repeat(41)},题,power-cut,\n`),
    )
    for (const row of rows) {
      expect(row).not.toHaveProperty('example')
      expect(row.problems).toMatchObject([
        { column: '编号或页码', message: { zh: expect.stringContaining('最多 40 个字') } },
      ])
    }
    expect(rows).toHaveLength(2)
  })

  test('B8: what stands there already, or higher up in the same file, is known', async () => {
    const entered = { person: 'p', at: 0 }
    const book = {
      examples: [
        { example: 'e', document: 'manual', year: 2024, place: '5', scenarios: ['power-cut'], entered },
      ],
    }
    const row = 'manual,2024,5,题,power-cut,\n'
    expect((await read(csv(HEAD + row), book)).rows).toMatchObject([{ known: true }])
    expect((await read(csv(HEAD + row + row))).rows).toMatchObject([{ known: false }, { known: true }])
  })

  test.each([
    ['nothing', '', 'file'],
    ['no headings', 'a,b,c\n1,2,3\n', '没有找到表头'],
    ['a column missing', '文件,年份,页码,标题\nmanual,2024,1,题\n', '缺少这几列：对应情形'],
    ['headings alone', HEAD, '表头下面没有内容'],
    ['too many rows', HEAD + 'manual,2024,1,题,power-cut,\n'.repeat(501), '500'],
    ['a picture', '\u0000\u0001PNG', '读不出表格'],
  ])('B8: the file as a whole: %s', async (_, text, said) => {
    const { rows, problem } = await read(csv(text))
    expect(rows).toEqual([])
    expect(problem?.zh).toContain(said === 'file' ? '表头' : said)
    expect(problem?.en).not.toBe('')
  })
})

describe('the template', () => {
  test('B8: it has the headings, the plan’s documents and situations to choose from, and no example of ours', async () => {
    const file = await handbookTemplate(plan)
    expect(await read(file)).toEqual({
      rows: [],
      problem: expect.objectContaining({ zh: '表头下面没有内容' }),
    })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(new Uint8Array(file).buffer)
    expect(book.worksheets[0]?.actualRowCount).toBe(1)
    expect(book.worksheets[1]?.getColumn(2).values).toContain(POWER.zh)
    expect(book.worksheets[0]?.getCell('A2').dataValidation?.formulae).toEqual(["'可选内容'!$A$2:$A$3"])
  })
})

describe('files that are made to do harm', () => {
  const noTable = {
    rows: [],
    problem: expect.objectContaining({ zh: expect.stringContaining('读不出表格') }),
  }

  test('G1: a zip that unpacks to more than it says is not unpacked', async () => {
    const bomb = zipOf('xl/workbook.xml', Buffer.alloc(200_000_000), 10)
    expect(bomb.length).toBeLessThan(2_000_000)
    expect(await read(bomb)).toEqual(noTable)
  })

  test('G1: something in front of a zip, a zip cut off, a zip with a comment, a zip that is no workbook', async () => {
    const whole = zipOf('a.txt', Buffer.from('hello'))
    expect(await read(whole)).toEqual(noTable)
    expect(await read(whole.subarray(0, -5))).toEqual(noTable)
    expect(await read(Buffer.concat([whole, Buffer.from('x')]))).toEqual(noTable)
    expect(await read(Buffer.concat([whole.subarray(0, 30), whole]))).toEqual(noTable)
  })

  test('G1: rules for a thousand million cells are not walked through', async () => {
    const file = await workbook((sheet) => {
      sheet.addRow(['文件', '年份', '页码', '标题', '情形'])
      sheet.addRow(['manual', 2024, 1, '题', 'power-cut'])
      Object.assign(sheet, {
        dataValidations: { model: { 'A1:XFD1048576': { type: 'whole', formulae: [1] } } },
      })
    })
    expect((await read(file)).rows).toHaveLength(1)
  })

  test('G1: a csv that takes long to read keeps nobody else waiting, and one of a million columns is too large', async () => {
    let turns = 0
    let isRead = false
    const turn = (): void => {
      turns += 1
      if (!isRead) setImmediate(turn)
    }
    setImmediate(turn)
    await read(csv('"a" '.repeat(250_000)))
    isRead = true
    expect(turns).toBeGreaterThan(10)
    expect((await read(csv(','.repeat(1_000_000)))).problem?.zh).toContain('表格太大')
  })

  test('G1: an old .xls is named as such', async () => {
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)])
    expect((await read(old)).problem?.zh).toContain('.xlsx')
  })
})
