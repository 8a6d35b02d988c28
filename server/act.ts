// The one door for writing. A list of commands is decided and stored in one transaction, all or none; several lists that
// wait at the same time share a transaction, so that one commit serves many. Phone, clock and import all come through here.
// No HTTP words, no SQL, no rules: may you (core/access), does it make sense (the streams), store it (server/store).

import type { Actor } from '#core/access/actor.ts'
import { findUnstorable } from '#core/wire/clean-text.ts'
import { type ActAnswer, type CommandList, perform, performDue } from './acting/decide-lists.ts'
import type { ActHouse } from './acting/desk.ts'
import type { Command } from './acting/work.ts'
import { isConflict } from './store/database.ts'

export type { ActAnswer } from './acting/decide-lists.ts'
export type { ActHouse } from './acting/desk.ts'
export type { Command } from './acting/work.ts'

export interface Act {
  /**
   * Gives `commands` in the name of `actor`, all or none. The same id with the same content by the same person gets the
   * same answer again; with other content or another person it is refused (`command.reused`) and reveals nothing.
   * @throws when the database cannot be reached; then it is not known whether it was stored: send the same ids again.
   */
  act(commands: readonly Command[], actor: Actor): Promise<ActAnswer>
  /** Claims deadlines that are due and gives their commands as the plan, in one transaction. Returns how many it claimed. */
  actDue(most: number): Promise<number>
  /** Resolves when everything that was given has been answered. */
  settle(): Promise<void>
}

interface Group extends CommandList {
  readonly answer: (answer: ActAnswer) => void
  readonly fail: (error: unknown) => void
}

/** Lists that share one transaction at the most. */
const TOGETHER = 32
/** Transactions under way at once; more only wait for one another's locks. */
const ABREAST = 4
const TRIES = 8

export function openAct(house: ActHouse): Act {
  const waiting: Group[] = []
  const underWay = new Set<Promise<void>>()

  /** Starts transactions for what waits; while as many as may run are running, what comes gathers for the next one. */
  function serve(): void {
    while (waiting.length > 0 && underWay.size < ABREAST) {
      const run: Promise<void> = together(waiting.splice(0, TOGETHER)).finally(() => {
        underWay.delete(run)
        serve()
      })
      underWay.add(run)
    }
  }

  async function together(groups: readonly Group[]): Promise<void> {
    try {
      const answers = await retried(() => house.db.transaction((tx) => perform(house, tx, groups)))
      house.committed()
      groups.forEach((group, nth) => {
        const answer = answers[nth]
        if (answer) group.answer(answer)
        else group.fail(new Error('a list of commands got no answer'))
      })
    } catch (error) {
      // One list that cannot be stored must not take the others with it: each is tried alone.
      if (groups.length === 1) groups[0]?.fail(error)
      else for (const group of groups) await together([group])
    }
  }

  return {
    act(commands, actor) {
      for (const command of commands) {
        const field = findUnstorable(command.data)
        if (field !== undefined)
          return Promise.resolve({ refused: { code: 'text.unstorable', field }, command: command.id })
      }
      return new Promise((answer, fail) => {
        waiting.push({ commands, actor, answer, fail })
        serve()
      })
    },
    async actDue(most) {
      const claimed = await retried(() => house.db.transaction((tx) => performDue(house, tx, most)))
      if (claimed > 0) house.committed()
      return claimed
    },
    async settle() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= TRIES || !isConflict(error)) throw error
    }
  }
}
