// Deadlines as rows: the next one, and claiming those that are due. A claim is the lock on the thing's head, held by the
// transaction that acts, so a process that dies gives its work back at once and nothing fires twice (E4).

import type { Tx } from './database.ts'

export interface DueDeadline {
  readonly kind: string
  readonly stream: string
  readonly key: string
  readonly campaign: string
  readonly dueAt: number
  readonly command: { readonly type: string; readonly data: object }
}

type ClaimedRow = Omit<DueDeadline, 'dueAt'> & { readonly due_at: number }

function claimedOf({ due_at, ...row }: ClaimedRow): DueDeadline {
  return { ...row, dueAt: due_at }
}

/**
 * Claims up to `most` deadlines that are due by their campaign's own clock, soonest first, skipping those another process holds.
 * Who writes to a thing holds its head and sets its deadlines anew, so a claim passes it by instead of waiting for it.
 * They are deleted here: what is still owed is written anew by the act in the same transaction.
 */
export async function claimDue(tx: Tx, most: number): Promise<DueDeadline[]> {
  const rows = await tx.query<ClaimedRow>({
    name: 'claim-due',
    text: `
      -- Every clock is read once: a time that is worked out for each row would be no bound on the index of due times.
      with clock as materialized (
        select campaign, campaign_time(clock_timestamp(), anchor, offset_ms, rate) as now from campaign_clock
      ),
      due as (
        select d.kind, d.stream, d.key
        from clock c
        cross join lateral (
          select o.kind, o.stream, o.key, o.due_at
          from deadline o join stream_head h on h.kind = o.kind and h.stream = o.stream
          where o.campaign = c.campaign and (o.put_off_until is null or o.put_off_until <= clock_timestamp())
            and o.due_at <= c.now
          order by o.due_at limit $1 for update of h skip locked
        ) d
        order by d.due_at limit $1
      )
      delete from deadline d using due
      where d.kind = due.kind and d.stream = due.stream and d.key = due.key
      returning d.kind, d.stream, d.key, d.campaign, millis(d.due_at) as due_at, d.command`,
    values: [most],
  })
  return rows.map(claimedOf)
}

/** Which deadline: unique in the database. */
export type DueRef = Pick<DueDeadline, 'kind' | 'stream' | 'key'>

/** Claims this one, unless somebody holds its thing or has done it meanwhile. */
export async function claimOne(tx: Tx, ref: DueRef): Promise<DueDeadline[]> {
  return (
    await tx.query<ClaimedRow>({
      name: 'claim-one',
      text: `
        with h as (select kind, stream from stream_head where kind = $1 and stream = $2 for update skip locked)
        delete from deadline d using h where d.kind = h.kind and d.stream = h.stream and d.key = $3
        returning d.kind, d.stream, d.key, d.campaign, millis(d.due_at) as due_at, d.command`,
      values: [ref.kind, ref.stream, ref.key],
    })
  ).map(claimedOf)
}

/** Puts off for a minute of wall time what could not be decided, so that it does not stand before all others. It stays owed. */
export async function putOff(db: Pick<Tx, 'query'>, ref: DueRef): Promise<void> {
  await db.query({
    name: 'put-off',
    text: `update deadline set put_off_until = clock_timestamp() + interval '1 minute' where kind = $1 and stream = $2 and key = $3`,
    values: [ref.kind, ref.stream, ref.key],
  })
}

/** Milliseconds of wall time until the next deadline of any campaign is due; 0 when one is; undefined when none is set. */
export async function untilNextDue(db: Pick<Tx, 'query'>): Promise<number | undefined> {
  const [row] = await db.query<{ wait: number | null }>({
    name: 'until-next-due',
    text: `
      select min(greatest(0, case when c.rate = 0 and next.wait > 0 then 'infinity'::float8 else next.wait / nullif(c.rate, 0) end)) as wait
      from campaign_clock c
      cross join lateral (
        select millis(due_at) - millis(campaign_time(clock_timestamp(), c.anchor, c.offset_ms, c.rate)) as wait
        from deadline where campaign = c.campaign and put_off_until is null order by due_at limit 1
      ) next`,
  })
  const wait = row?.wait
  return wait === null || wait === undefined || !Number.isFinite(wait) ? undefined : wait
}
