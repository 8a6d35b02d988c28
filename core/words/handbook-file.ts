// Words about a table of handbook examples that somebody sends in: its headings, and what is wrong with a row or with the whole.

import type { Text } from '../basics/text.ts'

/** Columns of the table, as its headings are written in the template. */
export const handbookColumns = {
  document: { zh: '文件', en: 'Document' },
  year: { zh: '年份', en: 'Year' },
  place: { zh: '编号或页码', en: 'Number or page' },
  title: { zh: '实例名称', en: 'Title' },
  situation: { zh: '对应情形', en: 'Situation' },
  handling: { zh: '处置要求', en: 'Handling' },
} satisfies Record<string, Text>

export const handbookFileWords = {
  'file.old-format': {
    zh: '这是旧版 Excel 文件（.xls），请另存为 .xlsx 再上传',
    en: 'This is a workbook in the old format (.xls). Save it as .xlsx and send that.',
  },
  'file.no-table': {
    zh: '读不出表格，请上传 .xlsx 或 .csv 文件',
    en: 'No table can be read from it. Send an .xlsx or .csv file.',
  },
  'file.too-large': {
    zh: '表格太大：最多读 2000 行、60 列，请分成几份',
    en: 'The table is too large: at most 2,000 rows and 60 columns are read. Divide it.',
  },
  'file.no-heading': {
    zh: '没有找到表头，请在第一行写上：文件、年份、编号或页码、实例名称、对应情形、处置要求',
    en: 'There is no row of headings. Write at the top: Document, Year, Number or page, Title, Situation, Handling.',
  },
  'file.column-missing': {
    zh: '缺少这几列：{columns}',
    en: 'These columns are missing: {columns}',
  },
  'file.empty': { zh: '表头下面没有内容', en: 'There is nothing below the headings.' },
  'file.too-many': {
    zh: '一次最多录入 {most} 条，请分成几份',
    en: 'At most {most} entries are taken at once. Divide the table.',
  },
  'cell.missing': { zh: '没有填', en: 'nothing is written here' },
  'cell.too-long': { zh: '最多 {most} 个字', en: 'at most {most} characters' },
  'cell.place': {
    zh: '这里只写印在文件上的编号或页码，最多 {most} 个字，例如“第12页”；不要写电话和其他号码',
    en: 'write only the number or page as printed, at most {most} characters, such as “p. 12”; no telephone or other numbers of people',
  },
  'cell.document': {
    zh: '“{value}”不在本级预案列出的文件里，请写：{known}',
    en: '“{value}” is not among the documents that the plan names. Write: {known}',
  },
  'cell.year': { zh: '年份要写四位数字，例如 2024', en: 'write the year with four digits, such as 2024' },
  'cell.situation': {
    zh: '预案里没有“{value}”这种情形，请按情形名称填写，几种情形用“、”分开',
    en: 'the plan has no situation “{value}”. Write the situation’s name; divide several by a comma.',
  },
  'template.sheet': { zh: '实例', en: 'Examples' },
  'template.lists': { zh: '可选内容', en: 'To choose from' },
} satisfies Record<string, Text>
