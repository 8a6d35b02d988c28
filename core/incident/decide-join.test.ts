// Joined and parted by what was decided elsewhere, an example of the handbook cited, files attached (A2, B8, E2).

import { describe, expect, test } from 'vitest'
import { MINUTE } from '../basics/instant.ts'
import { awaits } from './awaits.ts'
import { close, example, facts, given, message, step } from './commands.fixture.ts'
import { FILE_LIMITS, FILES_PER_INCIDENT } from './file-limits.ts'
import { COUNTY, goOn, NINE, people, plan, reportOf, SCHOOL, tell } from './incident.fixture.ts'
import { limits } from './limits.ts'

const THE_PLAN = { person: 'plan' }
const { chief, principal, county } = people
const reported = tell([chief, reportOf('power-cut')])
const join = (incident = 'i2', as: 'same' | 'spread' = 'same') => given('Join', { incident, as })
const part = (incident = 'i2') => given('Part', { incident, reason: 'another room' })
const joined = goOn(reported, [THE_PLAN, join()])
const takeIn = (incident = 'i2', as: 'same' | 'spread' = 'same') =>
  given('TakeIn', {
    incident,
    as,
    unit: SCHOOL,
    discoveredAt: NINE - 10 * MINUTE,
    reportedAt: NINE - 8 * MINUTE,
    knownAt: NINE - 8 * MINUTE,
  })

describe('joined', () => {
  test('E2: one matter reported twice goes on under the other; requests are told so, field facts are taken', () => {
    expect(joined.state).toMatchObject({ status: 'joined', joinedTo: { incident: 'i2', as: 'same' } })
    for (const command of [close, given('Acknowledge', {}), given('Reopen', { reason: 'mine' })]) {
      expect(goOn(joined, [county, command]).refused).toEqual({ code: 'incident.joined' })
    }
    expect(goOn(joined, [chief, step('stay')]).types).toEqual(['StepDone'])
    expect(goOn(joined, [chief, message()]).types).toEqual(['MessageSent'])
    const graver = goOn(joined, [chief, facts({ 'impact.data': 'serious' })])
    expect(graver.types).toEqual(['FactsStated', 'Graded'])
    expect(graver.state.status).toBe('joined')
  })
  test('A2: a county that joined a school’s incident has it in hand; nobody asks it again to take it over', () => {
    const member = goOn(reported, [THE_PLAN, join('c1', 'spread')])
    expect(member.state.acknowledged).toMatchObject([{ tier: 'county' }])
    expect(
      awaits(reported.state, plan).some((one) => one.kind === 'acknowledge' && one.tier === 'county'),
    ).toBe(true)
    expect(
      awaits(member.state, plan).some((one) => one.kind === 'acknowledge' && one.tier === 'county'),
    ).toBe(false)
    const clock = limits(member.state, plan).find((one) => one.limit.id === 'acknowledge')
    expect(clock?.stoppedAt).toBeDefined()
  })
  test('A2: a report joined to what was closed opens it again: nothing is silenced', () => {
    const mistaken = goOn(reported, [county, given('Dismiss', { reason: 'another school' })])
    const again = goOn(mistaken, [THE_PLAN, takeIn()])
    expect(again.types).toEqual(['TookIn', 'Reopened'])
    expect(again.state.status).toBe('open')
    expect(again.state.dismissed).toBeUndefined()
    expect(goOn(mistaken, [THE_PLAN, takeIn('i2', 'spread')]).types).toEqual(['TookIn'])
  })
  test('E2: its own truth, number and lines stay with it, its clocks do not', () => {
    expect(goOn(joined, [county, given('Verify', { verdict: 'verified' })]).types).toEqual(['Verified'])
    expect(goOn(joined, [THE_PLAN, given('Number', { number: 'n1' })]).types).toEqual(['Numbered'])
    const told = goOn(joined, [chief, message()])
    const strike = given('StrikeEntry', { entry: told.state.version, reason: 'wrong' })
    expect(goOn(told, [chief, strike]).types).toEqual(['EntryStruck'])
    const pass = given('PassLimit', { limit: 'III', rung: 0, dueAt: 0 })
    expect(goOn(joined, [THE_PLAN, pass, 600])).toMatchObject({ types: [], refused: undefined })
  })
  test('E2: parted it goes on where it was; repeats are harmless', () => {
    expect(goOn(joined, [THE_PLAN, join()]).types).toEqual([])
    expect(goOn(joined, [THE_PLAN, join('i3')]).types).toEqual([])
    expect(goOn(joined, [THE_PLAN, part('i3')]).types).toEqual([])
    const parted = goOn(joined, [THE_PLAN, part()])
    expect(parted.types).toEqual(['PartedFrom'])
    expect(parted.state.status).toBe('open')
    expect(parted.state.joinedTo).toBeUndefined()
    expect(goOn(parted, [THE_PLAN, part()]).types).toEqual([])
    expect(goOn(parted, [county, given('Acknowledge', {})]).types).toEqual(['Acknowledged'])
  })
  test('A2: one of several schools’ keeps its own course; as the same matter it may go on elsewhere, not back', () => {
    const spread = goOn(reported, [THE_PLAN, join('c1', 'spread')])
    expect(spread.state.status).toBe('open')
    expect(goOn(spread, [THE_PLAN, join('c2', 'spread')]).types).toEqual([])
    const same = goOn(spread, [THE_PLAN, join('i2')])
    expect(same.state).toMatchObject({ status: 'joined', joinedTo: { incident: 'i2', as: 'same' } })
    expect(goOn(same, [THE_PLAN, join('c1', 'spread')]).types).toEqual([])
    expect(goOn(reported, [THE_PLAN, join('i1')]).types).toEqual([])
  })
  test('E2: what is closed stays closed when it is joined', () => {
    const over = goOn(reported, [county, given('Dismiss', { reason: 'twice' })], [THE_PLAN, join()])
    expect(over.types).toEqual(['JoinedTo'])
    expect(over.state.status).toBe('closed')
  })
  test('A4: who takes it in counts from the earlier clock, until it lets go', () => {
    const took = goOn(reported, [THE_PLAN, takeIn()])
    expect(took.state.discoveredAt).toBe(NINE - 10 * MINUTE)
    expect(goOn(took, [THE_PLAN, takeIn()]).types).toEqual([])
    expect(goOn(reported, [THE_PLAN, takeIn('i1')]).types).toEqual([])
    const let_ = goOn(took, [THE_PLAN, given('LetGoOf', { incident: 'i2' })])
    expect(let_.state).toMatchObject({ discoveredAt: NINE, tookIn: [] })
    expect(goOn(let_, [THE_PLAN, given('LetGoOf', { incident: 'i2' })]).types).toEqual([])
    const otherwise = goOn(took, [THE_PLAN, takeIn('i2', 'spread')])
    expect(otherwise.types).toEqual(['LetGo', 'TookIn'])
    expect(otherwise.state.tookIn).toHaveLength(1)
  })
})

