// Every refusal has its sentence in both languages, with no hole left open.

import { describe, expect, test } from 'vitest'
import type { RefusalCode } from '../basics/refusal.ts'
import type { Lang } from '../basics/text.ts'
import { refusalSentence, refusalWords, sayRefusal } from './refusal.ts'

const LANGS: readonly Lang[] = ['zh-CN', 'en']
const nameOf = (post: string) => `<${post}>`

describe('refusals', () => {
  const codes = Object.keys(refusalWords) as RefusalCode[]
  const values = { scenario: 'x', fact: 'x', value: 'x', level: 'II' }
  test.each(LANGS)('every code says what was not done, who could, what to do now (%s)', (lang) => {
    for (const code of codes) {
      const sentence = refusalSentence({ code, field: 'reason', values, whoCould: ['a', 'b'] }, lang, nameOf)
      expect(sentence).not.toMatch(/[{}]/)
      expect(sentence).toContain('<a>')
      expect(sentence).not.toMatch(/无权限|undefined|！|!/)
    }
  })
  test('who could is left out when nobody in particular could', () => {
    expect(sayRefusal({ code: 'incident.closed' }, 'en', nameOf).whoCould).toBeUndefined()
    expect(refusalSentence({ code: 'incident.closed' }, 'zh-CN', nameOf)).toBe(
      '没有办成：这件事已经办结。新情况可以补充；又发生了就另报一件',
    )
  })
  test('fields are called as the form calls them', () => {
    expect(sayRefusal({ code: 'text.missing', field: 'reason' }, 'zh-CN', nameOf).notDone).toBe(
      '没有送出：还没写理由',
    )
    const wrong = { code: 'fact.value', field: 'stated.impact.order', values: { value: 'huge' } } as const
    expect(sayRefusal(wrong, 'en', nameOf).notDone).toContain('effect on normal order')
    expect(
      sayRefusal({ code: 'response.started', values: { level: 'II' } }, 'zh-CN', nameOf).notDone,
    ).toContain('Ⅱ级')
  })
})
