// The wall of a province or the national centre: one card for each county with its schools as small cells, or one for each province with
// its counts; beside it what waits for this tier's answer and how many incidents began when.

import { useMemo } from 'react'
import { Link } from 'wouter'
import type { Instant } from '#core/basics/instant.ts'
import { findAncestor, isWithin, type UnitPath } from '#core/basics/tier.ts'
import { eventLevels } from '#core/plan/effective.ts'
import { EVENT_LEVELS, RESPONSE_LEVELS } from '#core/plan/grade-types.ts'
import type { IncidentRow } from '#core/wire/view.ts'
import { deskWords } from '#core/words/desk.ts'
import { waitWords } from '#core/words/desk-waits.ts'
import { Clock } from '../parts/clock.tsx'
import { EventLevel } from '../parts/event-level.tsx'
import { ResponseLevel } from '../parts/response-level.tsx'
import { rankOf } from '../talk/level-words.ts'
import { useSay } from '../talk/words.tsx'
import { CellDot } from './cell-dot.tsx'
import { type CellGroup, countCells } from './cells.ts'
import { useDesk } from './desk-data.tsx'
import { NeedColumn } from './need-column.tsx'
import { NewByTime } from './new-by-time.tsx'

export function RegionWall({ now }: { now: Instant }) {
  const { groups, tier } = useDesk()
  const provinces = useMemo(() => byProvince(groups), [groups])
  return (
    <ul className="counties">
      {tier === 'nation'
        ? provinces.map(([province, counties]) => (
            <ProvinceCard key={province} province={province} groups={counties} now={now} />
          ))
        : groups.map((group) => <CountyCard key={group.county} group={group} now={now} />)}
    </ul>
  )
}

/** What stands beside the cards. */
export function RegionSide({ now }: { now: Instant }) {
  return (
    <div className="region-side">
      <NeedColumn current={undefined} now={now} />
      <NewByTime now={now} />
    </div>
  )
}

function byProvince(groups: readonly CellGroup[]): readonly (readonly [UnitPath, readonly CellGroup[]])[] {
  const found = new Map<UnitPath, CellGroup[]>()
  for (const group of groups) {
    const province = findAncestor(group.county, 'province') ?? group.county
    const here = found.get(province)
    if (here) here.push(group)
    else found.set(province, [group])
  }
  return [...found]
}

/** What of a unit waits for the viewer's tier: the nearest one, with its clock. */
function Mine({ unit, now }: { unit: UnitPath; now: Instant }) {
  const { needs, names, tier, clockWords, zone } = useDesk()
  const w = useSay(waitWords)
  const mine = needs.find((need) => isWithin(need.row.unit, unit))
  if (!mine) return null
  return (
    <Link className="county__mine" href={`/desk/incidents/${mine.row.id}`}>
      {w(`wait.${mine.awaits.kind}`, { tier: names.tier(tier) })}
      {mine.awaits.dueAt !== undefined && (
        <Clock dueAt={mine.awaits.dueAt} now={now} words={clockWords} zone={zone} size="s" />
      )}
    </Link>
  )
}

function useIsMine(unit: UnitPath): boolean {
  const { needs } = useDesk()
  return needs.some((need) => isWithin(need.row.unit, unit))
}

/** How many schools have an incident of each event level as their gravest, and how many said nothing. */
function Foot({ open, unreported }: { open: readonly IncidentRow[]; unreported: number }) {
  const { names, plan } = useDesk()
  const t = useSay(deskWords)
  return (
    <div className="county__foot">
      {(plan ? eventLevels(plan) : EVENT_LEVELS).map((level) => {
        const n = open.filter((row) => row.eventLevel === level).length
        return (
          n > 0 && (
            <span key={level}>
              <EventLevel level={level} of={names.levels} say={names.event(level)} show="scale" />{' '}
              {t('wall.schools', { n })}
            </span>
          )
        )
      })}
      <span>{t('wall.county.unreported', { n: unreported })}</span>
    </div>
  )
}

function CountyCard({ group, now }: { group: CellGroup; now: Instant }) {
  const { names } = useDesk()
  const t = useSay(deskWords)
  const mine = useIsMine(group.county)
  return (
    <li className={`county${mine ? ' county--mine' : ''}`}>
      <div className="county__head">
        <h2>{names.unit(group.county)}</h2>
        <span className="quieter small">{t('wall.county.size', { n: group.cells.length })}</span>
        <Mine unit={group.county} now={now} />
      </div>
      <div className="strip">
        {group.cells.map((cell) => (
          <CellDot key={cell.school.unit} cell={cell} />
        ))}
      </div>
      <Foot
        open={group.cells.flatMap((cell) => cell.worst ?? [])}
        unreported={countCells([group]).unreported}
      />
    </li>
  )
}

/** Thousands of cells say nothing: a province is its counts, by response level as on the wall. */
function ProvinceCard({
  province,
  groups,
  now,
}: {
  province: UnitPath
  groups: readonly CellGroup[]
  now: Instant
}) {
  const { names } = useDesk()
  const t = useSay(deskWords)
  const mine = useIsMine(province)
  const counts = countCells(groups)
  const open = groups.flatMap((group) => group.cells.flatMap((cell) => cell.worst ?? []))
  return (
    <li className={`county${mine ? ' county--mine' : ''}`}>
      <div className="county__head">
        <h2>{names.unit(province)}</h2>
        <span className="quieter small">
          {t('wall.province.size', { counties: groups.length, n: counts.schools })}
        </span>
        <Mine unit={province} now={now} />
      </div>
      <div className="county__levels">
        {[...RESPONSE_LEVELS].reverse().map((level) => {
          const n = open.filter((row) => row.responseLevel === level).length
          return (
            <span key={level} className={n === 0 ? 'county__level county__level--none' : 'county__level'}>
              <ResponseLevel level={rankOf(level)} say={names.response(level)} show="sign" />
              <b>{n}</b>
            </span>
          )
        })}
      </div>
      <Foot open={open} unreported={counts.unreported} />
    </li>
  )
}
