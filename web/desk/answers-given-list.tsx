// Under the report: every question that its situation asks, with what the school answered. What nobody answered is
// dashed, because "nobody said" and "nothing happened" are not the same.

import { deskWords } from '#core/words/desk.ts'
import { Provisional } from '../parts/chip.tsx'
import { useSay } from '../talk/words.tsx'
import type { AnswerGiven } from './answers-given.ts'

export function AnswersGiven({ answers }: { answers: readonly AnswerGiven[] }) {
  const t = useSay(deskWords)
  if (answers.length === 0) return null
  return (
    <ul className="answers-given" aria-label={t('facts.title')}>
      {answers.map(({ id, ask, answer }) => (
        <li key={id}>
          {t('facts.asked', { ask })}
          {answer === undefined ? <Provisional>{t('facts.open')}</Provisional> : <b>{answer}</b>}
        </li>
      ))}
    </ul>
  )
}
