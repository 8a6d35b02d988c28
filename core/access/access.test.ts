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

/** Every role of the plan, at the tier of the post that holds it. */
const ROLES: readonly (readonly [Role, Tier])[] = [
  ...new Map(Object.values(plan.posts).map((post) => [post.role, post.tier])),
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

// Which role may give which command is written a second time in stories/access, by hand, and compared over HTTP.
describe('incidents: where, whatever the role', () => {
  test.each(ROLES)('%s of a %s: nothing in another unit, nor in another campaign', (role, tier) => {
    const me = actor(role, tier)
    expect(may(me, thing('01/98/9801/980101'))).toEqual([])
    expect(may(me, thing(me.unit, { campaign: 'c2' }))).toEqual([])
  })
  test.each(ROLES)('%s of a %s: where he is named he may do no less than where he is not', (role, tier) => {
    const me = actor(role, tier)
    const named = may(me, thing(me.unit, { concerned: true }))
    expect(may(me, thing(me.unit)).filter((type) => !named.includes(type))).toEqual([])
  })
  test('what only the plan does is nobody else’s', () => {
    const byPlan = may(planActor('00', 'c1'), thing(SCHOOL))
    const others = ROLES.flatMap(([role, tier]) =>
      may(actor(role, tier), thing(UNITS[tier], { concerned: true })),
    )
    const own = ['CiteExample', 'Join', 'Part', 'TakeIn', 'LetGoOf', 'PassOn', 'Number', 'PassLimit']
    expect(byPlan).toEqual(['Report', ...own])
    expect(others.filter((type) => own.includes(type))).toEqual([])
  })
})

describe('the end of an incident', () => {
  const graded = (eventLevel: 1 | 2 | 3) =>
    goOn(tell([people.chief, reportOf('upset')]), [
      people.province,
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
    expect(offered(actor('invigilator', 'school'))).toContain('StateFacts')
    expect(offered(actor('invigilator', 'school'))).not.toContain('Report')
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
      for (const [role, tier] of ROLES) {
        const allowed = 'allowed' in can(actor(role, tier), deed, { unit: SCHOOL })
        expect([deed.type, role, allowed]).toEqual([deed.type, role, role === 'administrator'])
      }
      expect(can(actor('administrator', 'county'), deed, { unit: COUNTY })).toEqual({ allowed: true })
      expect('refused' in can(actor('administrator', 'county'), deed, { unit: PROVINCE })).toBe(true)
      expect(can(planActor('00', 'c1'), deed, { unit: SCHOOL })).toEqual({ allowed: true })
    }
  })
  test('notices: told by the plan, seen and confirmed by whoever received them (the stream knows who)', () => {
    for (const [role, tier] of ROLES) {
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
