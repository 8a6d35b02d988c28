// A fresh clone on a bare machine: the committed tree in a folder that only we may enter, the dependencies linked so that
// no network is needed, and a PATH that holds node, npm, git and the base system only.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { privateFolder } from './server-process.fixture.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What every small Linux has: coreutils, util-linux, a shell and the text tools scripts lean on. */
const BASE =
  `sh bash env uname id whoami ls cat cp mv rm ln mkdir rmdir mktemp chmod chown touch sync sleep date true
  false test echo printf pwd basename dirname readlink realpath head tail sort uniq wc cut tr tee sed grep egrep awk find
  xargs ps kill which flock unshare setsid getent gzip tar`.split(/\s+/)

/** Programs that a developer's machine may have and a fresh one has not; none may be needed. */
export const ABSENT = [
  'psql',
  'pgbench',
  'initdb',
  'postgres',
  'chromium',
  'python3',
  'soffice',
  'docker',
] as const

export interface FreshClone {
  /** Mode 700; the clone, the data and the programs are inside. */
  readonly folder: string
  readonly tree: string
  readonly dataFolder: string
  /** PATH, HOME, and what keeps npm from the network: whatever would have to come from there is missing loudly. */
  readonly env: Readonly<Record<string, string>>
}

/** Clones this repository's last commit. What is not committed is not in it. */
export function makeFreshClone(): FreshClone {
  const folder = privateFolder()
  const tree = join(folder, 'huce')
  must('git', ['clone', '--quiet', '--no-hardlinks', ROOT, tree])
  const modules = [join(ROOT, 'node_modules'), join(tree, 'node_modules')]
  // Linked where the file systems allow it: they are large, and nothing writes into them.
  if (spawnSync('cp', ['-al', ...modules], { stdio: 'ignore' }).status !== 0) must('cp', ['-a', ...modules])
  const env = {
    PATH: bareMachine(join(folder, 'bin')),
    HOME: folder,
    npm_config_offline: 'true',
    // npm's own news would be mixed into what our commands say.
    npm_config_update_notifier: 'false',
  }
  return { folder, tree, dataFolder: join(folder, 'data'), env }
}

/** A folder of links to programs, as the whole PATH. */
function bareMachine(bin: string): string {
  mkdirSync(bin)
  for (const name of ['node', 'npm', 'npx', 'git', ...BASE]) {
    const program = findProgram(name)
    if (program !== undefined) symlinkSync(program, join(bin, name))
  }
  return bin
}

/** The machine's own program: not one that npm brought into a node_modules. */
function findProgram(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && !folder.includes('node_modules'))
    .map((folder) => join(folder, name))
    .find(existsSync)
}

function must(program: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`)
}
