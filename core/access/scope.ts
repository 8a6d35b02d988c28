// What an actor may see, as plain data: the store turns it into SQL, and `seesRow` is the same rule for one row.
// A property test holds the two and `view` together. What he may do is can.ts.

import { isWithin, type UnitPath } from '../basics/tier.ts'
import type { StreamKind } from '../streams.ts'
import type { ActingRole, Actor, Thing } from './actor.ts'

export interface Scope {
  readonly campaign: string
  /** Everything in this unit and under it, unless `ownOnly`. */
  readonly unitPrefix: UnitPath
  /** Sees only what he reported or is concerned by; that he sees wherever it lies in the campaign. */
  readonly ownOnly: boolean
  /** Sees confined things of his units too; otherwise only as their reporter or where concerned. */
  readonly confinedVisible: boolean
  readonly person: string
  readonly kinds: readonly StreamKind[]
}

/** A row as a list holds it, with whether a row of concern joins it to the actor's person. */
export interface ScopedRow {
  readonly kind: StreamKind
  readonly unit: UnitPath
  readonly campaign: string
  readonly confined: boolean
  /** Person who reported it. */
  readonly reporter?: string
  readonly concerned: boolean
}

const WHO: readonly StreamKind[] = ['unit', 'campaign', 'person', 'post', 'assignment']
/** Orders, receipts, proposals, the handbook and the editions of plans: where they lie says who reads them. */
const SENT: readonly StreamKind[] = ['order', 'receipt', 'spread', 'twice', 'handbook', 'edition']
const EVERYTHING: readonly StreamKind[] = ['incident', 'notice', ...SENT, ...WHO]

/** County and above in the line: a report about people of a school goes to them. */
const LINE_ABOVE: ReadonlySet<ActingRole> = new Set<ActingRole>([
  'county-desk',
  'county-lead',
  'province-desk',
  'province-lead',
  'nation-desk',
])
const OWN_ONLY: ReadonlySet<ActingRole> = new Set<ActingRole>(['outside', 'keeper'])

/** What `actor` may see, by his role, his unit and his campaign. */
export function scope(actor: Actor): Scope {
  return {
    campaign: actor.campaign,
    unitPrefix: actor.unit,
    ownOnly: OWN_ONLY.has(actor.role),
    confinedVisible: LINE_ABOVE.has(actor.role),
    person: actor.person,
    // Who keeps the accounts has no business with incidents.
    kinds: actor.role === 'administrator' ? ['notice', ...WHO] : EVERYTHING,
  }
}

/** Is the row one the scope shows? The store's SQL must say exactly the same. */
export function seesRow(scope: Scope, row: ScopedRow): boolean {
  if (row.campaign !== scope.campaign || !scope.kinds.includes(row.kind)) return false
  if (row.concerned || row.reporter === scope.person) return true
  if (scope.ownOnly || !isWithin(row.unit, scope.unitPrefix)) return false
  return !row.confined || scope.confinedVisible
}

/** A thing as the row a list would have of it. */
export function rowOf(kind: StreamKind, thing: Thing): ScopedRow {
  return {
    kind,
    unit: thing.unit,
    campaign: thing.campaign ?? '',
    confined: thing.confined === true,
    concerned: thing.concerned === true,
    ...(thing.reporter === undefined ? {} : { reporter: thing.reporter }),
  }
}
