// Who hears of what in the course of an incident: at the same moment, each for himself, and whoever was passed over by a copy.
// What the first word, the grade and the end tell is awaits.test.ts.

import { describe, expect, test } from 'vitest'
import type { EffectivePlan } from '../plan/effective.ts'
import type { StatedFacts } from '../plan/facts.ts'
import { awaits } from './awaits.ts'
import {
  answer,
  ask,
  comply,
  confirm,
  example,
  given,
  handle,
  regrade,
  start,
  take,
} from './commands.fixture.ts'
import { paper, stepped } from './ending.fixture.ts'
import { goOn, people, plan, reportOf, type Tale, tell, tellUnder, toldBy } from './incident.fixture.ts'
import { notices } from './notices.ts'

const { chief, invigilator, principal, inspector, county, countyLead, patrol, province, provinceInspector } =
  people

const power = tell([chief, reportOf('power-cut')])
const misprint = tell([invigilator, reportOf('misprint', { room: '3' })])
/** `what post` of every notice of the last command. */
const heard = (tale: Tale) =>
  tale.history
    .slice(tale.history.length - tale.types.length)
    .flatMap((event) => notices(event, tale.state, tale.plan).map((one) => `${one.what} ${one.post}`))
const kinds = (tale: Tale) => awaits(tale.state, tale.plan).map((one) => `${one.kind} ${one.post}`)

