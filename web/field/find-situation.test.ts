// E3: the situation is found in Chinese, by pinyin and in English, from what the phone holds.

import { beforeAll, describe, expect, test } from 'vitest'
import { builtInPlan } from '#server/plan/load.ts'
import { loadReadings, syllablesOf } from '../talk/pinyin.ts'
import { commonSituations, findSituations } from './find-situation.ts'

beforeAll(loadReadings)

const plan = builtInPlan()
const ids = (typed: string, lang: 'zh-CN' | 'en' = 'zh-CN') =>
  findSituations(plan, typed, lang).map((found) => found.situation.id)

describe('finding a situation', () => {
  test('E3: td finds 停电, marked in the name', () => {
    const [first] = findSituations(plan, 'td', 'zh-CN')
    expect(first?.situation.id).toBe('power-cut')
    expect(first?.mark).toEqual([2, 4])
    expect(first?.byPinyin).toBe(true)
  })

  test.each([
    ['停电', 'power-cut'],
    ['tingdian', 'power-cut'],
    ['tingd', 'power-cut'],
    ['TD', 'power-cut'],
    ["ting'dian", 'power-cut'],
    ['断网', 'network-down'],
    ['dw', 'network-down'],
    ['blackout', 'power-cut'],
    ['power cut', 'power-cut'],
    ['着火', 'fire'],
    ['zh', 'fire'],
  ])('E3: %s finds %s', (typed, id) => {
    expect(ids(typed)).toContain(id)
  })

  test('English words match from their beginning only', () => {
    expect(ids('ower', 'en')).not.toContain('power-cut')
    expect(ids('power', 'en')[0]).toBe('power-cut')
  })

  test('a name comes before other words, and what is often needed before the rest', () => {
    expect(ids('停电')[0]).toBe('power-cut')
  })

  test('in English no part of the English name is marked for a Chinese find', () => {
    expect(findSituations(plan, 'td', 'en')[0]?.mark).toBeUndefined()
  })

  test('nothing typed, nothing found; nonsense finds nothing', () => {
    expect(ids('  ')).toEqual([])
    expect(ids('xqzvv')).toEqual([])
  })

  test('every character of names and search words of the plan can be read', () => {
    const unread = Object.values(plan.situations)
      .flatMap((one) => [one.name.zh, ...(one.also?.zh ?? [])])
      .flatMap((text) => Array.from(text))
      .filter((char) => /\p{Script=Han}/u.test(char) && syllablesOf(char).length === 0)
    expect(unread).toEqual([])
  })
})

describe('four taps', () => {
  test('E3: a power cut is on the first page of picking: report, 停电, next, send', () => {
    const common = commonSituations(plan).map((situation) => situation.id)
    expect(common).toContain('power-cut')
    // More would push the categories off a 360 px phone.
    expect(common.length).toBeLessThanOrEqual(6)
  })
})

describe('what does not stand there as it was typed', () => {
  test.each([
    ['封条破', 'seal'],
    ['6人', 'absence'],
  ])('E3: %s still finds something of %s', (typed, part) => {
    expect(ids(typed).some((id) => id.includes(part))).toBe(true)
  })
})
