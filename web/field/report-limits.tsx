// The time limits that will run once a report is sent, as sentences: who must do what by when, and who is called when it
// passes. They are the same limits as those of the incident's page afterwards.

import { limits, type RunningLimit } from '#core/incident/limits.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { fieldWords } from '#core/words/field.ts'
import { Banner } from '../parts/notice.tsx'
import { useTimeOfDay } from '../talk/clock-words.ts'
import { rankOf } from '../talk/level-words.ts'
import { useKit, useMe } from '../talk/session.tsx'
import { tierName } from '../talk/tier-name.ts'
import { useLang, useSay, useText } from '../talk/words.tsx'
import { holdersOf } from './people.ts'
import type { Preview } from './report-command.ts'

export interface ReportLimitsProps {
  plan: EffectivePlan
  preview: Preview
  now: number
}

export function ReportLimits({ plan, preview, now }: ReportLimitsProps) {
  const t = useSay(fieldWords)
  const text = useText()
  const lang = useLang()
  const me = useMe()
  const kit = useKit()
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const running = limits(preview.incident, plan).filter((clock) => clock.stoppedAt === undefined)
  if (running.length === 0) return null
  const comma = lang === 'en' ? ', ' : '，'
  const postName = (post: string) => text(plan.posts[post]?.name ?? { zh: post, en: post })

  function duty({ limit, dueAt }: RunningLimit): string {
    const at = timeOfDay(dueAt, now)
    const who = postName(limit.owedBy)
    if (isTakingOver(limit)) {
      const tier = plan.posts[limit.owedBy]?.tier ?? 'county'
      return t('grade.limit.acknowledge', { who: tierName(plan, tier, lang), at })
    }
    if (limit.stoppedBy.includes('response-started')) {
      return t(limit.minutes === 0 ? 'grade.limit.start.at-once' : 'grade.limit.start', { who, at })
    }
    if (limit.stoppedBy.includes('measure-taken')) return t('grade.limit.measure', { who, at })
    return t('grade.limit.other', { name: text(limit.name), who, at })
  }

  function then({ nextRung }: RunningLimit): string | undefined {
    if (!nextRung) return undefined
    if (nextRung.who === 'holder') return t('grade.limit.climbs', { post: postName(nextRung.tells) })
    const holders = kit ? holdersOf(kit, plan, nextRung.tells, preview.incident.unit) : []
    const substitute = holders.find((one) => one.substitute)
    return substitute && t('grade.limit.substitute', { name: substitute.name })
  }

  return (
    <Banner icon="clock" tone={rankOf(preview.incident.grades[0]?.responseLevel ?? 'IV')}>
      <ul className="field__limits" aria-label={t('grade.limits')}>
        {[...running].sort(takingOverFirst).map((clock) => (
          <li key={`${clock.limit.id} ${clock.of ?? ''}`}>
            <b>{duty(clock)}</b>
            {then(clock) && `${comma}${then(clock)}`}
          </li>
        ))}
      </ul>
    </Banner>
  )
}

function isTakingOver(limit: RunningLimit['limit']): boolean {
  return limit.stoppedBy.includes('acknowledged')
}

function takingOverFirst(a: RunningLimit, b: RunningLimit): number {
  return Number(isTakingOver(b.limit)) - Number(isTakingOver(a.limit)) || a.dueAt - b.dueAt
}
