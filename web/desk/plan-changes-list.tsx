// What changed between two effective plans, part by part, with what stood there before and what stands there now (G1). Comparing is
// core/plan/changes.ts.

import { PLAN_PARTS, type PlanChange } from '#core/plan/changes.ts'
import { planWords } from '#core/words/desk-plan.ts'
import { Chip } from '../parts/chip.tsx'
import { changeInWords } from '../talk/plan-change.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'

export function PlanChangesList({ changes }: { changes: readonly PlanChange[] }) {
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
                <Change key={`${change.kind}/${change.id}`} change={change} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Change({ change }: { change: PlanChange }) {
  const { lang } = useDesk()
  const t = useSay(planWords)
  const { title, text, fields } = changeInWords(change, lang)
  return (
    <li>
      <span className="line">
        <Chip>{t(`change.${change.kind}`)}</Chip>
        <b>{title}</b>
      </span>
      {text !== undefined && <p className="read">{text}</p>}
      {fields.map(({ field, before, after }) => (
        <div key={field} className="changes__values">
          {before !== undefined && (
            <p>
              <s>{t('change.before', { text: before })}</s>
            </p>
          )}
          {after !== undefined && <p>{t('change.after', { text: after })}</p>}
        </div>
      ))}
    </li>
  )
}
