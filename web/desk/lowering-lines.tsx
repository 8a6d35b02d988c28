// A6: proposals to lower the level: who wants what and why, whose agreement they wait for, and agreeing or declining where that is
// this viewer's to say. Until then nothing changes.

import { useState } from 'react'
import { isAtOrAbove } from '#core/basics/tier.ts'
import { openLowerings } from '#core/incident/lowerings.ts'
import type { LoweringOnRecord } from '#core/incident/state.ts'
import { deskWords } from '#core/words/desk.ts'
import { upWords } from '#core/words/desk-up.ts'
import { sayEventLevel, sayResponseLevel } from '#core/words/grading.ts'
import { Button } from '../parts/button.tsx'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { DraftSheet } from './draft-sheet.tsx'
import type { HandParts } from './hand-parts.ts'
import { whoDid } from './who-did.ts'

export function LoweringLines(parts: HandParts) {
  const { view, names, now, deeds, next } = parts
  const { tier, answers, lang, time } = useDesk()
  const t = useSay(upWords)
  const d = useSay(deskWords)
  const [declining, setDeclining] = useState<LoweringOnRecord>()
  const { incident } = view
  const open = new Set(openLowerings(incident).map((one) => one.lowering))
  const shown = incident.lowerings.filter((one) => open.has(one.lowering) || one.declined)
  if (shown.length === 0) return null
  return (
    <ul className="blocks">
      {shown.map((one) => {
        const decides = open.has(one.lowering) && answers && isAtOrAbove(tier, one.toTier)
        const comma = d('comma')
        return (
          <li key={one.lowering} className={open.has(one.lowering) ? 'block block--open' : 'block'}>
            <span>
              {t('lowering.open', {
                name: whoDid(one.by, view, names),
                time: time(one.occurredAt, now),
                levels:
                  sayEventLevel(one.eventLevel, lang) + comma + sayResponseLevel(one.responseLevel, lang),
                reason: one.reason ?? d('story.withheld'),
              })}
            </span>
            {one.declined ? (
              <span className="quieter small">
                {t('lowering.declined', {
                  name: whoDid(one.declined.by, view, names),
                  time: time(one.declined.occurredAt, now),
                  reason: one.declined.reason ?? d('story.withheld'),
                })}
              </span>
            ) : (
              <span className="quieter small">{t('lowering.waits', { tier: names.tier(one.toTier) })}</span>
            )}
            {decides && (
              <span className="line">
                {view.may.includes('AgreeLowering') && (
                  <Button
                    size="s"
                    kind={
                      next?.kind === 'agree-lowering' && next.about === one.lowering ? 'solid' : 'outline'
                    }
                    onPress={() =>
                      deeds.give(t('lowering.agree'), 'AgreeLowering', { lowering: one.lowering })
                    }
                  >
                    {t('lowering.agree')}
                  </Button>
                )}
                {view.may.includes('DeclineLowering') && (
                  <Button size="s" onPress={() => setDeclining(one)}>
                    {t('lowering.decline')}
                  </Button>
                )}
              </span>
            )}
          </li>
        )
      })}
      {declining && (
        <DraftSheet
          title={t('lowering.decline.title')}
          draft={`${incident.id}.lowering.${declining.lowering}`}
          label={d('regrade.reason')}
          rows={2}
          send={t('lowering.decline')}
          missing={(reason) => (reason === '' ? d('regrade.reason.missing') : undefined)}
          onSend={(reason) =>
            deeds.give(t('lowering.decline'), 'DeclineLowering', { lowering: declining.lowering, reason })
          }
          onClose={() => setDeclining(undefined)}
        />
      )}
    </ul>
  )
}
