// What changed between two effective plans, part by part, with what stood there before and what stands there now (G1). Comparing is
// core/plan/changes.ts.

import { inLang } from '#core/basics/text.ts'
import { PLAN_PARTS, type PlanChange } from '#core/plan/changes.ts'
import { planWords } from '#core/words/desk-plan.ts'
import { Chip } from '../parts/chip.tsx'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'

export function PlanChangesList({ changes }: { changes: readonly PlanChange[] }) {
  const { lang } = useDesk()
  const t = useSay(planWords)
  if (changes.length === 0) return <p className="quieter">{t('change.none')}</p>
  const parts = PLAN_PARTS.filter((part) => changes.some((change) => change.part === part))
  return (
    <div className="changes">
      <p className="quieter small">{t('change.count', { n: changes.length })}</p>
      {parts.map((part) => (
        <section key={part} aria-label={t(`changes.${part}`)}>
          <h3>{t(`changes.${part}`)}</h3>
          <ul>
            {changes
              .filter((change) => change.part === part)
              .map((change) => (
                <li key={`${change.kind}/${change.id}`}>
                  <span className="line">
                    <Chip>{t(`change.${change.kind}`)}</Chip>
                    <b>{change.name ? inLang(change.name, lang) : change.id}</b>
                    {change.name && <span className="quieter small">{change.id}</span>}
                  </span>
                  {change.fields.map((field) => (
                    <dl key={field.field}>
                      <dt className="quieter small">{field.field}</dt>
                      {field.before !== undefined && (
                        <dd className="changes__before">{t('change.before', { text: field.before })}</dd>
                      )}
                      {field.after !== undefined && <dd>{t('change.after', { text: field.after })}</dd>}
                    </dl>
                  ))}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
