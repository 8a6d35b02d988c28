// A table of the year's handbook as a bureau keeps it (xlsx, csv) → examples to be entered, with what is wrong in which row and
// column (B8). Nothing is stored here; nothing of ours is added. Reading cells is server/sheet.

import type { Text } from '#core/basics/text.ts'
import type { EnteredExample, HandbookState } from '#core/handbook/handbook.ts'
import { isEntered, isPlace, LONGEST_PLACE } from '#core/handbook/handbook.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { ReadExamples } from '#core/wire/view.ts'
import { handbookColumns, handbookFileWords } from '#core/words/handbook-file.ts'
import { fill, type WordValues } from '#core/words/say.ts'
import { makeWorkbook, type Rows, readRows } from './sheet/read-rows.ts'

type Column = keyof typeof handbookColumns
type Row = ReadExamples['rows'][number]
type Words = keyof typeof handbookFileWords

const COLUMNS: readonly Column[] = ['document', 'year', 'place', 'title', 'situation', 'handling']
const REQUIRED: readonly Column[] = ['document', 'year', 'place', 'title', 'situation']
/** Above the headings stand at most so many rows of titles. */
const ROWS_OF_TITLES = 20
/** Entries that one command takes, and letters that its fields take (core/wire/command.ts). */
const MOST_ENTRIES = 500
const MOST_LETTERS: Readonly<Partial<Record<Column, number>>> = { title: 300, handling: 4000 }
const YEARS = { first: 2015, last: 2100 }

/** Other headings that bureaus write, without spaces, brackets and case. */
const ALSO: Readonly<Record<Column, readonly string[]>> = {
  document: ['文件名称', '手册', '手册名称', '出处', '来源', '依据', 'source', 'handbook'],
  year: ['年', '年度'],
  place: [
    '页码',
    '页',
    '编号',
    '页码或编号',
    '编号/页码',
    '页码/编号',
    'page',
    'no',
    'number',
    'place',
    'pageornumber',
  ],
  title: ['标题', '名称', '实例', '案例', '案例名称', '事件', '事件名称', 'example', 'name'],
  situation: ['情形', '情形名称', '对应情况', '事件情形', 'situations', 'scenario', 'scenarios'],
  handling: ['处置', '处置办法', '处置措施', '处理办法', '处理措施', '应对措施', 'measures'],
}

