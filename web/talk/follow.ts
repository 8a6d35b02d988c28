// How a browser follows the server: stream, or polling where a proxy holds the stream back, or waiting for the network.
// Pure: what happened and when goes in, the next state comes out; opening and asking is feed.ts.

/** live: the stream beats · polling: asked every few seconds · offline: nobody answers. */
export type Link = 'live' | 'polling' | 'offline'

/** The stream's first sign of life must come within this, else something on the way holds it back, ms. */
export const FIRST_BEAT = 5_000
/** The server beats every 15 s; two and a bit missed is silence, ms. */
export const SILENCE = 35_000
export const POLL_EVERY = 3_000
const SLOWEST_POLL = 15_000
/** Where streams do not pass, trying again is seldom worth it, ms. */
const FIRST_RETRY = 30_000
const SLOWEST_RETRY = 300_000

export interface Follow {
  readonly link: Link
  /** Since when a stream is open; absent while there is none. */
  readonly openedAt?: number
  /** Last sign of life of the open stream. */
  readonly heardAt?: number
  /** When to poll next; absent while the stream is well. */
  readonly pollAt?: number
  readonly pollFailures: number
  /** When to try the stream again. */
  readonly streamAt?: number
  /** Streams opened that stayed silent, in a row. */
  readonly silent: number
}

/** What happened to the one who follows. */
export type Sign = 'opened' | 'heard' | 'broke' | 'polled' | 'poll-lost' | 'woke' | 'tick'

/** At the start: open the stream at once. */
export function beginFollow(now: number): Follow {
  return { link: 'polling', pollFailures: 0, silent: 0, streamAt: now }
}

/** The state after a sign. `woke`: the page came back to the front or the device says it has a network. */
export function follow(state: Follow, sign: Sign, now: number): Follow {
  switch (sign) {
    case 'opened': {
      const { streamAt: _, heardAt: __, ...rest } = state
      return { ...rest, openedAt: now }
    }
    case 'heard': {
      const { pollAt: _, ...rest } = state
      return { ...rest, link: 'live', heardAt: now, silent: 0, pollFailures: 0 }
    }
    case 'broke':
      return lost(state, now, state.heardAt === undefined ? retryAfter(state.silent) : 1_000)
    case 'polled':
      return polled(state, now)
    case 'poll-lost': {
      const failures = state.pollFailures + 1
      const wait = Math.min(SLOWEST_POLL, POLL_EVERY * failures)
      return { ...state, link: 'offline', pollFailures: failures, pollAt: now + wait }
    }
    case 'woke':
      return state.pollAt === undefined ? state : { ...state, pollAt: now }
    case 'tick':
      return tick(state, now)
  }
}

function tick(state: Follow, now: number): Follow {
  if (state.openedAt === undefined) return state
  if (state.heardAt === undefined && now - state.openedAt >= FIRST_BEAT) {
    return lost({ ...state, silent: state.silent + 1 }, now, retryAfter(state.silent + 1))
  }
  if (state.heardAt !== undefined && now - state.heardAt >= SILENCE) return lost(state, now, 1_000)
  return state
}

function polled(state: Follow, now: number): Follow {
  const back = state.link === 'offline'
  const next: Follow = { ...state, link: 'polling', pollFailures: 0, pollAt: now + POLL_EVERY }
  // The network is back: what broke the stream was the network, so it deserves another try at once.
  return back && state.openedAt === undefined ? { ...next, streamAt: now } : next
}

/** The stream is given up; polling takes over now. */
function lost(state: Follow, now: number, retry: number): Follow {
  const { openedAt: _, heardAt: __, ...rest } = state
  return {
    ...rest,
    link: state.link === 'offline' ? 'offline' : 'polling',
    pollAt: state.pollAt ?? now,
    streamAt: now + retry,
  }
}

function retryAfter(silent: number): number {
  return Math.min(SLOWEST_RETRY, FIRST_RETRY * 2 ** Math.max(0, silent - 1))
}

/** Should the stream be opened now? Not while nobody answers at all. */
export function shouldOpen(state: Follow, now: number): boolean {
  return (
    state.openedAt === undefined &&
    state.streamAt !== undefined &&
    now >= state.streamAt &&
    state.link !== 'offline'
  )
}

export function shouldPoll(state: Follow, now: number): boolean {
  return state.pollAt !== undefined && now >= state.pollAt
}

/** A tab that has heard nothing of the leading tab for so long takes the lead itself, ms. */
export const LEADER_SILENCE = 12_000

/** What a following tab does: listen, or take over from a leader that was frozen with its tab. */
export function shouldTakeOver(heardLeaderAt: number, now: number, visible: boolean): boolean {
  return visible && now - heardLeaderAt >= LEADER_SILENCE
}
