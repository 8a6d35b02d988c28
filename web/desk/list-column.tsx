// The second column: the county's schools as small cells in their fixed order, counts, and the live list below.
// For a province or the nation the cells stand county by county.

import { useMemo, useRef } from 'react'
import { Link } from 'wouter'
import type { Instant } from '#core/basics/instant.ts'
import { sayStatus } from '#core/incident/say-entry.ts'
import type { IncidentRow } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { waitWords } from '#core/words/desk-waits.ts'
import { Clock } from '../parts/clock.tsx'
import { EventLevel } from '../parts/event-level.tsx'
import { EmptyState } from '../parts/notice.tsx'
import { ResponseLevel } from '../parts/response-level.tsx'
import { useJoined } from '../talk/joined.ts'
import { rankOf } from '../talk/level-words.ts'
import { limitClock } from '../talk/limit-clock.ts'
import { useSay } from '../talk/words.tsx'
import { CellDot } from './cell-dot.tsx'
import { countCells } from './cells.ts'
import { useDesk } from './desk-data.tsx'
import { countOpen, firstAwait, newestFirst } from './mine.ts'
import { NewOnes } from './new-ones.tsx'
import { SpreadCards } from './spread-cards.tsx'
import { rowKeys } from './use-row-keys.ts'
import { useSteady } from './use-steady.ts'
import { VerdictFigures } from './verdict-figures.tsx'

export interface ListColumnProps {
  current: string | undefined
  now: Instant
}

export function ListColumn({ current, now }: ListColumnProps) {
  const { rows, more, asOf, names, me, time } = useDesk()
  const t = useSay(deskWords)
  const area = useRef<HTMLElement>(null)
  const sorted = useMemo(() => newestFirst(rows), [rows])
  const byId = useMemo(() => new Map(sorted.map((row) => [row.id, row])), [sorted])
  const steady = useSteady(
    area,
    useMemo(() => sorted.map((row) => row.id), [sorted]),
    asOf !== undefined,
  )
  const label = t('list.label', { unit: names.unit(me.post.unit) })
  return (
    <section ref={area} className="column column--list" aria-label={label} tabIndex={-1} onKeyDown={rowKeys}>
      <Schools now={now} />
      <SpreadCards now={now} />
      <div className="desk-head desk-head--list desk-head--stays">
        <h2>{t('list.title')}</h2>
        <span className="quieter small">{t('list.count', { n: countOpen(rows) })}</span>
        <NewOnes n={steady.held} onShow={steady.release} order={t('list.order')} />
      </div>
      {steady.shown.length === 0 ? (
        <div className="desk-pad">
          {asOf === undefined ? (
            <EmptyState title={t('list.loading')} text={t('list.loading.text')} />
          ) : (
            <EmptyState
              title={t('list.empty')}
              text={t('list.empty.text')}
              asOf={t('as-of', { time: time(asOf, now) })}
            />
          )}
        </div>
      ) : (
        <>
          <div className="live-row live-row--head" aria-hidden="true">
            <span>{t('list.head.at')}</span>
            <span className="live-row__wide">{t('list.head.what')}</span>
            <span>{t('list.head.event')}</span>
            <span>{t('list.head.due')}</span>
          </div>
          <ul className="live-list" aria-label={t('list.title')}>
            {steady.shown.map((id) => {
              const row = byId.get(id)
              return (
                row && (
                  <LiveRow
                    key={id}
                    row={row}
                    now={now}
                    current={id === current}
                    fresh={steady.fresh.has(id)}
                  />
                )
              )
            })}
          </ul>
        </>
      )}
      {more > 0 && <p className="desk-pad quieter small">{t('list.more', { n: more })}</p>}
    </section>
  )
}

interface LiveRowProps {
  row: IncidentRow
  now: Instant
  current: boolean
  fresh: boolean
}

