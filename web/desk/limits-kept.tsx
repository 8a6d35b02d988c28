// The limits of the incident: those that run, those kept, those missed, each with when (A4, E4). Late is said.

import { inLang } from '#core/basics/text.ts'
import { deskWords } from '#core/words/desk.ts'
import { Late } from '../parts/chip.tsx'
import { figures } from '../parts/clock-text.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import type { HandParts } from './hand-parts.ts'
import { SidePart } from './side-part.tsx'

export function LimitsKept({ view, now }: HandParts) {
  const { lang, time, clockWords } = useDesk()
  const t = useSay(deskWords)
  if (view.limits.length === 0) return null
  return (
    <SidePart title={t('limits.title')}>
      <ul className="limits">
        {view.limits.map((limit) => {
          const name = inLang(limit.name, lang)
          const key = `${limit.limit}/${limit.startedAt}`
          if (limit.stoppedAt === undefined && now < limit.dueAt) {
            return (
              <li key={key}>
                {name}
                <span>{t('limits.running', { time: time(limit.dueAt, now) })}</span>
              </li>
            )
          }
          if (limit.undone) {
            return (
              <li key={key}>
                {name}
                <Late>{t('limits.undone')}</Late>
              </li>
            )
          }
          const missed = limit.kept === false || limit.stoppedAt === undefined
          const by = Math.max(0, Math.floor(((limit.stoppedAt ?? now) - limit.dueAt) / 1000))
          return (
            <li key={key}>
              {name}
              {missed ? (
                <Late>{clockWords.late(figures(by, clockWords))}</Late>
              ) : (
                <span className="limits__kept">
                  {t(limit.claimed ? 'limits.claimed' : 'limits.kept', {
                    time: time(limit.stoppedAt ?? now, now),
                  })}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </SidePart>
  )
}
