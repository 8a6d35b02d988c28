// One YAML text of a layer: parsed, with the line of everything in it, and its faults of writing and of shape as problems.
// Where the text comes from is read-layer.ts (files) and written-layer.ts (an editor).

import { type Document, isMap, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type * as z from 'zod/mini'
import type { Text } from '#core/basics/text.ts'
import { type Problem, type ProblemCode, problem } from '#core/plan/problem.ts'

/** One YAML text of a layer. */
export interface Sheet {
  /** As problems name it: `plan.yaml`, `parts/technical.yaml`; empty for a text that is no file. */
  readonly name: string
  readonly document: Document
  readonly lines: LineCounter
  /** What it says as plain data; undefined when it cannot be read. */
  readonly content: unknown
}

export type Path = readonly PropertyKey[]

/** A place in a text, both from 1. */
export interface Spot {
  readonly line: number
  readonly column: number
}

export function readSheet(name: string, source: string): Sheet {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true, prettyErrors: false })
  const readable = document.errors.length === 0 && aliasesOf(document).length === 0
  return { name, document, lines, content: readable ? document.toJS() : undefined }
}

/** Everything that keeps the text from being a set of keys and values. */
export function mistakesOf(label: string, sheet: Sheet): readonly Problem[] {
  const syntax = sheet.document.errors.map((error) =>
    problemAt(
      label,
      sheet,
      'yaml-wrong',
      error.pos[0],
      error.code === 'DUPLICATE_KEY'
        ? { zh: '同一个键写了两遍', en: 'the same key is written twice' }
        : { zh: `YAML 写法不对：${error.message}`, en: `not valid YAML: ${error.message}` },
    ),
  )
  const aliases = aliasesOf(sheet.document).map((offset) =>
    problemAt(label, sheet, 'yaml-wrong', offset, {
      zh: '预案里不用“*”引用，请把内容写出来',
      en: 'a plan uses no references (*name); write the content out',
    }),
  )
  const found = [...syntax, ...aliases]
  if (found.length > 0 || isRecord(sheet.content)) return found
  return [
    problem(label, sheet.name, 'shape-wrong', {
      zh: '文件里应当是一组“键: 值”',
      en: 'the file must hold keys and values',
    }),
  ]
}

/** A reference may stand for a text a thousand times as long: whoever writes a plan has no need of one. */
function aliasesOf(document: Document): readonly number[] {
  const offsets: number[] = []
  visit(document, { Alias: (_, node) => void offsets.push(node.range?.[0] ?? 0) })
  return offsets
}

/** A problem of shape at `path` of the sheet: `parts/technical.yaml:14 situations[power-cut].steps[0].post`. */
export function shapeProblem(label: string, sheet: Sheet, path: Path, message: Text): Problem {
  const { said, offset } = placeIn(sheet, path)
  return problemAt(label, sheet, 'shape-wrong', offset, message, said)
}

function problemAt(
  label: string,
  sheet: Sheet,
  code: ProblemCode,
  offset: number,
  message: Text,
  said = '',
): Problem {
  const { line, col } = sheet.lines.linePos(offset)
  const path = sheet.name === '' ? said : `${sheet.name}:${line} ${said}`.trimEnd()
  return { ...problem(label, path, code, message), line, column: col }
}

/** Is the value at `path` not there at all, rather than wrong? */
export function isMissing(whole: unknown, path: Path): boolean {
  let value: unknown = whole
  for (const key of path)
    value = isRecord(value) || Array.isArray(value) ? Reflect.get(value, key) : undefined
  return value === undefined
}

/** What the schema wants, in words. */
export function expected(issue: z.core.$ZodIssue, missing: boolean): Text {
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        zh: `不认识的键：${issue.keys.join('、')}`,
        en: `unknown key: ${issue.keys.join(', ')}`,
      }
    case 'invalid_value': {
      const values = issue.values.map(String).join(' | ')
      const lack = missing ? { zh: '缺少这一项，', en: 'missing; ' } : { zh: '', en: '' }
      return { zh: `${lack.zh}应当是 ${values} 之一`, en: `${lack.en}must be one of ${values}` }
    }
    case 'invalid_type':
      return missing
        ? { zh: `缺少这一项（${issue.expected}）`, en: `missing (${issue.expected})` }
        : { zh: `应当是 ${issue.expected}`, en: `must be of type ${issue.expected}` }
    case 'invalid_format':
      return { zh: '格式不对', en: `must have the form ${issue.pattern ?? issue.format}` }
    case 'too_small':
      return { zh: '不能为空', en: 'must not be empty' }
    default:
      return { zh: '不是这里能写的内容', en: issue.message }
  }
}

function placeIn(sheet: Sheet, path: Path): { readonly said: string; readonly offset: number } {
  let node: unknown = sheet.document.contents
  let offset = 0
  let said = ''
  for (const key of path) {
    const list = isSeq(node)
    node = isMap(node) || isSeq(node) ? node.get(key, true) : undefined
    const id = isMap(node) ? node.get('id') : undefined
    said += list ? `[${typeof id === 'string' ? id : String(key)}]` : `${said ? '.' : ''}${String(key)}`
    offset = offsetOf(node) ?? offset
  }
  return { said, offset }
}

/** What entries of lists are known by in the paths of core/plan/check.ts. */
const NAMED_BY = ['id', 'level', 'eventLevel', 'post', 'category', 'tier'] as const

/**
 * Where the place that `path` names by ids (`situations[power-cut].steps[call].post`) stands in the text: the deepest part of
 * it that is there; undefined when none is.
 */
export function findSpot(sheet: Sheet, path: string): Spot | undefined {
  let node: unknown = sheet.document.contents
  let offset: number | undefined
  for (const key of path.match(/[^.[\]]+|\[[^\]]*\]/g) ?? []) {
    node = key.startsWith('[')
      ? entryOf(node, key.slice(1, -1))
      : isMap(node)
        ? node.get(key, true)
        : undefined
    if (node === undefined) break
    offset = offsetOf(node) ?? offset
  }
  if (offset === undefined) return undefined
  const { line, col } = sheet.lines.linePos(offset)
  return { line, column: col }
}

function entryOf(list: unknown, key: string): unknown {
  if (!isSeq(list)) return undefined
  const named = list.items.find(
    (item) => isMap(item) && NAMED_BY.some((name) => item.has(name) && String(item.get(name)) === key),
  )
  return named ?? (/^\d+$/.test(key) ? list.get(Number(key), true) : undefined)
}

function offsetOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined
  return Array.isArray(node.range) && typeof node.range[0] === 'number' ? node.range[0] : undefined
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
