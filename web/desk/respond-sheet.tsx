// A4: the first measure, or the start of the response with how long it will take, where this post owes it.

import { useState } from 'react'
import { actWords } from '#core/words/act.ts'
import { deskWords } from '#core/words/desk.ts'
import { NumberField } from '../parts/field.tsx'
import { useSay } from '../talk/words.tsx'
import { DraftSheet } from './draft-sheet.tsx'
import type { HandParts } from './hand-parts.ts'

export function RespondSheet({
  view,
  deeds,
  type,
  onClose,
}: HandParts & { type: string; onClose: () => void }) {
  const t = useSay(deskWords)
  const act = useSay(actWords)
  const [minutes, setMinutes] = useState<number>()
  const starts = type === 'StartResponse'
  const title = act(starts ? 'deed.StartResponse' : 'deed.TakeMeasure')
  return (
    <DraftSheet
      title={title}
      draft={`${view.incident.id}.measure`}
      label={act(starts ? 'StartResponse.measures' : 'TakeMeasure.measure')}
      hint={act('TakeMeasure.measure.hint')}
      rows={3}
      send={title}
      missing={(measure) =>
        starts && minutes === undefined
          ? act('form.missing', { field: act('StartResponse.expectedMinutes') })
          : measure === ''
            ? t('composer.missing')
            : undefined
      }
      onSend={(measure) =>
        deeds.give(title, type, starts ? { expectedMinutes: minutes, measures: measure } : { measure })
      }
      onClose={onClose}
      before={
        starts && (
          <NumberField
            label={act('StartResponse.expectedMinutes')}
            value={minutes}
            onChange={setMinutes}
            min={1}
            max={2880}
            say={{ less: '−', more: '+' }}
          />
        )
      }
    />
  )
}
