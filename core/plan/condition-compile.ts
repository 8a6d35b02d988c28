// CEL text → Condition tree, type-checked: the library parses, this file admits only what a plan may say.
// The only importer of the CEL library; runs where plans are compiled, never on the phone.
// A comparison has a fact on one side and literals on the other, so that every turning point can be read off the tree. A threshold
// of the plan may stand for the number it is: the tree has the number.

import { type ASTNode, ParseError, parse } from '@marcbachmann/cel-js'
import type { Text } from '../basics/text.ts'
import type { Condition } from './condition.ts'
import { CHOICES, FACT_NAMES, type FactName, isChoice, isFactName, isFactValue } from './facts.ts'
import { isThresholdName, THRESHOLD_OF, type ThresholdNumbers } from './threshold.ts'

export interface CompiledCondition {
  readonly when: Condition
  /** Facts it reads, in the order of FACT_NAMES. */
  readonly facts: readonly FactName[]
}

export interface ConditionProblem {
  /** Offset in the expression, from 0. */
  readonly at: number
  readonly message: Text
}

/**
 * Parses and type-checks `source`. `thresholds` are the plan's numbers that it may name; `scenarios` are the situation ids that it
 * may compare `scenario` with; left out, any id passes.
 */
export function compileCondition(
  source: string,
  thresholds: ThresholdNumbers,
  scenarios?: ReadonlySet<string>,
): CompiledCondition | { readonly problem: ConditionProblem } {
  try {
    const facts = new Set<FactName>()
    const when = booleanOf(parse(source).ast, { facts, thresholds, scenarios })
    return { when, facts: FACT_NAMES.filter((name) => facts.has(name)) }
  } catch (error) {
    if (error instanceof Unfit) return { problem: { at: error.at, message: error.text } }
    if (error instanceof ParseError) {
      const at = error.range?.start ?? 0
      return {
        problem: { at, message: { zh: '条件写法不对，看不懂', en: `cannot be read: ${error.summary}` } },
      }
    }
    throw error
  }
}

/** Leaves the recursion at the first thing a condition may not say; never leaves this file. */
class Unfit extends Error {
  readonly at: number
  readonly text: Text
  constructor(at: number, text: Text) {
    super(text.en)
    this.at = at
    this.text = text
  }
}

interface Seen {
  readonly facts: Set<FactName>
  readonly thresholds: ThresholdNumbers
  readonly scenarios: ReadonlySet<string> | undefined
}

function booleanOf(node: ASTNode, seen: Seen): Condition {
  switch (node.op) {
    case '&&':
    case '||': {
      const [left, right] = node.args
      return {
        op: node.op === '&&' ? 'and' : 'or',
        left: booleanOf(left, seen),
        right: booleanOf(right, seen),
      }
    }
    case '!_':
      return { op: 'not', of: booleanOf(node.args, seen) }
    case 'value':
      if (typeof node.args === 'boolean') return { op: 'value', value: node.args }
      throw unfit(node, '这里要的是“是”或“否”的条件', 'a condition is needed here, not a value')
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return comparison(node, node.op, node.args, seen)
    case 'in':
      return membership(node, node.args, seen)
    case 'id':
    case '.':
      if (isThreshold(node)) throw unfit(node, '界限不能单独作条件', 'a threshold is no condition by itself')
      nameOf(node)
      throw unfit(node, '事实要同一个值比较，不能单独作条件', 'a fact must be compared with a value')
    default:
      throw unfit(node, `条件里不能用“${said(node)}”`, `a condition may not use ${said(node)}`)
  }
}

