// Settings that cannot work are refused before anything is served: one sentence, no stack, an exit code. And the first real
// start: a one-time slip, no demonstration door, and real for ever.

import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import {
  type Ended,
  freePort,
  privateFolder,
  processesIn,
  removeFolder,
  runToEnd,
  type ServerProcess,
  startServer,
} from './server-process.fixture.ts'
import { ask } from './visitor.fixture.ts'

type Env = Readonly<Record<string, string>>

const SLIP = /\b[2-9A-Z]{4}(?:-[2-9A-Z]{4}){4}\b/

const folder = privateFolder()
const demoData = join(folder, 'demo')
const realData = join(folder, 'real')
const freshData = join(folder, 'fresh')
const otherKey = join(folder, 'other.key')
const noKey = join(folder, 'no.key')
writeFileSync(otherKey, `${'ab'.repeat(32)}\n`)
writeFileSync(noKey, 'secret\n')

afterAll(async () => {
  for (const data of [demoData, realData]) await removeFolder(data, data)
  await removeFolder(folder)
})

const start = (env: Env) => startServer({ cwd: folder, env })

/** Starts with settings that cannot work, and gives back what was said. */
async function refused(env: Env): Promise<Ended> {
  const port = env.HUCE_PORT ?? String(await freePort())
  return runToEnd({ cwd: folder, env: { HUCE_DATA: freshData, ...env, HUCE_PORT: port } })
}

