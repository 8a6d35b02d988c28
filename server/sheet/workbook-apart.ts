// The thread in which a workbook is read or made: exceljs walks every cell that a file claims to have, and a file may claim
// seventeen thousand million. Bounds of the file itself are zip-bounds.ts; what stands in the cells means is not known here.

import { Buffer } from 'node:buffer'
import ExcelJS from 'exceljs'
import { answerApart } from '../apart/answer-apart.ts'

/** Rows of text, as somebody sees them; a cell that is empty is ''. */
export type Rows = readonly (readonly string[])[]

export interface SheetToMake {
  readonly name: string
  readonly rows: Rows
  /** Widths of the columns in characters. */
  readonly widths: readonly number[]
  /** Columns, from 1, whose cells are chosen from a list that stands in another sheet: `'名称'!$A$2:$A$9`. */
  readonly choices?: readonly { readonly column: number; readonly from: string }[]
}

export type WorkbookWork =
  | { readonly read: Uint8Array; readonly most: { readonly rows: number; readonly columns: number } }
  | { readonly make: readonly SheetToMake[] }

/** Parts that say nothing and over whose claimed ranges exceljs loops. */
const LEFT_OUT = [
  'mergeCells',
  'dataValidations',
  'conditionalFormatting',
  'cols',
  'hyperlinks',
  'tableParts',
  'drawing',
  'picture',
  'extLst',
]

/** Rows below the heading that offer choices. */
const ROWS_WITH_CHOICES = 500

await answerApart<WorkbookWork>((work) =>
  'read' in work ? readRows(work.read, work.most).then((rows) => ({ rows })) : makeBook(work.make),
)

/** The rows of the first sheet that holds anything; undefined when it is no workbook. */
async function readRows(
  bytes: Uint8Array,
  most: { readonly rows: number; readonly columns: number },
): Promise<Rows | undefined> {
  const book = new ExcelJS.Workbook()
  try {
    // A copy in an ArrayBuffer of its own, as its types want it.
    await book.xlsx.load(new Uint8Array(bytes).buffer, { ignoreNodes: LEFT_OUT })
  } catch (error) {
    if (error instanceof RangeError) throw error
    return undefined
  }
  // Any zip is taken for a workbook without sheets.
  if (book.worksheets.length === 0) return undefined
  const sheet = book.worksheets.find((one) => one.actualRowCount > 0)
  if (!sheet) return []
  const rows: string[][] = []
  sheet.eachRow((row, number) => {
    if (number > most.rows) return
    while (rows.length < number) rows.push([])
    const cells: string[] = []
    row.eachCell((cell, column) => {
      if (column > most.columns) return
      while (cells.length < column) cells.push('')
      cells[column - 1] = said(cell.value)
    })
    rows[number - 1] = cells
  })
  return rows
}

/** A cell's value as a person reads it. */
function said(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map((part) => part.text).join('')
  if ('text' in value) return said(value.text)
  if ('result' in value) return said(value.result)
  return ''
}

async function makeBook(sheets: readonly SheetToMake[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  for (const { name, rows, widths, choices = [] } of sheets) {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = widths.map((width) => ({ width }))
    for (const row of rows) sheet.addRow([...row]).alignment = { wrapText: true, vertical: 'top' }
    sheet.getRow(1).font = { bold: true }
    for (const { column, from } of choices)
      for (let row = 2; row <= ROWS_WITH_CHOICES + 1; row++)
        sheet.getCell(row, column).dataValidation = {
          type: 'list',
          allowBlank: true,
          formulae: [from],
          // Several situations may be written into one cell: a choice helps and does not bind.
          showErrorMessage: false,
        }
  }
  return new Uint8Array(Buffer.from(await book.xlsx.writeBuffer()))
}
