// What things are called at this desk: units, posts, situations, tiers, both levels. Pure; words of the plan come first,
// because a banner or a region has its own (G3). Sentences of screens are core/words/desk.ts.

import { inLang, type Lang, type Text } from '#core/basics/text.ts'
import type { Tier, UnitPath } from '#core/basics/tier.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { EventLevel, ResponseLevel } from '#core/plan/grade-types.ts'
import type { Kit, Me, Overview } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { gradingWords, romanOf } from '#core/words/grading.ts'
import { say } from '#core/words/say.ts'
import { shellWords } from '#core/words/shell.ts'
import type { LevelWords } from '../parts/response-level.tsx'
import { tierName } from '../talk/tier-name.ts'

/** The response level as the parts draw it: 1 the gravest. */
export const SHAPE_OF: Readonly<Record<ResponseLevel, 1 | 2 | 3 | 4>> = { I: 1, II: 2, III: 3, IV: 4 }

export interface Names {
  unit(path: UnitPath): string
  /** The school, and for a desk above the county the county before it. */
  place(path: UnitPath): string
  situation(id: string): string
  post(kind: string | undefined): string
  room(unit: UnitPath, id: string): string
  /** 县里, 省里, 学校. */
  tier(tier: Tier): string
  event(level: EventLevel): LevelWords
  response(level: ResponseLevel): LevelWords
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
    tier: (tier) => tierName(plan, tier, lang),
    event: (level) => {
      const row = plan?.scales.event?.find((one) => one.level === level)
      return levelWords(
        lang,
        'event',
        row ? inLang(row.name, lang) : `${level}`,
        row && inLang(row.word, lang),
      )
    },
    response: (level) => {
      const row = plan?.scales.response?.find((one) => one.level === level)
      const number = row ? inLang(row.name, lang) : romanOf(level)
      return levelWords(lang, 'response', number, row && inLang(row.word, lang))
    },
  }
}

function levelWords(
  lang: Lang,
  scale: 'event' | 'response',
  number: string,
  word: string | undefined,
): LevelWords {
  const full = say(gradingWords, `scale.${scale}`, lang)
  const bare = say(deskWords, 'level.whole.bare', lang, { scale: full, number })
  return {
    scale: say(shellWords, `level.${scale}`, lang),
    // After the scale's word English goes on in small letters: "Event level 2".
    number: lang === 'en' ? number.toLowerCase().replace(/[ⅰ-ⅳ]/, (one) => one.toUpperCase()) : number,
    ...(word === undefined ? {} : { word }),
    whole: word === undefined ? bare : say(deskWords, 'level.whole', lang, { scale: full, number, word }),
  }
}
