// Examples of the year's handbook as a bureau entered them (B8): document, year and place, the handling, and who entered it. Only
// these stand under that name; what is ours is headed as a suggestion elsewhere.

import type { EffectivePlan } from '#core/plan/effective.ts'
import type { ExampleView } from '#core/wire/view.ts'
import { fieldIncidentWords } from '#core/words/field-incident.ts'
import { useSay, useText } from '../talk/words.tsx'

export function ExampleList({ examples, plan }: { examples: readonly ExampleView[]; plan: EffectivePlan }) {
  const t = useSay(fieldIncidentWords)
  const text = useText()
  const document = (id: string) => {
    const name = plan.references.find((one) => one.id === id)?.name
    return name ? text(name) : id
  }
  return examples
    .filter((one) => !one.struck)
    .map((one) => (
      <div key={one.example} className="field__example">
        <b>{t('examples.place', { document: document(one.document), year: one.year, place: one.place })}</b>
        <span>{one.title}</span>
        {one.handling !== undefined && <p className="read">{one.handling}</p>}
        <span className="quieter small">{t('examples.by', { unit: text(one.unitName) })}</span>
      </div>
    ))
}
