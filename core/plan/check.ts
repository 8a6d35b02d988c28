// Is a plan sound? Every problem of its layers at once, so that they are found before the day and not on it (G2).
// Here: the list of checks and the small ones. Larger families: check-references, check-levels, check-limits,
// check-situations. The shape of a single layer is layer.ts's and is already right when a layer arrives here.

import { isAtOrAbove, TIERS } from '../basics/tier.ts'
import { levelsAreCovered, levelsFitTheirScale } from './check-levels.ts'
import { limitsAreFit, limitsAreNotLooser, thresholdsAreNotLooser } from './check-limits.ts'
import { idsAreSingle, referencesResolve } from './check-references.ts'
import { conditionsCompile, factsAreKnown, holesAreKnown, situationsAreUsable } from './check-situations.ts'
import { graverResponse } from './grade-types.ts'
import { type Joined, joinLayers, lowestLayer } from './join.ts'
import type { Layer } from './layer.ts'
import { type Problem, problem } from './problem.ts'

/** One named check: looks at the layers one by one and at the whole they make. */
export type Check = (joined: Joined) => readonly Problem[]

/** In the order in which a person would mend them. */
const CHECKS: readonly Check[] = [
  layersAreInOrder,
  partsAreThere,
  idsAreSingle,
  referencesResolve,
  conditionsCompile,
  factsAreKnown,
  holesAreKnown,
  levelsFitTheirScale,
  levelsAreCovered,
  situationsAreUsable,
  limitsAreFit,
  limitsAreNotLooser,
  thresholdsAreNotLooser,
  postsKeepTheirPlace,
  desksBelongToTheirTier,
  handlingIsInOrder,
  lowerLayersDoNotLighten,
]

/**
 * All problems of the layers taken together, as they are for one school: nation, perhaps province, county, school.
 * Errors keep the plan from being compiled; warnings do not.
 */
export function check(layers: readonly Layer[]): Problem[] {
  const joined = joinLayers(layers)
  return CHECKS.flatMap((run) => run(joined))
}

function layersAreInOrder(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer, index) =>
    joined.layers.slice(0, index).some((above) => above.kind === layer.kind || above.id === layer.id)
      ? [
          problem(layer.id, 'kind', 'layers-wrong', {
            zh: `同一层级（${layer.kind}）只能有一份预案`,
            en: `only one layer of kind ${layer.kind} can be in force`,
          }),
        ]
      : [],
  )
}

const PARTS = ['desks', 'scales', 'thresholds', 'graceMinutes', 'retention'] as const

function partsAreThere(joined: Joined): readonly Problem[] {
  const layer = lowestLayer(joined)
  const missing = (path: string) =>
    problem(layer, path, 'part-missing', {
      zh: `各层预案都没有写“${path}”`,
      en: `no layer says anything under ${path}`,
    })
  return [
    ...PARTS.filter((part) => joined[part] === undefined).map(missing),
    ...TIERS.filter((tier) => !joined.tiers.has(tier)).map((tier) => missing(`tiers[${tier}]`)),
  ]
}

function postsKeepTheirPlace(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer, index) =>
    (layer.posts ?? []).flatMap((post) => {
      const above = joined.layers
        .slice(0, index)
        .flatMap((upper) => upper.posts ?? [])
        .find((upper) => upper.id === post.id)
      if (!above || (above.tier === post.tier && above.role === post.role)) return []
      return [
        problem(layer.id, `posts[${post.id}]`, 'post-changed', {
          zh: `上级预案里这个岗位属于 ${above.tier}、权限 ${above.role}，下级不能改`,
          en: `the layer above puts this post at ${above.tier} with role ${above.role}; a lower layer cannot change that`,
        }),
      ]
    }),
  )
}

function desksBelongToTheirTier(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer) =>
    TIERS.flatMap((tier) => {
      const desk = layer.desks?.[tier]
      const post = desk === undefined ? undefined : joined.posts.get(desk)
      if (!post || post.tier === tier) return []
      return [
        problem(layer.id, `desks.${tier}`, 'desk-wrong', {
          zh: `“${post.id}”是 ${post.tier} 的岗位，不能作 ${tier} 的值班岗`,
          en: `${post.id} is a post of the ${post.tier}, so it cannot be the desk of the ${tier}`,
        }),
      ]
    }),
  )
}

function handlingIsInOrder(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer) =>
    (layer.handling ?? []).flatMap((handling) => {
      if (
        isAtOrAbove(handling.asks, handling.handledBy) &&
        isAtOrAbove(handling.decidedBy, handling.handledBy)
      )
        return []
      return [
        problem(layer.id, `handling[${handling.eventLevel}]`, 'handling-wrong', {
          zh: '请示、决定的层级不能低于处置的层级',
          en: 'the tier that is asked and the tier that decides cannot lie below the one that handles',
        }),
      ]
    }),
  )
}

/** A lower layer may tighten: never a lighter response, never a lower tier that decides. */
function lowerLayersDoNotLighten(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer, index) => {
    const above = joined.layers.slice(0, index)
    const responses = (layer.situations ?? []).flatMap((situation) => {
      const mine = situation.response.level
      const firmer = above
        .flatMap((upper) => upper.situations ?? [])
        .filter((one) => one.id === situation.id)
        .map((one) => one.response.level)
        .find((theirs) => theirs !== mine && graverResponse(theirs, mine) === theirs)
      if (firmer === undefined) return []
      return [
        problem(
          layer.id,
          `situations[${situation.id}].response`,
          'response-looser',
          {
            zh: `上级预案定为 ${firmer} 级，这里定为 ${mine} 级；按较严的算`,
            en: `the layer above asks for ${firmer}, this one for ${mine}; the stricter applies`,
          },
          'warning',
        ),
      ]
    })
    const handling = (layer.handling ?? []).flatMap((mine) => {
      const theirs = above
        .flatMap((upper) => upper.handling ?? [])
        .find((one) => one.eventLevel === mine.eventLevel)
      if (
        !theirs ||
        (isAtOrAbove(mine.decidedBy, theirs.decidedBy) && isAtOrAbove(mine.handledBy, theirs.handledBy))
      )
        return []
      return [
        problem(layer.id, `handling[${mine.eventLevel}]`, 'handling-looser', {
          zh: '上级预案要求更高的层级来处置或决定',
          en: 'the layer above asks a higher tier to handle or to decide',
        }),
      ]
    })
    return [...responses, ...handling]
  })
}
