// The master key: a file outside the database, made on the first start, the same for every process. Without it the sealed
// parts of the ledger cannot be read by anybody; back it up apart from the database.

import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Reads the key, or makes it where there is none.
 * @throws Error with one sentence when the file is not a key.
 */
export async function readMasterKey(path: string): Promise<Buffer> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text !== undefined) {
    if (!/^[0-9a-f]{64}\s*$/.test(text)) {
      throw new Error(
        `${path} is not a Huce master key (64 hexadecimal digits). Point HUCE_KEY_FILE at the right file.`,
      )
    }
    return Buffer.from(text.trim(), 'hex')
  }
  await mkdir(dirname(path), { recursive: true })
  const key = randomBytes(32)
  // `wx` so that of two processes starting at once one makes it and the other reads it.
  const made = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined
    throw error
  })
  if (!made) return readMasterKey(path)
  await made.writeFile(`${key.toString('hex')}\n`)
  await made.sync()
  await made.close()
  return key
}
