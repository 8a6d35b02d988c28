// How the handling runs: what waits for an answer with its clock (B10), and the response with its level and end (A7).

import { MINUTE } from '#core/basics/instant.ts'
import { heldTime } from '#core/incident/held-time.ts'
import type { HoldOnRecord } from '#core/incident/state.ts'
import { fieldIncidentWords } from '#core/words/field-incident.ts'
import { Button } from '../parts/button.tsx'
import { Provisional } from '../parts/chip.tsx'
import { figures } from '../parts/clock-text.ts'
import { Section } from '../parts/list-row.tsx'
import { Banner } from '../parts/notice.tsx'
import { ResponseLevel } from '../parts/response-level.tsx'
import { useClockWords, useTimeOfDay } from '../talk/clock-words.ts'
import { useJoined } from '../talk/joined.ts'
import { rankOf, useLevelWords } from '../talk/level-words.ts'
import { useNow } from '../talk/now.ts'
import { mayEndHold, openHolds } from '../talk/possible.ts'
import { useMe } from '../talk/session.tsx'
import { useSay } from '../talk/words.tsx'
import { useInHand, useRoomName, useWhoWhen } from './in-hand.tsx'

/** 第3测试室等答复，已等 07:12: one for each place that waits. */
export function OpenHolds() {
  const { incident } = useInHand()
  return openHolds(incident).map((hold) => <OpenHold key={hold.hold} hold={hold} />)
}

function OpenHold({ hold }: { hold: HoldOnRecord }) {
  const t = useSay(fieldIncidentWords)
  const inHand = useInHand()
  const roomName = useRoomName()
  const whoWhen = useWhoWhen()
  const now = useNow()
  const words = useClockWords()
  const room = roomName(hold.room)
  const sent = inHand.waiting('EndHold', hold.hold)
  const mayEnd = inHand.may('EndHold') && mayEndHold(hold, inHand)
  return (
    <Banner
      icon="hourglass"
      tone="dashed"
      action={
        sent ? (
          <Provisional>{t('hold.pending')}</Provisional>
        ) : mayEnd ? (
          <Button
            kind={inHand.isNext('resume', hold.hold) ? 'solid' : 'outline'}
            onPress={() => inHand.open('EndHold', hold.hold)}
          >
            {t('hold.go-on')}
          </Button>
        ) : undefined
      }
    >
      <span className="field__hold">
        <b>{room === undefined ? t('hold.all') : t('hold.room', { room })}</b>
        <b className="clock__main" role="timer" aria-live="off">
          {t('hold.waited', { figures: figures(heldTime(hold, now) / 1000, words) })}
        </b>
      </span>
      <span className="quiet small">{hold.reason ?? t('hold.text')}</span>
      {hold.reason !== undefined && <span className="quieter small field__by">{whoWhen(hold)}</span>}
    </Banner>
  )
}

/** The response in words: started or over, at which level, until when, with which measures. */
export function ResponseState() {
  const t = useSay(fieldIncidentWords)
  const inHand = useInHand()
  const { incident, plan } = inHand
  const whoWhen = useWhoWhen()
  const join = useJoined()
  const me = useMe()
  const now = useNow(30_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const levels = useLevelWords(plan)
  const { responseStarted: started, responseChanges, responseEnded: ended } = incident
  if (!started) return null
  const changed = responseChanges[responseChanges.length - 1]
  const current = changed ?? started
  const over = ended !== undefined && ended.recordedAt >= started.recordedAt
  const until = current.occurredAt + current.expectedMinutes * MINUTE
  const at = timeOfDay(until, now)
  return (
    <Section
      title={t(over ? 'response.ended' : 'response.running')}
      side={over ? undefined : t(until < now ? 'response.over-time' : 'response.until', { at })}
    >
      <div className="card field__card">
        <div className="line">
          <ResponseLevel
            level={rankOf(current.responseLevel)}
            say={levels.response(current.responseLevel)}
            over={over}
          />
          <span className="quieter small">{over && ended ? whoWhen(ended) : whoWhen(current)}</span>
        </div>
        {(over ? ended?.reason : current.measures) !== undefined && (
          <p className="read">{over ? ended?.reason : current.measures}</p>
        )}
        {changed && !over && (
          <p className="quieter small">
            {join(
              t('response.changed', { n: responseChanges.length, who: whoWhen(changed) }),
              changed.reason,
            )}
          </p>
        )}
        {(inHand.may('ChangeResponse') || inHand.may('EndResponse')) && (
          <div className="note__ways">
            {inHand.may('ChangeResponse') && (
              <Button onPress={() => inHand.open('ChangeResponse')}>{t('response.change')}</Button>
            )}
            {inHand.may('EndResponse') && (
              <Button onPress={() => inHand.open('EndResponse')}>{t('response.end')}</Button>
            )}
          </div>
        )}
      </div>
    </Section>
  )
}
