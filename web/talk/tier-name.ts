// What a tier is called in a sentence: 学校, 县里, 省里, and the national centre by its own name. Words of the plan come
// first, because a banner or a region has its own (G3); without a plan the product's own serve.

import { inLang, type Lang } from '#core/basics/text.ts'
import type { Tier } from '#core/basics/tier.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { say } from '#core/words/say.ts'
import { shellWords } from '#core/words/shell.ts'

/** `县里`, in English `the county`: to stand inside a sentence. */
export function tierName(plan: EffectivePlan | undefined, tier: Tier, lang: Lang): string {
  if (!plan) return say(shellWords, `tier.${tier}`, lang)
  if (tier === 'nation') {
    const centre = plan.posts[plan.desks.nation]?.name
    return centre ? inLang(centre, lang) : say(shellWords, 'tier.nation', lang)
  }
  const name = inLang(plan.tiers[tier].name, lang)
  if (tier === 'school') return say(shellWords, 'tier.said.school', lang, { name })
  return say(shellWords, 'tier.said.above', lang, { name: lang === 'en' ? name.toLowerCase() : name })
}