/** An exit code, one sentence in one or both languages that names what is wrong, no stack, and nothing left running. */
function expectSentence({ code, stdout, stderr }: Ended, names: RegExp): void {
  const lines = stderr.trimEnd().split('\n')
  expect(stderr).toMatch(names)
  expect(lines.length).toBeLessThanOrEqual(2)
  expect(`${stdout}${stderr}`).not.toMatch(/^\s+at |Error:|node:internal|file:\/\//m)
  expect(code).toBeGreaterThan(0)
  expect(processesIn(demoData, realData, freshData)).toEqual([])
}

describe('settings that cannot work', () => {
  test.each<[string, Env, RegExp]>([
    ['an open address without https', { HUCE_HOST: '0.0.0.0' }, /HUCE_HOST=0\.0\.0\.0.*HUCE_TLS_CERT/],
    ['an open IPv6 address without https', { HUCE_HOST: '::' }, /HUCE_HOST=::.*HUCE_TRUST_PROXY/],
    ['a port that is no number', { HUCE_PORT: 'http' }, /HUCE_PORT=http/],
    ['a port that there is not', { HUCE_PORT: '70000' }, /HUCE_PORT=70000/],
    ['a certificate without its key', { HUCE_TLS_CERT: 'cert.pem' }, /HUCE_TLS_KEY/],
    ['a key without its certificate', { HUCE_TLS_KEY: 'key.pem' }, /HUCE_TLS_CERT/],
    ['a switch that is neither on nor off', { HUCE_DEMO: 'perhaps' }, /HUCE_DEMO=perhaps/],
    ['an address that is none', { HUCE_PUBLIC_URL: 'huce' }, /HUCE_PUBLIC_URL=huce/],
    ['an owner without a database', { HUCE_DATABASE_OWNER_URL: 'postgres://o@h/d' }, /HUCE_DATABASE_URL/],
    ['another database', { HUCE_DATABASE_URL: 'mysql://a:hidden@h/d' }, /HUCE_DATABASE_URL/],
  ])('corridor: %s: refused with a sentence, before anything is made', async (_, env, names) => {
    const ended = await refused(env)
    expectSentence(ended, names)
    expect(ended.stderr).not.toContain('hidden')
  })

  test('corridor: certificate files that are not there are named', async () => {
    const env = { HUCE_TLS_CERT: join(folder, 'no-cert.pem'), HUCE_TLS_KEY: join(folder, 'no-key.pem') }
    expectSentence(await refused(env), /no-(cert|key)\.pem/)
  })

  test('corridor: a database that does not answer is said, without its password', async () => {
    const port = await freePort()
    const ended = await refused({ HUCE_DATABASE_URL: `postgres://app:hidden@127.0.0.1:${port}/huce` })
    expectSentence(ended, /HUCE_DATABASE_URL|127\.0\.0\.1/)
    expect(ended.stderr).not.toContain('hidden')
  })

  test('corridor: a key file that is no key is refused and left as it is', async () => {
    expectSentence(await refused({ HUCE_KEY_FILE: noKey }), /no\.key.*HUCE_KEY_FILE/)
  })
})

describe('a folder is demo or real for ever', () => {
  let server: ServerProcess

  test('corridor: a demonstration on loopback with an empty folder; the port and the folder in use are said', async () => {
    server = await start({ HUCE_DATA: demoData })
    expect((await ask(server.url, '', 'GET', '/api/state')).body).toMatchObject({ demo: true })
    const taken = await runToEnd({
      cwd: folder,
      env: { HUCE_DATA: demoData, HUCE_PORT: String(await freePort()) },
    })
    expect(taken.code).toBeGreaterThan(0)
    expect(taken.stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2)
    expect(taken.stderr).toContain(demoData)
    await server.stop()
  })

  test('corridor: not opened as real, nor with another key, and nothing was changed by trying', async () => {
    expectSentence(await refused({ HUCE_DATA: demoData, HUCE_DEMO: '0' }), /demonstration/)
    expectSentence(await refused({ HUCE_DATA: demoData, HUCE_KEY_FILE: otherKey }), /HUCE_KEY_FILE/)
    // Behind a proxy the default would be real; what the folder is counts more.
    server = await start({ HUCE_DATA: demoData, HUCE_TRUST_PROXY: '1' })
    expect((await ask(server.url, '', 'GET', '/api/state')).body).toMatchObject({ demo: true })
    await server.stop()
  })

  test('corridor: a first real start that finds its port taken says so, and the next one still has the slip', async () => {
    const blocker = createServer()
    const port = await new Promise<number>((resolve) => {
      blocker.listen(0, '127.0.0.1', () => {
        const address = blocker.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
    const ended = await refused({ HUCE_DATA: realData, HUCE_DEMO: '0', HUCE_PORT: String(port) })
    blocker.close()
    expectSentence(ended, new RegExp(`${port}.*HUCE_PORT`))
    expect(ended.stdout).not.toMatch(SLIP)

    server = await start({ HUCE_DATA: realData, HUCE_DEMO: '0' })
    expect(server.said()).toMatch(SLIP)
  })

  test('corridor: the slip signs in exactly once, also when it is used five times in the same moment', async () => {
    const slip = SLIP.exec(server.said())?.[0] ?? ''
    const body = JSON.stringify({ slip })
    const tries = await Promise.all(
      Array.from({ length: 5 }, () => ask(server.url, '', 'POST', '/api/sign-in', body)),
    )
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403, 403])
    expect((await ask(server.url, '', 'POST', '/api/sign-in', body)).status).toBe(403)
    expect(tries.find(({ status }) => status === 200)?.body).toMatchObject({ demo: false })
  })

  test('corridor: where it is real there is no demonstration door', async () => {
    expect((await ask(server.url, '', 'GET', '/api/state')).body).toMatchObject({ demo: false })
    const people = await ask(server.url, '', 'GET', '/api/demo/people')
    const signIn = await ask(server.url, '', 'POST', '/api/demo/sign-in', '{"person":"99-person-0"}')
    for (const { status, type } of [people, signIn]) {
      expect(status).toBe(404)
      expect(type).toContain('application/problem+json')
    }
    const { body } = await ask(server.url, '', 'GET', '/api/openapi.json')
    expect(Object.keys((body as { paths: object }).paths).filter((path) => path.includes('demo'))).toEqual([])
    await server.stop()
  })

  test('corridor: it stays real without being told, shows no slip again, and never becomes a demonstration', async () => {
    expectSentence(await refused({ HUCE_DATA: realData, HUCE_DEMO: '1' }), /real records/)
    server = await start({ HUCE_DATA: realData })
    expect((await ask(server.url, '', 'GET', '/api/state')).body).toMatchObject({ demo: false })
    expect(server.said()).not.toMatch(SLIP)
    await server.stop()
  })
})
