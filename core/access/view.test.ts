// What each may read: lists and details by one rule, confined incidents, hidden parts named.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tierOf } from '../basics/tier.ts'
import {
  COUNTY,
  goOn,
  NATION,
  PROVINCE,
  people,
  plan,
  reportOf,
  SCHOOL,
  tell,
} from '../incident/incident.fixture.ts'
import type { Post } from '../plan/layer.ts'
import { type Actor, incidentThing } from './actor.ts'
import { rowOf, scope, seesRow } from './scope.ts'
import { toldTo, view } from './view.ts'

const UNITS = { school: SCHOOL, county: COUNTY, province: PROVINCE, nation: NATION }
const holder = (post: Post, person = 'me', unit: string = UNITS[post.tier], campaign = 'c1'): Actor => ({
  person,
  post: `p~${post.id}`,
  postKind: post.id,
  role: post.role,
  tier: post.tier,
  unit,
  campaign,
})
const of = (kind: string, person?: string): Actor => holder(plan.posts[kind] as Post, person)
const NOT_NAMED = { concerned: false }

const { chief, principal, county, province } = people
const told = goOn(
  tell([chief, reportOf('power-cut', { words: 'dark' })]),
  [principal, { type: 'Ask', data: { ask: 'q1', question: 'wait?' } }],
  [county, { type: 'Ask', data: { ask: 'q2', question: 'delay the county?', proposal: 'an hour' } }],
  [province, { type: 'Ask', data: { ask: 'q3', question: 'nationwide?' } }],
  [county, { type: 'SendMessage', data: { words: 'hold on' } }],
  [county, { type: 'Regrade', data: { eventLevel: 3, responseLevel: 'II', reason: 'three schools' } }],
).state
const confined = tell([chief, reportOf('staff-violation', { words: 'a teacher' })]).state

describe('who sees an incident', () => {
  const seers = (incident: typeof told, relation = NOT_NAMED) =>
    Object.values(plan.posts)
      .filter((post) => view(holder(post), incident, relation) !== undefined)
      .map((post) => post.id)

  test('everyone of the school and of the units above, but not outsiders, keepers, administrators', () => {
    expect(seers(told)).toEqual(
      Object.keys(plan.posts).filter(
        (id) => !['instrument-keeper', 'tech-company', 'system-administrator'].includes(id),
      ),
    )
  })
  test('B9: a confined one only the line from the county up, its reporter, and posts concerned', () => {
    expect(seers(confined)).toEqual([
      'county-office',
      'county-lead',
      'province-office',
      'province-lead',
      'national-centre',
    ])
    expect(view(of('chief-invigilator', chief.person), confined, NOT_NAMED)).toBeDefined()
    expect(view(of('county-patrol'), confined, { concerned: true })).toBeDefined()
  })
  test('not in another school, not in another campaign, and the administrator never', () => {
    const elsewhere = { ...of('principal'), unit: '00/99/9907/990702' }
    expect(view(elsewhere, told, NOT_NAMED)).toBeUndefined()
    expect(view({ ...of('county-office'), campaign: 'c2' }, told, { concerned: true })).toBeUndefined()
    expect(view(of('system-administrator'), told, { concerned: true })).toBeUndefined()
  })
})

