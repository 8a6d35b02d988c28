// One transaction of a real server, held open at the last moment: everything is written, its positions are given, and the
// commit waits until the story lets it go. Done from outside, by the tables' owner; the server knows nothing of it.

import pg from 'pg'
import { until } from './until.fixture.ts'

export interface HeldCommit {
  /** Resolves when a transaction stands waiting at its commit. */
  reached(): Promise<void>
  /** Lets it commit, and everything after it. */
  release(): Promise<void>
}

const LOCK = 20_260_528

/** Holds up the commit of whatever writes to this stream. */
export async function holdCommitOf(ownerUrl: string, stream: string): Promise<HeldCommit> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('select pg_advisory_lock($1)', [LOCK])
  // A deferred trigger runs when the transaction commits, after all it has written.
  await owner.query(`
    create function wait_for_the_story() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock_shared(${LOCK});
      return null;
    end $$;
    create constraint trigger held_by_the_story after insert on ledger deferrable initially deferred
      for each row when (new.stream = ${owner.escapeLiteral(stream)}) execute function wait_for_the_story()`)
  return {
    async reached() {
      await until('a transaction waits at its commit', async () => {
        const { rowCount } = await owner.query(
          `select from pg_locks where locktype = 'advisory' and objid = $1 and not granted`,
          [LOCK],
        )
        return rowCount === 1
      })
    },
    async release() {
      await owner.query('select pg_advisory_unlock($1)', [LOCK])
      await owner.query('drop trigger held_by_the_story on ledger; drop function wait_for_the_story()')
      await owner.end()
    },
  }
}
