// B7–B9: reports by word of mouth or telephone: who said what to whom and when. From that moment the limit of the written one runs.

import { useState } from 'react'
import { TIERS, type Tier } from '#core/basics/tier.ts'
import { standing } from '#core/incident/strikable.ts'
import { deskWords } from '#core/words/desk.ts'
import { upWords } from '#core/words/desk-up.ts'
import { Button } from '../parts/button.tsx'
import { TextField, TimeField } from '../parts/field.tsx'
import { Segments } from '../parts/segments.tsx'
import { freshId } from '../talk/act.ts'
import { useSay } from '../talk/words.tsx'
import { momentOf, typedOf } from './day-time.ts'
import { useDesk } from './desk-data.tsx'
import { useDraft } from './draft.ts'
import { DraftSheet } from './draft-sheet.tsx'
import type { HandParts } from './hand-parts.ts'
import { SidePart } from './side-part.tsx'

export function OralBlock(parts: HandParts) {
  const { view, names, now } = parts
  const { time } = useDesk()
  const t = useSay(upWords)
  const d = useSay(deskWords)
  const [noting, setNoting] = useState(false)
  const orals = standing(view.incident.orals)
  return (
    <SidePart
      title={t('oral.title')}
      side={
        view.may.includes('LogOral') && (
          <Button size="s" kind="text" onPress={() => setNoting(true)}>
            {t('oral.open')}
          </Button>
        )
      }
    >
      {orals.length === 0 && <p className="quieter">{t('oral.none')}</p>}
      <ul className="blocks">
        {orals.map((one) => (
          <li key={one.oral} className="block">
            <span className="quieter small">
              {t('oral.line', {
                time: time(one.saidAt, now),
                from: one.from ?? d('story.unnamed'),
                to: one.to ?? d('story.unnamed'),
                tier: names.tier(one.toTier),
              })}
            </span>
            <span>{one.words ?? d('story.withheld')}</span>
          </li>
        ))}
      </ul>
      {noting && <OralSheet {...parts} onClose={() => setNoting(false)} />}
    </SidePart>
  )
}

function OralSheet({ view, names, now, deeds, onClose }: HandParts & { onClose: () => void }) {
  const { me } = useDesk()
  const t = useSay(upWords)
  const d = useSay(deskWords)
  const { id } = view.incident
  const [from, setFrom] = useDraft(`${id}.oral.from`)
  const [to, setTo] = useDraft(`${id}.oral.to`, me.person.name)
  const [tier, setTier] = useState<Tier>(me.post.tier)
  const zone = me.campaign.zoneMinutes
  const [at, setAt] = useState(() => typedOf(now, zone))
  const missing = (words: string) => {
    const field =
      from.trim() === ''
        ? t('oral.from')
        : to.trim() === ''
          ? t('oral.to')
          : words === ''
            ? t('oral.words')
            : undefined
    return field && t('oral.missing', { field })
  }
  return (
    <DraftSheet
      title={t('oral.title.sheet')}
      draft={`${id}.oral`}
      label={t('oral.words')}
      rows={3}
      send={t('oral.send')}
      missing={missing}
      onSend={async (words) => {
        const saidAt = Math.min(now, momentOf(at, now, zone) ?? now)
        const data = { oral: freshId(), from: from.trim(), to: to.trim(), toTier: tier, saidAt, words }
        const sent = await deeds.give(t('oral.title'), 'LogOral', data)
        if (sent) {
          setFrom('')
          setTo('')
        }
        return sent
      }}
      onClose={onClose}
      before={
        <>
          <TextField label={t('oral.from')} value={from} onChange={setFrom} maxLength={300} />
          <TextField label={t('oral.to')} value={to} onChange={setTo} maxLength={300} />
          <Segments
            label={t('oral.tier')}
            options={TIERS.map((one) => ({ value: one, label: names.tier(one) }))}
            value={tier}
            onChoose={setTier}
          />
          <TimeField
            label={t('oral.at')}
            value={at}
            onChange={setAt}
            say={{ edit: d('time.edit'), wrong: d('time.wrong') }}
          />
        </>
      }
      after={<p className="quieter small">{t('oral.hint')}</p>}
    />
  )
}
