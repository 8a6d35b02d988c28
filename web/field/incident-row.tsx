// An incident as a line of a list, and one that is still on this phone only.

import { tierOf } from '#core/basics/tier.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { findSituation } from '#core/plan/effective.ts'
import type { IncidentRow } from '#core/wire/view.ts'
import { fieldWords } from '#core/words/field.ts'
import { Provisional } from '../parts/chip.tsx'
import { Clock } from '../parts/clock.tsx'
import { figures } from '../parts/clock-text.ts'
import { EventLevel } from '../parts/event-level.tsx'
import { ListRow } from '../parts/list-row.tsx'
import { ResponseLevel } from '../parts/response-level.tsx'
import { useClockWords, useTimeOfDay, zoneName } from '../talk/clock-words.ts'
import { useJoined } from '../talk/joined.ts'
import { rankOf, useLevelWords } from '../talk/level-words.ts'
import { limitClock } from '../talk/limit-clock.ts'
import { useKit, useMe } from '../talk/session.tsx'
import { useSay, useText } from '../talk/words.tsx'

export interface IncidentLineProps {
  row: IncidentRow
  plan: EffectivePlan
  now: number
  /** Still in the outbox. */
  unsent?: boolean | undefined
}

/** Levels with their words, where, since when, and the next clock. */
export function IncidentLine({ row, plan, now, unsent = false }: IncidentLineProps) {
  const t = useSay(fieldWords)
  const join = useJoined()
  const me = useMe()
  const levels = useLevelWords(plan)
  const words = useClockWords()
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const name = useSituationName(plan)(row.scenario)
  const unit = useUnitName()(row.unit)
  const due = row.awaits
    .filter((wait) => wait.dueAt !== undefined)
    .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))[0]
  const answered = isAnswered(row)
  const closed = row.status === 'closed' || row.status === 'joined'
  const where = join(
    row.unit !== me.post.unit && unit,
    row.number,
    t('list.since', { at: timeOfDay(row.discoveredAt, now) }),
    row.members !== undefined && t('list.members', { n: row.members }),
    row.status === 'joined' && t('list.joined'),
    row.verdict === 'refuted' && t('list.refuted'),
  )
  return (
    <ListRow
      href={`/incidents/${row.id}`}
      title={name}
      text={
        <>
          {where}
          <span className="line field__levels">
            <EventLevel level={row.eventLevel} say={levels.event(row.eventLevel)} show="scale" />
            <ResponseLevel
              level={rankOf(row.responseLevel)}
              say={levels.response(row.responseLevel)}
              show="scale"
              size="s"
              over={closed}
            />
            {row.heldSince !== undefined && !closed && (
              <Provisional>
                {answered
                  ? t('list.answered')
                  : t('list.held', { figures: figures((now - row.heldSince) / 1000, words) })}
              </Provisional>
            )}
          </span>
        </>
      }
      side={
        unsent ? (
          <Provisional>{t('incident.unsent')}</Provisional>
        ) : due?.dueAt !== undefined && !closed ? (
          <Clock
            dueAt={due.dueAt}
            now={now}
            words={words}
            layout="stack"
            zone={zoneName(me.campaign.zoneMinutes)}
            {...limitClock(plan, due.limit, row.scenario)}
          />
        ) : undefined
      }
    />
  )
}

/** The answer that held work waits for is here: from then on its own tier owes that work goes on, until then the one above (B10). */
function isAnswered({ awaits, unit }: Pick<IncidentRow, 'awaits' | 'unit'>): boolean {
  const held = awaits.filter((wait) => wait.kind === 'resume')
  return held.length > 0 && held.every((wait) => wait.tier === tierOf(unit))
}

/** What a situation is called; its id where the plan does not know it. */
export function useSituationName(plan: EffectivePlan): (scenario: string) => string {
  const text = useText()
  return (scenario) => {
    const situation = findSituation(plan, scenario)
    return situation ? text(situation.name) : scenario
  }
}

/** What a unit is called, from the kit; empty where it is not known. */
export function useUnitName(): (path: string) => string {
  const text = useText()
  const kit = useKit()
  const me = useMe()
  return (path) => {
    const unit = kit?.units.find((one) => one.path === path) ?? me.units.find((one) => one.path === path)
    return unit ? text(unit.name) : ''
  }
}
