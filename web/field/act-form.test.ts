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
    { incident: incidentAt(more.level ?? 2), situation, about: more.about, fresh: FRESH },
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
  ] as const)('corridor: what %s sends fits the door', (type, fields, about) => {
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

  test('B1: "our handbook lists it" says where', () => {
    expect(build('StateExample', { listed: 'yes' })).toEqual({ missing: 'StateExample.reference' })
  })
})
