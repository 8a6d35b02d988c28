// What the school answered, read back from the facts: whole answers, one that two answers share, numbers, silence.

import { describe, expect, test } from 'vitest'
import { findSituation, type Situation } from '#core/plan/effective.ts'
import type { StatedFacts } from '#core/plan/facts.ts'
import { builtInPlan } from '#server/plan/load.ts'
import { answersGiven } from './answers-given.ts'

const powerCut = findSituation(builtInPlan(), 'power-cut') as Situation
const said = (stated: StatedFacts) =>
  answersGiven(powerCut, stated, 'zh-CN').map(({ ask, answer }) => `${ask}：${answer ?? '没答'}`)

describe('what the school answered', () => {
  test('A6: every question stands with its answer, and those nobody answered say so', () => {
    expect(said({ interrupted: 'fully', 'impact.order': 'slight', 'impact.data': 'serious' })).toEqual([
      '测试中断了吗：全部中断',
      '电脑里已答的题还在吗：丢了',
      '有人受伤吗：没答',
    ])
  })
  test('A6: what two answers state alike is not put into anybody’s mouth', () => {
    expect(said({ 'casualties.injured': 0 })[2]).toBe('有人受伤吗：没有或轻伤')
    expect(said({ 'casualties.injured': 1 })[2]).toBe('有人受伤吗：要送医')
  })
  test('A6: an answer of which a later word changed one fact is said by its facts', () => {
    expect(said({ interrupted: 'fully', 'impact.order': 'serious' })[0]).toBe(
      '测试中断了吗：测试中断 全面中断、对测试秩序的影响 较重',
    )
  })
  test('A6: a number is said as a number', () => {
    const counting = {
      ...powerCut,
      questions: [{ id: 'n', ask: { zh: '几个空座？', en: 'How many?' }, number: 'absentInRoom' }],
    }
    expect(answersGiven(counting, { absentInRoom: 6 }, 'zh-CN')[0]?.answer).toBe('6')
    expect(answersGiven(counting, { absentInRoom: 0 }, 'en')[0]).toEqual({
      id: 'n',
      ask: 'How many',
      answer: '0',
    })
    expect(answersGiven(counting, {}, 'en')[0]?.answer).toBeUndefined()
  })
})
