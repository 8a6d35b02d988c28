// The only file that knows everyone: reads the environment, opens the house, starts what serves and works, and stops it
// again in order. No rules, no SQL, no HTTP words of its own.

import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { sayBoth, type WordValues } from '#core/words/say.ts'
import { serveWords } from '#core/words/serve.ts'
import { demoCampaignOf, setUpDemo } from './demo/set-up.ts'
import { showDemo } from './demo/show.ts'
import { ADMINISTRATOR, setUpAdministrator } from './first-start.ts'
import { openHttp } from './http/http.ts'
import { type Identity, openIdentity } from './identity/identity.ts'
import { readMasterKey } from './key-file.ts'
import { openLive } from './live.ts'
import { openMetrics } from './metrics.ts'
import { type House, openHouse } from './open-house.ts'
import { builtInPlan } from './plan/load.ts'
import { isLoopback, readSettings, type Settings } from './settings.ts'
import { openDatabase } from './store/database.ts'
import { startEmbedded } from './store/embedded/start-embedded.ts'
import { findMode, type Mode, ownsSchema } from './store/house.ts'
import { findCampaign } from './store/lists.ts'
import { hasSignedInBefore } from './store/sessions.ts'
import { startCheckpoints } from './work/checkpoints.ts'
import { startDeadlines } from './work/deadlines.ts'
import { startFileTidy } from './work/file-tidy.ts'

const WEB_FOLDER = fileURLToPath(new URL('../web/dist', import.meta.url))
const PACKAGE = new URL('../package.json', import.meta.url)

/** Something to undo when the server stops; the last started stops first. */
type Undo = () => Promise<unknown>

/**
 * Starts the server and resolves when it has stopped: on SIGTERM, SIGINT, or `stop`.
 * @throws WrongSetting, StartRefused, WrongHouse and others whose message is a sentence for the person at the terminal.
 */
export async function serve(env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const settings = readSettings(env, process.cwd())
  const undo: Undo[] = []
  const stop = once(async () => {
    // In the reverse order; one that fails must not keep the others running.
    for (const step of undo.reverse()) await step().catch((error: unknown) => tell(String(error)))
  })
  const asked = new Promise<void>((resolve) => {
    // A signal to the process group comes twice, once from npm: the second changes nothing.
    process.on('SIGTERM', resolve)
    process.on('SIGINT', resolve)
  })
  try {
    await start(settings, undo)
    await asked
    announce('serve.stopping')
  } finally {
    await stop()
  }
}

async function start(settings: Settings, undo: Undo[]): Promise<void> {
  const plan = builtInPlan()
  const fresh = await isEmptyFolder(settings.dataFolder)
  const urls = await openUrls(settings, undo)
  const mode = await chooseMode(settings, urls.appUrl, fresh)
  const masterKey = await readMasterKey(settings.keyFile)
  let http: FastifyInstance | undefined
  const onError = (error: unknown): void => http?.log.error(error)
  let committed = (): void => {}
  const house = await openHouse({
    ...urls,
    masterKey,
    mode,
    builtIn: plan,
    committed: () => committed(),
    onError,
  })
  undo.push(() => house.close())
  const live = await openLive({ db: house.db, see: house.see, onError })
  undo.push(() => live.close())
  committed = live.committed
  const identity = openIdentity({ db: house.db, plans: house.plans, plan, mode })
  const slip = mode === 'demo' ? await setUpDay(house, plan) : await setUpFirst(house, plan, identity)
  const metrics = openMetrics({ live })
  http = await openHttp({
    act: house.act,
    see: house.see,
    editions: house.editions,
    files: house.files,
    identity,
    live,
    settings: { ...settings, tls: await readTls(settings) },
    demo: mode === 'demo',
    version: await readVersion(),
    webFolder: WEB_FOLDER,
    ready: () => isReady(house),
    metrics,
  })
  undo.push(() => http?.close() ?? Promise.resolve())
  const deadlines = startDeadlines({
    act: house.act,
    db: house.db,
    onWake: live.onWake,
    onError,
    onFired: (count) => metrics.fired(count),
  })
  undo.push(() => deadlines.stop())
  const checkpoints = startCheckpoints({ db: house.db, onError })
  undo.push(() => checkpoints.stop())
  const tidy = startFileTidy({ files: house.files, onError })
  undo.push(() => tidy.stop())
  await http.listen({ host: settings.host, port: settings.port })
  announce('serve.open', { url: settings.publicUrl })
  if (mode === 'demo') announce('serve.demo')
  if (slip !== undefined) {
    announce('serve.slip', { slip })
    announce('serve.key', { file: settings.keyFile })
  }
}

