// One data folder, one server: the claim that a living Huce process has on its folder.
// Knows nothing of PostgreSQL. Survives kill -9 and reused process numbers, because a claim names process number,
// start time and boot, and counts only while exactly that process lives.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bootId, findLivingProcess } from './process-facts.ts'
import { startRefused } from './start-refused.ts'

export interface FolderClaim {
  /** Gives the folder free again; harmless when called twice. */
  release(): void
}

const ROUNDS = 4

/** The process that holds the folder now, if one does; claims of the dead are no claims. */
export function findHolder(dataFolder: string): number | undefined {
  return livingClaims(join(dataFolder, 'running'))[0]?.pid
}

/**
 * Claims the folder for this process.
 *
 * Everybody writes his own claim first and looks at the others' afterwards, so two can never both believe to be alone.
 * Two that start in the same moment both step back and try again after an unequal pause.
 * @throws StartRefused `embedded.in-use` when another living process (or this one) holds it
 */
export async function claimFolder(dataFolder: string): Promise<FolderClaim> {
  const folder = join(dataFolder, 'running')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const mine = claimName(process.pid)
  const path = join(folder, mine)
  for (let round = 1; ; round++) {
    try {
      writeFileSync(path, '', { flag: 'wx', mode: 0o600 })
    } catch {
      throw startRefused('embedded.in-use', dataFolder, process.pid)
    }
    const other = livingClaims(folder).find((claim) => claim.name !== mine)
    if (other === undefined) return { release: () => rmSync(path, { force: true }) }
    rmSync(path, { force: true })
    if (round === ROUNDS) throw startRefused('embedded.in-use', dataFolder, other.pid)
    await pause(20 + Math.random() * 180)
  }
}

function claimName(pid: number): string {
  return `${pid}-${findLivingProcess(pid)?.startTicks ?? '0'}-${bootId().slice(0, 8)}`
}

/** Also removes the claims of the dead: their names can never become somebody living. */
function livingClaims(folder: string): { name: string; pid: number }[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return []
  }
  return names.flatMap((name) => {
    const pid = Number.parseInt(name, 10)
    if (findLivingProcess(pid) !== undefined && claimName(pid) === name) return [{ name, pid }]
    rmSync(join(folder, name), { force: true })
    return []
  })
}
