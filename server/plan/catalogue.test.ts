// Is the catalogue complete: all 100 events, every part of each situation, levels that rise as the field's list has it,
// and exactly the people told whom the county plan wants told (B9–B16)? What situations grade to in general is
// built-in-grade.test.ts.

import { describe, expect, test } from 'vitest'
import type { Situation } from '#core/plan/effective.ts'
import type { StatedFacts } from '#core/plan/facts.ts'
import { grade } from '#core/plan/grade.ts'
import { referencesOf } from '#core/plan/references.ts'
import { builtInLayers, builtInPlan } from './load.ts'

const plan = builtInPlan()
const situations = Object.values(plan.situations)
const NUMBERS = Array.from({ length: 100 }, (_, index) => index + 1)
const ofEvent = (event: number) => situations.filter((one) => one.events.includes(event))

describe('B16: every event of the list of 100 has a situation', () => {
  test('B16: none of 1–100 is missing, and none beyond', () => {
    expect(NUMBERS.filter((event) => ofEvent(event).length === 0)).toEqual([])
    const named = situations.flatMap((one) => one.events)
    expect(named.filter((event) => !NUMBERS.includes(event))).toEqual([])
  })

  test.each(situations.map((one) => [one.id, one] as const))('B16: %s has all its parts', (_, one) => {
    for (const words of [one.name, one.hint, one.trigger, one.response.because]) {
      expect([words.zh, words.en].map((said) => said.trim())).not.toContain('')
    }
    expect(one.steps.length).toBeGreaterThanOrEqual(3)
    expect(one.steps.some((step) => step.first)).toBe(true)
    for (const step of one.steps) expect(plan.posts[step.post]).toBeDefined()
    expect(one.questions.length).toBeGreaterThanOrEqual(2)
    expect(one.questions.length).toBeLessThanOrEqual(5)
    expect(Object.keys(one.defaults).length).toBeGreaterThan(0)
    expect(one.tell.length).toBeGreaterThan(0)
    expect(one.resources.length).toBeGreaterThan(0)
    // Written by the school at every level; which tier files a report besides follows from the level (B6).
    expect(one.recordedIn).toEqual(['situation-record'])
    const clause = plan.clauses[one.clause]
    expect(clause?.source.document).not.toBe('')
    // The levels of the catalogue are nobody's but ours: no situation is dressed as the handbook's.
    expect(['derived', 'proposed']).toContain(clause?.status)
  })

  test('B16: a limit runs for every situation at every response level', () => {
    const levels = plan.limits.flatMap((limit) => (limit.scenarios ? [] : (limit.responseLevels ?? [])))
    expect(new Set(levels)).toEqual(new Set(['I', 'II', 'III', 'IV']))
  })
})

/** Event, its level by itself, and the level it rises to: the field's list, where it has an arrow. */
const RISING: readonly (readonly [event: number, from: number, to: number])[] = [
  [1, 2, 3],
  [8, 2, 3],
  [9, 1, 2],
  [11, 1, 2],
  [13, 2, 3],
  [14, 2, 3],
  [15, 1, 2],
  [16, 1, 2],
  [18, 1, 2],
  [19, 1, 3],
  [21, 1, 2],
  [24, 2, 3],
  [26, 1, 2],
  [29, 1, 2],
  [30, 2, 3],
  [33, 2, 3],
  [35, 2, 3],
  [38, 1, 2],
  [39, 1, 2],
  [43, 1, 2],
  [44, 1, 2],
  [45, 1, 2],
  [49, 1, 2],
  [52, 1, 2],
  [53, 1, 2],
  [57, 1, 2],
  [59, 1, 2],
  [60, 2, 3],
  [62, 1, 2],
  [63, 2, 3],
  [67, 1, 2],
  [71, 2, 3],
  [76, 1, 2],
  [77, 2, 3],
  [79, 1, 2],
  [82, 2, 3],
  [83, 1, 2],
  [86, 2, 3],
  [88, 2, 3],
  [91, 1, 2],
  [96, 1, 2],
  [98, 1, 2],
  [99, 1, 2],
  [100, 2, 3],
]

