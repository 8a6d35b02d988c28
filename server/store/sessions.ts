// Sessions and one-time slips as rows, and the posts that a session's person holds at this moment. Tokens and slips come in
// as hashes only. What a session may do is core/access; how one is got is server/identity.

import type { Database } from './database.ts'

type Reader = Pick<Database, 'query'>

/** A session is used up this long after its last use, and whatever happens this long after its making. */
const LIFE = { idle: '14 hours', whole: '72 hours' } as const

/** How a session was got. */
export type Way = 'demo' | 'slip'

export interface HeldPost {
  readonly post: string
  readonly kind: string
  readonly unit: string
  readonly room: string | null
  readonly substitute: boolean
}

export interface SessionRow {
  readonly person: string
  /** Null when the key of the name was destroyed. */
  readonly name: string | null
  readonly post: string
  readonly campaign: string
  /** Wall time. */
  readonly expires_at: number
  /** Held now, by the campaign's clock; holders before substitutes. */
  readonly held: readonly HeldPost[]
  /** Plans in force by unit path. */
  readonly plans: Readonly<Record<string, string>> | null
}

/** Held by `person` in `campaign` now: one row per seat. */
const HELD = `
  select p.post, p.kind, p.unit, p.room, a.substitute
  from assignment_row a
  join post_row p using (post)
  join campaign_clock c on c.campaign = a.campaign
  where a.person = s.person and a.campaign = s.campaign
    and a.from_at <= campaign_time(clock_timestamp(), c.anchor, c.offset_ms, c.rate)
    and (a.to_at is null or a.to_at > campaign_time(clock_timestamp(), c.anchor, c.offset_ms, c.rate))`

/** The living session of a token; undefined when there is none, or it was revoked or used up. */
export async function findSession(db: Reader, tokenHash: Buffer): Promise<SessionRow | undefined> {
  const [row] = await db.query<SessionRow>({
    name: 'find-session',
    text: `
      select s.person, n.name, s.post, s.campaign, millis(s.expires_at) as expires_at, r.state->'plans' as plans,
             coalesce((select json_agg(h order by h.substitute, h.unit, h.post) from (${HELD}) h), '[]') as held
      from session s
      left join person_row n using (person)
      left join campaign_row r using (campaign)
      where s.token_hash = $1 and s.revoked_at is null and s.expires_at > clock_timestamp()`,
    values: [tokenHash],
  })
  return row
}

/** Posts of `person` in `campaign` now. */
export async function postsHeld(db: Reader, person: string, campaign: string): Promise<HeldPost[]> {
  return db.query<HeldPost>({
    name: 'posts-held',
    text: `select h.* from (select $1::text as person, $2::text as campaign) s cross join lateral (${HELD}) h
           order by h.substitute, h.unit, h.post`,
    values: [person, campaign],
  })
}

export async function addSession(
  db: Reader,
  session: { tokenHash: Buffer; person: string; post: string; campaign: string; way: Way },
): Promise<void> {
  await db.query({
    name: 'add-session',
    text: `insert into session (token_hash, person, post, campaign, way, expires_at)
           values ($1, $2, $3, $4, $5, clock_timestamp() + interval '${LIFE.idle}')`,
    values: [session.tokenHash, session.person, session.post, session.campaign, session.way],
  })
}

/** Use keeps sessions alive, within their whole life; written once an hour at the most. */
export async function prolongSessions(db: Reader, tokenHashes: readonly Buffer[]): Promise<void> {
  await db.query({
    name: 'prolong-sessions',
    text: `update session
           set expires_at = least(clock_timestamp() + interval '${LIFE.idle}', made_at + interval '${LIFE.whole}')
           where token_hash = any($1) and revoked_at is null and expires_at > clock_timestamp()
             and expires_at < least(clock_timestamp() + interval '${LIFE.idle}' - interval '1 hour',
                                    made_at + interval '${LIFE.whole}')`,
    values: [tokenHashes],
  })
}

