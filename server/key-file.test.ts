// The master key's file: made once, read for ever, never guessed at.

import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readMasterKey } from './key-file.ts'

describe('the master key', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huce-key-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('art. 85: made on the first start, for its owner alone, and the same ever after', async () => {
    const path = join(folder, 'below', 'master.key')
    const key = await readMasterKey(path)
    expect(key).toHaveLength(32)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readFile(path, 'utf8')).toBe(`${key.toString('hex')}\n`)
    expect((await readMasterKey(path)).equals(key)).toBe(true)
  })

  test('art. 85: of many processes that start at once one makes it and all read the same', async () => {
    const path = join(folder, 'raced.key')
    const keys = await Promise.all(Array.from({ length: 8 }, () => readMasterKey(path)))
    for (const key of keys) expect(key.equals(keys[0] ?? Buffer.alloc(0))).toBe(true)
  })

  test.each(['', 'secret', `${'ab'.repeat(31)}`, `${'AB'.repeat(32)}`, `${'ab'.repeat(32)}ab`])(
    'art. 85: a file that is no key (%j) is refused with the remedy and left as it is',
    async (text) => {
      const path = join(folder, 'wrong.key')
      await writeFile(path, text)
      await expect(readMasterKey(path)).rejects.toThrow(/is not a Huce master key.*HUCE_KEY_FILE/)
      expect(await readFile(path, 'utf8')).toBe(text)
    },
  )

  test('art. 85: a file that may not be read is said, not replaced', async () => {
    await expect(readMasterKey(folder)).rejects.toThrow(/EISDIR/)
  })
})
