// The lower part of an incident: its grades with reasons, its time limits, who could see what. For reading.

import { useState } from 'react'
import type { Lang } from '#core/basics/text.ts'
import { limits } from '#core/incident/limits.ts'
import { findGrade, findTier } from '#core/incident/look-up.ts'
import type { GradeOnRecord, Incident } from '#core/incident/state.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { fieldWords } from '#core/words/field.ts'
import { sayEventLevel, sayResponseLevel } from '#core/words/grading.ts'
import { Button } from '../parts/button.tsx'
import { Clock } from '../parts/clock.tsx'
import { ListRow, Rows, Section } from '../parts/list-row.tsx'
import { Banner } from '../parts/notice.tsx'
import { useClockWords, useTimeOfDay, zoneName } from '../talk/clock-words.ts'
import { useJoined } from '../talk/joined.ts'
import { rankOf, useLevelWords } from '../talk/level-words.ts'
import { limitClock } from '../talk/limit-clock.ts'
import { useNow } from '../talk/now.ts'
import { useMe } from '../talk/session.tsx'
import { tierName } from '../talk/tier-name.ts'
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
      <GradeView
        plan={plan}
        scenario={incident.scenario}
        stated={incident.stated}
        provisional={unsent}
        inForce={inForce}
      />
      {before.map((grade) => (
        <p key={`${grade.occurredAt} ${grade.eventLevel} ${grade.responseLevel}`} className="quieter small">
          {t('incident.grade.before', { levels: sayLevels(grade, lang) })}
        </p>
      ))}
    </Section>
  )
}

/** A person changed the grade: the first line of the page, with who, when and why. */
export function Regraded({ incident, plan, nameOf }: Omit<IncidentEndProps, 'unsent'>) {
  const t = useSay(fieldWords)
  const lang = useLang()
  const me = useMe()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const levels = useLevelWords(plan)
  const inForce = findGrade(incident)
  const before = incident.grades[incident.grades.length - 2]
  if (inForce?.origin !== 'person' || !before || incident.status === 'closed') return null
  const { by, occurredAt, reason } = inForce
  const tier = findTier(by)
  return (
    <Banner icon="warning" tone={rankOf(inForce.responseLevel)}>
      <b>
        {t('incident.regraded', {
          tier: tier ? tierName(plan, tier, lang) : '',
          levels: sayLevels(inForce, lang),
          before: [levels.event(before.eventLevel).number, levels.response(before.responseLevel).number].join(
            lang === 'en' ? ', ' : '、',
          ),
          name: nameOf(by.person),
          at: timeOfDay(occurredAt, now),
        })}
      </b>
      {reason !== undefined && (
        <>
          <br />
          {reason}
        </>
      )}
    </Banner>
  )
}

/** `事件 2级、响应 Ⅱ级` */
function sayLevels(grade: Pick<GradeOnRecord, 'eventLevel' | 'responseLevel'>, lang: Lang): string {
  return [sayEventLevel(grade.eventLevel, lang), sayResponseLevel(grade.responseLevel, lang)].join(
    lang === 'en' ? ', ' : '、',
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
  const [all, setAll] = useState(false)
  const clocks = limits(incident, plan)
  const running = clocks.filter((clock) => clock.stoppedAt === undefined)
  const over = clocks.filter((clock) => clock.stoppedAt !== undefined)
  if (clocks.length === 0) return null
  return (
    <Section
      title={t('incident.limits')}
      side={
        over.length > 0 && running.length > 0 ? (
          <Button kind="text" size="s" expanded={all} onPress={() => setAll(!all)}>
            {all ? t('incident.knows.fewer') : t('incident.limits.over', { n: over.length })}
          </Button>
        ) : undefined
      }
    >
      <Rows label={t('incident.limits')}>
        {[...running, ...(all || running.length === 0 ? over : [])].map(
          ({ limit, of, dueAt, stoppedAt, kept, nextRung }) => {
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
                      {...limitClock(plan, limit.id, incident.scenario)}
                      zone={zoneName(me.campaign.zoneMinutes)}
                    />
                  )
                }
              />
            )
          },
        )}
      </Rows>
    </Section>
  )
}
