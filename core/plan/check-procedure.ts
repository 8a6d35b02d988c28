// The procedure of a plan (A7, B1–B8, E6): who handles, decides, evaluates, commands, decides together and orders. Does each
// row make sense by itself, and does no lower layer ask for less than the one above (G2)? Levels are check-levels.ts,
// whether names exist check-references.ts.

import { isAtOrAbove } from '../basics/tier.ts'
import { rungsAreFit } from './check-limits.ts'
import type { Joined } from './join.ts'
import type { Confirmation, Handling, Layer } from './layer.ts'
import { type Problem, problem } from './problem.ts'
import { byId, each } from './references.ts'

/** B1–B3: nobody is asked, decides or is consulted below the tier that handles; who proposes stands below who decides. */
export function handlingIsInOrder(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer) =>
    (layer.handling ?? []).flatMap((row) => {
      const { handledBy, asks, decidedBy, proposedBy, mayConsult } = row
      const inOrder =
        isAtOrAbove(asks, handledBy) &&
        isAtOrAbove(decidedBy, handledBy) &&
        (proposedBy === undefined || !isAtOrAbove(proposedBy, decidedBy)) &&
        (mayConsult === undefined || !isAtOrAbove(decidedBy, mayConsult))
      const path = `handling[${row.eventLevel}]`
      return [
        ...(inOrder
          ? []
          : [
              problem(layer.id, path, 'handling-wrong', {
                zh: '请示、决定的层级不能低于处置的层级；提建议的要低于决定的，可请示的要高于决定的',
                en: 'who is asked and who decides cannot lie below who handles; who proposes lies below who decides, who may be consulted above',
              }),
            ]),
        ...evaluationOf(joined, layer, row, `${path}.evaluation`),
      ]
    }),
  )
}

/** B4: there is something to evaluate, and its form is filed by whoever evaluates, to a tier above. */
function evaluationOf(joined: Joined, layer: Layer, row: Handling, path: string): readonly Problem[] {
  const { evaluation } = row
  if (!evaluation) return []
  const form = joined.forms.find((one) => one.id === evaluation.form)
  const wrong = (at: string, zh: string, en: string) =>
    problem(layer.id, `${path}.${at}`, 'evaluation-wrong', { zh, en })
  return [
    ...(evaluation.points.length === 0
      ? [wrong('points', '没有写评估哪几项', 'says nothing of what is evaluated')]
      : []),
    ...(isAtOrAbove(evaluation.by, evaluation.to)
      ? [wrong('to', '评估结果要报给更高的层级', 'the evaluation goes to a higher tier')]
      : []),
    ...(form && form.filedBy !== evaluation.by
      ? [wrong('form', '这张表不由评估的层级填报', 'this form is not filed by the tier that evaluates')]
      : []),
  ]
}

/** A7: a commander is a post of the tier whose response it is. */
export function commandersAreOfTheirTier(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer) =>
    (layer.commanders ?? []).flatMap((row) => {
      const path = `commanders[${row.tier}]`
      const nobody =
        row.posts.length === 0
          ? [
              problem(layer.id, path, 'commander-wrong', {
                zh: '没有写谁来启动和结束响应',
                en: 'nobody is named to start and end a response',
              }),
            ]
          : []
      const others = row.posts.filter((id) => (joined.posts.get(id)?.tier ?? row.tier) !== row.tier)
      return [
        ...nobody,
        ...others.map((id) =>
          problem(layer.id, path, 'commander-wrong', {
            zh: `“${id}”不是这一级的岗位，不能指挥这一级的响应`,
            en: `${id} is no post of this tier and cannot command its response`,
          }),
        ),
      ]
    }),
  )
}

/** B7, B8: deciding together takes two posts at least. */
export function jointDecisionsAreJoint(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer) =>
    each(layer.jointDecisions, 'jointDecisions', byId, ({ posts }, path) =>
      new Set(posts).size >= 2
        ? []
        : [
            problem(layer.id, `${path}.posts`, 'joint-wrong', {
              zh: '共同决定至少要有两个不同的岗位',
              en: 'a joint decision takes at least two different posts',
            }),
          ],
    ),
  )
}

/** E6, G1: who is sent something has time to confirm, and somebody is told when nobody did. */
export function confirmationsAreFit(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer) =>
    confirmationsOf(layer).flatMap(({ path, confirmation }) => {
      const { minutes, rungs } = confirmation
      const wrong = (at: string, zh: string, en: string) =>
        problem(layer.id, at, 'confirmation-wrong', { zh, en })
      return [
        ...(Number.isInteger(minutes) && minutes >= 1
          ? []
          : [
              wrong(
                `${path}.minutes`,
                `确认时间要是不小于 1 的整分钟，不是 ${minutes}`,
                `time to confirm is whole minutes, at least 1, not ${minutes}`,
              ),
            ]),
        ...rungs
          .filter((rung) => !Number.isInteger(rung.afterMinutes) || rung.afterMinutes < 0)
          .map((rung) =>
            wrong(
              `${path}.rungs`,
              `催办的分钟数要是不小于 0 的整数，不是 ${rung.afterMinutes}`,
              `minutes of a rung are whole and not below 0, not ${rung.afterMinutes}`,
            ),
          ),
        ...(rungs.length === 0
          ? [wrong(`${path}.rungs`, '没有人确认时谁也不知道', 'nobody is told when it is not confirmed')]
          : []),
        ...rungsAreFit(joined, layer.id, rungs, path),
      ]
    }),
  )
}

