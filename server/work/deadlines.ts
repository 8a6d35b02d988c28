// The clock's hands: claims what is due and lets the plan act. Sleeps until the next deadline, a second at the most,
// and is woken when one is set earlier or a campaign's clock was moved. What a deadline means is core's business (E4).

import type { Act } from '../act.ts'
import type { Database } from '../store/database.ts'
import { untilNextDue } from '../store/due.ts'

export interface DeadlineHouse {
  readonly act: Act
  readonly db: Pick<Database, 'query'>
  /** Calls back whenever something may have changed. Returns how to stop that. */
  readonly onWake: (listener: () => void) => () => void
  readonly onFired?: (count: number) => void
  readonly onError: (error: unknown) => void
}

/** Claimed in one transaction at the most. */
const BATCH = 50
const LONGEST_SLEEP = 1_000
/** What is due is in another's hands: look again in a moment. */
const HELD = 20

/** Starts the loop; `stop` resolves when the batch in hand is done. */
export function startDeadlines(house: DeadlineHouse): { stop(): Promise<void> } {
  let stopped = false
  let wake = (): void => {}
  let woken = false
  const unlisten = house.onWake(() => {
    woken = true
    wake()
  })

  /** Sleeps, unless somebody called since the last look. */
  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (woken || stopped) return resolve()
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const run = async (): Promise<void> => {
    while (!stopped) {
      woken = false
      try {
        const fired = await house.act.actDue(BATCH)
        if (fired > 0) house.onFired?.(fired)
        if (fired === BATCH) continue
        const wait = await untilNextDue(house.db)
        const held = fired === 0 && wait === 0
        await sleep(held ? HELD : Math.min(wait ?? LONGEST_SLEEP, LONGEST_SLEEP))
      } catch (error) {
        // The database may be away for a minute: what is due stays due.
        house.onError(error)
        woken = false
        await sleep(LONGEST_SLEEP)
      }
    }
  }
  const running = run()

  return {
    async stop() {
      stopped = true
      unlisten()
      wake()
      await running
    },
  }
}
