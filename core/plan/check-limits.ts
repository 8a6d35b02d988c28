// Limits and thresholds: are they well formed, do they climb in order and no higher than a timer may (E4),
// and does no lower layer loosen one (G2)?

import type { Text } from '../basics/text.ts'
import { isAtOrAbove } from '../basics/tier.ts'
import { type Joined, minutesOf } from './join.ts'
import type { Layer, Limit, Rung } from './layer.ts'
import type { Moment } from './moment.ts'
import { type Problem, problem } from './problem.ts'
import { byId, each } from './references.ts'

interface Placed {
  readonly limit: Limit
  readonly path: string
}

/** Every limit a layer states, those of its situations among them, each for its situation alone. */
export function limitsOf(layer: Layer): readonly Placed[] {
  const found = (limit: Limit, path: string) => [{ limit, path }]
  return [
    ...each(layer.limits, 'limits', byId, found),
    ...each(layer.situations, 'situations', byId, (situation, path) =>
      // Written under a situation, a limit runs for that situation alone.
      each(situation.limits, `${path}.limits`, byId, (limit, at) =>
        found({ ...limit, scenarios: [situation.id] }, at),
      ),
    ),
  ]
}

const whole = (minutes: number): boolean => Number.isInteger(minutes) && minutes >= 0

/** One length, a start, a stop, somebody who is told, and rungs that climb no higher than the province. */
export function limitsAreFit(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer) =>
    limitsOf(layer).flatMap(({ limit, path }) => [
      ...lengthOf(layer.id, limit, path),
      ...endsOf(layer.id, limit, path),
      ...rungsAreFit(joined, layer.id, limit.rungs, path),
    ]),
  )
}

function lengthOf(layer: string, limit: Limit, path: string): readonly Problem[] {
  if ((limit.minutes === undefined) === (limit.sameDay !== true)) {
    return [
      problem(layer, path, 'limit-wrong', {
        zh: '分钟数和“当日”要写且只能写一个',
        en: 'say either minutes or sameDay, and only one of them',
      }),
    ]
  }
  const wrong = [limit.minutes ?? 0, ...limit.rungs.map((rung) => rung.afterMinutes)].filter(
    (minutes) => !whole(minutes),
  )
  return wrong.map((minutes) =>
    problem(layer, path, 'number-wrong', {
      zh: `分钟数要是不小于 0 的整数，不是 ${minutes}`,
      en: `minutes are whole and not below 0, not ${minutes}`,
    }),
  )
}

/** Moments that come again and again, each a run of its own: one report of the series is due a while after the last. */
const RECURRING: ReadonlySet<Moment> = new Set<Moment>(['series-reported'])

function endsOf(layer: string, limit: Limit, path: string): readonly Problem[] {
  const found: Problem[] = []
  const stopsItself = limit.stoppedBy.includes(limit.startsAt) && !RECURRING.has(limit.startsAt)
  if (limit.stoppedBy.length === 0 || stopsItself) {
    found.push(
      problem(layer, `${path}.stoppedBy`, 'limit-wrong', {
        zh: '要写明做到什么才算按时，且不能就是起点',
        en: 'say what stops it; that cannot be the moment it starts',
      }),
    )
  }
  if (limit.rungs.length === 0) {
    found.push(
      problem(
        layer,
        `${path}.rungs`,
        'limit-wrong',
        { zh: '超时以后没有告诉任何人', en: 'nobody is told when it passes' },
        'warning',
      ),
    )
  }
  return found
}

/** Each rung comes no earlier and stands no lower than the one before, and none above the province (E4). */
export function rungsAreFit(
  joined: Joined,
  layer: string,
  rungs: readonly Rung[],
  path: string,
): readonly Problem[] {
  const found: Problem[] = []
  rungs.forEach((rung, index) => {
    const at = `${path}.rungs[${index}]`
    const tier = joined.posts.get(rung.post)?.tier
    const before = rungs[index - 1]
    const tierBefore = before && joined.posts.get(before.post)?.tier
    const earlier = before !== undefined && rung.afterMinutes < before.afterMinutes
    const lower = tier !== undefined && tierBefore !== undefined && !isAtOrAbove(tier, tierBefore)
    if (earlier || lower) {
      found.push(
        problem(layer, at, 'rung-order', {
          zh: '催办要一级比一级晚、一级比一级高',
          en: 'each rung must come no earlier and stand no lower than the one before',
        }),
      )
    }
    if (tier === 'nation') {
      found.push(
        problem(layer, at, 'rung-too-high', {
          zh: '超时自动上报最高到省；请示国家监测中心要由人来决定',
          en: 'a passed limit climbs to the province at most; the national centre is asked by a person',
        }),
      )
    }
  })
  return found
}

/** A limit that no incident of this plan can ever start or stop, so that nobody would be reminded by it. */
export function limitsCanStart(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer, index) => {
    const below = joined.layers.slice(index + 1).flatMap(limitsOf)
    return limitsOf(layer).flatMap(({ limit, path }) => {
      // Written anew further down, it does not run as it stands here.
      if (below.some((lower) => lower.limit.id === limit.id)) return []
      const why = findWhyIdle(joined, limit)
      return why ? [problem(layer.id, path, 'limit-idle', why)] : []
    })
  })
}

