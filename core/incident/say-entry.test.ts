// Every line of a timeline has its sentence in both languages, with no hole left open.

import { describe, expect, test } from 'vitest'
import type { Lang } from '../basics/text.ts'
import { entryWords } from '../words/incident.ts'
import type { IncidentCommand } from './commands.ts'
import { type Deed, NINE, people, plan, reportOf, tell } from './incident.fixture.ts'
import { sayEntry } from './say-entry.ts'

const LANGS: readonly Lang[] = ['zh-CN', 'en']
const { chief, principal, inspector, county, patrol, province } = people

describe('the timeline', () => {
  const PLAN = { person: 'plan' }
  const regrade: IncidentCommand = {
    type: 'Regrade',
    data: { eventLevel: 2, responseLevel: 'I', reason: 'why' },
  }
  const deeds: readonly Deed[] = [
    [chief, reportOf('power-cut', { words: 'dark' })],
    [PLAN, { type: 'Number', data: { number: 'QH-07-003' } }],
    [chief, { type: 'StateFacts', data: { stated: { copies: 3 } } }],
    [chief, { type: 'StateFacts', data: { stated: { 'impact.order': 'none' } } }],
    [chief, { type: 'StateFacts', data: { stated: {}, words: 'nothing else' } }],
    [chief, { type: 'StateFacts', data: { stated: {}, words: 'long ago' } }, -5 * 24 * 60, 5 * 24 * 60],
    [county, regrade],
    [county, { type: 'Acknowledge', data: {} }],
    [principal, { type: 'StartResponse', data: { expectedMinutes: 30, measures: 'move' } }],
    [county, { type: 'StateExample', data: { listed: false } }],
    [inspector, { type: 'StateExample', data: { listed: true, reference: 'no. 3' } }],
    [inspector, { type: 'Ask', data: { ask: 'q1', question: 'wait?' } }],
    [county, { type: 'Answer', data: { answer: 'a1', ask: 'q1', instruction: 'wait' } }],
    [inspector, { type: 'Comply', data: { answer: 'a1' } }],
    [chief, { type: 'DoStep', data: { step: 'stay' } }],
    [chief, { type: 'ReopenStep', data: { step: 'stay', reason: 'moved' } }],
    [principal, { type: 'TakeMeasure', data: { measure: 'torches' } }],
    [chief, { type: 'SendMessage', data: { words: 'coming' } }],
    [patrol, { type: 'ConfirmReport', data: {} }],
    [province, { type: 'ConfirmReport', data: {} }],
    [PLAN, { type: 'PassLimit', data: { limit: 'I-start', rung: 0, dueAt: NINE } }, 5],
    [county, { type: 'Handle', data: { outcome: 'back' } }, 9],
    [inspector, { type: 'WriteDown', data: { form: 'situation-record' } }, 9],
    [county, { type: 'Close', data: {} }, 9],
    [county, { type: 'Reopen', data: { reason: 'dark again' } }, 12],
    [county, { type: 'Handle', data: { outcome: 'back again' } }, 13],
    [county, { type: 'Close', data: {} }, 13],
    [chief, { type: 'StateFacts', data: { stated: { 'impact.data': 'serious' } } }, 14],
  ]
  const { state } = tell(...deeds)
  /** The response was started above, so the start of level Ⅰ never passed: told of its own. */
  const late = tell(
    [chief, reportOf('fire')],
    [PLAN, { type: 'PassLimit', data: { limit: 'I-start', rung: 0, dueAt: NINE } }, 5],
  )

  test.each(LANGS)('E2: every kind of line has its sentence, no hole left open (%s)', (lang) => {
    const entries = [...state.entries, ...late.state.entries]
    expect(new Set(entries.map((entry) => entry.kind))).toEqual(new Set(Object.keys(entryWords)))
    for (const entry of entries) {
      const line = sayEntry(entry, state.scenario, plan, lang)
      expect(line).not.toMatch(/[{}]|undefined|NaN/)
      if (entry.text !== undefined) expect(line).toContain(entry.text)
    }
  })
  test('A6: a person’s grade and one kept from falling are said as such', () => {
    const said = state.entries.map((entry) => sayEntry(entry, state.scenario, plan, 'zh-CN'))
    expect(said).toContain('按预案定级：事件 2级，响应 Ⅲ级')
    expect(said).toContain('改定等级：事件 2级，响应 Ⅰ级。why')
    expect(said.some((line) => line.includes('等级没有自动降低'))).toBe(true)
    expect(said).toContain('补充情况。nothing else')
    expect(said).toContain('重新打开。dark again')
    expect(said).toContain('等级升高，重新处置')
    expect(said).toContain('补充情况（设备时间可疑）。long ago')
    expect(said).toContain('手册没有示例')
  })
  test('E4: who was told when a limit passed', () => {
    const last = late.state.entries[late.state.entries.length - 1]
    expect(last && sayEntry(last, 'fire', plan, 'zh-CN')).toBe('“I-start”超时，已告诉principal的替补')
  })
})
