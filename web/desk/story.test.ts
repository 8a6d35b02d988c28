// The story of an incident as a desk reads it.

import { describe, expect, test } from 'vitest'
import { goOn, NINE, people, plan, reportOf, type Tale, tell } from '#core/incident/incident.fixture.ts'
import type { IncidentView } from '#core/wire/view.ts'
import type { Names } from './names.ts'
import { storyOf } from './story.ts'

const names: Names = {
  unit: (path) => path,
  place: (path) => path,
  situation: (id) => id,
  post: (kind) => kind ?? '',
  room: (id) => id,
  tier: (tier) => ({ school: '学校', county: '县里', province: '省里', nation: '国家' })[tier],
  event: () => ({ scale: '', number: '', whole: '' }),
  response: () => ({ scale: '', number: '', whole: '' }),
}

function viewOf(tale: Tale, more: Partial<IncidentView> = {}): IncidentView {
  return {
    incident: tale.state,
    limits: [],
    awaits: [],
    told: [],
    people: { chen: { name: '林晓岚' }, cao: { name: '陆知远' } },
    may: [],
    plan: { hash: plan.hash, version: '1', title: { zh: '预案', en: 'Plan' } },
    unitName: { zh: '桥头小学', en: 'Qiaotou' },
    similar: [],
    ...more,
  }
}

const minutes = (at: number) => `9:${String((at - NINE) / 60_000).padStart(2, '0')}`
const lines = (tale: Tale, viewer: 'county' | 'beside' = 'county') =>
  storyOf(viewOf(tale), {
    lang: 'zh-CN',
    names,
    plan,
    tier: viewer === 'beside' ? undefined : viewer,
    person: 'cao',
    time: minutes,
  })

const reported = () => tell([people.chief, reportOf('power-cut', { words: '全校停电' }), 0, 5])

describe('E2, E3: the story at the desk', () => {
  test('E3: what was noted offline keeps its own time and says how late it came', () => {
    const [first] = lines(reported())
    expect(first).toMatchObject({ time: '9:00', who: '林晓岚', kind: 'offline' })
    expect(first?.note).toContain('晚到 5 分')
    expect(first?.words).toContain('全校停电')
  })

  test('E2: every line has a person, in words of the post, and my own says so', () => {
    const story = lines(goOn(reported(), [people.county, { type: 'Acknowledge', data: {} }, 7]))
    expect(story[story.length - 1]).toMatchObject({ who: '陆知远', post: 'county-office（你）' })
    expect(story.every((line) => line.who !== '')).toBe(true)
  })

  test('B5: an open question says whom it waits for, an answered one no longer', () => {
    const asked = goOn(reported(), [
      people.principal,
      { type: 'Ask', data: { ask: 'a1', question: '补测吗？', proposal: '换机补时' } },
      8,
    ])
    const open = lines(asked)
    expect(open[open.length - 1]).toMatchObject({ kind: 'ask', note: '等你答复' })
    expect(open[open.length - 1]?.words).toBe('请示：补测吗？\n建议：换机补时')
    const beside = lines(asked, 'beside')
    expect(beside[beside.length - 1]?.note).toBe('等县里答复')
    const answered = lines(
      goOn(asked, [
        people.county,
        { type: 'Answer', data: { answer: 'r1', ask: 'a1', instruction: '换机补时' } },
        9,
      ]),
    )
    expect(answered.find((line) => String(line.words).startsWith('请示'))?.kind).toBe('plain')
    expect(answered[answered.length - 1]).toMatchObject({ kind: 'answer', note: '等学校照办' })
  })

  test('B5: an answer that is being carried out says since when', () => {
    const story = lines(
      goOn(
        reported(),
        [people.county, { type: 'Answer', data: { answer: 'r1', instruction: '先保照明' } }, 9],
        [people.principal, { type: 'Comply', data: { answer: 'r1' } }, 11],
      ),
    )
    expect(story.find((line) => line.kind === 'answer')?.note).toBe('学校 9:11 照办')
  })
})
