// Waiting for a condition, and for nothing else: no story sleeps and hopes.

import { setTimeout as pause } from 'node:timers/promises'

/** A condition did not come true in time; the message names it and says what was last seen. */
export class NeverHappened extends Error {
  override name = 'NeverHappened'
}

/**
 * Asks again and again until `look` gives something other than undefined or false, and gives that back.
 * @param within milliseconds
 * @throws NeverHappened with `what` and, where `look` threw, its last error
 */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  within = 10_000,
): Promise<T> {
  const begun = performance.now()
  for (;;) {
    let failed: unknown
    try {
      const seen = await look()
      if (seen !== undefined && seen !== false) return seen
    } catch (error) {
      failed = error
    }
    if (performance.now() - begun > within) {
      const why = failed === undefined ? '' : `: ${failed instanceof Error ? failed.message : String(failed)}`
      throw new NeverHappened(`not within ${within} ms: ${what}${why}`, { cause: failed })
    }
    await pause(10)
  }
}
