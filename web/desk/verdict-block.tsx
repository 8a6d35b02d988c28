// Verified or refuted: the receiving tier's word on whether a report is true, before it counts in public figures; and a report
// made by mistake is dismissed as such. Measures never wait for either.

import { useState } from 'react'
import { deskWords } from '#core/words/desk.ts'
import { upWords } from '#core/words/desk-up.ts'
import { Button } from '../parts/button.tsx'
import { Chip } from '../parts/chip.tsx'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { DraftSheet } from './draft-sheet.tsx'
import type { HandParts } from './hand-parts.ts'
import { SidePart } from './side-part.tsx'
import { whoDid } from './who-did.ts'

export function VerdictBlock({ view, names, now, deeds, next }: HandParts) {
  const { time } = useDesk()
  const t = useSay(upWords)
  const d = useSay(deskWords)
  const [sheet, setSheet] = useState<'verified' | 'refuted' | 'dismiss'>()
  const { incident } = view
  const may = (type: string) => view.may.includes(type)
  const close = () => setSheet(undefined)
  return (
    <SidePart title={t('verdict.title')}>
      {incident.verdicts.length === 0 && <p className="quieter">{t('verdict.none')}</p>}
      <ul className="blocks">
        {incident.verdicts.map((one) => (
          <li key={one.recordedAt} className="block">
            <span className="line">
              <Chip icon={one.verdict === 'verified' ? 'tick' : 'cross'}>{t(`verdict.${one.verdict}`)}</Chip>
              <span className="quieter small">
                {t('verdict.line', {
                  tier: names.tier(one.tier),
                  name: whoDid(one.by, view, names),
                  time: time(one.occurredAt, now),
                })}
              </span>
            </span>
            {one.words !== undefined && <span>{one.words}</span>}
          </li>
        ))}
      </ul>
      {incident.dismissed && (
        <p>
          {t('dismiss.done', {
            time: time(incident.dismissed.occurredAt, now),
            reason: incident.dismissed.reason ?? d('story.withheld'),
          })}
        </p>
      )}
      <div className="line">
        {may('Verify') && (
          <>
            <Button
              size="s"
              kind={next?.kind === 'verify' ? 'solid' : 'outline'}
              onPress={() => setSheet('verified')}
            >
              {t('verdict.verify')}
            </Button>
            <Button size="s" onPress={() => setSheet('refuted')}>
              {t('verdict.refute')}
            </Button>
          </>
        )}
        {may('Dismiss') && !incident.dismissed && (
          <Button size="s" kind="text" onPress={() => setSheet('dismiss')}>
            {t('dismiss.open')}
          </Button>
        )}
      </div>
      {(sheet === 'verified' || sheet === 'refuted') && (
        <DraftSheet
          title={t(sheet === 'verified' ? 'verdict.verify.title' : 'verdict.refute.title')}
          draft={`${incident.id}.verdict`}
          label={t('verdict.words')}
          hint={t('verdict.hint')}
          rows={2}
          send={t(sheet === 'verified' ? 'verdict.verify' : 'verdict.refute')}
          missing={() => undefined}
          onSend={(words) =>
            deeds.give(t('verdict.title'), 'Verify', { verdict: sheet, ...(words === '' ? {} : { words }) })
          }
          onClose={close}
        />
      )}
      {sheet === 'dismiss' && (
        <DraftSheet
          title={t('dismiss.title')}
          draft={`${incident.id}.dismiss`}
          label={d('regrade.reason')}
          hint={t('dismiss.hint')}
          rows={2}
          send={t('dismiss.send')}
          missing={(reason) => (reason === '' ? d('regrade.reason.missing') : undefined)}
          onSend={(reason) => deeds.give(t('dismiss.send'), 'Dismiss', { reason })}
          onClose={close}
          after={<p className="quieter small">{t('dismiss.kept')}</p>}
        />
      )}
    </SidePart>
  )
}
