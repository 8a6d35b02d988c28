// One layer from disk: plan.yaml and its fragments in parts/, read, put together and held against the layer's schema.
// What is wrong is named by file, line and place. Whether the plan makes sense is core/plan/check.ts.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Layer, layerSchema } from '#core/plan/layer.ts'
import { type Problem, problem } from '#core/plan/problem.ts'
import {
  expected,
  isMissing,
  isRecord,
  mistakesOf,
  readSheet,
  type Sheet,
  shapeProblem,
} from './yaml-sheet.ts'

/**
 * Reads the layer at `path`: a folder holding `plan.yaml` (and `parts/*.yaml`, objects of lists that are appended),
 * or a single YAML file. Returns every problem found when it cannot be read as a layer.
 */
export function readLayer(path: string): Layer | Problem[] {
  const label = basename(path) === 'plan.yaml' ? basename(dirname(path)) : basename(path)
  const sheets: Sheet[] = []
  const problems: Problem[] = []
  for (const file of filesOf(path)) {
    const sheet = readFile(label, file)
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

function readFile(label: string, file: File): Sheet | Problem {
  let source: string
  try {
    source = readFileSync(file.path, 'utf8')
  } catch {
    return problem(label, file.name, 'file-unreadable', {
      zh: `文件读不出来：${file.path}`,
      en: `the file cannot be read: ${file.path}`,
    })
  }
  return readSheet(file.name, source)
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
          shapeProblem(label, sheet, [key], {
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
    problems.push(shapeProblem(label, sheet, path, expected(issue, isMissing(whole, issue.path))))
  }
  return problems
}
