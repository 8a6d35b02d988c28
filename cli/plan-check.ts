// `huce plan check FILE …`: layers of a plan, checked together with the built-in layers around them (G2).

import { existsSync } from 'node:fs'
import { hasErrors, type Problem } from '#core/plan/problem.ts'
import { checkAround, loadLayer } from '#server/plan/load.ts'
import type { Output } from './output.ts'

/**
 * FILE is a layer's folder, its plan.yaml, or one YAML file; several are layers of one plan, checked together. Prints
 * every problem, a line each. Exit code 0 when nothing or only warnings were found, 1 for errors, 2 when a file cannot be read.
 */
export function planCheckCommand(args: readonly string[], output: Output): number {
  if (args.length === 0) {
    output.complain('huce plan check: name one file or folder, or several layers of one plan')
    return 2
  }
  const missing = args.find((path) => !existsSync(path))
  if (missing !== undefined) {
    output.complain(`huce plan check: ${missing} is not there; name a plan's folder or YAML file`)
    return 2
  }
  const layers = args.map((path) => loadLayer(path))
  const faults = layers.flatMap((layer) => (Array.isArray(layer) ? layer : []))
  const read = layers.flatMap((layer) => (Array.isArray(layer) ? [] : [layer]))
  const problems = faults.length > 0 ? faults : checkAround(read)
  const unreadable = problems.find((one) => one.code === 'file-unreadable')
  if (unreadable) {
    output.complain(`huce plan check: ${unreadable.message.en}`)
    return 2
  }
  for (const one of problems) output.print(`${lineOf(one)}\n`)
  const errors = problems.filter((one) => one.severity === 'error').length
  output.print(`${errors} errors, ${problems.length - errors} warnings\n`)
  return hasErrors(problems) ? 1 : 0
}

function lineOf(one: Problem): string {
  return `${one.severity} ${one.code} ${one.layer} ${one.path}: ${one.message.zh} / ${one.message.en}`
}
