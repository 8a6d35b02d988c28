// What keeps an incident open: each thing that may still be owed, why closing is refused and who could settle it. The order in
// which an incident ends is decide-end.test.ts.

import { describe, expect, test } from 'vitest'
import {
  answer,
  ask,
  close,
  comply,
  example,
  given,
  handle,
  regrade,
  start,
  take,
} from './commands.fixture.ts'
import type { IncidentCommand } from './commands.ts'
import { evaluated, paper, stepped } from './ending.fixture.ts'
import { COUNTY, goOn, people, reportOf, type Tale, tell, tellUnder } from './incident.fixture.ts'
import { obligations } from './obligations.ts'

const { chief, invigilator, principal, inspector, county, countyLead, patrol, province } = people

const reported = tell([chief, reportOf('power-cut')], [county, example(true, 'no. 12')], [county, take])
/** Nothing is owed of it but that it be closed. */
const settled = goOn(reported, ...stepped, [county, handle()], ...paper(2))
const owed = (tale: Tale) => obligations(tale.state, tale.plan).map((one) => one.kind)
const refusal = (tale: Tale, by = county) => goOn(tale, [by, close]).refused
const skip = (...steps: string[]): IncidentCommand => given('SkipSteps', { steps, reason: 'no such room' })

describe('what keeps it open', () => {
  test('B16: steps that are neither done nor left out with a reason, how many', () => {
    const open = goOn(reported, [county, handle()], ...paper(2))
    expect(refusal(open)).toEqual({
      code: 'incident.open-steps',
      values: { count: 2 },
      whoCould: ['principal'],
    })
    const one = goOn(open, stepped[0] ?? [chief, close])
    expect(refusal(one)?.values).toEqual({ count: 1 })
    expect(goOn(one, [principal, skip('supply')], [county, close]).types).toEqual(['Closed'])
  })
  test('B5: a task that has not come back as done', () => {
    const work = goOn(
      settled,
      [principal, ask()],
      [county, answer('a1', 'q1')],
      [principal, comply()],
      [
        principal,
        given('GiveTasks', {
          answer: 'a1',
          tasks: [{ task: 't1', post: 'security-captain', words: 'look' }],
        }),
      ],
    )
    expect(refusal(work)).toEqual({ code: 'incident.open-task', whoCould: ['security-captain'] })
    const back = goOn(work, [principal, given('DoTask', { task: 't1', effect: 'locked' })])
    expect(goOn(back, [county, close]).types).toEqual(['Closed'])
  })
  test('B10: work that still waits, until it goes on', () => {
    const held = goOn(settled, [chief, given('StartHold', { hold: 'h1', reason: 'a page is missing' })])
    expect(refusal(held)).toEqual({ code: 'incident.open-hold', whoCould: ['county-office'] })
    const told = goOn(held, [county, answer('a1')], [principal, comply()])
    expect(refusal(told)).toEqual({ code: 'incident.open-hold', whoCould: ['principal'] })
    const on = goOn(told, [chief, given('EndHold', { hold: 'h1' })])
    expect(goOn(on, [county, close]).types).toEqual(['Closed'])
  })
  test('A7: a response that runs on', () => {
    const running = goOn(settled, [principal, start()])
    expect(refusal(running)).toEqual({ code: 'response.running', whoCould: ['principal'] })
    const over = goOn(running, [principal, given('EndResponse', { reason: 'light again' })])
    expect(goOn(over, [county, close]).types).toEqual(['Closed'])
    const byCounty = goOn(settled, [countyLead, start()])
    expect(refusal(byCounty)?.whoCould).toEqual(['county-office'])
  })
  test('B7 B8: a decision that was proposed and has not been agreed or declined', () => {
    const proposed = goOn(settled, [
      patrol,
      given('ProposeJoint', { decision: 'd1', kind: 'by-the-tips', words: 'go on' }),
    ])
    expect(refusal(proposed)).toEqual({ code: 'joint.open', whoCould: ['county-lead'] })
    const no = goOn(proposed, [countyLead, given('DeclineJoint', { decision: 'd1', reason: 'it is data' })])
    expect(goOn(no, [county, close]).types).toEqual(['Closed'])
    const yes = goOn(proposed, [countyLead, given('AgreeJoint', { decision: 'd1' })])
    expect(goOn(yes, [county, close]).types).toEqual(['Closed'])
  })
  test('B4: at level 3 the evaluation of the province, and its form after it', () => {
    const fire = tell([chief, reportOf('fire')], [county, take], [county, proposal])
    const done = goOn(
      fire,
      [province, answer('a1', 'q1')],
      [county, comply()],
      ...stepped,
      [province, handle()],
      [inspector, { type: 'WriteDown', data: { form: 'situation-record' } }],
    )
    expect(owed(done)).toEqual(['evaluate', 'record'])
    expect(refusal(done, province)).toEqual({
      code: 'incident.not-evaluated',
      whoCould: ['province-office'],
    })
    const found = goOn(done, evaluated)
    expect(refusal(found, province)).toEqual({
      code: 'incident.open-form',
      values: { form: 'province-report' },
      whoCould: ['province-office'],
    })
    expect(goOn(found, ...paper(3), [province, close]).types).toEqual(['Closed'])
  })
  test('B4: opened again, it is evaluated anew', () => {
    const fire = goOn(
      tell([chief, reportOf('fire')]),
      [county, proposal],
      [province, answer('a1', 'q1')],
      [county, comply()],
      ...stepped,
      [province, handle()],
      evaluated,
      ...paper(3),
    )
    const closed = goOn(fire, [province, close, 60])
    expect(closed.types).toEqual(['Closed'])
    const again = goOn(
      closed,
      [province, given('Reopen', { reason: 'smoke again' }), 70],
      [province, handle(), 80],
    )
    expect(owed(again)).toContain('evaluate')
  })
  test('B6: the level in force says which forms are owed, whatever it was before', () => {
    const raised = goOn(reported, [county, regrade(3, 'III')])
    expect(forms(raised)).toEqual(['situation-record', 'province-report'])
    const lowered = goOn(raised, [province, regrade(1, 'IV')])
    expect(forms(lowered)).toEqual(['situation-record', 'school-report'])
    expect(owed(lowered)).not.toContain('evaluate')
  })
  test('B6: forms that the situation itself is recorded in are owed too, each once', () => {
    const situation = reported.plan.situations['power-cut']
    const plan = {
      ...reported.plan,
      situations: {
        ...reported.plan.situations,
        ...(situation && {
          'power-cut': { ...situation, recordedIn: ['situation-record', 'school-report'] },
        }),
      },
    }
    expect(forms(tellUnder(plan, [chief, reportOf('power-cut')]))).toEqual([
      'situation-record',
      'county-report',
      'school-report',
    ])
  })
  test('B6 C3: of an incident that the school may not see, the county owes what the school would', () => {
    const confined = tell([chief, reportOf('staff-violation')])
    expect(obligations(confined.state, confined.plan)).toContainEqual({
      kind: 'record',
      tier: 'county',
      form: 'situation-record',
    })
    const write = given('WriteDown', { form: 'situation-record' })
    expect(goOn(confined, [county, write]).types).toEqual(['WrittenDown'])
    expect(goOn(confined, [chief, write]).refused?.code).toBe('form.not-yours')
  })
  test('A2: a county’s own incident owes the county’s form and no school’s', () => {
    expect(forms(tell([county, reportOf('power-cut', { unit: COUNTY })]))).toEqual(['county-report'])
  })
  test('B5: whatever is owed keeps nobody from saying that it was dealt with, except an answer that is waited for', () => {
    const all = goOn(
      tell([chief, reportOf('misprint')]),
      [principal, start()],
      [patrol, given('ProposeJoint', { decision: 'd1', kind: 'by-the-tips', words: 'go on' })],
    )
    expect(owed(all)).toEqual([
      'resume',
      'agree',
      'ask',
      'step',
      'step',
      'end-response',
      'handle',
      'record',
      'record',
    ])
    expect(goOn(all, [county, handle()]).types).toEqual(['Handled'])
    expect(goOn(all, [invigilator, { type: 'DoStep', data: { step: 'stay' } }]).types).toEqual(['StepDone'])
  })
})

const proposal: IncidentCommand = {
  type: 'Ask',
  data: { ask: 'q1', question: 'May we stop?', proposal: 'Stop and repeat' },
}

const forms = (tale: Tale) =>
  obligations(tale.state, tale.plan).flatMap((one) => (one.kind === 'record' ? [one.form] : []))
