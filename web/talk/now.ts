// The campaign's now on this device: what the server said last, carried on by a clock that nobody can set.
// The device's own calendar is used only after a reload without a network, corrected by what was kept.

import { useEffect, useState } from 'react'
import type { Instant } from '#core/basics/instant.ts'

interface Heard {
  readonly now: Instant
  readonly rate: number
  /** performance.now() at that moment, ms. */
  readonly at: number
}

let heard: Heard = { now: Date.now(), rate: 1, at: performance.now() }

/** Below this the difference is the network's, not the clock's, ms. */
const JITTER = 1500

/** Campaign time now, ms. */
export function campaignNow(): Instant {
  return Math.round(heard.now + (performance.now() - heard.at) * heard.rate)
}

/** The server said its time in an answer. Small differences are ignored, so that clocks do not jump. */
export function hearNow(now: Instant, rate: number = heard.rate): void {
  if (rate === heard.rate && Math.abs(now - campaignNow()) < JITTER) return
  heard = { now, rate, at: performance.now() }
}

/** For the memory: with what the clock can be set again after a reload. */
export function clockToKeep(): { readonly now: Instant; readonly device: number; readonly rate: number } {
  return { now: campaignNow(), device: Date.now(), rate: heard.rate }
}

/** After a reload without a network: time went on by as much as the device's calendar did. */
export function hearKept(kept: { now: Instant; device: number; rate: number }): void {
  heard = {
    now: kept.now + Math.max(0, Date.now() - kept.device) * kept.rate,
    rate: kept.rate,
    at: performance.now(),
  }
}

/** Campaign now, drawn again every `everyMs` of real time, on the second where that is a second. */
export function useNow(everyMs = 1000): Instant {
  const [now, setNow] = useState(campaignNow)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const at = campaignNow()
      setNow(at)
      timer = setTimeout(tick, everyMs - (at % Math.min(everyMs, 1000)))
    }
    tick()
    return () => clearTimeout(timer)
  }, [everyMs])
  return now
}
