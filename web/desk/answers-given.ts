// What was answered to the questions of a situation, read back from the facts on record: the record keeps facts, not
// which button was pressed. Pure. What the plan makes of the facts is core/plan/grade.ts.

import { inLang, type Lang } from '#core/basics/text.ts'
import type { Situation } from '#core/plan/effective.ts'
import { type FactValue, isFactName, isFactValue, type StatedFacts } from '#core/plan/facts.ts'
import type { Question } from '#core/plan/layer.ts'
import { deskWords } from '#core/words/desk.ts'
import { sayFact, sayValue } from '#core/words/grading.ts'
import { say } from '#core/words/say.ts'

export interface AnswerGiven {
  /** Of the question. */
  readonly id: string
  /** The question, without its question mark. */
  readonly ask: string
  /** Undefined when nobody has answered it. */
  readonly answer?: string
}

/** Every question of the situation in the plan's order, answered or not. */
export function answersGiven(situation: Situation, stated: StatedFacts, lang: Lang): readonly AnswerGiven[] {
  return situation.questions.map((question) => {
    const answer = answerTo(question, stated, lang)
    const ask = inLang(question.ask, lang).replace(/[？?]$/, '')
    return { id: question.id, ask, ...(answer === undefined ? {} : { answer }) }
  })
}

function answerTo(question: Question, stated: StatedFacts, lang: Lang): string | undefined {
  if (question.number !== undefined) {
    const number = statedValue(stated, question.number)
    return number === undefined ? undefined : String(number)
  }
  const answers = question.answers ?? []
  const fitting = answers.filter((answer) =>
    Object.entries(answer.facts).every(([fact, value]) => statedValue(stated, fact) === value),
  )
  // Two answers that state the same cannot be told apart by the record: both are said.
  if (fitting.length > 0) {
    return fitting.map((answer) => inLang(answer.label, lang)).join(say(deskWords, 'facts.or', lang))
  }
  // A later word changed one of its facts: those on record are said as they are.
  const facts = [...new Set(answers.flatMap((answer) => Object.keys(answer.facts)))]
  const said = facts.flatMap((fact) => {
    const value = statedValue(stated, fact)
    return value === undefined || !isFactName(fact)
      ? []
      : [`${sayFact(fact, lang)} ${sayValue(fact, value, lang)}`]
  })
  return said.length === 0 ? undefined : said.join(say(deskWords, 'comma', lang))
}

function statedValue(stated: StatedFacts, fact: string): FactValue | undefined {
  if (!isFactName(fact)) return undefined
  const value = stated[fact]
  return isFactValue(fact, value) ? value : undefined
}
