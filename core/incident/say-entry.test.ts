// Every line of a timeline has its sentence in both languages, with no hole left open.

import { describe, expect, test } from 'vitest'
import type { Lang } from '../basics/text.ts'
import { entryWords } from '../words/incident.ts'
import { chineseNumber } from '../words/number.ts'
import { given } from './commands.fixture.ts'
import type { IncidentCommand } from './commands.ts'
import { COUNTY, type Deed, goOn, NINE, people, plan, reportOf, SCHOOL, tell } from './incident.fixture.ts'
import { sayEntry } from './say-entry.ts'
import type { Entry, Incident } from './state.ts'

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
    [county, { type: 'WriteDown', data: { form: 'county-report' } }, 9],
    [chief, given('SkipSteps', { steps: ['stay', 'supply'], reason: 'lights are back' }), 9],
    [principal, given('EndResponse', { reason: 'lights are back' }), 9],
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

  const course = courseOfEverything()

  test.each(LANGS)('E2: every kind of line has its sentence, no hole left open (%s)', (lang) => {
    const entries = [...state.entries, ...late.state.entries, ...course.entries]
    expect(new Set(entries.map((entry) => entry.kind))).toEqual(new Set(Object.keys(entryWords)))
    for (const entry of entries) {
      const line = sayEntry(entry, state.scenario, plan, lang)
      expect(line).not.toMatch(/[{}]|undefined|NaN|(^|[^a-z])null/)
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
  test('A6 A7 B7 B8 B10 E2 E5: what happened in the later course is said with tier, level, post and time lost', () => {
    const zh = course.entries.map((entry) => sayEntry(entry, course.scenario, plan, 'zh-CN'))
    for (const line of [
      '测试室 03停下，等答复',
      '测试室 03恢复，停了 12 分钟。spare copies',
      '改为响应 Ⅱ级，预计 60 分钟。more\nit grows',
      '同意“on the spot”，决定成立',
      '建议降为事件 1级，响应 Ⅳ级，等province group同意。calm',
      '同意降低等级：事件 1级，响应 Ⅳ级',
      '直接报到province group，同时抄送county group。a major case',
      '口头报告county group。陈 → 曹\nby telephone',
      '续报一，报county group。still dark',
      '交办给security-captain。lock the gate',
      'the manual（2026 年）有示例。p. 31',
      '（已划掉：wrong room）消息。room 4',
      '划掉一行：消息。wrong room',
      '发现舆情：个别言论。a group\nan old picture',
    ]) {
      expect(zh).toContain(line)
    }
    const en = course.entries.map((entry) => sayEntry(entry, course.scenario, plan, 'en'))
    expect(en).toContain('Follow-up report 1, to county group. still dark')
    expect(en).toContain('Room 03 goes on after 12 min. spare copies')
  })
  test('C3 E2: who said it to whom stands in the sealed text alone, and is gone with it', () => {
    const oral = course.entries.find((entry) => entry.kind === 'OralReported')
    expect(JSON.stringify(oral?.detail)).not.toMatch(/陈|曹/)
    const { text: _gone, ...bare } = oral as Entry
    expect(sayEntry(bare, 'misprint', plan, 'zh-CN')).toBe('口头报告county group')
  })
  test('续报 is numbered in Chinese words', () => {
    expect([1, 10, 12, 20, 35].map(chineseNumber)).toEqual(['一', '十', '十二', '二十', '三十五'])
    expect([0, 100, 1.5].map(chineseNumber)).toEqual(['0', '100', '1.5'])
  })
  test('E4: who was told when a limit passed', () => {
    const last = late.state.entries[late.state.entries.length - 1]
    expect(last && sayEntry(last, 'fire', plan, 'zh-CN')).toBe('“I-start”超时，已告诉principal的替补')
  })
})

test('B10: a room is called by its name where that is known', () => {
  const held = tell([chief, reportOf('misprint', { room: '03' })]).state.entries.find(
    (entry) => entry.kind === 'HoldStarted',
  )
  const line = (roomName?: (room: string) => string) =>
    held && sayEntry(held, 'misprint', plan, 'zh-CN', roomName)
  expect(line((room) => (room === '03' ? '第3测试室' : room))).toMatch(/第3测试室/)
  expect(line()).toMatch(/测试室 03/)
})

/** An incident in which all happens that the story above leaves out. */
function courseOfEverything(): Incident {
  const { countyLead, invigilator } = people
  const THE_PLAN = { person: 'plan' }
  const elsewhere = { unit: SCHOOL, discoveredAt: NINE, reportedAt: NINE, knownAt: NINE }
  const told = tell(
    [chief, reportOf('misprint', { room: '03' })],
    [county, given('EndHold', { hold: 'report', reason: 'spare copies' }), 12],
    [chief, given('StartHold', { hold: 'h2', reason: 'pages' }), 13],
    [principal, given('StartResponse', { expectedMinutes: 30, measures: 'wait' }), 13],
    [
      principal,
      given('ChangeResponse', {
        responseLevel: 'II',
        expectedMinutes: 60,
        measures: 'more',
        reason: 'it grows',
      }),
      14,
    ],
    [principal, given('EndResponse', { reason: 'over' }), 15],
    [chief, given('ProposeJoint', { decision: 'd1', kind: 'on-the-spot', words: 'go on' }), 16],
    [patrol, given('AgreeJoint', { decision: 'd1' }), 16],
    [chief, given('ProposeJoint', { decision: 'd2', kind: 'on-the-spot', words: 'stop' }), 16],
    [patrol, given('DeclineJoint', { decision: 'd2', reason: 'no' }), 16],
    [chief, given('SkipSteps', { steps: ['stay', 'supply'], reason: 'not needed' }), 17],
    [county, given('Regrade', { eventLevel: 1, responseLevel: 'IV', reason: 'calm', lowering: 'l1' }), 18],
    [province, given('AgreeLowering', { lowering: 'l1' }), 19],
    [county, given('Regrade', { eventLevel: 2, responseLevel: 'III', reason: 'again' }), 19],
    [county, given('Regrade', { eventLevel: 1, responseLevel: 'IV', reason: 'calm', lowering: 'l2' }), 19],
    [province, given('DeclineLowering', { lowering: 'l2', reason: 'no' }), 19],
    [county, given('Verify', { verdict: 'verified' }), 20],
    [province, given('Verify', { verdict: 'refuted', words: 'looks old' }), 20],
    [principal, given('RaiseTo', { tier: 'province', words: 'a major case' }), 21],
    [
      chief,
      given('LogOral', {
        oral: 'oral1',
        from: '陈',
        to: '曹',
        toTier: 'county',
        saidAt: NINE,
        words: 'by telephone',
      }),
      22,
    ],
    [principal, given('ReportOn', { report: 's1', kind: 'follow-up', words: 'still dark' }), 23],
    [county, given('Answer', { answer: 'a1', instruction: 'lock it' }), 24],
    [
      principal,
      given('GiveTasks', {
        answer: 'a1',
        tasks: [{ task: 't1', post: 'security-captain', words: 'lock the gate' }],
      }),
      25,
    ],
    [principal, given('Comply', { answer: 'a1' }), 25],
    [principal, given('DoTask', { task: 't1', effect: 'locked' }), 26],
    [
      principal,
      given('SeeOpinion', {
        opinion: 'o1',
        where: 'a group',
        spread: 'single',
        seenAt: NINE,
        words: 'an old picture',
      }),
      27,
    ],
    [county, given('JudgeOpinion', { opinion: 'o1', verdict: 'verified' }), 27],
    [county, given('JudgeOpinion', { opinion: 'o1', verdict: 'refuted' }), 27],
    [county, given('FollowOpinion', { opinion: 'o1', spread: 'spreading', words: 'more of it' }), 27],
    [county, given('DraftWording', { opinion: 'o1', wording: 'w1', words: 'all is well' }), 28],
    [county, given('DraftWording', { opinion: 'o1', wording: 'w2', words: 'no comment' }), 28],
    [countyLead, given('ApproveWording', { wording: 'w1' }), 28],
    [countyLead, given('RefuseWording', { wording: 'w2', reason: 'say more' }), 28],
    [county, given('PublishWording', { wording: 'w1', where: 'the page', publishedAt: NINE }), 28],
    ...(['photo', 'voice', 'document'] as const).map(
      (kind): Deed => [
        chief,
        given('Attach', { file: `f-${kind}`, hash: kind, size: 10, kind, name: 'door' }),
        29,
      ],
    ),
    [invigilator, given('SendMessage', { words: 'room 4' }), 30],
  )
  const cited = { handbook: 'h', example: 'e', document: 'manual', year: 2026, unit: COUNTY }
  return goOn(
    told,
    [invigilator, given('StrikeEntry', { entry: told.state.version, reason: 'wrong room' }), 31],
    [THE_PLAN, given('CiteExample', { ...cited, reference: 'p. 31' }), 32],
    [THE_PLAN, given('TakeIn', { incident: 'i2', as: 'same', ...elsewhere }), 33],
    [THE_PLAN, given('LetGoOf', { incident: 'i2' }), 33],
    [THE_PLAN, given('TakeIn', { incident: 'i3', as: 'spread', ...elsewhere }), 33],
    [THE_PLAN, given('Join', { incident: 'c1', as: 'spread' }), 34],
    [THE_PLAN, given('Join', { incident: 'i4', as: 'same' }), 34],
    [THE_PLAN, given('Part', { incident: 'i4', reason: 'another' }), 35],
    [county, given('EndHold', { hold: 'h2' }), 36],
    [county, given('Regrade', { eventLevel: 3, responseLevel: 'I', reason: 'worse' }), 37],
    [county, given('Handle', { outcome: 'done' }), 38],
    [province, given('Evaluate', { points: { cause: 'print', course: 'short' } }), 39],
    [principal, given('ReportOn', { report: 's2', kind: 'final', words: 'done' }), 40],
    [county, given('Dismiss', { reason: 'no misprint' }), 41],
  ).state
}
