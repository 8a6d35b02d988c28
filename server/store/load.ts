// Reading inside a write transaction, in one round trip: seen command ids, the streams (locked), their keys, the clocks.
// And, in one more each where something is reported: running numbers and who holds which post.

import type { Doer, Private, PrivateClass } from '#core/basics/stream.ts'
import type { Tx } from './database.ts'
import { type Sealed, type Sealer, type SealKey, unseal } from './seal.ts'

export interface StreamRef {
  readonly kind: string
  readonly stream: string
}

export interface LoadedEvent {
  readonly type: string
  readonly data: object
  readonly private: Private
  readonly version: number
  readonly by: Doer
  readonly occurredAt: number
  readonly recordedAt: number
  readonly command: string
}

export interface LoadedStream extends StreamRef {
  readonly version: number
  readonly hash: Buffer
  readonly place: string
  readonly campaign: string
  readonly events: readonly LoadedEvent[]
  readonly keys: ReadonlyMap<PrivateClass, SealKey>
}

export interface SeenCommand {
  readonly id: string
  readonly person: string
  readonly content: Buffer
  readonly answer: unknown
}

export interface Loaded {
  readonly epoch: number
  readonly tx: string
  readonly wallAt: number
  /** Campaign now, by campaign. */
  readonly nowOf: ReadonlyMap<string, number>
  readonly seen: ReadonlyMap<string, SeenCommand>
  readonly streams: readonly LoadedStream[]
  /** `person/stream` for each row of concern that joins one of the persons to one of the streams. */
  readonly concerns: ReadonlySet<string>
}

interface EventRow {
  readonly version: number
  readonly type: string
  readonly data: object
  readonly private: Sealed | null
  readonly person: string
  readonly post: string | null
  readonly post_kind: string | null
  readonly unit: string | null
  readonly occurred_at: number
  readonly recorded_at: number
  readonly command: string
}

interface HeadRow {
  readonly kind: string
  readonly stream: string
  readonly version: number
  readonly hash: string
  readonly place: string
  readonly campaign: string
}

// json, not jsonb: the text is built once, and nobody takes it apart before Node does.
const EVENTS = `select json_agg(json_build_object(
    'version', l.version, 'type', l.type, 'data', l.data, 'private', l.private, 'person', l.person, 'post', l.post,
    'post_kind', l.post_kind, 'unit', l.unit, 'occurred_at', millis(l.occurred_at), 'recorded_at', millis(l.recorded_at),
    'command', l.command) order by l.version)
  from ledger l where l.kind = h.kind and l.stream = h.stream`

const KEYS = `select json_object_agg(k.class, encode(k.wrapped, 'base64')) from seal_key k where k.stream = h.stream`

const LOAD = `
with wanted as (select * from jsonb_to_recordset($2::jsonb) as w(kind text, stream text)),
locked as (
  select h.kind, h.stream, h.version, encode(h.hash, 'hex') as hash, h.place, h.campaign
  from stream_head h join wanted w using (kind, stream)
  where h.kind <> 'spread'
  order by h.kind, h.stream
  for update of h
),
-- Every report of a kind in a county looks at its spread and hardly any adds to it: nobody waits for it. Whoever adds to what
-- somebody else added to meanwhile meets the ledger's unique version and tries again.
head as (
  select * from locked
  union all
  select h.kind, h.stream, h.version, encode(h.hash, 'hex'), h.place, h.campaign
  from stream_head h join wanted w using (kind, stream)
  where h.kind = 'spread'
),
-- The time is read when the locks are held: what waited for another is never recorded as earlier.
clock as materialized (select clock_timestamp() as wall from (select count(*) from locked) as held)
select
  (select epoch from house) as epoch,
  pg_current_xact_id()::text as tx,
  millis((select wall from clock)) as wall_at,
  (select coalesce(jsonb_object_agg(c.campaign, millis(campaign_time(clock.wall, c.anchor, c.offset_ms, c.rate))), '{}')
     from campaign_clock c, clock where c.campaign = any($3)) as nows,
  (select coalesce(jsonb_agg(c.person || '/' || c.stream), '[]')
     from concern c join wanted w on w.kind = c.kind and w.stream = c.stream where c.person = any($4)) as concerns,
  (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'person', s.person, 'content', encode(s.content, 'hex'), 'answer', s.answer)), '[]')
     from command_seen s where s.id = any($1)) as seen,
  (select coalesce(json_agg(json_build_object('kind', h.kind, 'stream', h.stream, 'version', h.version, 'hash', h.hash,
     'place', h.place, 'campaign', h.campaign, 'events', (${EVENTS}), 'keys', (${KEYS}))), '[]') from head h) as streams`

