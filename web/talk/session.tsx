// Who is signed in, with which post and kit. What was known last is shown at once, also without a network and after
// the session lapsed; only signing out forgets it. How one signs in is the screen /choose.

import { createContext, type ReactNode, useContext, useEffect } from 'react'
import type { Kit, Me } from '#core/wire/view.ts'
import { cell, useCell } from './cell.ts'
import { forgetPerson, KEPT, memory } from './device.ts'
import { endFollowing, startFollowing } from './incidents.ts'
import { clockToKeep, hearKept, hearNow } from './now.ts'
import { onReached, request } from './request.ts'

/** starting: memory not read yet · absent: nobody, as the server says · unreached: nobody known and no answer. */
type SessionState =
  | { readonly state: 'starting' }
  | { readonly state: 'absent' }
  | { readonly state: 'unreached' }
  | { readonly state: 'known'; readonly me: Me; readonly lapsed: boolean }

const session = cell<SessionState>({ state: 'starting' })
const kitCell = cell<Kit | undefined>(undefined)

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('huce.session')
channel?.addEventListener('message', () => window.location.reload())

const MeContext = createContext<Me | undefined>(undefined)

export interface SessionProviderProps {
  children: ReactNode
  /** While the memory is read: a moment. */
  starting: ReactNode
  /** Nobody is signed in. */
  absent: ReactNode
  /** Nobody is known here and the server cannot be reached: emergency numbers and trying again. */
  unreached: (again: () => void) => ReactNode
}

/** Draws `children` once it is known who is there. */
export function SessionProvider({ children, starting, absent, unreached }: SessionProviderProps) {
  const now = useCell(session)
  useEffect(() => {
    void beginSession()
  }, [])
  if (now.state === 'starting') return starting
  if (now.state === 'absent') return absent
  if (now.state === 'unreached') return unreached(() => void loadMe())
  return <MeContext.Provider value={now.me}>{children}</MeContext.Provider>
}

let begun = false

async function beginSession(): Promise<void> {
  if (begun) return
  begun = true
  const kept = await memory()
  const [me, kit, clock] = await Promise.all([kept.get(KEPT.me), kept.get(KEPT.kit), kept.get(KEPT.clock)])
  if (clock) hearKept(clock as ReturnType<typeof clockToKeep>)
  if (kit) kitCell.set(kit as Kit)
  if (me) {
    session.set({ state: 'known', me: me as Me, lapsed: false })
    startFollowing(me as Me)
  }
  // A start without an answer is made good as soon as any request gets through.
  onReached((reached) => {
    if (reached && needsMe) void loadMe()
  })
  window.addEventListener('online', () => {
    if (needsMe) void loadMe()
  })
  setInterval(() => {
    if (needsMe && session.get().state === 'unreached') void loadMe()
    void kept.put(KEPT.clock, clockToKeep())
  }, 10_000)
  await loadMe()
}

let needsMe = true
let loading = false

/** Asks again who is signed in and what the kit holds. */
export async function loadMe(): Promise<void> {
  if (loading) return
  loading = true
  const answer = await request<Me>('/api/me')
  loading = false
  if ('got' in answer) {
    needsMe = false
    await takeMe(answer.got)
  } else if ('problem' in answer && answer.problem.status === 401) {
    needsMe = false
    markLapsed()
  } else if (session.get().state === 'starting') session.set({ state: 'unreached' })
}

async function takeMe(me: Me): Promise<void> {
  hearNow(me.now, me.rate)
  const before = session.get()
  const same =
    before.state === 'known' && before.me.person.id === me.person.id && before.me.post.id === me.post.id
  if (before.state === 'known' && !same) {
    endFollowing()
    await forgetPerson()
    kitCell.set(undefined)
  }
  session.set({ state: 'known', me, lapsed: false })
  startFollowing(me)
  const kept = await memory()
  await kept.put(KEPT.me, me)
  await kept.put(KEPT.clock, clockToKeep())
  await loadKit()
}

/** Asks for the kit; the browser's own cache answers when nothing changed (ETag). */
export async function loadKit(): Promise<void> {
  const answer = await request<Kit>('/api/kit')
  if (!('got' in answer)) return
  kitCell.set(answer.got)
  await (await memory()).put(KEPT.kit, answer.got)
}

/** The server does not know the session any more. Steps, contacts, report and outbox stay open all the same. */
export function markLapsed(): void {
  const now = session.get()
  if (now.state === 'known') session.set({ ...now, lapsed: true })
  else session.set({ state: 'absent' })
}

/** Who is signed in, or was last. Only below `SessionProvider`. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe outside SessionProvider')
  return me
}

/** For what is drawn whether or not somebody is signed in. */
export function findMe(): Me | undefined {
  const now = session.get()
  return now.state === 'known' ? now.me : undefined
}

/** True when the session lapsed: everything stays usable, only delivering waits for signing in again. */
export function useLapsed(): boolean {
  const now = useCell(session)
  return now.state === 'known' && now.lapsed
}

/** Plan, contacts, units and rooms at hand; undefined only at the very first start. */
export function useKit(): Kit | undefined {
  return useCell(kitCell)
}

/** The server accepted a sign-in: everything is loaded for the new person, in every tab. */
export async function signedIn(me: Me): Promise<void> {
  needsMe = false
  await takeMe(me)
  channel?.postMessage('changed')
}

/** Signs out: the one act that forgets what the device knew of this person. The outbox keeps what was not sent. */
export function useSignOut(): () => Promise<void> {
  return async () => {
    await request('/api/sign-out', {})
    endFollowing()
    await forgetPerson()
    kitCell.set(undefined)
    session.set({ state: 'absent' })
    channel?.postMessage('changed')
  }
}

/** Acts in another of one's posts from now on. True when the server agreed. */
export function useSwitchPost(): (post: string) => Promise<boolean> {
  return async (post) => {
    const answer = await request<Me>('/api/me/post', { post })
    if (!('got' in answer)) return false
    await signedIn(answer.got)
    return true
  }
}
