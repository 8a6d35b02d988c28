// Every command × every post × whose thing it is, over HTTP with real sessions, held against expected-grants.txt both ways.
// The table of the house is not looked at here: what is compared is what happens.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isAtOrAbove, tierOf } from '#core/basics/tier.ts'
import { commandShapes } from '#core/wire/command.ts'
import { accepted, CAMPAIGN, SCHOOL } from '#server/house.fixture.ts'
import { openTestHttp, type TestHttp } from '#server/http/http.fixture.ts'
import { type Deed, typeOf } from './deed.fixture.ts'
import { incidentDeeds } from './deeds-of-incidents.fixture.ts'
import { thingDeeds } from './deeds-of-things.fixture.ts'
import { clauseFor, EXPECTED_CASES, EXPECTED_POSTS, ONLY_THE_PLAN, type Whose } from './expected-grants.ts'
import { abreast, makeStages, planDoes, type ToMake } from './making.fixture.ts'
import { FAR, HOME, type Stage, type StreamName, stageAt, unitOf } from './stage.fixture.ts'

/** Somebody trying a deed on a stage. */
interface Try {
  readonly deed: Deed
  readonly post: string
  readonly whose: Whose
  readonly stage: Stage
  /** Expected, by this clause; undefined: not expected. */
  readonly clause: string | undefined
}

const DEEDS = [...incidentDeeds, ...thingDeeds]
const EVERYWHERE: readonly Whose[] = ['own', 'below', 'beside', 'above']
/** Refusals that say who somebody is, not how things stand. A hidden thing is 404, whatever its kind. */
const OF_AUTHORITY: ReadonlySet<string> = new Set([
  'joint.not-yours',
  'form.not-yours',
  // Not refuted yet: for a tier above to say.
  'incident.not-refuted',
  // Nobody is above the centre.
  'ask.nobody-above',
  'tier.not-above',
])
/** Situations of event level 1 that hide nothing, hold nothing and give no task to keepers and helpers. */
const QUIET = ['other', 'noise', 'phone-in-room', 'question-doubt', 'wrong-seat', 'writes-on', 'refusal']
const CONFINED = 'coaching'
const AT_ONCE = 24

let http: TestHttp
let unprepared: readonly string[] = []
const cookies = new Map<string, string>()
const tries: Try[] = []
const came = new Map<Try, { readonly status: number; readonly code: string }>()

beforeAll(async () => {
  http = await openTestHttp()
  const { test: house } = http
  await accepted(planDoes(house, FAR.flatMap(farUnit)))
  for (const post of Object.values(house.plan.posts))
    cookies.set(post.id, await http.signIn(post.id, HOME[post.tier]))
  const making = prepare(await house.now())
  unprepared = await makeStages(house, making)
  // Whoever may not changes nothing: those first, while every stage is as it was made.
  await abreast(
    AT_ONCE,
    tries.filter((one) => one.clause === undefined),
    attempt,
  )
  await abreast(
    AT_ONCE,
    tries.filter((one) => one.clause !== undefined),
    attempt,
  )
}, 300_000)
afterAll(() => http.close())

function farUnit(path: string): readonly { stream: StreamName; type: string; data: object }[] {
  const code = path.split('/').at(-1) ?? path
  const name = { zh: `单位${code}`, en: `Unit ${code}` }
  const data = { path, tier: tierOf(path), code, name, letters: `F-${code}`, order: 50 }
  const room = { id: 'room-1', name: { zh: '第1测试室', en: 'Test room 1' }, seats: 30 }
  const rooms = tierOf(path) === 'school' ? [room] : []
  return [
    { stream: { kind: 'unit', id: `99-unit-${code}` }, type: 'EstablishUnit', data },
    { stream: { kind: 'campaign', id: CAMPAIGN }, type: 'JoinUnit', data: { unit: path, rooms } },
  ]
}

/** Works out every combination, and the stages on which they are tried: one for all who may not, one for each who may. */
function prepare(now: number): readonly ToMake[] {
  const { plan } = http.test
  const making: ToMake[] = []
  const shared = new Map<string, Stage>()
  const rare = Object.values(plan.situations).filter(
    (one) => !QUIET.includes(one.id) && one.confined !== true,
  )
  let nth = 0
  const make = (deed: Deed, unit: string, whose: Whose, doer: string | undefined): Stage => {
    nth += 1
    const isOfLikeness = deed.what.startsWith('spread') || deed.what.startsWith('twice')
    const common = isOfLikeness ? rare[nth % rare.length]?.id : QUIET[nth % QUIET.length]
    const scenario = whose === 'confined' ? CONFINED : (deed.scenario ?? common ?? 'other')
    return stageAt(unit, { whose, doer, plan, now, scenario })
  }
  const put = (deed: Deed, stage: Stage): Stage => {
    making.push({ stage, given: deed.given(stage) })
    return stage
  }
  for (const deed of DEEDS)
    for (const post of Object.values(plan.posts))
      for (const whose of deed.whose ?? EVERYWHERE)
        for (const unit of unitsFor(deed, post.id, whose)) {
          const clause = expected(deed, post.id, whose, unit)
          const isAlone = (clause !== undefined && deed.once === true) || whose === 'named'
          const key = `${sharing(deed, whose)} ${unit}`
          const stage = isAlone
            ? make(deed, unit, whose, post.id)
            : (shared.get(key) ?? make(deed, unit, whose, undefined))
          if (deed.without?.(stage, post.id)) continue
          if (isAlone) put(deed, stage)
          else if (!shared.has(key)) shared.set(key, put(deed, stage))
          tries.push({ deed, post: post.id, whose, stage, clause })
        }
  return making
}

