// The one door for writing. A list of commands is decided and stored in one transaction, all or none; lists that come while
// one is under way share the next, so that one commit serves many. Phone, clock and import all come through here.
// No HTTP words, no SQL, no rules: may you (core/access), does it make sense (the streams), store it (server/store).

import type { Actor } from '#core/access/actor.ts'
import { findUnstorable } from '#core/wire/clean-text.ts'
import { type ActAnswer, type CommandList, perform, performDue, UndecidedDue } from './acting/decide-lists.ts'
import type { ActHouse } from './acting/desk.ts'
import type { Command } from './acting/work.ts'
import { isConflict, type Tx } from './store/database.ts'
import { claimDue, claimOne, type DueDeadline, type DueRef, putOff } from './store/due.ts'

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
  /**
   * Claims deadlines that are due and gives their commands as the plan, in one transaction. Returns how many it claimed.
   * One that cannot be decided is put off and told to `onFault`; it never holds up the others.
   */
  actDue(most: number): Promise<number>
  /** Resolves when everything that was given has been answered. */
  settle(): Promise<void>
}

interface Group extends CommandList {
  readonly answer: (answer: ActAnswer) => void
  readonly fail: (error: unknown) => void
}

/** Lists that share one transaction at the most: more save little, and the next ones are decided while these are written. */
const TOGETHER = 8
/** While a transaction runs, what comes gathers for the next one; but when it takes longer than this, ms, it is not waited for. */
const PATIENCE = 100
/** After a transaction of several lists their senders are about to send more: they are waited for so long, ms. */
const GATHER = 1
/** Transactions under way at once, however many lists wait. */
const ABREAST = 3
const TRIES = 8

export function openAct(house: ActHouse): Act {
  const waiting: Group[] = []
  const underWay = new Set<Promise<void>>()
  const unanswered = new Set<Promise<ActAnswer>>()
  let gathering = false
  /** The last transaction has been waited for long enough. */
  let impatient = false
  let patience: NodeJS.Timeout | undefined

  /** Starts a transaction for what waits, unless more is about to come, or it is few and one is under way that will soon be over. */
  function serve(): void {
    if (waiting.length === 0 || gathering || underWay.size >= ABREAST) return
    if (underWay.size > 0 && waiting.length < TOGETHER && !impatient) return
    const groups = waiting.splice(0, TOGETHER)
    const run: Promise<void> = together(groups).finally(() => {
      underWay.delete(run)
      if (groups.length > 1) gather()
      else serve()
    })
    underWay.add(run)
    impatient = false
    clearTimeout(patience)
    patience = setTimeout(() => {
      impatient = true
      serve()
    }, PATIENCE).unref()
  }

  function gather(): void {
    gathering = true
    setTimeout(() => {
      gathering = false
      serve()
    }, GATHER)
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

  /** One transaction of deadlines; how many it claimed. */
  async function due(claim: (tx: Tx) => Promise<DueDeadline[]>): Promise<number> {
    const claimed = await retried(() => house.db.transaction((tx) => performDue(house, tx, claim)))
    if (claimed > 0) house.committed()
    return claimed
  }

  /** Deadlines that failed together: each in a transaction of its own, and the one that cannot be decided is put off. */
  async function oneByOne(refs: readonly DueRef[]): Promise<number> {
    for (const ref of refs) {
      try {
        await due((tx) => claimOne(tx, ref))
      } catch (error) {
        if (!(error instanceof UndecidedDue)) throw error
        await putOff(house.db, ref)
        house.onFault(error)
      }
    }
    return refs.length
  }

  return {
    act(commands, actor) {
      for (const command of commands) {
        const field = findUnstorable(command.data)
        if (field !== undefined)
          return Promise.resolve({ refused: { code: 'text.unstorable', field }, command: command.id })
      }
      const answering = new Promise<ActAnswer>((answer, fail) => {
        waiting.push({ commands, actor, answer, fail })
        serve()
      })
      unanswered.add(answering)
      const answered = (): void => void unanswered.delete(answering)
      answering.then(answered, answered)
      return answering
    },
    async actDue(most) {
      try {
        return await due((tx) => claimDue(tx, most))
      } catch (error) {
        if (!(error instanceof UndecidedDue)) throw error
        return oneByOne(error.due)
      }
    },
    async settle() {
      while (unanswered.size > 0) await Promise.allSettled(unanswered)
    },
  }
}

async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= TRIES || !isConflict(error)) throw error
      // Those that met here should not meet again: each waits a little of his own, ms.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * attempt))
    }
  }
}
