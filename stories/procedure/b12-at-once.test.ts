// What the field says must be told to three at once, whatever its level: instruments (B12), disasters (B13), power (B14), an
// invigilator who cannot come (B15); and that every category of risk has somebody for every step (B16).

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tier, UnitPath } from '#core/basics/tier.ts'
import { builtInPlan } from '#server/plan/load.ts'
import { COUNTY, clocks, NATION, openTale, owing, PROVINCE, SCHOOL, type Tale } from './tale.fixture.ts'

/** One house for all of them, each test at an hour of its own. */
let tale: Tale
beforeAll(async () => {
  tale = await openTale()
})
afterAll(() => tale?.close())

const plan = builtInPlan()
const UNIT: Readonly<Record<Tier, UnitPath>> = {
  school: SCHOOL,
  county: COUNTY,
  province: PROVINCE,
  nation: NATION,
}
/** Whoever holds the post in the line of the school. */
const holder = (post: string) => tale.as(post, UNIT[plan.posts[post]?.tier ?? 'school'])

/** What must be done before anything else, in order. */
const first = (scenario: string) =>
  plan.situations[scenario]?.steps.filter((step) => step.first).map(({ id, post }) => `${id} ${post}`)

/** Who has to act before anything else. None of them names a room, so a reporter whose post every room has hears it with the others. */
const firstToAct = ({ by, first }: AtOnce) =>
  first
    .map((step) => step.split(' ')[1] ?? '')
    .filter((post) => post !== by || plan.posts[post]?.perRoom === true)

/** Who is told with the first word: the line's own, those whom the clause names, and who has to act first. */
const LINE = ['principal', 'school-inspector', 'county-office']
const THREE = ['province-office', 'province-inspector', 'security-group']

interface AtOnce {
  readonly id: string
  readonly scenario: string
  readonly clock: string
  readonly by: string
  readonly tells: readonly string[]
  readonly urgent: boolean
  readonly first: readonly string[]
}

const TALES: readonly AtOnce[] = [
  {
    id: 'B12',
    scenario: 'instrument-stolen',
    clock: '07:10',
    by: 'instrument-keeper',
    tells: [...THREE, 'exam-centre', 'instrument-keeper'],
    urgent: true,
    first: ['scene instrument-keeper', 'police security-captain', 'stop chief-invigilator'],
  },
  {
    id: 'B12',
    scenario: 'instrument-lost',
    clock: '07:40',
    by: 'chief-invigilator',
    tells: [...THREE, 'exam-centre', 'instrument-keeper'],
    urgent: true,
    first: ['stay chief-invigilator', 'recount chief-invigilator', 'scene instrument-keeper'],
  },
  {
    id: 'B12',
    scenario: 'instrument-damaged',
    clock: '08:10',
    by: 'instrument-keeper',
    tells: [...THREE, 'exam-centre', 'instrument-keeper'],
    urgent: true,
    first: ['rescue instrument-keeper', 'keep instrument-keeper'],
  },
  {
    id: 'B13',
    scenario: 'disaster-en-route',
    clock: '08:40',
    by: 'grade-leader',
    tells: THREE,
    urgent: true,
    first: ['safe grade-leader', 'call grade-leader', 'count grade-leader', 'place grade-leader'],
  },
  {
    id: 'B13',
    scenario: 'earthquake',
    clock: '09:10',
    by: 'invigilator',
    tells: THREE,
    urgent: true,
    first: ['cover invigilator', 'out invigilator', 'count grade-leader', 'hurt school-doctor'],
  },
  {
    id: 'B14',
    scenario: 'power-cut',
    clock: '09:40',
    by: 'chief-invigilator',
    tells: THREE,
    urgent: false,
    first: ['seats invigilator', 'backup deputy-logistics', 'doors security-captain'],
  },
  {
    id: 'B15',
    scenario: 'invigilator-absent',
    clock: '10:10',
    by: 'chief-invigilator',
    tells: ['province-office', 'province-inspector'],
    urgent: false,
    first: ['substitute principal', 'two chief-invigilator', 'ill school-doctor'],
  },
]

/** The house opens at eight; instruments are fetched before. */
const tomorrow = (clock: string) => `+1 ${clock}`

