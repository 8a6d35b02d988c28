// The master key: a file outside the database, made on the first start, the same for every process. Without it the sealed
// parts of the ledger cannot be read by anybody; back it up apart from the database.

import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { WrongSetting } from './settings.ts'

/**
 * Reads the key, or makes it where there is none.
 * @throws WrongSetting when the file is not a key.
 */
export async function readMasterKey(path: string): Promise<Buffer> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text !== undefined) {
    if (!/^[0-9a-f]{64}\s*$/.test(text)) {
      throw new WrongSetting('setting.key-file', { path })
    }
    return Buffer.from(text.trim(), 'hex')
  }
  await mkdir(dirname(path), { recursive: true })
  const key = randomBytes(32)
  // Written whole under another name first: of two processes starting at once one key gets the name, and both read that.
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  const made = await open(draft, 'wx', 0o600)
  await made.writeFile(`${key.toString('hex')}\n`)
  await made.sync()
  await made.close()
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await unlink(draft)
  return readMasterKey(path)
}
