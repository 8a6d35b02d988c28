// One solid button: which deed is the next one of the viewer.

import { describe, expect, test } from 'vitest'
import { goOn, people, reportOf, type Tale, tell } from '#core/incident/incident.fixture.ts'
import type { Await, IncidentView } from '#core/wire/view.ts'
import { answersFor, asksFor, nextDeed } from './next-deed.ts'

const ALL = ['Acknowledge', 'Answer', 'Ask', 'SendMessage', 'StateExample', 'Handle', 'Close', 'Comply']

function viewOf(tale: Tale, may: readonly string[], kinds: readonly Await['kind'][] = []): IncidentView {
  return {
    incident: tale.state,
    limits: [],
    awaits: kinds.map((kind) => ({ kind, tier: 'county', post: 'county-office' })),
    told: [],
    people: {},
    may,
    plan: { hash: '', version: '', title: { zh: '', en: '' } },
    unitName: { zh: '', en: '' },
    similar: [],
  }
}

const reported = () => tell([people.chief, reportOf('power-cut')])
const taken = () => goOn(reported(), [people.county, { type: 'Acknowledge', data: {} }, 1])

describe('B5: the next deed', () => {
  test('B5: taking over comes first, and only while the server allows it', () => {
    expect(nextDeed(viewOf(reported(), ALL), 'county', true)).toBe('acknowledge')
    expect(nextDeed(viewOf(reported(), ['Answer']), 'county', true)).toBe('confirm')
  })

  test('B5: a question that waits for my tier is answered before anything else', () => {
    const asked = goOn(taken(), [
      people.principal,
      { type: 'Ask', data: { ask: 'a1', question: '补测吗？' } },
      2,
    ])
    const view = viewOf(asked, ALL, ['ask', 'handle'])
    expect(asksFor(view, 'county')).toHaveLength(1)
    expect(asksFor(view, 'school')).toHaveLength(0)
    expect(nextDeed(view, 'county', false)).toBe('answer')
  })

  test('B2: the handbook is looked up before the tier above is asked', () => {
    expect(nextDeed(viewOf(taken(), ALL, ['ask']), 'county', false)).toBe('answer')
    const none = goOn(taken(), [people.county, { type: 'StateExample', data: { listed: false } }, 2])
    expect(nextDeed(viewOf(none, ALL, ['ask']), 'county', false)).toBe('ask')
  })

  test('B5: an answer from above is complied with before mine goes down', () => {
    const answered = goOn(
      taken(),
      [people.county, { type: 'Ask', data: { ask: 'a1', question: '续测吗？' } }, 2],
      [people.province, { type: 'Answer', data: { answer: 'r1', ask: 'a1', instruction: '续测' } }, 3],
    )
    const view = viewOf(answered, ALL)
    expect(answersFor(view, 'county')).toHaveLength(1)
    expect(nextDeed(view, 'county', false)).toBe('comply')
  })

  test('B2: dealing with it is offered as next once what was ordered is being done', () => {
    expect(nextDeed(viewOf(taken(), ALL, ['handle']), 'county', false)).toBe('answer')
    const done = goOn(
      taken(),
      [people.county, { type: 'Answer', data: { answer: 'r1', instruction: '先保照明' } }, 2],
      [people.principal, { type: 'Comply', data: { answer: 'r1' } }, 3],
    )
    expect(nextDeed(viewOf(done, ALL, ['handle']), 'county', false)).toBe('handle')
    expect(nextDeed(viewOf(done, ALL, ['close']), 'county', false)).toBe('close')
  })

  test('C4: who may nothing is offered nothing', () => {
    expect(nextDeed(viewOf(taken(), []), 'county', false)).toBe('none')
  })
})
