// The two scales: does every level exist, is it handled, can it be reached, and does each rule speak of its own scale?

import { EVENT_LEVELS, RESPONSE_LEVELS } from './grade-types.ts'
import { type Joined, lowestLayer } from './join.ts'
import type { Layer, RuleSource } from './layer.ts'
import { type Problem, problem } from './problem.ts'
import { byId, byIndex, each } from './references.ts'

/** An event rule asks for 1–3, a response rule for I–IV. */
export function levelsFitTheirScale(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer) =>
    rulesOf(layer)
      .filter(({ rule }) => (rule.scale === 'event') !== (typeof rule.level === 'number'))
      .map(({ rule, path }) =>
        problem(layer.id, `${path}.level`, 'level-wrong', {
          zh: `${rule.scale === 'event' ? '事件等级是 1、2、3' : '响应等级是 I、II、III、IV'}，不是 ${rule.level}`,
          en: `${rule.scale === 'event' ? 'event levels are 1, 2, 3' : 'response levels are I, II, III, IV'}, not ${rule.level}`,
        }),
      ),
  )
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
