// What the person at the terminal reads when the server cannot start, and that faults of ours keep their stack.

import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { WrongSetting } from './settings.ts'
import { findStartSentence } from './start-fault.ts'
import { startRefused } from './store/embedded/start-refused.ts'
import { WrongHouse } from './store/house.ts'

/** The error of a real failure, not one made up to fit. */
function thrownBy(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}

describe('why the server does not start', () => {
  test('corridor: errors that carry a sentence are said as they are', () => {
    expect(findStartSentence(new WrongSetting('setting.port', { text: 'x' }))).toMatch(
      /^HUCE_PORT=x 不是端口号[\s\S]*\nHUCE_PORT=x is not a port/,
    )
    expect(findStartSentence(new WrongHouse('house.other-key'))).toMatch(
      /另一把主密钥[\s\S]*\nThis database was sealed/,
    )
    const refused = startRefused('embedded.in-use', 'data', 7)
    expect(findStartSentence(refused)).toBe(refused.message)
  })

  test('corridor: a taken port names itself and the remedy, in both languages', () => {
    const error = Object.assign(new Error('listen EADDRINUSE'), {
      code: 'EADDRINUSE',
      syscall: 'listen',
      address: '127.0.0.1',
      port: 4600,
    })
    const lines = findStartSentence(error)?.split('\n') ?? []
    expect(lines).toHaveLength(2)
    for (const line of lines) expect(line).toMatch(/127\.0\.0\.1:4600.*HUCE_PORT/)
  })

  test('corridor: a file that is not there is named', () => {
    const error = thrownBy(() => readFileSync('nowhere.pem'))
    expect(findStartSentence(error)).toContain('nowhere.pem')
  })

  test('corridor: files that are no certificate and key are named by their settings', () => {
    const error = thrownBy(() => createServer({ cert: 'none', key: 'none' }))
    expect(findStartSentence(error)).toMatch(/HUCE_TLS_CERT.*HUCE_TLS_KEY/)
  })

  test('corridor: a database that does not answer or turns us away is said', async () => {
    const refused = await new Promise((resolve) => connect(1, '127.0.0.1').once('error', resolve))
    expect(findStartSentence(refused)).toMatch(/HUCE_DATABASE_URL.*127\.0\.0\.1:1/)
    const turnedAway = Object.assign(new Error('password authentication failed'), { code: '28P01' })
    expect(findStartSentence(turnedAway)).toMatch(/password authentication failed/)
  })

  test('corridor: a fault of ours has no sentence', () => {
    for (const error of [new TypeError('x is not a function'), new Error('refused'), 'text', undefined]) {
      expect(findStartSentence(error)).toBeUndefined()
    }
  })
})
