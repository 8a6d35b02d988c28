// Connections to PostgreSQL: one pool, short transactions, and the errors that mean "try again".
// What is read and written stands in the other files of this room; no rules here.

import pg from 'pg'

// Counts and positions fit a double for the next thousand years; as strings they would be a trap.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** One open transaction; `query` runs a statement in it. */
export interface Tx {
  query<Row extends pg.QueryResultRow>(statement: Statement): Promise<Row[]>
}

/** A prepared statement: `name` lets PostgreSQL keep its plan, so it must go with one text for ever. */
export interface Statement {
  readonly name?: string
  readonly text: string
  readonly values?: readonly unknown[]
}

export interface Database {
  /** Runs `work` in one transaction; commits when it resolves, rolls back when it rejects. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  query<Row extends pg.QueryResultRow>(statement: Statement): Promise<Row[]>
  /** A connection of its own outside the pool, e.g. to listen. */
  dedicated(): Promise<pg.Client>
  close(): Promise<void>
}

/**
 * Everything here is looked up by key. What comes as JSON looks like a hundred rows to the planner, and joining those by
 * hash reads a whole table to find one row of it; so it may only go along an index. JIT costs more than such statements take.
 */
export const PLANNING = '-c jit=off -c random_page_cost=1.1 -c enable_hashjoin=off -c enable_mergejoin=off'

/** Milliseconds that a transaction may sit idle before PostgreSQL ends it; ours ask again within a few. */
const LONGEST_PAUSE = 4_000

export function openDatabase(
  url: string,
  options: { connections?: number; onError?: (error: Error) => void } = {},
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 16,
    connectionTimeoutMillis: 10_000,
    // A process that hangs in the middle of a transaction gives back what it holds (measures.md, M4).
    idle_in_transaction_session_timeout: LONGEST_PAUSE,
    application_name: 'huce',
    options: PLANNING,
  })
  let closing = false
  // An idle connection that breaks is not an error of any request; the pool replaces it. One that is being let go may be
  // cut off by a database that stops just after us: that is no error at all.
  pool.on('error', (error) => {
    if (!closing) options.onError?.(error)
  })

  const run = async <Row extends pg.QueryResultRow>(
    client: pg.ClientBase | pg.Pool,
    statement: Statement,
  ) => {
    const result = await client.query<Row>({
      text: statement.text,
      ...(statement.name === undefined ? {} : { name: statement.name }),
      ...(statement.values === undefined ? {} : { values: [...statement.values] }),
    })
    return result.rows
  }

  return {
    async transaction(work) {
      const client = await pool.connect()
      let broken: Error | undefined
      // A connection that ends between two statements says so here and nowhere else; unheard it would end the process.
      const onLost = (error: Error): void => {
        broken = error
      }
      client.on('error', onLost)
      try {
        await client.query('begin')
        const result = await work({ query: (statement) => run(client, statement) })
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback').catch((failed: Error) => {
          broken = failed
        })
        throw error
      } finally {
        client.off('error', onLost)
        client.release(broken)
      }
    },
    query: (statement) => run(pool, statement),
    async dedicated() {
      const client = new pg.Client({ connectionString: url, application_name: 'huce-listen' })
      await client.connect()
      return client
    },
    close() {
      closing = true
      return pool.end()
    },
  }
}

/** Somebody was faster (unique key, deadlock, serialisation): the same work may be tried again from the start. */
export function isConflict(error: unknown): boolean {
  return error instanceof pg.DatabaseError && ['23505', '40001', '40P01'].includes(error.code ?? '')
}