describe('told in parallel', () => {
  /** The same situation with the list of posts that the plan wants told at once. */
  const telling = (...posts: readonly string[]): EffectivePlan => {
    const situation = plan.situations['power-cut']
    if (!situation) throw new Error('the plan of the tests has no power cut')
    const tell = posts.map((post) => ({ post, clause: 'tell' }))
    return { ...plan, situations: { ...plan.situations, 'power-cut': { ...situation, tell } } }
  }
  test.each([
    ['B9', ['province-inspector']],
    ['B11', ['province-office', 'province-inspector', 'county-patrol']],
    ['B12 B13 B14', ['province-office', 'province-inspector', 'system-administrator']],
    ['B15', ['province-office', 'province-inspector']],
  ])(
    '%s: everybody on the situation’s list hears the first word, and the county’s desk in any case',
    (_id, posts) => {
      const told = heard(tellUnder(telling(...posts), [chief, reportOf('power-cut')]))
      expect(told.slice(0, 3)).toEqual([
        'reported principal',
        'reported school-inspector',
        'reported county-office',
      ])
      expect(told.slice(3)).toEqual(posts.map((post) => `reported ${post}`))
    },
  )
  test('B12 B16: whoever is let in only by name hears of a situation that has a step for him', () => {
    const situation = plan.situations['power-cut']
    if (!situation) throw new Error('the plan of the tests has no power cut')
    const [step] = situation.steps
    const steps = ['instrument-keeper', 'county-patrol', 'security-captain'].map((post) => ({
      ...(step as NonNullable<typeof step>),
      id: post,
      post,
    }))
    const named = { ...plan, situations: { ...plan.situations, 'power-cut': { ...situation, steps } } }
    const told = heard(tellUnder(named, [chief, reportOf('power-cut')]))
    expect(told).toEqual(expect.arrayContaining(['reported instrument-keeper', 'reported county-patrol']))
    expect(told).not.toContain('reported security-captain')
  })
  describe('B16: whoever has a step that comes first hears the first word', () => {
    /** The plan in which a power cut’s, an upset pupil’s and a colleague’s matter begin with these posts. */
    const first = (...posts: readonly string[]): EffectivePlan => {
      const steps = posts.map((post) => ({ id: post, post, first: true, text: { zh: '做', en: 'act' } }))
      const situations = Object.entries(plan.situations).map(([id, one]) => [
        id,
        { ...one, steps: [...steps, ...one.steps] },
      ])
      const invigilator = {
        ...(plan.posts.invigilator as NonNullable<(typeof plan.posts)[string]>),
        perRoom: true,
      }
      return {
        ...plan,
        posts: { ...plan.posts, invigilator },
        situations: Object.fromEntries(situations),
      }
    }
    const firsts = first('security-captain', 'county-lead', 'chief-invigilator')
    test('B16 A7: at the school and above it, before anybody starts a response; the reporter knows', () => {
      const told = heard(tellUnder(firsts, [chief, reportOf('upset')]))
      expect(told).toEqual([
        'reported principal',
        'reported school-inspector',
        'reported county-office',
        'reported security-captain',
        'reported county-lead',
      ])
    })
    test('B16: not who has only a later step, and nobody of the school in a matter about its people', () => {
      expect(heard(tellUnder(first('chief-invigilator'), [principal, reportOf('upset')]))).not.toContain(
        'reported security-captain',
      )
      expect(heard(tellUnder(firsts, [principal, reportOf('staff-violation')]))).toEqual([
        'reported county-office',
        'reported county-lead',
      ])
    })
    test('B16: an invigilator’s report of his room needs no telling him; of no room, the other rooms hear', () => {
      const rooms = first('invigilator')
      const reported = (data: object) => heard(tellUnder(rooms, [invigilator, reportOf('upset', data)]))
      expect(reported({ room: '3' })).not.toContain('reported invigilator')
      expect(reported({})).toContain('reported invigilator')
    })
    test('B16: whoever was told hears that it is over', () => {
      const dismissed = goOn(tellUnder(firsts, [chief, reportOf('upset')]), [
        county,
        given('Dismiss', { reason: 'nothing happened' }),
      ])
      expect(heard(dismissed)).toContain('closed security-captain')
    })
  })
  describe('B9: told for what is known, whatever the situation is', () => {
    const touched = ['slight', 'serious']
    const data = { op: 'fact', name: 'impact.data' } as const
    const knowing: EffectivePlan = {
      ...plan,
      parallel: [
        {
          id: 'data',
          when: {
            op: 'in',
            left: data,
            right: { op: 'list', items: touched.map((value) => ({ op: 'value', value })) },
          },
          facts: ['impact.data'],
          tell: ['province-inspector', 'county-patrol'],
          clause: 'tell',
        },
      ],
    }
    const BOTH = ['reported province-inspector', 'reported county-patrol']
    const upset = (stated: StatedFacts = {}) => tellUnder(knowing, [chief, reportOf('upset', { stated })])
    const told = (tale: Tale) => heard(tale).filter((one) => BOTH.includes(one))
    const state = (stated: StatedFacts) => given('StateFacts', { stated })
    test('B9: with the first word, when it is stated or the situation is known for it', () => {
      expect(told(upset({ 'impact.data': 'slight' }))).toEqual(BOTH)
      expect(told(tellUnder(knowing, [chief, reportOf('network-down')]))).toEqual(BOTH)
      expect(told(upset())).toEqual([])
    })
    test('B9: later, the moment it is stated; other facts tell nobody again', () => {
      const later = goOn(upset(), [chief, state({ 'impact.data': 'serious' })])
      expect(told(later)).toEqual(BOTH)
      expect(told(goOn(later, [chief, state({ schools: 2 })]))).toEqual([])
      expect(told(goOn(later, [chief, state({ 'impact.data': 'none' })]))).toEqual([])
    })
  })
  test('C4 B9: each confirms for himself: an observer’s word stands in for no desk, a desk’s for no observer', () => {
    const confirmed = goOn(power, [provinceInspector, confirm], [patrol, confirm])
    expect(confirmed.state.confirmedAbove.map((deed) => deed.beside)).toEqual([true, true])
    expect(kinds(confirmed)).toContain('acknowledge county-office')
    expect(goOn(confirmed, [province, confirm]).types).toEqual(['ConfirmedAbove'])
  })
  test('B8: what the room could not settle reaches, with the desk, whoever may decide it with that tier', () => {
    const question = (by: (typeof people)['chief']) => heard(goOn(power, [by, ask('a1')]))
    expect(question(chief)).toEqual(['asked county-office', 'asked county-patrol'])
    expect(question(principal)).toEqual(['asked county-office'])
    const raised = given('RaiseTo', { tier: 'county', words: 'not ours to decide' })
    expect(heard(goOn(power, [patrol, raised]))).toEqual(['raised county-office'])
  })
  test('B9: whoever it was raised to is waited for as well', () => {
    const raised = goOn(tell([chief, reportOf('upset')]), [
      principal,
      given('RaiseTo', { tier: 'province', words: 'beyond us' }),
    ])
    expect(kinds(raised)).toEqual(
      expect.arrayContaining(['acknowledge county-office', 'acknowledge province-office']),
    )
    expect(kinds(goOn(raised, [province, take]))).not.toContain('acknowledge province-office')
  })
})

