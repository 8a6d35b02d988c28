// Every minute a checkpoint of the ledger, when something was added. What a checkpoint is: server/store/house.ts.

import type { Database } from '../store/database.ts'
import { makeCheckpoint } from '../store/house.ts'

const EVERY = 60_000

export function startCheckpoints(house: {
  readonly db: Database
  readonly onError: (error: unknown) => void
}): { stop(): Promise<void> } {
  let making: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    making = makeCheckpoint(house.db).catch(house.onError)
  }, EVERY)
  return {
    async stop() {
      clearInterval(timer)
      await making
    },
  }
}
