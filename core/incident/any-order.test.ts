// Any commands in any order: the state stays valid, replay gives the same, nothing ends with a question open,
// no clock disappears or moves later.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ofTheCourse } from './any-commands.fixture.ts'
import type { IncidentCommand } from './commands.ts'
import { deadlines } from './deadlines.ts'
import { evolve, UNREPORTED } from './evolve.ts'
import { type Deed, goOn, people, plan, reportOf, type Tale, tell } from './incident.fixture.ts'
import { limits } from './limits.ts'
import { obligations } from './obligations.ts'
import { settle } from './settle.fixture.ts'

const words = fc.constantFrom('', 'something', 'something else')
const id = fc.constantFrom('1', '2', '3')
const eventLevel = fc.constantFrom(1 as const, 2 as const, 3 as const)
const responseLevel = fc.constantFrom('I' as const, 'II' as const, 'III' as const, 'IV' as const)
const stated = fc.record(
  {
    'impact.data': fc.constantFrom('none', 'slight', 'serious'),
    interrupted: fc.constantFrom('no', 'partly', 'fully'),
    copies: fc.constantFrom(0, 3, -1),
  },
  { requiredKeys: [] },
)
const scenario = fc.constantFrom('power-cut', 'upset', 'network-down', 'fire', 'staff-violation')

const command: fc.Arbitrary<IncidentCommand> = fc.oneof(
  stated.map((facts): IncidentCommand => ({ type: 'StateFacts', data: { stated: facts } })),
  fc.tuple(eventLevel, responseLevel, words).map(
    ([event, response, reason]): IncidentCommand => ({
      type: 'Regrade',
      data: { eventLevel: event, responseLevel: response, reason },
    }),
  ),
  fc.constantFrom<IncidentCommand>(
    { type: 'Acknowledge', data: {} },
    { type: 'ConfirmReport', data: {} },
    { type: 'Close', data: {} },
    { type: 'Reopen', data: { reason: 'again' } },
    { type: 'Handle', data: { outcome: 'done' } },
    { type: 'WriteDown', data: { form: 'situation-record' } },
    { type: 'DoStep', data: { step: 'stay' } },
    { type: 'ReopenStep', data: { step: 'stay', reason: 'not yet' } },
    { type: 'StartResponse', data: { expectedMinutes: 20, measures: 'move' } },
    { type: 'StateExample', data: { listed: true, reference: 'no. 1' } },
  ),
  words.map((said): IncidentCommand => ({ type: 'TakeMeasure', data: { measure: said } })),
  id.map((ask): IncidentCommand => ({ type: 'Ask', data: { ask, question: 'wait?' } })),
  fc.tuple(id, fc.option(id)).map(
    ([answer, ask]): IncidentCommand => ({
      type: 'Answer',
      data: { answer, instruction: 'wait', ...(ask === null ? {} : { ask }) },
    }),
  ),
  id.map((answer): IncidentCommand => ({ type: 'Comply', data: { answer } })),
  ofTheCourse(id, words),
  fc.tuple(fc.constantFrom('acknowledge', 'II', 'III', 'I-start', 'comply'), fc.nat(3), fc.option(id)).map(
    ([limit, rung, of]): IncidentCommand => ({
      type: 'PassLimit',
      data: { limit, rung, dueAt: 0, ...(of === null ? {} : { of }) },
    }),
  ),
)

const by = fc.constantFrom(...Object.values(people), { person: 'plan' })
/** Commands with the minutes that pass before each and how late we hear of it. */
const deeds = fc.array(fc.tuple(by, command, fc.nat(40), fc.constantFrom(0, 0, 0, 90)), { maxLength: 40 })

/** Every state on the way, the first report first. */
function statesOf(
  kind: string,
  given: readonly (readonly [Deed[0], IncidentCommand, number, number])[],
): Tale[] {
  const tales = [tell([people.chief, reportOf(kind)])]
  let minute = 0
  let tale = tales[0] as Tale
  for (const [who, what, wait, late] of given) {
    minute += wait
    tale = goOn(tale, [who, what, minute, late])
    tales.push(tale)
  }
  return tales
}

