// Seen is the receiver's own looking (C1): said of a notice once, only while the page is in sight. Without a network it
// waits for the next time the page is looked at, and never stands in the outbox among what was done.

import { useEffect } from 'react'
import { useAct } from './act.ts'
import { useLink } from './incidents.ts'
import { useMe } from './session.tsx'

/** Person and notice, for as long as the page lives: opening an incident again says nothing twice. */
const marked = new Set<string>()

/** Marks the notices of `unseen` (`ownNotices`) as seen by whoever is signed in. */
export function useMarkSeen(unseen: readonly string[]): void {
  const { person } = useMe()
  const { giveAll } = useAct()
  const link = useLink()
  const wanted = unseen.join(' ')
  useEffect(() => {
    if (wanted === '' || link === 'offline') return
    const mark = () => {
      if (document.visibilityState !== 'visible') return
      const fresh = wanted.split(' ').filter((id) => !marked.has(`${person.id} ${id}`))
      if (fresh.length === 0) return
      for (const id of fresh) marked.add(`${person.id} ${id}`)
      void giveAll(fresh.map((id) => ({ stream: { kind: 'notice', id }, type: 'MarkSeen', data: {} })))
    }
    mark()
    document.addEventListener('visibilitychange', mark)
    return () => document.removeEventListener('visibilitychange', mark)
  }, [wanted, link, person.id, giveAll])
}
