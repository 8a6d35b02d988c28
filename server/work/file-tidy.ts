// Every minute files are tidied: tied to incidents that came after them, looked into where a process stopped in between, and
// removed when nobody finished or named them. What that means is server/files.ts.

import type { Files } from '../files.ts'

const EVERY = 60_000

export function startFileTidy(house: {
  readonly files: Pick<Files, 'tidy'>
  readonly onError: (error: unknown) => void
}): { stop(): Promise<void> } {
  let tidying: Promise<void> | undefined
  const timer = setInterval(() => {
    // A look into a large file may take longer than a minute's turn.
    tidying ??= house.files
      .tidy()
      .catch(house.onError)
      .finally(() => {
        tidying = undefined
      })
  }, EVERY)
  return {
    async stop() {
      clearInterval(timer)
      await tidying
    },
  }
}
