// The door for files: begun, sent in pieces, looked into, read. Bytes travel outside the ledger's transaction on connections of
// their own; an event of the incident names a file, perhaps before its bytes are here. Who may is core/access, what a file may
// hold is server/file-check, how it is stored and sealed is server/store/files.ts.

import { createHash } from 'node:crypto'
import { type Actor, incidentThing, type Thing } from '#core/access/actor.ts'
import { can } from '#core/access/can.ts'
import { view } from '#core/access/view.ts'
import { type Refusal, type RefusalCode, refuse } from '#core/basics/refusal.ts'
import { FILE_LIMITS, FILES_PER_INCIDENT, type FileKind } from '#core/incident/file-limits.ts'
import type { Incident } from '#core/incident/state.ts'
import { streams } from '#core/streams.ts'
import type { FileView } from '#core/wire/view.ts'
import type { FileChecker } from './file-check/file-checker.ts'
import type { PlanShelf } from './plan-shelf.ts'
import type { Database, Tx } from './store/database.ts'
import {
  addFile,
  addPieces,
  beginAgain,
  bindFile,
  claimLook,
  countUnnamed,
  dropPieces,
  type FileRow,
  filesOfIncident,
  filesToMind,
  findFile,
  findFileKey,
  lockFile,
  lockFilesOf,
  piecesOf,
  releaseLook,
  removeStale,
  setReceived,
  settleFile,
  wrapForHouse,
  wrapForIncident,
} from './store/files.ts'
import { isConcerned } from './store/lists.ts'
import { findStream } from './store/load.ts'
import type { Sealer } from './store/seal.ts'

/** A file as its device announces it. */
export interface AnnouncedFile {
  readonly file: string
  readonly incident: string
  readonly size: number
  /** SHA-256, hex. */
  readonly hash: string
  readonly kind: FileKind
}

/** A file as it is given to a reader. */
export interface OpenedFile {
  readonly file: string
  /** Media type, by content. */
  readonly type: string
  readonly size: number
  /** Drawn by ourselves, so that a browser may show it. */
  readonly isPicture: boolean
  readonly bytes: AsyncIterable<Buffer>
}

type Answer = { readonly view: FileView } | { readonly refused: Refusal }

export interface Files {
  /** Announces a file, or asks how far it has come. After `file.broken` it begins anew. */
  begin(actor: Actor, announced: AnnouncedFile): Promise<Answer>
  /**
   * Takes the bytes from `from` on, from whoever announced the file. The same again is harmless. `gap`: they do not join what
   * is here, go on from there; `tooSmall`: less than SMALLEST_PIECE though more is to come. When all is here it is looked into.
   */
  take(
    person: string,
    file: string,
    from: number,
    bytes: Buffer,
  ): Promise<Answer | { readonly gap: number } | { readonly tooSmall: true }>
  /** Undefined when there is none for this actor, whether or not it exists. */
  read(actor: Actor, file: string): Promise<OpenedFile | undefined>
  /** Ties files to incidents that came after them, looks into what was left, removes what nobody finished or named. */
  tidy(): Promise<void>
  /** Resolves when nothing is under way any more. */
  close(): Promise<void>
}

/** Bytes of a piece that is not the last: many small ones would fill the table. */
export const SMALLEST_PIECE = 4 * 1024
/** Files of one person that no incident names yet. */
const MOST_UNNAMED = 60
/** Places of an incident that another's files take which it does not name: whoever announces many fills only his own. */
const UNNAMED_OF_ANOTHER = 5
/** Whoever sends the last piece is told what came of the look if it is over within this, ms; else that the file is coming. */
const LOOK_PATIENCE = 10_000

