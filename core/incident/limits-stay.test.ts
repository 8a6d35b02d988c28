// A4 E4: whatever anybody does in whatever order, no clock is lost. Under a plan with limits for every kind of thing.

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ofTheCourse } from './any-commands.fixture.ts'
import {
  answer,
  ask,
  close,
  comply,
  confirm,
  handle,
  regrade,
  start,
  take,
  write,
} from './commands.fixture.ts'
import type { IncidentCommand } from './commands.ts'
import { course } from './course-plan.fixture.ts'
import { deadlines } from './deadlines.ts'
import { COUNTY, type Deed, goOn, people, reportOf, type Tale, tellUnder } from './incident.fixture.ts'
import { limits } from './limits.ts'

const id = fc.constantFrom('1', '2', '3')
const level = fc.constantFrom('I' as const, 'II' as const, 'III' as const, 'IV' as const)

const command: fc.Arbitrary<IncidentCommand> = fc.oneof(
  { weight: 3, arbitrary: ofTheCourse(id, fc.constantFrom('', 'something', 'something else')) },
  fc.constantFrom(take, confirm, close, handle(), start(), write(), write('county-report')),
  fc.constantFrom<IncidentCommand>({ type: 'Reopen', data: { reason: 'again' } }),
  fc
    .tuple(fc.constantFrom(1 as const, 2 as const, 3 as const), level)
    .map(([event, response]) => regrade(event, response)),
  id.map((one) => ask(one)),
  fc.tuple(id, fc.option(id)).map(([one, asked]) => answer(one, asked ?? undefined)),
  id.map((one) => comply(one)),
)
const PLAN = { person: 'plan' }
const by = fc.constantFrom(...Object.values(people), PLAN)
const deeds = fc.array(fc.tuple(by, command, fc.nat(40), fc.constantFrom(0, 0, 0, 90)), { maxLength: 40 })
const reports = fc.constantFrom(
  reportOf('power-cut'),
  reportOf('misprint'),
  reportOf('fire'),
  reportOf('staff-violation'),
  reportOf('power-cut', { unit: COUNTY }),
)

const runOf = (one: { limit: { id: string }; of?: string }) => `${one.limit.id}~${one.of ?? ''}`

/** Calls `look` with every state and the one before it. What is heard late happened before: the ledger's own time never goes back. */
function each(
  report: IncidentCommand,
  given: readonly (readonly [Deed[0], IncidentCommand, number, number])[],
  look: (now: Tale, before: Tale, minute: number) => void,
): void {
  let tale = tellUnder(course, [people.county, report])
  let minute = 0
  for (const [who, what, wait, late] of given) {
    minute += wait
    const next = goOn(tale, [who, what, minute - late, late])
    look(next, tale, minute)
    tale = next
  }
}

describe('no sequence of commands loses a clock', () => {
  test('A4 E4: every run stays in the list, none ends later for it, each stands there once', () => {
    fc.assert(
      fc.property(reports, deeds, (report, given) => {
        each(report, given, (now, before) => {
          const runs = new Map(limits(now.state, course).map((one) => [runOf(one), one]))
          expect(runs.size).toBe(limits(now.state, course).length)
          for (const old of limits(before.state, course)) {
            const same = runs.get(runOf(old))
            expect(same, runOf(old)).toBeDefined()
            // Let go of, what was taken in takes its earlier clock along.
            if (!now.types.includes('LetGo')) expect(same?.dueAt).toBeLessThanOrEqual(old.dueAt)
          }
        })
      }),
      { numRuns: 200 },
    )
  })
  test('A4 E4: a clock that runs has somebody to tell, or has told everybody; one that stopped tells nobody', () => {
    fc.assert(
      fc.property(reports, deeds, (report, given) => {
        each(report, given, (now) => {
          for (const one of limits(now.state, course)) {
            const told = now.state.passed.filter((rung) => rung.limit === one.limit.id && rung.of === one.of)
            if (one.stoppedAt !== undefined) expect(one.nextRung).toBeUndefined()
            else expect(one.nextRung !== undefined || told.length === one.limit.rungs.length).toBe(true)
            const said = [one.kept !== undefined, one.carried === true, one.struck === true]
            expect(said.filter(Boolean)).toHaveLength(one.stoppedAt === undefined ? 0 : 1)
          }
        })
      }),
      { numRuns: 150 },
    )
  })
  test('E4: each rung is climbed once, and only while its clock runs', () => {
    fc.assert(
      fc.property(reports, deeds, (report, given) => {
        let last: Tale | undefined
        let end = 0
        each(report, given, (now, _before, minute) => {
          last = now
          end = Math.max(end, minute)
        })
        for (let round = 0; last && round < 4; round++) {
          end += 10_000
          for (const row of deadlines(last.state, course)) {
            const climb = row.command as IncidentCommand
            last = goOn(last, [PLAN, climb, end])
            expect(last.types).toEqual(['LimitPassed'])
            expect(goOn(last, [PLAN, climb, end]).types).toEqual([])
          }
        }
        expect(last ? deadlines(last.state, course) : []).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
