// What changed, for whoever listens: events of the ledger as changes of things, read once for everybody and asked for each listener.
// Part of the one door for reading; who may hear of what is core/access, how it travels server/live.ts and server/http.

import type { Actor } from '#core/access/actor.ts'
import { type Scope, scope, seesRow } from '#core/access/scope.ts'
import { seesBook, seesReceipt, seesSent, seesSpread } from '#core/access/sent.ts'
import type { UnitPath } from '#core/basics/tier.ts'
import type { Change } from '#core/wire/view.ts'
import type { SeeHouse } from './see-house.ts'
import { type News, tokenOf } from './store/follow.ts'
import { type HeardRow, rowsForAll, thingByNotice } from './store/heard.ts'
import { rowFor } from './store/lists.ts'
import { addresseesOf, proposedOf, thingByReceipt } from './store/sent-lists.ts'

export interface SeeChanges {
  /**
   * What of `news` each actor may hear of, as changes of things he may see: read once, asked for every listener. One change
   * per thing, in the order of its last event, with the token of that event: resuming after any of them misses nothing.
   */
  changes(news: readonly News[]): Promise<(actor: Actor) => Change[]>
}

/** One thing that something happened to. */
interface Touched {
  readonly kind: Change['kind']
  readonly stream: string
  readonly campaign: string
  /** Where it lies. */
  readonly place: UnitPath
  readonly token: string
  /** Units whose answers are all that is new of it; undefined: the thing itself. */
  readonly answered?: readonly UnitPath[]
}

export function openSeeChanges({ db }: Pick<SeeHouse, 'db'>): SeeChanges {
  return {
    async changes(news) {
      const touched = await touchedBy(news)
      const of = (...kinds: Change['kind'][]) =>
        touched.flatMap((one) => (kinds.includes(one.kind) ? one.stream : []))
      const incidents = of('incident', 'notice')
      const rows = incidents.length === 0 ? [] : await rowsForAll(db, incidents)
      const byId = new Map(rows.map((heard) => [heard.listed.row.id, heard]))
      const sent = of('order', 'edition')
      const addressees =
        sent.length === 0 ? new Map<string, readonly UnitPath[]>() : await addresseesOf(db, sent)
      const spreads = of('spread')
      // What is only being watched is nobody's business yet.
      const proposed = spreads.length === 0 ? new Set<string>() : await proposedOf(db, spreads)
      // A thing out of sight is not mentioned at all: that something changed there is itself a leak.
      return (actor) => {
        const sight = scope(actor)
        return touched.flatMap((one): Change[] => {
          const { token, kind, stream } = one
          if (one.campaign !== actor.campaign) return []
          if (kind === 'incident' || kind === 'notice') {
            const heard = byId.get(stream)
            return heard && isHeard(sight, heard)
              ? [{ token, kind, stream, row: rowFor(sight, heard.listed) }]
              : []
          }
          if (kind === 'spread' && !proposed.has(stream)) return []
          return hears(actor, sight, one, addressees.get(stream)) ? [{ token, kind, stream }] : []
        })
      }
    },
  }

  /** The things that news are about, each once, in the order of its last event. */
  async function touchedBy(news: readonly News[]): Promise<readonly Touched[]> {
    const idsOf = (kind: string) => [
      ...new Set(news.filter((one) => one.kind === kind).map((one) => one.stream)),
    ]
    const [notices, receipts] = [idsOf('notice'), idsOf('receipt')]
    const ofNotice = notices.length === 0 ? new Map<string, Thing>() : await thingByNotice(db, notices)
    const answeredBy = [
      ...receipts,
      ...[...ofNotice.values()].flatMap(({ kind, thing }) => (kind === 'receipt' ? thing : [])),
    ]
    const ofReceipt =
      answeredBy.length === 0 ? new Map<string, Thing>() : await thingByReceipt(db, answeredBy)
    const last = new Map<string, Touched>()
    for (const one of news) {
      const found = touchOf(one, ofNotice, ofReceipt)
      if (!found) continue
      const key = `${found.kind === 'notice' ? 'incident' : found.kind}/${found.stream}`
      const before = last.get(key)
      last.delete(key)
      last.set(key, before ? together(before, found) : found)
    }
    return [...last.values()]
  }
}

interface Thing {
  readonly kind: string
  readonly thing: string
}

/** What one event is news of; undefined for what nobody follows. */
function touchOf(
  { kind, stream, type, campaign, place, at }: News,
  ofNotice: ReadonlyMap<string, Thing>,
  ofReceipt: ReadonlyMap<string, Thing>,
): Touched | undefined {
  const token = tokenOf(at)
  const touched = (what: Change['kind'], of = stream): Touched => ({
    kind: what,
    stream: of,
    campaign,
    place,
    token,
  })
  switch (kind) {
    case 'incident':
    case 'order':
    case 'spread':
    case 'handbook':
    case 'edition':
      return touched(kind)
    case 'twice':
      // Every report is noted; only a proposal, and what came of it, is seen.
      return type === 'ReportNoted' ? undefined : touched(kind)
    case 'receipt':
      return answer(stream)
    case 'notice': {
      const of = ofNotice.get(stream)
      if (of?.kind === 'receipt') return answer(of.thing)
      if (of?.kind === 'incident') return touched('notice', of.thing)
      return of?.kind === 'spread' || of?.kind === 'twice' ? touched(of.kind, of.thing) : undefined
    }
    default:
      return undefined
  }

  function answer(receipt: string): Touched | undefined {
    const of = ofReceipt.get(receipt)
    if (of?.kind === 'order') return { ...touched('order', of.thing), answered: [place] }
    // What a receipt of an edition is of names the edition's number as well.
    if (of?.kind === 'edition')
      return { ...touched('edition', of.thing.replace(/~\d+$/, '')), answered: [place] }
    return undefined
  }
}

/** Two pieces of news of one thing: the later token, and the graver of the two. */
function together(before: Touched, after: Touched): Touched {
  const kind = before.kind === 'incident' ? before.kind : after.kind
  if (before.answered && after.answered)
    return { ...after, kind, answered: [...new Set([...before.answered, ...after.answered])] }
  const { answered: _answered, ...whole } = after
  return { ...whole, kind }
}

function hears(
  actor: Actor,
  sight: Scope,
  { kind, place, answered }: Touched,
  to: readonly UnitPath[] = [],
): boolean {
  switch (kind) {
    case 'order':
    case 'edition':
      // Of an answer whoever stands above the unit hears, and the unit itself; neighbours have nothing to reload.
      return answered
        ? answered.some((unit) => seesReceipt(actor, unit))
        : seesSent(actor, { unit: place, to })
    case 'spread':
      return seesSpread(actor, place)
    case 'twice':
      return !sight.ownOnly && seesReceipt(actor, place)
    case 'handbook':
      return seesBook(actor, place)
    default:
      return false
  }
}

/** The rule of lists, for one row in memory. */
function isHeard(sight: Scope, { listed: { row }, campaign, reporter, concerned }: HeardRow): boolean {
  return seesRow(sight, {
    kind: 'incident',
    unit: row.unit,
    campaign,
    confined: row.confined,
    reporter,
    concerned: concerned.has(sight.person),
  })
}
