// Reading once for everybody who listens: the list rows behind news, with what decides who may see them. Who may is
// core/access; asking per listener would be a query per stream and event.

import type { Database } from './database.ts'
import type { ListedRow } from './lists.ts'

/** An incident's list row, and the facts that `seesRow` of core/access asks for. */
export interface HeardRow {
  readonly listed: ListedRow
  readonly campaign: string
  readonly reporter: string
  /** Persons whom a row of concern joins to it. */
  readonly concerned: ReadonlySet<string>
}

/** The rows of `ids`, whoever may see them: not to be handed out unchecked. */
export async function rowsForAll(db: Pick<Database, 'query'>, ids: readonly string[]): Promise<HeardRow[]> {
  const rows = await db.query<{
    row: ListedRow['row']
    headline: ListedRow['headline']
    campaign: string
    reporter: string
    concerned: string[]
  }>({
    name: 'rows-for-all',
    text: `select i.row, i.headline, i.campaign, i.reporter,
                  coalesce((select array_agg(c.person) from concern c where c.kind = 'incident' and c.stream = i.stream), '{}') as concerned
           from incident_row i where i.stream = any($1)`,
    values: [ids],
  })
  return rows.map(({ row, headline, campaign, reporter, concerned }) => ({
    listed: { row, headline },
    campaign,
    reporter,
    concerned: new Set(concerned),
  }))
}

/** The thing that each notice stream is about, with its kind. */
export async function thingByNotice(
  db: Pick<Database, 'query'>,
  notices: readonly string[],
): Promise<ReadonlyMap<string, { kind: string; thing: string }>> {
  const rows = await db.query<{ notice: string; kind: string; thing: string }>({
    name: 'thing-by-notice',
    text: 'select notice, thing_kind as kind, thing from notice_row where notice = any($1)',
    values: [notices],
  })
  return new Map(rows.map(({ notice, kind, thing }) => [notice, { kind, thing }]))
}
