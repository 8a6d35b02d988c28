// Changing the level: both scales as they stand, another one chosen, and the reason that goes on record (A6).

import { useState } from 'react'
import { EVENT_LEVELS, type EventLevel, RESPONSE_LEVELS, type ResponseLevel } from '#core/plan/grade-types.ts'
import { deskWords } from '#core/words/desk.ts'
import { Button } from '../parts/button.tsx'
import { TextArea } from '../parts/field.tsx'
import { Segments } from '../parts/segments.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { useSay } from '../talk/words.tsx'
import { useDraft } from './draft.ts'
import type { HandParts } from './hand-parts.ts'

export function RegradeSheet({ view, names, deeds, onClose }: HandParts & { onClose: () => void }) {
  const t = useSay(deskWords)
  const { grades, id } = view.incident
  const inForce = grades[grades.length - 1]
  const [event, setEvent] = useState<EventLevel | undefined>(inForce?.eventLevel)
  const [response, setResponse] = useState<ResponseLevel | undefined>(inForce?.responseLevel)
  const [reason, setReason] = useDraft(`${id}.regrade`)
  const same = event === inForce?.eventLevel && response === inForce?.responseLevel
  const missing = same ? t('regrade.same') : reason.trim() === '' ? t('regrade.reason.missing') : undefined
  return (
    <Sheet
      open
      title={t('regrade.title')}
      closeName={t('close')}
      onClose={onClose}
      foot={
        <Button
          kind="solid"
          wide
          missing={missing}
          busyLabel={t('sending')}
          onPress={async () => {
            const data = { eventLevel: event, responseLevel: response, reason: reason.trim() }
            if (await deeds.give(t('regrade.open'), 'Regrade', data)) {
              setReason('')
            }
            onClose()
          }}
        >
          {t('regrade.send')}
        </Button>
      }
    >
      <Segments
        label={t('regrade.event')}
        options={EVENT_LEVELS.map((level) => ({
          value: String(level),
          label: levelLabel(names.event(level)),
        }))}
        value={event === undefined ? undefined : String(event)}
        onChoose={(value) => setEvent(Number(value) as EventLevel)}
      />
      <Segments
        label={t('regrade.response')}
        options={RESPONSE_LEVELS.map((level) => ({ value: level, label: levelLabel(names.response(level)) }))}
        value={response}
        onChoose={setResponse}
      />
      <TextArea
        label={t('regrade.reason')}
        value={reason}
        onChange={setReason}
        placeholder={t('regrade.reason.hint')}
        maxLength={4000}
      />
      <p className="quieter small">{t('regrade.kept')}</p>
    </Sheet>
  )
}

function levelLabel(words: { number: string; word?: string | undefined }): string {
  return words.word === undefined ? words.number : `${words.number} ${words.word}`
}