function LiveRow({ row, now, current, fresh }: LiveRowProps) {
  const { names, tier, answers, plan, clockWords, zone, time, lang } = useDesk()
  const t = useSay(deskWords)
  const w = useSay(waitWords)
  const join = useJoined()
  const marksOf = useMarks()
  const over = row.status === 'closed'
  const first = over ? undefined : firstAwait(row.awaits, tier)
  const whom =
    first &&
    (first.tier === tier && answers
      ? w(`wait.mine.${first.kind}`)
      : w(`wait.${first.kind}`, { tier: names.tier(first.tier) }))
  const classes = `live-list__row${current ? ' needs__row--current' : ''}${fresh ? ' fresh' : ''}${over ? ' live-list__row--over' : ''}`
  return (
    <li className={classes}>
      <Link
        data-row
        className="live-row"
        href={`/desk/incidents/${row.id}`}
        aria-current={current ? 'true' : undefined}
      >
        <span className="live-row__at">{time(row.discoveredAt, now)}</span>
        <ResponseLevel
          level={rankOf(row.responseLevel)}
          say={names.response(row.responseLevel)}
          show="sign"
          over={over}
        />
        <span className="live-row__what">
          <b>{names.place(row.unit)}</b>
          <span>{join(names.situation(row.scenario), ...marksOf(row))}</span>
        </span>
        <EventLevel
          level={row.eventLevel}
          of={names.levels}
          say={names.event(row.eventLevel)}
          show="number"
        />
        <span className="live-row__due">
          {first?.dueAt !== undefined ? (
            <Clock
              dueAt={first.dueAt}
              now={now}
              words={clockWords}
              zone={zone}
              {...limitClock(plan, first.limit, row.scenario)}
              layout="stack"
              size="s"
              beside={whom}
            />
          ) : (
            <span className="quieter">
              {over
                ? t('list.closed', { time: time(row.changedAt, now) })
                : (whom ?? sayStatus(row.status, lang))}
            </span>
          )}
        </span>
      </Link>
    </li>
  )
}

/** What else a glance should catch: how it stands to others, work that waits, a report that is not true. */
function useMarks(): (row: IncidentRow) => readonly string[] {
  const t = useSay(deskWords)
  return (row) => [
    ...(row.members === undefined ? [] : [t('list.members', { n: row.members })]),
    ...(row.under === undefined ? [] : [t(`list.under.${row.under.as}`)]),
    ...(row.heldSince === undefined ? [] : [t('list.held')]),
    ...(row.verdict === 'refuted' ? [t('list.refuted')] : []),
  ]
}

/** The cells of every school, and how many are in which state. */
function Schools({ now }: { now: Instant }) {
  const { groups, overview, names, me, asOf, time } = useDesk()
  const t = useSay(deskWords)
  const counts = countCells(groups)
  const many = groups.length > 1
  return (
    <>
      <div className="desk-head">
        <h2>{t(`all.${me.post.tier === 'school' ? 'county' : me.post.tier}`)}</h2>
        {overview && (
          <span className="quieter small">
            {t('all.size', { schools: counts.schools, seats: overview.seats })}
          </span>
        )}
        {asOf !== undefined && (
          <span className="desk-head__side">{t('as-of', { time: time(asOf, now) })}</span>
        )}
      </div>
      {groups.map((group) => (
        <div key={group.county} className="strip-group">
          {many && <h3 className="strip-group__name">{names.unit(group.county)}</h3>}
          <div className="strip">
            {group.cells.map((cell) => (
              <CellDot key={cell.school.unit} cell={cell} />
            ))}
          </div>
        </div>
      ))}
      <p className="strip-legend">
        <span>
          {t('all.open')} <b>{counts.open}</b>
          {t('all.open.shape')}
        </span>
        {counts.settled > 0 && (
          <span>
            {t('all.settled')} <b>{counts.settled}</b>
          </span>
        )}
        <span>
          {t('all.unreported')} <b>{counts.unreported}</b>
        </span>
        <VerdictFigures />
      </p>
    </>
  )
}
