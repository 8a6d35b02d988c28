// Writing the lists of what is sent and entered: orders, receipts, the handbook's examples, editions of plans. One statement, sent only
// when one of them changed, in the transaction of the events (append.ts).

import type { Tx } from './database.ts'
import type { ListRows } from './list-rows.ts'

const WRITE_SENT = `
with input as (select $1::jsonb as j),
o as (
  insert into order_row (stream, campaign, unit, "to", given_at)
  select r.stream, r.campaign, r.unit, r."to", instant(r.given_at)
  from input, jsonb_to_recordset(j->'orders') as r(stream text, campaign text, unit text, "to" text[], given_at bigint)
  on conflict do nothing
),
r as (
  insert into receipt_row (stream, thing_kind, thing, campaign, unit, row)
  select r.stream, r.thing_kind, r.thing, r.campaign, r.unit, r.row
  from input, jsonb_to_recordset(j->'receipts')
    as r(stream text, thing_kind text, thing text, campaign text, unit text, row jsonb)
  on conflict (stream) do update set row = excluded.row
),
x as (
  insert into handbook_example (handbook, example, campaign, unit, document, year, place, scenarios, struck)
  select r.handbook, r.example, r.campaign, r.unit, r.document, r.year, r.place, r.scenarios, r.struck
  from input, jsonb_to_recordset(j->'examples')
    as r(handbook text, example text, campaign text, unit text, document text, year int, place text, scenarios text[], struck boolean)
  on conflict (handbook, example) do update set struck = excluded.struck
)
insert into edition_row (stream, campaign, unit, issued)
select r.stream, r.campaign, r.unit, r.issued
from input, jsonb_to_recordset(j->'editions') as r(stream text, campaign text, unit text, issued jsonb)
on conflict (stream) do update set issued = excluded.issued`

/** Writes the rows of what is sent and entered, if there are any. */
export async function writeSent(tx: Tx, lists: ListRows): Promise<void> {
  const { orders, receipts, examples, editions } = lists
  if (orders.length + receipts.length + examples.length + editions.length === 0) return
  await tx.query({
    name: 'write-sent',
    text: WRITE_SENT,
    values: [
      JSON.stringify({
        orders: orders.map(({ givenAt, ...row }) => ({ ...row, given_at: givenAt })),
        receipts: receipts.map(({ thingKind, ...row }) => ({ ...row, thing_kind: thingKind })),
        examples,
        editions,
      }),
    ],
  })
}
