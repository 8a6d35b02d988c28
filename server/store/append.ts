// Writing, in one statement: events, heads, answers, keys, lists, deadlines. Everything or nothing.
// A plain insert is the check: a command id or a stream version that somebody else wrote first is a unique violation,
// and the work is tried again from the start (database.ts, isConflict).

import type { Doer, PrivateClass } from '#core/basics/stream.ts'
import type { Headlines, WholeRow } from '#core/incident/row.ts'
import type { AssignmentData } from '#core/who/assignment.ts'
import type { CampaignKind, CampaignState } from '#core/who/campaign.ts'
import type { PostData } from '#core/who/post.ts'
import type { UnitData } from '#core/who/unit.ts'
import { CHAIN_START, chainHash } from './chain.ts'
import type { Tx } from './database.ts'
import type { StreamRef } from './load.ts'
import type { Sealed } from './seal.ts'

export interface NewEvent extends StreamRef {
  readonly version: number
  readonly type: string
  readonly data: object
  readonly sealed: Sealed | undefined
  readonly by: Doer
  readonly place: string
  readonly campaign: string
  readonly occurredAt: number
  readonly recordedAt: number
  readonly command: string
}

export interface NewAnswer {
  readonly id: string
  readonly person: string
  readonly content: Buffer
  readonly answer: unknown
}

export interface NewDeadline extends StreamRef {
  readonly key: string
  readonly campaign: string
  readonly dueAt: number
  readonly command: object
}

/** Rows of the lists, by table; each replaces the one that stood there. */
export interface ListRows {
  readonly incidents: readonly {
    row: WholeRow['row']
    headlines: Headlines
    campaign: string
    open: boolean
    reporter: string
    responseRank: number
  }[]
  readonly notices: readonly {
    notice: string
    thingKind: string
    thing: string
    postKind: string
    unit: string
    row: object
  }[]
  readonly concerns: readonly { person: string; kind: string; stream: string }[]
  readonly units: readonly { stream: string; unit: UnitData }[]
  readonly campaigns: readonly { campaign: string; kind: CampaignKind; state: CampaignState }[]
  readonly persons: readonly {
    person: string
    unit: string
    name: string | undefined
    phone: string | undefined
    phoneHash: Buffer | undefined
  }[]
  readonly posts: readonly { post: string; data: PostData }[]
  readonly assignments: readonly { assignment: string; data: AssignmentData }[]
}

export interface Written {
  readonly epoch: number
  readonly tx: string
  readonly wallAt: number
  /** In ledger order; of one stream in version order. */
  readonly events: readonly NewEvent[]
  /** Hash that stood at the head of a stream when it was loaded; absent for a new stream. */
  readonly headOf: (ref: StreamRef) => Buffer | undefined
  readonly answers: readonly NewAnswer[]
  readonly keys: readonly { stream: string; cls: PrivateClass; wrapped: Buffer }[]
  /** Streams whose deadlines are replaced by `deadlines`. */
  readonly timed: readonly StreamRef[]
  readonly deadlines: readonly NewDeadline[]
  readonly lists: ListRows
}

