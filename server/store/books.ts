// Reading what belongs to the year's handbook and to editions of plans: which streams there are, who has confirmed what, and in
// which order plans came into force. Who may see which of it is the caller's to ask of core/access.

import type { IssuedEdition } from '#core/edition/edition.ts'
import type { PlanHash } from '#core/plan/effective.ts'
import type { ReceiptState } from '#core/receipt/receipt.ts'
import type { Database } from './database.ts'

type Reader = Pick<Database, 'query'>

/** Every handbook of a campaign, with the version it has now. */
export async function listHandbooks(
  db: Reader,
  campaign: string,
): Promise<{ stream: string; unit: string; version: number }[]> {
  return db.query({
    name: 'list-handbooks',
    text: `select stream, place as unit, version from stream_head where kind = 'handbook' and campaign = $1 order by place`,
    values: [campaign],
  })
}

/** The editions of every unit of a campaign, each unit's oldest first. */
export async function listEditions(
  db: Reader,
  campaign: string,
): Promise<{ stream: string; unit: string; issued: readonly IssuedEdition[] }[]> {
  return db.query({
    name: 'list-editions',
    text: 'select stream, unit, issued from edition_row where campaign = $1 order by unit',
    values: [campaign],
  })
}

/** Answers of units at or below `unit` to any of `things`. */
export async function listReceipts(
  db: Reader,
  things: readonly string[],
  unit: string,
): Promise<{ stream: string; thing: string; unit: string; state: ReceiptState }[]> {
  return db.query({
    name: 'list-receipts-below',
    text: `select stream, thing, unit, row as state from receipt_row
           where thing = any($1) and (unit = $2 or unit like $2 || '/%') order by unit`,
    values: [things, unit],
  })
}

/** Which plan was put in force for which unit, in order; `at` in campaign time. */
export async function listPlansPutInForce(
  db: Reader,
  campaign: string,
): Promise<{ unit: string; plan: PlanHash; at: number }[]> {
  return db.query({
    name: 'list-plans-put-in-force',
    text: `select data->>'unit' as unit, data->>'plan' as plan, millis(recorded_at) as at from ledger
           where kind = 'campaign' and stream = $1 and type = 'PlanPutInForce' order by version`,
    values: [campaign],
  })
}
