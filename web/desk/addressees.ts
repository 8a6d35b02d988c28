// Choosing the schools an order goes to: by name, all, those with an incident, those with the same kind of incident, a county at a
// time. Pure; the grid one presses is school-picker.tsx.

import type { UnitPath } from '#core/basics/tier.ts'
import type { Cell, CellGroup } from './cells.ts'

export type Picked = ReadonlySet<UnitPath>

export function allSchools(groups: readonly CellGroup[]): Picked {
  return new Set(groups.flatMap((group) => group.cells.map((cell) => cell.school.unit)))
}

/** Schools with an open incident; with `scenario`, of that kind. */
export function schoolsWith(groups: readonly CellGroup[], scenario?: string): Picked {
  return new Set(
    groups.flatMap((group) =>
      group.cells
        .filter((cell) =>
          scenario === undefined ? cell.worst !== undefined : cell.worst?.scenario === scenario,
        )
        .map((cell) => cell.school.unit),
    ),
  )
}

/** All of them when not all are there yet, else none of them. */
export function toggleAll(picked: Picked, units: readonly UnitPath[]): Picked {
  const next = new Set(picked)
  if (units.every((unit) => picked.has(unit))) for (const unit of units) next.delete(unit)
  else for (const unit of units) next.add(unit)
  return next
}

export function toggle(picked: Picked, unit: UnitPath): Picked {
  return toggleAll(picked, [unit])
}

/** Groups with the cells that `fits`; empty groups go. */
export function filterGroups(
  groups: readonly CellGroup[],
  fits: (cell: Cell) => boolean,
): readonly CellGroup[] {
  return groups
    .map((group) => ({ ...group, cells: group.cells.filter(fits) }))
    .filter((group) => group.cells.length > 0)
}
