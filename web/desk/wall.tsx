// The school wall: every school one large cell in its own place, readable across a room. A school that has said
// nothing is dashed; no cell says "all quiet" before schools can send that word.

import { useMemo } from 'react'
import type { Instant } from '#core/basics/instant.ts'
import { sayStatus } from '#core/incident/say-entry.ts'
import { RESPONSE_LEVELS } from '#core/plan/grade-types.ts'
import { deskWords } from '#core/words/desk.ts'
import { waitWords } from '#core/words/desk-waits.ts'
import { Clock } from '../parts/clock.tsx'
import { EventLevel } from '../parts/event-level.tsx'
import { EmptyState } from '../parts/notice.tsx'
import { ResponseLevel } from '../parts/response-level.tsx'
import { SchoolCell, SchoolWall } from '../parts/school-cell.tsx'
import { rankOf } from '../talk/level-words.ts'
import { limitClock } from '../talk/limit-clock.ts'
import { useSay } from '../talk/words.tsx'
import { type Cell, countCells } from './cells.ts'
import { useDesk } from './desk-data.tsx'
import { firstAwait } from './mine.ts'
import { RegionSide, RegionWall } from './region-wall.tsx'

export function WallPage({ now }: { now: Instant }) {
  const { groups, names, overview, asOf, time, tier, needs, answers } = useDesk()
  const t = useSay(deskWords)
  const counts = countCells(groups)
  const worst = useMemo(() => {
    const open = groups.flatMap((group) => group.cells.flatMap((cell) => cell.worst ?? []))
    return [...RESPONSE_LEVELS].reverse().find((level) => open.some((row) => row.responseLevel === level))
  }, [groups])
  const region = tier === 'province' || tier === 'nation'
  const wall = (
    <div className="wall-page">
      <div className="wall-page__head">
        <h1 className="unseen">{t('wall.title')}</h1>
        <span className="wall-page__count">
          {worst ? (
            <ResponseLevel level={rankOf(worst)} say={names.response(worst)} show="sign" />
          ) : (
            <span className="dot wall-page__none" aria-hidden="true" />
          )}
          <b>{counts.open}</b> {t('all.open')}
        </span>
        {counts.settled > 0 && (
          <span className="wall-page__count">
            <span className="dot dot--quiet" aria-hidden="true" />
            <b>{counts.settled}</b> {t('all.settled')}
          </span>
        )}
        <span className="wall-page__count">
          <span className="dot dot--unreported" aria-hidden="true" />
          <b>{counts.unreported}</b> {t('all.unreported')}
        </span>
        {region && answers && (
          <span className="wall-page__count">
            <b>{needs.length}</b> {t('wall.waiting', { tier: names.tier(tier) })}
          </span>
        )}
        <span className="wall-page__legend">
          <span>{t('wall.legend')}</span>
          {[...RESPONSE_LEVELS].reverse().map((level) => (
            <span key={level} className="wall-page__level">
              <ResponseLevel level={rankOf(level)} say={names.response(level)} show="sign" />
              <span aria-hidden="true">{names.response(level).word}</span>
            </span>
          ))}
          <span className="quieter">{t('wall.order')}</span>
          {asOf !== undefined && <span className="quieter">{t('as-of', { time: time(asOf, now) })}</span>}
        </span>
      </div>
      {overview && counts.schools === 0 && <EmptyState title={t('wall.empty')} text={t('wall.empty.text')} />}
      {!region ? (
        groups.map((group) => (
          <SchoolWall key={group.county} label={names.unit(group.county)}>
            {group.cells.map((cell) => (
              <WallCell key={cell.school.unit} cell={cell} now={now} />
            ))}
          </SchoolWall>
        ))
      ) : (
        <RegionWall now={now} />
      )}
    </div>
  )
  return region ? (
    <>
      {wall}
      <RegionSide now={now} />
    </>
  ) : (
    wall
  )
}

function WallCell({ cell, now }: { cell: Cell; now: Instant }) {
  const { names, plan, tier, answers, clockWords, zone, lang } = useDesk()
  const t = useSay(deskWords)
  const w = useSay(waitWords)
  const school = names.unit(cell.school.unit)
  const { worst } = cell
  if (cell.state === 'settled') {
    return (
      <SchoolCell
        state="quiet"
        number={cell.number}
        school={school}
        words={t('all.settled')}
        detail={t('wall.settled')}
      />
    )
  }
  if (!worst) {
    return (
      <SchoolCell
        state="unreported"
        number={cell.number}
        school={school}
        words={t('all.unreported')}
        detail={t('wall.unreported')}
      />
    )
  }
  const first = firstAwait(worst.awaits, tier)
  const whom = first
    ? first.tier === tier && answers
      ? w(`wait.mine.${first.kind}`)
      : w(`wait.${first.kind}`, { tier: names.tier(first.tier) })
    : sayStatus(worst.status, lang)
  const level = names.response(worst.responseLevel)
  const situation = names.situation(worst.scenario)
  return (
    <SchoolCell
      state="open"
      level={rankOf(worst.responseLevel)}
      levelWords={level}
      number={cell.number}
      school={school}
      situation={cell.open > 1 ? t('wall.more', { situation, n: cell.open }) : situation}
      event={
        <EventLevel
          level={worst.eventLevel}
          of={names.levels}
          say={names.event(worst.eventLevel)}
          show="scale"
        />
      }
      clock={
        first?.dueAt !== undefined && (
          <Clock
            dueAt={first.dueAt}
            now={now}
            words={clockWords}
            zone={zone}
            {...limitClock(plan, first.limit, worst.scenario)}
            layout="stack"
          />
        )
      }
      words={whom}
      href={`/desk/incidents/${worst.id}`}
    />
  )
}
