// What Ctrl-K finds, and in which order.

import { beforeAll, describe, expect, test } from 'vitest'
import { loadReadings } from '../talk/pinyin.ts'
import { type Findable, find, moveChoice } from './find.ts'

beforeAll(loadReadings)

const thing = (kind: Findable['kind'], title: string, text = '', also: string[] = []): Findable => ({
  kind,
  id: `${kind}/${title}`,
  title,
  text,
  also,
})

const things = [
  thing('school', '桥头小学'),
  thing('school', '小桥中学'),
  thing('incident', '桥头小学·全校停电', '', ['QH-07-003', '断电']),
  thing('person', '周明远', '校长·桥头小学', ['199-0000-0101']),
  thing('clause', '县级预案 二(一)', '对测试有一定影响', ['county.2.1']),
]

describe('corridor: the finder', () => {
  test('C3: people are found by name, post and number', () => {
    expect(find(things, '校长').map((one) => one.title)).toEqual(['周明远'])
    expect(find(things, '0000-0101').map((one) => one.title)).toEqual(['周明远'])
  })

  test('corridor: incidents first, then schools, people and clauses; beginnings before middles', () => {
    expect(find(things, '桥头').map((one) => one.kind)).toEqual(['incident', 'school', 'person'])
    expect(find(things, '桥').filter((one) => one.kind === 'school')[0]?.title).toBe('桥头小学')
  })

  test('corridor: every word must fit; case and full width do not matter', () => {
    expect(find(things, '桥头 断电').map((one) => one.kind)).toEqual(['incident'])
    expect(find(things, 'ｑｈ-07').map((one) => one.kind)).toEqual(['incident'])
    expect(find(things, '桥头 火')).toEqual([])
    expect(find(things, '  ')).toEqual([])
  })

  test('corridor: names and situations are found by initials and by whole pinyin', () => {
    expect(find(things, 'qtxx').map((one) => one.title)).toEqual(['桥头小学·全校停电', '桥头小学'])
    expect(find(things, 'tingdian').map((one) => one.kind)).toEqual(['incident'])
    expect(find(things, 'zmy').map((one) => one.title)).toEqual(['周明远'])
    expect(find(things, 'dcs')).toEqual([])
  })

  test('corridor: three figures are a whole number', () => {
    expect(find(things, '003').map((one) => one.kind)).toEqual(['incident'])
    expect(find(things, '101')).toEqual([])
  })

  test('corridor: the arrows go round', () => {
    expect(moveChoice(-1, 1, 3)).toBe(0)
    expect(moveChoice(0, -1, 3)).toBe(2)
    expect(moveChoice(2, 1, 3)).toBe(0)
    expect(moveChoice(0, 1, 0)).toBe(-1)
  })
})
