// While a file of the incident in hand is still on its way, the view is asked for again: the bytes of a file are no event, so
// nothing in the stream of changes tells that they have arrived.

import { useEffect } from 'react'
import type { IncidentView } from '#core/wire/view.ts'
import { loadView } from '../talk/incidents.ts'

/** How long until it is asked again, ms. */
const AGAIN = 10_000

/** Is a file named whose bytes are not all here, nor refused? */
export function isFileComing({ incident, files }: Pick<IncidentView, 'incident' | 'files'>): boolean {
  return incident.files.some(({ file }) => {
    const known = files.find((one) => one.file === file)
    return known === undefined || known.state === 'coming'
  })
}

export function useComingFiles(view: IncidentView): void {
  const { id } = view.incident
  const coming = isFileComing(view)
  useEffect(() => {
    if (!coming) return
    const timer = setInterval(() => void loadView(id), AGAIN)
    return () => clearInterval(timer)
  }, [id, coming])
}
