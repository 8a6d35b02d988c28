// The thread in which files are looked into: what is beyond its limits is refused, one after another, and a stop is a stop.

import { afterAll, describe, expect, test } from 'vitest'
import { openFileChecker } from './file-checker.ts'
import { photo, SECRET } from './made-files.fixture.ts'

describe('file checker', () => {
  const checker = openFileChecker()
  afterAll(() => checker.stop())

  test('E2: files are looked into apart, and each gets its own answer', async () => {
    const [first, second] = await Promise.all([
      checker.check(await photo(), 'photo'),
      checker.check(Buffer.from('<svg/>'), 'photo'),
    ])
    expect(first).toMatchObject({ type: 'image/jpeg' })
    expect('bytes' in first && Buffer.isBuffer(first.bytes) && !first.bytes.includes(SECRET)).toBe(true)
    expect(second).toEqual({ refused: 'file.kind' })
  })

  test('E2: a file that takes longer than any honest one is refused', async () => {
    const hasty = openFileChecker({ ms: 1, megabytes: 512 })
    expect(await hasty.check(await photo(), 'photo')).toEqual({ refused: 'file.not-safe' })
    await hasty.stop()
  })

  test('nothing is looked into after the stop', async () => {
    const stopped = openFileChecker()
    await stopped.stop()
    await expect(stopped.check(Buffer.alloc(1), 'photo')).rejects.toThrow(/no longer/)
  })
})
