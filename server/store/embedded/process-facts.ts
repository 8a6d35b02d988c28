// What Linux says about running processes: alive or not, since when, and in which folder they work.
// Only reads /proc; decides nothing and signals nobody.

import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'

/** A process as the kernel knows it; pid and start time together never come back. */
export interface ProcessFacts {
  readonly pid: number
  /** One letter of the kernel; Z and X are dead and only wait to be collected. */
  readonly state: string
  /** Clock ticks since boot, as text. */
  readonly startTicks: string
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** The facts of a living process; undefined when there is none of that number or it is already dead. */
export function findLivingProcess(pid: number): ProcessFacts | undefined {
  const stat = read(`/proc/${pid}/stat`)
  if (stat === undefined) return undefined
  // The second field is the name in brackets and may itself hold blanks and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const state = fields[0] ?? 'X'
  if (state === 'Z' || state === 'X') return undefined
  return { pid, state, startTicks: fields[19] ?? '0' }
}

/** Identity of this boot of the machine; process start times count from it. */
export function bootId(): string {
  return (read('/proc/sys/kernel/random/boot_id') ?? 'unknown').trim()
}

/**
 * The living PostgreSQL processes (postmaster and its backends) of one cluster folder. They all work *in* that
 * folder, which holds even when a backend has outlived its postmaster and changed its title.
 */
export function postgresProcessesIn(folder: string): number[] {
  let real: string
  try {
    real = realpathSync(folder)
  } catch {
    return []
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === real
      } catch {
        return false // gone meanwhile, or another user's
      }
    })
    .filter((pid) => read(`/proc/${pid}/comm`)?.trim() === 'postgres' && findLivingProcess(pid) !== undefined)
}
