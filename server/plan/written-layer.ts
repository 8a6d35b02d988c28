// A layer as one YAML text, the way a person edits it: read with the place of everything in it, and written from a layer that
// came in several files. Files are read-layer.ts; whether the plan makes sense is core/plan/check.ts.

import { stringify } from 'yaml'
import { type Layer, layerSchema } from '#core/plan/layer.ts'
import type { Problem } from '#core/plan/problem.ts'
import {
  expected,
  findSpot,
  isMissing,
  mistakesOf,
  readSheet,
  type Spot,
  shapeProblem,
} from './yaml-sheet.ts'

export interface WrittenLayer {
  readonly layer: Layer
  /** Where a path of core/plan/check.ts stands in the text; undefined when nothing of it does. */
  findSpot(path: string): Spot | undefined
}

/** Reads `source`; every fault of its writing and shape, with its line, when it is not a layer. `label` names it in them. */
export function readWritten(
  label: string,
  source: string,
): WrittenLayer | { readonly problems: readonly Problem[] } {
  const sheet = readSheet('', source)
  const mistakes = mistakesOf(label, sheet)
  if (mistakes.length > 0) return { problems: mistakes }
  const parsed = layerSchema.safeParse(sheet.content)
  if (!parsed.success)
    return {
      problems: parsed.error.issues.map((issue) =>
        shapeProblem(label, sheet, issue.path, expected(issue, isMissing(sheet.content, issue.path))),
      ),
    }
  return { layer: parsed.data, findSpot: (path) => findSpot(sheet, path) }
}

/** The layer as one YAML text, in the order in which a plan is read. */
export function writeLayer(layer: Layer): string {
  return stringify(layer, { lineWidth: 110, aliasDuplicateObjects: false })
}
