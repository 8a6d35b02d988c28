// E2: files are named by the same hash whether or not the browser can make one itself.

import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { digest, sha256 } from './sha256.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('SHA-256', () => {
  test('E2: the own digest is the standard one, for every length around a block', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) % 256)
      expect(hex(digest(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'))
    }
  })

  test('E2: with the browser’s own digest the answer is the same', async () => {
    const bytes = new TextEncoder().encode('第3测试室')
    expect(await sha256(bytes)).toBe(hex(digest(bytes)))
  })
})
