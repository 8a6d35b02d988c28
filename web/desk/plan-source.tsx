// Where a clause stands: document and place, of which layer and version, who issued it and when, and whether it is official, derived
// or only proposed. What is not official is dashed and says so in words.

import { inLang } from '#core/basics/text.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { planWords } from '#core/words/desk-plan.ts'
import { Chip, Provisional } from '../parts/chip.tsx'
import { useSay } from '../talk/words.tsx'
import { cite } from './cite.ts'
import { useDesk } from './desk-data.tsx'

export function PlanSource({ plan, clause: id }: { plan: EffectivePlan; clause: string | undefined }) {
  const { lang } = useDesk()
  const t = useSay(planWords)
  const clause = id === undefined ? undefined : plan.clauses[id]
  if (!clause) return null
  const layer = plan.layers.find((one) => one.id === clause.layer)
  return (
    <p className="plan-source">
      {clause.status === 'official' ? (
        <Chip>{t('status.official')}</Chip>
      ) : (
        <Provisional>{t(`status.${clause.status}`)}</Provisional>
      )}
      <span>{cite(clause, lang)}</span>
      {layer && (
        <span className="quieter">
          {t('source.layer', {
            version: layer.version,
            issuer: inLang(layer.issuer, lang),
            date: layer.issuedOn,
          })}
        </span>
      )}
    </p>
  )
}