/** Rows of the file under the plan's names; `book` is what the unit has entered already. */
export async function readHandbookFile(
  bytes: Buffer,
  plan: EffectivePlan,
  book: HandbookState,
): Promise<ReadExamples> {
  const table = await readRows(bytes)
  if (typeof table === 'string') return { rows: [], problem: says(`file.${table}`) }
  const heading = headingOf(table)
  if (!heading) return { rows: [], problem: says('file.no-heading') }
  const missing = REQUIRED.filter((column) => !heading.columns.has(column))
  if (missing.length > 0) return { rows: [], problem: withNames('file.column-missing', missing) }
  const entries = table
    .map((cells, index) => ({ cells, row: index + 1 }))
    .slice(heading.index + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (entries.length === 0) return { rows: [], problem: says('file.empty') }
  if (entries.length > MOST_ENTRIES)
    return { rows: [], problem: says('file.too-many', { most: MOST_ENTRIES }) }
  const rows: Row[] = []
  let seen = book
  for (const { cells, row } of entries) {
    const read = readEntry(cells, heading, plan)
    const { example, problems } = read
    // What stands in this file twice is entered once.
    const known = example !== undefined && isEntered(seen, example)
    if (example && !known) seen = withExample(seen, example)
    rows.push({ row, problems, known, ...(example ? { example } : {}) })
  }
  return { rows }
}

function withExample(book: HandbookState, example: Omit<EnteredExample, 'example'>): HandbookState {
  const entered = { person: '', at: 0 }
  return { ...book, examples: [...book.examples, { ...example, example: '', entered }] }
}

interface Heading {
  readonly index: number
  /** Where each column stands, and how the file names it. */
  readonly columns: ReadonlyMap<Column, { readonly at: number; readonly name: string }>
}

/** The row that names most columns; a row of titles above it names none. */
function headingOf(table: Rows): Heading | undefined {
  const found = table.slice(0, ROWS_OF_TITLES).map((cells, index): Heading => {
    const columns = new Map<Column, { at: number; name: string }>()
    cells.forEach((name, at) => {
      const column = COLUMNS.find((one) => isHeading(one, name))
      if (column && !columns.has(column)) columns.set(column, { at, name })
    })
    return { index, columns }
  })
  const best = found.reduce<Heading | undefined>(
    (most, one) => (one.columns.size > (most?.columns.size ?? 1) ? one : most),
    undefined,
  )
  return best
}

function isHeading(column: Column, cell: string): boolean {
  const plain = cell
    .replace(/[（(【[].*$/, '')
    .replace(/[\s*＊:：]/g, '')
    .toLowerCase()
  const { zh, en } = handbookColumns[column]
  return (
    plain !== '' &&
    [zh, en.replace(/\s/g, ''), column, ...ALSO[column]].some((name) => name.toLowerCase() === plain)
  )
}

function readEntry(
  cells: readonly string[],
  { columns }: Heading,
  plan: EffectivePlan,
): Pick<Row, 'example' | 'problems'> {
  const problems: { column: string; message: Text }[] = []
  const wrong = (column: Column, message: Text): undefined => {
    problems.push({ column: columns.get(column)?.name ?? handbookColumns[column].zh, message })
    return undefined
  }
  const cell = (column: Column): string => {
    const at = columns.get(column)?.at
    const text = at === undefined ? '' : (cells[at] ?? '').trim()
    if (text === '' && REQUIRED.includes(column)) wrong(column, says('cell.missing'))
    const most = MOST_LETTERS[column]
    if (most !== undefined && text.length > most) wrong(column, says('cell.too-long', { most }))
    return text
  }
  const given = (column: Column, find: (text: string) => string | number | readonly string[] | undefined) => {
    const text = cell(column)
    return text === '' ? undefined : find(text)
  }
  const document = given(
    'document',
    (text) => documentOf(plan, text) ?? wrong('document', unknownDocument(plan, text)),
  )
  const year = given('year', (text) => yearOf(text) ?? wrong('year', says('cell.year')))
  const place = cell('place')
  if (place !== '' && !isPlace(place)) wrong('place', says('cell.place', { most: LONGEST_PLACE }))
  const title = cell('title')
  const scenarios = given('situation', (text) => {
    const { found, unknown } = situationsOf(plan, text)
    for (const value of unknown) wrong('situation', says('cell.situation', { value }))
    return found
  })
  const handling = cell('handling')
  if (
    problems.length > 0 ||
    typeof document !== 'string' ||
    typeof year !== 'number' ||
    !Array.isArray(scenarios)
  )
    return { problems }
  return {
    problems,
    example: { document, year, place, title, scenarios, ...(handling === '' ? {} : { handling }) },
  }
}

/** Shorter parts of a name are no name. */
const FEWEST_LETTERS = 4

/** Titles of documents are written with and without their marks, and with the year in front. */
const bare = (name: string): string => name.replace(/[《》“”"\s]/g, '').toLowerCase()

/** By id or name; else the one document whose title stands in the text, or whose name the text is a part of. */
function documentOf(plan: EffectivePlan, text: string): string | undefined {
  const said = bare(text)
  const named = plan.references.find(({ id, name }) => [id, bare(name.zh), bare(name.en)].includes(said))
  if (named) return named.id
  const like = plan.references.filter(({ name }) =>
    [name.zh, name.en].some(
      (one) =>
        said.includes(bare(titleIn(one))) || (said.length >= FEWEST_LETTERS && bare(one).includes(said)),
    ),
  )
  return like.length === 1 ? like[0]?.id : undefined
}

/** The title that stands in a name between its marks; the whole name where there are none. */
function titleIn(name: string): string {
  return /《(.+)》/.exec(name)?.[1] ?? name
}

function unknownDocument(plan: EffectivePlan, value: string): Text {
  const fillIn = (lang: 'zh' | 'en', between: string): WordValues => ({
    value: value.slice(0, 60),
    known: plan.references.map(({ name }) => name[lang]).join(between),
  })
  const text = handbookFileWords['cell.document']
  return { zh: fill(text, 'zh-CN', fillIn('zh', '、')), en: fill(text, 'en', fillIn('en', '; ')) }
}

function yearOf(text: string): number | undefined {
  const [, digits] = /^(\d{4})(?:\.0+)?\s*年?度?$/.exec(text) ?? []
  const year = Number(digits)
  return year >= YEARS.first && year <= YEARS.last ? year : undefined
}

/**
 * Situations by name or id, several divided by marks. A name may hold such a mark itself, so the longest run of parts that is
 * a name is taken each time.
 */
function situationsOf(plan: EffectivePlan, text: string): { found: string[]; unknown: string[] } {
  const ids = new Map<string, string>()
  for (const { id, name } of Object.values(plan.situations))
    for (const known of [id, bare(name.zh), bare(name.en)]) if (!ids.has(known)) ids.set(known, id)
  const parts = text.split(/([、，,；;/\n]+)/)
  const found: string[] = []
  const unknown: string[] = []
  for (let from = 0; from < parts.length; ) {
    const part = (parts[from] ?? '').trim()
    let to = parts.length
    while (to > from && !ids.has(bare(parts.slice(from, to).join('')))) to -= 1
    const id = to > from ? ids.get(bare(parts.slice(from, to).join(''))) : undefined
    if (id !== undefined) found.push(id)
    else if (part !== '') unknown.push(part.slice(0, 60))
    // Past what was read, and the mark after it.
    from = (id === undefined ? from + 1 : to) + 1
  }
  return { found: [...new Set(found)], unknown }
}

/** An empty table with its headings, and beside it the documents and situations of the plan to choose from. */
export function handbookTemplate(plan: EffectivePlan): Promise<Buffer> {
  const documents = plan.references.map(({ name }) => name.zh)
  const situations = Object.values(plan.situations).map(({ name }) => name.zh)
  const longest = Math.max(documents.length, situations.length)
  const lists = handbookFileWords['template.lists'].zh
  return makeWorkbook([
    {
      name: handbookFileWords['template.sheet'].zh,
      rows: [COLUMNS.map((column) => handbookColumns[column].zh)],
      widths: [34, 8, 14, 34, 30, 60],
      choices: [
        { column: 1, from: `'${lists}'!$A$2:$A$${documents.length + 1}`, some: documents.length > 0 },
        { column: 5, from: `'${lists}'!$B$2:$B$${situations.length + 1}`, some: situations.length > 0 },
      ].filter(({ some }) => some),
    },
    {
      name: lists,
      rows: [
        [handbookColumns.document.zh, handbookColumns.situation.zh],
        ...Array.from({ length: longest }, (_, nth) => [documents[nth] ?? '', situations[nth] ?? '']),
      ],
      widths: [40, 30],
    },
  ])
}

function says(key: Words, values: WordValues = {}): Text {
  const text = handbookFileWords[key]
  return { zh: fill(text, 'zh-CN', values), en: fill(text, 'en', values) }
}

function withNames(key: Words, columns: readonly Column[]): Text {
  const text = handbookFileWords[key]
  return {
    zh: fill(text, 'zh-CN', { columns: columns.map((one) => handbookColumns[one].zh).join('、') }),
    en: fill(text, 'en', { columns: columns.map((one) => handbookColumns[one].en).join(', ') }),
  }
}
