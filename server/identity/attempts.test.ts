// How often one address may fail, by a clock that the test holds.

import { expect, test } from 'vitest'
import { openAttempts } from './attempts.ts'

function open() {
  let at = 0
  const attempts = openAttempts({ burst: 3, refillMs: 1000, now: () => at })
  return { ...attempts, pass: (ms: number) => (at += ms) }
}

test('corridor: after a burst of failures an address waits for each further try', () => {
  const { take, secondsUntilNext, pass } = open()
  expect([take('a'), take('a'), take('a'), take('a')]).toEqual([true, true, true, false])
  expect(secondsUntilNext('a')).toBe(1)
  pass(999)
  expect(take('a')).toBe(false)
  pass(1)
  expect([take('a'), take('a')]).toEqual([true, false])
})

test('corridor: another address is not held up by it', () => {
  const { take } = open()
  for (let n = 0; n < 5; n++) take('a')
  expect(take('b')).toBe(true)
})

test('corridor: a rest fills the bucket and never more than that', () => {
  const { take, pass } = open()
  take('a')
  pass(1_000_000)
  expect([take('a'), take('a'), take('a'), take('a')]).toEqual([true, true, true, false])
})

test('corridor: very many addresses do not fill the memory; the one that waited longest is let go', () => {
  const { take } = open()
  for (let n = 0; n < 3; n++) take('first')
  for (let n = 0; n < 10_000; n++) take(`address-${n}`)
  expect(take('first')).toBe(true)
})
