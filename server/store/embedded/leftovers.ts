// What a killed server left behind: a PostgreSQL that still runs in the folder, or backends without their postmaster.
// They are stopped, never shared: an orphan attached to would keep the dead server's transactions and locks.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { postgresProcessesIn } from './process-facts.ts'
import { startRefused } from './start-refused.ts'

/** How long each stronger way of asking waits for the milder one, in milliseconds. */
const PATIENCE = { immediate: 8_000, kill: 14_000, giveUp: 20_000 }

/** The process number in a cluster's postmaster.pid, if there is such a file. */
export function findRecordedPostmaster(folder: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(join(folder, 'postmaster.pid'), 'utf8'), 10)
  } catch {
    return undefined
  }
}

/**
 * Stops every PostgreSQL process that works in the folder, and returns when none is left.
 *
 * First a fast shutdown of the postmaster (which writes everything out), then an immediate one, which is as safe as a
 * crash: the next start replays the log. Only backends whose postmaster is dead are killed at last.
 * The caller holds the claim on the data folder, so none of these belongs to a living server.
 * @throws StartRefused `embedded.locked` when something is still there after 20 s
 */
export async function stopLeftovers(folder: string, log: (line: string) => void): Promise<void> {
  const begun = Date.now()
  let sent = ''
  for (;;) {
    const left = postgresProcessesIn(folder)
    if (left.length === 0) return
    const waited = Date.now() - begun
    if (waited > PATIENCE.giveUp) throw startRefused('embedded.locked', folder)
    const postmaster = left.find((pid) => pid === findRecordedPostmaster(folder))
    // Backends leave by themselves when their postmaster is gone; a busy one takes a moment.
    const kind = waited > PATIENCE.immediate ? 'immediate' : postmaster ? 'fast' : 'wait'
    const last = postmaster === undefined && waited > PATIENCE.kill
    const step = last ? 'kill' : kind
    if (step !== sent) {
      if (sent === '') {
        log(
          `上次的数据库进程还在运行，先将其停止。 / The database of the last run is still there; stopping it first.`,
        )
      }
      const signal = ({ fast: 'SIGINT', immediate: 'SIGQUIT', kill: 'SIGKILL', wait: undefined } as const)[
        step
      ]
      if (signal) for (const pid of postmaster ? [postmaster] : left) send(pid, signal)
      sent = step
    }
    await pause(20)
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // gone meanwhile
  }
}
