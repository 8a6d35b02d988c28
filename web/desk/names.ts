// What things are called at this desk: units, posts, situations, tiers, both levels. Pure; words of the plan come first,
// because a banner or a region has its own (G3). Sentences of screens are core/words/desk.ts.

import { inLang, type Lang, type Text } from '#core/basics/text.ts'
import type { Tier, UnitPath } from '#core/basics/tier.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { Kit, Me, Overview } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { say } from '#core/words/say.ts'
import { type LevelSayings, levelSayings } from '../talk/level-words.ts'
import { tierName } from '../talk/tier-name.ts'

export interface Names extends LevelSayings {
  unit(path: UnitPath): string
  /** The school, and for a desk above the county the county before it. */
  place(path: UnitPath): string
  situation(id: string): string
  post(kind: string | undefined): string
  room(unit: UnitPath, id: string): string
  /** How many event levels the plan's scale has (G3). */
  readonly levels: 3 | 4
  /** 县里, 省里, 学校. */
  tier(tier: Tier): string
}

export interface NameSources {
  readonly lang: Lang
  readonly me: Me
  readonly kit?: Kit | undefined
  readonly plan?: EffectivePlan | undefined
  readonly overview?: Overview | undefined
}

/** Names in one language. What is not known yet is called by its id, never left out. */
export function makeNames({ lang, me, kit, plan, overview }: NameSources): Names {
  const units = new Map<UnitPath, Text>()
  for (const unit of kit?.units ?? []) units.set(unit.path, unit.name)
  for (const unit of me.units) units.set(unit.path, unit.name)
  for (const school of overview?.schools ?? []) units.set(school.unit, school.name)
  const text = (found: Text | undefined, id: string) => (found ? inLang(found, lang) : id)
  const unit = (path: UnitPath) => text(units.get(path), path.slice(path.lastIndexOf('/') + 1))
  const postName = (kind: string) => text(plan?.posts[kind]?.name, kind)
  return {
    unit,
    place: (path) => {
      const county = path.split('/').slice(0, 3).join('/')
      const far = me.post.tier === 'province' || me.post.tier === 'nation'
      return far && county !== path
        ? say(deskWords, 'place', lang, { county: unit(county), school: unit(path) })
        : unit(path)
    },
    situation: (id) => text(plan?.situations[id]?.name, id),
    post: (kind) => (kind === undefined ? '' : postName(kind)),
    room: (path, id) => {
      const known = kit?.rooms.find((room) => room.unit === path && room.id === id)
      return text(known?.name, say(deskWords, 'room', lang, { room: id }))
    },
    levels: plan?.scales.event.length === 4 ? 4 : 3,
    tier: (tier) => tierName(plan, tier, lang),
    ...levelSayings(plan, lang),
  }
}
