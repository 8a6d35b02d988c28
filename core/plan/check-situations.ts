// Situations and the facts a plan speaks of: do conditions parse, are facts and their values real, are the holes in
// sentences fillable, can a person under stress use each situation?

import { rulesOf } from './check-levels.ts'
import { compileCondition } from './condition-compile.ts'
import { CHOICES, FACT_NAMES, isChoice, isFactName, isFactValue } from './facts.ts'
import { holesOf } from './hole.ts'
import type { Joined } from './join.ts'
import type { Layer, Question } from './layer.ts'
import { type Problem, problem } from './problem.ts'
import { byId, byIndex, each } from './references.ts'
import { isThresholdName, thresholdNumbers } from './threshold.ts'

/** Every condition parses, and names facts, values and situations that exist. */
export function conditionsCompile(joined: Joined): readonly Problem[] {
  const scenarios = new Set(joined.situations.keys())
  const thresholds = thresholdNumbers(joined.thresholds)
  return joined.layers.flatMap((layer) =>
    conditionsOf(layer).flatMap(({ when, path }) => {
      const compiled = compileCondition(when, thresholds, scenarios)
      if (!('problem' in compiled)) return []
      const { at, message } = compiled.problem
      return [
        problem(layer.id, path, 'condition-wrong', {
          zh: `条件“${when}”第 ${at + 1} 个字符：${message.zh}`,
          en: `condition "${when}", character ${at + 1}: ${message.en}`,
        }),
      ]
    }),
  )
}

function conditionsOf(layer: Layer): readonly { readonly when: string; readonly path: string }[] {
  const found = (stated: { readonly when: string }, path: string) => [
    { when: stated.when, path: `${path}.when` },
  ]
  return [
    ...rulesOf(layer).map(({ rule, path }) => ({ when: rule.when, path: `${path}.when` })),
    ...each(layer.proposals, 'proposals', byIndex, found),
    ...each(layer.doubts, 'doubts', byIndex, found),
    ...each(layer.alarms, 'alarms', byId, found),
    ...each(layer.parallel, 'parallel', byId, found),
    ...each(layer.jointDecisions, 'jointDecisions', byId, found),
  ]
}

/** Defaults, answers and doubts name facts that exist and values those can have. */
export function factsAreKnown(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer) => [
    ...each(layer.doubts, 'doubts', byIndex, (doubt, path) =>
      isFactName(doubt.fact) ? [] : [unknownFact(layer.id, `${path}.fact`, doubt.fact)],
    ),
    ...each(layer.situations, 'situations', byId, (situation, path) => [
      ...statedFacts(layer.id, situation.defaults, `${path}.defaults`),
      ...each(situation.questions, `${path}.questions`, byId, (question, at) =>
        each(question.answers, `${at}.answers`, byId, (answer, where) =>
          statedFacts(layer.id, answer.facts, where),
        ),
      ),
    ]),
  ])
}

function statedFacts(
  layer: string,
  facts: Readonly<Record<string, string | number>>,
  path: string,
): readonly Problem[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    if (!isFactName(name)) return [unknownFact(layer, `${path}.${name}`, name)]
    if (isFactValue(name, value)) return []
    const allowed = isChoice(name) ? CHOICES[name].join(' | ') : '0 … 1000000'
    return [
      problem(layer, `${path}.${name}`, 'fact-value', {
        zh: `“${name}”没有值“${value}”，只能是 ${allowed}`,
        en: `${name} cannot be "${value}"; it is ${allowed}`,
      }),
    ]
  })
}

function unknownFact(layer: string, path: string, name: string): Problem {
  return problem(layer, path, 'fact-unknown', {
    zh: `没有叫“${name}”的事实；有的是 ${FACT_NAMES.join('、')}`,
    en: `there is no fact "${name}"; there are ${FACT_NAMES.join(', ')}`,
  })
}