/** What is shared by all who try it; where nobody may do anything, one incident is enough for all deeds. */
function sharing({ what }: Deed, whose: Whose): string {
  const isOfIncident = what.startsWith('incident/') && what !== 'incident/Report'
  if (isOfIncident && (whose === 'beside' || whose === 'confined')) return whose
  return `${what} ${whose === 'below' ? 'own' : whose}`
}

/** Where the post meets such a thing: everybody at most once, whoever is only named also at a unit below. */
function unitsFor(deed: Deed, id: string, whose: Whose): readonly string[] {
  const { plan } = http.test
  const post = plan.posts[id]
  if (!post) return []
  const unit = unitOf(post.tier, whose, deed.lowest)
  if (unit === undefined) return []
  if (whose === 'confined') {
    const situation = plan.situations[CONFINED]
    const named = [...(situation?.steps ?? []), ...(situation?.tell ?? [])].map((one) => one.post)
    return named.includes(id) ? [] : [unit]
  }
  if (whose !== 'named') return [unit]
  if (post.role === 'administrator') return []
  if (deed.what.startsWith('notice/')) return [unit]
  const isOnlyNamed = post.role === 'keeper' || post.role === 'outside'
  return isOnlyNamed ? [...new Set([unit, SCHOOL])] : []
}

function expected(deed: Deed, post: string, whose: Whose, unit: string): string | undefined {
  if (whose !== 'named') return clauseFor(deed.what, post, whose)
  const tier = http.test.plan.posts[post]?.tier
  const lies =
    tier !== undefined && isAtOrAbove(tier, tierOf(unit)) && tier !== tierOf(unit) ? 'below' : 'own'
  return clauseFor(deed.what, post, 'named') ?? clauseFor(deed.what, post, lies)
}

async function attempt(one: Try): Promise<void> {
  const { deed, post, stage } = one
  const tier = http.test.plan.posts[post]?.tier ?? 'school'
  const data = deed.data(stage, post, tier)
  const answer = deed.what.startsWith('file/')
    ? await send('/api/files', post, { post: http.test.actor(post, HOME[tier]).post, ...data })
    : await command(post, deed.stream(stage), typeOf(deed), data)
  came.set(one, answer)
}

function command(post: string, stream: StreamName, type: string, data: object): ReturnType<typeof send> {
  const tier = http.test.plan.posts[post]?.tier ?? 'school'
  const id = randomUUID()
  const named = http.test.actor(post, HOME[tier]).post
  return send('/api/commands', post, { commands: [{ id, post: named, stream, type, data, madeAt: 0 }] })
}

async function send(url: string, post: string, body: object): Promise<{ status: number; code: string }> {
  const cookie = cookies.get(post) ?? ''
  const answer = await http.ask('POST', url, { cookie, body })
  const said = answer.json() as { code?: string; field?: string }
  const code = said.code ?? 'accepted'
  return { status: answer.statusCode, code: said.field === undefined ? code : `${code} (${said.field})` }
}

function isRefusedToThem({ status, code }: { readonly status: number; readonly code: string }): boolean {
  return status === 403 || status === 404 || OF_AUTHORITY.has(code.split(' ')[0] ?? '')
}

function said({ deed, post, whose, stage, clause }: Try): string {
  const by = clause === undefined ? '' : ` · ${clause}`
  return `${deed.what} · ${post} · ${whose} (${tierOf(stage.unit)})${by}`
}

function wrong(which: (one: Try, got: { status: number; code: string }) => boolean): string[] {
  return tries.flatMap((one) => {
    const got = came.get(one)
    return got && which(one, got) ? [`${said(one)} → ${got.status} ${got.code}`] : []
  })
}

describe('Who may do what, held against a second account of it', () => {
  test('C1: the account speaks of every command of every kind, and of every post of the plan', () => {
    const kinds = Object.entries(commandShapes).flatMap(([kind, shapes]) =>
      Object.keys(shapes).map((type) => `${kind}/${type}`),
    )
    const commands = new Set([...EXPECTED_CASES].map((what) => what.split(' ')[0] ?? ''))
    commands.delete('file/announce')
    expect([...commands].sort()).toEqual(kinds.sort())
    expect(DEEDS.map((deed) => deed.what).sort()).toEqual([...EXPECTED_CASES].sort())
    expect([...EXPECTED_POSTS].sort()).toEqual(Object.keys(http.test.plan.posts).sort())
  })

  test('C1: those who set the scene may do so', () => {
    expect(unprepared).toEqual([])
  })

  test('C1: nothing that only the plan gives is taken from anybody', async () => {
    const taken: string[] = []
    for (const what of ONLY_THE_PLAN)
      for (const post of cookies.keys()) {
        const [kind, type] = what.split('/')
        const stream = { kind: kind as StreamName['kind'], id: `99-${randomUUID()}` }
        const { code } = await command(post, stream, type ?? '', {})
        if (!code.startsWith('command.unknown')) taken.push(`${what} · ${post} → ${code}`)
      }
    expect(taken).toEqual([])
  })

  test('C1, C4, B1–B12, E5, E6, G1: whoever may not by the account is refused', () => {
    const count = tries.filter((one) => one.clause === undefined).length
    console.info(`${count} combinations that nobody is granted`)
    expect(wrong((one, got) => one.clause === undefined && !isRefusedToThem(got))).toEqual([])
  })

  test('C1, C4, B1–B12, E5, E6, G1: whoever may by the account may, or is refused for a reason of sense', () => {
    const count = tries.filter((one) => one.clause !== undefined).length
    console.info(`${count} combinations that are granted, ${tries.length} in all`)
    const senses = (one: Try): readonly string[] => ['accepted', ...(one.deed.senses ?? [])]
    expect(
      wrong((one, got) => one.clause !== undefined && !senses(one).includes(got.code.split(' ')[0] ?? '')),
    ).toEqual([])
  })
})
