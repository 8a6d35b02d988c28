// The four tiers, lowest first, and how units lie in one another. Display words are plan data, not here.

/** Lowest first. */
export const TIERS = ['school', 'county', 'province', 'nation'] as const
export type Tier = (typeof TIERS)[number]

/** The tier above, or undefined at the top. */
export function tierAbove(tier: Tier): Tier | undefined {
  return TIERS[TIERS.indexOf(tier) + 1]
}

/** The tier below; the lowest has itself. */
export function tierBelow(tier: Tier): Tier {
  return TIERS[Math.max(0, TIERS.indexOf(tier) - 1)] ?? tier
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

/** Is `path` the unit `ancestor` or one under it? */
export function isWithin(path: UnitPath, ancestor: UnitPath): boolean {
  return path === ancestor || path.startsWith(`${ancestor}/`)
}

/**
 * The tier of a path by its depth. Paths are nation / province / county / school.
 * @throws RangeError for a path of another depth
 */
export function tierOf(path: UnitPath): Tier {
  const depth = path.split('/').length
  const tier = TIERS[4 - depth]
  if (!tier) throw new RangeError(`not a unit path: ${path}`)
  return tier
}

/** The unit and everything above it, the nation first: where the posts that a thing may concern sit. */
export function lineOf(path: UnitPath): readonly UnitPath[] {
  const keys = path.split('/')
  return keys.map((_, depth) => keys.slice(0, depth + 1).join('/'))
}

/** The ancestor of `path` at `tier` (itself when it is of that tier); undefined when the path lies above it. */
export function findAncestor(path: UnitPath, tier: Tier): UnitPath | undefined {
  return lineOf(path)[3 - TIERS.indexOf(tier)]
}
