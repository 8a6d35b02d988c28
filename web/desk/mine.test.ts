// What waits for whom at a desk: order, tiers, and those who stand beside the line.

import { describe, expect, test } from 'vitest'
import type { Await, IncidentRow } from '#core/wire/view.ts'
import { builtInPlan } from '#server/plan/load.ts'
import {
  answersForTier,
  countOpen,
  firstAwait,
  isLate,
  nearestEnd,
  needsOf,
  newestFirst,
  waitedFor,
} from './mine.ts'

const NOW = 1_000_000
const plan = builtInPlan()

function row(id: string, awaits: readonly Await[], more: Partial<IncidentRow> = {}): IncidentRow {
  return {
    id,
    version: 1,
    unit: '00/99/990701/99070101',
    scenario: 'power-cut',
    status: 'open',
    eventLevel: 2,
    responseLevel: 'II',
    discoveredAt: NOW - 600,
    reportedAt: NOW - 500,
    changedAt: NOW,
    confined: false,
    awaits,
    ...more,
  }
}

const ids = (needs: readonly { row: IncidentRow }[]) => needs.map((need) => need.row.id)

describe('E4: what needs the answer of my tier', () => {
  test('E4: sorted by time left, late first, without an end last', () => {
    const rows = [
      row('c', [{ kind: 'record', tier: 'county' }]),
      row('b', [{ kind: 'answer', tier: 'county', dueAt: NOW + 300 }]),
      row('a', [{ kind: 'acknowledge', tier: 'county', dueAt: NOW - 100 }]),
    ]
    expect(ids(needsOf(rows, 'county'))).toEqual(['a', 'b', 'c'])
  })

  test('E4: only deeds of my tier count, and of several the one due first is shown', () => {
    const rows = [
      row('a', [
        { kind: 'step', tier: 'school', dueAt: NOW + 1 },
        { kind: 'handle', tier: 'county', dueAt: NOW + 900 },
        { kind: 'answer', tier: 'county', dueAt: NOW + 300 },
      ]),
      row('b', [{ kind: 'comply', tier: 'school' }]),
    ]
    const needs = needsOf(rows, 'county')
    expect(ids(needs)).toEqual(['a'])
    expect(needs[0]?.awaits.kind).toBe('answer')
  })

  test('E4: at the same moment the graver response comes first, then the older report', () => {
    const due: readonly Await[] = [{ kind: 'answer', tier: 'county', dueAt: NOW }]
    const rows = [
      row('young', due, { reportedAt: NOW - 1 }),
      row('old', due, { reportedAt: NOW - 9 }),
      row('grave', due, { responseLevel: 'I', reportedAt: NOW }),
    ]
    expect(ids(needsOf(rows, 'county'))).toEqual(['grave', 'old', 'young'])
  })

  test('E4: response I and what is to be done at once lead, however late others are', () => {
    const late: readonly Await[] = [{ kind: 'answer', tier: 'county', limit: 'answer', dueAt: NOW - 900 }]
    const atOnce: readonly Await[] = [{ kind: 'answer', tier: 'county', limit: 'at-once', dueAt: NOW + 60 }]
    const rows = [
      row('late', late),
      row('at-once', atOnce),
      row('grave', [{ kind: 'record', tier: 'county' }], { responseLevel: 'I' }),
    ]
    const needs = needsOf(rows, 'county', (timed) => timed.limit === 'at-once')
    expect(ids(needs)).toEqual(['at-once', 'grave', 'late'])
  })

  test('B4: the members of a joined incident follow it, where the most urgent of them would stand', () => {
    const due = (dueAt: number): readonly Await[] => [{ kind: 'answer', tier: 'county', dueAt }]
    const under = { incident: 'joined', as: 'spread' as const }
    const rows = [
      row('other', due(NOW + 2)),
      row('member-a', due(NOW + 1), { under }),
      row('joined', due(NOW + 3), { members: 2 }),
      row('member-b', due(NOW + 4), { under }),
    ]
    expect(ids(needsOf(rows, 'county'))).toEqual(['joined', 'member-a', 'member-b', 'other'])
  })

  test('C4: inspectors and patrols see the list but owe nothing of it', () => {
    expect(answersForTier('county-desk')).toBe(true)
    expect(answersForTier('province-lead')).toBe(true)
    expect(answersForTier('county-observer')).toBe(false)
    expect(answersForTier('administrator')).toBe(false)
  })
})

