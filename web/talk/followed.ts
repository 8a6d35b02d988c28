// Lists that a page shows while it is open: orders, proposals of likeness, the handbook, editions. What was seen last is there
// at once; news of the kinds a list is made of fetch it again. Incidents have files of their own (incidents.ts).

import { useEffect } from 'react'
import type { Instant } from '#core/basics/instant.ts'
import type { Problem } from '#core/wire/problem.ts'
import type { Change, EditionList, HandbookView, OrderList, SpreadList } from '#core/wire/view.ts'
import { type Cell, cell, useCell } from './cell.ts'
import { onChanges, onLink } from './incidents.ts'
import { campaignNow, hearNow } from './now.ts'
import { request } from './request.ts'

/** What a list is known to be: nothing yet, what came last, and why the last try brought nothing. */
export interface Followed<T> {
  readonly got?: T
  readonly asOf?: Instant
  readonly problem?: Problem
}

interface List<T> {
  readonly path: string
  readonly kinds: ReadonlySet<Change['kind']>
  readonly cell: Cell<Followed<T>>
  shown: number
  soon: boolean
}

function list<T extends { readonly asOf: Instant }>(path: string, ...kinds: Change['kind'][]): List<T> {
  return { path, kinds: new Set(kinds), cell: cell<Followed<T>>({}), shown: 0, soon: false }
}

const orders = list<OrderList>('/api/orders', 'order')
const spreads = list<SpreadList>('/api/spreads', 'spread')
const handbook = list<HandbookView>('/api/handbook', 'handbook')
const editions = list<EditionList>('/api/editions', 'edition', 'who')

/** Several changes within this time ask for one list, ms. */
const TOGETHER = 300

async function load<T extends { readonly asOf: Instant }>(of: List<T>): Promise<void> {
  const answer = await request<T>(of.path)
  if ('got' in answer) {
    hearNow(answer.got.asOf)
    of.cell.set({ got: answer.got, asOf: campaignNow() })
  } else if ('problem' in answer) of.cell.set({ ...of.cell.get(), problem: answer.problem })
}

function soon<T extends { readonly asOf: Instant }>(of: List<T>): void {
  if (of.soon) return
  of.soon = true
  setTimeout(() => {
    of.soon = false
    if (of.shown > 0) void load(of)
  }, TOGETHER)
}

function useList<T extends { readonly asOf: Instant }>(of: List<T>): Followed<T> {
  const known = useCell(of.cell)
  useEffect(() => {
    of.shown += 1
    void load(of)
    const ends = [
      onChanges((changes) => {
        if (changes.some((change) => of.kinds.has(change.kind))) soon(of)
      }),
      onLink(() => soon(of)),
    ]
    return () => {
      of.shown -= 1
      for (const end of ends) end()
    }
  }, [of])
  return known
}

/** E6: orders the viewer gave or was given, newest first. */
export function useOrders(): Followed<OrderList> {
  return useList(orders)
}

/** A2: one kind of event at several schools. */
export function useSpreads(): Followed<SpreadList> {
  return useList(spreads)
}

/** B8: what the bureaus of the line entered from the year's handbook. */
export function useHandbook(): Followed<HandbookView> {
  return useList(handbook)
}

/** G1: the plan in force and its editions. */
export function useEditions(): Followed<EditionList> {
  return useList(editions)
}

/** For whoever just changed one of them and does not want to wait for the news. */
export async function reloadLists(): Promise<void> {
  await Promise.all([
    orders.shown > 0 && load(orders),
    spreads.shown > 0 && load(spreads),
    handbook.shown > 0 && load(handbook),
    editions.shown > 0 && load(editions),
  ])
}

/** Another person has signed in: nothing of the last one is shown. */
export function forgetLists(): void {
  for (const of of [orders.cell, spreads.cell, handbook.cell, editions.cell] as Cell<object>[]) of.set({})
}
