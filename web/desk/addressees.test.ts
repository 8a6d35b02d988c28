// Choosing the schools of an order: all, those with an incident, a county at a time.

import { describe, expect, test } from 'vitest'
import type { IncidentRow } from '#core/wire/view.ts'
import { allSchools, filterGroups, schoolsWith, toggle, toggleAll } from './addressees.ts'
import type { Cell, CellGroup } from './cells.ts'

const A = '00/99/990701'
const B = '00/99/990702'

function cell(county: string, key: string, scenario?: string): Cell {
  const unit = `${county}/${key}`
  const school = {
    unit,
    name: { zh: key, en: key },
    order: 1,
    state: 'unreported' as const,
    open: 0,
  }
  if (scenario === undefined) return { school, number: key, state: 'unreported', open: 0 }
  const worst: IncidentRow = {
    id: key,
    version: 1,
    unit,
    scenario,
    status: 'open',
    eventLevel: 1,
    responseLevel: 'IV',
    discoveredAt: 0,
    reportedAt: 0,
    changedAt: 0,
    confined: false,
    awaits: [],
  }
  return { school, number: key, state: 'open', worst, open: 1 }
}

const groups: readonly CellGroup[] = [
  { county: A, cells: [cell(A, '1', 'power-cut'), cell(A, '2'), cell(A, '3', 'fire')] },
  { county: B, cells: [cell(B, '4', 'power-cut')] },
]

describe('E6: to chosen schools or all', () => {
  test('E6: all, those with an incident, and those with the same kind', () => {
    expect(allSchools(groups).size).toBe(4)
    expect([...schoolsWith(groups)]).toEqual([`${A}/1`, `${A}/3`, `${B}/4`])
    expect([...schoolsWith(groups, 'power-cut')]).toEqual([`${A}/1`, `${B}/4`])
  })

  test('E6: a county is chosen whole, and let go whole once all of it is chosen', () => {
    const units = [`${A}/1`, `${A}/2`, `${A}/3`]
    const some = toggle(new Set<string>(), `${A}/2`)
    const whole = toggleAll(some, units)
    expect([...whole].sort()).toEqual(units)
    expect(toggleAll(whole, units).size).toBe(0)
    expect(toggle(whole, `${A}/2`).has(`${A}/2`)).toBe(false)
  })

  test('E6: searching hides what does not fit and counties that are left empty', () => {
    expect(filterGroups(groups, (one) => one.number === '4').map((group) => group.county)).toEqual([B])
  })
})