describe('what is withheld of the course', () => {
  const by = (post: string): Actor => of(post)
  const q = 'q1'
  const went = goOn(
    tell([chief, reportOf('power-cut', { words: 'dark' })]),
    [county, { type: 'RaiseTo', data: { tier: 'province', words: 'raised for the province only' } }],
    [
      county,
      {
        type: 'LogOral',
        data: {
          oral: 'o1',
          from: 'Old Wu',
          to: 'Old Li',
          toTier: 'province',
          saidAt: 0,
          words: 'said upward',
        },
      },
    ],
    [principal, { type: 'Ask', data: { ask: q, question: 'wait?' } }],
    [county, { type: 'Ask', data: { ask: 'q2', question: 'delay all?', proposal: 'an hour' } }],
    [
      province,
      {
        type: 'Answer',
        data: {
          answer: 'a2',
          ask: 'q2',
          instruction: 'for the county alone',
          tasks: [
            { task: 't1', post: 'county-office', words: 'ring the power company' },
            { task: 't2', post: 'principal', words: 'keep them seated' },
          ],
        },
      },
    ],
  ).state

  test('B9: a school does not read what tiers above it raise, are told and answer each other, only that they did', () => {
    const seen = view(by('school-inspector'), went, NOT_NAMED)
    const said = JSON.stringify(seen)
    for (const words of [
      'for the province only',
      'said upward',
      'Old Wu',
      'for the county alone',
      'ring the power',
    ])
      expect(said).not.toContain(words)
    expect(seen?.raised).toHaveLength(1)
    expect(seen?.withheld).toContain('reports-above')
  })

  test('B5: whoever has to do it reads his task, also when it came from an answer to a tier above him', () => {
    const tasks = view(by('principal'), went, NOT_NAMED)?.tasks
    expect(tasks?.map((task) => [task.task, task.words])).toEqual([
      ['t1', undefined],
      ['t2', 'keep them seated'],
    ])
  })

  test('B9: an outsider reads nothing of the course but his own tasks', () => {
    const seen = view(by('tech-company'), went, { concerned: true })
    expect(seen?.tasks).toEqual([])
    expect([...(seen?.raised ?? []), ...(seen?.orals ?? [])]).toEqual([])
    expect(seen?.entries.some((entry) => entry.kind === 'RaisedTo')).toBe(false)
  })

  test('B9: the tiers above read all of it', () => {
    expect(view(by('province-office'), went, NOT_NAMED)).toEqual(went)
  })
})

describe('what is withheld', () => {
  test('the line sees all of what lies below it', () => {
    expect(view(of('national-centre'), told, NOT_NAMED)).toEqual(told)
  })
  test('that tiers above asked is seen, what they wrote is not', () => {
    const seen = view(of('principal'), told, NOT_NAMED)
    expect(seen?.withheld).toEqual(['asks-above'])
    expect(seen?.asks.map((ask) => ask.question)).toEqual(['wait?', undefined, undefined])
    expect(JSON.stringify(seen)).not.toMatch(/delay the county|an hour|nationwide/)
    expect(JSON.stringify(view(of('county-office'), told, NOT_NAMED))).not.toMatch(/nationwide/)
  })
  test('an outside helper reads the situation, steps and answers, not who reported nor what was argued', () => {
    const seen = view(of('tech-company'), told, { concerned: true })
    expect(seen?.withheld).toEqual(['evaluation', 'asks', 'messages', 'reasons', 'course', 'reporter'])
    expect(JSON.stringify(seen)).not.toMatch(/wait\?|delay|hold on|three schools/)
    expect(JSON.stringify(seen)).not.toContain(chief.person)
    expect(seen?.scenario).toBe('power-cut')
  })
})

