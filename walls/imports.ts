// Which modules a source file imports, read from its text. No compiler: the forms our code is written in are few.
// What may be imported is walls.ts.

import { posix } from 'node:path'

export interface Import {
  /** As written: `./x.ts`, `#core/x.ts`, `zod/mini`. */
  readonly specifier: string
  /** From the root of the repository; undefined for packages. */
  readonly path: string | undefined
  readonly typeOnly: boolean
}

/** `import … from 'x'`, `export … from 'x'`, `import 'x'`, each at the beginning of a line. */
const STATEMENT = /^\s*(?:import|export)\s+(type\s)?(?:[^'"`;()]*?\bfrom\s+)?['"]([^'"$]+)['"]/gm
/** `import('x')`, also as `typeof import('x')`. */
const DYNAMIC = /\bimport\(\s*['"]([^'"$]+)['"]\s*\)/g

/** All imports of one file, in the order of the text; computed specifiers cannot be seen. */
export function importsOf(file: string, text: string): Import[] {
  const found: { specifier: string; typeOnly: boolean }[] = []
  for (const [, type, specifier = ''] of text.matchAll(STATEMENT)) {
    found.push({ specifier, typeOnly: type !== undefined })
  }
  for (const [, specifier = ''] of text.matchAll(DYNAMIC)) found.push({ specifier, typeOnly: false })
  return found.map((one) => ({ ...one, path: resolve(file, one.specifier) }))
}

function resolve(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1)
  if (!specifier.startsWith('.')) return undefined
  return posix.join(posix.dirname(file), specifier)
}
