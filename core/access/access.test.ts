// Who may do what where: the expected list written by hand, role by role; everything not in it must be refused.

import { describe, expect, test } from 'vitest'
import type { Tier } from '../basics/tier.ts'
import {
  COUNTY,
  goOn,
  NATION,
  PROVINCE,
  people,
  plan,
  reportOf,
  SCHOOL,
  tell,
} from '../incident/incident.fixture.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import type { Role } from '../plan/layer.ts'
import { type Actor, incidentThing, planActor, type Thing } from './actor.ts'
import { allowedTypes } from './allowed.ts'
import { can } from './can.ts'
import { ACCESS } from './table.ts'

const UNITS: Readonly<Record<Tier, string>> = {
  school: SCHOOL,
  county: COUNTY,
  province: PROVINCE,
  nation: NATION,
}
const actor = (role: Role, tier: Tier, unit = UNITS[tier]): Actor => ({
  person: 'me',
  post: 'my-post',
  postKind: role,
  role,
  tier,
  unit,
  campaign: 'c1',
})

const FIELD = 'Report StateFacts DoStep ReopenStep TakeMeasure SendMessage'
const HEAD = `${FIELD} Acknowledge StartResponse Ask Comply Handle WriteDown Close`
const DESK = `${FIELD} Regrade Acknowledge StateExample Ask Answer Comply ConfirmReport Handle WriteDown Close Reopen`
const OBSERVER = 'Report StateFacts SendMessage ConfirmReport'

/** What each role may do to an incident that its school may end: in its own unit, below it, and where it is named. */
const EXPECTED: readonly (readonly [Role, Tier, own: string, below: string, named: string])[] = [
  ['invigilator', 'school', FIELD, '', ''],
  ['chief', 'school', `${FIELD} Ask Comply`, '', ''],
  ['school-staff', 'school', FIELD, '', ''],
  ['school-lead', 'school', `${HEAD} Regrade`, '', ''],
  ['school-inspector', 'school', `${HEAD} StateExample`, '', ''],
  ['county-desk', 'county', `${DESK} StartResponse`, DESK, ''],
  ['county-lead', 'county', `${DESK} StartResponse`, DESK, ''],
  ['county-observer', 'county', OBSERVER, OBSERVER, 'DoStep TakeMeasure'],
  ['province-desk', 'province', `${DESK} StartResponse`, DESK, ''],
  ['province-lead', 'province', `${DESK} StartResponse`, DESK, ''],
  ['province-observer', 'province', OBSERVER, OBSERVER, 'DoStep TakeMeasure'],
  ['nation-desk', 'nation', 'Answer SendMessage ConfirmReport', 'Answer SendMessage ConfirmReport', ''],
  ['nation-observer', 'nation', OBSERVER, OBSERVER, 'DoStep TakeMeasure'],
  ['keeper', 'county', 'Report', 'Report', 'StateFacts DoStep TakeMeasure SendMessage'],
  ['outside', 'school', '', '', 'DoStep TakeMeasure SendMessage'],
  ['administrator', 'county', '', '', ''],
]

const thing = (unit: string, more: Partial<Thing> = {}): Thing => ({
  unit,
  campaign: 'c1',
  endingTier: 'school',
  reporter: 'somebody',
  ...more,
})
const incidentTypes = Object.keys(ACCESS.incident)
const may = (who: Actor, about: Thing) =>
  incidentTypes.filter((type) => 'allowed' in can(who, { kind: 'incident', type }, about))
const listed = (...words: readonly string[]) => {
  const set = new Set(words.join(' ').split(' '))
  return incidentTypes.filter((type) => set.has(type))
}
/** A unit under the actor's own, where there is one. */
const BELOW: Readonly<Partial<Record<Tier, string>>> = { county: SCHOOL, province: COUNTY, nation: PROVINCE }

describe('incidents: every command × role × place', () => {
  test.each(EXPECTED)('%s of a %s', (role, tier, own, below, named) => {
    const me = actor(role, tier)
    expect(may(me, thing(me.unit))).toEqual(listed(own))
    const under = BELOW[tier]
    if (under) expect(may(me, thing(under))).toEqual(listed(below))
    expect(may(me, thing(me.unit, { concerned: true }))).toEqual(listed(own, named))
    expect(may(me, thing('01/98/9801/980101'))).toEqual([])
    expect(may(me, thing(me.unit, { campaign: 'c2' }))).toEqual([])
  })
  test('every role of a plan has its line', () => {
    const roles = new Set(Object.values(plan.posts).map((post) => post.role))
    expect(EXPECTED.map(([role]) => role).sort()).toEqual([...roles].sort())
  })
  test('the plan: its own commands and reports it makes itself, nothing else', () => {
    expect(may(planActor('00', 'c1'), thing(SCHOOL))).toEqual(listed('Report Number PassLimit'))
  })
})

