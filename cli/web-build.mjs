// Builds the web app when its sources changed since the last build, and only then.
// What is built and how large it may be stands in vite.config.ts.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { root, run, say, sha256 } from './bootstrap.mjs'

const stampFile = join(root, 'web', 'dist', '.sources')
const sources = ['web', 'core', 'plans', 'vite.config.ts', 'package.json', 'package-lock.json']

/** Builds when needed; gives back the exit code of the build, 0 when there was nothing to do. */
export async function ensureWebBuilt() {
  const stamp = sourcesStamp()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return 0
  say('正在生成网页……', 'Building the web app …')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  // vite's report goes to standard error: standard output belongs to the command.
  const code = await run([vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (code === 0) {
    packAssets()
    writeFileSync(stampFile, stamp)
  } else say('网页生成失败。', 'The web app could not be built.')
  return code
}

/** Writes each script and style packed beside itself: packing once here is cheaper than at every request. */
function packAssets() {
  const folder = join(root, 'web', 'dist', 'assets')
  for (const name of readdirSync(folder).filter((name) => /\.(js|css|svg)$/.test(name))) {
    const bytes = readFileSync(join(folder, name))
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
  }
}

/** Hash over names and contents of everything the app is made from; tests are not. */
function sourcesStamp() {
  const files = sources.flatMap((name) => filesBelow(name)).sort()
  return sha256(files.map((file) => `${file} ${sha256(readFileSync(join(root, file)))}\n`).join(''))
}

function filesBelow(name) {
  const path = join(root, name)
  if (!existsSync(path)) return []
  if (/\.[a-z]+$/.test(name)) return [name]
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inside = `${name}/${entry.name}`
    if (inside === 'web/dist' || /\.test\.tsx?$/.test(entry.name)) return []
    return entry.isDirectory() ? filesBelow(inside) : [inside]
  })
}
