// When a list is being read: the pointer moved over it a moment ago, or it is scrolled away from its top.
// A pointer that merely rests there does not keep news back for ever. What then stands still: steady-list.ts.

import { type RefObject, useEffect, useRef, useState } from 'react'
import { newcomers, type SteadyList, sameList, settle } from './steady-list.ts'

/** After this long without a move of the pointer the list follows the data again, ms. */
const READING = 8_000
/** How long a newcomer counts as fresh, ms: the fade and a margin. */
const FRESH = 4_000

export interface Steady {
  readonly shown: readonly string[]
  readonly held: number
  readonly fresh: ReadonlySet<string>
  /** Shows what was held and goes to the top. */
  release(): void
}

/** `area` scrolls and is hovered; `wanted` is the order the data ask for; `ready` once there are data at all. */
export function useSteady(
  area: RefObject<HTMLElement | null>,
  wanted: readonly string[],
  ready: boolean,
): Steady {
  const still = useReading(area)
  const [list, setList] = useState<SteadyList>({ shown: wanted, held: [] })
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const known = useRef<Set<string> | undefined>(undefined)
  const next = settle(list, wanted, still.reading)
  if (!sameList(list, next)) setList(next)

  useEffect(() => {
    if (!ready) return
    const news = newcomers(known.current, next.shown)
    known.current = new Set([...(known.current ?? []), ...next.shown])
    if (news.length === 0) return
    setFresh(new Set(news))
    const timer = setTimeout(() => setFresh(new Set()), FRESH)
    return () => clearTimeout(timer)
  }, [next.shown, ready])

  return {
    shown: next.shown,
    held: next.held.length,
    fresh,
    release: () => {
      area.current?.scrollTo({ top: 0 })
      still.stop()
    },
  }
}

function useReading(area: RefObject<HTMLElement | null>): { reading: boolean; stop(): void } {
  const [hovered, setHovered] = useState(false)
  const [scrolled, setScrolled] = useState(false)
  useEffect(() => {
    const element = area.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout>
    const rest = () => {
      clearTimeout(timer)
      setHovered(false)
    }
    const move = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return
      setHovered(true)
      clearTimeout(timer)
      timer = setTimeout(rest, READING)
    }
    const scroll = () => setScrolled(element.scrollTop > 8)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerleave', rest)
    element.addEventListener('scroll', scroll, { passive: true })
    return () => {
      clearTimeout(timer)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerleave', rest)
      element.removeEventListener('scroll', scroll)
    }
  }, [area])
  return {
    reading: hovered || scrolled,
    stop: () => {
      setHovered(false)
      setScrolled(false)
    },
  }
}
