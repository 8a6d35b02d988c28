// Does a lower layer take away from what the layers above lay down (G2): who is chased, for which incidents, who approves, what is
// told and asked? Where joining keeps the stricter it is a warning. Minutes are check-limits.ts, handling check-procedure.ts.

import type { Text } from '../basics/text.ts'
import { isAtOrAbove, TIERS, type Tier } from '../basics/tier.ts'
import { limitsOf } from './check-limits.ts'
import { confirmationsOf } from './check-procedure.ts'
import { graverFacts } from './facts.ts'
import type { Joined } from './join.ts'
import type { Form, Layer, Limit, Question, Rung } from './layer.ts'
import { type Problem, type ProblemCode, problem } from './problem.ts'
import { byId, each } from './references.ts'

/** A limit written anew runs for as many incidents, starts and stops as before, and nobody who is told falls out. */
export function limitsKeepTheirReach(joined: Joined): readonly Problem[] {
  return below(joined, (layer, above) => {
    const firmer = above.flatMap(limitsOf)
    return limitsOf(layer).flatMap(({ limit, path }) =>
      firmer.some((one) => one.limit.id === limit.id && reachesLess(layer, one.limit, limit))
        ? [
            looser(layer, path, 'limit-looser', {
              zh: '上级预案的这个时限：起点、办结、适用范围、责任岗位和催办对象不能减少',
              en: 'of this limit of a layer above the start, the stop, its incidents, who owes it and who is told cannot become less',
            }),
          ]
        : [],
    )
  })
}

function reachesLess(layer: Layer, theirs: Limit, mine: Limit): boolean {
  // Levels of a layer with scales of its own need not be those that the base layer spoke of (G3).
  const levels = layer.scales !== undefined || reaches(theirs.eventLevels, mine.eventLevels)
  return (
    theirs.startsAt !== mine.startsAt ||
    theirs.owedBy !== mine.owedBy ||
    !mine.stoppedBy.every((moment) => theirs.stoppedBy.includes(moment)) ||
    !levels ||
    !reaches(theirs.responseLevels, mine.responseLevels) ||
    !reaches(theirs.scenarios, mine.scenarios) ||
    !tellsAsMany(theirs.rungs, mine.rungs)
  )
}

/** Is everything in `theirs` in `mine`? An absent list means all there is. */
function reaches<T>(theirs: readonly T[] | undefined, mine: readonly T[] | undefined): boolean {
  return mine === undefined || (theirs?.every((one) => mine.includes(one)) ?? false)
}

function tellsAsMany(theirs: readonly Rung[], mine: readonly Rung[]): boolean {
  return theirs.every((rung) =>
    mine.some(
      (one) => one.post === rung.post && one.who === rung.who && one.afterMinutes <= rung.afterMinutes,
    ),
  )
}

/** E6, G1: whoever is told above that something was not confirmed is told, and no later; carrying out stays owed. */
export function confirmationsKeepTheirRungs(joined: Joined): readonly Problem[] {
  return below(joined, (layer, above) => [
    ...confirmationsOf(layer).flatMap(({ path, confirmation }) =>
      above
        .flatMap(confirmationsOf)
        .some((one) => one.path === path && !tellsAsMany(one.confirmation.rungs, confirmation.rungs))
        ? [
            looser(layer, `${path}.rungs`, 'confirmation-looser', {
              zh: '上级预案要催办的岗位不能减少，也不能推后',
              en: 'nobody whom a layer above has told falls out or is told later',
            }),
          ]
        : [],
    ),
    ...each(layer.orders, 'orders', byId, ({ id, carriedOut }, path) =>
      !carriedOut && above.some((upper) => upper.orders?.some((one) => one.id === id && one.carriedOut))
        ? [
            looser(
              layer,
              `${path}.carriedOut`,
              'confirmation-looser',
              {
                zh: '上级预案要求报告落实情况；按上级的算',
                en: 'the layer above has carrying out reported; that applies',
              },
              'warning',
            ),
          ]
        : [],
    ),
  ])
}

/** E5: approvers of the tiers above stay, and none is added who stands below the lowest that the layer above lets approve. */
export function approvalIsNotLooser(joined: Joined): readonly Problem[] {
  return below(joined, (layer, above) => {
    const theirs = nearest(above, (upper) => upper.opinion)?.approvedBy
    const mine = layer.opinion?.approvedBy
    if (!theirs || !mine) return []
    const tierOf = (id: string): Tier | undefined => joined.posts.get(id)?.tier
    const least = TIERS.find((tier) => theirs.some((id) => tierOf(id) === tier)) ?? 'school'
    const isForeign = (id: string) => !isAtOrAbove(layer.kind, tierOf(id) ?? layer.kind)
    const left = theirs.filter((id) => isForeign(id) && !mine.includes(id))
    const added = mine.filter(
      (id) => !theirs.includes(id) && (isForeign(id) || !isAtOrAbove(tierOf(id) ?? least, least)),
    )
    return [...left, ...added].length === 0
      ? []
      : [
          looser(layer, 'opinion.approvedBy', 'approval-looser', {
            zh: `审批对外口径：上级的岗位由上级定，也不能放低到上级没有准许的层级（${[...left, ...added].join('、')}）`,
            en: `approving what is said in public: posts above are not changed here, nor is it opened to a tier that the layer above does not let approve (${[...left, ...added].join(', ')})`,
          }),
        ]
  })
}

