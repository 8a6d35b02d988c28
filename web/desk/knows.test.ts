// Who knows: order of the ladder, how far each person got, and posts without a person.

import { describe, expect, test } from 'vitest'
import {
  COUNTY,
  goOn,
  PROVINCE,
  people,
  plan,
  reportOf,
  SCHOOL,
  tell,
} from '#core/incident/incident.fixture.ts'
import type { ToldView } from '#core/wire/view.ts'
import { ownNotices } from '../talk/own-notices.ts'
import { knowsOf } from './knows.ts'

function told(postKind: string, unit: string, persons: ToldView['persons']): ToldView {
  return { notice: `i1~${postKind}`, postKind, unit, what: 'reported', toldAt: 10, urgent: false, persons }
}

const incident = tell([people.chief, reportOf('power-cut')]).state
const seen = { id: 'cao', who: 'holder', seenAt: 20 } as const
const all = [
  told('principal', SCHOOL, [{ id: 'pan', who: 'holder', seenAt: 11, confirmedAt: 12 }]),
  told('county-patrol', COUNTY, []),
  told('county-office', COUNTY, [seen, { id: 'bai', who: 'substitute' }]),
  told('province-inspector', PROVINCE, [{ id: 'ping', who: 'holder' }]),
]

describe('C4: who knows', () => {
  test('C4: tiers from the top, the desk of each on the line, the others beside it', () => {
    const lines = knowsOf({ told: all, incident, plan })
    expect(lines.map((line) => [line.postKind, line.beside])).toEqual([
      ['national-centre', false],
      ['province-office', false],
      ['province-inspector', true],
      ['county-office', false],
      ['county-office', true],
      ['county-patrol', true],
      ['principal', false],
    ])
  })

  test('C1: a desk above that was not told, and a post without a person, are said', () => {
    const lines = knowsOf({ told: all, incident, plan })
    expect(lines.find((line) => line.postKind === 'province-office')?.state).toBe('notTold')
    expect(lines.find((line) => line.postKind === 'county-patrol')?.nobody).toBe(true)
  })

  test('E2: each person by himself: not seen, seen, confirmed, in charge', () => {
    const state = (id: string, of = incident) =>
      knowsOf({ told: all, incident: of, plan }).find((line) => line.person === id)?.state
    expect([state('ping'), state('cao'), state('pan')]).toEqual(['unseen', 'seen', 'confirmed'])
    const tale = goOn(tell([people.chief, reportOf('power-cut')]), [
      people.county,
      { type: 'Acknowledge', data: {} },
      3,
    ])
    expect(state('cao', tale.state)).toBe('handling')
  })

  test('E2: my own notices are those that name me', () => {
    expect(ownNotices(all, 'bai')).toEqual({
      unseen: ['i1~county-office'],
      unconfirmed: ['i1~county-office'],
    })
    expect(ownNotices(all, 'cao')).toEqual({ unseen: [], unconfirmed: ['i1~county-office'] })
    expect(ownNotices(all, 'nobody')).toEqual({ unseen: [], unconfirmed: [] })
  })
})