describe('told at once', () => {
  test.each(TALES.map((one) => [one.id, one.scenario, one] as const))(
    '%s: %s: the three hear at the same minute as the line, and what saves comes first',
    async (_id, _scenario, one) => {
      expect(first(one.scenario)).toEqual(one.first)
      const clock = tomorrow(one.clock)
      await tale.at(clock)
      const id = await holder(one.by).report(one.scenario)
      expect([...(await tale.told(id))].sort()).toEqual(
        [...new Set([...LINE, ...one.tells, ...firstToAct(one)])]
          .map((post) => `${clock} ${post} holder reported${one.urgent ? ' urgent' : ''}`)
          .sort(),
      )
      // Nobody asks for leave to do what comes first; each for the post that does it.
      for (const step of one.first) {
        const [name = '', post = ''] = step.split(' ')
        await holder(post).give(id, 'DoStep', { step: name })
      }
      const { incident } = await tale.as('principal').see(id)
      expect(Object.values(incident.steps).map((step) => step.responsible)).toEqual(one.first.map(() => true))
      // Each confirms for himself.
      expect(await tale.as('province-inspector', PROVINCE).told(id)).toEqual([
        `${clock} reported${one.urgent ? ' urgent' : ''}`,
      ])
    },
  )

  test('B12: level 3, Ⅰ: the response is due at once and chased from the fifth minute on; province and evaluation are owed', async () => {
    await tale.at('+1 11:00')
    const id = await holder('instrument-keeper').report('instrument-stolen')
    const seen = await tale.as('county-office', COUNTY).see(id)
    expect(seen.incident.grades[0]).toMatchObject({ eventLevel: 3, responseLevel: 'I' })
    expect(owing(seen)).toEqual(
      expect.arrayContaining([
        'confirm county',
        'ask county province',
        'record school situation-record',
        'evaluate province',
        'record province province-report',
      ]),
    )
    await tale.at('+1 11:20')
    expect((await tale.told(id, '+1 11:01')).filter((line) => line.includes('response-I-start'))).toEqual([
      '+1 11:05 principal substitute limit-missed response-I-start urgent',
      '+1 11:10 county-office holder limit-missed response-I-start urgent',
      '+1 11:20 province-office holder limit-missed response-I-start urgent',
    ])
  })

  test('B14: power back, or the day changed, within fifty minutes; else the county’s substitute and the province hear', async () => {
    await tale.at('+1 12:00')
    const id = await holder('chief-invigilator').report('power-cut')
    expect(clocks(await tale.as('principal').see(id))).toContain('power-cut-restore +1 12:00–+1 12:50 runs')
    await tale.at('+1 13:00')
    expect((await tale.told(id)).filter((line) => line.includes('restore'))).toEqual([
      '+1 12:50 county-office substitute limit-missed power-cut-restore',
      '+1 13:00 province-office holder limit-missed power-cut-restore',
    ])
  })

  test('B13: somebody is hurt: the doctor hears at the same minute; the province calls departments in and waits for no tier below', async () => {
    await tale.at('+1 14:00')
    const id = await holder('grade-leader').report('disaster-en-route', { 'casualties.injured': 1 })
    expect(await tale.told(id)).toContain('+1 14:00 school-doctor holder reported urgent')
    await tale.at('+1 14:03')
    await holder('province-office').give(id, 'TakeMeasure', { measure: '已请应急、交通部门赶往' })
    await holder('province-office').give(id, 'Acknowledge')
    expect((await tale.as('principal').see(id)).incident.acknowledged.map((taken) => taken.tier)).toEqual([
      'province',
    ])
  })
})

/** One situation for each category that the plan knows. */
const OF_CATEGORY = [
  ['natural-disaster', 'rainstorm'],
  ['public-health', 'food-poisoning'],
  ['technical-failure', 'server-down'],
  ['human-interference', 'parents-gathering'],
  ['public-opinion', 'rumour'],
  ['implementation', 'count-mismatch'],
] as const

describe('B16: trigger, who, steps, resources', () => {
  test.each(OF_CATEGORY)(
    'B16: %s: %s: every step has its post, and each hears that it has to act',
    async (category, scenario) => {
      const situation = plan.situations[scenario]
      expect(situation?.category).toBe(category)
      const nth = OF_CATEGORY.findIndex(([, known]) => known === scenario)
      const clock = `+1 ${15 + nth}:00`
      await tale.at(clock)
      const chief = holder('chief-invigilator')
      const principal = holder('principal')
      const id = await chief.report(scenario)
      await principal.give(id, 'StartResponse', { expectedMinutes: 60, measures: '按步骤处置' })
      const told = await tale.told(id)
      const reached = new Set(told.map((line) => line.split(' ')[2]))
      const posts = new Set((situation?.steps ?? []).map((step) => step.post))
      // The chief reported it, the principal started it: both know.
      expect(
        [...posts].filter((post) => !reached.has(post) && post !== chief.post && post !== 'principal'),
      ).toEqual([])
      expect(told.filter((line) => line.endsWith('nobody'))).toEqual([])
    },
  )

  test('B16: every situation of every category has a trigger, steps by posts that exist, and resources where they are needed', () => {
    const categories = new Set(Object.values(plan.situations).map((situation) => situation.category))
    expect([...categories].sort()).toEqual(OF_CATEGORY.map(([category]) => category).sort())
    for (const { id, trigger, steps } of Object.values(plan.situations)) {
      expect(trigger.zh, id).not.toBe('')
      expect(
        steps.some((step) => step.first),
        id,
      ).toBe(true)
      for (const step of steps) expect(plan.posts, `${id} ${step.id}`).toHaveProperty([step.post])
    }
    const supplied = OF_CATEGORY.filter(
      ([category]) =>
        !Object.values(plan.situations).some((one) => one.category === category && one.resources.length > 0),
    )
    expect(supplied).toEqual([])
  })
})
