// Processor time used by this process and everything it started, ended ones included: says what work costs also on a machine
// that others use at the same time. Linux only; elsewhere nothing is measured.

import { readdirSync, readFileSync } from 'node:fs'

/** Milliseconds of one clock tick in /proc. */
const TICK = 10

/** Milliseconds of processor time so far; NaN where there is no /proc. */
export function cpuSoFar(): number {
  const processes = new Map<number, { parent: number; ticks: number }>()
  for (const name of list('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const fields = findStat(name)
    if (!fields) continue
    // After the name: state, parent, …; 11 to 14 are own and ended children's time, user and system.
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    processes.set(Number(name), { parent: Number(fields[1]), ticks })
  }
  if (processes.size === 0) return Number.NaN
  const isOurs = (id: number): boolean => {
    if (id === process.pid) return true
    const parent = processes.get(id)?.parent ?? 0
    return parent !== 0 && isOurs(parent)
  }
  return [...processes].reduce((sum, [id, { ticks }]) => (isOurs(id) ? sum + ticks : sum), 0) * TICK
}

function findStat(id: string): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'latin1')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined // ended meanwhile
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
