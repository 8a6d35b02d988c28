// When the desk is heard, and when it is silent.

import { describe, expect, test } from 'vitest'
import type { Await, IncidentRow } from '#core/wire/view.ts'
import type { Need } from './mine.ts'
import { listen } from './tone.ts'

const NOW = 5_000

function need(id: string, awaits: Await): Need {
  const row: IncidentRow = {
    id,
    version: 1,
    unit: '00/99/990701/99070101',
    scenario: 'power-cut',
    status: 'open',
    eventLevel: 2,
    responseLevel: 'II',
    discoveredAt: 0,
    reportedAt: 0,
    changedAt: 0,
    confined: false,
    awaits: [awaits],
  }
  return { row, awaits }
}

const acknowledge = need('a', { kind: 'acknowledge', tier: 'county', dueAt: NOW + 100 })
const answer = need('a', { kind: 'answer', tier: 'county', dueAt: NOW + 200 })
const other = need('b', { kind: 'acknowledge', tier: 'county', dueAt: NOW + 300 })

describe('E4: the sound of the desk', () => {
  test('E4: the first look is silent', () => {
    expect(listen(undefined, [acknowledge], NOW).tone).toBeUndefined()
  })

  test('E4: a new deed for me sounds once', () => {
    const first = listen(undefined, [acknowledge], NOW)
    const second = listen(first.heard, [acknowledge, other], NOW)
    expect(second.tone).toBe('new')
    expect(listen(second.heard, [acknowledge, other], NOW + 1).tone).toBeUndefined()
  })

  test('E4: the same incident asking for another deed is new', () => {
    const first = listen(undefined, [acknowledge], NOW)
    expect(listen(first.heard, [answer], NOW).tone).toBe('new')
  })

  test('E4: late has its own tone, once, and goes before new', () => {
    const first = listen(undefined, [acknowledge], NOW)
    const late = listen(first.heard, [acknowledge, other], NOW + 100)
    expect(late.tone).toBe('late')
    expect(listen(late.heard, [acknowledge, other], NOW + 150).tone).toBeUndefined()
  })

  test('E4: what is done makes no sound', () => {
    const first = listen(undefined, [acknowledge, other], NOW)
    expect(listen(first.heard, [other], NOW).tone).toBeUndefined()
  })
})
