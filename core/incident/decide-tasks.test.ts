// An answer becomes work for named posts and people, and comes back as done (B5).

import { describe, expect, test } from 'vitest'
import { awaits } from './awaits.ts'
import { answer, ask, comply, given, handle } from './commands.fixture.ts'
import type { GivenTask, IncidentCommand } from './commands.ts'
import { COUNTY, goOn, people, reportOf, tell, toldBy } from './incident.fixture.ts'
import { notices } from './notices.ts'

const { chief, invigilator, principal, inspector, county, patrol, province } = people

const task = (id: string, post: string, more: Partial<GivenTask> = {}): GivenTask => ({
  task: id,
  post,
  words: `see to ${id}`,
  ...more,
})
const give = (...tasks: readonly GivenTask[]): IncidentCommand => given('GiveTasks', { answer: 'a1', tasks })
const done = (id: string, effect = 'the lights are on'): IncidentCommand =>
  given('DoTask', { task: id, effect })

const answered = tell(
  [chief, reportOf('power-cut')],
  [principal, ask('q1')],
  [county, answer('a1', 'q1', 'use the spare rooms')],
)
const captain = { ...invigilator, person: 'cai', post: 'p~captain', postKind: 'security-captain' }

describe('GiveTasks', () => {
  test('B5: the tier that was answered makes it work for posts at or below it; each is told', () => {
    const tasks = goOn(answered, [
      principal,
      give(task('t1', 'security-captain'), task('t2', 'invigilator', { person: 'ivy' })),
    ])
    expect(tasks.types).toEqual(['TasksGiven'])
    expect(tasks.state.tasks).toMatchObject([
      { task: 't1', answer: 'a1', post: 'security-captain', words: 'see to t1' },
      { task: 't2', answer: 'a1', post: 'invigilator', person: 'ivy' },
    ])
    const last = tasks.history[tasks.history.length - 1]
    expect(last && notices(last, tasks.state, tasks.plan)).toEqual([
      { post: 'security-captain', who: 'holder', what: 'task' },
      { post: 'invigilator', who: 'holder', what: 'task', person: 'ivy' },
    ])
    expect(awaits(tasks.state, tasks.plan).filter((one) => one.kind === 'task')).toMatchObject([
      { tier: 'school', post: 'security-captain', about: 't1' },
      { tier: 'school', post: 'invigilator', about: 't2' },
    ])
  })
  test('B5: two tasks of one post, for two people, tell both', () => {
    const tasks = goOn(answered, [
      principal,
      give(task('t1', 'invigilator', { person: 'ivy' }), task('t2', 'invigilator', { person: 'ian' })),
    ])
    expect(toldBy(tasks)).toEqual(['invigilator/holder', 'invigilator/holder'])
  })
  test('B5: whoever answers may say at once what it means for whom', () => {
    const asked = tell([chief, reportOf('power-cut')], [principal, ask('q1')])
    const both = goOn(asked, [
      county,
      given('Answer', {
        answer: 'a1',
        ask: 'q1',
        instruction: 'spare rooms',
        tasks: [task('t1', 'security-captain'), task('t2', 'county-patrol')],
      }),
    ])
    expect(both.types).toEqual(['Answered', 'TasksGiven'])
    expect(both.state.answers[0]?.complied).toBeUndefined()
    const wrong = goOn(asked, [
      county,
      given('Answer', {
        answer: 'a1',
        ask: 'q1',
        instruction: 'x',
        tasks: [task('t1', 'province-office')],
      }),
    ])
    expect(wrong.refused).toMatchObject({ code: 'post.not-below', field: 'tasks.0.post' })
    expect(wrong.state.answers).toEqual([])
  })
  test.each([
    ['tasks.0.post', task('t1', 'constructor'), 'post.unknown'],
    ['tasks.0.post', task('t1', 'county-office'), 'post.not-below'],
    ['tasks.0.words', task('t1', 'invigilator', { words: ' ' }), 'text.missing'],
  ])('B5: refuses a wrong %s', (field, wrong, code) => {
    expect(goOn(answered, [principal, give(wrong)]).refused).toMatchObject({ code, field })
  })
  test('B5: ids stand once; the same tasks again change nothing; whose answer it is not gives none', () => {
    const tasks = goOn(answered, [principal, give(task('t1', 'invigilator'))])
    expect(goOn(tasks, [principal, give(task('t1', 'invigilator'))])).toMatchObject({
      types: [],
      refused: undefined,
    })
    const mixed = goOn(tasks, [principal, give(task('t2', 'invigilator'), task('t1', 'invigilator'))])
    expect(mixed.refused).toEqual({ code: 'task.exists', field: 'tasks.1.task' })
    const twice = goOn(answered, [principal, give(task('t2', 'invigilator'), task('t2', 'invigilator'))])
    expect(twice.refused?.code).toBe('task.exists')
    expect(goOn(answered, [principal, given('GiveTasks', { answer: 'a9', tasks: [] })]).refused?.code).toBe(
      'answer.unknown',
    )
    const toCounty = goOn(answered, [province, answer('a2')])
    expect(
      goOn(toCounty, [principal, given('GiveTasks', { answer: 'a2', tasks: [task('t1', 'invigilator')] })])
        .refused,
    ).toEqual({ code: 'not-allowed', whoCould: ['county-office'] })
  })
  test('A2: of a county’s own incident nobody at a school is given a task', () => {
    const own = tell([county, reportOf('power-cut', { unit: COUNTY })], [province, answer('a1')])
    expect(goOn(own, [county, give(task('t1', 'principal'))]).refused?.code).toBe('post.unknown')
    expect(goOn(own, [county, give(task('t1', 'county-patrol'))]).types).toEqual(['TasksGiven'])
  })
})

describe('DoTask', () => {
  const tasks = goOn(answered, [
    principal,
    give(task('t1', 'security-captain'), task('t2', 'invigilator', { person: 'cai' })),
  ])
  test('B5: by its post, by the person named, or by whoever answers for the post', () => {
    expect(goOn(tasks, [captain, done('t1')]).types).toEqual(['TaskDone'])
    expect(goOn(tasks, [captain, done('t2')]).types).toEqual(['TaskDone'])
    for (const head of [principal, county, province]) {
      expect(goOn(tasks, [head, done('t1')]).types).toEqual(['TaskDone'])
    }
    for (const other of [chief, inspector, patrol]) {
      expect(goOn(tasks, [other, done('t1')]).refused).toEqual({
        code: 'not-allowed',
        whoCould: ['security-captain'],
      })
    }
  })
  test('B5: it comes back with its effect, to whoever gave it and whoever answered', () => {
    const back = goOn(tasks, [captain, done('t1'), 20])
    expect(back.state.tasks[0]?.done).toMatchObject({ by: captain, effect: 'the lights are on' })
    expect(toldBy(back)).toEqual(['county-office/holder', 'principal/holder'])
    expect(goOn(back, [principal, done('t1', 'again')])).toMatchObject({ types: [], refused: undefined })
  })
  test('B5: refuses no effect and an unknown task; heard of late it is taken, also when it was handled', () => {
    expect(goOn(tasks, [captain, done('t1', ' ')]).refused?.field).toBe('effect')
    expect(goOn(tasks, [captain, done('t9')]).refused?.code).toBe('task.unknown')
    const handled = goOn(tasks, [principal, comply()], [county, handle()])
    expect(goOn(handled, [captain, done('t1'), 10, 90]).types).toEqual(['TaskDone'])
  })
})
