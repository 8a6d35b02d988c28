// Who is calling: from the token in a cookie to a person in a post. Posts are read anew each time, so a post that was given
// up counts for nothing at once. What the actor may do is core/access; cookies and addresses are server/http.

import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '#core/access/actor.ts'
import { lineOf, tierOf } from '#core/basics/tier.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { Post } from '#core/plan/layer.ts'
import { roleFits } from '#core/plan/role.ts'
import { findPlanInForce } from '#core/who/campaign.ts'
import type { DemoPerson, Me, MyPost } from '#core/wire/view.ts'
import type { Database } from '../store/database.ts'
import type { Mode } from '../store/house.ts'
import { findCampaign, unitsAt } from '../store/lists.ts'
import {
  addSession,
  addSlip,
  findSession,
  type HeldPost,
  livingSessions,
  postsHeld,
  prolongSessions,
  revokeSession,
  revokeSessionsOf,
  seatedInDemo,
  setSessionPost,
  takeSlip,
  type Way,
} from '../store/sessions.ts'

/** Somebody signed in, as of this moment. */
export interface Session {
  readonly person: { readonly id: string; readonly name: string }
  /** The post this session acts in. */
  readonly post: MyPost
  /** Every post the person holds now in this campaign. */
  readonly posts: readonly MyPost[]
  /** The person in `post`. */
  readonly actor: Actor
  readonly campaign: string
  /** The plan in force at the post's unit. */
  readonly plan: EffectivePlan
  /** Wall time. */
  readonly expiresAt: number
}

/** A new session, or why there is none: the slip is unknown or used, or the person holds no such post. */
export type SignedIn =
  | { readonly token: string; readonly session: Session }
  | { readonly refused: SignInRefusal }
export type SignInRefusal = 'slip.unknown' | 'post.not-held'

export interface Identity {
  /** The living session of a token from a cookie. Using it prolongs it. */
  whoIs(token: string): Promise<Session | undefined>
  /** What the session's screens know of themselves. */
  me(session: Session): Promise<Me>
  /** Whom a visitor of the demonstration may be. Empty in a real house. */
  demoPeople(): Promise<DemoPerson[]>
  /** In a demonstration only; elsewhere always refused. Without `post`: the first that the person holds. */
  signInDemo(person: string, post?: string): Promise<SignedIn>
  /** Uses a one-time slip up. */
  signInSlip(slip: string): Promise<SignedIn>
  signOut(token: string): Promise<void>
  /** Ends every session of the person, on every process at once, and voids his slips. */
  revokeAll(person: string): Promise<void>
  /** Acts in another post of one's own from now on; undefined when it is not held. */
  switchPost(token: string, post: string): Promise<Session | undefined>
  /** A one-time slip that signs `person` in; only its hash is kept, so it is said this once. */
  makeSlip(person: string, post: string, campaign: string): Promise<string>
  /** Of many open streams: those whose session lives and whose post is still held, with that post. Prolongs them. */
  living(tokens: readonly string[]): Promise<ReadonlyMap<string, string>>
}

export interface IdentityHouse {
  readonly db: Database
  /** Finds a pinned plan by its hash. */
  readonly plans: { find(hash: string): Promise<EffectivePlan | undefined> }
  /** Says what posts are where no plan is in force yet. */
  readonly plan: EffectivePlan
  readonly mode: Mode
}

/** Letters and digits that are not mistaken for one another when read aloud or typed from paper. */
const SLIP_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const SLIP_LENGTH = 20