function findWhyIdle(joined: Joined, limit: Limit): Text | undefined {
  const { eventLevels, responseLevels, scenarios, startsAt, stoppedBy } = limit
  if ([eventLevels, responseLevels, scenarios].some((list) => list?.length === 0)) {
    return {
      zh: '等级或情境写成了空的，这个时限永远不会开始',
      en: 'an empty list of levels or situations: it never starts',
    }
  }
  const handled = joined.handling.filter((row) => eventLevels?.includes(row.eventLevel) ?? true)
  const evaluated = handled.some((row) => row.evaluation)
  if (!evaluated && (startsAt === 'evaluated' || stoppedBy.every((moment) => moment === 'evaluated'))) {
    return { zh: '这些等级都不做评估，这个时限没有意义', en: 'none of these levels is evaluated' }
  }
  return undefined
}

/** G2: a limit that is looser than the tier above; the stricter one applies all the same. */
export function limitsAreNotLooser(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer, index) => {
    const above = joined.layers.slice(0, index).flatMap(limitsOf)
    return limitsOf(layer).flatMap(({ limit, path }) => {
      const firmer = above.find(
        (upper) => sameDuty(upper.limit, limit) && minutesOf(upper.limit) < minutesOf(limit),
      )
      if (!firmer) return []
      const [theirs, mine] = [lengthInWords(firmer.limit), lengthInWords(limit)]
      return [
        problem(
          layer.id,
          path,
          'limit-looser',
          {
            zh: `比上级预案宽：上级${theirs.zh}，这里${mine.zh}；按上级的算`,
            en: `looser than the tier above: ${theirs.en} there, ${mine.en} here; the stricter applies`,
          },
          'warning',
        ),
      ]
    })
  })
}

/** Does the upper limit run over the same stretch of every incident that the lower one runs for? */
function sameDuty(above: Limit, below: Limit): boolean {
  if (above.id === below.id) return true
  return (
    above.startsAt === below.startsAt &&
    above.stoppedBy.some((moment) => below.stoppedBy.includes(moment)) &&
    covers(above.eventLevels, below.eventLevels) &&
    covers(above.responseLevels, below.responseLevels) &&
    covers(above.scenarios, below.scenarios)
  )
}

/** Two lists of which an absent one means everything. */
function covers<T>(above: readonly T[] | undefined, below: readonly T[] | undefined): boolean {
  return !above || (below?.every((one) => above.includes(one)) ?? false)
}

function lengthInWords(limit: Limit): { readonly zh: string; readonly en: string } {
  return limit.minutes === undefined
    ? { zh: '当日', en: 'the same day' }
    : { zh: ` ${limit.minutes} 分钟`, en: `${limit.minutes} minutes` }
}

/** One of anything is not many: a threshold counts from 1, a spread from two schools. */
export function thresholdsAreNumbers(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer) => {
    const { massAbsence, spread, sameIncident } = layer.thresholds ?? {}
    const counted = [
      ['massAbsence.perRoom', massAbsence?.perRoom, 1],
      ['spread.schools', spread?.schools, 2],
      ['spread.minutes', spread?.minutes, 1],
      ['sameIncident.minutes', sameIncident?.minutes, 1],
    ] as const
    return counted
      .filter(([, number, least]) => number !== undefined && !(Number.isInteger(number) && number >= least))
      .map(([path, number, least]) =>
        problem(layer.id, `thresholds.${path}`, 'number-wrong', {
          zh: `界限要是不小于 ${least} 的整数，不是 ${number}`,
          en: `a threshold is whole and at least ${least}, not ${number}`,
        }),
      )
  })
}

/** G2: a threshold of a lower layer that notices less than the one above; the tighter applies. */
export function thresholdsAreNotLooser(joined: Joined): readonly Problem[] {
  const kept = joined.thresholds
  if (!kept) return []
  return joined.layers.flatMap((layer) => {
    const mine = layer.thresholds
    if (!mine) return []
    const looser = (path: string, here: number, applied: number) =>
      problem(
        layer.id,
        `thresholds.${path}`,
        'threshold-looser',
        {
          zh: `这里是 ${here}，上级预案是 ${applied}；按较严的算`,
          en: `${here} here, ${applied} in the tier above; the stricter applies`,
        },
        'warning',
      )
    const absent = mine.massAbsence.perRoom
    const schools = mine.spread.schools
    const lowest = layer === [...joined.layers].reverse().find((one) => one.thresholds)
    if (!lowest) return []
    return [
      ...(absent > kept.massAbsence.perRoom
        ? [looser('massAbsence.perRoom', absent, kept.massAbsence.perRoom)]
        : []),
      ...(schools > kept.spread.schools ? [looser('spread.schools', schools, kept.spread.schools)] : []),
      ...(mine.spread.minutes < kept.spread.minutes
        ? [looser('spread.minutes', mine.spread.minutes, kept.spread.minutes)]
        : []),
      ...(mine.sameIncident.minutes < kept.sameIncident.minutes
        ? [looser('sameIncident.minutes', mine.sameIncident.minutes, kept.sameIncident.minutes)]
        : []),
    ]
  })
}
