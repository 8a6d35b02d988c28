// Which incidents stand on the first page: what is late first, and nothing late or of level Ⅰ or Ⅱ left out (A4).
// How a row is drawn is incident-row.tsx.

import { describe, expect, test } from 'vitest'
import type { ResponseLevel } from '#core/plan/grade-types.ts'
import type { IncidentRow } from '#core/wire/view.ts'
import { mostPressing } from './most-pressing.ts'

const NOW = 1_000_000

function row(id: string, responseLevel: ResponseLevel, reportedAt: number, dueAt?: number): IncidentRow {
  return {
    id,
    version: 1,
    unit: 'cn/yuhe/qinghe/qiaotou',
    scenario: 'power-cut',
    status: 'open',
    eventLevel: 2,
    responseLevel,
    discoveredAt: reportedAt,
    reportedAt,
    changedAt: reportedAt,
    confined: false,
    awaits: [
      {
        kind: 'acknowledge',
        tier: 'county',
        post: 'county-office',
        ...(dueAt === undefined ? {} : { dueAt }),
      },
    ],
  }
}

describe('open incidents on the first page', () => {
  test('A4: what is late stands first, then the graver, then the latest', () => {
    const rows = [
      row('new', 'IV', 9),
      row('old', 'IV', 1),
      row('grave', 'I', 2),
      row('late', 'IV', 0, NOW - 1),
    ]
    expect(mostPressing(rows, NOW, 9).map((one) => one.id)).toEqual(['late', 'grave', 'new', 'old'])
  })
  test('A4: nothing late and nothing of level Ⅰ or Ⅱ is left out, however many there are', () => {
    const rows = [
      row('a', 'II', 5),
      row('b', 'I', 4),
      row('c', 'III', 3, NOW - 1),
      row('d', 'III', 2),
      row('e', 'IV', 1, NOW + 1),
    ]
    expect(mostPressing(rows, NOW, 1).map((one) => one.id)).toEqual(['c', 'b', 'a'])
  })
})
