// Lists that the server gives whole and that follow the ledger: orders from above, proposals of spread, editions of plans,
// the year's handbook. The last one known is there at once, also without a network. Incidents have their own (incidents.ts).

import { useEffect } from 'react'
import type { Problem } from '#core/wire/problem.ts'
import type { Change, EditionList, HandbookView, OrderList, SpreadList } from '#core/wire/view.ts'
import { onGiven } from './act.ts'
import { type Cell, cell, useCell } from './cell.ts'
import { KEPT, memory } from './device.ts'
import { onChanges, onFollowing } from './incidents.ts'
import { request } from './request.ts'
import { markLapsed } from './session.tsx'

/** `list` is the last one known; `problem` why there is none newer. */
export interface Listed<T> {
  readonly list?: T
  readonly problem?: Problem
}

interface LiveList<T> {
  readonly cell: Cell<Listed<T>>
  /** Screens that show it now. */
  shown: number
  load(): Promise<void>
  begin(): Promise<void>
}

/** `kinds`: changes and commands after which it is asked for again. */
function liveList<T>(
  path: string,
  kept: string,
  kinds: readonly (Change['kind'] | 'receipt')[],
): LiveList<T> {
  const own = cell<Listed<T>>({})
  let loading: Promise<void> | undefined
  let again = false

  async function fetchList(): Promise<void> {
    const answer = await request<T>(path)
    if ('got' in answer) {
      own.set({ list: answer.got })
      await (await memory()).put(kept, answer.got)
    } else if ('problem' in answer) {
      if (answer.problem.status === 401) markLapsed()
      else own.set({ ...own.get(), problem: answer.problem })
    }
    if (!again) return
    again = false
    await fetchList()
  }

  const list: LiveList<T> = {
    cell: own,
    shown: 0,
    load: () => {
      if (loading) again = true
      loading ??= fetchList().finally(() => {
        loading = undefined
      })
      return loading
    },
    begin: async () => {
      if (own.get().list === undefined) {
        const known = await (await memory()).get(kept)
        if (known && own.get().list === undefined) own.set({ list: known as T })
      }
      await list.load()
    },
  }
  const news = (of: (kind: string) => boolean) => {
    if (list.shown > 0 && kinds.some(of)) void list.load()
  }
  onChanges((changes) => news((kind) => changes.some((change) => change.kind === kind)))
  onGiven((given) => news((kind) => given.has(kind)))
  onFollowing((sign) => {
    if (sign === 'ended') own.set({})
    else if (list.shown > 0) void list.load()
  })
  return list
}

function useList<T>(list: LiveList<T>): Listed<T> {
  const listed = useCell(list.cell)
  useEffect(() => {
    list.shown += 1
    void list.begin()
    return () => {
      list.shown -= 1
    }
  }, [list])
  return listed
}

const orders = liveList<OrderList>('/api/orders', KEPT.orders, ['order', 'receipt'])
const spreads = liveList<SpreadList>('/api/spreads', KEPT.spreads, ['spread', 'incident'])
const editions = liveList<EditionList>('/api/editions', KEPT.editions, ['edition', 'receipt'])
const handbook = liveList<HandbookView>('/api/handbook', KEPT.handbook, ['handbook'])

/** Orders the viewer may see, newest first (E6). */
export function useOrders(): Listed<OrderList> {
  return useList(orders)
}

/** Proposals that several schools have one kind of event (A2); for county and above. */
export function useSpreads(): Listed<SpreadList> {
  return useList(spreads)
}

/** The plan in force and the editions of its layers (G1). */
export function useEditions(): Listed<EditionList> {
  return useList(editions)
}

/** Examples of the year's handbook as the bureaus of the line entered them (B8). */
export function useHandbook(): Listed<HandbookView> {
  return useList(handbook)
}
