// One live stream per browser: the tab that holds the lock follows the server and tells the others.
// When it closes, the next tab gets the lock; when it is frozen, a visible tab takes it. What a change means is not known here.

import type { Change } from '#core/wire/view.ts'
import { type Cell, cell } from './cell.ts'
import {
  beginFollow,
  type Follow,
  follow,
  type Link,
  type Sign,
  shouldOpen,
  shouldPoll,
  shouldTakeOver,
} from './follow.ts'
import { onReached, request } from './request.ts'

const LOCK = 'huce.stream'
const CHANNEL = 'huce.stream'
/** The leading tab shows that it lives this often, ms. */
const PULSE = 4_000

export interface FeedNews {
  /** Changes in the server's order. */
  changes(changes: readonly Change[]): void
  /** Tokens are of another epoch: load afresh. */
  reload(): void
  /** The session is not valid any more. */
  signedOut(): void
}

export interface Feed {
  readonly link: Cell<Link>
  /** Starts following after `token`; later calls only move the token of a tab that has none. */
  start(token: string): void
  stop(): void
}

interface Polled {
  readonly token: string
  readonly changes: readonly Change[]
  readonly reload?: boolean
}

type Said =
  | { readonly kind: 'pulse'; readonly link: Link; readonly token: string }
  | { readonly kind: 'changes'; readonly changes: readonly Change[] }
  | { readonly kind: 'reload' }
  | { readonly kind: 'signed-out' }

/** Without a token one is told what comes from now on. */
function afterToken(token: string): string {
  return token === '' ? '' : `?after=${encodeURIComponent(token)}`
}

/** Makes the feed of this tab. Nothing runs before `start`. */
export function makeFeed(news: FeedNews): Feed {
  const link = cell<Link>('polling')
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(CHANNEL)
  const shares = channel !== undefined && typeof navigator.locks !== 'undefined'
  let token = ''
  let running = false
  let leading = false
  let state: Follow = beginFollow(Date.now())
  let stream: EventSource | undefined
  let polling = false
  let heardLeaderAt = Date.now()
  let giveUpLead: (() => void) | undefined
  let timer: ReturnType<typeof setInterval> | undefined
  let pulsedAt = 0

  function tellTabs(said: Said): void {
    if (leading) channel?.postMessage(said)
  }

  function step(sign: Sign): void {
    state = follow(state, sign, Date.now())
    if (state.openedAt === undefined) closeStream()
    if (link.get() !== state.link) {
      link.set(state.link)
      pulse()
    }
  }

  function pulse(): void {
    pulsedAt = Date.now()
    tellTabs({ kind: 'pulse', link: state.link, token })
  }

  function take(changes: readonly Change[]): void {
    const last = changes[changes.length - 1]
    if (!last) return
    token = last.token
    news.changes(changes)
    tellTabs({ kind: 'changes', changes })
  }

  /** A beat or a reload says up to where everything was told: a quiet stream resumes there after a long break. */
  function moveTo(data: string): void {
    const told = (JSON.parse(data) as { readonly token?: string }).token
    if (told) token = told
  }

  function closeStream(): void {
    stream?.close()
    stream = undefined
  }

  function openStream(): void {
    const opened = new EventSource(`/api/changes${afterToken(token)}`)
    stream = opened
    step('opened')
    const mine = () => stream === opened
    opened.addEventListener('beat', (event) => {
      if (!mine()) return
      step('heard')
      moveTo(event.data)
    })
    opened.addEventListener('change', (event) => {
      if (!mine()) return
      step('heard')
      take([JSON.parse(event.data) as Change])
    })
    opened.addEventListener('reload', (event) => {
      if (!mine()) return
      moveTo(event.data)
      news.reload()
      tellTabs({ kind: 'reload' })
    })
    // The browser would try again by itself with the old token; following decides instead.
    opened.onerror = () => {
      if (mine()) step('broke')
    }
  }

  async function poll(): Promise<void> {
    polling = true
    const answer = await request<Polled>(`/api/changes/poll${afterToken(token)}`)
    polling = false
    if (!leading) return
    if ('got' in answer) {
      step('polled')
      take(answer.got.changes)
      token = answer.got.token
      if (answer.got.reload) {
        news.reload()
        tellTabs({ kind: 'reload' })
      }
    } else if ('problem' in answer && answer.problem.status === 401) {
      step('polled')
      news.signedOut()
      tellTabs({ kind: 'signed-out' })
    } else step('poll-lost')
  }

  function tick(): void {
    const now = Date.now()
    if (!leading) {
      if (shares && shouldTakeOver(heardLeaderAt, now, document.visibilityState === 'visible')) lead(true)
      return
    }
    step('tick')
    if (shouldOpen(state, now)) openStream()
    if (shouldPoll(state, now) && !polling) void poll()
    if (now - pulsedAt >= PULSE) pulse()
  }

  function begin(): void {
    leading = true
    state = beginFollow(Date.now())
    tick()
  }

  function end(): void {
    leading = false
    giveUpLead = undefined
    closeStream()
  }

  /** Queues for the lead; `steal` takes it from a tab that gives no sign of life. */
  function lead(steal: boolean): void {
    heardLeaderAt = Date.now()
    const hold = () =>
      new Promise<void>((done) => {
        if (!running) return done()
        giveUpLead = done
        begin()
      })
    navigator.locks.request(LOCK, steal ? { steal: true } : {}, hold).catch(() => {
      // Stolen by a tab that heard nothing of us: we follow from here on, and queue again.
      end()
      if (running) lead(false)
    })
  }

  channel?.addEventListener('message', (event: MessageEvent<Said>) => {
    if (leading || !running) return
    heardLeaderAt = Date.now()
    const said = event.data
    if (said.kind === 'pulse') {
      link.set(said.link)
      if (said.token !== '') token = said.token
    } else if (said.kind === 'changes') {
      const last = said.changes[said.changes.length - 1]
      if (last) token = last.token
      news.changes(said.changes)
    } else if (said.kind === 'reload') news.reload()
    else news.signedOut()
  })

  const woke = () => {
    if (!running) return
    if (leading) step('woke')
    tick()
  }

  // The device says so itself: no need to wait until a request is lost.
  const cutOff = () => {
    if (!running) return
    if (leading) step('poll-lost')
    else link.set('offline')
  }

  // Any other request that is lost or gets through tells at once what the next poll would find out later.
  let forget: (() => void) | undefined

  return {
    link,
    start(first) {
      if (token === '' || !running) token = first
      if (running) return
      running = true
      forget = onReached((reached) => {
        if (polling && reached) return
        if (leading && reached !== (state.link !== 'offline')) step(reached ? 'woke' : 'poll-lost')
        if (!leading && !reached) link.set('offline')
      })
      window.addEventListener('online', woke)
      window.addEventListener('offline', cutOff)
      document.addEventListener('visibilitychange', woke)
      timer = setInterval(tick, 1000)
      if (shares) lead(false)
      else begin()
    },
    stop() {
      running = false
      clearInterval(timer)
      forget?.()
      window.removeEventListener('online', woke)
      window.removeEventListener('offline', cutOff)
      document.removeEventListener('visibilitychange', woke)
      const done = giveUpLead
      end()
      done?.()
      token = ''
    },
  }
}
