// How the web app is built: one page, for the browsers of old phones, and within its budget of bytes (M7).
// Desk screens are loaded when first opened and do not count as first load. When it is built: cli/web-build.mjs.

import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown } from 'vite'

/** M7: script and style that the field app needs before its first screen, compressed, in bytes. */
const FIRST_LOAD_LIMIT = 200_000

/** Prints the compressed size of everything the entry page loads at once, and fails the build above the limit. */
function firstLoadBudget(limit: number): Plugin {
  return {
    name: 'huce-first-load-budget',
    apply: 'build',
    writeBundle(_options, bundle) {
      const files = [...firstLoadOf(bundle)].map((name) => ({ name, bytes: compressedSize(bundle, name) }))
      const total = files.reduce((sum, file) => sum + file.bytes, 0)
      const lines = [...files, { name: `首次加载合计 / first load, limit ${kilobytes(limit)}`, bytes: total }]
      console.log(lines.map(({ name, bytes }) => `${kilobytes(bytes).padStart(9)}  ${name}`).join('\n'))
      if (total > limit) {
        this.error(`M7: the first load is ${kilobytes(total)} compressed, the limit is ${kilobytes(limit)}`)
      }
    },
  }
}

/** The entry scripts, what they import statically, and the styles of all of these. */
function firstLoadOf(bundle: Rolldown.OutputBundle): Set<string> {
  const names = new Set<string>()
  const visit = (name: string) => {
    const output = bundle[name]
    if (output === undefined || names.has(name)) return
    names.add(name)
    if (output.type !== 'chunk') return
    for (const imported of output.imports) visit(imported)
    for (const style of output.viteMetadata?.importedCss ?? []) visit(style)
  }
  for (const output of Object.values(bundle))
    if (output.type === 'chunk' && output.isEntry) visit(output.fileName)
  return names
}

function compressedSize(bundle: Rolldown.OutputBundle, name: string): number {
  const output = bundle[name]
  if (output === undefined) return 0
  return gzipSync(output.type === 'chunk' ? output.code : output.source, { level: 9 }).length
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`
}

export default defineConfig({
  root: fileURLToPath(new URL('./web', import.meta.url)),
  plugins: [react(), firstLoadBudget(FIRST_LOAD_LIMIT)],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The oldest engine the field app promises to run on; library methods are limited by web/tsconfig.json.
    target: 'chrome87',
  },
})
