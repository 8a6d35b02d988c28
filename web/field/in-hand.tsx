// The incident in hand, for the parts of its page: what is known of it, what may be done, and the one sheet in which any of them
// opens the form of a deed. Data come from incident-here.ts, forms are act-sheet.tsx.

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { awaits } from '#core/incident/awaits.ts'
import type { Deed, Incident } from '#core/incident/state.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { IncidentView } from '#core/wire/view.ts'
import { shellWords } from '#core/words/shell.ts'
import { type GivenAnswer, type OutboxItem, useAct } from '../talk/act.ts'
import { useTimeOfDay } from '../talk/clock-words.ts'
import { useJoined } from '../talk/joined.ts'
import { type NextDeed, nextDeed, PHONE } from '../talk/next-deed.ts'
import { useNow } from '../talk/now.ts'
import { isPossible, type Viewing } from '../talk/possible.ts'
import { useKit, useMe } from '../talk/session.tsx'
import { useSay, useText } from '../talk/words.tsx'
import { ActSheet } from './act-sheet.tsx'

export interface InHand extends Viewing {
  /** Absent while the server does not know the incident. */
  readonly view: IncidentView | undefined
  /** May the viewer do it, and does it make sense now? */
  may(type: string): boolean
  /** Is this what this post must do next? Only its button is filled. `id`: the answer, decision or task it is about. */
  isNext(kind: NextDeed['kind'], id?: string): boolean
  /** One's own commands that wait here and are about `id`. */
  waiting(type: string, id?: string): boolean
  nameOf(person: string): string
  /** Opens the form of a deed. */
  open(type: string, about?: string): void
  /** Gives a command without a form. */
  give(type: string, data: object): Promise<GivenAnswer>
}

const InHandContext = createContext<InHand | undefined>(undefined)

export interface InHandProviderProps {
  incident: Incident
  plan: EffectivePlan
  view: IncidentView | undefined
  /** What the server, or an unsent report, lets this post do. */
  may: readonly string[]
  pending: readonly OutboxItem[]
  nameOf: (person: string) => string
  children: ReactNode
}

export function InHandProvider(props: InHandProviderProps) {
  const { incident, plan, view, may, pending, nameOf, children } = props
  const { post } = useMe()
  const { give } = useAct()
  const [deed, setDeed] = useState<{ readonly type: string; readonly about?: string }>()
  const inHand = useMemo<InHand>(() => {
    const viewing: Viewing = { incident, plan, post, owed: view?.owed }
    const next = nextDeed(
      { incident, awaits: awaits(incident, plan), may },
      plan,
      { post, unconfirmed: false },
      PHONE,
    )
    return {
      ...viewing,
      view,
      isNext: (kind, id) => next?.kind === kind && (id === undefined || next.about === id),
      nameOf,
      may: (type) => may.includes(type) && isPossible(viewing, type),
      waiting: (type, id) =>
        pending.some(
          ({ command }) =>
            command.type === type && (id === undefined || Object.values(command.data).includes(id)),
        ),
      open: (type, about) => setDeed({ type, ...(about === undefined ? {} : { about }) }),
      give: (type, data) => give({ kind: 'incident', id: incident.id }, type, data),
    }
  }, [incident, plan, post, view, may, pending, nameOf, give])
  return (
    <InHandContext.Provider value={inHand}>
      {children}
      <ActSheet
        type={deed?.type}
        about={deed?.about}
        incident={incident}
        plan={plan}
        onClose={() => setDeed(undefined)}
      />
    </InHandContext.Provider>
  )
}

/** Only below `InHandProvider`. */
export function useInHand(): InHand {
  const inHand = useContext(InHandContext)
  if (!inHand) throw new Error('useInHand outside InHandProvider')
  return inHand
}

/** `何家宁·09:24`: who and when, for every fact on the page. */
export function useWhoWhen(): (deed: Pick<Deed, 'by' | 'occurredAt'>) => string {
  const { nameOf } = useInHand()
  const shell = useSay(shellWords)
  const me = useMe()
  const now = useNow(60_000)
  const timeOfDay = useTimeOfDay(me.campaign.zoneMinutes)
  const join = useJoined()
  return ({ by, occurredAt }) =>
    join(by.person === 'plan' ? shell('the-plan') : nameOf(by.person), timeOfDay(occurredAt, now))
}

/** What a room of the incident's school is called; its id while it is not known here. */
export function useRoomName(): (room: string | undefined) => string | undefined {
  const { incident } = useInHand()
  const kit = useKit()
  const text = useText()
  return useCallback(
    (room) => {
      if (room === undefined) return undefined
      const found = kit?.rooms.find((one) => one.unit === incident.unit && one.id === room)
      return found ? text(found.name) : room
    },
    [kit, incident.unit, text],
  )
}

/** A post by its name in the incident's plan. */
export function usePostName(): (post: string | undefined) => string {
  const { plan } = useInHand()
  const text = useText()
  return (post) => {
    const name = post === undefined ? undefined : plan.posts[post]?.name
    return name ? text(name) : (post ?? '')
  }
}
