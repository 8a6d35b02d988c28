// Chance that can be had again: every story that rolls prints its seed, and HUCE_STORY_SEED brings the same rolls back.

export interface Dice {
  readonly seed: number
  /** From 0 up to, but never, `below`. */
  roll(below: number): number
}

/** Mulberry32: small, even enough for moments and sizes. */
export function rollDice(): Dice {
  const seed = Number(process.env.HUCE_STORY_SEED ?? Date.now() % 1_000_000)
  let state = seed
  return {
    seed,
    roll(below) {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return (((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below
    },
  }
}
