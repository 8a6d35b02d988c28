// Whether somebody is hurt was not said: stands in bold until it is. When it was said, that is an alarm's business.

import type { Situation } from '#core/plan/effective.ts'
import type { StatedFacts } from '#core/plan/facts.ts'
import { fieldWords } from '#core/words/field.ts'
import { Banner } from '../parts/notice.tsx'
import { useSay } from '../talk/words.tsx'
import { isInjuryOpen } from './report-draft.ts'

export interface InjuryOpenProps {
  situation: Situation
  stated: StatedFacts
}

/** Nothing where the situation does not ask. */
export function InjuryOpen({ situation, stated }: InjuryOpenProps) {
  const t = useSay(fieldWords)
  if (!isInjuryOpen(situation, stated)) return null
  return (
    <Banner icon="warning" tone="dashed">
      <b>{t('injury.open')}</b>
    </Banner>
  )
}