export function openIdentity(house: IdentityHouse): Identity {
  const { db } = house

  async function sessionOf(token: string): Promise<Session | undefined> {
    const row = await findSession(db, hashOf(token))
    if (!row) return undefined
    const posts = await describe(house, row.plans ?? {}, row.held)
    // A post given up does not sign its holder out of the others.
    const post = posts.find(({ id }) => id === row.post) ?? posts[0]
    if (!post) return undefined
    if (post.id !== row.post) await setSessionPost(db, hashOf(token), post.id)
    return {
      person: { id: row.person, name: row.name ?? '' },
      post,
      posts,
      actor: actorIn(post, row.person, row.campaign),
      campaign: row.campaign,
      plan: await planOf(house, row.plans ?? {}, post.unit),
      expiresAt: row.expires_at,
    }
  }

  async function signIn(way: Way, person: string, campaign: string, wished?: string): Promise<SignedIn> {
    const held = await postsHeld(db, person, campaign)
    const post = wished === undefined ? held[0] : held.find((one) => one.post === wished)
    if (!post) return { refused: 'post.not-held' }
    const token = randomBytes(32).toString('base64url')
    await addSession(db, { tokenHash: hashOf(token), person, post: post.post, campaign, way })
    const session = await sessionOf(token)
    return session ? { token, session } : { refused: 'post.not-held' }
  }

  return {
    async whoIs(token) {
      const session = await sessionOf(token)
      if (session) await prolong(db, token, session.expiresAt)
      return session
    },

    async me(session) {
      const [campaign, units] = await Promise.all([
        findCampaign(db, session.campaign),
        unitsAt(db, lineOf(session.post.unit)),
      ])
      const data = campaign?.state.campaign
      if (!campaign || !data) throw new Error(`campaign ${session.campaign} of a session was never opened`)
      return {
        person: session.person,
        post: session.post,
        posts: session.posts,
        // Own unit first: the longest path.
        units: units.sort((a, b) => b.path.length - a.path.length),
        campaign: {
          id: session.campaign,
          kind: data.kind,
          name: data.name,
          zoneMinutes: data.zoneMinutes,
          sessions: data.sessions,
        },
        now: campaign.now,
        rate: campaign.rate,
        demo: house.mode === 'demo',
      }
    },

    async demoPeople() {
      const demo = house.mode === 'demo' ? await seatedInDemo(db) : undefined
      const state = demo && (await findCampaign(db, demo.campaign))?.state
      if (!demo) return []
      const people: DemoPerson[] = []
      for (const seat of demo.seats) {
        const plan = await planOf(house, state?.plans ?? {}, seat.unit)
        const post = plan.posts[seat.kind]
        if (!post) continue
        people.push({
          person: seat.person,
          name: seat.name,
          postKind: seat.kind,
          postName: post.name,
          tier: post.tier,
          unit: seat.unit,
          unitName: seat.unit_name,
          substitute: seat.substitute,
          ...(seat.room === null ? {} : { room: seat.room }),
        })
      }
      return people
    },

    async signInDemo(person, post) {
      const demo = house.mode === 'demo' ? await seatedInDemo(db) : undefined
      if (!demo) return { refused: 'post.not-held' }
      return signIn('demo', person, demo.campaign, post)
    },

    async signInSlip(slip) {
      const used = await takeSlip(db, hashOf(asPrinted(slip)))
      if (!used) return { refused: 'slip.unknown' }
      return signIn('slip', used.person, used.campaign, used.post)
    },

    signOut: (token) => revokeSession(db, hashOf(token)),
    revokeAll: (person) => revokeSessionsOf(db, person),

    async switchPost(token, post) {
      const session = await sessionOf(token)
      if (!session?.posts.some(({ id }) => id === post)) return undefined
      await setSessionPost(db, hashOf(token), post)
      return sessionOf(token)
    },

    async makeSlip(person, post, campaign) {
      const slip = newSlip()
      await addSlip(db, { hash: hashOf(slip), person, post, campaign })
      return slip.replace(/(.{4})(?=.)/g, '$1-')
    },

    async living(tokens) {
      if (tokens.length === 0) return new Map()
      const byHash = new Map(tokens.map((token) => [hashOf(token).toString('hex'), token]))
      const hashes = [...byHash.keys()].map((hex) => Buffer.from(hex, 'hex'))
      await prolongSessions(db, hashes)
      const rows = await livingSessions(db, hashes)
      return new Map(rows.map((row) => [byHash.get(row.token_hash.toString('hex')) ?? '', row.post]))
    },
  }
}

/** The person in one of his posts. */
export function actorIn(post: MyPost, person: string, campaign: string): Actor {
  return {
    person,
    post: post.id,
    postKind: post.kind,
    role: post.role,
    tier: post.tier,
    unit: post.unit,
    campaign,
  }
}

/** Tokens and slips are kept as hashes: who reads the table cannot sign in. */
function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest()
}

/** Not written at each use: only when an hour of it has gone. */
async function prolong(db: Database, token: string, expiresAt: number): Promise<void> {
  const HOUR = 3_600_000
  if (expiresAt - Date.now() < 13 * HOUR) await prolongSessions(db, [hashOf(token)])
}

async function planOf(
  house: IdentityHouse,
  plans: Readonly<Record<string, string>>,
  unit: string,
): Promise<EffectivePlan> {
  const hash = findPlanInForce({ plans }, unit)
  return (hash === undefined ? undefined : await house.plans.find(hash)) ?? house.plan
}

/**
 * Posts with the role that the plan in force gives them, at the tier of the unit they are in. One that the plan does not know any
 * more is no post, nor is one that it puts at another tier: no plan lifts anybody above where he sits.
 */
async function describe(
  house: IdentityHouse,
  plans: Readonly<Record<string, string>>,
  held: readonly HeldPost[],
): Promise<MyPost[]> {
  const posts = new Map<string, MyPost>()
  for (const { post, kind, unit, room, substitute } of held) {
    const known = (await planOf(house, plans, unit)).posts[kind]
    // Holders come first: who holds a post and stands in for it too is its holder.
    if (!known || posts.has(post) || !sitsIn(known, unit)) continue
    posts.set(post, {
      id: post,
      kind,
      role: known.role,
      tier: tierOf(unit),
      unit,
      ...(room === null ? {} : { room }),
      substitute,
    })
  }
  return [...posts.values()]
}

/** Who administers may sit at any tier; every other post only where the plan puts it, and in no role of another tier. */
function sitsIn({ role, tier }: Post, unit: string): boolean {
  const own = tierOf(unit)
  return role === 'administrator' || (tier === own && roleFits(role, own))
}

/** About 99 bits: not to be guessed at any speed. */
function newSlip(): string {
  let slip = ''
  while (slip.length < SLIP_LENGTH) {
    for (const byte of randomBytes(SLIP_LENGTH)) {
      // Bytes beyond the last whole turn of the letters would make the first ones likelier.
      if (byte < 248 && slip.length < SLIP_LENGTH) slip += SLIP_LETTERS[byte % SLIP_LETTERS.length]
    }
  }
  return slip
}

/** As people type it: with or without dashes and spaces, in small letters too. */
function asPrinted(slip: string): string {
  return slip.toUpperCase().replace(/[^0-9A-Z]/g, '')
}
