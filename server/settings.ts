// Settings by environment: read once, checked, and refused with a sentence that says what to do. Nothing here starts anything.

import { isAbsolute, resolve } from 'node:path'
import { sayBoth, type WordValues } from '#core/words/say.ts'
import { serveWords } from '#core/words/serve.ts'

export interface Settings {
  readonly host: string
  readonly port: number
  /** In links and QR codes; without a slash at the end. */
  readonly publicUrl: string
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined
  readonly trustProxy: boolean
  /** Folder of the embedded database and the key. */
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly ownerUrl: string | undefined
  readonly keyFile: string
  /** Asked for; undefined: a demonstration only on loopback with an empty data folder. */
  readonly demo: boolean | undefined
}

/** A setting is wrong; the message is one sentence that names it and the remedy. */
export class WrongSetting extends Error {
  override name = 'WrongSetting'

  constructor(key: keyof typeof serveWords, values: WordValues = {}) {
    super(sayBoth(serveWords, key, values))
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/** @throws WrongSetting */
export function readSettings(env: Environment, workingFolder: string): Settings {
  const host = env.HUCE_HOST || '127.0.0.1'
  const port = readPort(env.HUCE_PORT)
  const tls = readTls(env)
  const trustProxy = readSwitch(env, 'HUCE_TRUST_PROXY') ?? false
  if (!isLoopback(host) && !tls && !trustProxy) {
    throw new WrongSetting('setting.host', { host })
  }
  const dataFolder = absolute(env.HUCE_DATA || './data', workingFolder)
  const ownerUrl = readDatabaseUrl(env, 'HUCE_DATABASE_OWNER_URL')
  const databaseUrl = readDatabaseUrl(env, 'HUCE_DATABASE_URL')
  if (ownerUrl !== undefined && databaseUrl === undefined) {
    throw new WrongSetting('setting.owner-alone')
  }
  return {
    host,
    port,
    publicUrl:
      readPublicUrl(env.HUCE_PUBLIC_URL) ??
      `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    tls,
    trustProxy,
    dataFolder,
    databaseUrl,
    ownerUrl,
    keyFile: absolute(env.HUCE_KEY_FILE || `${dataFolder}/master.key`, workingFolder),
    demo: readSwitch(env, 'HUCE_DEMO'),
  }
}

/** Only this machine can reach it, so plain http is a secure context there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 4600
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new WrongSetting('setting.port', { text })
  }
  return port
}

function readTls(env: Environment): Settings['tls'] {
  const certFile = env.HUCE_TLS_CERT || undefined
  const keyFile = env.HUCE_TLS_KEY || undefined
  if (certFile === undefined && keyFile === undefined) return undefined
  if (certFile === undefined || keyFile === undefined) {
    throw new WrongSetting('setting.tls-half')
  }
  return { certFile, keyFile }
}

function readSwitch(env: Environment, name: string): boolean | undefined {
  const text = env[name]
  if (text === undefined || text === '') return undefined
  if (text === '1' || text === 'true') return true
  if (text === '0' || text === 'false') return false
  throw new WrongSetting('setting.switch', { name, text })
}

function readDatabaseUrl(env: Environment, name: string): string | undefined {
  const text = env[name]
  if (text === undefined || text === '') return undefined
  // The value may hold a password: it is never repeated in the message.
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol)) {
    throw new WrongSetting('setting.database', { name })
  }
  return text
}

function readPublicUrl(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new WrongSetting('setting.public-url', { text })
  }
  return text.replace(/\/+$/, '')
}

function absolute(path: string, from: string): string {
  return isAbsolute(path) ? path : resolve(from, path)
}
