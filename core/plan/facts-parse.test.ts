// Facts from outside: both spellings, and every wrong thing named.

import { describe, expect, test } from 'vitest'
import { parseFacts } from './facts-parse.ts'
import { smallPlan } from './small-plan.fixture.ts'

const plan = smallPlan()
const scenario = 'power-cut'

describe('A6: facts are read as they are said', () => {
  test.each([
    [{ scenario }, {}],
    [{ scenario, impact: { order: 'slight' } }, { 'impact.order': 'slight' }],
    [{ scenario, 'impact.order': 'slight' }, { 'impact.order': 'slight' }],
    [{ scenario, impact: { order: 'slight' }, 'impact.order': 'slight' }, { 'impact.order': 'slight' }],
    [
      { scenario, casualties: { injured: 2, dead: 0 }, schools: 3 },
      { 'casualties.injured': 2, 'casualties.dead': 0, schools: 3 },
    ],
  ])('%j', (json, stated) => {
    expect(parseFacts(json, plan)).toEqual({ scenario, stated })
  })
})

describe('A6: what is not a fact is refused by name', () => {
  test.each([
    [{}, 'scenario.unknown', 'scenario'],
    [{ scenario: 'flod' }, 'scenario.unknown', 'scenario'],
    [{ scenario: 'constructor' }, 'scenario.unknown', 'scenario'],
    [{ scenario: 7 }, 'scenario.unknown', 'scenario'],
    [{ scenario, mood: 'bad' }, 'fact.unknown', 'mood'],
    [{ scenario, toString: 1 }, 'fact.unknown', 'toString'],
    [JSON.parse('{"scenario":"power-cut","__proto__":{"reach":"room"}}'), 'fact.unknown', '__proto__'],
    [{ scenario, impact: { mood: 'slight' } }, 'fact.unknown', 'impact.mood'],
    [{ scenario, reach: { room: 1 } }, 'fact.value', 'reach'],
    [{ scenario, impact: 'slight' }, 'fact.unknown', 'impact'],
    [{ scenario, impact: { order: 'heavy' } }, 'fact.value', 'impact.order'],
    [{ scenario, schools: '3' }, 'fact.value', 'schools'],
    [{ scenario, schools: -1 }, 'fact.value', 'schools'],
    [{ scenario, schools: 1.5 }, 'fact.value', 'schools'],
    [{ scenario, reach: null }, 'fact.value', 'reach'],
    [{ scenario, impact: { order: 'slight' }, 'impact.order': 'none' }, 'fact.value', 'impact.order'],
    [[], 'fact.value', 'facts'],
    ['power-cut', 'fact.value', 'facts'],
    [null, 'fact.value', 'facts'],
  ])('%j → %s %s', (json, code, field) => {
    expect(parseFacts(json, plan)).toMatchObject({ refused: { code, field } })
  })

  test('a value of any length stays short in the refusal', () => {
    const result = parseFacts({ scenario, reach: 'x'.repeat(5000) }, plan)
    expect('refused' in result && String(result.refused.values?.value).length).toBeLessThan(70)
  })
})
