// Changing the level: both scales as they stand, another one chosen, and the reason that goes on record (A6). Raising holds at
// once; lowering says whose agreement it needs and becomes a proposal.

import { useState } from 'react'
import { loweringTier, lowers, mayLower } from '#core/incident/lowerings.ts'
import { eventLevels } from '#core/plan/effective.ts'
import { EVENT_LEVELS, type EventLevel, RESPONSE_LEVELS, type ResponseLevel } from '#core/plan/grade-types.ts'
import { deskWords } from '#core/words/desk.ts'
import { upWords } from '#core/words/desk-up.ts'
import { Segments } from '../parts/segments.tsx'
import { freshId } from '../talk/act.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { DraftSheet } from './draft-sheet.tsx'
import type { HandParts } from './hand-parts.ts'

export function RegradeSheet({ view, plan, names, deeds, onClose }: HandParts & { onClose: () => void }) {
  const { me } = useDesk()
  const t = useSay(deskWords)
  const u = useSay(upWords)
  const { grades, id } = view.incident
  const inForce = grades[grades.length - 1]
  const [event, setEvent] = useState<EventLevel | undefined>(inForce?.eventLevel)
  const [response, setResponse] = useState<ResponseLevel | undefined>(inForce?.responseLevel)
  const to = event && response && { eventLevel: event, responseLevel: response }
  const falls = inForce !== undefined && to !== undefined && lowers(inForce, to)
  const by = { person: me.person.id, post: me.post.id, postKind: me.post.kind, unit: me.post.unit }
  const needs =
    plan && falls && !mayLower(view.incident, plan, by, inForce, to)
      ? loweringTier(view.incident, plan, inForce, to)
      : undefined
  const same = event === inForce?.eventLevel && response === inForce?.responseLevel
  return (
    <DraftSheet
      title={t('regrade.title')}
      draft={`${id}.regrade`}
      label={t('regrade.reason')}
      hint={t('regrade.reason.hint')}
      send={needs ? u('lowering.send', { tier: names.tier(needs) }) : t('regrade.send')}
      missing={(reason) =>
        same ? t('regrade.same') : reason === '' ? t('regrade.reason.missing') : undefined
      }
      onSend={(reason) =>
        deeds.give(t('regrade.open'), 'Regrade', {
          ...to,
          reason,
          ...(needs === undefined ? {} : { lowering: freshId() }),
        })
      }
      onClose={onClose}
      before={
        <>
          <Segments
            label={t('regrade.event')}
            options={(plan ? eventLevels(plan) : EVENT_LEVELS).map((level) => ({
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
      after={
        <>
          {needs !== undefined && <p>{u('lowering.needs', { tier: names.tier(needs) })}</p>}
          {!falls && !same && <p>{u('lowering.raise')}</p>}
          <p className="quieter small">{t('regrade.kept')}</p>
        </>
      }
    />
  )
}

function labelOf(words: { number: string; choice?: string | undefined }): string {
  return words.choice ?? words.number
}