describe('who reported stays unknown to outsiders', () => {
  const { inspector } = people
  // The principal reports and then acts in every way there is; the inspector reads and speaks once.
  const busy = goOn(
    tell([principal, reportOf('power-cut', { words: 'dark' })]),
    [principal, { type: 'StateFacts', data: { stated: { interrupted: 'partly' } } }],
    [principal, { type: 'Regrade', data: { eventLevel: 2, responseLevel: 'I', reason: 'dark all over' } }],
    [principal, { type: 'Acknowledge', data: {} }],
    [principal, { type: 'StartResponse', data: { expectedMinutes: 20, measures: 'candles' } }],
    [principal, { type: 'StateExample', data: { listed: true, reference: 'no. 3' } }],
    [principal, { type: 'Ask', data: { ask: 'q1', question: 'wait?' } }],
    [county, { type: 'Answer', data: { answer: 'a1', ask: 'q1', instruction: 'wait' } }],
    [principal, { type: 'Comply', data: { answer: 'a1' } }],
    [principal, { type: 'DoStep', data: { step: 'stay' } }],
    [principal, { type: 'DoStep', data: { step: 'supply' } }],
    [principal, { type: 'ReopenStep', data: { step: 'supply', reason: 'out again' } }],
    [principal, { type: 'SkipSteps', data: { steps: ['supply'], reason: 'no spare' } }],
    [principal, { type: 'TakeMeasure', data: { measure: 'torches' } }],
    [principal, { type: 'EndResponse', data: { reason: 'light again' } }],
    [principal, { type: 'SendMessage', data: { words: 'hello' } }],
    [inspector, { type: 'TakeMeasure', data: { measure: 'a lamp' } }],
    [principal, { type: 'Handle', data: { outcome: 'light again' } }],
    [principal, { type: 'WriteDown', data: { form: 'situation-record' } }],
    [county, { type: 'WriteDown', data: { form: 'county-report' } }],
    [principal, { type: 'Close', data: {} }],
  )
  const everything = {
    ...busy.state,
    // As a report made up above the school would have it: the reporter confirms it, and limits ran out in his name.
    confirmedAbove: busy.state.acknowledged.map((deed) => ({ ...deed, beside: false })),
    passed: busy.state.acknowledged.map((deed) => ({
      ...deed,
      limit: 'III',
      rung: 0,
      dueAt: 0,
      tells: 'principal',
      who: 'holder' as const,
    })),
  }

  test('C3: a reporter who acted in every way is named in none of his deeds', () => {
    expect(busy.refused).toBeUndefined()
    expect(busy.state.status).toBe('closed')
    const seen = view(of('tech-company'), everything, { concerned: true })
    expect(JSON.stringify(everything)).toContain(`"${principal.person}"`)
    expect(JSON.stringify(seen)).not.toContain(`"${principal.person}"`)
    expect(JSON.stringify(seen)).not.toContain(principal.post)
    expect(seen?.handled?.by).toEqual({ person: '' })
    expect(seen?.steps.stay?.by).toEqual({ person: '' })
    expect(seen?.answers[0]?.complied?.by).toEqual({ person: '' })
    expect(seen?.entries.map((entry) => entry.by.person)).toContain(inspector.person)
  })
  test('C3: to himself and to the line nothing of it is hidden', () => {
    const himself = { ...of('tech-company'), person: principal.person }
    expect(view(himself, everything, { concerned: true })?.reporter).toEqual(principal)
    expect(view(of('school-inspector'), everything, NOT_NAMED)?.handled?.by).toEqual(principal)
  })
  test('C3: what the plan reported by itself keeps its name', () => {
    const byThePlan = { ...everything, reporter: { person: 'plan' } }
    expect(view(of('tech-company'), byThePlan, { concerned: true })?.withheld).not.toContain('reporter')
  })
  test('C3: of those who were told, outsiders and keepers know their own post, the line everybody', () => {
    const told = [
      { postKind: 'principal', unit: SCHOOL },
      { postKind: 'tech-company', unit: SCHOOL },
      { postKind: 'tech-company', unit: '00/99/9907/990702' },
    ]
    expect(toldTo(of('tech-company'), told)).toEqual([told[1]])
    expect(toldTo(of('instrument-keeper'), told)).toEqual([])
    expect(toldTo(of('county-patrol'), told)).toEqual(told)
  })
})

describe('one rule for lists and details', () => {
  const UNIT_LIST = [
    NATION,
    PROVINCE,
    COUNTY,
    SCHOOL,
    '00/99/9907/990702',
    '00/98',
    '00/98/9801/980101',
    '00/99/99',
  ]
  const actors = fc
    .record({
      post: fc.constantFrom(...Object.values(plan.posts)),
      unit: fc.constantFrom(...UNIT_LIST),
      person: fc.constantFrom('me', chief.person),
      campaign: fc.constantFrom('c1', 'c2'),
    })
    .map(({ post, unit, person, campaign }) => ({
      ...holder(post, person, unit, campaign),
      tier: tierOf(unit),
    }))
  const incidents = fc
    .record({
      unit: fc.constantFrom(...UNIT_LIST),
      campaign: fc.constantFrom('c1', 'c2'),
      confined: fc.boolean(),
    })
    .map((place) => ({ ...told, ...place }))

  test('seesRow(scope(actor), row) holds exactly where view gives something', () => {
    fc.assert(
      fc.property(actors, incidents, fc.boolean(), (actor, incident, concerned) => {
        const listed = seesRow(scope(actor), rowOf('incident', incidentThing(incident, plan, concerned)))
        expect(view(actor, incident, { concerned }) !== undefined).toBe(listed)
      }),
      { numRuns: 2000 },
    )
  })
  test('nothing of an incident outside one’s units is seen unless reported or concerned', () => {
    fc.assert(
      fc.property(actors, incidents, (actor, incident) => {
        const outside = !`${incident.unit}/`.startsWith(`${actor.unit}/`)
        if (outside && actor.person !== chief.person) expect(view(actor, incident, NOT_NAMED)).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })
})
