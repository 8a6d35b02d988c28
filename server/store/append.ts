// Writing, in one statement: events, heads, answers, keys, deadlines and the lists that reports change. Everything or nothing.
// What is seldom written has statements of its own (write-who.ts, write-sent.ts). A plain insert is the check: a command id or a stream version that somebody else wrote first is a unique violation,
// and the work is tried again from the start (database.ts, isConflict).

import type { Doer, PrivateClass } from '#core/basics/stream.ts'
import { CHAIN_START, chainHash } from './chain.ts'
import type { Tx } from './database.ts'
import type { ListRows } from './list-rows.ts'
import type { StreamRef } from './load.ts'
import type { Sealed } from './seal.ts'
import { writeSent } from './write-sent.ts'
import { writeWho } from './write-who.ts'

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
heads as (
  select r.* from input, jsonb_to_recordset(j->'heads')
    as r(kind text, stream text, version int, hash text, place text, campaign text, begun boolean)
),
-- A new stream is only inserted: whom somebody else was faster than hears so at once, without waiting for that one's locks.
b as (
  insert into stream_head (kind, stream, version, hash, place, campaign)
  select kind, stream, version, decode(hash, 'hex'), place, campaign from heads where begun order by kind, stream
),
h as (
  update stream_head s set version = r.version, hash = decode(r.hash, 'hex')
  from heads r where not r.begun and s.kind = r.kind and s.stream = r.stream
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
),
s as (
  insert into spread_row (stream, campaign, county, scenario, proposed_at, settled_at)
  select r.stream, r.campaign, r.county, r.scenario, instant(r.proposed_at), instant(r.settled_at)
  from input, jsonb_to_recordset(j->'spreads')
    as r(stream text, campaign text, county text, scenario text, proposed_at bigint, settled_at bigint)
  on conflict (stream) do update set proposed_at = excluded.proposed_at, settled_at = excluded.settled_at
),
w as (
  insert into twice_row (stream, campaign, unit, scenario, pairs)
  select r.stream, r.campaign, r.unit, r.scenario, r.pairs
  from input, jsonb_to_recordset(j->'twices') as r(stream text, campaign text, unit text, scenario text, pairs jsonb)
  on conflict (stream) do update set pairs = excluded.pairs
)
insert into concern (person, kind, stream)
select r.person, r.kind, r.stream from input, jsonb_to_recordset(j->'concerns') as r(person text, kind text, stream text)
on conflict do nothing`

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
        spreads: lists.spreads.map(({ proposedAt, settledAt, ...row }) => ({
          ...row,
          proposed_at: proposedAt,
          settled_at: settledAt ?? null,
        })),
        twices: lists.twices,
      }),
    ],
  })
  await writeWho(tx, lists)
  await writeSent(tx, lists)
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
    {
      kind: string
      stream: string
      version: number
      hash: string
      place: string
      campaign: string
      begun: boolean
    }
  >()
  const events = written.events.map((event, nth) => {
    const id = `${event.kind}/${event.stream}`
    const known = heads.get(id)
    const stored = written.headOf(event)
    const prev = known === undefined ? (stored ?? CHAIN_START) : Buffer.from(known.hash, 'hex')
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
      begun: stored === undefined,
    })
    return { ...row, nth, prev: prev.toString('hex'), hash }
  })
  return { events, heads: [...heads.values()] }
}
