// The built web app as it is served: what is kept for ever, what is asked for anew, and which addresses are pages of the app.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHttp, type TestHttp } from './http.fixture.ts'

let http: TestHttp
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huce-web-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Huce</title>')
  writeFileSync(join(folder, 'assets', 'main-abc123.js'), 'export {}')
  writeFileSync(join(folder, 'assets', 'main-abc123.js.br'), 'packed')
  writeFileSync(join(folder, 'manifest.webmanifest'), '{}')
  writeFileSync(join(folder, '.sources'), 'not for anybody')
  http = await openTestHttp({ webFolder: folder })
})
afterAll(async () => {
  await http?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the web app', () => {
  test.each([
    '/',
    '/index.html',
    '/report',
    '/report/power-cut',
    '/incidents/99-x',
    '/desk',
    '/choose?next=/desk',
  ])('corridor: %s is the app’s page, never kept', async (url) => {
    const answer = await http.ask('GET', url)
    expect([answer.statusCode, answer.body]).toEqual([200, '<!doctype html><title>Huce</title>'])
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    })
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'")
  })

  test('corridor: files named by their content are kept for ever, packed where the browser can unpack', async () => {
    const plain = await http.ask('GET', '/assets/main-abc123.js')
    expect([plain.statusCode, plain.body]).toEqual([200, 'export {}'])
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const packed = await http.ask('GET', '/assets/main-abc123.js', { headers: { 'accept-encoding': 'br' } })
    expect([packed.headers['content-encoding'], packed.body]).toEqual(['br', 'packed'])
    expect(packed.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  test('corridor: other files are asked for anew', async () => {
    const answer = await http.ask('GET', '/manifest.webmanifest')
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-cache'])
  })

  test.each([
    '/assets/main-gone.js',
    '/missing.png',
    '/api/nowhere',
    '/api',
    '/.sources',
    '/../package.json',
    '/..%2f..%2fetc%2fpasswd',
    '/assets/..%5c..%5csecret.txt',
  ])('corridor: %s is not there, and is no page', async (url) => {
    const answer = await http.ask('GET', url)
    expect([400, 403, 404]).toContain(answer.statusCode)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  })

  test('corridor: nothing is written to a page', async () => {
    const answer = await http.ask('POST', '/report', { body: {} })
    expect(answer.statusCode).toBe(404)
  })
})
