// Incidents as the device knows them: the live list, the views, the overview. What was seen last is there at once,
// with the time it is of; news from the feed changes rows in place and fetches views again.

import { useEffect } from 'react'
import type { Instant } from '#core/basics/instant.ts'
import type { Problem } from '#core/wire/problem.ts'
import type { Change, IncidentList, IncidentRow, IncidentView, Me, Overview } from '#core/wire/view.ts'
import { type Cell, cell, useCell } from './cell.ts'
import { KEPT, memory } from './device.ts'
import { type Feed, makeFeed } from './feed.ts'
import type { Link } from './follow.ts'
import { campaignNow, hearNow } from './now.ts'
import { request } from './request.ts'

export type { Link } from './follow.ts'

interface Rows {
  /** Latest report first. */
  readonly rows: readonly IncidentRow[]
  readonly asOf?: Instant
  /** How many more there are than the server listed. */
  readonly more?: number
}

interface Viewed {
  readonly view?: IncidentView
  readonly problem?: Problem
  readonly asOf?: Instant
}

interface Seen {
  readonly overview?: Overview
}

const rowsCell = cell<Rows>({ rows: [] })
const linkCell = cell<Link>('polling')
const overviewCell = cell<Seen>({})
const views = new Map<string, Cell<Viewed>>()
/** Views and overview that a screen shows now: only those are fetched again when news come. */
const shown = new Map<string, number>()
let overviewShown = 0

const listeners = new Set<(changes: readonly Change[]) => void>()
let feed: Feed | undefined
let following: string | undefined
/** Told when the session is not valid any more, and when who holds which post changed. */
const outside: { signedOut: () => void; who: () => void } = { signedOut: () => {}, who: () => {} }

/** What the list cannot do itself: set once by main. */
export function onSession(told: { signedOut: () => void; who: () => void }): void {
  outside.signedOut = told.signedOut
  outside.who = told.who
}

/** Told of every change, for sounds and counts. */
export function onChanges(listener: (changes: readonly Change[]) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const signs = new Set<(sign: FollowSign) => void>()

/** reload: everything is to be asked for anew · ended: nobody is signed in, nothing may stay in sight. */
export type FollowSign = 'reload' | 'ended'

/** For other lists that follow the same stream. */
export function onFollowing(listener: (sign: FollowSign) => void): () => void {
  signs.add(listener)
  return () => signs.delete(listener)
}

function sign(what: FollowSign): void {
  for (const listener of [...signs]) listener(what)
}

/** Loads what was kept, asks for the list and follows. Called again for the same person it does nothing. */
export function startFollowing(me: Me): void {
  const who = `${me.person.id} ${me.post.id}`
  if (following === who) return
  following = who
  feed = makeFeed({
    changes: takeChanges,
    reload: () => {
      void loadRows()
      sign('reload')
    },
    signedOut: () => outside.signedOut(),
  })
  const own = feed
  own.link.subscribe(() => linkChanged(own.link.get()))
  void (async () => {
    const kept = await (await memory()).get(KEPT.rows)
    if (kept && rowsCell.get().asOf === undefined && feed === own) rowsCell.set(kept as Rows)
    const token = await loadRows()
    if (feed === own) own.start(token ?? '')
  })()
}

export function endFollowing(): void {
  feed?.stop()
  feed = undefined
  following = undefined
  rowsCell.set({ rows: [] })
  overviewCell.set({})
  views.clear()
  sign('ended')
}

function linkChanged(link: Link): void {
  const before = linkCell.get()
  linkCell.set(link)
  // Back from nowhere without a list of this visit: the feed's token was empty, so load all of it.
  if (before === 'offline' && link !== 'offline') {
    void loadRows()
    sign('reload')
  }
}

let loadingRows: Promise<string | undefined> | undefined

/** Fetches the whole list; its token, or undefined when no answer came. */
function loadRows(): Promise<string | undefined> {
  loadingRows ??= fetchRows().finally(() => {
    loadingRows = undefined
  })
  return loadingRows
}

async function fetchRows(): Promise<string | undefined> {
  const answer = await request<IncidentList>('/api/incidents?state=all')
  if ('problem' in answer) {
    if (answer.problem.status === 401) outside.signedOut()
    return undefined
  }
  if (!('got' in answer)) {
    linkCell.set('offline')
    return undefined
  }
  const { rows, asOf, token, more } = answer.got
  hearNow(asOf)
  const newer = rowsCell.get().rows
  setRows(
    mergeRows(
      rows,
      newer.filter((row) => rows.some((r) => r.id === row.id && r.version < row.version)),
    ),
    more,
  )
  for (const id of shown.keys()) if (isOld(id)) void loadView(id)
  if (overviewShown > 0) void loadOverview()
  return token
}

function isOld(id: string): boolean {
  const row = rowsCell.get().rows.find((one) => one.id === id)
  const view = views.get(id)?.get().view
  return row !== undefined && (view === undefined || view.incident.version < row.version)
}

function setRows(rows: readonly IncidentRow[], more = rowsCell.get().more ?? 0): void {
  const next = { rows, asOf: campaignNow(), more }
  rowsCell.set(next)
  void memory().then((kept) => kept.put(KEPT.rows, next))
}

/** `rows` with `news` put in: a row changes only to a later version, new ones come by time of report, latest first. */
export function mergeRows(
  rows: readonly IncidentRow[],
  news: readonly IncidentRow[],
): readonly IncidentRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const row of news) {
    const known = byId.get(row.id)
    if (!known || known.version <= row.version) byId.set(row.id, row)
  }
  return [...byId.values()].sort((a, b) => b.reportedAt - a.reportedAt || (a.id < b.id ? 1 : -1))
}

