// As whom PostgreSQL runs, because it refuses root: as ourselves, as root behind a user namespace, or as another user.
// Says how a command is wrapped and where that user keeps the cluster; knows nothing of clusters themselves.

import { type SpawnOptions, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Text } from '#core/basics/text.ts'
import { type Binaries, copyBinaries, withLibraryLinks } from './binaries.ts'
import { moveFolder } from './folder-move.ts'
import { startRefused } from './start-refused.ts'

export interface Runner {
  readonly kind: 'ourselves' | 'user-namespace' | 'other-user'
  /** The programs, at a place this user can reach. */
  readonly binaries: Binaries
  /** Folder that holds the cluster (`postgres`) and its lock; normally the data folder itself. */
  readonly home: string
  /** The command line and process options that run a program as this user. */
  command(program: string, args: readonly string[]): { file: string; args: string[]; options: SpawnOptions }
  /** Gives a file or folder made by us to this user. */
  handOver(path: string): void
}

export type RunnerKind = Runner['kind']

/** Where the cluster lives when it is not in the data folder; the file in the data folder that says so. */
interface MovedNote {
  readonly postgresFolder: string
  readonly user: string
  readonly uid: number
  readonly gid: number
  readonly why: Text
}

const NOTE = 'postgres-moved.json'
/** Programs are started with nothing of our environment: PGOPTIONS and the like must not reach them. */
const environment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LANG: 'C', LC_ALL: 'C' }

/** The folder that holds (or will hold) the cluster of a data folder; reads only. */
export function clusterHome(dataFolder: string): string {
  return findNote(dataFolder)?.postgresFolder ?? dataFolder
}

/**
 * Chooses as whom to run; tries it with a real program before saying so.
 * @param only limits the choice, for tests of one way
 * @throws StartRefused `embedded.root` when nothing works
 */
export function chooseRunner(
  dataFolder: string,
  binaries: Binaries,
  log: (line: string) => void,
  only?: RunnerKind,
): Runner {
  const linked = withLibraryLinks(binaries, dataFolder)
  if (process.geteuid?.() !== 0) return ourselves(dataFolder, linked)

  const note = findNote(dataFolder)
  if (note) {
    const runner = works(asUser(note, linked), dataFolder)
    finishMove(dataFolder, runner)
    return runner
  }

  const owner = findOwner(join(dataFolder, 'postgres'))
  if (owner && owner.uid !== 0) {
    // An ordinary user made this cluster, now root starts it: it stays that user's.
    return works(asUser({ ...owner, postgresFolder: dataFolder }, linked), dataFolder)
  }
  if (only !== 'other-user') {
    const behindNamespace = userNamespace(dataFolder, linked)
    if (canRun(behindNamespace)) return behindNamespace
  }
  const user = only === 'user-namespace' ? undefined : findOrdinaryUser()
  if (!user) throw startRefused('embedded.root', dataFolder)
  return moveToUser(dataFolder, linked, user, log)
}

function ourselves(home: string, binaries: Binaries): Runner {
  return {
    kind: 'ourselves',
    binaries,
    home,
    command: (program, args) => ({ file: program, args: [...args], options: { env: environment, cwd: '/' } }),
    handOver: () => {},
  }
}

/** Root outside, nobody inside: PostgreSQL sees an ordinary user, files stay root's, nothing needs to move. */
function userNamespace(home: string, binaries: Binaries): Runner {
  const wrapping = ['-U', '--map-user=65534', '--map-group=65534', '--']
  return {
    kind: 'user-namespace',
    binaries,
    home,
    command: (program, args) => ({
      file: 'unshare',
      args: [...wrapping, program, ...args],
      options: { env: environment, cwd: '/' },
    }),
    handOver: () => {},
  }
}

function asUser(where: { uid: number; gid: number; postgresFolder: string }, binaries: Binaries): Runner {
  const copied = join(where.postgresFolder, `postgresql-${binaries.version}`)
  return {
    kind: 'other-user',
    binaries: existsSync(copied) ? { ...binaries, root: copied } : binaries,
    home: where.postgresFolder,
    command: (program, args) => ({
      file: program,
      args: [...args],
      options: { env: environment, uid: where.uid, gid: where.gid, cwd: '/' },
    }),
    handOver: (path) => chownSync(path, where.uid, where.gid),
  }
}