describe('any commands in any order', () => {
  test('E2: replaying the ledger gives the same state, and every event is a line', () => {
    fc.assert(
      fc.property(scenario, deeds, (kind, given) => {
        const last = statesOf(kind, given).pop() as Tale
        expect(last.history.reduce(evolve, UNREPORTED)).toEqual(last.state)
        expect(last.state.entries.map((entry) => entry.version)).toEqual(last.history.map((_, i) => i + 1))
        expect(last.state.version).toBe(last.history.length)
      }),
      { numRuns: 150 },
    )
  })
  test('E2: with every sealed text destroyed the record still folds, to the same course without the words', () => {
    fc.assert(
      fc.property(scenario, deeds, (kind, given) => {
        const last = statesOf(kind, given).pop() as Tale
        const bare = last.history.map(
          ({ private: _sealed, ...event }) => event as (typeof last.history)[number],
        )
        const folded = bare.reduce(evolve, UNREPORTED)
        expect(folded.status).toBe(last.state.status)
        expect(limits(folded, plan).map(({ limit, dueAt }) => [limit.id, dueAt])).toEqual(
          limits(last.state, plan).map(({ limit, dueAt }) => [limit.id, dueAt]),
        )
        expect(folded.entries.map((entry) => entry.kind)).toEqual(
          last.state.entries.map((entry) => entry.kind),
        )
      }),
      { numRuns: 100 },
    )
  })
  test('E2: grades, answers and passed limits are never edited away; ids stand once', () => {
    fc.assert(
      fc.property(scenario, deeds, (kind, given) => {
        const tales = statesOf(kind, given)
        tales.forEach((tale, index) => {
          const before = tales[index - 1]?.state
          const { grades, asks, answers, passed } = tale.state
          if (before) {
            expect(grades.slice(0, before.grades.length)).toEqual(before.grades)
            expect(passed.slice(0, before.passed.length)).toEqual(before.passed)
            expect(asks.length).toBeGreaterThanOrEqual(before.asks.length)
          }
          expect(new Set(asks.map((one) => one.ask)).size).toBe(asks.length)
          expect(new Set(answers.map((one) => one.answer)).size).toBe(answers.length)
          for (const ask of asks) {
            if (ask.answer !== undefined) expect(answers.map((one) => one.answer)).toContain(ask.answer)
          }
        })
      }),
      { numRuns: 100 },
    )
  })
  test('B5 B6: doing what is owed, and nothing else, brings every incident to its end', () => {
    fc.assert(
      fc.property(scenario, deeds, (kind, given) => {
        const last = statesOf(kind, given).pop() as Tale
        const ended = settle(last, 40 * given.length + 1)
        expect(ended.state.status).toBe('closed')
        expect(deadlines(ended.state, plan)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
  test('B5 B6: nothing is closed while something is owed, except as a mistake; only reopening opens it', () => {
    fc.assert(
      fc.property(scenario, deeds, deeds, (kind, given, late) => {
        const half = statesOf(kind, given).pop() as Tale
        let tale = settle(half, 40 * given.length + 1)
        const tales = [half, tale]
        for (const [who, what, , lateBy] of late) {
          tale = goOn(tale, [who, what, 40 * given.length + 2, lateBy])
          tales.push(tale)
        }
        tales.forEach((now, index) => {
          const before = tales[index - 1]?.state
          if (!before) return
          if (before.status === 'closed' && now.state.status !== 'closed') {
            expect(now.types).toContain('Reopened')
          }
          if (!now.types.includes('Closed') || index < 2) return
          expect(obligations(before, plan)).toEqual([])
          // Said once more in its own words, so that a list that forgets something is found out.
          const { asks, answers, tasks, holds, joint, steps, skipped, responseStarted } = now.state
          expect(asks.every((ask) => ask.answer !== undefined)).toBe(true)
          expect(
            answers.every((one) => one.complied ?? (now.state.confined && one.toTier === 'school')),
          ).toBe(true)
          expect(tasks.every((task) => task.done)).toBe(true)
          expect(holds.every((hold) => hold.ended)).toBe(true)
          expect(joint.every((one) => one.complete ?? one.declined)).toBe(true)
          expect(plan.situations[kind]?.steps.every(({ id }) => steps[id] ?? skipped[id])).toBe(true)
          expect(responseStarted === undefined || now.state.responseEnded !== undefined).toBe(true)
          expect(now.state.handled).toBeDefined()
          const level = now.state.grades[now.state.grades.length - 1]?.eventLevel
          const owed = plan.handling.find((row) => row.eventLevel === level)
          const written = now.state.writtenDown.map((record) => record.form)
          expect(owed?.recordedIn.filter((form) => !written.includes(form))).toEqual([])
          expect(owed?.evaluation === undefined || now.state.evaluated !== undefined).toBe(true)
        })
      }),
      { numRuns: 100 },
    )
  })
  test('A4 E4: no limit disappears, none moves later, no rung is told twice', () => {
    fc.assert(
      fc.property(scenario, deeds, (kind, given) => {
        const tales = statesOf(kind, given)
        tales.forEach((tale, index) => {
          const now = limits(tale.state, plan)
          const before = tales[index - 1]
          for (const old of before ? limits(before.state, plan) : []) {
            const same = now.find((one) => one.limit.id === old.limit.id && one.of === old.of)
            expect(same).toBeDefined()
            // What is let go takes its earlier clock with it.
            if (!tale.types.includes('LetGo')) expect(same?.dueAt).toBeLessThanOrEqual(old.dueAt)
          }
          const rungs = tale.state.passed.map((one) => `${one.limit}~${one.of}/${one.rung}`)
          expect(new Set(rungs).size).toBe(rungs.length)
        })
      }),
      { numRuns: 150 },
    )
  })
})
