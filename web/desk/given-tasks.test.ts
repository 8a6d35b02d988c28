// Tasks while they are written: kept, checked in order, and given only to posts of the line.

import { describe, expect, test } from 'vitest'
import { smallPlan } from '#core/plan/small-plan.fixture.ts'
import { emptyTask, missingIn, postsBelow, readTasks, taskData } from './given-tasks.ts'

const written = { task: 't1', post: 'head-it', person: '', words: ' 换到备用机 ' }

describe('B5: an answer is turned into work for named people', () => {
  test('B5: what was kept is read back; what cannot be read is nothing', () => {
    expect(readTasks(JSON.stringify([written]))).toEqual([written])
    expect(readTasks('')).toEqual([])
    expect(readTasks('{')).toEqual([])
    expect(readTasks(JSON.stringify([{ task: 't1' }]))).toEqual([])
  })

  test('B5: the first unfinished row is named with what it lacks', () => {
    expect(missingIn([written])).toBeUndefined()
    expect(missingIn([written, emptyTask('t2')])).toEqual({ n: 2, what: 'post' })
    expect(missingIn([{ ...written, words: ' ' }])).toEqual({ n: 1, what: 'words' })
  })

  test('B5: a person is given only where one is meant', () => {
    expect(taskData([written, { ...written, task: 't2', person: 'p1' }])).toEqual([
      { task: 't1', post: 'head-it', words: '换到备用机' },
      { task: 't2', post: 'head-it', person: 'p1', words: '换到备用机' },
    ])
  })

  test('B5: posts are those from the incident’s own tier up to the giver’s', () => {
    const plan = smallPlan()
    const tiers = (own: 'school' | 'county', giver: 'county' | 'nation') =>
      postsBelow(plan, own, giver).map((group) => group.tier)
    expect(tiers('school', 'county')).not.toContain('province')
    expect(tiers('county', 'county')).not.toContain('school')
    for (const group of postsBelow(plan, 'school', 'nation')) {
      expect(group.posts.every((post) => post.tier === group.tier)).toBe(true)
    }
  })
})
