// B8: whoever reports is shown what was reported of the same kind and place a short while ago.

import { describe, expect, test } from 'vitest'
import { MINUTE } from '#core/basics/instant.ts'
import type { IncidentRow } from '#core/wire/view.ts'
import { sameIncidents } from './same-incident.ts'

const NOW = Date.parse('2026-05-28T09:20:00+08:00')
const UNIT = '32/3207/10'
const plan = {
  thresholds: {
    massAbsence: { perRoom: 6, clause: 'c' },
    spread: { schools: 3, minutes: 30, clause: 'c' },
    sameIncident: { minutes: 15, clause: 'c' },
  },
}
const about = { unit: UNIT, scenario: 'power-cut', discoveredAt: NOW }

function row(id: string, minutesAgo: number, more: Partial<IncidentRow> = {}): IncidentRow {
  const at = NOW - minutesAgo * MINUTE
  return {
    id,
    version: 1,
    unit: UNIT,
    scenario: 'power-cut',
    status: 'open',
    eventLevel: 2,
    responseLevel: 'II',
    discoveredAt: at,
    reportedAt: at,
    changedAt: at,
    confined: false,
    awaits: [],
    ...more,
  }
}

const found = (rows: readonly IncidentRow[], more: object = {}, notSame: readonly string[] = []) =>
  sameIncidents(rows, { ...about, ...more }, plan, notSame).map((one) => one.id)

describe('is it this?', () => {
  test('B8: same school, kind and window; the nearest first', () => {
    const rows = [
      row('far', 14),
      row('near', 2),
      row('too-long-ago', 16),
      row('other-kind', 1, { scenario: 'seal-broken' }),
      row('other-school', 1, { unit: '32/3207/11' }),
      row('closed', 1, { status: 'closed' }),
      row('gone-into-another', 1, { status: 'joined', under: { incident: 'near', as: 'same' } }),
    ]
    expect(found(rows)).toEqual(['near', 'far'])
  })

  test('B8: another room is another matter; without a room either may be meant', () => {
    const rows = [row('room-2', 1, { room: 'r2' }), row('whole-school', 3)]
    expect(found(rows, { room: 'r3' })).toEqual(['whole-school'])
    expect(found(rows)).toEqual(['room-2', 'whole-school'])
  })

  test('B8: what the reporter said to be another one is not asked again', () => {
    expect(found([row('near', 2)], {}, ['near'])).toEqual([])
  })
})
