// Forms of the incident page: what they send and what they still miss; everything they send fits the door.

import { describe, expect, test } from 'vitest'
import { UNREPORTED } from '#core/incident/evolve.ts'
import type { Incident } from '#core/incident/state.ts'
import { findSituation } from '#core/plan/effective.ts'
import type { EventLevel } from '#core/plan/grade-types.ts'
import { incidentCommands } from '#core/wire/command.ts'
import { builtInPlan } from '#server/plan/load.ts'
import { type ActDraft, buildAct } from './act-form.ts'

const FRESH = '3f0a7c52-6f0e-4a53-9a63-0d6e3f1b2c4d'
const situation = findSituation(builtInPlan(), 'power-cut')

function incidentAt(eventLevel: EventLevel): Incident {
  const deed = { by: { person: 'plan' }, occurredAt: 0, recordedAt: 0 }
  return {
    ...UNREPORTED,
    grades: [{ ...deed, origin: 'plan', eventLevel, responseLevel: 'II', clauses: [], assumed: [] }],
  }
}

function build(type: string, fields: ActDraft['fields'], more: { about?: string; level?: EventLevel } = {}) {
  return buildAct(
    type,
    { fields, answers: type === 'StateFacts' ? { interrupted: 'fully' } : {} },
    {
      incident: incidentAt(more.level ?? 2),
      situation,
      about: more.about,
      needsProposal: more.level === 3,
      points: ['cause', 'handling'],
      fresh: () => FRESH,
      instantOf: (time) => Date.parse(`2026-05-28T${time}:00+08:00`),
    },
  )
}

describe('forms', () => {
  test.each([
    ['SendMessage', { words: ' 来电了 ' }, undefined],
    ['TakeMeasure', { measure: '启用备用考场' }, undefined],
    ['StateFacts', {}, undefined],
    ['Ask', { question: '能否延时？' }, undefined],
    ['Answer', { instruction: '从断点续测' }, FRESH],
    ['StateExample', { listed: 'yes', reference: '第 12 号' }, undefined],
    ['StateExample', { listed: 'no' }, undefined],
    ['StartResponse', { expectedMinutes: '40', measures: '启动备用电源' }, undefined],
    ['Regrade', { eventLevel: '3', responseLevel: 'I', reason: '全县停电' }, undefined],
    ['Handle', { outcome: '已恢复' }, undefined],
    ['WriteDown', { form: 'situation-record' }, undefined],
    ['ReopenStep', { reason: '点错了' }, 'seats'],
    ['Acknowledge', {}, undefined],
    ['ConfirmReport', {}, undefined],
    ['Close', {}, undefined],
    ['Reopen', { reason: '又停电了' }, undefined],
    ['Ask', { question: '能否延时？', tier: 'province' }, undefined],
    [
      'ChangeResponse',
      { responseLevel: 'III', expectedMinutes: '30', measures: '留一组', reason: '来电了' },
      undefined,
    ],
    ['EndResponse', { reason: '恢复正常' }, undefined],
    ['StartHold', { room: 'r3', reason: '等答复' }, undefined],
    ['StartHold', { reason: '等答复' }, undefined],
    ['EndHold', {}, 'report'],
    ['ProposeJoint', { kind: 'on-the-spot', words: '换笔续答' }, undefined],
    ['AgreeJoint', {}, FRESH],
    ['DeclineJoint', { reason: '影响秩序' }, FRESH],
    ['SkipSteps', { steps: 'seats power', reason: '已来电' }, undefined],
    ['AgreeLowering', {}, FRESH],
    ['DeclineLowering', { reason: '还没恢复' }, FRESH],
    ['Verify', { verdict: 'refuted' }, undefined],
    ['Dismiss', { reason: '误报' }, undefined],
    ['StrikeEntry', { reason: '写错了' }, '7'],
    ['Evaluate', { 'points.cause': '线路老化', 'points.handling': '及时' }, undefined],
    ['RaiseTo', { tier: 'province', words: '两校停电' }, undefined],
    [
      'LogOral',
      { from: '主监', to: '县值班', toTier: 'county', saidAt: '09:20', words: '停电了' },
      undefined,
    ],
    ['ReportOn', { kind: 'follow-up', words: '来电了' }, undefined],
    ['GiveTasks', { 'task.0.post': 'principal', 'task.0.words': '清点', tasks: '1' }, FRESH],
    ['DoTask', { effect: '清点完毕' }, FRESH],
    ['SeeOpinion', { where: '家长群', spread: 'single', seenAt: '10:05' }, undefined],
    ['JudgeOpinion', { verdict: 'verified' }, FRESH],
    ['FollowOpinion', { spread: 'single', words: '已平息' }, FRESH],
    ['DraftWording', { words: '测试已恢复' }, FRESH],
    ['ApproveWording', {}, FRESH],
    ['RefuseWording', { reason: '太长' }, FRESH],
    ['PublishWording', { where: '学校公告栏', publishedAt: '10:40' }, FRESH],
  ] as const)('E2: what %s sends fits the door', (type, fields, about) => {
    const built = build(type, fields, about === undefined ? {} : { about })
    expect('data' in built && incidentCommands[type].safeParse(built.data)).toMatchObject({ success: true })
  })

  test('what is missing is named, nothing is sent', () => {
    expect(build('SendMessage', { words: '  ' })).toEqual({ missing: 'SendMessage.words' })
    expect(build('Regrade', { eventLevel: '3', responseLevel: 'I' })).toEqual({ missing: 'Regrade.reason' })
  })

  test('B3: at level 3 the question goes up with a proposal', () => {
    expect(build('Ask', { question: '怎么办？' }, { level: 3 })).toEqual({ missing: 'Ask.proposal' })
    expect(build('Ask', { question: '怎么办？' }, { level: 2 })).toMatchObject({ data: { ask: FRESH } })
  })

  test('B4: every point of the evaluation is needed, the first that is empty is named', () => {
    expect(build('Evaluate', { 'points.cause': '线路老化' })).toEqual({ missing: 'Evaluate.points.handling' })
  })

  test('B5: work for several people names each', () => {
    const two = { tasks: '2', 'task.0.post': 'principal', 'task.0.words': '清点', 'task.1.words': '报修' }
    expect(build('GiveTasks', two, { about: FRESH })).toEqual({ missing: 'GiveTasks.tasks.post' })
    expect(build('GiveTasks', { ...two, 'task.1.post': 'keeper' }, { about: FRESH })).toMatchObject({
      data: { answer: FRESH, tasks: [{ post: 'principal' }, { post: 'keeper', words: '报修' }] },
    })
  })

  test('B1: "our handbook lists it" says where', () => {
    expect(build('StateExample', { listed: 'yes' })).toEqual({ missing: 'StateExample.reference' })
  })
})
