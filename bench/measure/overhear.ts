// Listens to what is sent to PostgreSQL in this process, below the product's own code, which knows nothing of it.

import pg from 'pg'
import type { Statement } from '#server/store/database.ts'

/** Calls `heard` with every statement and its rows, before the asker gets them; a promise makes the asker wait. Returns how to stop. */
export function overhear(heard: (statement: Statement, rows: readonly unknown[]) => unknown): () => void {
  const query = pg.Client.prototype.query
  async function listening(this: pg.Client, asked: string | Statement, ...more: unknown[]): Promise<unknown> {
    const result = (await Reflect.apply(query, this, [asked, ...more])) as pg.QueryResult
    await heard(typeof asked === 'string' ? { text: asked } : asked, result.rows)
    return result
  }
  Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...args: unknown[]) {
    // With a callback it is the pool that asks, for queries outside transactions.
    return typeof args[args.length - 1] === 'function'
      ? Reflect.apply(query, this, args)
      : Reflect.apply(listening, this, args)
  })
  return () => Reflect.set(pg.Client.prototype, 'query', query)
}
