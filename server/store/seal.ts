// Sealing: personal data and free text of a stream, each class under a key of its own, wrapped by the master key.
// Destroying a key makes its class unreadable for ever while the chain of hashes stays whole (突发事件应对法 art. 85).

import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Private, PrivateClass } from '#core/basics/stream.ts'

/** A key of (stream, class), clear, in memory only. */
export type SealKey = Buffer
/** What the ledger holds: base64 of nonce, tag and ciphertext, by class. */
export type Sealed = Readonly<Partial<Record<PrivateClass, string>>>

const NONCE = 12
const TAG = 16

export interface Sealer {
  makeKey(): SealKey
  wrap(key: SealKey, stream: string, cls: PrivateClass): Buffer
  /** @throws Error when the master key is not the one that wrapped it. */
  unwrap(wrapped: Buffer, stream: string, cls: PrivateClass): SealKey
  /** Keyed hash by which a telephone number is found without being stored in clear. */
  hashPhone(phone: string): Buffer
  /** Keyed hash of what a command said: it outlives the sealed text, so it must not help to guess it. */
  hashCommand(said: string): Buffer
  /** Says which master key this is without giving it away. */
  readonly check: Buffer
}

export function sealerFrom(masterKey: Buffer): Sealer {
  if (masterKey.length !== 32) throw new Error('the master key must be 32 bytes')
  const derived = (use: string) => createHmac('sha256', masterKey).update(use).digest()
  const wrapKey = derived('wrap')
  const phoneKey = derived('phone')
  const commandKey = derived('command')
  return {
    makeKey: () => randomBytes(32),
    wrap: (key, stream, cls) => encrypt(wrapKey, key, `${stream}\n${cls}`),
    unwrap: (wrapped, stream, cls) => decrypt(wrapKey, wrapped, `${stream}\n${cls}`),
    hashPhone: (phone) => createHmac('sha256', phoneKey).update(phone.replace(/\D/g, '')).digest(),
    hashCommand: (said) => createHmac('sha256', commandKey).update(said, 'utf8').digest(),
    check: derived('check'),
  }
}

/** Seals each class of `clear` under its key; the nonce is random, so equal texts give different bytes. */
export function seal(clear: Private, keyOf: (cls: PrivateClass) => SealKey): Sealed {
  const sealed: Partial<Record<PrivateClass, string>> = {}
  for (const [cls, fields] of Object.entries(clear) as [PrivateClass, Record<string, string>][]) {
    const present = Object.entries(fields).filter(([, text]) => text !== undefined)
    if (present.length === 0) continue
    const bytes = Buffer.from(JSON.stringify(Object.fromEntries(present)), 'utf8')
    sealed[cls] = encrypt(keyOf(cls), bytes, cls).toString('base64')
  }
  return sealed
}

/**
 * Opens what can be opened; a class whose key was destroyed is absent, also where a later key took its place.
 * Bytes that somebody changed are absent too: the chain of hashes shows them, and nobody is kept from the rest.
 */
export function unseal(sealed: Sealed, findKey: (cls: PrivateClass) => SealKey | undefined): Private {
  const clear: Partial<Record<PrivateClass, Record<string, string>>> = {}
  for (const [cls, text] of Object.entries(sealed) as [PrivateClass, string][]) {
    const key = findKey(cls)
    const bytes = key && findClear(key, Buffer.from(text, 'base64'), cls)
    if (bytes) clear[cls] = JSON.parse(bytes.toString('utf8'))
  }
  return clear
}

/** Seals bytes that are no fields of an event, such as a file's. `bound` says what they are: elsewhere they do not open. */
export function sealBytes(key: SealKey, bytes: Buffer, bound: string): Buffer {
  return encrypt(key, bytes, bound)
}

/** What sealBytes sealed; undefined when the key is another one, or when somebody changed the bytes. */
export function unsealBytes(key: SealKey, sealed: Buffer, bound: string): Buffer | undefined {
  return findClear(key, sealed, bound)
}

function findClear(key: Buffer, sealed: Buffer, bound: string): Buffer | undefined {
  try {
    return decrypt(key, sealed, bound)
  } catch {
    return undefined
  }
}

function encrypt(key: Buffer, bytes: Buffer, bound: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(bound, 'utf8'))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function decrypt(key: Buffer, sealed: Buffer, bound: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE))
  decipher.setAAD(Buffer.from(bound, 'utf8'))
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()])
}
