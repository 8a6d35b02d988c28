// The four tiers, lowest first, and how units lie in one another. Display words are plan data, not here.

export const TIERS = ['school', 'county', 'province', 'nation'] as const
export type Tier = (typeof TIERS)[number]

/** The tier above, or undefined at the top. */
export function tierAbove(tier: Tier): Tier | undefined {
  return TIERS[TIERS.indexOf(tier) + 1]
}

/** Is `a` the same tier as `b` or above it? */
export function isAtOrAbove(a: Tier, b: Tier): boolean {
  return TIERS.indexOf(a) >= TIERS.indexOf(b)
}

/**
 * A unit's place: keys from the nation down, joined by `/`, e.g. `00/99/990701/99070103`.
 * A prefix of a path is an ancestor; that is all scoping needs.
 */
export type UnitPath = string

export function isWithin(path: UnitPath, ancestor: UnitPath): boolean {
  return path === ancestor || path.startsWith(`${ancestor}/`)
}

/** The tier of a path by its depth. Paths are nation / province / county / school. */
export function tierOf(path: UnitPath): Tier {
  const depth = path.split('/').length
  const tier = TIERS[4 - depth]
  if (!tier) throw new RangeError(`not a unit path: ${path}`)
  return tier
}

/** The ancestor of `path` at `tier` (itself when it is of that tier); undefined when the path lies above it. */
export function findAncestor(path: UnitPath, tier: Tier): UnitPath | undefined {
  const keys = path.split('/')
  const depth = 4 - TIERS.indexOf(tier)
  return depth <= keys.length ? keys.slice(0, depth).join('/') : undefined
}
