// Two regions that tales of the procedure are told in (G3): what each plan makes of the same situations, written down by hand from its
// clauses. How a tale goes is g3-other-region.test.ts. Test-only.

import type { EffectivePlan } from '#core/plan/effective.ts'
import type { StatedFacts } from '#core/plan/facts.ts'
import type { EventLevel, ResponseLevel } from '#core/plan/grade-types.ts'
import { builtInPlan, planFrom } from '#server/plan/load.ts'

/** How a level goes in a region: what its plan says, in the words of the table of 0012. */
export interface Row {
  readonly level: readonly [EventLevel, ResponseLevel]
  readonly scenario: string
  readonly stated: StatedFacts
  /** Desks of the line above the school that hear the first word, and take it over. */
  readonly desks: readonly string[]
  /** Who asks whom, and by when he is answered. */
  readonly asks: readonly [asker: string, asked: string, minutes: number]
  /** Without the handbook's example he says what he would do. */
  readonly proposes: boolean
  /** Is he asked all the same when the handbook has an example? */
  readonly asksAnyway: boolean
  /** A clock of the level that runs from the first word on. */
  readonly clock: string
  /** Who brings it to its end, and who of the line below may not. */
  readonly endedBy: string
  readonly mayNotEnd: readonly string[]
  /** The forms, each with the tier that files it, in the order in which they are owed. */
  readonly forms: readonly string[]
  /** Points of the evaluation. */
  readonly points: readonly string[]
}

export interface Region {
  readonly name: string
  readonly plan: EffectivePlan
  /** What county and province are called. */
  readonly words: readonly [county: string, province: string]
  readonly levels: number
  /** Minutes to confirm receipt of a report, and of an order to stop. */
  readonly acknowledge: number
  readonly stop: number
  /** How many schools with the same are a spread. */
  readonly spread: number
  /** Who decides in the room together with the chief invigilator, and who does not. */
  readonly onTheSpot: string
  readonly notOnTheSpot: string
  /** Kinds of orders. */
  readonly orders: readonly string[]
  readonly rows: readonly Row[]
}

const NOISE = { scenario: 'noise', stated: {} }
const CUT = { scenario: 'power-cut', stated: {} }
const LOST = { scenario: 'power-cut', stated: { 'impact.data': 'serious', interrupted: 'partly' } } as const
const STOPPED = { scenario: 'power-cut', stated: { 'impact.data': 'serious', interrupted: 'fully' } } as const

export const REGIONS: readonly Region[] = [
  {
    name: 'the built-in plan',
    plan: builtInPlan(),
    words: ['县', '省'],
    levels: 3,
    acknowledge: 10,
    stop: 5,
    spread: 3,
    onTheSpot: 'county-patrol',
    notOnTheSpot: 'school-inspector',
    orders: ['stop', 'delay', 'spare-rooms', 'resume', 'notice'],
    rows: [
      {
        level: [1, 'IV'],
        ...NOISE,
        desks: ['county-office'],
        asks: ['principal', 'county-office', 20],
        proposes: false,
        asksAnyway: false,
        clock: 'response-IV 09:00–+1 00:00 runs',
        endedBy: 'principal',
        mayNotEnd: [],
        forms: ['school situation-record', 'school school-report'],
        points: [],
      },
      {
        level: [2, 'II'],
        ...CUT,
        desks: ['county-office'],
        asks: ['county-office', 'province-office', 20],
        proposes: false,
        asksAnyway: false,
        clock: 'response-II 09:00–10:00 runs',
        endedBy: 'county-office',
        mayNotEnd: ['principal'],
        forms: ['school situation-record', 'county county-report'],
        points: [],
      },
      {
        level: [3, 'II'],
        ...LOST,
        desks: ['county-office', 'province-office'],
        asks: ['county-office', 'province-office', 20],
        proposes: true,
        asksAnyway: true,
        clock: 'response-II 09:00–10:00 runs',
        endedBy: 'province-office',
        mayNotEnd: ['principal', 'county-office'],
        forms: ['school situation-record', 'province province-report'],
        points: ['cause', 'course', 'impact', 'level', 'handling', 'effect'],
      },
    ],
  },
  {
    name: 'a municipality with four levels',
    plan: planFrom([
      'national',
      'examples/four-levels/province',
      'examples/four-levels/county',
      'examples/four-levels/school',
    ]),
    words: ['区', '市'],
    levels: 4,
    acknowledge: 5,
    stop: 3,
    spread: 2,
    onTheSpot: 'school-inspector',
    notOnTheSpot: 'county-patrol',
    orders: ['stop', 'delay', 'spare-rooms', 'resume', 'notice', 'other-school'],
    rows: [
      {
        level: [1, 'IV'],
        ...NOISE,
        desks: ['county-office'],
        asks: ['principal', 'county-office', 10],
        proposes: false,
        asksAnyway: true,
        clock: 'response-IV 09:00–18:00 runs',
        endedBy: 'county-office',
        mayNotEnd: ['principal'],
        forms: ['school situation-record', 'school school-report'],
        points: [],
      },
      {
        level: [2, 'II'],
        ...CUT,
        desks: ['county-office', 'province-office'],
        asks: ['county-office', 'province-office', 15],
        proposes: false,
        asksAnyway: false,
        clock: 'response-II 09:00–09:45 runs',
        endedBy: 'province-office',
        mayNotEnd: ['principal', 'county-office'],
        forms: ['school situation-record', 'province province-report'],
        points: [],
      },
      {
        level: [3, 'II'],
        ...LOST,
        desks: ['county-office', 'province-office'],
        asks: ['county-office', 'province-office', 15],
        proposes: false,
        asksAnyway: true,
        clock: 'response-II 09:00–09:45 runs',
        endedBy: 'province-office',
        mayNotEnd: ['principal', 'county-office'],
        forms: ['school situation-record', 'county county-report', 'province province-report'],
        points: [],
      },
      {
        level: [4, 'I'],
        ...STOPPED,
        desks: ['county-office', 'province-office'],
        asks: ['county-office', 'province-office', 15],
        proposes: true,
        asksAnyway: true,
        clock: 'first-measure-4 09:00–09:15 runs',
        endedBy: 'province-office',
        mayNotEnd: ['principal', 'county-office'],
        forms: ['school situation-record', 'province express-brief', 'province province-report'],
        points: ['cause', 'course', 'impact', 'handling', 'lessons'],
      },
    ],
  },
]
