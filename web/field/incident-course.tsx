// How the handling runs: what waits for an answer with its clock (B10), and the response with its level and end (A7).

import { MINUTE } from '#core/basics/instant.ts'
import { tierOf } from '#core/basics/tier.ts'
import { heldTime } from '#core/incident/held-time.ts'
import { isHoldAnswered } from '#core/incident/hold-answer.ts'
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
import { useInHand, usePostName, useRoomName, useWhoWhen } from './in-hand.tsx'

/**
 * 第3测试室等答复，已等 07:12: one for each place that waits. With `answered` those whose answer is here: they stand below
 * it, for from then on the answer is what one goes by.
 */
export function OpenHolds({ answered = false }: { answered?: boolean }) {
  const { incident, plan } = useInHand()
  return openHolds(incident)
    .filter((hold) => isHoldAnswered(incident, plan, hold) === answered)
    .map((hold) => <OpenHold key={hold.hold} hold={hold} answered={answered} />)
}

function OpenHold({ hold, answered }: { hold: HoldOnRecord; answered: boolean }) {
  const t = useSay(fieldIncidentWords)
  const inHand = useInHand()
  const resumes = useResumingPost(hold)
  const roomName = useRoomName()
  const whoWhen = useWhoWhen()
  const now = useNow()
  const words = useClockWords()
  const room = roomName(hold.room)
  const sent = inHand.waiting('EndHold', hold.hold)
  const mayEnd = inHand.may('EndHold') && mayEndHold(hold, inHand)
  const waits = room === undefined ? t('hold.all') : t('hold.room', { room })
  return (
    <Banner
      icon={answered ? 'message' : 'hourglass'}
      tone={answered ? 'mine' : 'dashed'}
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
        <b>{answered ? t('hold.answered', { where: room ?? t('hold.answered.all') }) : waits}</b>
        <b className="clock__main" role="timer" aria-live="off">
          {t('hold.waited', { figures: figures(heldTime(hold, now) / 1000, words) })}
        </b>
      </span>
      {answered && (
        <span>{mayEnd ? t('hold.answered.mine') : t('hold.answered.others', { post: resumes })}</span>
      )}
      {(!answered || hold.reason !== undefined) && (
        <span className="quiet small">{hold.reason ?? t('hold.text')}</span>
      )}
      {hold.reason !== undefined && <span className="quieter small field__by">{whoWhen(hold)}</span>}
    </Banner>
  )
}

/** Who lets work go on where it is held: whoever leads the room; for a whole unit, and where no post leads rooms, its desk. */
function useResumingPost(hold: HoldOnRecord): string {
  const { incident, plan } = useInHand()
  const postName = usePostName()
  const own = tierOf(incident.unit)
  const chief = Object.values(plan.posts).find((post) => post.role === 'chief' && post.tier === own)
  return postName(hold.room !== undefined && chief ? chief.id : plan.desks[own])
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