const WRITE_THINGS = `
with input as (select $1::jsonb as j),
e as (
  insert into ledger (epoch, tx, kind, stream, version, type, data, private, person, post, post_kind, unit, place, campaign,
                      occurred_at, recorded_at, wall_at, command, prev, hash)
  select r.epoch, r.tx::xid8, r.kind, r.stream, r.version, r.type, r.data, nullif(r.private, 'null'::jsonb), r.person, r.post, r.post_kind, r.unit,
         r.place, r.campaign, instant(r.occurred_at), instant(r.recorded_at), instant(r.wall_at), r.command,
         decode(r.prev, 'hex'), decode(r.hash, 'hex')
  from input, jsonb_to_recordset(j->'events')
    as r(epoch int, tx text, kind text, stream text, version int, type text, data jsonb, private jsonb, person text, post text,
         post_kind text, unit text, place text, campaign text, occurred_at bigint, recorded_at bigint, wall_at bigint, command text,
         prev text, hash text, nth int)
  order by r.nth
),
h as (
  insert into stream_head (kind, stream, version, hash, place, campaign)
  select r.kind, r.stream, r.version, decode(r.hash, 'hex'), r.place, r.campaign
  from input, jsonb_to_recordset(j->'heads') as r(kind text, stream text, version int, hash text, place text, campaign text)
  on conflict (kind, stream) do update set version = excluded.version, hash = excluded.hash
),
c as (
  insert into command_seen (id, person, content, answer)
  select r.id, r.person, decode(r.content, 'hex'), r.answer
  from input, jsonb_to_recordset(j->'answers') as r(id text, person text, content text, answer jsonb)
),
k as (
  insert into seal_key (stream, class, wrapped)
  select r.stream, r.class, decode(r.wrapped, 'base64')
  from input, jsonb_to_recordset(j->'keys') as r(stream text, class text, wrapped text)
),
fresh as (
  select r.* from input, jsonb_to_recordset(j->'deadlines') as r(kind text, stream text, key text, campaign text, due_at bigint, command jsonb)
),
gone as (
  delete from deadline d using input, jsonb_to_recordset(j->'timed') as t(kind text, stream text, keys text[])
  where d.kind = t.kind and d.stream = t.stream and d.key <> all(t.keys)
),
d as (
  insert into deadline (kind, stream, key, campaign, due_at, command)
  select kind, stream, key, campaign, instant(due_at), command from fresh
  on conflict (kind, stream, key) do update set due_at = excluded.due_at, command = excluded.command
    where deadline.due_at <> excluded.due_at or deadline.command <> excluded.command
),
i as (
  insert into incident_row (stream, campaign, place, open, confined, reporter, scenario, event_level, response_rank, changed_at, version, row, headline)
  select r.stream, r.campaign, r.place, r.open, r.confined, r.reporter, r.scenario, r.event_level, r.response_rank,
         instant(r.changed_at), r.version, r.row, r.headline
  from input, jsonb_to_recordset(j->'incidents')
    as r(stream text, campaign text, place text, open boolean, confined boolean, reporter text, scenario text, event_level smallint,
         response_rank smallint, changed_at bigint, version int, row jsonb, headline jsonb)
  on conflict (stream) do update set open = excluded.open, event_level = excluded.event_level, response_rank = excluded.response_rank,
    changed_at = excluded.changed_at, version = excluded.version, row = excluded.row, headline = excluded.headline
),
n as (
  insert into notice_row (notice, thing_kind, thing, post_kind, unit, row)
  select r.notice, r.thing_kind, r.thing, r.post_kind, r.unit, r.row
  from input, jsonb_to_recordset(j->'notices') as r(notice text, thing_kind text, thing text, post_kind text, unit text, row jsonb)
  on conflict (notice) do update set row = excluded.row
)
insert into concern (person, kind, stream)
select r.person, r.kind, r.stream from input, jsonb_to_recordset(j->'concerns') as r(person text, kind text, stream text)
on conflict do nothing`

const WRITE_WHO = `
with input as (select $1::jsonb as j),
u as (
  insert into unit_row (path, stream, tier, code, name, letters, ord)
  select r.path, r.stream, r.tier, r.code, r.name, r.letters, r.ord
  from input, jsonb_to_recordset(j->'units') as r(path text, stream text, tier text, code text, name jsonb, letters text, ord int)
  on conflict (path) do update set name = excluded.name
),
c as (
  insert into campaign_row (campaign, state)
  select r.campaign, r.state from input, jsonb_to_recordset(j->'campaigns') as r(campaign text, state jsonb)
  on conflict (campaign) do update set state = excluded.state
),
k as (
  insert into campaign_clock (campaign, kind)
  select r.campaign, r.kind from input, jsonb_to_recordset(j->'campaigns') as r(campaign text, kind text)
  on conflict do nothing
),
p as (
  insert into person_row (person, unit, name, phone, phone_hash)
  select r.person, r.unit, r.name, r.phone, decode(r.phone_hash, 'hex')
  from input, jsonb_to_recordset(j->'persons') as r(person text, unit text, name text, phone text, phone_hash text)
  on conflict (person) do update set name = excluded.name, phone = excluded.phone, phone_hash = excluded.phone_hash
),
o as (
  insert into post_row (post, campaign, unit, kind, room)
  select r.post, r.campaign, r.unit, r.kind, r.room
  from input, jsonb_to_recordset(j->'posts') as r(post text, campaign text, unit text, kind text, room text)
  on conflict do nothing
)
insert into assignment_row (assignment, post, person, campaign, unit, from_at, to_at, substitute)
select r.assignment, r.post, r.person, r.campaign, r.unit, instant(r.from_at), instant(r.to_at), r.substitute
from input, jsonb_to_recordset(j->'assignments')
  as r(assignment text, post text, person text, campaign text, unit text, from_at bigint, to_at bigint, substitute boolean)
on conflict (assignment) do update set to_at = excluded.to_at`

