// The head of an incident's page: what, where, number, since when, both levels, the next clock, and whom to call.

import { findAncestor } from '#core/basics/tier.ts'
import { limits } from '#core/incident/limits.ts'
import { findGrade } from '#core/incident/look-up.ts'
import type { Incident } from '#core/incident/state.ts'
import { type EffectivePlan, findSituation } from '#core/plan/effective.ts'
import type { IncidentView } from '#core/wire/view.ts'
import { fieldWords } from '#core/words/field.ts'
import { shellWords } from '#core/words/shell.ts'
import { IconButton } from '../parts/button.tsx'
import { Provisional } from '../parts/chip.tsx'
import { Clock } from '../parts/clock.tsx'
import { EventLevel } from '../parts/event-level.tsx'
import { ResponseLevel } from '../parts/response-level.tsx'
import { Header } from '../parts/screen.tsx'
import { useClockWords, useTimeOfDay, zoneName } from '../talk/clock-words.ts'
import { rankOf, useLevelWords } from '../talk/level-words.ts'
import { limitClock } from '../talk/limit-clock.ts'
import { useNow } from '../talk/now.ts'
import { useKit, useMe } from '../talk/session.tsx'
import { tierName } from '../talk/tier-name.ts'
import { useLang, useSay, useText } from '../talk/words.tsx'
import { hasAlarm } from './alarms.tsx'
import { EmergencyCalls } from './emergency-calls.tsx'
import { useUnitName } from './incident-row.tsx'
import { dialled, findHolder } from './people.ts'

export interface IncidentHeaderProps {
  incident: Incident
  plan: EffectivePlan
  view: IncidentView | undefined
}

export function IncidentHeader({ incident, plan, view }: IncidentHeaderProps) {
  const t = useSay(fieldWords)
  const shell = useSay(shellWords)
  const text = useText()
  const lang = useLang()
  const me = useMe()
  const kit = useKit()
  const now = useNow()
  const words = useClockWords()
  const levels = useLevelWords(plan)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const unitName = useUnitName()
  const situation = findSituation(plan, incident.scenario)
  const grade = findGrade(incident)
  // The alarm stands above and brings the numbers with it, until it is dealt with.
  const alarmed = !incident.handled && hasAlarm({ ...incident, plan })
  const drill = me.campaign.kind === 'drill' ? shell('drill.tag') : ''
  const name = situation ? text(situation.name) : incident.scenario
  // From the school one calls the county; from above, the school.
  const desk = me.post.tier === 'school' ? plan.desks.county : plan.desks.school
  const call =
    (me.post.tier === 'school'
      ? undefined
      : kit?.contacts.find((one) => one.person === incident.reporter.person)) ??
    (kit && findAncestor(incident.unit, plan.posts[desk]?.tier ?? 'county')
      ? findHolder(kit, plan, desk, incident.unit)
      : undefined)
  const running = limits(incident, plan).filter((clock) => clock.stoppedAt === undefined)
  const first = running.reduce<(typeof running)[number] | undefined>(
    (soonest, next) => (!soonest || next.dueAt < soonest.dueAt ? next : soonest),
    undefined,
  )
  const where = [
    view ? text(view.unitName) : unitName(incident.unit),
    incident.number ?? (view ? undefined : t('incident.unsent')),
    incident.closed
      ? t('incident.closed', { at: timeOfDay(incident.closed.occurredAt, now) })
      : t('incident.since', { at: timeOfDay(incident.discoveredAt, now) }),
  ]
  return (
    <Header
      title={`${drill}${name}`}
      text={where}
      back={{ href: '/incidents', name: shell('back') }}
      side={
        call && (
          <IconButton
            icon="phone"
            name={shell('call.person', {
              post: text(plan.posts[call.postKind]?.name ?? { zh: '', en: '' }),
              name: call.name,
            })}
            href={dialled(call.phone)}
          />
        )
      }
    >
      {incident.status !== 'closed' && !alarmed && <EmergencyCalls />}
      {grade && (
        <div className="line">
          <span className="field__two-levels">
            <EventLevel level={grade.eventLevel} say={levels.event(grade.eventLevel)} />
            <ResponseLevel
              level={rankOf(grade.responseLevel)}
              say={levels.response(grade.responseLevel)}
              over={incident.closed !== undefined}
            />
          </span>
          {!view && (
            <Provisional>{t('incident.unsent.county', { tier: tierName(plan, 'county', lang) })}</Provisional>
          )}
          {view && first && (
            <Clock
              dueAt={first.dueAt}
              now={now}
              words={words}
              layout="stack"
              title={text(first.limit.name)}
              {...limitClock(plan, first.limit.id, incident.scenario)}
              zone={zoneName(me.campaign.zoneMinutes)}
            />
          )}
        </div>
      )}
    </Header>
  )
}