/** An alarm or a joint decision with another condition than above: the wider alarm, the narrower decision applies. */
export function conditionsAreNotLooser(joined: Joined): readonly Problem[] {
  return below(joined, (layer, above) => {
    const differs = (list: 'alarms' | 'jointDecisions', text: Text, code: ProblemCode) =>
      each<{ id: string; when: string }, Problem>(layer[list], list, byId, ({ id, when }, path) =>
        above.some((upper) => upper[list]?.some((one) => one.id === id && one.when !== when))
          ? [looser(layer, `${path}.when`, code, text, 'warning')]
          : [],
      )
    return [
      ...differs(
        'alarms',
        {
          zh: '条件同上级预案不一样；两处有一处符合就报警',
          en: 'another condition than in the layer above; it rings when either holds',
        },
        'alarm-looser',
      ),
      ...differs(
        'jointDecisions',
        {
          zh: '条件同上级预案不一样；两处都符合才能共同决定',
          en: 'another condition than in the layer above; both must hold',
        },
        'joint-looser',
      ),
    ]
  })
}

/** A situation assumes no less harm than above, and an answer given to its questions says the same facts. */
export function situationsAreNotLooser(joined: Joined): readonly Problem[] {
  return below(joined, (layer, above) =>
    each(layer.situations, 'situations', byId, (mine, path) => {
      const theirs = above.flatMap((upper) => upper.situations ?? []).filter((one) => one.id === mine.id)
      const lighter = theirs.flatMap((one) =>
        Object.keys(graverFacts(mine.defaults, one.defaults)).filter(
          (name) => mine.defaults[name] !== undefined,
        ),
      )
      return [
        ...[...new Set(lighter)].map((name) =>
          looser(
            layer,
            `${path}.defaults.${name}`,
            'default-looser',
            {
              zh: '假定的情况比上级预案轻；按较重的算',
              en: 'less harm is assumed than in the layer above; the graver applies',
            },
            'warning',
          ),
        ),
        ...each(mine.questions, `${path}.questions`, byId, (question, at) =>
          theirs
            .flatMap((one) => one.questions)
            .some((one) => one.id === question.id && !saysTheSame(one, question))
            ? [
                looser(layer, at, 'question-looser', {
                  zh: '上级预案的提问只能换说法：每个回答对应的事实不能改，也不能删',
                  en: 'a question of a layer above may be worded otherwise; what its answers say as facts stays',
                }),
              ]
            : [],
        ),
      ]
    }),
  )
}

function saysTheSame(theirs: Question, mine: Question): boolean {
  return (
    theirs.number === mine.number &&
    (theirs.answers ?? []).every(({ id, facts }) => {
      const answer = mine.answers?.find((one) => one.id === id)
      const names = answer && [...new Set([...Object.keys(facts), ...Object.keys(answer.facts)])]
      return names?.every((name) => facts[name] === answer?.facts[name]) ?? false
    })
  )
}

/** A form is filed by the tier that files it above, and a field that must be filled in stays one. */
export function formsAreNotLooser(joined: Joined): readonly Problem[] {
  return below(joined, (layer, above) =>
    each(layer.forms, 'forms', byId, (mine, path) =>
      above.some((upper) => upper.forms?.some((one) => one.id === mine.id && asksMore(one, mine)))
        ? [
            looser(layer, path, 'form-looser', {
              zh: '上级预案的表：由哪一级填报不能改，必填的栏不能改成选填',
              en: 'a form of a layer above: who files it stays, and a field that must be filled in stays one',
            }),
          ]
        : [],
    ),
  )
}

function asksMore(theirs: Form, mine: Form): boolean {
  return (
    theirs.filedBy !== mine.filedBy ||
    theirs.fields.some(
      ({ id, required }) => required && mine.fields.some((one) => one.id === id && !one.required),
    )
  )
}

/** Each layer that has others above it, with those. */
function below(
  joined: Joined,
  find: (layer: Layer, above: readonly Layer[]) => readonly Problem[],
): readonly Problem[] {
  return joined.layers.flatMap((layer, index) =>
    index === 0 ? [] : find(layer, joined.layers.slice(0, index)),
  )
}

function nearest<T>(above: readonly Layer[], pick: (layer: Layer) => T | undefined): T | undefined {
  return [...above]
    .reverse()
    .map(pick)
    .find((one) => one !== undefined)
}

function looser(
  layer: Layer,
  path: string,
  code: ProblemCode,
  text: Text,
  severity: Problem['severity'] = 'error',
): Problem {
  return problem(layer.id, path, code, text, severity)
}