/** Those of `tokenHashes` that still live and whose post is still held, with that post. */
export async function livingSessions(
  db: Reader,
  tokenHashes: readonly Buffer[],
): Promise<{ token_hash: Buffer; post: string }[]> {
  return db.query({
    name: 'living-sessions',
    text: `select s.token_hash, s.post from session s
           where s.token_hash = any($1) and s.revoked_at is null and s.expires_at > clock_timestamp()
             and s.post in (select h.post from (${HELD}) h)`,
    values: [tokenHashes],
  })
}

/** From now on the session acts in `post`. */
export async function setSessionPost(db: Reader, tokenHash: Buffer, post: string): Promise<void> {
  await db.query({
    text: `with changed as (update session set post = $2 where token_hash = $1 and post <> $2 returning 1)
           select pg_notify('huce', 'session') from changed`,
    values: [tokenHash, post],
  })
}

/** Ends one session. Every process hears of it at once and closes its streams. */
export async function revokeSession(db: Reader, tokenHash: Buffer): Promise<void> {
  await db.query({
    text: `with gone as (
             update session set revoked_at = clock_timestamp() where token_hash = $1 and revoked_at is null returning 1
           ) select pg_notify('huce', 'session') from gone`,
    values: [tokenHash],
  })
}

/** Ends all sessions of a person and makes his unused slips worthless. */
export async function revokeSessionsOf(db: Reader, person: string): Promise<void> {
  await db.query({
    text: `with gone as (
             update session set revoked_at = clock_timestamp() where person = $1 and revoked_at is null returning 1
           ), worthless as (
             update slip set used_at = clock_timestamp() where person = $1 and used_at is null
           ) select pg_notify('huce', 'session') from gone limit 1`,
    values: [person],
  })
}

export async function addSlip(
  db: Reader,
  slip: { hash: Buffer; person: string; post: string; campaign: string },
): Promise<void> {
  await db.query({
    text: 'insert into slip (hash, person, post, campaign) values ($1, $2, $3, $4)',
    values: [slip.hash, slip.person, slip.post, slip.campaign],
  })
}

/** Uses a slip up; undefined when it is unknown or was used. Two who try at the same moment: one gets it. */
export async function takeSlip(
  db: Reader,
  hash: Buffer,
): Promise<{ person: string; post: string; campaign: string } | undefined> {
  const [row] = await db.query<{ person: string; post: string; campaign: string }>({
    text: `update slip set used_at = clock_timestamp() where hash = $1 and used_at is null
           returning person, post, campaign`,
    values: [hash],
  })
  return row
}

/** Has this person ever signed in, on whichever way? */
export async function hasSignedInBefore(db: Reader, person: string): Promise<boolean> {
  const [row] = await db.query<{ before: boolean }>({
    text: 'select exists (select from session where person = $1) as before',
    values: [person],
  })
  return row?.before === true
}

export interface SeatedPerson {
  readonly person: string
  readonly name: string
  readonly post: string
  readonly kind: string
  readonly unit: string
  readonly unit_name: { readonly zh: string; readonly en: string }
  readonly room: string | null
  readonly substitute: boolean
}

/** Everybody on a post of the newest demonstration, from the nation down: whom a visitor may be. */
export async function seatedInDemo(
  db: Reader,
): Promise<{ campaign: string; seats: SeatedPerson[] } | undefined> {
  const [row] = await db.query<{ campaign: string; seats: SeatedPerson[] }>({
    name: 'seated-in-demo',
    text: `
      select s.campaign, coalesce((
          select json_agg(json_build_object('person', a.person, 'name', n.name, 'post', p.post, 'kind', p.kind, 'unit', p.unit,
                   'unit_name', u.name, 'room', p.room, 'substitute', a.substitute)
                   order by length(p.unit), u.ord, p.unit, p.kind, a.substitute, a.person)
          from assignment_row a join post_row p using (post) join person_row n using (person) join unit_row u on u.path = p.unit
          where a.campaign = s.campaign and n.name is not null and a.to_at is null), '[]') as seats
      from (select campaign from campaign_clock where kind = 'demo' order by anchor desc, campaign desc limit 1) s`,
  })
  return row
}
