// The head of the incident in hand: title, number, both levels, and the clock that ends first with what follows.

import { inLang } from '#core/basics/text.ts'
import { sayStatus } from '#core/incident/say-entry.ts'
import type { IncidentRow } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { waitWords } from '#core/words/desk-waits.ts'
import { Chip, Provisional } from '../parts/chip.tsx'
import { Clock } from '../parts/clock.tsx'
import { EventLevel } from '../parts/event-level.tsx'
import { ResponseLevel } from '../parts/response-level.tsx'
import { rankOf } from '../talk/level-words.ts'
import { limitClock } from '../talk/limit-clock.ts'
import { planName } from '../talk/plan-name.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import type { HandParts } from './hand-parts.ts'
import { firstAwait } from './mine.ts'

export function HandHead({ view, plan, names, now, row }: HandParts & { row: IncidentRow | undefined }) {
  const { tier, answers, lang, clockWords, zone, time } = useDesk()
  const t = useSay(deskWords)
  const w = useSay(waitWords)
  const { incident } = view
  const grade = incident.grades[incident.grades.length - 1]
  const eventLevel = grade?.eventLevel ?? row?.eventLevel
  const responseLevel = grade?.responseLevel ?? row?.responseLevel
  const taken = incident.acknowledged.some((deed) => deed.tier !== 'school')
  return (
    <header className="hand-head">
      <div className="hand-head__title">
        <h1>
          {t('title.incident', {
            place: names.place(incident.unit),
            situation: names.situation(incident.scenario),
          })}
          {incident.number !== undefined && <span className="hand-head__number">{incident.number}</span>}
        </h1>
        <div className="hand-head__levels">
          {eventLevel && <EventLevel level={eventLevel} of={names.levels} say={names.event(eventLevel)} />}
          {responseLevel && (
            <ResponseLevel level={rankOf(responseLevel)} say={names.response(responseLevel)} />
          )}
          {!taken && grade?.origin === 'plan' && <Provisional>{t('hand.provisional')}</Provisional>}
          {incident.room !== undefined && (
            <span className="quieter">{names.room(incident.unit, incident.room)}</span>
          )}
          {incident.reopened.length > 0 && incident.status !== 'closed' && <Chip>{t('list.reopened')}</Chip>}
          {incident.confined && <Chip icon="lock">{t('hand.confined')}</Chip>}
          <span className="quieter">{planName(view.plan, lang)}</span>
        </div>
      </div>
      <div className="hand-head__clock">{headClock()}</div>
    </header>
  )

  function headClock() {
    if (incident.closed) {
      return (
        <span className="quieter">{t('list.closed', { time: time(incident.closed.occurredAt, now) })}</span>
      )
    }
    const first = firstAwait(view.awaits, tier)
    if (first?.dueAt === undefined) {
      return <span className="quieter">{first ? whom(first) : sayStatus(incident.status, lang)}</span>
    }
    const limit = view.limits.find((one) => one.limit === first.limit && one.stoppedAt === undefined)
    return (
      <>
        <Clock
          dueAt={first.dueAt}
          now={now}
          words={clockWords}
          zone={zone}
          {...limitClock(plan, first.limit, incident.scenario)}
          layout="stack"
          size="l"
          title={limit ? inLang(limit.name, lang) : whom(first)}
        />
        {limit?.next && (
          <span className="hand-head__next">
            {t(limit.next.who === 'substitute' ? 'hand.next.substitute' : 'hand.next', {
              post: names.post(limit.next.post),
              time: time(limit.next.at, now),
            })}
          </span>
        )}
      </>
    )
  }

  function whom(first: NonNullable<ReturnType<typeof firstAwait>>): string {
    return first.tier === tier && answers
      ? w(`wait.mine.${first.kind}`)
      : w(`wait.${first.kind}`, { tier: names.tier(first.tier) })
  }
}
