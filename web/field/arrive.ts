// Arriving on a page: a new one begins at its top and says its name in the tab; going back finds the old place.

import { useEffect, useLayoutEffect } from 'react'
import { useLocation } from 'wouter'
import { shellWords } from '#core/words/shell.ts'
import { useSay } from '../talk/words.tsx'

let goingBack = false

/** Once, above all pages. */
export function useArrive(): void {
  const t = useSay(shellWords)
  const [location] = useLocation()
  useEffect(() => {
    const back = () => {
      goingBack = true
    }
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for every address, whatever it reads
  useLayoutEffect(() => {
    if (!goingBack) window.scrollTo(0, 0)
    goingBack = false
  }, [location])
  // The heading changes with language and data, so it is read after every drawing.
  useEffect(() => {
    const heading = document.querySelector('h1')?.firstChild?.textContent
    document.title = heading ? `${heading}·${t('product')}` : t('product')
  })
}
