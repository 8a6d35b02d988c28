// Figures: only what is verified counts in public, one matter once, and reports by stretches of time.

import { describe, expect, test } from 'vitest'
import { MINUTE } from '#core/basics/instant.ts'
import type { IncidentRow } from '#core/wire/view.ts'
import { newByTime, verdictFigures } from './figures.ts'

function row(id: string, more: Partial<IncidentRow> = {}): IncidentRow {
  return {
    id,
    version: 1,
    unit: '00/99/990701/99070101',
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

describe('E5: public figures count only what was verified', () => {
  test('E5: verified, refuted and what nobody has verified are told apart', () => {
    const rows = [row('a', { verdict: 'verified' }), row('b', { verdict: 'refuted' }), row('c'), row('d')]
    expect(verdictFigures(rows)).toEqual({ verified: 1, refuted: 1, unverified: 2 })
  })

  test('E5: a matter reported twice is one; schools of a spread each count', () => {
    const rows = [
      row('a'),
      row('b', { under: { incident: 'a', as: 'same' } }),
      row('c', { under: { incident: 'x', as: 'spread' } }),
    ]
    expect(verdictFigures(rows).unverified).toBe(2)
  })
})

describe('A2: what began when', () => {
  test('A2: each report stands in the stretch it was made in, older ones in none', () => {
    const ten = 10 * MINUTE
    const now = 6 * ten + 3 * MINUTE
    const rows = [
      row('now', { reportedAt: now, responseLevel: 'I' }),
      row('edge', { reportedAt: 5 * ten, responseLevel: 'II' }),
      row('before', { reportedAt: 6 * ten - 1, responseLevel: 'II' }),
      row('old', { reportedAt: ten }),
    ]
    const stretches = newByTime(rows, now, ten, 3)
    expect(stretches.map((one) => [one.from / ten, one.all])).toEqual([
      [4, 0],
      [5, 2],
      [6, 1],
    ])
    expect(stretches[1]?.counts).toEqual({ I: 0, II: 2, III: 0, IV: 0 })
  })
})
