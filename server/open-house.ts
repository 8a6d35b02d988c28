// Opens a database as a house: brought to this version, checked to be ours, with its two doors. Tests, the server and the
// command line all open it here. Who listens and serves is main.ts.

import type { EffectivePlan } from '#core/plan/effective.ts'
import { type Act, openAct } from './act.ts'
import { openCampaignShelf } from './campaign-shelf.ts'
import { type Editions, openEditions } from './editions.ts'
import { openExampleShelf } from './example-shelf.ts'
import { openFileChecker } from './file-check/file-checker.ts'
import { type Files, openFiles } from './files.ts'
import { layersJoinedIn } from './plan/load.ts'
import { openPlanShelf, type PlanShelf } from './plan-shelf.ts'
import { openSee, type See } from './see.ts'
import { type Database, openDatabase } from './store/database.ts'
import { enterHouse, type Mode, WrongHouse } from './store/house.ts'
import { isMigrated, migrate } from './store/migrate.ts'
import { openPlanStore } from './store/plans.ts'
import { type Sealer, sealerFrom } from './store/seal.ts'

export interface House {
  readonly db: Database
  readonly act: Act
  readonly see: See
  readonly files: Files
  readonly editions: Editions
  readonly plans: PlanShelf
  readonly sealer: Sealer
  readonly mode: Mode
  /** Answers what was given, then lets the connections go. */
  close(): Promise<void>
}

export interface HouseOptions {
  /** Serves: inserts and reads. */
  readonly appUrl: string
  /** Migrates; without it the database must be at this version already. */
  readonly ownerUrl: string | undefined
  readonly masterKey: Buffer
  readonly mode: Mode
  readonly builtIn: EffectivePlan
  /** After each commit. */
  readonly committed?: () => void
  readonly connections?: number
  readonly onError?: (error: Error) => void
}

/** Large pieces of files go over connections of their own. */
const FILE_CONNECTIONS = 2

/**
 * @throws WrongHouse when the database is of the other mode, was sealed with another key, or is not at this version and
 *   there is no owner to bring it there.
 */
export async function openHouse(options: HouseOptions): Promise<House> {
  if (options.ownerUrl !== undefined) await migrate(options.ownerUrl, roleOf(options.appUrl))
  const db = openDatabase(options.appUrl, {
    ...(options.connections === undefined ? {} : { connections: options.connections }),
    ...(options.onError === undefined ? {} : { onError: options.onError }),
  })
  try {
    if (!(await isMigrated((text) => db.query({ text })))) {
      throw new WrongHouse('house.older')
    }
    const sealer = sealerFrom(options.masterKey)
    await enterHouse(db, sealer, options.mode)
    const plans = openPlanShelf(openPlanStore(db))
    await plans.pin(options.builtIn, layersJoinedIn(options.builtIn))
    const committed = options.committed ?? (() => {})
    const act = openAct({
      db,
      sealer,
      mode: options.mode,
      plans,
      campaigns: openCampaignShelf(db, () => performance.now()),
      examples: openExampleShelf(db, () => performance.now()),
      builtIn: options.builtIn,
      committed,
      onFault: options.onError ?? (() => {}),
    })
    const files = openFiles({
      db: openDatabase(options.appUrl, {
        connections: FILE_CONNECTIONS,
        ...(options.onError === undefined ? {} : { onError: options.onError }),
      }),
      sealer,
      plans,
      checker: openFileChecker(),
      onError: options.onError ?? (() => {}),
    })
    return {
      db,
      act,
      files,
      see: openSee({ db, sealer, plans }),
      editions: openEditions({ db, plans }),
      plans,
      sealer,
      mode: options.mode,
      async close() {
        await act.settle()
        await files.close()
        await db.close()
      },
    }
  } catch (error) {
    await db.close()
    throw error
  }
}

/** The role a connection string signs in as; PostgreSQL's own default is the current user's name. */
export function roleOf(url: string): string {
  const user = decodeURIComponent(new URL(url).username)
  return user === '' ? (process.env.USER ?? 'postgres') : user
}
