// The plan a screen works by: the kit's, or the one an incident was handled under, fetched once and kept.

import { useEffect } from 'react'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { fromStore } from '#core/plan/stored.ts'
import { type Cell, cell, useCell } from './cell.ts'
import { KEPT, memory } from './device.ts'
import { request } from './request.ts'
import { useKit } from './session.tsx'

const plans = new Map<string, Cell<EffectivePlan | undefined>>()
const none = cell<EffectivePlan | undefined>(undefined)

function planCell(hash: string | undefined): Cell<EffectivePlan | undefined> {
  if (hash === undefined) return none
  let found = plans.get(hash)
  if (!found) {
    found = cell<EffectivePlan | undefined>(undefined)
    plans.set(hash, found)
  }
  return found
}

/** The kit's plan, or the one of `hash`; undefined until it is there. */
export function usePlan(hash?: string): EffectivePlan | undefined {
  const kit = useKit()
  const own = kit && (hash === undefined || kit.plan.hash === hash) ? kit.plan : undefined
  const fetched = useCell(planCell(own ? undefined : hash))
  const wanted = own || fetched ? undefined : hash
  useEffect(() => {
    if (wanted !== undefined) void loadPlan(wanted)
  }, [wanted])
  return own ?? fetched
}

async function loadPlan(hash: string): Promise<void> {
  const kept = await memory()
  const known = await kept.get(KEPT.plan(hash))
  if (known) {
    planCell(hash).set(fromStore(known as EffectivePlan))
    return
  }
  const answer = await request<EffectivePlan>(`/api/plans/${encodeURIComponent(hash)}`)
  if (!('got' in answer)) return
  planCell(hash).set(answer.got)
  await kept.put(KEPT.plan(hash), answer.got)
}
