// The year's handbook as the running process knows it: which situation has an example, where, entered by whose bureau. Read again
// after a second, so that a report costs no question of its own. The examples' texts are read where they are shown.

import type { Database } from './store/database.ts'
import type { ExampleRow } from './store/list-rows.ts'
import { listExamples } from './store/sent-lists.ts'

export interface ExampleShelf {
  /** Examples in force of a campaign, at most a second old. */
  of(campaign: string): Promise<readonly ExampleRow[]>
}

const FRESH_FOR = 1_000

/** `now` in milliseconds; only differences of it are used. */
export function openExampleShelf(db: Pick<Database, 'query'>, now: () => number): ExampleShelf {
  const known = new Map<string, { readonly examples: readonly ExampleRow[]; readonly at: number }>()
  return {
    async of(campaign) {
      const here = known.get(campaign)
      if (here && now() - here.at < FRESH_FOR) return here.examples
      const examples = await listExamples(db, campaign)
      known.set(campaign, { examples, at: now() })
      return examples
    },
  }
}
