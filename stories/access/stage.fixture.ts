// A stage: one thing in one unit, made so that of all reasons to refuse a deed only authority is left. Who gives what to make
// it, and which unit is whose. What is tried on a stage is deeds-….fixture.ts; making many at once is making.fixture.ts.

import { randomUUID } from 'node:crypto'
import { isAtOrAbove, type Tier, tierAbove, tierOf } from '#core/basics/tier.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { StreamKind } from '#core/streams.ts'
import {
  CAMPAIGN,
  COUNTY,
  FOREIGN_SCHOOL,
  NATION,
  NEXT_SCHOOL,
  OTHER_COUNTY,
  PROVINCE,
  SCHOOL,
} from '#server/house.fixture.ts'
import type { Whose } from './expected-grants.ts'

/** Another province with a county and a school: nobody sits there. */
export const FAR = ['00/98', '00/98/980701', '00/98/980701/98070101'] as const
const [FAR_PROVINCE, , FAR_SCHOOL] = FAR

/** Where the posts of each tier sit. */
export const HOME: Readonly<Record<Tier, string>> = {
  school: SCHOOL,
  county: COUNTY,
  province: PROVINCE,
  nation: NATION,
}

export interface StreamName {
  readonly kind: StreamKind
  readonly id: string
}

/** Something that must have been done before. `by`: a post of the plan, or the plan itself. */
export interface Given {
  readonly by: string
  /** Unit of the post; that of the home line when absent. */
  readonly at?: string
  readonly stream: StreamName
  readonly type: string
  readonly data: object
}

export interface Stage {
  readonly unit: string
  readonly tier: Tier
  readonly whose: Whose
  /** The post that will try it; a stage on which many are to be refused has none. */
  readonly doer: string | undefined
  readonly plan: EffectivePlan
  readonly now: number
  readonly scenario: string
  readonly incident: StreamName
  /** An id for this stage, the same for the same name. */
  id(name: string): string
  /** Version of the incident when everything was given. */
  version: number
}

/** The unit that is `whose` for a post of `tier`, where such things lie at `lowest` or above; undefined where there is none. */
export function unitOf(tier: Tier, whose: Whose, lowest: Tier = 'school'): string | undefined {
  switch (whose) {
    case 'own':
      return HOME[tier]
    case 'below':
      return tier !== lowest && isAtOrAbove(tier, lowest) ? HOME[lowest] : undefined
    case 'beside':
      return BESIDE[lowest === 'school' ? 'school' : 'county'][tier]
    case 'above': {
      const above = tierAbove(tier)
      return above && HOME[above]
    }
    // Named by a task from above: nobody gives one to the top, nor is anything kept from the tiers above the schools.
    case 'named':
      return tier === 'nation' ? SCHOOL : HOME[tier]
    case 'confined':
      return tier === 'school' ? SCHOOL : undefined
  }
}

type Units = Readonly<Partial<Record<Tier, string>>>
/** Units beside a post's own, or under one beside it, by the lowest tier of such things. */
const BESIDE: Readonly<Record<'school' | 'county', Units>> = {
  school: { school: NEXT_SCHOOL, county: FOREIGN_SCHOOL, province: FAR_SCHOOL },
  county: { school: NEXT_SCHOOL, county: OTHER_COUNTY, province: FAR_PROVINCE },
}

/** Is it a unit in which the house seats people whom this test lets act? */
export function isHome(unit: string): boolean {
  return Object.values(HOME).includes(unit)
}

/** A post of the tier that leads nothing. */
export const PLAIN: Readonly<Record<Tier, string>> = {
  school: 'invigilator',
  county: 'county-tech',
  province: 'province-inspector',
  nation: 'national-inspector',
}

/** The head of each tier. */
export const HEAD: Readonly<Record<Tier, string>> = {
  school: 'principal',
  county: 'county-lead',
  province: 'province-lead',
  nation: 'national-centre',
}

/** Who answers the tier; nobody answers the top. */
export const ANSWERER: Readonly<Record<Tier, string | undefined>> = {
  school: 'county-office',
  county: 'province-office',
  province: 'national-centre',
  nation: undefined,
}

/** A stage at `unit`; nothing of it is stored yet. */
export function stageAt(
  unit: string,
  more: Pick<Stage, 'whose' | 'doer' | 'plan' | 'now' | 'scenario'>,
): Stage {
  const ids = new Map<string, string>()
  const id = (name: string): string => {
    const known = ids.get(name) ?? randomUUID()
    ids.set(name, known)
    return known
  }
  const incident = { kind: 'incident', id: `99-${randomUUID()}` } as const
  return { ...more, unit, tier: tierOf(unit), incident, id, version: 0 }
}

/** The first word of the stage's incident, from nobody in particular, so that it names none of the posts. */
export function firstWord(stage: Stage, stated: object): Given {
  const { unit, plan, scenario, now } = stage
  return {
    by: 'plan',
    stream: stage.incident,
    type: 'Report',
    data: { unit, campaign: CAMPAIGN, plan: plan.hash, scenario, stated, discoveredAt: now },
  }
}

/** Something done on the stage's incident. */
export function onIncident(stage: Stage, by: string, type: string, data: object): Given {
  return { by, stream: stage.incident, type, data }
}

/** An instruction to each tier from the incident's own up that somebody can answer. */
export function answersToAll(stage: Stage): readonly Given[] {
  return (['school', 'county', 'province'] as const).flatMap((tier) => {
    const by = ANSWERER[tier]
    if (by === undefined || !isAtOrAbove(tier, stage.tier)) return []
    return [
      onIncident(stage, by, 'Answer', { answer: stage.id(`answer to ${tier}`), instruction: '照此办理' }),
    ]
  })
}

/** An answer that makes `post` do something: whoever has a task is told and named. */
export function taskFor(stage: Stage, post: string, task: string): readonly Given[] {
  const tier = stage.plan.posts[post]?.tier ?? 'school'
  const by = tier === 'nation' || stage.tier === 'province' ? 'national-centre' : 'province-office'
  if (stage.tier === 'nation') return []
  const tasks = [{ task, post, words: '去做' }]
  return [
    onIncident(stage, by, 'Answer', { answer: stage.id(`for ${task}`), instruction: '照此办理', tasks }),
  ]
}
