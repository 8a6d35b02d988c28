// The plan as people read it: every entry follows a clause of the plan, and words find it in any part.

import { describe, expect, test } from 'vitest'
import type { Me } from '#core/wire/view.ts'
import { builtInPlan } from '#server/plan/load.ts'
import { makeNames } from './names.ts'
import { findEntries, PLAN_PAGES, planEntries } from './plan-entries.ts'

const plan = builtInPlan()
const me: Me = {
  person: { id: 'p', name: '陆知远' },
  post: {
    id: 'post',
    kind: 'county-office',
    role: 'county-desk',
    tier: 'county',
    unit: '00/99/990701',
    substitute: false,
  },
  posts: [],
  units: [],
  campaign: { id: 'c', kind: 'demo', name: { zh: '演示', en: 'Demo' }, zoneMinutes: 480, sessions: [] },
  now: 0,
  rate: 1,
  demo: true,
}
const entriesIn = (lang: 'zh-CN' | 'en') => planEntries(plan, makeNames({ lang, me, plan }), lang)
const clauseText = (id: string) => plan.clauses[id]?.text.zh ?? ''

describe('G1: the effective plan, clause by clause', () => {
  test.each(['zh-CN', 'en'] as const)(
    'G1: in %s every entry has a title and a clause of the plan',
    (lang) => {
      for (const entry of entriesIn(lang)) {
        expect(entry.title, entry.id).not.toBe('')
        expect(plan.clauses[entry.clause ?? ''], `${entry.page} ${entry.id}`).toBeDefined()
        expect([entry.title, ...entry.lines].join(' '), entry.id).not.toMatch(/\{[a-z]+\}/)
      }
    },
  )

  test('G1: every part of the plan has entries, each once, and every clause is among them', () => {
    const entries = entriesIn('zh-CN')
    for (const page of PLAN_PAGES)
      expect(
        entries.some((entry) => entry.page === page),
        page,
      ).toBe(true)
    const keys = entries.map((entry) => `${entry.page}/${entry.id}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(entries.filter((entry) => entry.page === 'clauses')).toHaveLength(Object.keys(plan.clauses).length)
  })

  test('G1: words are looked for in titles, lines and the clause itself, all of them', () => {
    const entries = entriesIn('zh-CN')
    const found = findEntries(entries, '全校停电', clauseText)
    expect(found.some((entry) => entry.page === 'situations' && entry.id === 'power-cut')).toBe(true)
    expect(findEntries(entries, '全校停电 没有这样的词', clauseText)).toEqual([])
    expect(findEntries(entries, ' ', clauseText)).toHaveLength(entries.length)
  })
})
