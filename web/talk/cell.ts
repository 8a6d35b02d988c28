// A value that screens follow. One writer each; the smallest thing that React can subscribe to.

import { useSyncExternalStore } from 'react'

export interface Cell<T> {
  get(): T
  set(value: T): void
  subscribe(listener: () => void): () => void
}

export function cell<T>(initial: T): Cell<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The cell's value; the screen is drawn again when it changes. */
export function useCell<T>(from: Cell<T>): T {
  return useSyncExternalStore(from.subscribe, from.get, from.get)
}
