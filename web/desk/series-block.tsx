// 初报、续报、终报: the series of written reports, each saying only what is new; and what was raised past the next tier (B9).

import { useState } from 'react'
import { type Tier, tierAbove } from '#core/basics/tier.ts'
import { hasFinalReport } from '#core/incident/decide-up.ts'
import { standing } from '#core/incident/strikable.ts'
import { deskWords } from '#core/words/desk.ts'
import { upWords } from '#core/words/desk-up.ts'
import { Button } from '../parts/button.tsx'
import { Segments } from '../parts/segments.tsx'
import { freshId } from '../talk/act.ts'
import { tiersAbove } from '../talk/possible.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { DraftSheet } from './draft-sheet.tsx'
import type { HandParts } from './hand-parts.ts'
import { SidePart } from './side-part.tsx'
import { whoDid } from './who-did.ts'

export function SeriesBlock(parts: HandParts) {
  const { view, names, now, next } = parts
  const { me, time } = useDesk()
  const t = useSay(upWords)
  const d = useSay(deskWords)
  const [writing, setWriting] = useState(false)
  const { incident } = view
  const over = hasFinalReport(incident, me.post.tier)
  const first = incident.entries.find((entry) => entry.kind === 'Reported')
  return (
    <SidePart title={t('series.title')}>
      <ol className="blocks">
        {first && (
          <li className="block">
            <span className="quieter small">
              {t('series.line', {
                what: t('series.first'),
                name: whoDid(first.by, view, names),
                time: time(first.occurredAt, now),
              })}
            </span>
            {incident.words !== undefined && <span>{incident.words}</span>}
          </li>
        )}
        {standing(incident.series).map((one) => (
          <li key={one.report} className="block">
            <span className="quieter small">
              {t('series.line', {
                what: one.kind === 'final' ? t('series.final') : t('series.follow-up', { n: one.nth }),
                name: whoDid(one.by, view, names),
                time: time(one.occurredAt, now),
              })}
              {d('comma')}
              {t('series.to', { tier: names.tier(one.toTier) })}
            </span>
            <span>{one.words ?? d('story.withheld')}</span>
          </li>
        ))}
      </ol>
      {over && <p className="quieter small">{t('series.over')}</p>}
      {view.may.includes('ReportOn') && !over && (
        <Button
          size="s"
          kind={next?.kind === 'report-on' ? 'solid' : 'outline'}
          onPress={() => setWriting(true)}
        >
          {t('series.write')}
        </Button>
      )}
      {writing && <WriteSheet {...parts} onClose={() => setWriting(false)} />}
    </SidePart>
  )
}

function WriteSheet({ view, names, deeds, onClose }: HandParts & { onClose: () => void }) {
  const { tier } = useDesk()
  const t = useSay(upWords)
  const d = useSay(deskWords)
  const [kind, setKind] = useState<'follow-up' | 'final'>('follow-up')
  const above = tierAbove(tier) ?? tier
  return (
    <DraftSheet
      title={t('series.title.sheet')}
      draft={`${view.incident.id}.series`}
      label={t('series.words')}
      hint={t('series.hint')}
      rows={4}
      icon="arrow-up"
      send={t('series.send', { tier: names.tier(above) })}
      missing={(words) => (words === '' ? d('composer.missing') : undefined)}
      onSend={(words) => deeds.give(t(`series.kind.${kind}`), 'ReportOn', { report: freshId(), kind, words })}
      onClose={onClose}
      before={
        <Segments
          label={t('series.kind')}
          options={[
            { value: 'follow-up', label: t('series.kind.follow-up') },
            { value: 'final', label: t('series.kind.final') },
          ]}
          value={kind}
          onChoose={setKind}
          layout="row"
        />
      }
      after={<p className="quieter small">{t('series.only-new')}</p>}
    />
  )
}

/** Any tier may raise an incident to one of its choice above, not only to the next. */
export function RaiseBlock(parts: HandParts) {
  const { view, plan, names, now } = parts
  const { me, time } = useDesk()
  const t = useSay(upWords)
  const d = useSay(deskWords)
  const [raising, setRaising] = useState(false)
  const { raised } = view.incident
  const above = plan ? tiersAbove({ incident: view.incident, plan, post: me.post }) : []
  const may = view.may.includes('RaiseTo') && above.length > 0
  if (!may && raised.length === 0) return null
  return (
    <SidePart
      title={t('raise.title')}
      side={
        may && (
          <Button size="s" kind="text" onPress={() => setRaising(true)}>
            {t('raise.open')}
          </Button>
        )
      }
    >
      <ul className="blocks">
        {raised.map((one) => (
          <li key={one.recordedAt} className="block">
            <span className="quieter small">
              {t('raise.line', {
                name: whoDid(one.by, view, names),
                time: time(one.occurredAt, now),
                tier: names.tier(one.toTier),
              })}
              {one.skipped.length > 0 &&
                d('comma') +
                  t('raise.skipped', { tiers: one.skipped.map((each) => names.tier(each)).join(d('comma')) })}
            </span>
            <span>{one.words ?? d('story.withheld')}</span>
          </li>
        ))}
      </ul>
      {raising && <RaiseSheet {...parts} above={above} onClose={() => setRaising(false)} />}
    </SidePart>
  )
}

function RaiseSheet({
  view,
  names,
  deeds,
  above,
  onClose,
}: HandParts & { above: readonly Tier[]; onClose: () => void }) {
  const t = useSay(upWords)
  const d = useSay(deskWords)
  const [to, setTo] = useState<Tier | undefined>(above.length === 1 ? above[0] : undefined)
  return (
    <DraftSheet
      title={t('raise.title.sheet')}
      draft={`${view.incident.id}.raise`}
      label={t('raise.words')}
      hint={t('raise.hint')}
      rows={3}
      icon="arrow-up"
      send={t('raise.send')}
      missing={(words) =>
        to === undefined ? t('raise.missing') : words === '' ? d('composer.missing') : undefined
      }
      onSend={(words) => deeds.give(t('raise.send'), 'RaiseTo', { tier: to, words })}
      onClose={onClose}
      before={
        <Segments
          label={t('raise.tier')}
          options={above.map((one) => ({ value: one, label: names.tier(one) }))}
          value={to}
          onChoose={setTo}
        />
      }
      after={<p className="quieter small">{t('raise.copy')}</p>}
    />
  )
}
