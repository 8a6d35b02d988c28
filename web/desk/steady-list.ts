// A list that never shifts under a pointer: while somebody reads it, what is new waits and is counted.
// Pure. When somebody is reading is use-steady.ts.

export interface SteadyList {
  /** Ids in the order they stand on the screen. */
  readonly shown: readonly string[]
  /** Ids that came in meanwhile, in their wanted order. */
  readonly held: readonly string[]
}

/**
 * The next list. `wanted` is the order the data ask for. While `still`, nothing that stands is moved or taken away
 * and what is new is held back; otherwise the wanted order is taken. An empty list is filled at once.
 */
export function settle(
  before: SteadyList | undefined,
  wanted: readonly string[],
  still: boolean,
): SteadyList {
  if (!before || !still || before.shown.length === 0) return { shown: wanted, held: [] }
  const standing = new Set(before.shown)
  return { shown: before.shown, held: wanted.filter((id) => !standing.has(id)) }
}

/** Ids that were not there before: their ground fades once. The first list is not news. */
export function newcomers(known: ReadonlySet<string> | undefined, ids: readonly string[]): readonly string[] {
  return known ? ids.filter((id) => !known.has(id)) : []
}

/** Do both say the same? Saves a drawing. */
export function sameList(a: SteadyList | undefined, b: SteadyList): boolean {
  const same = (x: readonly string[], y: readonly string[]) =>
    x.length === y.length && x.every((id, index) => id === y[index])
  return a !== undefined && same(a.shown, b.shown) && same(a.held, b.held)
}
