// What goes beyond its limits harms nobody but itself; what is our own fault is not hidden.

import { describe, expect, test } from 'vitest'
import { runApart } from './run-apart.ts'

const ANSWER = new URL('./answer-apart.ts', import.meta.url).href
const work = (body: string): URL =>
  new URL(`data:text/javascript,${encodeURIComponent(`import { answerApart } from '${ANSWER}'\n${body}`)}`)
const ROOMY = { ms: 20_000, megabytes: 64 }

describe('work in a thread of its own', () => {
  test('G1: it answers with what was made of what it was given', async () => {
    expect(await runApart(work('await answerApart((n) => n * 2)'), 21, ROOMY)).toBe(42)
  })

  test('G1: what never ends is ended', async () => {
    expect(
      await runApart(work('await answerApart(() => { for (;;) {} })'), null, { ...ROOMY, ms: 300 }),
    ).toBe(undefined)
  })

  test('G1: what wants more memory than it may have is ended', async () => {
    const greedy = 'await answerApart(() => { const all = []; for (;;) all.push(Array(100000).fill({})) })'
    expect(await runApart(work(greedy), null, ROOMY)).toBe(undefined)
  })

  test('G1: what is nested too deep is too much', async () => {
    expect(
      await runApart(work('const down = (n) => 1 + down(n + 1)\nawait answerApart(down)'), 0, ROOMY),
    ).toBe(undefined)
  })

  test('G1: a fault of ours is a fault', async () => {
    await expect(
      runApart(work("await answerApart(() => { throw new TypeError('ours') })"), 0, ROOMY),
    ).rejects.toThrow('ours')
    await expect(runApart(work('process.exit(3)'), 0, ROOMY)).rejects.toThrow('3')
  })
})
