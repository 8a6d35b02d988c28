// How many incidents are verified, not verified yet and refuted, told apart: public figures count only the first.

import { useMemo } from 'react'
import { upWords } from '#core/words/desk-up.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { verdictFigures } from './figures.ts'

export function VerdictFigures() {
  const { rows } = useDesk()
  const t = useSay(upWords)
  const { verified, unverified, refuted } = useMemo(() => verdictFigures(rows), [rows])
  if (verified + unverified + refuted === 0) return null
  return (
    <span className="verdict-figures">
      <span>
        {t('verdict.verified')} <b>{verified}</b>
      </span>
      <span>
        {t('figures.unverified')} <b>{unverified}</b>
      </span>
      <span>
        {t('verdict.refuted')} <b>{refuted}</b>
      </span>
      <span className="quieter">{t('figures.public')}</span>
    </span>
  )
}
