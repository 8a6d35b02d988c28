// At which tier a role of the access table may sit. A role says how far its holder reads and decides, so a layer must not be able
// to give one of a tier above to a post of its own (C1, G2). What a role may do is core/access.

import type { Tier } from '../basics/tier.ts'
import type { Role } from './layer.ts'

/** Keepers, outside helpers and administrators belong to no single tier. */
const TIER_OF = {
  invigilator: 'school',
  chief: 'school',
  'school-lead': 'school',
  'school-staff': 'school',
  'school-inspector': 'school',
  'county-desk': 'county',
  'county-lead': 'county',
  'county-observer': 'county',
  'province-desk': 'province',
  'province-lead': 'province',
  'province-observer': 'province',
  'nation-desk': 'nation',
  'nation-observer': 'nation',
  keeper: undefined,
  outside: undefined,
  administrator: undefined,
} as const satisfies Readonly<Record<Role, Tier | undefined>>

/** May a post of this role sit at `tier`? */
export function roleFits(role: Role, tier: Tier): boolean {
  const bound: Tier | undefined = TIER_OF[role]
  return bound === undefined || bound === tier
}

/** Where a post sits and what it may do. */
export interface Standing {
  readonly id: string
  readonly tier: Tier
  readonly role: Role
}

/**
 * Posts of `after` that stood at another tier or had another role in `before`: whoever holds such a post was named for what it
 * was, not for what it becomes.
 */
export function postsThatChanged(before: Iterable<Standing>, after: Iterable<Standing>): readonly Standing[] {
  const was = new Map([...before].map((post) => [post.id, post]))
  return [...after].filter((post) => {
    const old = was.get(post.id)
    return old !== undefined && (old.tier !== post.tier || old.role !== post.role)
  })
}
