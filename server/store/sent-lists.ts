// Reading the lists of orders, of the handbook's examples and of proposals of likeness: rows as written (write-sent.ts, append.ts).
// Who may read which is core/access; texts are read from the streams. Receipts and editions are read in books.ts.

import type { TwiceState } from '#core/alike/twice.ts'
import type { UnitPath } from '#core/basics/tier.ts'
import type { Database } from './database.ts'
import type { ExampleRow } from './list-rows.ts'

type Reader = Pick<Database, 'query'>

/** Examples in force of a campaign's handbooks, whoever entered them. */
export async function listExamples(db: Reader, campaign: string): Promise<ExampleRow[]> {
  return db.query<ExampleRow & Record<string, unknown>>({
    name: 'list-examples',
    text: `select handbook, example, campaign, unit, document, year, place, scenarios, struck
           from handbook_example where campaign = $1 and not struck order by unit, handbook, example`,
    values: [campaign],
  })
}

export interface OrderRow {
  readonly stream: string
  readonly unit: UnitPath
  readonly to: readonly UnitPath[]
}

/** Orders of a campaign, newest first. */
export async function listOrders(db: Reader, campaign: string): Promise<OrderRow[]> {
  return db.query<OrderRow & Record<string, unknown>>({
    name: 'list-orders',
    text: `select stream, unit, "to" from order_row where campaign = $1 order by given_at desc, stream`,
    values: [campaign],
  })
}

export interface SpreadRow {
  readonly stream: string
  readonly county: UnitPath
}

/** Proposals of spread at or below `unit` that wait, or were settled after `since`; newest first (A2). */
export async function listSpreads(
  db: Reader,
  campaign: string,
  unit: UnitPath,
  since: number,
): Promise<SpreadRow[]> {
  return db.query<SpreadRow & Record<string, unknown>>({
    name: 'list-spreads',
    text: `select stream, county from spread_row
           where campaign = $1 and (county = $2 or (county >= $2 || '/' and county < $2 || '0'))
             and (settled_at is null or settled_at >= instant($3))
           order by proposed_at desc, stream`,
    values: [campaign, unit, since],
  })
}

/** The pairs of reports that a twice stream holds; none when nothing was ever proposed there. */
export async function pairsOf(db: Reader, stream: string): Promise<TwiceState['pairs']> {
  const [row] = await db.query<{ pairs: TwiceState['pairs'] }>({
    name: 'pairs-of',
    text: 'select pairs from twice_row where stream = $1',
    values: [stream],
  })
  return row?.pairs ?? []
}

/** What each receipt is an answer to. */
export async function thingByReceipt(
  db: Reader,
  receipts: readonly string[],
): Promise<ReadonlyMap<string, { kind: string; thing: string }>> {
  const rows = await db.query<{ stream: string; kind: string; thing: string }>({
    name: 'thing-by-receipt',
    text: 'select stream, thing_kind as kind, thing from receipt_row where stream = any($1)',
    values: [receipts],
  })
  return new Map(rows.map(({ stream, kind, thing }) => [stream, { kind, thing }]))
}

/** Whom these orders, or any edition of these streams, are addressed to. */
export async function addresseesOf(
  db: Reader,
  streams: readonly string[],
): Promise<ReadonlyMap<string, readonly UnitPath[]>> {
  const rows = await db.query<{ stream: string; to: UnitPath[] }>({
    name: 'addressees-of',
    text: `select stream, "to" from order_row where stream = any($1)
           union all
           select e.stream, array(select distinct jsonb_array_elements_text(one->'to') from jsonb_array_elements(e.issued) as one)
           from edition_row e where e.stream = any($1)`,
    values: [streams],
  })
  return new Map(rows.map(({ stream, to }) => [stream, to]))
}

/** Those of `spreads` that were ever proposed to their county. */
export async function proposedOf(db: Reader, spreads: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ stream: string }>({
    name: 'proposed-of',
    text: 'select stream from spread_row where stream = any($1)',
    values: [spreads],
  })
  return new Set(rows.map(({ stream }) => stream))
}
