// Responses: started, changed and ended by whom the plan names (A7).

import { describe, expect, test } from 'vitest'
import { given, regrade, start, step } from './commands.fixture.ts'
import { decide } from './decide.ts'
import { goOn, NINE, people, plan, reportOf, tell } from './incident.fixture.ts'
import { limits } from './limits.ts'

const { chief, invigilator, principal, inspector, county, countyLead, province } = people
const reported = tell([chief, reportOf('power-cut')])
const started = goOn(reported, [principal, start()])
const change = (
  responseLevel: 'I' | 'II' | 'III' | 'IV',
  measures = 'fetch more',
  reason = 'it grows',
  expectedMinutes = 60,
) => given('ChangeResponse', { responseLevel, expectedMinutes, measures, reason })
const end = (reason = 'all back') => given('EndResponse', { reason })

describe('who commands', () => {
  test.each([
    ['start', start()],
    ['change', change('II')],
    ['end', end()],
  ])('A7: %s is for the plan’s commanders of the doer’s tier; others are told who could', (_, command) => {
    expect(goOn(started, [inspector, command]).refused).toEqual({
      code: 'not-allowed',
      whoCould: ['principal'],
    })
    expect(goOn(started, [people.patrol, command]).refused?.whoCould).toEqual([
      'county-lead',
      'county-office',
    ])
    for (const by of [principal, county, countyLead, province]) {
      expect(goOn(started, [by, command]).refused?.code).not.toBe('not-allowed')
    }
  })
  test('A7 G3: where the plan names nobody at a tier, whoever access lets in may', () => {
    const open = { ...plan, commanders: [] }
    const context = { now: NINE, occurredAt: NINE, by: inspector, plan: open }
    expect(decide(reported.state, start(), context)).toHaveProperty('events')
  })
  test('A7: what saves life waits for no response', () => {
    expect(goOn(reported, [invigilator, step('stay')]).types).toEqual(['StepDone'])
    expect(goOn(reported, [chief, given('TakeMeasure', { measure: 'called 120' })]).types).toEqual([
      'MeasureTaken',
    ])
  })
})

describe('the course of a response', () => {
  test('A7: started at the level in force, once, and again when the level has risen above it', () => {
    expect(started.state.responseStarted).toMatchObject({ responseLevel: 'III', expectedMinutes: 30 })
    expect(goOn(started, [principal, start()]).types).toEqual([])
    expect(goOn(started, [principal, start('more')]).refused).toEqual({
      code: 'response.started',
      values: { level: 'III' },
    })
    const risen = goOn(started, [county, regrade(3, 'I')], [principal, start('evacuate')])
    expect(risen.state.responseStarted?.responseLevel).toBe('I')
    expect(goOn(reported, [principal, start(' ')]).refused?.field).toBe('measures')
  })
  test('A7: level, duration and measures change with a reason, up and down; the same again is nothing new', () => {
    const raised = goOn(started, [principal, change('II')])
    expect(raised.types).toEqual(['ResponseChanged'])
    expect(raised.state.responseChanges).toMatchObject([
      { responseLevel: 'II', expectedMinutes: 60, measures: 'fetch more', reason: 'it grows' },
    ])
    expect(goOn(raised, [principal, change('II', 'fetch more', 'said otherwise')]).types).toEqual([])
    expect(goOn(raised, [principal, change('II', 'fetch more', 'longer', 90)]).types).toEqual([
      'ResponseChanged',
    ])
    expect(goOn(raised, [principal, change('IV')]).types).toEqual(['ResponseChanged'])
    expect(goOn(raised, [principal, start()]).refused?.values).toEqual({ level: 'II' })
    expect(goOn(started, [principal, change('II', ' ')]).refused?.field).toBe('measures')
    expect(goOn(started, [principal, change('II', 'more', ' ')]).refused?.field).toBe('reason')
  })
  test('A4 A7: raised to the level that the grade calls for, it is that response: its clock stops', () => {
    const clock = (tale: typeof started) =>
      limits(tale.state, plan).find((running) => running.limit.id === 'I-start')
    const risen = goOn(started, [county, regrade(3, 'I'), 5])
    expect(clock(risen)?.stoppedAt).toBeUndefined()
    expect(clock(goOn(risen, [principal, change('II'), 6]))?.stoppedAt).toBeUndefined()
    expect(clock(goOn(risen, [principal, change('I'), 7]))?.kept).toBe(true)
  })
  test('A7: ended with a reason; what does not run cannot be changed or ended', () => {
    expect(goOn(reported, [principal, change('II')]).refused?.code).toBe('response.not-started')
    expect(goOn(reported, [principal, end()]).refused?.code).toBe('response.not-started')
    expect(goOn(started, [principal, end('')]).refused?.field).toBe('reason')
    const ended = goOn(started, [principal, end(), 40])
    expect(ended.state.responseEnded).toMatchObject({ by: principal, reason: 'all back' })
    expect(goOn(ended, [principal, end('again')])).toMatchObject({ types: [], refused: undefined })
    expect(goOn(ended, [principal, change('II')]).refused?.code).toBe('response.ended')
  })
  test('A7: after the end a new start is possible, at the level in force, with no changes of the old one', () => {
    const again = goOn(started, [principal, change('I')], [principal, end()], [principal, start()])
    expect(again.types).toEqual(['ResponseStarted'])
    expect(again.state).toMatchObject({ responseStarted: { responseLevel: 'III' }, responseChanges: [] })
    expect(again.state.responseEnded).toBeUndefined()
  })
})