export function openFiles(house: {
  /** Connections of its own: large pieces do not wait in front of commands. */
  readonly db: Database
  readonly sealer: Sealer
  readonly plans: PlanShelf
  readonly checker: FileChecker
  readonly onError: (error: Error) => void
}): Files {
  const { db, sealer, plans } = house
  const looking = new Map<string, Promise<void>>()

  /** Looks into a file that is all here, once however many ask. */
  function lookInto(file: string): Promise<void> {
    const under = looking.get(file)
    if (under) return under
    const look = lookOnce(file)
      .catch((error: Error) => house.onError(error))
      .finally(() => looking.delete(file))
    looking.set(file, look)
    return look
  }

  async function lookOnce(file: string): Promise<void> {
    if (!(await claimLook(db, file))) return
    try {
      const row = await findFile(db, file)
      const key = row && (await findFileKey(db, sealer, row))
      if (!row || !key) return
      const sent: Buffer[] = []
      for await (const piece of piecesOf(db, key, { file, part: 'sent', size: row.size })) sent.push(piece)
      const bytes = Buffer.concat(sent)
      const isWhole = createHash('sha256').update(bytes).digest('hex') === row.hash
      const verdict = isWhole
        ? await house.checker.check(bytes, row.kind)
        : ({ refused: 'file.broken' } as const)
      await db.transaction(async (tx) => {
        const now = await lockFile(tx, file)
        if (now?.state !== 'coming') return
        await dropPieces(tx, file)
        if ('refused' in verdict) return settleFile(tx, file, verdict)
        await addPieces(tx, key, { file, part: 'kept', at: 0 }, verdict.bytes)
        await settleFile(tx, file, { type: verdict.type, kept: verdict.bytes.length })
      })
    } catch (error) {
      // It is not known what it is: whoever comes next looks again.
      await releaseLook(db, file).catch(() => undefined)
      throw error
    }
  }

  async function afterLook(row: FileRow): Promise<Answer> {
    if (row.state !== 'coming' || row.received < row.size) return { view: viewOf(row) }
    await within(LOOK_PATIENCE, lookInto(row.file))
    return { view: viewOf((await findFile(db, row.file)) ?? row) }
  }

  async function findIncident(id: string): Promise<Incident | undefined> {
    const found = await findStream(db, sealer, { kind: 'incident', stream: id })
    if (!found) return undefined
    let state: unknown = streams.incident.initial
    for (const event of found.events) state = streams.incident.evolve(state, { ...event, stream: id })
    return state as Incident
  }

  /** May the actor add a file to the incident, or, while nobody has heard of it, report one? */
  async function whether(
    actor: Actor,
    id: string,
    incident: Incident | undefined,
  ): Promise<Refusal | undefined> {
    const plan = incident && (await plans.find(incident.plan))
    if (incident && !plan) throw new Error(`the plan of incident ${id} is not on the shelf`)
    const thing: Thing =
      incident && plan
        ? incidentThing(incident, plan, await isConcerned(db, actor.person, 'incident', id))
        : { unit: actor.unit, campaign: actor.campaign, reporter: actor.person }
    const deed = { kind: 'incident', type: incident ? 'Attach' : 'Report' } as const
    const permission = can(actor, deed, thing, plan?.posts)
    return 'refused' in permission ? permission.refused : undefined
  }

  async function add(
    tx: Tx,
    actor: Actor,
    announced: AnnouncedFile,
    incident: Incident | undefined,
  ): Promise<Answer> {
    const { file, incident: stream, size, hash, kind } = announced
    const named = incident?.files.find((one) => one.file === file)
    if (named && !isSame(named, announced, named.by.person, actor.person)) return refuse('file.unknown')
    const known = await filesOfIncident(tx, stream)
    if (!named && placesTaken(incident?.files ?? [], known, actor.person) >= FILES_PER_INCIDENT)
      return refuse('file.too-many')
    if (!named && (await countUnnamed(tx, actor.person)) >= MOST_UNNAMED) return refuse('file.too-many')
    const key = sealer.makeKey()
    const bound = incident !== undefined
    await addFile(tx, {
      ...{ file, stream, campaign: actor.campaign, person: actor.person, kind, size, hash },
      wrapped: bound ? await wrapForIncident(tx, sealer, stream, file, key) : wrapForHouse(sealer, file, key),
      bound,
      named: named !== undefined,
    })
    return { view: { file, kind, size, state: 'coming', received: 0 } }
  }

  return {
    async begin(actor, announced) {
      const { file, size, kind } = announced
      if (size > FILE_LIMITS[kind]) return refuse('file.too-large')
      const incident = await findIncident(announced.incident)
      const refused = await whether(actor, announced.incident, incident)
      if (refused) return { refused }
      const answer = await db.transaction(async (tx): Promise<Answer | FileRow> => {
        await lockFilesOf(tx, announced.incident)
        const row = await lockFile(tx, file)
        if (!row) return add(tx, actor, announced, incident)
        // Another's, or another's file: neither is told apart from one that does not exist.
        if (row.stream !== announced.incident || !isSame(row, announced, row.person, actor.person))
          return refuse('file.unknown')
        if (row.refused !== 'file.broken') return row
        await beginAgain(tx, file)
        return { ...row, state: 'coming', received: 0, refused: null }
      })
      return 'state' in answer ? afterLook(answer) : answer
    },

    async take(person, file, from, bytes) {
      const taken = await db.transaction(async (tx) => {
        const row = await lockFile(tx, file)
        if (!row || row.person !== person) return refuse('file.unknown')
        const end = from + bytes.length
        if (row.state !== 'coming' || end <= row.received) return row
        if (from !== row.received) return { gap: row.received }
        if (end > row.size) return refuse('file.too-large')
        if (end < row.size && bytes.length < SMALLEST_PIECE) return { tooSmall: true as const }
        const key = await findFileKey(tx, sealer, row)
        if (!key) return { ...row, state: 'gone' as const }
        await addPieces(tx, key, { file, part: 'sent', at: from }, bytes)
        await setReceived(tx, file, end)
        return { ...row, received: end }
      })
      return 'state' in taken ? afterLook(taken) : taken
    },

    async read(actor, file) {
      let row = await findFile(db, file)
      if (row?.state !== 'ready' || row.campaign !== actor.campaign) return undefined
      const incident = await findIncident(row.stream)
      if (row.person !== actor.person) {
        const concerned = await isConcerned(db, actor.person, 'incident', row.stream)
        // What he reads of the incident names the files he reads: the same rule as see's.
        const seen = incident && view(actor, incident, { concerned })
        if (!seen || !isNamed(seen, row)) return undefined
      }
      if (incident && !row.bound) row = await bindFile(db, sealer, file, isNamed(incident, row))
      const key = row && (await findFileKey(db, sealer, row))
      if (!row || !key || row.type === null || row.kept === null) return undefined
      const { type, kept: size, kind } = row
      const bytes = piecesOf(db, key, { file, part: 'kept', size })
      return { file, type, size, isPicture: kind === 'photo', bytes }
    },

    async tidy() {
      for (const row of await filesToMind(db)) {
        const incident = row.named ? undefined : await findIncident(row.stream)
        if (incident) await bindFile(db, sealer, row.file, isNamed(incident, row))
        if (row.state === 'coming' && row.received === row.size) await lookInto(row.file)
      }
      await removeStale(db)
    },

    async close() {
      await house.checker.stop()
      await Promise.allSettled(looking.values())
      await db.close()
    },
  }
}

