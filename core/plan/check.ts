// Is a plan sound? Every problem of its layers at once, so that they are found before the day and not on it (G2).
// Here: the list of checks and the small ones. Larger families: check-references, check-levels, check-limits,
// check-situations, check-procedure, check-posts, check-own-tier,
// check-looser. The shape of a single layer is layer.ts's and is already right when a layer arrives here.

import { TIERS } from '../basics/tier.ts'
import { levelsAreCovered, levelsAreTheSameBelow, levelsFitTheirScale } from './check-levels.ts'
import {
  limitsAreFit,
  limitsAreNotLooser,
  limitsCanStart,
  thresholdsAreNotLooser,
  thresholdsAreNumbers,
} from './check-limits.ts'
import {
  approvalIsNotLooser,
  conditionsAreNotLooser,
  confirmationsKeepTheirRungs,
  formsAreNotLooser,
  limitsKeepTheirReach,
  situationsAreNotLooser,
} from './check-looser.ts'
import { desksAboveStay, layersSpeakForTheirOwn, settlingIsLaidDownAbove } from './check-own-tier.ts'
import { postsAreNotAboveTheirLayer, postsKeepTheirPlace, rolesFitTheirTier } from './check-posts.ts'
import {
  commandersAreOfTheirTier,
  confirmationsAreFit,
  handlingIsInOrder,
  jointDecisionsAreJoint,
  procedureIsNotLooser,
} from './check-procedure.ts'
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
  levelsAreTheSameBelow,
  situationsAreUsable,
  limitsAreFit,
  limitsCanStart,
  limitsAreNotLooser,
  limitsKeepTheirReach,
  thresholdsAreNumbers,
  thresholdsAreNotLooser,
  rolesFitTheirTier,
  postsAreNotAboveTheirLayer,
  postsKeepTheirPlace,
  desksBelongToTheirTier,
  layersSpeakForTheirOwn,
  desksAboveStay,
  settlingIsLaidDownAbove,
  handlingIsInOrder,
  commandersAreOfTheirTier,
  jointDecisionsAreJoint,
  confirmationsAreFit,
  responsesAreNotLighter,
  procedureIsNotLooser,
  confirmationsKeepTheirRungs,
  approvalIsNotLooser,
  conditionsAreNotLooser,
  situationsAreNotLooser,
  formsAreNotLooser,
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

/** A lower layer may tighten: never a lighter response. Where it asks for less, the stricter applies. */
function responsesAreNotLighter(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer, index) => {
    const above = joined.layers.slice(0, index)
    return (layer.situations ?? []).flatMap((situation) => {
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
  })
}
