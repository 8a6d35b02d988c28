#!/usr/bin/env node
// `npx huce …`: the command line from a fresh clone and any Node ≥ 20. Standard output holds the command's answer only.
// The commands themselves start in main.ts.

import { join } from 'node:path'
import { ensureInstalled, root, run } from './bootstrap.mjs'

const args = process.argv.slice(2)
ensureInstalled()
if (args[0] === 'serve') {
  const { ensureWebBuilt } = await import('./web-build.mjs')
  process.exitCode = await ensureWebBuilt()
}
if (!process.exitCode) process.exitCode = await run([join(root, 'cli', 'main.ts'), ...args])
