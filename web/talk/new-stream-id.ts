// The id of a thing that a command begins: the key of its home province, so that a province can become a part of its own, and a random
// rest that no other device makes.

import type { UnitPath } from '#core/basics/tier.ts'
import { freshId } from './device.ts'

/** An id for a thing of `unit`; the nation's own begin with the nation's key. */
export function newStreamId(unit: UnitPath): string {
  const [nation = unit, province = nation] = unit.split('/')
  return `${province}-${freshId()}`
}