/** Facts that one answer to one of its questions states. */
function answersOf(one: Situation): readonly StatedFacts[] {
  return one.questions.flatMap((question) =>
    question.number === undefined
      ? (question.answers ?? []).map((answer) => answer.facts)
      : [{ [question.number]: 30 }],
  )
}

describe('B16 A1: a level that rises is a default and the fact that raises it', () => {
  test.each(RISING)('B16 A1: event %i is level %i by itself and %i by one answer', (event, from, to) => {
    const found = ofEvent(event).map((one) => ({
      id: one.id,
      from: grade(plan, one.id, {}).eventLevel,
      to: Math.max(...answersOf(one).map((stated) => grade(plan, one.id, stated).eventLevel)),
    }))
    expect(
      found.filter((one) => one.from === from && one.to >= to),
      JSON.stringify(found),
    ).not.toEqual([])
  })
})

test('B16 A1: fire is 3 as long as nobody says otherwise, and 2 where the test went on', () => {
  const levels = answersOf(plan.situations.fire!).map((stated) => grade(plan, 'fire', stated).eventLevel)
  expect(grade(plan, 'fire', {}).eventLevel).toBe(3)
  expect(levels).toContain(2)
})

/** Whom the county plan has told at the same moment, and which situations it says that of. */
const TOLD: readonly (readonly [
  id: string,
  clause: string,
  posts: readonly string[],
  situations: string[],
])[] = [
  [
    'B9',
    'secrecy',
    ['county-office', 'province-inspector', 'province-office', 'national-inspector'],
    ['count-mismatch', 'data-not-uploaded', 'timing-error', 'violence', 'coaching', 'return-short'],
  ],
  ['B10', 'defect', ['chief-invigilator', 'county-office', 'province-inspector'], ['paper-defect']],
  ['B11', 'absence', ['province-office', 'province-inspector', 'county-patrol'], ['mass-absence']],
  [
    'B12',
    'instruments',
    ['province-office', 'province-inspector', 'security-group'],
    ['instrument-stolen', 'instrument-lost', 'instrument-damaged'],
  ],
  [
    'B13',
    'disaster',
    ['province-office', 'province-inspector', 'security-group'],
    ['disaster-en-route', 'earthquake', 'flood', 'rainstorm', 'lightning', 'typhoon'],
  ],
  ['B14', 'power', ['province-office', 'province-inspector', 'security-group'], ['power-cut']],
  ['B15', 'invigilator', ['province-office', 'province-inspector'], ['invigilator-absent']],
]

describe('B9–B15: told at the same moment', () => {
  test.each(TOLD)('%s: exactly the posts of national.field.%s', (_, rule, posts, named) => {
    const clause = `national.field.${rule}`
    const telling = situations.filter((one) => one.tell.some((told) => told.clause === clause))
    expect(telling.map((one) => one.id)).toEqual(expect.arrayContaining(named))
    for (const one of telling) {
      const told = one.tell.filter((row) => row.clause === clause).map((row) => row.post)
      expect(told.sort(), one.id).toEqual([...posts].sort())
    }
    expect(plan.clauses[clause]).toMatchObject({ status: 'official', source: { document: '县级应急预案' } })
  })

  test('B9: whatever touches data, completeness or secrecy is told to county, inspectors and province', () => {
    for (const one of situations.filter((each) => each.secrecy)) {
      const told = one.tell.map((row) => row.post)
      expect(told, one.id).toEqual(expect.arrayContaining(['province-inspector', 'province-office']))
      expect(grade(plan, one.id, {}).eventLevel, one.id).toBeGreaterThanOrEqual(2)
    }
  })

  test('B10: work waits after a defect, a short count, a wrong bag and mass absence', () => {
    expect(situations.filter((one) => one.hold).map((one) => one.id)).toEqual(
      expect.arrayContaining(['paper-defect', 'papers-short', 'wrong-bag-opened', 'mass-absence']),
    )
  })
})

test('G3: the base layer names clauses of its own alone, so that it holds under any county and school', () => {
  const [national] = builtInLayers()
  const own = new Set(national?.clauses.map((clause) => clause.id))
  const named = national ? referencesOf(national).filter((one) => one.to === 'clause') : []
  expect(named.length).toBeGreaterThan(300)
  expect(named.filter((one) => !own.has(one.id))).toEqual([])
})
