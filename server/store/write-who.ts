// Writing the lists of who is who: units, campaigns with their clocks, persons, posts and who sits on them. One statement, sent only
// when one of them changed, in the transaction of the events (append.ts).

import type { Tx } from './database.ts'
import type { ListRows } from './list-rows.ts'

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

/** Writes the rows of who is who, if there are any. */
export async function writeWho(tx: Tx, lists: ListRows): Promise<void> {
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
