// A7: the response of the incident: whether it runs, at which level, until when, with what measures; started, changed and ended
// by those whom the plan names, and by nobody else.

import { useState } from 'react'
import { MINUTE } from '#core/basics/instant.ts'
import { tierOf } from '#core/basics/tier.ts'
import { findGrade } from '#core/incident/look-up.ts'
import type { Incident } from '#core/incident/state.ts'
import { type ResponseLevel as Level, RESPONSE_LEVELS } from '#core/plan/grade-types.ts'
import { deskWords } from '#core/words/desk.ts'
import { handWords } from '#core/words/desk-hand.ts'
import { Button } from '../parts/button.tsx'
import { Chip } from '../parts/chip.tsx'
import { NumberField, TextArea } from '../parts/field.tsx'
import { ResponseLevel } from '../parts/response-level.tsx'
import { Segments } from '../parts/segments.tsx'
import { rankOf } from '../talk/level-words.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { useDraft } from './draft.ts'
import { DraftSheet, MAX_TEXT } from './draft-sheet.tsx'
import type { HandParts } from './hand-parts.ts'
import { RespondSheet } from './respond-sheet.tsx'
import { SidePart } from './side-part.tsx'
import { whoDid } from './who-did.ts'

/** What holds now: the last change, else what was started; none before a start and after its end. */
export function runningResponse(incident: Incident): Incident['responseStarted'] {
  const { responseStarted: started, responseChanges, responseEnded: ended } = incident
  if (!started || (ended && ended.recordedAt >= started.recordedAt)) return undefined
  const last = responseChanges[responseChanges.length - 1]
  return last && last.recordedAt >= started.recordedAt ? last : started
}

export function ResponseBlock(parts: HandParts) {
  const { view, plan, names, now, next } = parts
  const { time } = useDesk()
  const t = useSay(handWords)
  const d = useSay(deskWords)
  const [sheet, setSheet] = useState<'start' | 'change' | 'end'>()
  const { incident } = view
  const may = (type: string) => view.may.includes(type)
  const running = runningResponse(incident)
  const until = running && running.occurredAt + running.expectedMinutes * MINUTE
  const named = plan?.commanders.find((one) => one.tier === tierOf(incident.unit))?.posts ?? []
  const ended = incident.responseEnded
  return (
    <SidePart title={t('response.title')}>
      {running && until !== undefined ? (
        <>
          <p className="line">
            <ResponseLevel
              level={rankOf(running.responseLevel)}
              say={names.response(running.responseLevel)}
            />
            {now > until && <Chip icon="clock">{t('response.over-time')}</Chip>}
          </p>
          <p>{t('response.running', { time: time(running.occurredAt, now), until: time(until, now) })}</p>
          {running.measures !== undefined && <p>{t('response.measures', { text: running.measures })}</p>}
        </>
      ) : (
        !ended && <p>{t('response.none')}</p>
      )}
      {incident.responseChanges.map((change) => (
        <p key={change.recordedAt} className="quieter small">
          {t('response.changed', {
            time: time(change.occurredAt, now),
            name: whoDid(change.by, view, names),
            level: names.response(change.responseLevel).whole,
            reason: change.reason ?? d('story.withheld'),
          })}
        </p>
      ))}
      {ended && !running && (
        <p>
          {t('response.ended', {
            time: time(ended.occurredAt, now),
            reason: ended.reason ?? d('story.withheld'),
          })}
        </p>
      )}
      {named.length > 0 && (
        <p className="quieter small">
          {t('response.by', { posts: named.map((post) => names.post(post)).join(d('comma')) })}
        </p>
      )}
      <div className="line">
        {may('StartResponse') && !running && (
          <Button
            size="s"
            kind={next?.type === 'StartResponse' ? 'solid' : 'outline'}
            onPress={() => setSheet('start')}
          >
            {t('response.start')}
          </Button>
        )}
        {may('ChangeResponse') && running && (
          <Button size="s" onPress={() => setSheet('change')}>
            {t('response.change')}
          </Button>
        )}
        {may('EndResponse') && running && (
          <Button
            size="s"
            kind={next?.kind === 'end-response' ? 'solid' : 'outline'}
            onPress={() => setSheet('end')}
          >
            {t('response.end')}
          </Button>
        )}
      </div>
      {sheet === 'start' && (
        <RespondSheet {...parts} type="StartResponse" onClose={() => setSheet(undefined)} />
      )}
      {sheet === 'change' && <ChangeSheet {...parts} onClose={() => setSheet(undefined)} />}
      {sheet === 'end' && <EndSheet {...parts} onClose={() => setSheet(undefined)} />}
    </SidePart>
  )
}

function ChangeSheet({ view, names, deeds, onClose }: HandParts & { onClose: () => void }) {
  const t = useSay(handWords)
  const { incident } = view
  const running = runningResponse(incident)
  const [level, setLevel] = useState<Level | undefined>(
    running?.responseLevel ?? findGrade(incident)?.responseLevel,
  )
  const [minutes, setMinutes] = useState<number>()
  const [measures, setMeasures] = useDraft(`${incident.id}.response.measures`, running?.measures)
  return (
    <DraftSheet
      title={t('response.change.title')}
      draft={`${incident.id}.response.reason`}
      label={t('reason')}
      rows={2}
      send={t('response.change.send')}
      missing={(reason) =>
        minutes === undefined
          ? t('response.minutes.missing')
          : measures.trim() === ''
            ? t('response.measures.missing')
            : reason === ''
              ? t('reason.missing')
              : undefined
      }
      onSend={async (reason) => {
        const data = { responseLevel: level, expectedMinutes: minutes, measures: measures.trim(), reason }
        const sent = await deeds.give(t('response.change.send'), 'ChangeResponse', data)
        if (sent) setMeasures('')
        return sent
      }}
      onClose={onClose}
      before={
        <>
          <Segments
            label={t('response.level')}
            options={RESPONSE_LEVELS.map((one) => ({
              value: one,
              label: names.response(one).choice ?? names.response(one).number,
            }))}
            value={level}
            onChoose={setLevel}
          />
          <NumberField
            label={t('response.minutes')}
            value={minutes}
            onChange={setMinutes}
            min={1}
            max={2880}
            say={{ less: '−', more: '+' }}
          />
          <TextArea
            label={t('response.measures.label')}
            value={measures}
            onChange={setMeasures}
            rows={2}
            maxLength={MAX_TEXT}
          />
        </>
      }
    />
  )
}

function EndSheet({ view, deeds, onClose }: HandParts & { onClose: () => void }) {
  const t = useSay(handWords)
  return (
    <DraftSheet
      title={t('response.end.title')}
      draft={`${view.incident.id}.response.end`}
      label={t('reason')}
      hint={t('response.end.hint')}
      rows={3}
      send={t('response.end')}
      missing={(reason) => (reason === '' ? t('reason.missing') : undefined)}
      onSend={(reason) => deeds.give(t('response.end'), 'EndResponse', { reason })}
      onClose={onClose}
    />
  )
}
