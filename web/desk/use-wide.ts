// Is there room for the incident in hand beside the two lists? Below 1200 px it is a page of its own.

import { useSyncExternalStore } from 'react'

// The same line as in look/desk.css: in em, so that enlarged text counts.
const WIDE = '(min-width: 75em)'

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(WIDE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(WIDE).matches)
}
