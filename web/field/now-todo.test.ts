// What I must do now: by post and tier, most pressing first; those beside the line owe nothing (C4). And the timetable.

import { describe, expect, test } from 'vitest'
import type { Role } from '#core/plan/layer.ts'
import type { Await, IncidentRow, Me } from '#core/wire/view.ts'
import { todosOf } from './now-todo.ts'
import { sessionNow } from './sessions.ts'

const SCHOOL = '00/99/990701/99070107'

function person(kind: string, role: Role, tier: 'school' | 'county', unit: string) {
  return {
    person: { id: 'person-1', name: '某人' },
    post: { id: `c1~x~${kind}`, kind, role, tier, unit, substitute: false },
    campaign: { id: 'c1', kind: 'demo', name: { zh: '', en: '' }, zoneMinutes: 480, sessions: [] },
  } satisfies Pick<Me, 'person' | 'post' | 'campaign'>
}

function row(id: string, awaits: readonly Await[], status: IncidentRow['status'] = 'open'): IncidentRow {
  return {
    id,
    version: 1,
    unit: SCHOOL,
    scenario: 'power-cut',
    status,
    eventLevel: 2,
    responseLevel: 'II',
    discoveredAt: 0,
    reportedAt: 0,
    changedAt: 0,
    confined: false,
    awaits,
  }
}

const acknowledge: Await = { kind: 'acknowledge', tier: 'county', post: 'county-office', dueAt: 600 }
const comply: Await = { kind: 'comply', tier: 'school', post: 'principal', dueAt: 300 }
const step = (about: string, post: string): Await => ({ kind: 'step', tier: 'school', post, about })
const rows = [
  row('a', [acknowledge, comply, step('one', 'chief-invigilator'), step('two', 'chief-invigilator')]),
  row('b', [{ ...acknowledge, dueAt: 100 }]),
  row('c', [acknowledge], 'closed'),
]

describe('to do now', () => {
  test('corridor: the county desk must take over, the nearest clock first, closed ones never', () => {
    const desk = person('county-office', 'county-desk', 'county', '00/99/990701')
    expect(todosOf(rows, desk).map((todo) => [todo.row.id, todo.kind])).toEqual([
      ['b', 'acknowledge'],
      ['a', 'acknowledge'],
    ])
  })

  test('corridor, B8: the head of the school takes the answer on, the chief has two steps', () => {
    const principal = person('principal', 'school-lead', 'school', SCHOOL)
    expect(todosOf(rows, principal).map((todo) => todo.kind)).toEqual(['comply'])
    const chief = person('chief-invigilator', 'chief', 'school', SCHOOL)
    expect(todosOf(rows, chief)).toMatchObject([{ kind: 'step', count: 2 }])
  })

  test('B1: ending it is for the tier that waits to, as the incident’s plan says', () => {
    const handle = (tier: 'school' | 'county'): Await => ({ kind: 'handle', tier, post: 'any' })
    const principal = person('principal', 'school-lead', 'school', SCHOOL)
    expect(todosOf([row('a', [handle('school')])], principal)).toMatchObject([{ kind: 'handle' }])
    expect(todosOf([row('a', [handle('county')])], principal)).toEqual([])
  })

  test('A4: the first response is the post’s that owes it, with its clock', () => {
    const due: Await = {
      kind: 'respond',
      tier: 'school',
      post: 'principal',
      dueAt: 200,
      limit: 'response-II',
    }
    const owed = [row('d', [due])]
    const principal = person('principal', 'school-lead', 'school', SCHOOL)
    expect(todosOf(owed, principal)).toMatchObject([{ kind: 'respond', dueAt: 200, limit: 'response-II' }])
    expect(todosOf(owed, person('chief-invigilator', 'chief', 'school', SCHOOL))).toEqual([])
  })

  test('C4: a patrol beside the line is told and owes nothing', () => {
    expect(todosOf(rows, person('county-patrol', 'county-observer', 'county', '00/99/990701'))).toEqual([])
  })
})

describe('the timetable', () => {
  const nine = Date.UTC(2026, 4, 28, 1)
  const session = {
    id: 's1',
    name: { zh: '语文', en: 'Chinese' },
    startsAt: nine,
    endsAt: nine + 80 * 60_000,
  }

  test.each([
    [nine - 1, 'next'],
    [nine, 'running'],
    [nine + 79 * 60_000, 'running'],
    [nine + 80 * 60_000, 'over'],
    [nine + 24 * 3_600_000, 'none'],
  ] as const)('at %d the day is %s', (now, state) => {
    expect(sessionNow([session], now, 480).state).toBe(state)
  })
})