interface Placed {
  readonly path: string
  readonly confirmation: Confirmation
}

/** Every confirmation a layer asks for: of each kind of order, and of having read a plan. */
export function confirmationsOf(layer: Layer): readonly Placed[] {
  return [
    ...each(layer.orders, 'orders', byId, (order, path) => [
      { path: `${path}.confirmation`, confirmation: order.confirmation },
    ]),
    ...(layer.issuing ? [{ path: 'issuing', confirmation: layer.issuing }] : []),
  ]
}

/** G2: a lower layer asks for a lower tier, for less agreement, for no evaluation, or for fewer to decide together. */
export function procedureIsNotLooser(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer, index) => {
    const above = joined.layers.slice(0, index).reverse()
    return [
      ...(layer.handling ?? []).flatMap((mine) => {
        const theirs = above.flatMap((upper) => upper.handling ?? []).find(sameLevel(mine))
        return theirs && (handlesLess(theirs, mine) || leavesMoreAbove(layer, theirs, mine))
          ? [
              problem(layer.id, `handling[${mine.eventLevel}]`, 'handling-looser', {
                zh: '比上级预案宽：处置、请示、决定、落实、填表、评估都不能少于上级的规定，也不能替上级揽事',
                en: 'looser than the tier above: handling, asking, deciding, carrying out, forms and evaluation are no less than there, and nothing is laid on a tier above',
              }),
            ]
          : []
      }),
      ...each(layer.jointDecisions, 'jointDecisions', byId, (mine, path) => {
        const theirs = above.flatMap((upper) => upper.jointDecisions ?? []).find((one) => one.id === mine.id)
        const left = (theirs?.posts ?? []).filter((id) => !mine.posts.includes(id))
        return left.length > 0 ||
          (theirs && mine.settles && !theirs.settles) ||
          (theirs?.reference !== undefined && theirs.reference !== mine.reference)
          ? [
              problem(layer.id, path, 'joint-looser', {
                zh: '上级预案要求更多岗位共同决定，或者不许以此代替请示，或者写明了依据哪份文件',
                en: 'the layer above has more posts decide, does not let it stand in for asking, or names the document',
              }),
            ]
          : []
      }),
      ...confirmationsOf(layer).flatMap(({ path, confirmation }) => {
        const firmer = above
          .flatMap(confirmationsOf)
          .find((one) => one.path === path && one.confirmation.minutes < confirmation.minutes)
        return firmer
          ? [
              problem(
                layer.id,
                path,
                'limit-looser',
                {
                  zh: `上级预案给 ${firmer.confirmation.minutes} 分钟，这里 ${confirmation.minutes} 分钟；按上级的算`,
                  en: `${firmer.confirmation.minutes} minutes there, ${confirmation.minutes} here; the stricter applies`,
                },
                'warning',
              ),
            ]
          : []
      }),
    ]
  })
}

const sameLevel =
  (mine: Handling) =>
  (other: Handling): boolean =>
    other.eventLevel === mine.eventLevel

function handlesLess(theirs: Handling, mine: Handling): boolean {
  return (
    !isAtOrAbove(mine.decidedBy, theirs.decidedBy) ||
    !isAtOrAbove(mine.handledBy, theirs.handledBy) ||
    !isAtOrAbove(mine.asks, theirs.asks) ||
    (theirs.agreement === 'always' && mine.agreement !== 'always') ||
    (theirs.proposedBy !== undefined && mine.proposedBy === undefined) ||
    (theirs.mayConsult !== undefined && mine.mayConsult === undefined) ||
    theirs.carriedOutBy.some((post) => !mine.carriedOutBy.includes(post)) ||
    theirs.recordedIn.some((form) => !mine.recordedIn.includes(form)) ||
    evaluatesLess(theirs.evaluation, mine.evaluation)
  )
}

function evaluatesLess(theirs: Handling['evaluation'], mine: Handling['evaluation']): boolean {
  if (!theirs) return false
  return (
    !mine ||
    mine.form !== theirs.form ||
    !isAtOrAbove(mine.by, theirs.by) ||
    !isAtOrAbove(mine.to, theirs.to) ||
    theirs.points.some(({ id }) => !mine.points.some((point) => point.id === id))
  )
}

/** Does the layer hand a tier above it something that the layer above did not, or pass a tier by that way? */
function leavesMoreAbove({ kind }: Layer, theirs: Handling, mine: Handling): boolean {
  const roles = ['handledBy', 'asks', 'decidedBy', 'proposedBy', 'mayConsult'] as const
  return roles.some((role) => {
    const tier = mine[role]
    return tier !== undefined && tier !== theirs[role] && !isAtOrAbove(kind, tier)
  })
}
