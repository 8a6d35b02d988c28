// Live updates: one reader of the ledger per process hands what was committed, by whichever process, to everybody who
// listens, each what he may see. What that is says server/see; how it travels to a browser is server/http.

import type { Actor } from '#core/access/actor.ts'
import type { Change } from '#core/wire/view.ts'
import { openWakeLine } from './live/wake-line.ts'
import type { See } from './see.ts'
import type { Database } from './store/database.ts'
import { currentPlace, type Place, parseToken, readNews, tokenOf } from './store/follow.ts'

/** Where changes go. None of these may throw. */
export interface Sink {
  /** In the ledger's order, each once; often empty. Everything up to `token` has been told with this. */
  told(changes: readonly Change[], token: string): void
  /** What came since the token cannot be told one by one: load afresh and go on from `token`. */
  reload(token: string): void
  /** The database could not be read: come again with the last token. */
  lost(): void
}

export interface Since {
  /** Ask on from here. */
  readonly token: string
  readonly changes: readonly Change[]
  /** Load afresh: the token was of another epoch, or too much came since. */
  readonly reload?: true
}

export interface Live {
  /** Sends what came after the token `after`, then what comes; without a token what comes from now on. Returns how to stop. */
  follow(actor: Actor, after: string | undefined, sink: Sink): () => void
  /** The same, asked once, up to what was handed out here: for browsers whose network holds streams back. */
  since(actor: Actor, after: string | undefined): Promise<Since>
  /** We committed: look here at once, and call the other processes. */
  committed(): void
  /** Called whenever something may have changed, here or elsewhere, at least each second. Returns how to stop. */
  onWake(listener: () => void): () => void
  /** Called when a session was ended or somebody's posts changed: open streams must be looked at. Returns how to stop. */
  onSessions(listener: () => void): () => void
  /** Everything up to here was handed out. */
  place(): Place
  close(): Promise<void>
}

export interface LiveHouse {
  readonly db: Database
  readonly see: Pick<See, 'changes'>
  readonly onError: (error: unknown) => void
}

/** News that come within this are read and handed out together, ms. */
const GATHER = 20
/** A lost wake-up costs this at the most, ms. */
const LOOK_EVERY = 1_000
const PAGE = 500
/** Who missed more than this loads afresh. */
const MOST_MISSED = 2_000

interface Subscriber {
  readonly actor: Actor
  readonly sink: Sink
  /** Told everything up to here. */
  at: Place
  /** Gets what is read for all; before that it is catching up by itself. */
  level: boolean
}

export async function openLive(house: LiveHouse): Promise<Live> {
  const { db, see, onError } = house
  const subscribers = new Set<Subscriber>()
  const wakeListeners = new Set<() => void>()
  const sessionListeners = new Set<() => void>()
  let place = await currentPlace(db)
  let closed = false
  let gathering: NodeJS.Timeout | undefined
  let reading: Promise<void> | undefined
  let readAgain = false

  function wake(): void {
    for (const listener of [...wakeListeners]) listener()
    if (closed || gathering) return
    gathering = setTimeout(() => {
      gathering = undefined
      read()
    }, GATHER)
  }

  function read(): void {
    if (reading) {
      readAgain = true
      return
    }
    reading = readOn()
      .catch(onError)
      .finally(() => {
        reading = undefined
        if (readAgain && !closed) read()
      })
  }

  /** Reads to the end of what is visible and hands it out; the place moves only with what was handed out. */
  async function readOn(): Promise<void> {
    readAgain = false
    for (;;) {
      const news = await readNews(db, place, PAGE)
      if (!news) {
        place = await currentPlace(db)
        for (const one of subscribers) if (one.level) restart(one)
        return
      }
      const last = news[news.length - 1]
      if (!last) return
      const heard = subscribers.size === 0 ? () => [] : await see.changes(news)
      place = last.at
      for (const one of subscribers) if (one.level) hand(one, heard(one.actor), place)
      if (news.some(({ kind }) => kind === 'assignment')) tellSessions()
      if (news.length < PAGE) return
    }
  }

  function hand(one: Subscriber, changes: readonly Change[], upTo: Place): void {
    // A browser may come with a token that another process gave out, ahead of what was read here.
    const fresh = changes.filter(({ token }) => isAfter(parseToken(token), one.at))
    if (isAfter(upTo, one.at)) one.at = upTo
    one.sink.told(fresh, tokenOf(one.at))
  }

  function restart(one: Subscriber): void {
    one.at = place
    one.level = true
    one.sink.reload(tokenOf(place))
  }

  /** Brings a subscriber who missed something level with the reader. */
  async function catchUp(one: Subscriber): Promise<void> {
    let missed = 0
    while (subscribers.has(one) && isAfter(place, one.at)) {
      const news = await readNews(db, one.at, PAGE)
      const last = news?.[news.length - 1]
      missed += news?.length ?? 0
      if (!news || !last || missed > MOST_MISSED) return restart(one)
      const heard = await see.changes(news)
      if (!subscribers.has(one)) return
      hand(one, heard(one.actor), last.at)
    }
    one.level = true
  }

  function tellSessions(): void {
    for (const listener of [...sessionListeners]) listener()
  }

  const line = await openWakeLine({
    db,
    onError,
    heard(said) {
      if (said === 'session') tellSessions()
      else wake()
    },
  })
  const ticking = setInterval(wake, LOOK_EVERY)

  return {
    follow(actor, after, sink) {
      const from = after === undefined ? place : parseToken(after)
      const one: Subscriber = { actor, sink, at: from ?? place, level: false }
      subscribers.add(one)
      if (!from || from.epoch !== place.epoch) restart(one)
      else if (!isAfter(place, from)) {
        one.level = true
        sink.told([], tokenOf(from))
      } else {
        catchUp(one).catch((error) => {
          onError(error)
          if (subscribers.delete(one)) sink.lost()
        })
      }
      return () => subscribers.delete(one)
    },

    async since(actor, after) {
      const from = after === undefined ? undefined : parseToken(after)
      if (after !== undefined && from && from.epoch === place.epoch) {
        if (!isAfter(place, from)) return { token: after, changes: [] }
        const news = await readNews(db, from, MOST_MISSED + 1)
        if (news && news.length <= MOST_MISSED) {
          const last = news[news.length - 1]
          return { token: last ? tokenOf(last.at) : after, changes: (await see.changes(news))(actor) }
        }
      }
      return { token: tokenOf(await currentPlace(db)), changes: [], reload: true }
    },

    committed() {
      wake()
      line.notify()
    },
    onWake: (listener) => listen(wakeListeners, listener),
    onSessions: (listener) => listen(sessionListeners, listener),
    place: () => place,

    async close() {
      closed = true
      clearInterval(ticking)
      clearTimeout(gathering)
      subscribers.clear()
      await line.close()
      await reading
    },
  }
}

function listen(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The order of the ledger: epoch, transaction, position. Transaction numbers are longer than a double holds. */
function isAfter(one: Place | undefined, other: Place): boolean {
  if (!one) return false
  if (one.epoch !== other.epoch) return one.epoch > other.epoch
  if (one.tx !== other.tx) return BigInt(one.tx) > BigInt(other.tx)
  return one.position > other.position
}