/** A hole `{…}` in a sentence names a fact or a threshold of the plan; before anything is reported, a threshold. */
export function holesAreKnown(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer) => {
    const sentences = [
      ...rulesOf(layer).map(({ rule, path }) => ({ text: rule.because, path: `${path}.because` })),
      ...(layer.proposals ?? []).map((one, index) => ({
        text: one.because,
        path: `proposals[${index}].because`,
      })),
      ...(layer.doubts ?? []).map((one, index) => ({ text: one.ask, path: `doubts[${index}].ask` })),
      ...(layer.situations ?? []).map((one) => ({
        text: one.response.because,
        path: `situations[${one.id}].response.because`,
      })),
    ]
    const beforehand = (layer.situations ?? []).flatMap((one) => [
      { text: one.hint, path: `situations[${one.id}].hint`, beforehand: true },
      { text: one.trigger, path: `situations[${one.id}].trigger`, beforehand: true },
    ])
    const known = (name: string, early: boolean) => isThresholdName(name) || (isFactName(name) && !early)
    return [...sentences.map((one) => ({ ...one, beforehand: false })), ...beforehand].flatMap(
      ({ text, path, beforehand: early }) =>
        [...new Set([...holesOf(text.zh), ...holesOf(text.en)])]
          .filter((name) => !known(name, early))
          .map((name) =>
            problem(layer.id, path, 'hole-unknown', {
              zh: `句子里的 {${name}} 不是事实的名字，也不是界限的名字`,
              en: `{${name}} in the sentence is not the name of a fact or of a threshold`,
            }),
          ),
    )
  })
}

/** Somebody who opens a situation finds what to do first, and questions that can be answered with one tap. */
export function situationsAreUsable(joined: Joined): readonly Problem[] {
  return [...joined.situations.values()].flatMap((situation) => {
    const path = `situations[${situation.id}]`
    const stating = joined.layers.filter((layer) => layer.situations?.some((one) => one.id === situation.id))
    const layer = stating[stating.length - 1]?.id ?? 'plan'
    return [
      ...stepsOf(layer, situation.steps, path),
      ...each(situation.questions, `${path}.questions`, byId, (question, at) =>
        questionOf(layer, question, at),
      ),
    ]
  })
}

function stepsOf(layer: string, steps: readonly { readonly first?: boolean | undefined }[], path: string) {
  if (steps.length === 0) {
    // Still gradable; a person gets the grade and the line, but no steps.
    return [
      problem(
        layer,
        `${path}.steps`,
        'steps-missing',
        { zh: '没有写处置步骤', en: 'no steps are given' },
        'warning',
      ),
    ]
  }
  if (steps.some((step) => step.first)) return []
  return [
    problem(layer, `${path}.steps`, 'first-step-missing', {
      zh: '没有标明先做哪一步（first: true）',
      en: 'no step is marked as the one to do first (first: true)',
    }),
  ]
}

function questionOf(layer: string, question: Question, path: string): readonly Problem[] {
  if ((question.answers === undefined) === (question.number === undefined)) {
    return [
      problem(layer, path, 'question-wrong', {
        zh: '要么给出选项（answers），要么填一个数（number）',
        en: 'give either answers to choose from or the number it asks for',
      }),
    ]
  }
  if (question.number !== undefined) {
    if (isFactName(question.number) && !isChoice(question.number)) return []
    return [
      problem(layer, `${path}.number`, 'question-wrong', {
        zh: `“${question.number}”不是可以填数的事实`,
        en: `"${question.number}" is not a fact that is a number`,
      }),
    ]
  }
  const count = question.answers?.length ?? 0
  if (count >= 2 && count <= 4) return []
  return [
    problem(layer, `${path}.answers`, 'question-wrong', {
      zh: `一问给 2 到 4 个选项，这里有 ${count} 个`,
      en: `a question has two to four answers, this one has ${count}`,
    }),
  ]
}
