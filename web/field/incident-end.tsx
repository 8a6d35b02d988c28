// The lower part of an incident: its grades with reasons, its time limits, who could see what. For reading.

import { limits } from '#core/incident/limits.ts'
import { findGrade } from '#core/incident/look-up.ts'
import type { Incident } from '#core/incident/state.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { fieldWords } from '#core/words/field.ts'
import { sayEventLevel, sayResponseLevel } from '#core/words/grading.ts'
import { Clock } from '../parts/clock.tsx'
import { ListRow, Rows, Section } from '../parts/list-row.tsx'
import { useClockWords, useTimeOfDay, zoneName } from '../talk/clock-words.ts'
import { useJoined } from '../talk/joined.ts'
import { limitClock } from '../talk/limit-clock.ts'
import { useNow } from '../talk/now.ts'
import { useMe } from '../talk/session.tsx'
import { useLang, useSay, useText } from '../talk/words.tsx'
import { GradeView } from './grade-view.tsx'

export interface IncidentEndProps {
  incident: Incident
  plan: EffectivePlan
  unsent: boolean
  nameOf: (person: string) => string
}

export function IncidentGrade({ incident, plan, unsent, nameOf }: IncidentEndProps) {
  const t = useSay(fieldWords)
  const lang = useLang()
  const inForce = findGrade(incident)
  const before = incident.grades.slice(0, -1).reverse()
  const levelsOf = (grade: NonNullable<typeof inForce>) =>
    [sayEventLevel(grade.eventLevel, lang), sayResponseLevel(grade.responseLevel, lang)].join(
      lang === 'en' ? ', ' : '，',
    )
  return (
    <Section title={t('incident.grade')}>
      {inForce?.origin === 'person' && (
        <p className="read">
          {t('incident.grade.person', {
            name: nameOf(inForce.by.person),
            reason: inForce.reason ?? t('incident.text-gone'),
          })}
        </p>
      )}
      <GradeView plan={plan} scenario={incident.scenario} stated={incident.stated} provisional={unsent} />
      {before.map((grade) => (
        <p key={`${grade.occurredAt} ${grade.eventLevel} ${grade.responseLevel}`} className="quieter small">
          {t('incident.grade.before', { levels: levelsOf(grade) })}
        </p>
      ))}
    </Section>
  )
}

export function IncidentLimits({ incident, plan }: { incident: Incident; plan: EffectivePlan }) {
  const t = useSay(fieldWords)
  const text = useText()
  const me = useMe()
  const now = useNow()
  const words = useClockWords()
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const join = useJoined()
  const clocks = limits(incident, plan)
  if (clocks.length === 0) return null
  return (
    <Section title={t('incident.limits')}>
      <Rows label={t('incident.limits')}>
        {clocks.map(({ limit, of, dueAt, stoppedAt, kept, nextRung }) => {
          const owes = plan.posts[limit.owedBy]?.name
          const next = nextRung && plan.posts[nextRung.tells]?.name
          const after =
            nextRung &&
            next &&
            t(nextRung.who === 'substitute' ? 'limit.next.substitute' : 'limit.next', {
              at: timeOfDay(nextRung.at, now),
              post: text(next),
            })
          return (
            <ListRow
              key={`${limit.id} ${of ?? ''}`}
              title={text(limit.name)}
              text={
                stoppedAt === undefined
                  ? join(owes && text(owes), after)
                  : t(kept ? 'limit.kept' : 'limit.missed', { at: timeOfDay(stoppedAt, now) })
              }
              side={
                stoppedAt !== undefined ? undefined : (
                  <Clock
                    dueAt={dueAt}
                    now={now}
                    words={words}
                    layout="stack"
                    {...limitClock(plan, limit.id, dueAt, incident.scenario)}
                    zone={zoneName(me.campaign.zoneMinutes)}
                  />
                )
              }
            />
          )
        })}
      </Rows>
    </Section>
  )
}
