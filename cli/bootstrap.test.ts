// The starter and the program it starts: one answer on standard output, one exit code, and nobody left behind.
// Installing is not tried here; it needs a fresh clone.

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const bootstrap = new URL('./bootstrap.mjs', import.meta.url).href

/** A starter in a process of its own, which runs `program` as `npm start` would run the server. */
function start(program: string): { starter: ChildProcess; out(): string; code: Promise<number | null> } {
  const script = `import { run } from '${bootstrap}'; process.exitCode = await run(['-e', process.argv[1]])`
  const starter = spawn(process.execPath, ['--input-type=module', '-e', script, program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  starter.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8')
  })
  return { starter, out: () => out, code: new Promise((resolve) => starter.once('close', resolve)) }
}

/** Prints its process number, then "stopped" when asked to end, and ends with 7. */
const SERVER = `
  process.on('SIGTERM', () => { console.log('stopped'); process.exit(7) })
  setInterval(() => {}, 1000)
  console.log(process.pid)`

async function serverOf(started: { out(): string }): Promise<number> {
  await expect.poll(started.out, { timeout: 20_000 }).toMatch(/^\d+\n/)
  return Number.parseInt(started.out(), 10)
}

describe('the starter', () => {
  test('corridor: a program runs on Node 24 or newer; its output and exit code come through unchanged', async () => {
    const started = start('console.log(process.versions.node); process.exit(5)')
    expect(await started.code).toBe(5)
    expect(Number.parseInt(started.out(), 10)).toBeGreaterThanOrEqual(24)
    expect(started.out().trim().split('\n')).toHaveLength(1)
  })

  test('corridor: SIGTERM to the starter ends the program in order', async () => {
    const started = start(SERVER)
    const pid = await serverOf(started)
    started.starter.kill('SIGTERM')
    expect(await started.code).toBe(7)
    expect(started.out()).toBe(`${pid}\nstopped\n`)
    expect(existsSync(`/proc/${pid}`)).toBe(false)
  })

  test('corridor: kill -9 of the starter leaves no program behind', async () => {
    const started = start(SERVER)
    const pid = await serverOf(started)
    started.starter.kill('SIGKILL')
    await started.code
    expect(started.out()).toBe(`${pid}\nstopped\n`)
  })

  test('corridor: a program ended by a signal gives 128 and its number', async () => {
    const started = start('process.kill(process.pid, "SIGKILL")')
    expect(await started.code).toBe(137)
  })
})