describe('an example of the handbook', () => {
  const cite = given('CiteExample', {
    handbook: 'h1',
    example: 'e1',
    document: 'manual',
    year: 2026,
    unit: COUNTY,
    reference: 'p. 31, no. 4',
  })
  test('B1 B8: cited by the plan in the name of the bureau that entered it', () => {
    const cited = goOn(reported, [THE_PLAN, cite])
    expect(cited.state.example).toMatchObject({
      listed: true,
      tier: 'county',
      reference: 'p. 31, no. 4',
      cited: { document: 'manual', year: 2026 },
    })
    expect(goOn(cited, [THE_PLAN, cite]).types).toEqual([])
  })
  test('B1: whoever named one is not overruled; "none" is', () => {
    expect(goOn(reported, [county, example(true, 'no. 9')], [THE_PLAN, cite]).types).toEqual([])
    expect(goOn(reported, [county, example(false)], [THE_PLAN, cite]).types).toEqual(['ExampleStated'])
  })
})

describe('files', () => {
  const attach = (file: string, more: { hash?: string; size?: number; about?: string } = {}) =>
    given('Attach', { file, hash: `hash of ${file}`, size: 1000, kind: 'photo', name: 'door.jpg', ...more })
  const one = goOn(reported, [chief, attach('f1')])
  test('E2: a file is on record by its hash, once', () => {
    expect(one.state.files[0]).toMatchObject({ file: 'f1', hash: 'hash of f1', name: 'door.jpg' })
    expect(goOn(one, [chief, attach('f1')])).toMatchObject({ types: [], refused: undefined })
    expect(goOn(one, [principal, attach('f2', { hash: 'hash of f1' })]).refused?.code).toBe('file.exists')
    expect(goOn(one, [principal, attach('f2', { hash: 'hash of f1', about: 'stay' })]).types).toEqual([
      'Attached',
    ])
  })
  test('E2: so many and so large, and no more', () => {
    expect(goOn(reported, [chief, attach('f1', { size: FILE_LIMITS.photo + 1 })]).refused?.code).toBe(
      'file.too-large',
    )
    const many = Array.from({ length: FILES_PER_INCIDENT }, (_, nth) => [chief, attach(`f${nth}`)] as const)
    const full = goOn(reported, ...many)
    expect(full.state.files).toHaveLength(FILES_PER_INCIDENT)
    expect(goOn(full, [chief, attach('one more')]).refused?.code).toBe('file.too-many')
  })
})

test('A2, E4: one that went into another and is opened again by itself runs its own clocks', () => {
  const over = goOn(reported, [county, given('Dismiss', { reason: 'twice' })], [THE_PLAN, join()])
  const again = goOn(over, [county, given('Reopen', { reason: 'another room after all' })])
  expect(again.state).toMatchObject({ status: 'open' })
  expect(again.state.joinedTo).toBeUndefined()
  expect(limits(again.state, plan).some((one) => one.nextRung !== undefined)).toBe(true)
})