describe('B5: what I wait for', () => {
  test('B5: the answer of the tier right above, and what the tier right below is to do', () => {
    const rows = [
      row('asked', [{ kind: 'answer', tier: 'province', dueAt: NOW + 60 }]),
      row('ordered', [{ kind: 'comply', tier: 'school', dueAt: NOW + 30 }]),
      row('steps', [{ kind: 'step', tier: 'school' }]),
      row('higher', [{ kind: 'answer', tier: 'nation' }]),
    ]
    expect(ids(waitedFor(rows, 'county'))).toEqual(['ordered', 'asked', 'higher', 'steps'])
    expect(ids(waitedFor(rows, 'province'))).toEqual(['higher'])
  })

  test('B5: nothing open is in neither list of the county; the province has what the plan gives it', () => {
    const at = (id: string, eventLevel: 1 | 2 | 3, awaits: readonly Await[]) =>
      row(id, awaits, { eventLevel })
    const rows = [
      at('mine', 2, [{ kind: 'handle', tier: 'county' }]),
      at('theirs', 1, [{ kind: 'record', tier: 'school' }]),
      at('grave', 3, [{ kind: 'handle', tier: 'county' }]),
      row('over', [{ kind: 'record', tier: 'school' }], { status: 'closed' }),
    ]
    expect(ids(needsOf(rows, 'county'))).toEqual(['grave', 'mine'])
    expect(ids(waitedFor(rows, 'county', plan.handling))).toEqual(['theirs'])
    expect(ids(waitedFor(rows, 'province', plan.handling))).toEqual(['grave', 'mine'])
    expect(ids(waitedFor(rows, 'nation', plan.handling))).toEqual([])
  })

  test('A4: a card carries the end of its own duty, else the nearest that runs, and none only where none runs', () => {
    const mine: Await = { kind: 'handle', tier: 'county' }
    const soon: Await = { kind: 'respond', tier: 'school', dueAt: NOW + 60 }
    const one = row('a', [mine, { kind: 'record', tier: 'school', dueAt: NOW + 90 }, soon])
    expect(nearestEnd(mine, one)).toBe(soon)
    expect(nearestEnd({ ...mine, dueAt: NOW + 999 }, one)?.dueAt).toBe(NOW + 999)
    expect(nearestEnd(mine, row('b', [mine]))).toBeUndefined()
  })
})

describe('the live list', () => {
  test('E2: newest report on top, closed ones in their place', () => {
    const rows = [
      row('a', [], { reportedAt: 1 }),
      row('c', [], { reportedAt: 3, status: 'closed' }),
      row('b', [], { reportedAt: 2 }),
    ]
    expect(newestFirst(rows).map((one) => one.id)).toEqual(['c', 'b', 'a'])
    expect(countOpen(rows)).toBe(2)
  })

  test('E4: the clock of a row is the one that ends first; at the same moment mine', () => {
    const theirs: Await = { kind: 'comply', tier: 'school', dueAt: NOW }
    const mine: Await = { kind: 'answer', tier: 'county', dueAt: NOW }
    expect(firstAwait([theirs, mine], 'county')).toBe(mine)
    expect(firstAwait([mine, { ...theirs, dueAt: NOW - 1 }], 'county')?.kind).toBe('comply')
    expect(firstAwait([], 'county')).toBeUndefined()
  })

  test('E4: late from the very moment it is due', () => {
    expect(isLate({ kind: 'answer', tier: 'county', dueAt: NOW }, NOW)).toBe(true)
    expect(isLate({ kind: 'answer', tier: 'county', dueAt: NOW + 1 }, NOW)).toBe(false)
    expect(isLate({ kind: 'answer', tier: 'county' }, NOW)).toBe(false)
  })
})
