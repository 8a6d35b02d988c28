// The environment as settings: defaults, and one sentence with the remedy for everything that is wrong.

import { describe, expect, test } from 'vitest'
import { isLoopback, readSettings, WrongSetting } from './settings.ts'

const read = (env: Record<string, string>) => readSettings(env, '/srv/huce')

describe('settings', () => {
  test('corridor: without any it serves this machine alone from ./data', () => {
    expect(read({})).toEqual({
      host: '127.0.0.1',
      port: 4600,
      publicUrl: 'http://127.0.0.1:4600',
      tls: undefined,
      trustProxy: false,
      dataFolder: '/srv/huce/data',
      databaseUrl: undefined,
      ownerUrl: undefined,
      keyFile: '/srv/huce/data/master.key',
      demo: undefined,
    })
  })

  test('corridor: an empty setting counts as not set', () => {
    const names = [
      'HOST',
      'PORT',
      'PUBLIC_URL',
      'TLS_CERT',
      'TLS_KEY',
      'TRUST_PROXY',
      'DATA',
      'KEY_FILE',
      'DEMO',
    ]
    const databases = ['DATABASE_URL', 'DATABASE_OWNER_URL']
    const empty = Object.fromEntries([...names, ...databases].map((name) => [`HUCE_${name}`, '']))
    expect(read(empty)).toEqual(read({}))
  })

  test('corridor: all of them', () => {
    expect(
      read({
        HUCE_HOST: '0.0.0.0',
        HUCE_PORT: '8443',
        HUCE_PUBLIC_URL: 'https://huce.example.cn/',
        HUCE_TLS_CERT: 'cert.pem',
        HUCE_TLS_KEY: 'key.pem',
        HUCE_DATA: '/var/lib/huce',
        HUCE_KEY_FILE: 'keys/master.key',
        HUCE_DATABASE_URL: 'postgres://app:secret@db/huce',
        HUCE_DATABASE_OWNER_URL: 'postgresql://owner:secret@db/huce',
        HUCE_DEMO: '0',
      }),
    ).toEqual({
      host: '0.0.0.0',
      port: 8443,
      publicUrl: 'https://huce.example.cn',
      tls: { certFile: 'cert.pem', keyFile: 'key.pem' },
      trustProxy: false,
      dataFolder: '/var/lib/huce',
      databaseUrl: 'postgres://app:secret@db/huce',
      ownerUrl: 'postgresql://owner:secret@db/huce',
      keyFile: '/srv/huce/keys/master.key',
      demo: false,
    })
  })

  test('corridor: links name an IPv6 address in brackets, and https where it speaks it', () => {
    expect(read({ HUCE_HOST: '::1' }).publicUrl).toBe('http://[::1]:4600')
    expect(read({ HUCE_TLS_CERT: 'c', HUCE_TLS_KEY: 'k' }).publicUrl).toBe('https://127.0.0.1:4600')
  })

  test.each(['127.0.0.1', '127.8.9.10', 'localhost', '::1'])('corridor: %s is this machine', (host) => {
    expect(isLoopback(host)).toBe(true)
    expect(read({ HUCE_HOST: host }).host).toBe(host)
  })

  test.each(['0.0.0.0', '::', '192.168.1.8', '127.evil.example', 'huce.example.cn', '1127.0.0.1'])(
    'corridor: on %s it refuses to serve without https, and says how; with it, it does',
    (host) => {
      expect(() => read({ HUCE_HOST: host })).toThrow(
        `HUCE_HOST=${host} is reachable from outside, where service worker, camera, push and device keys need https: set HUCE_TLS_CERT and HUCE_TLS_KEY, or HUCE_TRUST_PROXY=1 behind a proxy that speaks https, or leave HUCE_HOST at 127.0.0.1.`,
      )
      expect(read({ HUCE_HOST: host, HUCE_TRUST_PROXY: '1' }).trustProxy).toBe(true)
      expect(read({ HUCE_HOST: host, HUCE_TLS_CERT: 'c', HUCE_TLS_KEY: 'k' }).tls).toBeDefined()
    },
  )

  test.each([
    [{ HUCE_PORT: 'http' }, 'HUCE_PORT=http is not a port: give a number from 0 to 65535.'],
    [{ HUCE_PORT: '65536' }, 'HUCE_PORT=65536 is not a port: give a number from 0 to 65535.'],
    [{ HUCE_PORT: '80.5' }, 'HUCE_PORT=80.5 is not a port: give a number from 0 to 65535.'],
    [{ HUCE_PORT: '-1' }, 'HUCE_PORT=-1 is not a port: give a number from 0 to 65535.'],
    [
      { HUCE_TLS_CERT: 'c' },
      'HUCE_TLS_CERT and HUCE_TLS_KEY belong together: set both to PEM files, or neither.',
    ],
    [
      { HUCE_TLS_KEY: 'k' },
      'HUCE_TLS_CERT and HUCE_TLS_KEY belong together: set both to PEM files, or neither.',
    ],
    [{ HUCE_TRUST_PROXY: 'yes' }, 'HUCE_TRUST_PROXY=yes is neither on nor off: give 1 or 0.'],
    [{ HUCE_DEMO: 'maybe' }, 'HUCE_DEMO=maybe is neither on nor off: give 1 or 0.'],
    [
      { HUCE_DATABASE_OWNER_URL: 'postgres://o@db/huce' },
      'HUCE_DATABASE_OWNER_URL is set without HUCE_DATABASE_URL: set both, the owner migrates and the other serves.',
    ],
    [
      { HUCE_PUBLIC_URL: 'huce.example.cn' },
      'HUCE_PUBLIC_URL=huce.example.cn is not a web address: give it as https://name or https://name:port.',
    ],
    [
      { HUCE_PUBLIC_URL: 'ftp://huce.example.cn' },
      'HUCE_PUBLIC_URL=ftp://huce.example.cn is not a web address: give it as https://name or https://name:port.',
    ],
  ])('corridor: %j is refused with a sentence that says what to do', (env, sentence) => {
    const reading = () => read(env as Record<string, string>)
    expect(reading).toThrow(WrongSetting)
    expect(reading).toThrow(sentence)
  })

  test.each(['HUCE_DATABASE_URL', 'HUCE_DATABASE_OWNER_URL'])(
    'corridor: a wrong %s is refused without repeating the password in it',
    (name) => {
      for (const value of ['mysql://u:secret@db/huce', 'db/huce?password=secret'])
        expect(() => read({ [name]: value })).toThrow(
          `${name} is not a PostgreSQL address: give it as postgres://user:password@host:port/database.`,
        )
    },
  )
})