describe('the end of an incident', () => {
  const graded = (eventLevel: 1 | 2 | 3) =>
    goOn(tell([people.chief, reportOf('upset')]), [
      people.county,
      { type: 'Regrade', data: { eventLevel, responseLevel: 'IV', reason: 'so it is' } },
    ]).state
  const end = (role: Role, tier: Tier, eventLevel: 1 | 2 | 3, by: EffectivePlan = plan) =>
    can(
      actor(role, tier),
      { kind: 'incident', type: 'Close' },
      incidentThing(graded(eventLevel), by, false),
      by.posts,
    )
  test('B1–B3: level 1 the school, level 2 the county, level 3 the province; the refusal names who could', () => {
    expect(end('school-lead', 'school', 1)).toEqual({ allowed: true })
    expect(end('school-lead', 'school', 2)).toEqual({
      refused: { code: 'not-allowed', whoCould: ['county-office', 'county-lead'] },
    })
    expect(end('county-desk', 'county', 2)).toEqual({ allowed: true })
    expect(end('county-desk', 'county', 3)).toMatchObject({
      refused: { whoCould: ['province-office', 'province-lead'] },
    })
    expect(end('province-desk', 'province', 3)).toEqual({ allowed: true })
  })
  test('B2: the plan says who, not the code: where its schools handle level 2, the principal may end it', () => {
    const handling = plan.handling.map((row) =>
      row.eventLevel === 2 ? { ...row, handledBy: 'school' as const, decidedBy: 'county' as const } : row,
    )
    const lenient = { ...plan, handling }
    expect(end('school-lead', 'school', 2, lenient)).toEqual({ allowed: true })
    const deed = { kind: 'incident', type: 'Handle' } as const
    expect(can(actor('school-lead', 'school'), deed, incidentThing(graded(2), lenient, false))).toEqual({
      allowed: true,
    })
    expect(end('school-lead', 'school', 3, lenient)).toMatchObject({ refused: { code: 'not-allowed' } })
  })
  test('B1: where nobody says who may end it, nobody may', () => {
    const { endingTier: _unsaid, ...unsaid } = thing(SCHOOL)
    expect(can(actor('province-desk', 'province'), { kind: 'incident', type: 'Close' }, unsaid)).toEqual({
      refused: { code: 'not-allowed' },
    })
  })
})

describe('what a screen offers', () => {
  test('corridor: on an incident that is there, neither reporting it nor what the plan does by itself', () => {
    const offered = (who: Actor) => allowedTypes(who, 'incident', thing(SCHOOL))
    expect(offered(actor('invigilator', 'school'))).toEqual(listed(FIELD).filter((type) => type !== 'Report'))
    expect(offered(planActor('00', 'c1'))).toEqual([])
  })
})

describe('refusals', () => {
  test('what one may not see is not found; what one sees names the nearest who could', () => {
    const other = thing('00/99/9907/990702')
    const deed = { kind: 'incident', type: 'Acknowledge' } as const
    expect(can(actor('school-lead', 'school'), deed, other, plan.posts)).toEqual({
      refused: { code: 'not-found' },
    })
    expect(can(actor('invigilator', 'school'), deed, thing(SCHOOL), plan.posts)).toEqual({
      refused: { code: 'not-allowed', whoCould: ['principal', 'school-inspector'] },
    })
  })
  test('of a confined incident nobody of the school is named', () => {
    const confined = thing(SCHOOL, { confined: true, reporter: 'me' })
    const answer = can(actor('chief', 'school'), { kind: 'incident', type: 'Handle' }, confined, plan.posts)
    expect(answer).toEqual({ refused: { code: 'not-allowed', whoCould: ['county-office', 'county-lead'] } })
  })
  test('a command that no stream has is refused', () => {
    const answer = can(actor('county-desk', 'county'), { kind: 'incident', type: 'toString' }, thing(SCHOOL))
    expect(answer).toEqual({ refused: { code: 'command.unknown' } })
  })
})

describe('people, posts, units and notices', () => {
  const who = ['unit', 'campaign', 'person', 'post', 'assignment'] as const
  const deeds = who.flatMap((kind) => Object.keys(ACCESS[kind]).map((type) => ({ kind, type })))
  test('only the administrator, in his units, and the plan', () => {
    for (const deed of deeds) {
      for (const [role, tier] of EXPECTED) {
        const allowed = 'allowed' in can(actor(role, tier), deed, { unit: SCHOOL })
        expect([deed.type, role, allowed]).toEqual([deed.type, role, role === 'administrator'])
      }
      expect(can(actor('administrator', 'county'), deed, { unit: COUNTY })).toEqual({ allowed: true })
      expect('refused' in can(actor('administrator', 'county'), deed, { unit: PROVINCE })).toBe(true)
      expect(can(planActor('00', 'c1'), deed, { unit: SCHOOL })).toEqual({ allowed: true })
    }
  })
  test('notices: told by the plan, seen and confirmed by whoever received them (the stream knows who)', () => {
    for (const [role, tier] of EXPECTED) {
      const me = actor(role, tier)
      expect(
        'allowed' in can(me, { kind: 'notice', type: 'Confirm' }, { unit: PROVINCE, campaign: 'c1' }),
      ).toBe(true)
      expect('allowed' in can(me, { kind: 'notice', type: 'Tell' }, { unit: me.unit, campaign: 'c1' })).toBe(
        false,
      )
    }
  })
})