describe('work that waits', () => {
  test('B10: chief, county and everybody told hear at once that a room waits', () => {
    expect(misprint.types).toContain('HoldStarted')
    expect(heard(misprint).filter((one) => one.startsWith('held'))).toEqual([
      'held principal',
      'held school-inspector',
      'held county-office',
      'held chief-invigilator',
      'held security-captain',
    ])
    expect(kinds(misprint)[0]).toBe('resume county-office')
  })
  test('B10: answered, it is the school that goes on; then everybody hears that it did', () => {
    const answered = goOn(misprint, [county, answer('a1'), 5])
    expect(kinds(answered)[0]).toBe('resume principal')
    const on = goOn(answered, [chief, given('EndHold', { hold: 'report' }), 8])
    expect(on.types).toEqual(['HoldEnded'])
    expect(heard(on)).toEqual(
      ['principal', 'school-inspector', 'county-office', 'invigilator', 'security-captain'].map(
        (post) => `resumed ${post}`,
      ),
    )
    expect(kinds(on).some((one) => one.startsWith('resume'))).toBe(false)
  })
})

describe('the course', () => {
  test('A7: a response that changes or ends reaches whoever heard of its start', () => {
    const started = goOn(power, [principal, start()])
    const change = given('ChangeResponse', {
      responseLevel: 'II',
      expectedMinutes: 60,
      measures: 'all rooms',
      reason: 'it spreads',
    })
    const posts = ['county-office', 'invigilator', 'security-captain']
    expect(heard(started)).toEqual(posts.map((post) => `response-started ${post}`))
    expect(heard(goOn(started, [principal, change]))).toEqual(posts.map((post) => `response-started ${post}`))
    expect(heard(goOn(started, [principal, given('EndResponse', { reason: 'light' })]))).toEqual(
      posts.map((post) => `response-ended ${post}`),
    )
  })
  test('A7: once it is dealt with, the commander is waited for to end the response', () => {
    const handled = goOn(power, [countyLead, start()], [county, handle()])
    expect(kinds(handled)).toContain('end-response county-lead')
    expect(kinds(goOn(power, [principal, start()]))).not.toContain('end-response principal')
  })
  test('A6: whose agreement a lighter grade needs', () => {
    const proposed = goOn(power, [
      principal,
      given('Regrade', { eventLevel: 1, responseLevel: 'IV', reason: 'over', lowering: 'l1' }),
    ])
    expect(proposed.types).toEqual(['LoweringProposed'])
    const to = proposed.state.lowerings[0]?.toTier ?? 'school'
    expect(heard(proposed)).toEqual([`agreement-wanted ${plan.desks[to]}`])
    expect(kinds(proposed)).toContain(`agree-lowering ${plan.desks[to]}`)
    // Overtaken by a graver grade it waits for nobody.
    const graver = goOn(proposed, [chief, regrade(3, 'I')])
    expect(kinds(graver).some((one) => one.startsWith('agree-lowering'))).toBe(false)
  })
  test('B7 B8: the other posts are asked, and hear it with those the plan names once it stands', () => {
    const proposed = goOn(power, [
      patrol,
      given('ProposeJoint', { decision: 'd1', kind: 'by-the-tips', words: 'go on' }),
    ])
    expect(heard(proposed)).toEqual(['agreement-wanted county-lead'])
    const no = goOn(proposed, [countyLead, given('DeclineJoint', { decision: 'd1', reason: 'ask first' })])
    expect(heard(no)).toEqual(['declined county-patrol'])
    const agreed = goOn(proposed, [countyLead, given('AgreeJoint', { decision: 'd1' })])
    expect(heard(agreed)).toEqual(['decided-together county-patrol', 'decided-together province-office'])
  })
  test('E5: whoever may approve a wording hears of the draft, the drafter what became of it', () => {
    const drafted = goOn(
      power,
      [inspector, given('SeeOpinion', { opinion: 'o1', where: 'a forum', spread: 'single', seenAt: 0 })],
      [inspector, given('DraftWording', { opinion: 'o1', wording: 'w1', words: 'we look into it' })],
    )
    expect(heard(drafted)).toEqual(['wording county-lead', 'wording province-lead'])
    expect(heard(goOn(drafted, [countyLead, given('ApproveWording', { wording: 'w1' })]))).toEqual([
      'wording school-inspector',
    ])
  })
  test('A6: whoever wanted a lower grade hears that it was declined', () => {
    const wanted = goOn(power, [
      inspector,
      given('Regrade', { eventLevel: 1, responseLevel: 'IV', reason: 'light again', lowering: 'l1' }),
    ])
    const no = goOn(wanted, [
      people.province,
      given('DeclineLowering', { lowering: 'l1', reason: 'wait for the report' }),
    ])
    expect(heard(no)).toEqual(['declined school-inspector'])
    const yes = goOn(wanted, [people.province, given('AgreeLowering', { lowering: 'l1' })])
    expect(heard(yes)).toEqual(['regraded school-inspector'])
  })
  test('the reporter hears whether his word was found true, and when it was a mistake', () => {
    expect(heard(goOn(power, [county, given('Verify', { verdict: 'verified' })]))).toEqual([
      'verified chief-invigilator',
    ])
    const dismissed = goOn(power, [county, given('Dismiss', { reason: 'another school' })])
    expect(heard(dismissed)).toEqual(
      expect.arrayContaining(['closed chief-invigilator', 'closed principal', 'closed province-office']),
    )
  })
  test('the tier above is waited for to verify, last of all and never once it is dealt with', () => {
    expect(kinds(power)[kinds(power).length - 1]).toBe('verify county-office')
    const verdict = given('Verify', { verdict: 'verified' })
    expect(kinds(goOn(power, [inspector, verdict]))).toContain('verify county-office')
    expect(kinds(goOn(power, [county, verdict]))).not.toContain('verify county-office')
    expect(kinds(goOn(power, [county, handle()]))).not.toContain('verify county-office')
  })
  test('B9: closed, whoever it was raised to hears it too', () => {
    const closed = goOn(
      tell([chief, reportOf('upset')]),
      [principal, given('RaiseTo', { tier: 'province', words: 'beyond us' })],
      [inspector, example(true, 'no. 3')],
      ...stepped,
      [principal, handle()],
      ...paper(1),
      [principal, { type: 'Close', data: {} }],
    )
    expect(closed.types).toEqual(['Closed'])
    expect(toldBy(closed)).toContain('province-office/holder')
  })
  test('twice the same: joined to another it waits for nobody here', () => {
    const joined = goOn(power, [{ person: 'plan' }, given('Join', { incident: 'i2', as: 'same' })])
    expect(kinds(joined)).toEqual([])
    expect(heard(joined)).toEqual([])
  })
  test('B5: an answer that became work is handed on', () => {
    const complied = goOn(power, [county, ask()], [province, answer('a1', 'q1')], [county, comply()])
    expect(kinds(complied)).toContain('instruct county-office')
    const work = goOn(complied, [
      county,
      given('GiveTasks', { answer: 'a1', tasks: [{ task: 't1', post: 'principal', words: 'move' }] }),
    ])
    expect(kinds(work)).not.toContain('instruct county-office')
    expect(kinds(work)).toContain('task principal')
  })
})
