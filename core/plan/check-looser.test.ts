// What a lower layer says of the tiers above it, or takes away from what they laid down, each with a plan that tries it.

import { describe, expect, test } from 'vitest'
import { check } from './check.ts'
import { compile } from './compile.ts'
import { joinLayers } from './join.ts'
import type { Handling, JointDecisionSource, Layer, Limit, OrderKind } from './layer.ts'
import { hasErrors, type ProblemCode } from './problem.ts'
import {
  lengthDigest,
  quietSituation,
  smallCounty,
  smallLimit,
  smallNation,
  smallSchool,
  smallSituation,
} from './small-plan.fixture.ts'

const words = { zh: '话', en: 'words' }
const rungs = [
  { post: 'principal', who: 'substitute' as const, afterMinutes: 0 },
  { post: 'county-office', who: 'holder' as const, afterMinutes: 5 },
]
const confirmation = { minutes: 10, rungs, clause: 'c.handling' }
const stop: OrderKind = {
  id: 'stop',
  name: words,
  hint: words,
  icon: 'warning',
  confirmation,
  carriedOut: true,
  clause: 'c.handling',
}
const manual = { id: 'manual', name: words, settles: true, clause: 'c.handling' }
const tips = { id: 'tips', name: words, settles: false, clause: 'c.handling' }
const together: JointDecisionSource = {
  id: 'spot',
  name: words,
  posts: ['principal', 'county-office'],
  when: 'impact.data == "none"',
  basis: words,
  reference: 'tips',
  tell: ['province-office'],
  settles: true,
  clause: 'c.handling',
}
const alarm: NonNullable<Layer['alarms']>[number] = {
  id: 'hurt',
  when: 'casualties.injured >= 1',
  text: words,
  call: '120',
  tell: ['county-office'],
  clause: 'c.handling',
}
const evaluation: NonNullable<Handling['evaluation']> = {
  by: 'province',
  to: 'nation',
  form: 'judged',
  points: [
    { id: 'cause', name: words },
    { id: 'course', name: words },
  ],
  clause: 'c.handling',
}
const handled: Handling = {
  ...smallCounty.handling![2]!,
  proposedBy: 'county',
  mayConsult: 'nation',
  carriedOutBy: ['county-office', 'principal'],
  evaluation,
}
const judged = {
  id: 'judged',
  name: words,
  filedBy: 'province' as const,
  fields: [{ id: 'cause', name: words, from: 'typed' as const, required: true }],
  clause: 'n.forms',
}
const opinion = { approvedBy: ['county-office', 'province-office'], clause: 'c.handling' }
const team = (tier: 'school' | 'county') => ({
  id: 'team',
  tier,
  name: words,
  leader: 'principal',
  members: [],
  duties: words,
  clause: 's.harm',
})
const day: NonNullable<Layer['preparation']>[number] = {
  id: 'day',
  daysBefore: 1,
  tier: 'county',
  owner: 'county-office',
  what: words,
  evidence: [],
  clause: 's.harm',
}

/** A county that lays everything down, so that a layer below has something to take away. */
const county: Layer = {
  ...smallCounty,
  references: [manual, tips],
  jointDecisions: [together],
  orders: [stop],
  issuing: confirmation,
  alarms: [alarm],
  forms: [judged],
  opinion,
  handling: [...smallCounty.handling!.slice(0, 2), handled],
}
const school = (change: Partial<Layer>): Layer[] => [smallNation, county, { ...smallSchool, ...change }]
const found = (layers: readonly Layer[], severity: 'error' | 'warning') =>
  check(layers)
    .filter((one) => one.severity === severity)
    .map((one) => `${one.code} ${one.path}`)
/** A county under a province that says what the county says above. */
const underProvince = (change: Partial<Layer>): Layer[] => [
  smallNation,
  { ...county, id: 'province', kind: 'province' },
  { ...smallSchool, id: 'lower', kind: 'county', rules: smallSchool.rules!, ...change },
]

test('G2: what the county lays down is sound, and so is a school that says the same again', () => {
  expect(check(school({}))).toEqual([])
  const { handling, opinion: approval, alarms, jointDecisions, references, issuing, forms } = county
  expect(
    check(
      school({
        handling: handling!,
        opinion: approval!,
        alarms: alarms!,
        jointDecisions: jointDecisions!,
        references: references!,
        issuing: issuing!,
        forms: forms!,
        desks: smallNation.desks!,
        limits: smallNation.limits!,
        situations: smallNation.situations!,
        thresholds: smallNation.thresholds!,
        commanders: [{ tier: 'school', posts: ['principal'], clause: 's.harm' }],
        teams: [team('school')],
      }),
    ),
  ).toEqual([])
  expect(check(underProvince({ orders: [stop] }))).toEqual([])
})

const changedHandling = (change: Partial<Handling>, without?: keyof Handling) => {
  const { [without ?? 'clause']: _, ...rest } = handled
  return school({ handling: [{ ...(without ? rest : handled), ...change } as Handling] })
}
const limit = (change: Partial<Limit>) => school({ limits: [{ ...smallLimit, ...change }] })
const levels = (count: number) => ({
  ...smallCounty.scales!,
  event: smallCounty.scales!.event.slice(0, count),
})
const situation = (change: Partial<typeof smallSituation>) =>
  school({ situations: [{ ...smallSituation, ...change }] })