function takeChanges(changes: readonly Change[]): void {
  const rows = changes.flatMap((change) => (change.row ? [change.row] : []))
  const gone = changes.filter((change) => change.kind === 'incident' && !change.row).map((c) => c.stream)
  for (const row of rows) if (row.changedAt > campaignNow() + 5_000) outside.who()
  setRows(mergeRows(rowsCell.get().rows, rows).filter((row) => !gone.includes(row.id)))
  for (const id of shown.keys()) {
    if (changes.some((change) => touches(change, id))) void loadView(id)
  }
  if (changes.some((change) => change.kind === 'who')) outside.who()
  if (overviewShown > 0 && changes.some((change) => change.kind !== 'notice')) soonOverview()
  for (const listener of [...listeners]) listener(changes)
}

/** Does the change show in the view of incident `id`? Proposals and the handbook stand in views of several. */
function touches(change: Change, id: string): boolean {
  if (change.kind === 'twice' || change.kind === 'handbook') return true
  return change.stream === id || change.stream.startsWith(`${id}~`)
}

function viewCell(id: string): Cell<Viewed> {
  let found = views.get(id)
  if (!found) {
    found = cell<Viewed>({})
    views.set(id, found)
  }
  return found
}

/** The view as it is on the screen now; undefined when it never was here. */
export function findView(id: string): IncidentView | undefined {
  return views.get(id)?.get().view
}

const loadingViews = new Map<string, 'once' | 'again'>()

/** Fetches the view of an incident; news that come meanwhile fetch it once more. */
export async function loadView(id: string): Promise<void> {
  if (loadingViews.has(id)) {
    loadingViews.set(id, 'again')
    return
  }
  loadingViews.set(id, 'once')
  const into = viewCell(id)
  const answer = await request<IncidentView>(`/api/incidents/${encodeURIComponent(id)}`)
  const again = loadingViews.get(id) === 'again'
  loadingViews.delete(id)
  if ('got' in answer) {
    const viewed = { view: answer.got, asOf: campaignNow() }
    into.set(viewed)
    void memory().then((kept) => kept.put(KEPT.view(id), viewed))
  } else if ('problem' in answer) {
    if (answer.problem.status === 401) outside.signedOut()
    else into.set({ ...into.get(), problem: answer.problem })
  }
  if (again) await loadView(id)
}

let overviewSoon = false

/** Many changes at once ask for one overview. */
function soonOverview(): void {
  if (overviewSoon) return
  overviewSoon = true
  setTimeout(() => {
    overviewSoon = false
    void loadOverview()
  }, 500)
}

async function loadOverview(): Promise<void> {
  const answer = await request<Overview>('/api/overview')
  if (!('got' in answer)) return
  hearNow(answer.got.asOf)
  overviewCell.set({ overview: answer.got })
  void memory().then((kept) => kept.put(KEPT.overview, answer.got))
}

/** The live list, latest report first. `asOf`: campaign time of the last news, for 数据至. */
export function useIncidents(): {
  readonly rows: readonly IncidentRow[]
  readonly asOf: Instant | undefined
  readonly link: Link
  /** How many more there are than are listed: the lightest of the open ones, the oldest of all. */
  readonly more: number
} {
  const { rows, asOf, more = 0 } = useCell(rowsCell)
  return { rows, asOf, link: useCell(linkCell), more }
}

/** Is there a network: from what the stream and the requests met, not from what the device believes. */
export function useLink(): Link {
  return useCell(linkCell)
}

export function findLink(): Link {
  return linkCell.get()
}

export function onLink(listener: () => void): () => void {
  return linkCell.subscribe(listener)
}

/** One incident; fetched again when it changed, the last known one meanwhile. */
export function useIncident(id: string): Viewed {
  const viewed = useCell(viewCell(id))
  useEffect(() => {
    shown.set(id, (shown.get(id) ?? 0) + 1)
    void (async () => {
      const into = viewCell(id)
      if (into.get().view === undefined) {
        const kept = await (await memory()).get(KEPT.view(id))
        if (kept && into.get().view === undefined) into.set(kept as Viewed)
      }
      await loadView(id)
    })()
    return () => {
      const left = (shown.get(id) ?? 1) - 1
      if (left > 0) shown.set(id, left)
      else shown.delete(id)
    }
  }, [id])
  return viewed
}

/** Every school one cell; follows the list. */
export function useOverview(): Seen {
  const seen = useCell(overviewCell)
  useEffect(() => {
    overviewShown += 1
    void (async () => {
      const kept = await (await memory()).get(KEPT.overview)
      if (kept && overviewCell.get().overview === undefined) overviewCell.set({ overview: kept as Overview })
      await loadOverview()
    })()
    return () => {
      overviewShown -= 1
    }
  }, [])
  return seen
}
