// A2: one kind of event at several schools within the plan's time: one proposal that grows, with the schools named. The county joins
// them under one incident of its own, or says why not. Other tiers see the proposal and whose word it waits for.

import { useState } from 'react'
import { useLocation } from 'wouter'
import { type Instant, MINUTE } from '#core/basics/instant.ts'
import { inLang } from '#core/basics/text.ts'
import type { SpreadView } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { upWords } from '#core/words/desk-up.ts'
import { Button } from '../parts/button.tsx'
import { Banner } from '../parts/notice.tsx'
import { useSpreads } from '../talk/live-list.ts'
import { newStreamId } from '../talk/new-stream-id.ts'
import { useSay } from '../talk/words.tsx'
import { usePageDeeds } from './deeds.tsx'
import { useDesk } from './desk-data.tsx'
import { DraftSheet } from './draft-sheet.tsx'

/** Proposals that still wait, newest first. */
export function SpreadCards({ now }: { now: Instant }) {
  const { list } = useSpreads()
  const open = (list?.spreads ?? []).filter((one) => !one.joined && !one.declined)
  if (open.length === 0) return null
  return (
    <div className="spreads">
      {open.map((spread) => (
        <SpreadCard key={spread.id} spread={spread} now={now} />
      ))}
    </div>
  )
}

function SpreadCard({ spread, now }: { spread: SpreadView; now: Instant }) {
  const { names, plan, lang, tier } = useDesk()
  const t = useSay(upWords)
  const d = useSay(deskWords)
  const [, go] = useLocation()
  const [sheet, setSheet] = useState<'join' | 'not'>()
  const { give, outcome } = usePageDeeds()
  const schools = spread.schools.filter((one) => !one.parted)
  const situation = names.situation(spread.scenario)
  const stream = { kind: 'spread' as const, id: spread.id }
  const close = () => setSheet(undefined)
  const unit = inLang(spread.countyName, lang)
  return (
    <Banner
      tone="dashed"
      icon="merge"
      action={
        <>
          {spread.may.includes('JoinSpread') && (
            <Button size="s" kind="solid" onPress={() => setSheet('join')}>
              {t('spread.join')}
            </Button>
          )}
          {spread.may.includes('DeclineSpread') && (
            <Button size="s" onPress={() => setSheet('not')}>
              {t('spread.not')}
            </Button>
          )}
          {spread.may.length === 0 && <span className="quieter small">{t('spread.waits', { unit })}</span>}
        </>
      }
    >
      <p role="status">
        <b>{t('spread.title', { minutes: spanOf(spread, now), n: schools.length, situation })}</b>
        {t('spread.schools', { schools: schools.map((one) => inLang(one.name, lang)).join(d('comma')) })}
      </p>
      <p className="quieter small">{t('spread.grows')}</p>
      {outcome}
      {sheet === 'join' && plan && (
        <DraftSheet
          title={t('spread.join.title')}
          draft={`${spread.id}.join`}
          label={t('spread.join.words')}
          rows={2}
          icon="merge"
          send={t('spread.join.send')}
          missing={() => undefined}
          onSend={async (words) => {
            const incident = newStreamId(spread.county)
            const data = { incident, plan: plan.hash, ...(words === '' ? {} : { words }) }
            const sent = await give(t('spread.join'), stream, 'JoinSpread', data)
            if (sent) go(`/desk/incidents/${incident}`)
            return sent
          }}
          onClose={close}
          before={
            <p className="read">{t('spread.join.text', { n: schools.length, tier: names.tier(tier) })}</p>
          }
        />
      )}
      {sheet === 'not' && (
        <DraftSheet
          title={t('spread.not.title')}
          draft={`${spread.id}.not`}
          label={t('twice.reason')}
          hint={t('spread.not.hint')}
          rows={2}
          send={t('spread.not.send')}
          missing={(reason) => (reason === '' ? d('regrade.reason.missing') : undefined)}
          onSend={(reason) => give(t('spread.not.send'), stream, 'DeclineSpread', { reason })}
          onClose={close}
        />
      )}
    </Banner>
  )
}

/** Minutes between the first and the last of its reports, at least one. */
function spanOf({ schools }: SpreadView, now: Instant): number {
  const times = schools.map((one) => one.reportedAt)
  if (times.length === 0) return 1
  return Math.max(1, Math.ceil((Math.min(now, Math.max(...times)) - Math.min(...times)) / MINUTE))
}