type Case = readonly [code: ProblemCode, path: string, layers: readonly Layer[]]

const OF_TIERS_ABOVE: readonly Case[] = [
  ['above-own-tier', 'desks.county', school({ desks: { ...smallNation.desks!, county: 'principal' } })],
  [
    'above-own-tier',
    'desks.province',
    school({ desks: { ...smallNation.desks!, province: 'county-office' } }),
  ],
  [
    'above-own-tier',
    'commanders[county]',
    school({ commanders: [{ tier: 'county', posts: ['county-office'], clause: 's.harm' }] }),
  ],
  ['above-own-tier', 'tiers[county]', school({ tiers: [{ id: 'county', name: words, group: words }] })],
  ['above-own-tier', 'teams[team]', school({ teams: [team('county')] })],
  ['above-own-tier', 'preparation[day]', school({ preparation: [day] })],
  ['above-own-tier', 'orders', school({ orders: [stop] })],
  ['settles-looser', 'references[tips].settles', school({ references: [{ ...tips, settles: true }] })],
  ['settles-looser', 'references[own].settles', school({ references: [{ ...manual, id: 'own' }] })],
  ['settles-looser', 'references[own].settles', underProvince({ references: [{ ...manual, id: 'own' }] })],
  [
    'settles-looser',
    'jointDecisions[own].settles',
    school({ jointDecisions: [{ ...together, id: 'own', when: 'true' }] }),
  ],
  [
    'settles-looser',
    'jointDecisions[own].settles',
    underProvince({ jointDecisions: [{ ...together, id: 'own', when: 'true' }] }),
  ],
]

const LOOSER: readonly Case[] = [
  ['limit-looser', 'limits[acknowledge]', limit({ scenarios: ['power-cut'] })],
  ['limit-looser', 'limits[acknowledge]', limit({ eventLevels: [3] })],
  ['limit-looser', 'limits[acknowledge]', limit({ responseLevels: ['I'] })],
  ['limit-looser', 'limits[acknowledge]', limit({ startsAt: 'handled' })],
  ['limit-looser', 'limits[acknowledge]', limit({ stoppedBy: ['acknowledged', 'handled'] })],
  ['limit-looser', 'limits[acknowledge]', limit({ owedBy: 'principal' })],
  ['limit-looser', 'limits[acknowledge]', limit({ rungs: [] })],
  ['limit-looser', 'limits[acknowledge]', limit({ rungs: smallLimit.rungs.slice(0, 1) })],
  [
    'limit-looser',
    'limits[acknowledge]',
    limit({ rungs: [smallLimit.rungs[0]!, { ...smallLimit.rungs[1]!, afterMinutes: 600 }] }),
  ],
  ['limit-looser', 'situations[power-cut].limits[acknowledge]', situation({ limits: [smallLimit] })],
  [
    'confirmation-looser',
    'issuing.rungs',
    school({ issuing: { ...confirmation, rungs: rungs.slice(0, 1) } }),
  ],
  [
    'confirmation-looser',
    'orders[stop].confirmation.rungs',
    underProvince({ orders: [{ ...stop, confirmation: { ...confirmation, rungs: rungs.slice(1) } }] }),
  ],
  ['approval-looser', 'opinion.approvedBy', school({ opinion: { ...opinion, approvedBy: ['principal'] } })],
  [
    'approval-looser',
    'opinion.approvedBy',
    school({ opinion: { ...opinion, approvedBy: [...opinion.approvedBy, 'principal'] } }),
  ],
  [
    'approval-looser',
    'opinion.approvedBy',
    school({ opinion: { ...opinion, approvedBy: ['county-office'] } }),
  ],
  ['handling-looser', 'handling[3]', changedHandling({ carriedOutBy: ['principal'] })],
  ['handling-looser', 'handling[3]', changedHandling({ recordedIn: [] })],
  ['handling-looser', 'handling[3]', changedHandling({}, 'mayConsult')],
  ['handling-looser', 'handling[3]', changedHandling({}, 'proposedBy')],
  ['handling-looser', 'handling[3]', changedHandling({}, 'evaluation')],
  [
    'handling-looser',
    'handling[3]',
    changedHandling({ evaluation: { ...evaluation, points: evaluation.points.slice(1) } }),
  ],
  ['handling-looser', 'handling[3]', changedHandling({ asks: 'nation', decidedBy: 'nation' })],
  [
    'joint-looser',
    'jointDecisions[spot]',
    school({ jointDecisions: [{ ...together, reference: 'manual' }] }),
  ],
  ['question-looser', 'situations[power-cut].questions[light]', situation({ questions: [lighter()] })],
  ['form-looser', 'forms[judged]', school({ forms: [{ ...judged, filedBy: 'school' }] })],
  [
    'form-looser',
    'forms[judged]',
    school({ forms: [{ ...judged, fields: [{ ...judged.fields[0]!, required: false }] }] }),
  ],
  ['number-wrong', 'thresholds.spread.schools', threshold(0)],
  ['number-wrong', 'thresholds.spread.schools', threshold(1)],
  ['number-wrong', 'thresholds.spread.schools', threshold(2.5)],
]

