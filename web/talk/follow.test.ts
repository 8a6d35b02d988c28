// One live stream per browser: when it polls, when it goes back to the stream, when a tab takes the lead.

import { describe, expect, test } from 'vitest'
import {
  beginFollow,
  FIRST_BEAT,
  type Follow,
  follow,
  LEADER_SILENCE,
  POLL_EVERY,
  SILENCE,
  type Sign,
  shouldOpen,
  shouldPoll,
  shouldTakeOver,
} from './follow.ts'

/** Plays signs at times in ms. */
function play(...signs: readonly (readonly [Sign, number])[]): Follow {
  return signs.reduce((state, [sign, at]) => follow(state, sign, at), beginFollow(0))
}

describe('following the server', () => {
  test('corridor: the stream is opened at once and is live with its first beat', () => {
    expect(shouldOpen(beginFollow(0), 0)).toBe(true)
    const live = play(['opened', 0], ['heard', 200])
    expect(live.link).toBe('live')
    expect(shouldPoll(live, 60_000)).toBe(false)
  })

  test('corridor: a proxy that holds the stream back: no beat within 5 s, polling every 3 s', () => {
    const held = play(['opened', 0], ['tick', FIRST_BEAT - 1])
    expect(shouldPoll(held, FIRST_BEAT - 1)).toBe(false)
    const polling = follow(held, 'tick', FIRST_BEAT)
    expect(polling.link).toBe('polling')
    expect(shouldPoll(polling, FIRST_BEAT)).toBe(true)
    const polled = follow(polling, 'polled', FIRST_BEAT + 50)
    expect(shouldPoll(polled, FIRST_BEAT + 49 + POLL_EVERY)).toBe(false)
    expect(shouldPoll(polled, FIRST_BEAT + 50 + POLL_EVERY)).toBe(true)
  })

  test('corridor: no beat for 35 s is silence; the stream is tried again a second later', () => {
    const silent = play(['opened', 0], ['heard', 100], ['tick', 100 + SILENCE])
    expect(shouldPoll(silent, 100 + SILENCE)).toBe(true)
    expect(shouldOpen(silent, 100 + SILENCE)).toBe(false)
    expect(shouldOpen(silent, 100 + SILENCE + 1_000)).toBe(true)
  })

  test('a stream that never beats is tried ever more seldom', () => {
    const first = play(['opened', 0], ['tick', 5_000])
    const second = [['opened', 40_000] as const, ['tick', 45_000] as const].reduce(
      (state, [sign, at]) => follow(state, sign, at),
      first,
    )
    expect(first.streamAt).toBe(5_000 + 30_000)
    expect(second.streamAt).toBe(45_000 + 60_000)
  })

  test('E3: nobody answers: offline, asked less and less often, and no stream is opened', () => {
    const gone = play(['opened', 0], ['heard', 1], ['broke', 10_000], ['poll-lost', 10_100])
    expect(gone.link).toBe('offline')
    expect(shouldOpen(gone, 60_000)).toBe(false)
    const longGone = Array.from({ length: 9 }, (_, n) => 13_100 + n).reduce(
      (state, at) => follow(state, 'poll-lost', at),
      gone,
    )
    expect(longGone.pollAt).toBe(13_108 + 15_000)
  })

  test('E3: the network is back: polled once, then the stream at once', () => {
    const back = play(
      ['opened', 0],
      ['heard', 1],
      ['broke', 10_000],
      ['poll-lost', 10_100],
      ['polled', 20_000],
    )
    expect(back.link).toBe('polling')
    expect(shouldOpen(back, 20_000)).toBe(true)
  })

  test('E3: the page comes to the front without a network: asked at once', () => {
    const gone = play(['opened', 0], ['broke', 10], ['poll-lost', 20], ['poll-lost', 30])
    expect(shouldPoll(gone, 5_000)).toBe(false)
    expect(shouldPoll(follow(gone, 'woke', 5_000), 5_000)).toBe(true)
  })

  test('eight tabs: a visible tab takes over from a leader that gives no sign; a hidden one waits', () => {
    expect(shouldTakeOver(0, LEADER_SILENCE - 1, true)).toBe(false)
    expect(shouldTakeOver(0, LEADER_SILENCE, true)).toBe(true)
    expect(shouldTakeOver(0, LEADER_SILENCE, false)).toBe(false)
  })
})
