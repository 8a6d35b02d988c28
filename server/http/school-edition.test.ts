// A school issues an edition of its own plan over HTTP: it lifts nobody, changes no post under its holder, brings no plan into force
// that nobody compared, and the county hears of it (G1, G2). Editions in general are editions.test.ts.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { editionsId } from '#core/edition/edition.ts'
import type { EditionList, PreparedEdition } from '#core/wire/view.ts'
import { CAMPAIGN, COUNTY, SCHOOL } from '../house.fixture.ts'
import { openTestHttp, type TestHttp } from './http.fixture.ts'

let http: TestHttp
let principal: string
/** The school's layer as the next edition of itself. */
let written: string
const on = { kind: 'edition', id: editionsId(CAMPAIGN, SCHOOL) } as const

beforeAll(async () => {
  http = await openTestHttp()
  principal = await http.signIn('principal', SCHOOL)
  const { own } = await listed()
  const source = await http.ask('GET', `/api/editions/source?layer=${own?.layer}`, { cookie: principal })
  written = source.body.replace('2025.1', '2026.1').replace('issuedOn: 2025-12-24', 'issuedOn: 2026-06-02')
})
afterAll(() => http?.close())

const listed = async (): Promise<EditionList> =>
  (await http.ask('GET', '/api/editions', { cookie: principal })).json()
const tried = async (source: string): Promise<PreparedEdition> =>
  (
    await http.ask('POST', '/api/editions/prepare', {
      cookie: principal,
      body: { unit: SCHOOL, source, keep: true },
    })
  ).json()
const issueOwn = async (ready: PreparedEdition['ready'], more: object = {}) => {
  const command = {
    id: randomUUID(),
    post: http.test.actor('principal', SCHOOL).post,
    stream: on,
    type: 'IssueEdition',
    data: { unit: SCHOOL, campaign: CAMPAIGN, ...ready, to: [], ...more },
    madeAt: await http.test.now(),
  }
  return http.ask('POST', '/api/commands', { cookie: principal, body: { commands: [command] } })
}

describe('a school’s own edition', () => {
  test('G2: it makes nobody an official of the county, a province or an administrator', async () => {
    for (const [role, tier] of [
      ['county-lead', 'school'],
      ['county-desk', 'county'],
      ['province-lead', 'province'],
      ['administrator', 'school'],
    ]) {
      const own = `posts:\n  - id: clerk\n    tier: ${tier}\n    role: ${role}\n    name: { zh: 职员, en: Clerk }\n    duties: []\n    clause: school.1.2.command\n`
      const { problems, ready } = await tried(written.replace('posts:\n', own))
      expect(problems[0]?.path, role).toMatch(/^posts\[clerk\]/)
      expect(ready, role).toBeUndefined()
    }
  })

  test('G2: it makes no other post of one that people hold', async () => {
    const changed = written.replace(
      /(id: deputy-teaching\n\s+tier: school\n\s+role: )school-lead/,
      '$1outside',
    )
    expect(changed).not.toBe(written)
    const { problems, ready } = await tried(changed)
    expect(problems).toMatchObject([{ code: 'post-changed', path: 'posts[deputy-teaching]' }])
    expect(ready).toBeUndefined()
  })

  test('G1: a plan that nobody compared is not put in force behind its own', async () => {
    const { ready } = await tried(written)
    const plans = [...(ready?.plans ?? []), { unit: SCHOOL, plan: http.test.plan.hash }]
    const answer = await issueOwn(ready, { plans })
    expect(answer.statusCode).toBe(422)
    expect((await listed()).editions).toEqual([])
  })

  test('G2: a plan that makes another post of one that people hold is not put in force, however it came to be kept', async () => {
    const { ready } = await tried(written)
    const { plans } = http.test.house
    const sound = await plans.find(ready?.plans[0]?.plan ?? '')
    const doctor = sound?.posts['school-doctor']
    if (!sound || !doctor) throw new Error('it is not sound')
    const hash = '5'.repeat(64)
    const posts = { ...sound.posts, 'school-doctor': { ...doctor, role: 'school-lead' as const } }
    await plans.pinAll([], [{ plan: { ...sound, hash, posts }, layers: await plans.layersOf(sound.hash) }])
    const answer = await issueOwn(ready, { plans: [{ unit: SCHOOL, plan: hash }] })
    expect(answer.json()).toMatchObject({ code: 'edition.outdated' })
  })

  test('G1: the county’s desk hears of it, though it was sent to nobody', async () => {
    const answer = await issueOwn((await tried(written)).ready)
    expect(answer.statusCode, answer.body).toBe(200)
    const told = await http.test.owner<{ post_kind: string; unit: string }>(
      'select post_kind, unit from notice_row where thing_kind = $1 and thing = $2',
      ['edition', on.id],
    )
    expect(told).toEqual([{ post_kind: 'county-office', unit: COUNTY }])
  })
})