/** The light is out, and it counts as nothing. */
function lighter() {
  const asked = smallSituation.questions[0]!
  return { ...asked, answers: asked.answers!.map((answer) => ({ ...answer, facts: { interrupted: 'no' } })) }
}

function threshold(schools: number): Layer[] {
  const stated = smallNation.thresholds!
  return school({ thresholds: { ...stated, spread: { ...stated.spread, schools } } })
}

describe('G2: a layer speaks for its own tier and those below', () => {
  test.each(OF_TIERS_ABOVE)('G2: %s at %s', (code, path, layers) => {
    expect(found(layers, 'error')).toContain(`${code} ${path}`)
    for (const one of check(layers)) expect([one.message.zh, one.message.en, one.layer]).not.toContain('')
  })

  test('G2: a school changes no number of event levels, not even of those the base layer proposes', () => {
    const { scales, ...without } = county
    const nation = { ...smallNation, scales: scales!, clauses: [...smallNation.clauses, ...rowClauses()] }
    const below = { ...without, clauses: without.clauses.filter(({ id }) => !isRow(id)) }
    expect(check([nation, below, smallSchool])).toEqual([])
    const fewer = { ...smallSchool, scales: levels(2) }
    expect(found([nation, below, fewer], 'error')).toContain('levels-changed scales.event')
  })
})

const isRow = (id: string): boolean => id.startsWith('c.level') || id === 's.row'
const rowClauses = () => county.clauses.filter(({ id }) => isRow(id))

describe('G2: a lower layer takes nothing away', () => {
  test.each(LOOSER)('G2: %s at %s', (code, path, layers) => {
    expect(found(layers, 'error')).toContain(`${code} ${path}`)
    for (const one of check(layers)) expect([one.message.zh, one.message.en, one.layer]).not.toContain('')
  })

  test('G2: a province that has levels of its own moves the limits of the base layer to them', () => {
    const national = { ...smallNation, limits: [{ ...smallLimit, eventLevels: [3 as const] }] }
    const own = { ...county, limits: [{ ...smallLimit, eventLevels: [2 as const] }] }
    expect(check([national, own, smallSchool])).toEqual([])
  })
})

describe('G2: where the stricter can be kept, it is kept and said', () => {
  const kept = (change: Partial<Layer>, expected: string) => {
    const layers = school(change)
    expect(check(layers).map((one) => `${one.severity} ${one.code} ${one.path}`)).toEqual([
      `warning ${expected}`,
    ])
    return joinLayers(layers)
  }

  test('B7 G2: a joint decision that a school makes wider holds only where the layer above lets it', () => {
    const wider = { ...together, when: 'true', tell: [] }
    const layers = school({ jointDecisions: [wider] })
    const { jointDecisions } = kept({ jointDecisions: [wider] }, 'joint-looser jointDecisions[spot].when')
    expect(jointDecisions).toMatchObject([
      { when: '(impact.data == "none") && (true)', tell: ['province-office'] },
    ])
    const made = compile(layers, lengthDigest)
    expect('plan' in made && made.plan.jointDecisions[0]?.when.op).toBe('and')
    expect(hasErrors(check(layers))).toBe(false)
  })

  test('G2: an alarm rings in every case in which it rang above, and tells whom it told', () => {
    const { alarms } = kept(
      { alarms: [{ ...alarm, when: 'casualties.dead >= 5', call: '110', tell: ['principal'] }] },
      'alarm-looser alarms[hurt].when',
    )
    expect(alarms).toMatchObject([
      {
        when: '(casualties.injured >= 1) || (casualties.dead >= 5)',
        call: '120',
        tell: ['county-office', 'principal'],
      },
    ])
  })

  test('A1 G2: a situation assumes no less than the layer above does', () => {
    const lighter = { ...smallSituation, defaults: { interrupted: 'no', copies: 3 } }
    const { situations } = kept(
      { situations: [lighter, quietSituation] },
      'default-looser situations[power-cut].defaults.interrupted',
    )
    expect(situations.get('power-cut')?.defaults).toEqual({ reach: 'room', interrupted: 'partly', copies: 3 })
  })

  test('E6 G2: what has to be reported as carried out stays so', () => {
    const layers = underProvince({ orders: [{ ...stop, carriedOut: false }] })
    expect(check(layers).map((one) => `${one.severity} ${one.code} ${one.path}`)).toEqual([
      'warning confirmation-looser orders[stop].carriedOut',
    ])
    expect(joinLayers(layers).orders.map(({ carriedOut }) => carriedOut)).toEqual([true])
  })

  test('E4 G2: two reports of one incident are compared over the longer time', () => {
    const stated = smallNation.thresholds!
    const { thresholds } = kept(
      { thresholds: { ...stated, sameIncident: { ...stated.sameIncident, minutes: 1 } } },
      'threshold-looser thresholds.sameIncident.minutes',
    )
    expect(thresholds?.sameIncident.minutes).toBe(15)
  })
})
