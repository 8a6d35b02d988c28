// Who reads what was sent from one unit to others (orders, issued plans), what a bureau entered (the handbook) and a county's
// proposals of spread. Where such a thing lies is not where all its readers sit, so scope.ts alone cannot say it.

import { isAtOrAbove, isWithin, tierOf, type UnitPath } from '../basics/tier.ts'
import type { ActingRole, Actor } from './actor.ts'

/** Outsiders and keepers act where they are named; who keeps the accounts has no business with any of it. */
const LEFT_OUT: ReadonlySet<ActingRole> = new Set<ActingRole>(['outside', 'keeper', 'administrator'])

/**
 * An order or an issued plan: read by whoever sent it and those above him, and by everybody of an addressed unit or above it up to
 * the sender. A neighbour who was not addressed does not learn of it.
 */
export function seesSent(
  actor: Pick<Actor, 'role' | 'unit'>,
  sent: { readonly unit: UnitPath; readonly to: readonly UnitPath[] },
): boolean {
  if (LEFT_OUT.has(actor.role)) return false
  return isWithin(sent.unit, actor.unit) || sent.to.some((unit) => isWithin(unit, actor.unit))
}

/** One unit's answer to what was sent: in one's own unit and below. */
export function seesReceipt(actor: Pick<Actor, 'role' | 'unit'>, unit: UnitPath): boolean {
  return !LEFT_OUT.has(actor.role) && isWithin(unit, actor.unit)
}

/** What the bureau of `unit` entered of the year's handbook: everybody of that unit, below it and above it (B8). */
export function seesBook(actor: Pick<Actor, 'role' | 'unit'>, unit: UnitPath): boolean {
  if (LEFT_OUT.has(actor.role)) return false
  return isWithin(actor.unit, unit) || isWithin(unit, actor.unit)
}

/** A county's spread names other schools: the county and the line above it, never a school (A2). */
export function seesSpread(actor: Pick<Actor, 'role' | 'unit'>, county: UnitPath): boolean {
  if (LEFT_OUT.has(actor.role)) return false
  return isWithin(county, actor.unit) && isAtOrAbove(tierOf(actor.unit), 'county')
}
