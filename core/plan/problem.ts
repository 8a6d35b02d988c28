// What may be wrong with a plan, as a value: found by check.ts and the loader, shown to whoever writes the plan (G2).
// A problem that stands in the way is an error; a warning leaves the plan usable, with the stricter reading applied.

import type { Text } from '../basics/text.ts'
import type { UnitPath } from '../basics/tier.ts'

export type ProblemCode =
  | 'file-unreadable'
  | 'yaml-wrong'
  | 'shape-wrong'
  | 'layers-wrong'
  | 'part-missing'
  | 'id-twice'
  | 'clause-unknown'
  | 'post-unknown'
  | 'form-unknown'
  | 'group-unknown'
  | 'situation-unknown'
  | 'reference-unknown'
  | 'fact-unknown'
  | 'fact-value'
  | 'hole-unknown'
  | 'condition-wrong'
  | 'level-wrong'
  | 'level-missing'
  | 'level-unreachable'
  | 'levels-changed'
  | 'steps-missing'
  | 'first-step-missing'
  | 'question-wrong'
  | 'number-wrong'
  | 'limit-wrong'
  | 'limit-idle'
  | 'limit-looser'
  | 'rung-order'
  | 'rung-too-high'
  | 'threshold-looser'
  | 'response-looser'
  | 'handling-wrong'
  | 'handling-looser'
  | 'evaluation-wrong'
  | 'commander-wrong'
  | 'joint-wrong'
  | 'joint-looser'
  | 'confirmation-wrong'
  | 'post-changed'
  | 'role-wrong'
  | 'above-own-tier'
  | 'settles-looser'
  | 'confirmation-looser'
  | 'approval-looser'
  | 'alarm-looser'
  | 'default-looser'
  | 'question-looser'
  | 'form-looser'
  | 'desk-wrong'
  | 'version-known'
  | 'date-earlier'
  | 'layers-unknown'

export interface Problem {
  /** Id of the layer it stands in; of several, the one to change. */
  readonly layer: string
  /** Where in the layer, by ids: `situations[power-cut].steps[call-power].post`. */
  readonly path: string
  readonly code: ProblemCode
  readonly message: Text
  readonly severity: 'error' | 'warning'
  /** Where in the text it was read from, both from 1; absent where it is known by its path alone. */
  readonly line?: number
  readonly column?: number
  /** Unit whose plan it would make unsound, where that is not the unit whose plan is being written. */
  readonly unit?: UnitPath
}

/** A problem as a value; an error unless said otherwise. */
export function problem(
  layer: string,
  path: string,
  code: ProblemCode,
  message: Text,
  severity: Problem['severity'] = 'error',
): Problem {
  return { layer, path, code, message, severity }
}

/** Does any of them keep the plan from being made effective? */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error')
}
