// Steps that were not needed or not possible: chosen, with the reason that goes on record. Not done, and no longer owed.

import { useState } from 'react'
import { inLang } from '#core/basics/text.ts'
import type { Step } from '#core/plan/layer.ts'
import { handWords } from '#core/words/desk-hand.ts'
import { Tag } from '../parts/chip.tsx'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { DraftSheet } from './draft-sheet.tsx'
import type { HandParts } from './hand-parts.ts'

export function SkipSheet({
  view,
  deeds,
  steps,
  onClose,
}: HandParts & { steps: readonly Step[]; onClose: () => void }) {
  const { lang } = useDesk()
  const t = useSay(handWords)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return (
    <DraftSheet
      title={t('skip.title')}
      draft={`${view.incident.id}.skip`}
      label={t('reason')}
      hint={t('skip.reason.hint')}
      rows={2}
      send={t('skip.send')}
      missing={(reason) =>
        chosen.size === 0 ? t('skip.none') : reason === '' ? t('reason.missing') : undefined
      }
      onSend={(reason) => deeds.give(t('skip.send'), 'SkipSteps', { steps: [...chosen], reason })}
      onClose={onClose}
      before={
        <div className="tags">
          {steps.map((step) => (
            <Tag key={step.id} on={chosen.has(step.id)} onPress={() => toggle(step.id)}>
              {inLang(step.text, lang)}
            </Tag>
          ))}
        </div>
      }
    />
  )
}
