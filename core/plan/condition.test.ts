// Conditions: what CEL may say in a plan, what it may not, and that our trees answer as the library does.

import { evaluate } from '@marcbachmann/cel-js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Condition, holds, numbersComparedWith } from './condition.ts'
import { compileCondition } from './condition-compile.ts'
import { CHOICES, FACT_NAMES, type FactName, type Facts, isChoice, LEAST } from './facts.ts'

function compiled(source: string): { when: Condition; facts: readonly FactName[] } {
  const result = compileCondition(source, { massAbsence: 6 })
  if ('problem' in result) throw new Error(result.problem.message.en)
  return result
}

describe('A1 A3: a condition is true of facts', () => {
  const facts: Facts = { ...LEAST, 'impact.order': 'slight', reach: 'school', schools: 3 }
  test.each([
    ['true', true],
    ['false', false],
    ['impact.order == "slight"', true],
    ["impact.order != 'slight'", false],
    ['"slight" == impact.order', true],
    ['impact.order in ["slight", "serious"]', true],
    ['!(reach in ["person", "room"])', true],
    ['schools >= 3', true],
    ['schools > 3', false],
    ['3 < schools', false],
    ['schools <= 3 && casualties.dead == 0', true],
    ['scenario == "fire"', true],
    ['scenario in ["power-cut"]', false],
    ['impact.data == "serious" || (schools == 3 && reach == "school")', true],
  ])('%s → %s', (source, expected) => {
    expect(holds(compiled(source).when, facts, 'fire')).toBe(expected)
  })

  test('B11: a threshold of the plan stands for its number, on either side and in a list', () => {
    const five = (source: string) => compileCondition(source, { massAbsence: 5 })
    const number = { op: 'value', value: 5 }
    const fact = { op: 'fact', name: 'absentInRoom' }
    expect(five('absentInRoom >= massAbsence')).toEqual({
      when: { op: '>=', left: fact, right: number },
      facts: ['absentInRoom'],
    })
    expect(five('massAbsence <= absentInRoom')).toMatchObject({ when: { left: number, right: fact } })
    expect(five('absentInRoom in [massAbsence]')).toMatchObject({ when: { right: { items: [number] } } })
    expect(compileCondition('absentInRoom >= massAbsence', {})).toHaveProperty('problem.at', 16)
  })

  test('the tree is plain JSON and numbers are numbers', () => {
    const { when, facts: read } = compiled('schools >= 3 && impact.data == "serious"')
    expect(JSON.parse(JSON.stringify(when))).toEqual(when)
    expect(read).toEqual(['impact.data', 'schools'])
    expect(numbersComparedWith(when, 'schools')).toEqual([3])
    expect(numbersComparedWith(compiled('!(copies in [2, 5])').when, 'copies')).toEqual([2, 5])
  })
})

describe('G2: a condition that cannot be meant is refused, with its place', () => {
  test.each([
    ['impact.mood == "bad"', 0, 'impact.mood'],
    ['schools >= 3 && weather == "bad"', 16, 'weather'],
    ['impact.order == "heavy"', 16, '"heavy"'],
    ['reach in ["room", "street"]', 18, '"street"'],
    ['reach == 3', 9, 'cannot be 3'],
    ['copies >= massAbsence', 10, 'absentInRoom only'],
    ['scenario == massAbsence', 12, 'absentInRoom only'],
    ['massAbsence', 0, 'condition'],
    ['massAbsence >= 5', 0, 'one side'],
    ['schools == "three"', 11, 'cannot be "three"'],
    ['schools >= 1.5', 11, '1.5'],
    ['schools >= -1', 11, 'literal'],
    ['reach >= "school"', 0, 'no order'],
    ['scenario > "a"', 0, 'no order'],
    ['scenario == "flod"', 12, 'flod'],
    ['scenario == 7', 12, 'id'],
    ['schools', 0, 'compared'],
    ['"yes"', 0, 'condition'],
    ['schools == copies', 0, 'one side'],
    ['1 == 1', 0, 'one side'],
    ['schools + 1 > 2', 0, 'one side'],
    ['reach in schools', 0, 'list'],
    ['size(reach) > 2', 0, 'one side'],
    ['schools > 2 ? true : false', 0, 'may not use'],
    ['schools >', 9, 'cannot be read'],
    ['', 0, 'cannot be read'],
  ])('%s', (source, at, words) => {
    const result = compileCondition(source, { massAbsence: 6 }, new Set(['flood']))
    expect(result).toHaveProperty('problem')
    if ('problem' in result) {
      expect(result.problem.at).toBe(at)
      expect(result.problem.message.en).toContain(words)
      expect(result.problem.message.zh).not.toBe('')
    }
  })
})

const factsArbitrary: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(
    FACT_NAMES.map((name) => [
      name,
      isChoice(name) ? fc.constantFrom(...CHOICES[name]) : fc.integer({ min: 0, max: 4 }),
    ]),
  ) as { [Name in FactName]: fc.Arbitrary<string | number> },
)

const atom: fc.Arbitrary<string> = fc.constantFrom(...FACT_NAMES).chain((name) =>
  isChoice(name)
    ? fc.oneof(
        fc
          .tuple(fc.constantFrom('==', '!='), fc.constantFrom(...CHOICES[name]))
          .map(([op, value]) => `${name} ${op} "${value}"`),
        fc.subarray([...CHOICES[name]]).map((values) => `${name} in ${JSON.stringify(values)}`),
      )
    : fc
        .tuple(fc.constantFrom('==', '!=', '<', '<=', '>', '>='), fc.integer({ min: 0, max: 4 }))
        .map(([op, value]) => `${name} ${op} ${value}`),
)

const expression: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    atom,
    fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(${a} && ${b})`),
    fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(${a} || ${b})`),
    tie('node').map((a) => `!(${a})`),
  ),
})).node

test('A1 A3: a tree answers as the CEL library does', () => {
  fc.assert(
    fc.property(expression, factsArbitrary, (source, facts) => {
      expect(holds(compiled(source).when, facts, 'fire')).toBe(evaluate(source, asCel(facts)))
    }),
    { numRuns: 300 },
  )
})

function asCel(facts: Facts): Record<string, unknown> {
  const nested: Record<string, unknown> = {}
  for (const name of FACT_NAMES) {
    const value = facts[name]
    const held = typeof value === 'number' ? BigInt(value) : value
    const [outer = name, inner] = name.split('.')
    nested[outer] = inner === undefined ? held : { ...Object(nested[outer]), [inner]: held }
  }
  return nested
}