/** Appends and derives in the open transaction. @throws a unique violation when somebody was faster. */
export async function append(tx: Tx, written: Written): Promise<void> {
  const { events, heads } = chain(written)
  const { lists } = written
  await tx.query({
    name: 'write-things',
    text: WRITE_THINGS,
    values: [
      JSON.stringify({
        events,
        heads,
        answers: written.answers.map((a) => ({ ...a, content: a.content.toString('hex') })),
        keys: written.keys.map((k) => ({
          stream: k.stream,
          class: k.cls,
          wrapped: k.wrapped.toString('base64'),
        })),
        timed: timed(written),
        deadlines: written.deadlines.map((d) => ({ ...d, due_at: d.dueAt })),
        incidents: lists.incidents.map(({ row, headlines, campaign, open, reporter, responseRank }) => ({
          stream: row.id,
          campaign,
          place: row.unit,
          open,
          confined: row.confined,
          reporter,
          scenario: row.scenario,
          event_level: row.eventLevel,
          response_rank: responseRank,
          changed_at: row.changedAt,
          version: row.version,
          row,
          headline: headlines,
        })),
        notices: lists.notices.map((n) => ({
          notice: n.notice,
          thing_kind: n.thingKind,
          thing: n.thing,
          post_kind: n.postKind,
          unit: n.unit,
          row: n.row,
        })),
        concerns: lists.concerns,
      }),
    ],
  })
  const who =
    lists.units.length +
    lists.campaigns.length +
    lists.persons.length +
    lists.posts.length +
    lists.assignments.length
  if (who === 0) return
  await tx.query({
    name: 'write-who',
    text: WRITE_WHO,
    values: [
      JSON.stringify({
        units: lists.units.map(({ stream, unit }) => ({ ...unit, stream, ord: unit.order })),
        campaigns: lists.campaigns,
        persons: lists.persons.map((p) => ({ ...p, phone_hash: p.phoneHash?.toString('hex') })),
        posts: lists.posts.map(({ post, data }) => ({ post, ...data })),
        assignments: lists.assignments.map(({ assignment, data }) => ({
          assignment,
          post: data.post,
          person: data.person,
          campaign: data.campaign,
          unit: data.unit,
          from_at: data.from,
          to_at: data.to,
          substitute: data.substitute,
        })),
      }),
    ],
  })
}

/** The streams whose deadlines are replaced, with the keys that stay. */
function timed(written: Written): object[] {
  const keys = new Map<string, string[]>()
  for (const { kind, stream, key } of written.deadlines) {
    const there = keys.get(`${kind}/${stream}`)
    if (there) there.push(key)
    else keys.set(`${kind}/${stream}`, [key])
  }
  return written.timed.map((ref) => ({ ...ref, keys: keys.get(`${ref.kind}/${ref.stream}`) ?? [] }))
}

/** Links each new event to the one before it in its stream. */
function chain(written: Written): { events: object[]; heads: object[] } {
  const heads = new Map<
    string,
    { kind: string; stream: string; version: number; hash: string; place: string; campaign: string }
  >()
  const events = written.events.map((event, nth) => {
    const id = `${event.kind}/${event.stream}`
    const known = heads.get(id)?.hash
    const prev = known === undefined ? (written.headOf(event) ?? CHAIN_START) : Buffer.from(known, 'hex')
    const row = {
      epoch: written.epoch,
      tx: written.tx,
      kind: event.kind,
      stream: event.stream,
      version: event.version,
      type: event.type,
      data: event.data,
      private: event.sealed ?? null,
      person: event.by.person,
      post: event.by.post ?? null,
      post_kind: event.by.postKind ?? null,
      unit: event.by.unit ?? null,
      place: event.place,
      campaign: event.campaign,
      occurred_at: event.occurredAt,
      recorded_at: event.recordedAt,
      wall_at: written.wallAt,
      command: event.command,
    }
    const hash = chainHash(prev, row).toString('hex')
    heads.set(id, {
      kind: event.kind,
      stream: event.stream,
      version: event.version,
      hash,
      place: event.place,
      campaign: event.campaign,
    })
    return { ...row, nth, prev: prev.toString('hex'), hash }
  })
  return { events, heads: [...heads.values()] }
}