const READ = `select json_build_object('kind', h.kind, 'stream', h.stream, 'version', h.version, 'hash', encode(h.hash, 'hex'),
    'place', h.place, 'campaign', h.campaign, 'events', (${EVENTS}), 'keys', (${KEYS})) as stream
  from stream_head h where h.kind = $1 and h.stream`
const RELOAD = `${READ} = $2`
const FIND_MANY = `${READ} = any($2)`

type StreamRow = HeadRow & {
  readonly events: EventRow[] | null
  readonly keys: Record<string, string> | null
}

/** Locks (all but spreads) and reads everything one transaction of commands needs. Streams that do not exist yet are simply absent. */
export async function load(
  tx: Tx,
  sealer: Sealer,
  wanted: {
    commands: readonly string[]
    streams: readonly StreamRef[]
    campaigns: readonly string[]
    persons: readonly string[]
  },
): Promise<Loaded> {
  const [row] = await tx.query<{
    epoch: number
    tx: string
    wall_at: number
    nows: Record<string, number>
    seen: { id: string; person: string; content: string; answer: unknown }[]
    streams: StreamRow[]
    concerns: string[]
  }>({
    name: 'load',
    text: LOAD,
    values: [wanted.commands, JSON.stringify(wanted.streams), wanted.campaigns, wanted.persons],
  })
  if (!row) throw new Error('the house row is missing: the database was not set up')
  const streams: LoadedStream[] = []
  for (const found of row.streams) {
    // Waiting for the lock reads the newest head but the older events: then they are read again, now that nobody can add.
    const whole = found.version === (found.events?.length ?? 0) ? found : await reload(tx, found)
    streams.push(open(whole, sealer))
  }
  return {
    epoch: row.epoch,
    tx: row.tx,
    wallAt: row.wall_at,
    nowOf: new Map(Object.entries(row.nows)),
    seen: new Map(row.seen.map((seen) => [seen.id, { ...seen, content: Buffer.from(seen.content, 'hex') }])),
    streams,
    concerns: new Set(row.concerns),
  }
}

async function reload(tx: Tx, ref: StreamRef): Promise<StreamRow> {
  const [row] = await tx.query<{ stream: StreamRow }>({
    name: 'reload',
    text: RELOAD,
    values: [ref.kind, ref.stream],
  })
  if (!row) throw new Error(`stream ${ref.kind}/${ref.stream} vanished while it was locked`)
  return row.stream
}

/** Reads a stream outside any write, e.g. to show it. Undefined when there is none. */
export async function findStream(
  db: Pick<Tx, 'query'>,
  sealer: Sealer,
  ref: StreamRef,
): Promise<LoadedStream | undefined> {
  const [row] = await db.query<{ stream: StreamRow }>({
    name: 'reload',
    text: RELOAD,
    values: [ref.kind, ref.stream],
  })
  return row ? open(row.stream, sealer) : undefined
}

