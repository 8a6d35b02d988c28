// The lower part of an incident's page that is read afterwards: reports of the series, oral reports, forms, the time lost (B10), the
// evaluation (B4). Loaded beside the page; nobody needs it to act.

import { heldMinutes, heldTime } from '#core/incident/held-time.ts'
import { fieldWords } from '#core/words/field.ts'
import { fieldIncidentWords } from '#core/words/field-incident.ts'
import { ListRow, Rows, Section } from '../parts/list-row.tsx'
import { useTimeOfDay } from '../talk/clock-words.ts'
import { useNow } from '../talk/now.ts'
import { findEvaluation } from '../talk/possible.ts'
import { useMe } from '../talk/session.tsx'
import { tierName } from '../talk/tier-name.ts'
import { useLang, useSay, useText } from '../talk/words.tsx'
import { useInHand, useRoomName, useWhoWhen } from './in-hand.tsx'
import { Forms, OralReports, Series } from './incident-reports.tsx'

export default function IncidentRecord() {
  return (
    <>
      <Series />
      <OralReports />
      <Forms />
      <LostTime />
      <Evaluation />
    </>
  )
}

/** The time lost, once work goes on: for the record. */
function LostTime() {
  const t = useSay(fieldIncidentWords)
  const { incident } = useInHand()
  const roomName = useRoomName()
  const me = useMe()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const over = incident.holds.filter((hold) => hold.ended)
  if (over.length === 0) return null
  return (
    <Section title={t('hold.title')}>
      <Rows label={t('hold.title')}>
        {over.map((hold) => (
          <ListRow
            key={hold.hold}
            title={roomName(hold.room) ?? t('hold.all')}
            text={
              hold.ended &&
              t('hold.over', {
                from: timeOfDay(hold.occurredAt, now),
                to: timeOfDay(hold.ended.occurredAt, now),
              })
            }
            side={<b>{t('hold.lost', { n: heldMinutes(heldTime(hold, now)) })}</b>}
          />
        ))}
      </Rows>
    </Section>
  )
}

/** The six points as they were found, for reading. */
function Evaluation() {
  const t = useSay(fieldIncidentWords)
  const page = useSay(fieldWords)
  const text = useText()
  const lang = useLang()
  const { incident, plan } = useInHand()
  const whoWhen = useWhoWhen()
  const { evaluated } = incident
  if (!evaluated) return null
  const names = findEvaluation({ incident, plan })?.points ?? []
  return (
    <Section
      title={t('evaluation.title')}
      side={t('evaluation.by', { tier: tierName(plan, evaluated.tier, lang), who: whoWhen(evaluated) })}
    >
      <dl className="card field__card field__points">
        {names.map((point) => (
          <div key={point.id}>
            <dt>{text(point.name)}</dt>
            <dd className="read">{evaluated.points[point.id] ?? page('incident.text-gone')}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
