// The schools as cells: in their fixed order, each with the gravest incident open there. Pure.
// "All quiet" does not exist yet: a school that has said nothing is not reported, and is never shown as well.

import { findAncestor, type UnitPath } from '#core/basics/tier.ts'
import { RESPONSE_LEVELS } from '#core/plan/grade-types.ts'
import type { IncidentRow, Overview } from '#core/wire/view.ts'

export type SchoolOfOverview = Overview['schools'][number]

export interface Cell {
  readonly school: SchoolOfOverview
  /** 07: place in its county, counted from 1. */
  readonly number: string
  readonly state: 'open' | 'settled' | 'unreported'
  /** The gravest open incident, when there is one. */
  readonly worst?: IncidentRow
  readonly open: number
}

export interface CellGroup {
  readonly county: UnitPath
  readonly cells: readonly Cell[]
}

/** Gravest response first, then gravest event, then the least time left. */
export function byGravity(a: IncidentRow, b: IncidentRow): number {
  const due = (row: IncidentRow) =>
    row.awaits.reduce((first, one) => Math.min(first, one.dueAt ?? first), Number.MAX_SAFE_INTEGER)
  return (
    RESPONSE_LEVELS.indexOf(b.responseLevel) - RESPONSE_LEVELS.indexOf(a.responseLevel) ||
    b.eventLevel - a.eventLevel ||
    due(a) - due(b)
  )
}

/** Every school one cell, grouped by county; order is the schools' own and never depends on what happens. */
export function cellsOf(
  schools: readonly SchoolOfOverview[],
  rows: readonly IncidentRow[],
): readonly CellGroup[] {
  const open = new Map<UnitPath, IncidentRow[]>()
  const closed = new Set<UnitPath>()
  for (const row of rows) {
    if (row.status === 'closed') {
      closed.add(row.unit)
      continue
    }
    const here = open.get(row.unit)
    if (here) here.push(row)
    else open.set(row.unit, [row])
  }
  const counties = new Map<UnitPath, SchoolOfOverview[]>()
  for (const school of schools) {
    const county = findAncestor(school.unit, 'county') ?? school.unit
    const here = counties.get(county)
    if (here) here.push(school)
    else counties.set(county, [school])
  }
  return [...counties].map(([county, members]) => ({
    county,
    cells: [...members].sort(byPlace).map((school, index) => {
      const incidents = (open.get(school.unit) ?? []).sort(byGravity)
      const worst = incidents[0]
      return {
        school,
        number: String(index + 1).padStart(2, '0'),
        open: incidents.length,
        ...(worst ? { state: 'open' as const, worst } : { state: quietState(school, closed) }),
      }
    }),
  }))
}

/** A school whose incidents are all closed has been heard of; one that said nothing has not. */
function quietState(school: SchoolOfOverview, closed: ReadonlySet<UnitPath>): 'settled' | 'unreported' {
  return school.state !== 'unreported' || closed.has(school.unit) ? 'settled' : 'unreported'
}

function byPlace(a: SchoolOfOverview, b: SchoolOfOverview): number {
  return a.order - b.order || (a.unit < b.unit ? -1 : 1)
}

/** How many schools there are in each state. */
export function countCells(groups: readonly CellGroup[]): {
  readonly schools: number
  readonly open: number
  readonly settled: number
  readonly unreported: number
} {
  const cells = groups.flatMap((group) => group.cells)
  const count = (state: Cell['state']) => cells.filter((cell) => cell.state === state).length
  return {
    schools: cells.length,
    open: count('open'),
    settled: count('settled'),
    unreported: count('unreported'),
  }
}