/**
 * How far the files of an incident have come, for a reader who sees it as `seen`: those it names, in its order, and after them
 * what he himself announced before its event. Whoever reads nothing of its course hears of no file.
 */
export async function filesOf(
  db: Pick<Database, 'query'>,
  reader: Pick<Actor, 'person'>,
  incident: string,
  seen: Incident,
): Promise<FileView[]> {
  if (seen.withheld.includes('course')) return []
  const rows = new Map((await filesOfIncident(db, incident)).map((row) => [row.file, row]))
  const views = seen.files.map(({ file, hash, kind, size }): FileView => {
    const row = rows.get(file)
    rows.delete(file)
    return row?.hash === hash ? viewOf(row) : { file, kind, size, state: 'coming', received: 0 }
  })
  const own = [...rows.values()].filter((row) => row.person === reader.person)
  return [...views, ...own.map(viewOf)]
}

/** How many files the incident holds when `person` asks for one more place. */
function placesTaken(named: Incident['files'], rows: readonly FileRow[], person: string): number {
  const unnamed = new Map<string, number>()
  for (const row of rows)
    if (row.state !== 'refused' && !named.some(({ file }) => file === row.file))
      unnamed.set(row.person, (unnamed.get(row.person) ?? 0) + 1)
  return [...unnamed].reduce(
    (taken, [who, files]) => taken + (who === person ? files : Math.min(files, UNNAMED_OF_ANOTHER)),
    named.length,
  )
}

function viewOf({ file, kind, size, state, received, refused, type }: FileRow): FileView {
  return {
    ...{ file, kind, size, state, received },
    ...(type === null ? {} : { type }),
    ...(refused === null ? {} : { refused: refused as RefusalCode }),
  }
}

/** Do the incident's events name this file, with these bytes? */
function isNamed(incident: Incident, row: FileRow): boolean {
  return incident.files.some(({ file, hash }) => file === row.file && hash === row.hash)
}

function isSame(
  known: Pick<AnnouncedFile, 'size' | 'hash' | 'kind'>,
  announced: AnnouncedFile,
  person: string,
  asking: string,
): boolean {
  const { size, hash, kind } = announced
  return known.size === size && known.hash === hash && known.kind === kind && person === asking
}

/** Resolves when `work` does, but after `ms` at the latest. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, late])
  clearTimeout(timer)
}
