// Why the server does not start, as a sentence for the person at the terminal: of errors that carry one, and of what the
// system says when a port is taken, a file cannot be read or a database does not answer. Nothing is decided here.

import { sayBoth, type WordValues } from '#core/words/say.ts'
import { serveWords } from '#core/words/serve.ts'
import { WrongSetting } from './settings.ts'
import { StartRefused } from './store/embedded/start-refused.ts'
import { WrongHouse } from './store/house.ts'

/** The parts of a system's or PostgreSQL's error that say what it was about. */
interface Told {
  readonly code?: unknown
  readonly syscall?: unknown
  readonly path?: unknown
  readonly address?: unknown
  readonly port?: unknown
}

/**
 * One sentence, or one in each language on a line of its own; never a stack and never a password.
 * Undefined: it is a fault of ours, and its stack is wanted.
 */
export function findStartSentence(error: unknown): string | undefined {
  if (error instanceof WrongSetting || error instanceof StartRefused || error instanceof WrongHouse) {
    return error.message
  }
  if (!(error instanceof Error)) return undefined
  const { code, syscall, path, address, port } = error as Error & Told
  if (typeof code !== 'string') return undefined
  const values: WordValues = { host: String(address), port: String(port), file: String(path), code }
  if (code === 'EADDRINUSE') return sayBoth(serveWords, 'serve.port-taken', values)
  if (syscall === 'listen') return sayBoth(serveWords, 'serve.port-forbidden', values)
  if (syscall === 'open' && path !== undefined) return sayBoth(serveWords, 'serve.file-unreadable', values)
  if (code.startsWith('ERR_OSSL')) return sayBoth(serveWords, 'serve.tls-unusable', values)
  if (isAboutDatabase(code))
    return sayBoth(serveWords, 'serve.no-database', { reason: error.message || code })
  return undefined
}

/** It cannot be reached, or PostgreSQL turned us away (classes 28 and 3D: who we are, which database). */
function isAboutDatabase(code: string): boolean {
  return /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|28...|3D...)$/.test(
    code,
  )
}
