// One layer from disk: plan.yaml and its fragments in parts/, read, put together and held against the layer's schema.
// What is wrong is named by file, line and place. Whether the plan makes sense is core/plan/check.ts.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Document, isMap, isSeq, LineCounter, parseDocument } from 'yaml'
import type * as z from 'zod/mini'
import { type Layer, layerSchema } from '#core/plan/layer.ts'
import { type Problem, problem } from '#core/plan/problem.ts'

/** One YAML file of a layer. */
interface Sheet {
  /** As problems name it: `plan.yaml`, `parts/technical.yaml`. */
  readonly name: string
  readonly document: Document
  readonly lines: LineCounter
  readonly content: unknown
}

type Path = readonly PropertyKey[]

/**
 * Reads the layer at `path`: a folder holding `plan.yaml` (and `parts/*.yaml`, objects of lists that are appended),
 * or a single YAML file. Returns every problem found when it cannot be read as a layer.
 */
export function readLayer(path: string): Layer | Problem[] {
  const label = basename(path) === 'plan.yaml' ? basename(dirname(path)) : basename(path)
  const sheets: Sheet[] = []
  const problems: Problem[] = []
  for (const file of filesOf(path)) {
    const sheet = readSheet(label, file)
    if ('code' in sheet) problems.push(sheet)
    else {
      problems.push(...mistakesOf(label, sheet))
      sheets.push(sheet)
    }
  }
  if (problems.length > 0) return problems
  return assemble(label, sheets)
}

interface File {
  readonly path: string
  readonly name: string
}

function filesOf(path: string): readonly File[] {
  const isFolder = existsSync(path) && statSync(path).isDirectory()
  const main = isFolder ? join(path, 'plan.yaml') : path
  const parts = join(dirname(main), 'parts')
  const fragments =
    basename(main) === 'plan.yaml' && existsSync(parts)
      ? readdirSync(parts).filter((name) => name.endsWith('.yaml'))
      : []
  return [
    { path: main, name: basename(main) },
    // Sorted, so that the same plan reads the same on every machine.
    ...fragments.sort().map((name) => ({ path: join(parts, name), name: `parts/${name}` })),
  ]
}

function readSheet(label: string, file: File): Sheet | Problem {
  let source: string
  try {
    source = readFileSync(file.path, 'utf8')
  } catch {
    return problem(label, file.name, 'file-unreadable', {
      zh: `文件读不出来：${file.path}`,
      en: `the file cannot be read: ${file.path}`,
    })
  }
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true, prettyErrors: false })
  const content: unknown = document.errors.length > 0 ? undefined : document.toJS()
  return { name: file.name, document, lines, content }
}

function mistakesOf(label: string, sheet: Sheet): readonly Problem[] {
  const syntax = sheet.document.errors.map((error) => {
    const { line } = sheet.lines.linePos(error.pos[0])
    return error.code === 'DUPLICATE_KEY'
      ? problem(label, `${sheet.name}:${line}`, 'yaml-wrong', {
          zh: '同一个键写了两遍',
          en: 'the same key is written twice',
        })
      : problem(label, `${sheet.name}:${line}`, 'yaml-wrong', {
          zh: `YAML 写法不对：${error.message}`,
          en: `not valid YAML: ${error.message}`,
        })
  })
  if (syntax.length > 0 || isRecord(sheet.content)) return syntax
  return [
    problem(label, sheet.name, 'shape-wrong', {
      zh: '文件里应当是一组“键: 值”',
      en: 'the file must hold keys and values',
    }),
  ]
}

/** Puts fragments after plan.yaml, list by list, and validates the whole; paths are led back to their files. */
function assemble(label: string, sheets: readonly Sheet[]): Layer | Problem[] {
  const whole: Record<string, unknown> = {}
  const problems: Problem[] = []
  const origins = new Map<string, { readonly sheet: Sheet; readonly index: number }[]>()
  for (const sheet of sheets) {
    for (const [key, value] of Object.entries(isRecord(sheet.content) ? sheet.content : {})) {
      if (Array.isArray(value)) {
        const held = whole[key]
        whole[key] = [...(Array.isArray(held) ? held : []), ...value]
        const placed = origins.get(key) ?? []
        placed.push(...value.map((_, index) => ({ sheet, index })))
        origins.set(key, placed)
      } else if (sheet === sheets[0]) {
        whole[key] = value
      } else {
        problems.push(
          problem(label, placeIn(sheet, [key]), 'shape-wrong', {
            zh: '分文件里只能写列表',
            en: 'a file in parts/ holds lists only',
          }),
        )
      }
    }
  }
  const parsed = layerSchema.safeParse(whole)
  if (parsed.success && problems.length === 0) return parsed.data
  for (const issue of parsed.error?.issues ?? []) {
    const [key, index, ...rest] = issue.path
    const origin = typeof index === 'number' ? origins.get(String(key))?.[index] : undefined
    const sheet = origin?.sheet ?? sheets[0]
    if (!sheet) continue
    const path = origin ? [key ?? '', origin.index, ...rest] : issue.path
    problems.push(
      problem(label, placeIn(sheet, path), 'shape-wrong', expected(issue, isMissing(whole, issue.path))),
    )
  }
  return problems
}

function isMissing(whole: unknown, path: Path): boolean {
  let value: unknown = whole
  for (const key of path)
    value = isRecord(value) || Array.isArray(value) ? Reflect.get(value, key) : undefined
  return value === undefined
}

function expected(issue: z.core.$ZodIssue, missing: boolean): { readonly zh: string; readonly en: string } {
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

/** `parts/technical.yaml:14 situations[power-cut].steps[0].post` */
function placeIn(sheet: Sheet, path: Path): string {
  let node: unknown = sheet.document.contents
  let offset = 0
  let said = ''
  for (const key of path) {
    const list = isSeq(node)
    node = isMap(node) || isSeq(node) ? node.get(key, true) : undefined
    const id = isMap(node) ? node.get('id') : undefined
    said += list ? `[${typeof id === 'string' ? id : String(key)}]` : `${said ? '.' : ''}${String(key)}`
    offset = rangeOf(node) ?? offset
  }
  return `${sheet.name}:${sheet.lines.linePos(offset).line} ${said}`
}

function rangeOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined
  return Array.isArray(node.range) && typeof node.range[0] === 'number' ? node.range[0] : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
