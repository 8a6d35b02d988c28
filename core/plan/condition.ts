// A compiled condition: a small expression tree that is plain JSON, so that the CEL parser stays off the phone.
// Evaluating lives here; parsing and type-checking CEL is condition-compile.ts.

import type { FactName, Facts, FactValue } from './facts.ts'

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

/** Is the condition true of these facts? Total: a tree that was type-checked when compiled always has an answer. */
export function holds(condition: Condition, facts: Facts, scenario: string): boolean {
  switch (condition.op) {
    case 'and':
      return holds(condition.left, facts, scenario) && holds(condition.right, facts, scenario)
    case 'or':
      return holds(condition.left, facts, scenario) || holds(condition.right, facts, scenario)
    case 'not':
      return !holds(condition.of, facts, scenario)
    case 'value':
      return condition.value === true
    case 'fact':
    case 'list':
      return false
    case 'in': {
      const left = factOrValue(condition.left, facts, scenario)
      const items = condition.right.op === 'list' ? condition.right.items : []
      return items.some((item) => factOrValue(item, facts, scenario) === left)
    }
    default:
      return compare(
        condition.op,
        factOrValue(condition.left, facts, scenario),
        factOrValue(condition.right, facts, scenario),
      )
  }
}

type Value = FactValue | boolean | undefined

function factOrValue(operand: Condition, facts: Facts, scenario: string): Value {
  if (operand.op === 'value') return operand.value
  if (operand.op === 'fact') return operand.name === 'scenario' ? scenario : facts[operand.name]
  return undefined
}

function compare(op: '==' | '!=' | '<' | '<=' | '>' | '>=', left: Value, right: Value): boolean {
  if (op === '==') return left === right
  if (op === '!=') return left !== right
  if (typeof left !== 'number' || typeof right !== 'number') return false
  if (op === '<') return left < right
  if (op === '<=') return left <= right
  return op === '>' ? left > right : left >= right
}

/** Numbers that the condition compares the fact `name` with: where its answer can turn. */
export function numbersComparedWith(condition: Condition, name: FactName): readonly number[] {
  switch (condition.op) {
    case 'fact':
    case 'value':
      return []
    case 'list':
      return condition.items.flatMap((item) => numbersComparedWith(item, name))
    case 'not':
      return numbersComparedWith(condition.of, name)
    case 'and':
    case 'or':
      return [...numbersComparedWith(condition.left, name), ...numbersComparedWith(condition.right, name)]
    default: {
      const sides = [condition.left, condition.right]
      if (!sides.some((side) => side.op === 'fact' && side.name === name)) return []
      return sides.flatMap((side) => (side.op === 'list' ? side.items : [side])).flatMap(numbersIn)
    }
  }
}

function numbersIn(operand: Condition): readonly number[] {
  return operand.op === 'value' && typeof operand.value === 'number' ? [operand.value] : []
}
