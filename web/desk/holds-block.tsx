// B10: work that waits for an answer, in a room or the whole school, with a clock everyone concerned sees; how long it waited
// stays on record, because extra time is counted from it.

import { useState } from 'react'
import { heldMinutes, heldTime } from '#core/incident/held-time.ts'
import type { HoldOnRecord } from '#core/incident/state.ts'
import { handWords } from '#core/words/desk-hand.ts'
import { Button } from '../parts/button.tsx'
import { figures } from '../parts/clock-text.ts'
import { Icon } from '../parts/icon.tsx'
import { SelectField } from '../parts/select-field.tsx'
import { freshId } from '../talk/act.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { DraftSheet } from './draft-sheet.tsx'
import type { HandParts } from './hand-parts.ts'
import { SidePart } from './side-part.tsx'

export function HoldsBlock(parts: HandParts) {
  const { view, names, now, next } = parts
  const { time, clockWords } = useDesk()
  const t = useSay(handWords)
  const [starting, setStarting] = useState(false)
  const [ending, setEnding] = useState<HoldOnRecord>()
  const { incident } = view
  const may = (type: string) => view.may.includes(type)
  const place = (hold: HoldOnRecord) =>
    hold.room === undefined ? t('hold.whole') : names.room(incident.unit, hold.room)
  return (
    <SidePart
      title={t('hold.title')}
      side={
        may('StartHold') && (
          <Button size="s" kind="text" onPress={() => setStarting(true)}>
            {t('hold.start')}
          </Button>
        )
      }
    >
      {incident.holds.length === 0 && <p className="quieter">{t('hold.none')}</p>}
      <ul className="blocks">
        {incident.holds.map((hold) => {
          const from = time(hold.occurredAt, now)
          if (hold.ended) {
            const n = heldMinutes(heldTime(hold, now))
            return (
              <li key={hold.hold} className="quiet">
                {t('hold.lost', { place: place(hold), n, from, to: time(hold.ended.occurredAt, now) })}
              </li>
            )
          }
          const lost = Math.floor(heldTime(hold, now) / 1000)
          return (
            <li key={hold.hold} className="block">
              <b>
                <Icon name="hourglass" /> {t('hold.running', { place: place(hold), time: from })}
              </b>
              <span className="block__clock" role="timer" aria-live="off">
                {t('hold.since', { figures: figures(lost, clockWords) })}
              </span>
              {hold.reason !== undefined && <span className="quiet">{hold.reason}</span>}
              {may('EndHold') && (
                <Button
                  size="s"
                  kind={next?.kind === 'resume' && next.about === hold.hold ? 'solid' : 'outline'}
                  onPress={() => setEnding(hold)}
                >
                  {t('hold.end')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {starting && <StartSheet {...parts} onClose={() => setStarting(false)} />}
      {ending && <EndSheet {...parts} hold={ending} onClose={() => setEnding(undefined)} />}
    </SidePart>
  )
}

function StartSheet({ view, names, deeds, onClose }: HandParts & { onClose: () => void }) {
  const { kit } = useDesk()
  const t = useSay(handWords)
  const { incident } = view
  const [room, setRoom] = useState(incident.room ?? '')
  const rooms = (kit?.rooms ?? []).filter((one) => one.unit === incident.unit)
  return (
    <DraftSheet
      title={t('hold.start.title')}
      draft={`${incident.id}.hold`}
      label={t('hold.reason')}
      hint={t('hold.reason.hint')}
      rows={2}
      send={t('hold.start')}
      missing={(reason) => (reason === '' ? t('words.missing') : undefined)}
      onSend={(reason) =>
        deeds.give(t('hold.start'), 'StartHold', {
          hold: freshId(),
          ...(room === '' ? {} : { room }),
          reason,
        })
      }
      onClose={onClose}
      before={
        <SelectField
          label={t('hold.room')}
          options={[
            { value: '', label: t('hold.whole') },
            ...rooms.map((one) => ({ value: one.id, label: names.room(one.unit, one.id) })),
          ]}
          value={room}
          onChange={setRoom}
        />
      }
    />
  )
}

function EndSheet({ view, deeds, hold, onClose }: HandParts & { hold: HoldOnRecord; onClose: () => void }) {
  const t = useSay(handWords)
  return (
    <DraftSheet
      title={t('hold.end.title')}
      draft={`${view.incident.id}.resume.${hold.hold}`}
      label={t('hold.end.reason')}
      rows={2}
      send={t('hold.end')}
      missing={() => undefined}
      onSend={(reason) =>
        deeds.give(t('hold.end'), 'EndHold', { hold: hold.hold, ...(reason === '' ? {} : { reason }) })
      }
      onClose={onClose}
      after={<p className="quieter small">{t('hold.end.hint')}</p>}
    />
  )
}
