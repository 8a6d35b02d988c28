// Whether a report is true, and what comes of it: verified, dismissed, struck through, evaluated (E2, B4).

import { describe, expect, test } from 'vitest'
import { given, handle, message, regrade, step } from './commands.fixture.ts'
import { goOn, people, plan, reportOf, tell } from './incident.fixture.ts'
import { limits } from './limits.ts'

const { chief, invigilator, principal, inspector, county, province } = people
const reported = tell([chief, reportOf('network-down')])
const verify = (verdict: 'verified' | 'refuted', words?: string) =>
  given('Verify', { verdict, ...(words === undefined ? {} : { words }) })
const dismiss = (reason = 'a false alarm') => given('Dismiss', { reason })
const strike = (entry: number, reason = 'wrong room') => given('StrikeEntry', { entry, reason })

describe('verified or refuted', () => {
  test('E2: each tier says so for itself, and differently later; the same word again is nothing new', () => {
    const said = goOn(reported, [county, verify('verified', 'seen on camera')])
    expect(said.state.verdicts).toMatchObject([{ verdict: 'verified', tier: 'county', by: county }])
    expect(goOn(said, [county, verify('verified', 'seen on camera')]).types).toEqual([])
    expect(goOn(said, [county, verify('verified')]).types).toEqual(['Verified'])
    expect(goOn(said, [county, verify('refuted')]).types).toEqual(['Verified'])
    expect(goOn(said, [inspector, verify('verified', 'seen on camera')]).types).toEqual(['Verified'])
  })
  test('E2: measures never wait for it, and it may come after the end', () => {
    expect(goOn(reported, [chief, step('stay')]).types).toEqual(['StepDone'])
    const over = goOn(reported, [county, dismiss()])
    expect(goOn(over, [county, verify('refuted')]).types).toEqual(['Verified'])
  })
})

describe('dismissed as a mistake', () => {
  test('E2: by the county or above; by the school once the county has found it to be untrue', () => {
    expect(goOn(reported, [principal, dismiss()]).refused).toEqual({
      code: 'incident.not-refuted',
      whoCould: ['county-office'],
    })
    expect(goOn(reported, [inspector, verify('refuted')], [principal, dismiss()]).refused?.code).toBe(
      'incident.not-refuted',
    )
    const refuted = goOn(reported, [county, verify('refuted')])
    expect(goOn(refuted, [principal, dismiss()]).types).toEqual(['Dismissed'])
    expect(goOn(refuted, [province, verify('verified')], [principal, dismiss()]).refused?.code).toBe(
      'incident.not-refuted',
    )
    expect(goOn(reported, [county, dismiss(' ')]).refused?.field).toBe('reason')
  })
  test('E2: it closes with whatever is owed, and whoever reopens it finds all again', () => {
    const asked = goOn(reported, [inspector, given('Ask', { ask: 'q1', question: 'wait?' })])
    const over = goOn(asked, [county, dismiss()])
    expect(over.state).toMatchObject({ status: 'closed', dismissed: { reason: 'a false alarm' } })
    expect(goOn(over, [principal, message()]).types).toEqual(['MessageSent'])
    const again = goOn(over, [county, given('Reopen', { reason: 'true after all' })])
    expect(again.state.status).toBe('open')
    expect(again.state.dismissed).toBeUndefined()
    expect(again.state.asks.map((open) => open.answer)).toEqual([undefined])
  })
})

describe('lines struck through', () => {
  const told = goOn(reported, [invigilator, message('it is room 4')])
  const line = told.state.version
  test('E2: a wrong line stays readable, struck, with who and why', () => {
    const struck = goOn(told, [invigilator, strike(line)])
    expect(struck.types).toEqual(['EntryStruck'])
    const kept = struck.state.entries.find((entry) => entry.version === line)
    expect(kept).toMatchObject({ text: 'it is room 4', struck: { by: invigilator, reason: 'wrong room' } })
    expect(goOn(struck, [invigilator, strike(line)])).toMatchObject({ types: [], refused: undefined })
  })
  test('E2: by its author, or who leads or sits at the desk of his tier or above; nobody else', () => {
    for (const by of [principal, county, province]) {
      expect(goOn(told, [by, strike(line)]).types).toEqual(['EntryStruck'])
    }
    for (const by of [chief, inspector, people.patrol]) {
      expect(goOn(told, [by, strike(line)]).refused).toEqual({
        code: 'not-allowed',
        whoCould: ['principal'],
      })
    }
    const fromAbove = goOn(reported, [county, message('hold on')])
    expect(goOn(fromAbove, [principal, strike(fromAbove.state.version)]).refused?.whoCould).toEqual([
      'county-office',
    ])
  })
  test('E2: facts, grades and ticks are not struck; what is not there, or has no reason, neither', () => {
    expect(goOn(told, [chief, strike(1)]).refused?.code).toBe('entry.not-strikable')
    expect(goOn(told, [chief, strike(2)]).refused?.code).toBe('entry.not-strikable')
    const done = goOn(reported, [chief, step('stay')])
    expect(goOn(done, [chief, strike(done.state.version)]).refused?.code).toBe('entry.not-strikable')
    expect(goOn(told, [chief, strike(99)]).refused?.code).toBe('entry.unknown')
    expect(goOn(told, [invigilator, strike(line, '')]).refused?.field).toBe('reason')
  })
  test('A4 E2: a struck measure stops no clock', () => {
    const clock = (tale: typeof told) => limits(tale.state, plan).find((one) => one.limit.id === 'II')
    const measured = goOn(reported, [principal, given('TakeMeasure', { measure: 'routers' }), 5])
    expect(clock(measured)?.stoppedAt).toBeDefined()
    const struck = goOn(measured, [principal, strike(measured.state.version), 6])
    expect(clock(struck)?.stoppedAt).toBeUndefined()
  })
})

describe('the evaluation', () => {
  const fire = tell([chief, reportOf('fire')])
  const handled = goOn(fire, [county, handle()])
  const evaluate = (cause = 'a cable', course = 'put out at once') =>
    given('Evaluate', { points: { cause, course } })

  test('B4: by the tier that the plan names, after it was dealt with, at a level that wants one', () => {
    expect(goOn(handled, [county, evaluate()]).refused).toEqual({
      code: 'not-allowed',
      whoCould: ['province-office'],
    })
    expect(goOn(fire, [province, evaluate()]).refused?.code).toBe('incident.not-handled')
    expect(goOn(reported, [province, evaluate()]).refused?.code).toBe('evaluation.not-here')
    expect(
      goOn(reported, [county, regrade(3, 'I')], [county, handle()], [province, evaluate()]).types,
    ).toEqual(['Evaluated'])
  })
  test('B4: every point has its text; a later evaluation replaces the earlier, both stay readable', () => {
    expect(goOn(handled, [province, evaluate('a cable', ' ')]).refused).toMatchObject({
      code: 'text.missing',
      field: 'points.course',
    })
    const first = goOn(handled, [province, evaluate()])
    expect(first.state.evaluated?.points).toEqual({ cause: 'a cable', course: 'put out at once' })
    expect(goOn(first, [province, evaluate()])).toMatchObject({ types: [], refused: undefined })
    const second = goOn(first, [province, evaluate('a lamp')])
    expect(second.state.evaluated?.points.cause).toBe('a lamp')
    const lines = second.state.entries.filter((entry) => entry.kind === 'Evaluated')
    expect(lines.map((entry) => entry.text)).toEqual(['a cable\nput out at once', 'a lamp\nput out at once'])
  })
})
