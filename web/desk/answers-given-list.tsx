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
    <>
      <p className="unseen">{t('facts.title')}</p>
      <dl className="answers-given">
        {answers.map(({ id, ask, answer }) => (
          <div key={id}>
            <dt>{t('facts.asked', { ask })}</dt>
            <dd>{answer === undefined ? <Provisional>{t('facts.open')}</Provisional> : <b>{answer}</b>}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
