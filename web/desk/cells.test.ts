// The wall: fixed places, the gravest incident, and no school shown as quiet without a word from it.

import { describe, expect, test } from 'vitest'
import type { IncidentRow } from '#core/wire/view.ts'
import { cellsOf, countCells, type SchoolOfOverview } from './cells.ts'

const COUNTY = '00/99/990701'

function school(key: string, order: number, county = COUNTY): SchoolOfOverview {
  return { unit: `${county}/${key}`, name: { zh: key, en: key }, order, state: 'unreported', open: 0 }
}

function row(id: string, key: string, more: Partial<IncidentRow> = {}): IncidentRow {
  return {
    id,
    version: 1,
    unit: `${COUNTY}/${key}`,
    scenario: 'power-cut',
    status: 'open',
    eventLevel: 1,
    responseLevel: 'IV',
    discoveredAt: 0,
    reportedAt: 0,
    changedAt: 0,
    confined: false,
    awaits: [],
    ...more,
  }
}

describe('A3: the school wall', () => {
  test('A3: schools keep their own order whatever happens', () => {
    const groups = cellsOf([school('b', 2), school('a', 1)], [row('x', 'b', { responseLevel: 'I' })])
    expect(groups[0]?.cells.map((cell) => [cell.number, cell.school.unit])).toEqual([
      ['01', `${COUNTY}/a`],
      ['02', `${COUNTY}/b`],
    ])
  })

  test('A3: the gravest response level open at a school is the one shown', () => {
    const rows = [
      row('light', 'a', { eventLevel: 3 }),
      row('grave', 'a', { responseLevel: 'II' }),
      row('over', 'a', { responseLevel: 'I', status: 'closed' }),
    ]
    const cell = cellsOf([school('a', 1)], rows)[0]?.cells[0]
    expect(cell?.worst?.id).toBe('grave')
    expect(cell?.open).toBe(2)
  })

  test('A1: of two equal responses the graver event, then the one with less time', () => {
    const rows = [
      row('slow', 'a', { awaits: [{ kind: 'answer', tier: 'county', dueAt: 9 }] }),
      row('soon', 'a', { awaits: [{ kind: 'answer', tier: 'county', dueAt: 5 }] }),
    ]
    expect(cellsOf([school('a', 1)], rows)[0]?.cells[0]?.worst?.id).toBe('soon')
    expect(
      cellsOf([school('a', 1)], [...rows, row('event', 'a', { eventLevel: 2 })])[0]?.cells[0]?.worst?.id,
    ).toBe('event')
  })

  test('corridor: a school that said nothing is not reported, not quiet', () => {
    const groups = cellsOf([school('a', 1), school('b', 2)], [row('x', 'b')])
    expect(groups[0]?.cells[0]?.state).toBe('unreported')
    expect(countCells(groups)).toEqual({ schools: 2, open: 1, settled: 0, unreported: 1 })
  })

  test('corridor: a school whose incidents are all closed was heard of: settled, not "nothing yet"', () => {
    const before = { ...school('a', 1), state: 'settled' as const }
    const groups = cellsOf([before, school('b', 2), school('c', 3)], [{ ...row('x', 'b'), status: 'closed' }])
    expect(groups[0]?.cells.map((cell) => cell.state)).toEqual(['settled', 'settled', 'unreported'])
  })

  test('corridor: a province sees its schools county by county', () => {
    const groups = cellsOf([school('a', 1), school('c', 1, '00/99/990702')], [])
    expect(groups.map((group) => group.county)).toEqual([COUNTY, '00/99/990702'])
  })
})