function open(row: StreamRow, sealer: Sealer): LoadedStream {
  const keys = new Map<PrivateClass, SealKey>()
  for (const [cls, wrapped] of Object.entries(row.keys ?? {}) as [PrivateClass, string][]) {
    keys.set(cls, sealer.unwrap(Buffer.from(wrapped, 'base64'), row.stream, cls))
  }
  return {
    kind: row.kind,
    stream: row.stream,
    version: row.version,
    hash: Buffer.from(row.hash, 'hex'),
    place: row.place,
    campaign: row.campaign,
    keys,
    events: (row.events ?? []).map((event) => ({
      type: event.type,
      data: event.data,
      private: event.private ? unseal(event.private, (cls) => keys.get(cls)) : {},
      version: event.version,
      by: {
        person: event.person,
        ...(event.post === null ? {} : { post: event.post }),
        ...(event.post_kind === null ? {} : { postKind: event.post_kind }),
        ...(event.unit === null ? {} : { unit: event.unit }),
      },
      occurredAt: event.occurred_at,
      recordedAt: event.recorded_at,
      command: event.command,
    })),
  }
}

/** Reads streams of one kind outside any write, in one statement; those that do not exist are absent. */
export async function findStreams(
  db: Pick<Tx, 'query'>,
  sealer: Sealer,
  kind: string,
  streams: readonly string[],
): Promise<LoadedStream[]> {
  if (streams.length === 0) return []
  const rows = await db.query<{ stream: StreamRow }>({
    name: 'find-streams',
    text: FIND_MANY,
    values: [kind, streams],
  })
  return rows.map((row) => open(row.stream, sealer))
}

/** Who sits where: one row per assignment that is or was valid. */
export interface RosterRow {
  readonly post: string
  readonly post_kind: string
  readonly room: string | null
  readonly unit: string
  readonly person: string
  readonly substitute: boolean
}

const ROSTER = `
select p.post, p.kind as post_kind, p.room, p.unit, a.person, a.substitute
from post_row p left join assignment_row a
  on a.campaign = p.campaign and a.unit = p.unit and a.post = p.post and a.from_at <= instant($3) and (a.to_at is null or a.to_at > instant($3))
where p.campaign = $1 and p.unit = any($2) and p.kind = any($4)
order by p.unit, p.post, a.substitute, a.assignment`

/** The posts of these kinds at the units and who holds them at `now`; a post with nobody on it has `person` null. */
export async function roster(
  db: Pick<Tx, 'query'>,
  campaign: string,
  units: readonly string[],
  kinds: readonly string[],
  now: number,
): Promise<
  readonly (Omit<RosterRow, 'person' | 'substitute'> & {
    person: string | null
    substitute: boolean | null
  })[]
> {
  return db.query({ name: 'roster', text: ROSTER, values: [campaign, units, now, kinds] })
}

/** The posts at units that these persons hold at `now`. */
export async function seatsOf(
  db: Pick<Tx, 'query'>,
  campaign: string,
  persons: readonly string[],
  now: number,
): Promise<{ person: string; post_kind: string; unit: string }[]> {
  return db.query({
    name: 'seats-of',
    text: `select a.person, p.kind as post_kind, p.unit from assignment_row a join post_row p using (post)
           where a.person = any($2) and a.campaign = $1 and a.from_at <= instant($3) and (a.to_at is null or a.to_at > instant($3))`,
    values: [campaign, persons, now],
  })
}

/** So many running numbers of a unit in a year; `last` is the last of them. */
export interface AllottedNumbers {
  readonly unit: string
  readonly year: number
  readonly last: number
  /** What the unit's numbers begin with; null where the unit is unknown. */
  readonly letters: string | null
}

/**
 * Allots `count` running numbers to each unit and year. The rows are locked until the commit, so numbers have no gaps, and
 * in one order, so that two transactions never wait for each other.
 */
export async function allotNumbers(
  tx: Tx,
  wanted: readonly { unit: string; year: number; count: number }[],
): Promise<AllottedNumbers[]> {
  return tx.query<AllottedNumbers & Record<string, unknown>>({
    name: 'allot-numbers',
    text: `insert into running_number (unit, year, last)
           select w.unit, w.year, w.count from jsonb_to_recordset($1::jsonb) as w(unit text, year int, count int)
           order by w.unit, w.year
           on conflict (unit, year) do update set last = running_number.last + excluded.last
           returning unit, year, last, (select letters from unit_row u where u.path = running_number.unit) as letters`,
    values: [JSON.stringify(wanted)],
  })
}
