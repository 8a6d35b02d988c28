// A unit of the line: nation, province, county or school, with its official code and the names used there (G3).
// One stream per unit; its path says where it lies. Who works there: post.ts and assignment.ts.

import { refuse } from '../basics/refusal.ts'
import {
  type Context,
  type Decision,
  type Happened,
  happened,
  nothingNew,
  quiet,
  type Recorded,
  type Stream,
  UnknownEvent,
  unruled,
} from '../basics/stream.ts'
import type { Text } from '../basics/text.ts'
import type { Tier, UnitPath } from '../basics/tier.ts'

export interface UnitData {
  readonly path: UnitPath
  readonly tier: Tier
  /** Official code: GB/T 2260 for regions, the school's own code for schools. */
  readonly code: string
  readonly name: Text
  /** Letters that running numbers begin with, e.g. `QH-07`. */
  readonly letters: string
  /** Place in lists and on the wall; schools keep it. */
  readonly order: number
  readonly kind?: 'primary' | 'junior' | 'nine-year'
}

/** The id of the unit's stream follows from where it lies: one place is one unit. */
export function unitId(path: UnitPath): string {
  const [nation = '', province = nation] = path.split('/')
  return `${province}-unit-${path.replace(/\//g, '.')}`
}

export type UnitEvent =
  | Happened<'UnitEstablished', UnitData>
  | Happened<'UnitRenamed', { readonly name: Text }>
export type UnitCommand =
  | { readonly type: 'EstablishUnit'; readonly data: UnitData }
  | { readonly type: 'RenameUnit'; readonly data: { readonly name: Text } }

export interface UnitState {
  readonly unit?: UnitData
}

function evolve(state: UnitState, event: Recorded<UnitEvent>): UnitState {
  switch (event.type) {
    case 'UnitEstablished':
      return { unit: event.data }
    case 'UnitRenamed':
      return state.unit ? { unit: { ...state.unit, name: event.data.name } } : state
    default:
      throw new UnknownEvent('unit', (event as Happened).type)
  }
}

function decide(state: UnitState, command: UnitCommand, _context: Context<unknown>): Decision<UnitEvent> {
  if (command.type === 'EstablishUnit') {
    if (state.unit) return refuse('unit.exists', { field: 'path' })
    return happened<UnitEvent>({ type: 'UnitEstablished', data: command.data })
  }
  if (!state.unit) return refuse('unit.unknown')
  const { name } = command.data
  if (name.zh === state.unit.name.zh && name.en === state.unit.name.en) return nothingNew
  return happened<UnitEvent>({ type: 'UnitRenamed', data: { name } })
}

export const unitStream: Stream<UnitState, UnitCommand, UnitEvent, unknown> = {
  kind: 'unit',
  initial: {},
  evolve,
  decide,
  // A unit is of no campaign; it is on file with the one in which it was set up.
  placeOf: (command, from) =>
    command.type === 'EstablishUnit' ? { unit: command.data.path, campaign: from.campaign } : undefined,
  ...quiet,
  ...unruled,
}
