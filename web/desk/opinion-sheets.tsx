// What is asked for public opinion (E5): seen, judged, followed, an answer drafted, refused, published. Each with its own draft.

import { useState } from 'react'
import { type OpinionSpread, SPREADS } from '#core/incident/events-opinion.ts'
import type { OpinionOnRecord, WordingOnRecord } from '#core/incident/state.ts'
import { deskWords } from '#core/words/desk.ts'
import { opinionWords } from '#core/words/desk-opinion.ts'
import { TextField, TimeField } from '../parts/field.tsx'
import { Segments } from '../parts/segments.tsx'
import { freshId } from '../talk/act.ts'
import { useSay } from '../talk/words.tsx'
import { momentOf, typedOf } from './day-time.ts'
import { useDesk } from './desk-data.tsx'
import { useDraft } from './draft.ts'
import { DraftSheet } from './draft-sheet.tsx'
import type { HandParts } from './hand-parts.ts'

interface SheetProps extends Pick<HandParts, 'view' | 'deeds' | 'now'> {
  onClose: () => void
}

function useSpreadOptions() {
  const t = useSay(opinionWords)
  return SPREADS.map((value) => ({ value, label: t(`spread.${value}`) }))
}

export function SeeSheet({ view, deeds, now, onClose }: SheetProps) {
  const { me } = useDesk()
  const t = useSay(opinionWords)
  const d = useSay(deskWords)
  const { id } = view.incident
  const zone = me.campaign.zoneMinutes
  const [where, setWhere] = useDraft(`${id}.opinion.where`)
  const [link, setLink] = useDraft(`${id}.opinion.link`)
  const [spread, setSpread] = useState<OpinionSpread>('single')
  const [at, setAt] = useState(() => typedOf(now, zone))
  const options = useSpreadOptions()
  return (
    <DraftSheet
      title={t('see.title')}
      draft={`${id}.opinion`}
      label={t('see.words')}
      rows={3}
      send={t('see.send')}
      missing={() => (where.trim() === '' ? t('see.missing.where') : undefined)}
      onSend={async (words) => {
        const data = {
          opinion: freshId(),
          where: where.trim(),
          ...(link.trim() === '' ? {} : { link: link.trim() }),
          spread,
          seenAt: Math.min(now, momentOf(at, now, zone) ?? now),
          ...(words === '' ? {} : { words }),
        }
        const sent = await deeds.give(t('see'), 'SeeOpinion', data)
        if (sent) {
          setWhere('')
          setLink('')
        }
        return sent
      }}
      onClose={onClose}
      before={
        <>
          <TextField
            label={t('see.where')}
            value={where}
            onChange={setWhere}
            placeholder={t('see.where.hint')}
            maxLength={300}
          />
          <TextField label={t('see.link')} value={link} onChange={setLink} maxLength={300} />
          <Segments label={t('see.spread')} options={options} value={spread} onChoose={setSpread} />
          <TimeField
            label={t('see.at')}
            value={at}
            onChange={setAt}
            say={{ edit: d('time.edit'), wrong: d('time.wrong') }}
          />
        </>
      }
    />
  )
}

export function JudgeSheet({
  view,
  deeds,
  onClose,
  opinion,
  verdict,
}: SheetProps & { opinion: OpinionOnRecord; verdict: 'verified' | 'refuted' }) {
  const t = useSay(opinionWords)
  return (
    <DraftSheet
      title={t('judge.title')}
      draft={`${view.incident.id}.judge.${opinion.opinion}`}
      label={t('judge.words')}
      rows={2}
      send={t(`judge.${verdict}`)}
      missing={() => undefined}
      onSend={(words) =>
        deeds.give(t(`judge.${verdict}`), 'JudgeOpinion', {
          opinion: opinion.opinion,
          verdict,
          ...(words === '' ? {} : { words }),
        })
      }
      onClose={onClose}
    />
  )
}

export function FollowSheet({ view, deeds, onClose, opinion }: SheetProps & { opinion: OpinionOnRecord }) {
  const t = useSay(opinionWords)
  const d = useSay(deskWords)
  const last = opinion.followed[opinion.followed.length - 1]
  const [spread, setSpread] = useState<OpinionSpread>(last?.spread ?? opinion.spread)
  const options = useSpreadOptions()
  return (
    <DraftSheet
      title={t('follow.title')}
      draft={`${view.incident.id}.follow.${opinion.opinion}`}
      label={t('follow.words')}
      rows={2}
      send={t('follow')}
      missing={(words) => (words === '' ? d('composer.missing') : undefined)}
      onSend={(words) =>
        deeds.give(t('follow'), 'FollowOpinion', { opinion: opinion.opinion, spread, words })
      }
      onClose={onClose}
      before={<Segments label={t('see.spread')} options={options} value={spread} onChoose={setSpread} />}
    />
  )
}

export function WordingSheet({ view, deeds, onClose, opinion }: SheetProps & { opinion: OpinionOnRecord }) {
  const t = useSay(opinionWords)
  const d = useSay(deskWords)
  return (
    <DraftSheet
      title={t('draft.title')}
      draft={`${view.incident.id}.wording.${opinion.opinion}`}
      label={t('draft.words')}
      rows={5}
      send={t('draft.send')}
      missing={(words) => (words === '' ? d('composer.missing') : undefined)}
      onSend={(words) =>
        deeds.give(t('draft'), 'DraftWording', { opinion: opinion.opinion, wording: freshId(), words })
      }
      onClose={onClose}
      after={<p className="quieter small">{t('draft.hint')}</p>}
    />
  )
}

export function RefuseSheet({ view, deeds, onClose, wording }: SheetProps & { wording: WordingOnRecord }) {
  const t = useSay(opinionWords)
  const d = useSay(deskWords)
  return (
    <DraftSheet
      title={t('refuse.title')}
      draft={`${view.incident.id}.refuse.${wording.wording}`}
      label={d('regrade.reason')}
      rows={2}
      send={t('refuse')}
      missing={(reason) => (reason === '' ? d('regrade.reason.missing') : undefined)}
      onSend={(reason) => deeds.give(t('refuse'), 'RefuseWording', { wording: wording.wording, reason })}
      onClose={onClose}
      before={<p className="read">{wording.words}</p>}
    />
  )
}

export function PublishSheet({
  view,
  deeds,
  now,
  onClose,
  wording,
}: SheetProps & { wording: WordingOnRecord }) {
  const { me } = useDesk()
  const t = useSay(opinionWords)
  const d = useSay(deskWords)
  const zone = me.campaign.zoneMinutes
  const [at, setAt] = useState(() => typedOf(now, zone))
  return (
    <DraftSheet
      title={t('publish.title')}
      draft={`${view.incident.id}.publish.${wording.wording}`}
      label={t('publish.where')}
      rows={1}
      send={t('publish')}
      missing={(where) => (where === '' ? t('publish.missing') : undefined)}
      onSend={(where) =>
        deeds.give(t('publish'), 'PublishWording', {
          wording: wording.wording,
          where: where.slice(0, 300),
          publishedAt: Math.min(now, momentOf(at, now, zone) ?? now),
        })
      }
      onClose={onClose}
      before={<p className="read">{wording.words}</p>}
      after={
        <TimeField
          label={t('publish.at')}
          value={at}
          onChange={setAt}
          say={{ edit: d('time.edit'), wrong: d('time.wrong') }}
        />
      }
    />
  )
}
