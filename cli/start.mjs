// What `npm start`, `npm test`, `npm run check`, `bench` and `look` do, on any Node ≥ 20 and from a fresh clone.
// Installing and the runtime are bootstrap.mjs, the web build web-build.mjs.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, root, run, say } from './bootstrap.mjs'
import { ensureWebBuilt } from './web-build.mjs'

const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const here = { cwd: root }

const tasks = {
  async serve(args) {
    return (await ensureWebBuilt()) || run([join(root, 'cli', 'main.ts'), 'serve', ...args])
  },

  async test(args) {
    return (await ensureWebBuilt()) || run([vitest, 'run', ...args], here)
  },

  /** Runs every check even after one failed, and sums up at the end. */
  async check() {
    const results = []
    for (const [name, args] of checks()) {
      process.stdout.write(`\n── ${name}\n`)
      const code = await run(args, here)
      results.push({ name, code })
      if (code > 128) break // ended by a signal: the person does not want the rest either
    }
    process.stdout.write('\n')
    for (const { name, code } of results) process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name}\n`)
    return results.some(({ code }) => code !== 0) ? 1 : 0
  },

  async bench([name, ...args]) {
    const names = scriptsIn('bench')
    if (name && names.includes(name)) return run([join('bench', `${name}.ts`), ...args], here)
    say(`请写明要测量什么：${names.join('、')}`, `Say what to measure: ${names.join(', ')}`)
    return 2
  },

  async look(args) {
    return (await ensureWebBuilt()) || run([join('stories', 'look.ts'), ...args], here)
  },
}

function checks() {
  const module = (...path) => join(root, 'node_modules', ...path)
  const plain = process.stdout.isTTY ? [] : ['--colors=off']
  const tsc = module('typescript', 'bin', 'tsc')
  return [
    ...['core', 'server', 'web'].map((room) => [`types ${room}`, [tsc, '-p', room]]),
    ['lint and format', [module('@biomejs', 'biome', 'bin', 'biome'), 'ci', ...plain, '.']],
    ['walls', [vitest, 'run', 'walls']],
    ...planFiles().map((file) => [`plan ${file}`, [join('cli', 'main.ts'), 'plan', 'check', file]]),
  ]
}

function planFiles() {
  return readdirSync(join(root, 'plans'), { withFileTypes: true })
    .map((entry) => join('plans', entry.name, 'plan.yaml'))
    .filter((file) => existsSync(join(root, file)))
    .sort()
}

function scriptsIn(folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.slice(0, -3))
    .sort()
}

const [name, ...args] = process.argv.slice(2)
if (!Object.hasOwn(tasks, name ?? '')) {
  say(`请写明任务：${Object.keys(tasks).join('、')}`, `Say which task: ${Object.keys(tasks).join(', ')}`)
  process.exit(2)
}
ensureInstalled()
process.exitCode = await tasks[name](args)
