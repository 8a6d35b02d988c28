// An incident as this device knows it: the server's last word with one's own waiting commands on top, or only those
// while the report itself still waits. What is not the server's is marked by `pending`.

import { useMemo } from 'react'
import type { Incident } from '#core/incident/state.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { advance, type PendingCommand } from '#core/sync/advance.ts'
import type { Problem } from '#core/wire/problem.ts'
import type { IncidentView, Me } from '#core/wire/view.ts'
import { type OutboxItem, useOutbox } from '../talk/act.ts'
import { useIncident } from '../talk/incidents.ts'
import { usePlan } from '../talk/plan.ts'
import { useMe } from '../talk/session.tsx'
import { asIncidentCommand, doerOf } from './report-command.ts'

export interface IncidentHere {
  readonly incident?: Incident
  readonly plan?: EffectivePlan
  /** Absent while the server does not know the incident. */
  readonly view?: IncidentView
  readonly problem?: Problem
  /** One's own commands on it that the server has not taken yet. */
  readonly pending: readonly OutboxItem[]
  readonly refused: readonly OutboxItem[]
  readonly asOf?: number
}

/** What may be done to a report that is still on this phone: field facts only. */
export const MAY_UNSENT: readonly string[] = [
  'StateFacts',
  'DoStep',
  'TakeMeasure',
  'SendMessage',
  'LogOral',
  'SeeOpinion',
  'Attach',
]

export function useIncidentHere(id: string): IncidentHere {
  const me = useMe()
  const { view, problem, asOf } = useIncident(id)
  const { items } = useOutbox()
  const mine = useMemo(
    () => items.filter((item) => item.command.stream.id === id && item.person === me.person.id),
    [items, id, me],
  )
  const base = view?.incident
  const ahead = useMemo(() => mine.filter((item) => isAhead(item, base?.version)), [mine, base])
  const first = ahead.find((item) => item.command.type === 'Report')
  const plan = usePlan(view?.plan.hash ?? planOf(first))
  const incident = useMemo(() => {
    if (!plan || (!base && !first)) return base
    return advance(
      id,
      base,
      ahead.flatMap((item) => asPending(item, me)),
      plan,
    ).incident
  }, [id, base, first, ahead, plan, me])
  return {
    pending: mine.filter((item) => item.state === 'waiting'),
    refused: mine.filter((item) => item.state === 'refused'),
    ...(incident && incident.status !== 'unreported' ? { incident } : {}),
    ...(plan ? { plan } : {}),
    ...(view ? { view } : {}),
    ...(problem ? { problem } : {}),
    ...(asOf === undefined ? {} : { asOf }),
  }
}

/** Waiting, or accepted by the server in a version that has not been fetched yet. */
function isAhead(item: OutboxItem, known: number | undefined): boolean {
  if (item.state === 'waiting') return true
  return item.state === 'delivered' && (item.answer?.version ?? 0) > (known ?? 0)
}

function planOf(report: OutboxItem | undefined): string | undefined {
  const plan = report?.command.data.plan
  return typeof plan === 'string' ? plan : undefined
}

function asPending(item: OutboxItem, me: Me): readonly PendingCommand[] {
  const command = asIncidentCommand(item.command)
  if (!command) return []
  return [{ id: item.command.id, by: doerOf(me), madeAt: item.command.madeAt, command }]
}
