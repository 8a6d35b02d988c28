// Something a screen is writing, kept on the device with every change: a draft outlives reload, crash and lapse.

import { useCallback, useEffect, useRef, useState } from 'react'
import { memory } from './device.ts'

/** What was kept under `name`, `undefined` until it was looked up; and how to keep or drop it. */
export interface Kept<T> {
  /** False while the device's memory is being read. */
  readonly ready: boolean
  readonly value: T | undefined
  keep(value: T): void
  drop(): void
}

/** Names are unique to the thing being written, e.g. `draft/<incident>/Ask`. */
export function useKept<T>(name: string): Kept<T> {
  const [state, setState] = useState<{ ready: boolean; value: T | undefined }>({
    ready: false,
    value: undefined,
  })
  const current = useRef(name)
  useEffect(() => {
    current.current = name
    setState({ ready: false, value: undefined })
    void memory()
      .then((kept) => kept.get(name))
      .then((value) => {
        if (current.current !== name) return
        // What was typed while the memory was read is newer than what it holds.
        setState((now) => (now.ready ? now : { ready: true, value: value as T | undefined }))
      })
  }, [name])
  const keep = useCallback(
    (value: T) => {
      setState({ ready: true, value })
      void memory().then((kept) => kept.put(name, value))
    },
    [name],
  )
  const drop = useCallback(() => {
    setState({ ready: true, value: undefined })
    void memory().then((kept) => kept.remove(name))
  }, [name])
  return { ready: state.ready, value: state.value, keep, drop }
}
