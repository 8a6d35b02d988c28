// A compiled condition: a small expression tree that is plain JSON, so that the CEL parser stays off the phone.
// Evaluating lives here; parsing and type-checking CEL is condition-compile.ts.

import type { FactName, FactValue } from './facts.ts'

export type Condition =
  | { readonly op: 'fact'; readonly name: FactName | 'scenario' }
  | { readonly op: 'value'; readonly value: FactValue | boolean }
  | { readonly op: 'list'; readonly items: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | {
      readonly op: 'and' | 'or' | '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in'
      readonly left: Condition
      readonly right: Condition
    }
