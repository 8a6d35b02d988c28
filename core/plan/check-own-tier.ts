// Does a layer speak for its own tier and those below, and leave the tiers above to themselves (G2)? A unit issues its layer by
// itself; what it says of the tiers above would be said in their name. Posts are check-posts.ts, asking for less check-looser.ts.

import { isAtOrAbove, TIERS, type Tier } from '../basics/tier.ts'
import type { Joined } from './join.ts'
import type { Layer } from './layer.ts'
import { type Problem, problem } from './problem.ts'
import { byId, each } from './references.ts'

/** Names, teams, commanders and preparation of a tier above; kinds of orders, which schools are given and do not give (E6). */
export function layersSpeakForTheirOwn(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer) => {
    const ofTier = ({ tier }: { readonly tier: Tier }, path: string) => foreign(layer, tier, path)
    return [
      ...each(layer.tiers, 'tiers', byId, ({ id }, path) => foreign(layer, id, path)),
      ...each(layer.teams, 'teams', byId, ofTier),
      ...each(layer.commanders, 'commanders', (row) => row.tier, ofTier),
      ...each(layer.preparation, 'preparation', byId, ofTier),
      ...(layer.kind === 'school' && layer.orders?.length
        ? [
            problem(layer.id, 'orders', 'above-own-tier', {
              zh: '指令的种类由下达指令的上级规定，学校预案不能写',
              en: 'kinds of orders are laid down by the tiers that give them, not in the plan of a school',
            }),
          ]
        : []),
    ]
  })
}

function foreign(layer: Layer, tier: Tier, path: string): readonly Problem[] {
  if (isAtOrAbove(layer.kind, tier)) return []
  return [
    problem(layer.id, path, 'above-own-tier', {
      zh: `这是 ${tier} 的事，由它自己那一级或更高的预案规定，这里不能写`,
      en: `this is a matter of the ${tier}, laid down by its own tier or one above, not here`,
    }),
  ]
}

/** Desks are written for all tiers at once: those above the layer's own stay as they were. */
export function desksAboveStay(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer, index) => {
    const mine = layer.desks
    const theirs = joined.layers
      .slice(0, index)
      .reverse()
      .find((upper) => upper.desks)?.desks
    if (!mine || !theirs) return []
    return TIERS.filter((tier) => !isAtOrAbove(layer.kind, tier) && mine[tier] !== theirs[tier]).map((tier) =>
      problem(layer.id, `desks.${tier}`, 'above-own-tier', {
        zh: `${tier} 的值班岗是“${theirs[tier]}”，下级不能改`,
        en: `the desk of the ${tier} is ${theirs[tier]}; a lower layer cannot change that`,
      }),
    )
  })
}

/**
 * What stands in for asking the tier above (B1–B3) is said by whoever lays down who is asked: a layer below it, or a school, lets
 * no further document and no further joint decision settle the question.
 */
export function settlingIsLaidDownAbove(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer, index) => {
    const above = joined.layers.slice(0, index)
    if (layer.kind !== 'school' && !above.some((upper) => upper.handling?.length)) return []
    const settled = (list: 'references' | 'jointDecisions') =>
      new Set(above.flatMap((upper) => upper[list] ?? []).flatMap((one) => (one.settles ? one.id : [])))
    return (['references', 'jointDecisions'] as const).flatMap((list) => {
      const known = settled(list)
      return each<{ id: string; settles: boolean }, Problem>(
        layer[list],
        list,
        byId,
        ({ id, settles }, path) =>
          !settles || known.has(id)
            ? []
            : [
                problem(layer.id, `${path}.settles`, 'settles-looser', {
                  zh: '能不能代替请示由规定请示的上级预案说了算，这里不能写 true',
                  en: 'whether it stands in for asking is said by the layer that lays down who is asked; it cannot be true here',
                }),
              ],
      )
    })
  })
}
