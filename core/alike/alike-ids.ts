// Ids of the streams that notice likeness: they follow from place and kind, so that phone and server open the same one.

import type { UnitPath } from '../basics/tier.ts'

/** Spread of one kind of event in a county (A2). */
export function spreadId(campaign: string, county: UnitPath, scenario: string): string {
  return `${campaign}~spread~${county.replace(/\//g, '.')}~${scenario}`
}

/** Reports of one kind by one school that may be the same matter. */
export function twiceId(campaign: string, school: UnitPath, scenario: string): string {
  return `${campaign}~twice~${school.replace(/\//g, '.')}~${scenario}`
}
