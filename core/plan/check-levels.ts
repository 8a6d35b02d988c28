// The two scales: does every level exist, is it handled, can it be reached, does whatever names a level name one of the
// plan's own, and do all layers speak of the same ones (G3)?

import { EVENT_LEVELS, type EventLevel, RESPONSE_LEVELS, type ResponseLevel } from './grade-types.ts'
import { type Joined, lowestLayer } from './join.ts'
import type { Layer, Limit, RuleSource } from './layer.ts'
import { type Problem, problem } from './problem.ts'
import { byId, byIndex, each } from './references.ts'

/** A rule speaks of its own scale; rules, proposals, handling and limits name levels that the plan has (G3). */
export function levelsFitTheirScale(joined: Joined): readonly Problem[] {
  const event = joined.scales?.event.map((row) => row.level) ?? EVENT_LEVELS
  const wrong = (layer: Layer, path: string, scale: RuleSource['scale'], level: Level) => {
    const levels = (scale === 'event' ? event : RESPONSE_LEVELS).join('、')
    return problem(layer.id, path, 'level-wrong', {
      zh: `${scale === 'event' ? '事件等级' : '响应等级'}是 ${levels}，不是 ${level}`,
      en: `${scale} levels are ${levels.split('、').join(', ')}, not ${level}`,
    })
  }
  const isWrong = (scale: RuleSource['scale'], level: Level) =>
    !(scale === 'event' ? event : RESPONSE_LEVELS).some((known) => known === level)
  return joined.layers.flatMap((layer) => [
    ...rulesOf(layer)
      .filter(({ rule }) => isWrong(rule.scale, rule.level))
      .map(({ rule, path }) => wrong(layer, `${path}.level`, rule.scale, rule.level)),
    ...eventLevelsNamed(layer)
      .filter(({ level }) => isWrong('event', level))
      .map(({ level, path }) => wrong(layer, path, 'event', level)),
  ])
}

type Level = EventLevel | ResponseLevel

/** Where else a layer names an event level. */
function eventLevelsNamed(layer: Layer): readonly { readonly level: EventLevel; readonly path: string }[] {
  const ofLimit = (limit: Limit, path: string) =>
    (limit.eventLevels ?? []).map((level) => ({ level, path: `${path}.eventLevels` }))
  return [
    ...(layer.handling ?? []).map(({ eventLevel: level }) => ({ level, path: `handling[${level}]` })),
    ...each(layer.proposals, 'proposals', byIndex, ({ eventLevel: level }, path) => [
      { level, path: `${path}.eventLevel` },
    ]),
    ...each(layer.limits, 'limits', byId, ofLimit),
    ...each(layer.situations, 'situations', byId, (situation, path) =>
      each(situation.limits, `${path}.limits`, byId, ofLimit),
    ),
  ]
}

/**
 * How many event levels there are is said once: by the highest plan that anybody issued. The base layer's are a proposal
 * and give way, though not to a school; below an issued plan a layer may put other words to the levels, and no other levels.
 */
export function levelsAreTheSameBelow(joined: Joined): readonly Problem[] {
  const levels = (layer: Layer | undefined) =>
    [...(layer?.scales?.event ?? [])]
      .map((row) => row.level)
      .sort()
      .join(', ')
  const stated = joined.layers.filter((layer) => layer.scales)
  return stated.flatMap((layer, index) => {
    const above = stated
      .slice(0, index)
      .reverse()
      .find((upper) => upper.kind !== 'nation' || layer.kind === 'school')
    if (!above || levels(layer) === levels(above)) return []
    return [
      problem(layer.id, 'scales.event', 'levels-changed', {
        zh: `上级预案的事件等级是 ${levels(above)}，下级只能换说法，不能增减`,
        en: `the layer above has event levels ${levels(above)}; a lower layer may name them otherwise, not add or drop any`,
      }),
    ]
  })
}

/** Every level has its words and its handling, and something in the plan asks for it. */
export function levelsAreCovered(joined: Joined): readonly Problem[] {
  const layer = lowestLayer(joined)
  const rules = joined.layers.flatMap(rulesOf).map(({ rule }) => rule)
  const missing = (path: string) =>
    problem(layer, path, 'level-missing', {
      zh: '缺少这一级的内容',
      en: 'nothing is said about this level',
    })
  const unreachable = (path: string) =>
    problem(layer, path, 'level-unreachable', {
      zh: '没有任何条款会得出这一级',
      en: 'no clause of the plan ever asks for this level',
    })
  const asked = new Set<string | number>([
    // Level 1 is what remains when nothing graver matches.
    1,
    ...rules.map((rule) => rule.level),
    ...[...joined.situations.values()].map((situation) => situation.response.level),
  ])
  // The plan's own levels, at least three; without a hole up to the gravest it names (G3).
  const gravest = Math.max(3, ...(joined.scales?.event ?? []).map((row) => row.level))
  const levels = EVENT_LEVELS.filter((level) => level <= gravest)
  return [
    ...levels
      .filter((level) => !joined.scales?.event.some((row) => row.level === level))
      .map((level) => missing(`scales.event[${level}]`)),
    ...RESPONSE_LEVELS.filter((level) => !joined.scales?.response.some((row) => row.level === level)).map(
      (level) => missing(`scales.response[${level}]`),
    ),
    ...levels
      .filter((level) => !joined.handling.some((row) => row.eventLevel === level))
      .map((level) => missing(`handling[${level}]`)),
    ...levels.filter((level) => !asked.has(level)).map((level) => unreachable(`scales.event[${level}]`)),
    ...RESPONSE_LEVELS.filter((level) => !asked.has(level)).map((level) =>
      unreachable(`scales.response[${level}]`),
    ),
  ]
}

/** Every grading rule a layer states, floors of its situations among them. */
export function rulesOf(layer: Layer): readonly { readonly rule: RuleSource; readonly path: string }[] {
  const found = (rule: RuleSource, path: string) => [{ rule, path }]
  return [
    ...each(layer.rules, 'rules', byIndex, found),
    ...each(layer.situations, 'situations', byId, (situation, path) =>
      each(situation.floors, `${path}.floors`, byIndex, found),
    ),
  ]
}
