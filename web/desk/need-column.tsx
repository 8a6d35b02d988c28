// The first column: what waits for my tier's answer, the urgent and then the least time left first, and below it what I wait for.

import { useMemo, useRef } from 'react'
import { Link } from 'wouter'
import type { Instant } from '#core/basics/instant.ts'
import { deskWords } from '#core/words/desk.ts'
import { waitWords } from '#core/words/desk-waits.ts'
import { Count } from '../parts/chip.tsx'
import { Clock } from '../parts/clock.tsx'
import { readClock } from '../parts/clock-text.ts'
import { EventLevel } from '../parts/event-level.tsx'
import { EmptyState } from '../parts/notice.tsx'
import { ResponseLevel } from '../parts/response-level.tsx'
import { useJoined } from '../talk/joined.ts'
import { rankOf } from '../talk/level-words.ts'
import { limitClock } from '../talk/limit-clock.ts'
import { useSay } from '../talk/words.tsx'
import { useDesk } from './desk-data.tsx'
import { headlineWords } from './headline-words.ts'
import { type Need, nearestEnd } from './mine.ts'
import { NewOnes } from './new-ones.tsx'
import { rowKeys } from './use-row-keys.ts'
import { useSteady } from './use-steady.ts'

export interface NeedColumnProps {
  /** Id of the incident in hand. */
  current: string | undefined
  now: Instant
}

export function NeedColumn({ current, now }: NeedColumnProps) {
  const { needs, waited, rows, asOf, answers, names, tier, time } = useDesk()
  const t = useSay(deskWords)
  const area = useRef<HTMLElement>(null)
  const byId = useMemo(() => new Map(needs.map((need) => [need.row.id, need])), [needs])
  const steady = useSteady(
    area,
    useMemo(() => needs.map((need) => need.row.id), [needs]),
    asOf !== undefined,
  )
  const title = answers ? t('need.title') : t('need.title.observer', { tier: names.tier(tier) })
  return (
    <section ref={area} className="column column--need" aria-label={title} tabIndex={-1} onKeyDown={rowKeys}>
      <div className="desk-head desk-head--stays">
        <h2>{title}</h2>
        {needs.length > 0 && <Count n={needs.length} name={t('need.count', { n: needs.length, title })} />}
        <NewOnes n={steady.held} onShow={steady.release} order={t('need.order')} />
      </div>
      {steady.shown.length === 0 && (
        <div className="desk-pad">
          {asOf === undefined ? (
            <EmptyState title={t('list.loading')} text={t('list.loading.text')} />
          ) : (
            <EmptyState
              title={t('need.empty')}
              text={t('need.empty.text')}
              asOf={t('as-of', { time: time(asOf, now) })}
            />
          )}
        </div>
      )}
      <ul className="needs" aria-label={title}>
        {steady.shown.map((id) => {
          const need = byId.get(id)
          const row = need?.row ?? rows.find((one) => one.id === id)
          if (!row) return null
          return (
            <NeedRow
              key={id}
              need={need}
              row={row}
              now={now}
              current={id === current}
              fresh={steady.fresh.has(id)}
              under={row.under !== undefined && steady.shown.includes(row.under.incident)}
            />
          )
        })}
      </ul>
      <div className="desk-head desk-head--waited">
        <h2>{t('waited.title')}</h2>
        <span className="quieter small">{waited.length}</span>
      </div>
      {waited.length === 0 ? (
        <p className="desk-pad quieter small">{t('waited.empty')}</p>
      ) : (
        <ul className="waited" aria-label={t('waited.title')}>
          {waited.map((need) => (
            <WaitedRow key={need.row.id} need={need} now={now} current={need.row.id === current} />
          ))}
        </ul>
      )}
    </section>
  )
}

interface NeedRowProps {
  /** Absent when it was settled while the list stood still. */
  need: Need | undefined
  row: Need['row']
  now: Instant
  current: boolean
  fresh: boolean
  /** It stands under another incident of this list. */
  under: boolean
}

function NeedRow({ need, row, now, current, fresh, under }: NeedRowProps) {
  const { names, plan, lang, clockWords, zone, time } = useDesk()
  const t = useSay(deskWords)
  const w = useSay(waitWords)
  const join = useJoined()
  const deed = need ? w(`deed.${need.awaits.kind}`) : ''
  const timed = need && nearestEnd(need.awaits, row)
  const clock = timed?.dueAt !== undefined && {
    dueAt: timed.dueAt,
    now,
    words: clockWords,
    zone,
    ...limitClock(plan, timed.limit, row.scenario),
  }
  const hasOrder = need?.awaits.kind === 'comply' || need?.awaits.kind === 'instruct'
  const by = row.headline?.from
  const from = hasOrder && by ? names.tier(by) : undefined
  // Somebody else's end says whose it is.
  const whose = timed && timed !== need?.awaits && w(`wait.${timed.kind}`, { tier: names.tier(timed.tier) })
  return (
    <li
      className={`needs__row${under ? ' needs__row--under' : ''}${current ? ' needs__row--current' : ''}${fresh ? ' fresh' : ''}`}
    >
      <Link
        data-row
        className="needs__link"
        href={`/desk/incidents/${row.id}`}
        aria-current={current ? 'true' : undefined}
      >
        <span className="needs__time">
          {clock ? (
            <Clock {...clock} beside={join(deed, whose, readClock(clock).beside)} />
          ) : (
            <>
              <span className="quieter small">{need ? t('need.no-limit') : t('need.settled')}</span>
              {need && (
                <span className="quieter small">
                  {join(deed, t('need.reported', { time: time(row.reportedAt, now) }))}
                </span>
              )}
            </>
          )}
        </span>
        <span className="needs__what">
          <b>{names.situation(row.scenario)}</b>
          <span className="quieter">
            {names.place(row.unit)}
            {row.room !== undefined && `·${names.room(row.unit, row.room)}`}
          </span>
        </span>
        {row.headline !== undefined && <span className="needs__words">{headlineWords(row, from, lang)}</span>}
        <span className="needs__levels">
          <EventLevel
            level={row.eventLevel}
            of={names.levels}
            say={names.event(row.eventLevel)}
            show="scale"
          />
          <ResponseLevel
            level={rankOf(row.responseLevel)}
            say={names.response(row.responseLevel)}
            show="scale"
          />
        </span>
      </Link>
    </li>
  )
}

function WaitedRow({ need, now, current }: { need: Need; now: Instant; current: boolean }) {
  const { names, plan, clockWords, zone } = useDesk()
  const t = useSay(deskWords)
  const w = useSay(waitWords)
  const { row, awaits } = need
  const timed = nearestEnd(awaits, row)
  return (
    <li className={`needs__row${current ? ' needs__row--current' : ''}`}>
      <Link
        data-row
        className="waited__link"
        href={`/desk/incidents/${row.id}`}
        aria-current={current ? 'true' : undefined}
      >
        <ResponseLevel
          level={rankOf(row.responseLevel)}
          say={names.response(row.responseLevel)}
          show="sign"
        />
        <span className="waited__body">
          <b>
            {t('title.incident', { place: names.place(row.unit), situation: names.situation(row.scenario) })}
          </b>
          <span className="waited__who">
            {w(`wait.${awaits.kind}`, { tier: names.tier(awaits.tier) })}
            {timed?.dueAt !== undefined && (
              <Clock
                dueAt={timed.dueAt}
                now={now}
                words={clockWords}
                zone={zone}
                {...limitClock(plan, timed.limit, row.scenario)}
                size="s"
              />
            )}
          </span>
        </span>
      </Link>
    </li>
  )
}
