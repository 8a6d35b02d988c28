// A third process that is slow to commit: it decides and stores a report like any other and holds the transaction open
// until the story lets it go, so that what was begun later is committed earlier.

import type { SentCommand } from '#core/wire/command.ts'
import type { Me } from '#core/wire/view.ts'
import { openAct } from '#server/act.ts'
import { actorIn } from '#server/identity/identity.ts'
import { readMasterKey } from '#server/key-file.ts'
import { openHouse } from '#server/open-house.ts'
import { builtInPlan } from '#server/plan/load.ts'
import type { Database } from '#server/store/database.ts'

export interface HeldReport {
  /** Everything is written and nothing committed. Resolves when it is committed. */
  commit(): Promise<void>
}

/** Writes the report in a transaction of its own; resolves when all but the commit is done. */
export async function holdReport(
  options: { readonly appUrl: string; readonly keyFile: string },
  me: Me,
  { id, stream, type, data, madeAt }: SentCommand,
): Promise<HeldReport> {
  const builtIn = builtInPlan()
  const masterKey = await readMasterKey(options.keyFile)
  const house = await openHouse({
    appUrl: options.appUrl,
    ownerUrl: undefined,
    masterKey,
    mode: 'demo',
    builtIn,
    connections: 1,
  })
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  let written = () => {}
  const isWritten = new Promise<void>((resolve) => {
    written = resolve
  })
  const slow: Database = {
    ...house.db,
    transaction: (work) =>
      house.db.transaction(async (tx) => {
        const result = await work(tx)
        written()
        await released
        return result
      }),
  }
  const act = openAct({ ...house, db: slow, builtIn, committed: () => {}, onFault: () => {} })
  const answering = act.act(
    [{ id, stream, type, data, madeAt }],
    actorIn(me.post, me.person.id, me.campaign.id),
  )
  await Promise.race([isWritten, answering])
  return {
    async commit() {
      release()
      const answer = await answering
      await house.close()
      if ('refused' in answer) throw new Error(`the held report was refused: ${answer.refused.code}`)
    },
  }
}
