// 是不是这件？ on the pages of a report: what was reported a short while ago, yes: add to it, no: another one. It holds nothing up;
// unanswered, the report goes out all the same and the school's inspector is asked.

import { useLocation } from 'wouter'
import type { EffectivePlan, Situation } from '#core/plan/effective.ts'
import { fieldOrdersWords } from '#core/words/field-orders.ts'
import { Button } from '../parts/button.tsx'
import { Banner } from '../parts/notice.tsx'
import { useTimeOfDay } from '../talk/clock-words.ts'
import { useIncidents } from '../talk/incidents.ts'
import { useJoined } from '../talk/joined.ts'
import { useNow } from '../talk/now.ts'
import { useKit, useMe } from '../talk/session.tsx'
import { useSay, useText } from '../talk/words.tsx'
import { useSituationName } from './incident-row.tsx'
import { placeOf, type ReportDraft } from './report-draft.ts'
import { sameIncidents } from './same-incident.ts'
import type { Drafting } from './use-draft.ts'

export interface SameAskProps {
  plan: EffectivePlan
  situation: Situation
  draft: ReportDraft
  change: Drafting['change']
}

export function SameAsk({ plan, situation, draft, change }: SameAskProps) {
  const t = useSay(fieldOrdersWords)
  const text = useText()
  const join = useJoined()
  const me = useMe()
  const kit = useKit()
  const [, go] = useLocation()
  const { rows } = useIncidents()
  const now = useNow(30_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const situationName = useSituationName(plan)
  const about = {
    ...placeOf(draft, situation, me.post),
    scenario: draft.scenario,
    discoveredAt: draft.discoveredAt,
  }
  const [row] = sameIncidents(rows, about, plan, draft.notSameAs)
  if (!row) return null
  const room = kit?.rooms.find((one) => one.unit === row.unit && one.id === row.room)?.name
  return (
    <Banner
      icon="merge"
      tone="mine"
      action={
        <>
          <Button onPress={() => go(`/incidents/${row.id}`)}>{t('same.yes')}</Button>
          <Button
            onPress={() =>
              change((current) => ({ ...current, notSameAs: [...(current.notSameAs ?? []), row.id] }))
            }
          >
            {t('same.no')}
          </Button>
        </>
      }
    >
      <b>{t('same.title')}</b>
      <br />
      {t('same.text', { at: timeOfDay(row.discoveredAt, now) })}
      {join(situationName(row.scenario), room && text(room), row.number)}
    </Banner>
  )
}
