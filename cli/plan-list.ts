// `huce plan list`: the built-in plans with version, issuer and date (G1).

import { builtInLayers } from '#server/plan/load.ts'
import type { Output } from './output.ts'

/** One line per layer, tab separated: id, kind, version, date of issue, title, issuer. */
export function planListCommand(args: readonly string[], output: Output): number {
  if (args.length > 0) {
    output.complain(`huce plan list: takes nothing more, not "${args.join(' ')}"`)
    return 2
  }
  for (const layer of builtInLayers()) {
    const { id, kind, version, issuedOn, title, issuer } = layer
    output.print(`${[id, kind, version, issuedOn, title.zh, issuer.zh].join('\t')}\n`)
  }
  return 0
}
