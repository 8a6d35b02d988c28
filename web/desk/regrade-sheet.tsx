// Changing the level: both scales as they stand, another one chosen, and the reason that goes on record (A6).

import { useState } from 'react'
import { EVENT_LEVELS, type EventLevel, RESPONSE_LEVELS, type ResponseLevel } from '#core/plan/grade-types.ts'
import { deskWords } from '#core/words/desk.ts'
import { Segments } from '../parts/segments.tsx'
import { useSay } from '../talk/words.tsx'
import { DraftSheet } from './draft-sheet.tsx'
import type { HandParts } from './hand-parts.ts'

export function RegradeSheet({ view, names, deeds, onClose }: HandParts & { onClose: () => void }) {
  const t = useSay(deskWords)
  const { grades, id } = view.incident
  const inForce = grades[grades.length - 1]
  const [event, setEvent] = useState<EventLevel | undefined>(inForce?.eventLevel)
  const [response, setResponse] = useState<ResponseLevel | undefined>(inForce?.responseLevel)
  const same = event === inForce?.eventLevel && response === inForce?.responseLevel
  return (
    <DraftSheet
      title={t('regrade.title')}
      draft={`${id}.regrade`}
      label={t('regrade.reason')}
      hint={t('regrade.reason.hint')}
      send={t('regrade.send')}
      missing={(reason) =>
        same ? t('regrade.same') : reason === '' ? t('regrade.reason.missing') : undefined
      }
      onSend={(reason) =>
        deeds.give(t('regrade.open'), 'Regrade', { eventLevel: event, responseLevel: response, reason })
      }
      onClose={onClose}
      before={
        <>
          <Segments
            label={t('regrade.event')}
            options={EVENT_LEVELS.map((level) => ({
              value: String(level),
              label: labelOf(names.event(level)),
            }))}
            value={event === undefined ? undefined : String(event)}
            onChoose={(value) => setEvent(EVENT_LEVELS.find((level) => String(level) === value))}
          />
          <Segments
            label={t('regrade.response')}
            options={RESPONSE_LEVELS.map((level) => ({
              value: level,
              label: labelOf(names.response(level)),
            }))}
            value={response}
            onChoose={setResponse}
          />
        </>
      }
      after={<p className="quieter small">{t('regrade.kept')}</p>}
    />
  )
}

function labelOf(words: { number: string; choice?: string | undefined }): string {
  return words.choice ?? words.number
}