/** Starts `postgres --version` and writes a file into the home as that user. */
function canRun(runner: Runner): boolean {
  const program = join(runner.binaries.root, 'bin', 'postgres')
  const { file, args, options } = runner.command('sh', [
    '-c',
    '"$1" --version && : > "$2" && rm "$2"',
    'sh',
    program,
    join(runner.home, '.may-write'),
  ])
  return spawnSync(file, args, { ...options, stdio: 'ignore' }).status === 0
}

/** The runner, with its own copy of the programs where it cannot reach ours. */
function works(runner: Runner, dataFolder: string): Runner {
  if (canRun(runner)) return runner
  const copied = { ...runner, binaries: copyBinaries(runner.binaries, runner.home) }
  if (canRun(copied)) return copied
  throw startRefused('embedded.root', dataFolder)
}

/** Puts cluster and programs where an ordinary user can reach them, and notes it in the data folder. */
function moveToUser(
  dataFolder: string,
  binaries: Binaries,
  user: { name: string; uid: number; gid: number },
  log: (line: string) => void,
): Runner {
  const postgresFolder = makeReachableFolder(user)
  if (!postgresFolder) throw startRefused('embedded.root', dataFolder)
  const copied = copyBinaries(binaries, postgresFolder)
  const runner = asUser({ ...user, postgresFolder }, copied)
  if (!canRun(runner)) throw startRefused('embedded.root', dataFolder)
  const why = {
    zh: `PostgreSQL 不能以 root 运行，数据库改由用户 ${user.name} 运行，数据在 ${postgresFolder}；备份或删除数据时请连同该文件夹一起处理。`,
    en: `PostgreSQL refuses root, so the database runs as the user ${user.name} and its data is in ${postgresFolder}; back up or delete that folder together with this one.`,
  }
  const note: MovedNote = { postgresFolder, user: user.name, uid: user.uid, gid: user.gid, why }
  writeFileSync(join(dataFolder, NOTE), `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600, flush: true })
  finishMove(dataFolder, runner)
  log(`${why.zh}\n${why.en}`)
  return runner
}

/** The note is written first and the move repeated at the next start, so that a crash between the two loses nothing. */
function finishMove(dataFolder: string, runner: Runner): void {
  moveFolder(join(dataFolder, 'postgres'), join(runner.home, 'postgres'), runner.handOver)
}

function makeReachableFolder(user: { uid: number; gid: number }): string | undefined {
  for (const parent of ['/var/lib/huce', '/var/tmp/huce']) {
    try {
      mkdirSync(parent, { recursive: true, mode: 0o755 })
      // A random name: a folder left by a deleted data folder is nobody's, and is never taken over.
      const folder = join(parent, `postgres-${randomBytes(6).toString('hex')}`)
      mkdirSync(folder, { mode: 0o700 })
      chownSync(folder, user.uid, user.gid)
      return folder
    } catch {
      // read-only or forbidden: the next place
    }
  }
  return undefined
}

function findNote(dataFolder: string): MovedNote | undefined {
  try {
    return JSON.parse(readFileSync(join(dataFolder, NOTE), 'utf8')) as MovedNote
  } catch {
    return undefined
  }
}

function findOwner(folder: string): { uid: number; gid: number } | undefined {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return undefined
  const { uid, gid } = statSync(folder)
  return { uid, gid }
}

/** A user named huce if the machine has one, else nobody. */
function findOrdinaryUser(): { name: string; uid: number; gid: number } | undefined {
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : []
  for (const name of ['huce', 'nobody']) {
    const fields = lines.map((line) => line.split(':')).find((candidate) => candidate[0] === name)
    const uid = Number(fields?.[2])
    const gid = Number(fields?.[3])
    if (fields && uid > 0 && gid > 0) return { name, uid, gid }
  }
  return undefined
}
