// Levels said whole, the same on phone and desk, in both languages.

import { describe, expect, test } from 'vitest'
import { builtInPlan } from '#server/plan/load.ts'
import { levelSayings } from './level-words.ts'

const plan = builtInPlan()

describe('experience 3: a level is never a bare number', () => {
  test('A1, A3: scale, number and word, in Chinese', () => {
    const { event, response } = levelSayings(plan, 'zh-CN')
    expect(event(2)).toMatchObject({ scale: '事件', number: '2级', whole: '事件等级 2级，一定影响' })
    expect(response('II')).toMatchObject({ number: 'Ⅱ级', whole: '响应等级 Ⅱ级，重大' })
    expect(response('II').choice).toBe('Ⅱ级 重大')
  })

  test('A1, A3: in English, large and small letters as in a sentence', () => {
    const { event, response } = levelSayings(plan, 'en')
    expect(event(2)).toMatchObject({ scale: 'Event', number: 'level 2', alone: 'Level 2' })
    expect(event(2).whole).toBe('Event level 2 (some effect)')
    expect(response('II').whole).toBe('Response level Ⅱ (major)')
  })

  test('A1, A3: before the plan is there, the scale and the number', () => {
    expect(levelSayings(undefined, 'zh-CN').event(3).whole).toBe('事件 3级')
    expect(levelSayings(undefined, 'en').response('I').whole).toBe('Response level Ⅰ')
  })
})