function comparison(
  node: ASTNode,
  op: '==' | '!=' | '<' | '<=' | '>' | '>=',
  [left, right]: readonly [ASTNode, ASTNode],
  seen: Seen,
): Condition {
  const factFirst = isName(left)
  const named = factFirst ? left : right
  const literal = factFirst ? right : left
  if (!isName(named) || isName(literal)) {
    throw unfit(node, '比较的一边要是事实，另一边要是值', 'one side must be a fact and the other a value')
  }
  const name = nameOf(named)
  if (op !== '==' && op !== '!=' && (name === 'scenario' || isChoice(name))) {
    throw unfit(node, `“${name}”不分大小，只能用 ==、!= 或 in`, `${name} has no order; use ==, != or in`)
  }
  const fact = factOf(name, seen)
  const value = literalOf(literal, name, seen)
  return factFirst ? { op, left: fact, right: value } : { op, left: value, right: fact }
}

function membership(node: ASTNode, [left, right]: readonly [ASTNode, ASTNode], seen: Seen): Condition {
  if (!isName(left) || right.op !== 'list') {
    throw unfit(node, 'in 的左边要是事实，右边要是一列值', 'in needs a fact on the left and a list of values')
  }
  const name = nameOf(left)
  const items = right.args.map((item) => literalOf(item, name, seen))
  return { op: 'in', left: factOf(name, seen), right: { op: 'list', items } }
}

function factOf(name: FactName | 'scenario', seen: Seen): Condition {
  if (name !== 'scenario') seen.facts.add(name)
  return { op: 'fact', name }
}

function literalOf(node: ASTNode, name: FactName | 'scenario', seen: Seen): Condition {
  if (isThreshold(node)) return { op: 'value', value: thresholdOf(node, name, seen) }
  if (node.op !== 'value') {
    throw unfit(node, `“${name}”要同一个写明的值比较`, `${name} must be compared with a literal value`)
  }
  // The library reads whole numbers as BigInt; facts are plain numbers of at most 1,000,000.
  const value = typeof node.args === 'bigint' ? Number(node.args) : node.args
  if (name === 'scenario') {
    if (typeof value !== 'string') throw unfit(node, '情境要写它的编号', 'scenario is compared with an id')
    if (seen.scenarios && !seen.scenarios.has(value)) {
      throw unfit(node, `没有情境“${value}”`, `there is no situation "${value}"`)
    }
    return { op: 'value', value }
  }
  if (!isFactValue(name, value)) {
    const allowed = isChoice(name) ? CHOICES[name].join(' | ') : '0 … 1000000'
    throw unfit(
      node,
      `“${name}”没有值 ${said(node)}，只能是 ${allowed}`,
      `${name} cannot be ${said(node)}; it is ${allowed}`,
    )
  }
  return { op: 'value', value }
}

/** The plan's number that the condition names. It counts one fact and is compared with no other. */
function thresholdOf(node: ASTNode, name: FactName | 'scenario', seen: Seen): number {
  const threshold = dotted(node)
  const value = isThresholdName(threshold) ? seen.thresholds[threshold] : undefined
  if (!isThresholdName(threshold) || value === undefined) {
    throw unfit(node, `预案没有写“${threshold}”是多少`, `no layer says what ${threshold} is`)
  }
  const fact = THRESHOLD_OF[threshold]
  if (name !== fact) {
    throw unfit(node, `“${threshold}”只能同“${fact}”比较`, `${threshold} is compared with ${fact} only`)
  }
  return value
}

function isThreshold(node: ASTNode): boolean {
  return node.op === 'id' && isThresholdName(node.args)
}

function isName(node: ASTNode): boolean {
  return (node.op === 'id' || node.op === '.') && !isThreshold(node)
}

function nameOf(node: ASTNode): FactName | 'scenario' {
  const name = dotted(node)
  if (name === 'scenario' || isFactName(name)) return name
  throw unfit(node, `没有叫“${name}”的事实`, `there is no fact "${name}"`)
}

function dotted(node: ASTNode): string {
  if (node.op === 'id') return node.args
  if (node.op === '.') return `${dotted(node.args[0])}.${node.args[1]}`
  return said(node)
}

function said(node: ASTNode): string {
  return node.input.slice(node.range.start, node.range.end)
}

function unfit(node: ASTNode, zh: string, en: string): Unfit {
  return new Unfit(node.range.start, { zh, en })
}