/** The database to use: an outside one as set, else the one that comes with Huce, started in the data folder. */
async function openUrls(
  settings: Settings,
  undo: Undo[],
): Promise<{ appUrl: string; ownerUrl: string | undefined }> {
  const { databaseUrl, ownerUrl } = settings
  if (databaseUrl === undefined) {
    const embedded = await startEmbedded({ dataFolder: settings.dataFolder, log: tell })
    undo.push(() => embedded.stop())
    return { appUrl: embedded.appUrl, ownerUrl: embedded.ownerUrl }
  }
  if (ownerUrl !== undefined) return { appUrl: databaseUrl, ownerUrl }
  // One role for both works, but then only the trigger keeps the ledger append-only.
  const db = openDatabase(databaseUrl, { connections: 1 })
  const owns = await ownsSchema(db).finally(() => db.close())
  if (!owns) return { appUrl: databaseUrl, ownerUrl: undefined }
  announce('serve.one-role')
  return { appUrl: databaseUrl, ownerUrl: databaseUrl }
}

/** Demo is the default only on plain loopback with nothing in the data folder; what a database is, it stays. */
async function chooseMode(settings: Settings, appUrl: string, fresh: boolean): Promise<Mode> {
  const db = openDatabase(appUrl, { connections: 1 })
  const known = await findMode(db).finally(() => db.close())
  if (settings.demo !== undefined) return settings.demo ? 'demo' : 'real'
  if (known !== undefined) return known
  const plainLoopback = isLoopback(settings.host) && settings.tls === undefined && !settings.trustProxy
  return plainLoopback && fresh ? 'demo' : 'real'
}

/** The demonstration's campaign of today, made when it is missing or the built-in plan has changed. */
async function setUpDay(house: House, plan: EffectivePlan): Promise<undefined> {
  const now = Date.now()
  const today = await findCampaign(house.db, demoCampaignOf(now))
  if (today?.state.plans['00'] === plan.hash) return
  announce('serve.setting-up')
  await setUpDemo(house.act, plan, now)
  await showDemo(house, plan, now)
}

/**
 * Until the administrator has come in: his seat, and the slip that lets him. A start that ended before anybody could read
 * its slip (a port was taken, the power went) must not lock the house for ever, so the next one shows another.
 */
async function setUpFirst(
  house: House,
  plan: EffectivePlan,
  identity: Identity,
): Promise<string | undefined> {
  const { person, post, campaign } = ADMINISTRATOR
  if (await hasSignedInBefore(house.db, person)) return undefined
  const stands = (await findCampaign(house.db, campaign)) !== undefined
  // Of two processes that start at once one sets up, and shows the slip.
  if (!stands && !(await setUpAdministrator(house.act, plan, Date.now()))) return undefined
  await identity.revokeAll(person)
  return identity.makeSlip(person, post, campaign)
}

async function isReady(house: House): Promise<boolean> {
  return house.db.query({ text: 'select 1' }).then(
    () => true,
    () => false,
  )
}

async function isEmptyFolder(folder: string): Promise<boolean> {
  return readdir(folder).then(
    (names) => names.length === 0,
    () => true,
  )
}

async function readTls({ tls }: Settings): Promise<{ cert: Buffer; key: Buffer } | undefined> {
  return tls && { cert: await readFile(tls.certFile), key: await readFile(tls.keyFile) }
}

async function readVersion(): Promise<string> {
  return (JSON.parse(await readFile(PACKAGE, 'utf8')) as { version: string }).version
}

/** A sentence for the person at the terminal, in both languages. */
function announce(key: keyof typeof serveWords, values: WordValues = {}): void {
  tell(sayBoth(serveWords, key, values))
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Stopping twice is stopping once. */
function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= work()
    return running
  }
}
