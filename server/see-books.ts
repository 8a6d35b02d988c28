// Reading the year's handbook (B8) and the editions of plans (G1): part of the one door for reading. Who sees which of it is
// core/access/sent.ts; SQL is server/store.

import type { Actor } from '#core/access/actor.ts'
import { allowedTypes } from '#core/access/allowed.ts'
import { can } from '#core/access/can.ts'
import { seesBook, seesSent } from '#core/access/sent.ts'
import { isWithin, type UnitPath } from '#core/basics/tier.ts'
import {
  editionsId,
  editionThing,
  type IssuedEdition,
  type LayerHash,
  ownPlanOf,
} from '#core/edition/edition.ts'
import { type HandbookState, handbookId } from '#core/handbook/handbook.ts'
import { type ReceiptState, receiptDueAt } from '#core/receipt/receipt.ts'
import { streams } from '#core/streams.ts'
import { findPlanInForce } from '#core/who/campaign.ts'
import type { EditionList, EditionView, ExampleView, HandbookView, ReceiptView } from '#core/wire/view.ts'
import { writeLayer } from './plan/written-layer.ts'
import type { PlanShelf } from './plan-shelf.ts'
import { listEditions, listHandbooks, listPlansPutInForce, listReceipts } from './store/books.ts'
import type { Database } from './store/database.ts'
import { currentPlace, tokenOf } from './store/follow.ts'
import { findCampaign, namesOf, unitsAt } from './store/lists.ts'
import { findStreams } from './store/load.ts'
import type { Sealer } from './store/seal.ts'

export interface SeeBooks {
  /** What the bureaus of the actor's line, and those below him, entered of the handbook; struck entries too. */
  handbook(actor: Actor): Promise<HandbookView>
  /** Examples in force, as the bureaus of `unit` and above it entered them; of one situation where it is named. */
  examplesAt(actor: Actor, unit: UnitPath, scenario?: string): Promise<readonly ExampleView[]>
  /** What one unit's bureau entered; empty where it entered nothing. */
  bookOf(campaign: string, unit: UnitPath): Promise<HandbookState>
  /** The plan in force for the actor, and the editions of his line and of units below, newest first. */
  editions(actor: Actor): Promise<EditionList>
  /** A pinned layer as YAML. Plans are public to everybody who is signed in. */
  layerSource(layer: LayerHash): Promise<string | undefined>
}

interface Book {
  readonly stream: string
  readonly unit: UnitPath
  readonly state: HandbookState
}

export function openSeeBooks(house: {
  readonly db: Database
  readonly sealer: Sealer
  readonly plans: PlanShelf
}): SeeBooks {
  const { db, sealer, plans } = house
  /** Every phone's kit holds the examples: a handbook that has not changed is not opened again. */
  const known = new Map<string, { readonly version: number; readonly state: HandbookState }>()

  async function booksFor(campaign: string, wanted: (unit: UnitPath) => boolean): Promise<Book[]> {
    const heads = (await listHandbooks(db, campaign)).filter(({ unit }) => wanted(unit))
    const older = heads.filter(({ stream, version }) => known.get(stream)?.version !== version)
    for (const found of await findStreams(
      db,
      sealer,
      'handbook',
      older.map(({ stream }) => stream),
    )) {
      let state = streams.handbook.initial
      for (const event of found.events)
        state = streams.handbook.evolve(state, { ...event, stream: found.stream })
      known.set(found.stream, { version: found.version, state: state as HandbookState })
    }
    return heads.flatMap(({ stream, unit }) => {
      const state = known.get(stream)?.state
      return state ? [{ stream, unit, state }] : []
    })
  }

  const campaignOf = async ({ campaign }: Actor) => {
    const found = await findCampaign(db, campaign)
    if (!found) throw new Error(`campaign ${campaign} is not in the database`)
    return found
  }

  async function nameUnits(paths: readonly UnitPath[]): Promise<(path: UnitPath) => EditionView['unitName']> {
    const names = new Map((await unitsAt(db, [...new Set(paths)])).map(({ path, name }) => [path, name]))
    return (path) => names.get(path) ?? { zh: path, en: path }
  }

  async function namePersons(persons: readonly string[]): Promise<(person: string) => string> {
    const names = new Map(
      (await namesOf(db, [...new Set(persons)])).map(({ person, name }) => [person, name]),
    )
    return (person) => names.get(person) ?? ''
  }

  async function examplesIn(books: readonly Book[]): Promise<ExampleView[]> {
    const marks = books.flatMap(({ state }) => state.examples.flatMap((one) => [one.entered, one.struck]))
    const nameOf = await namePersons(marks.flatMap((mark) => mark?.person ?? []))
    const unitName = await nameUnits(books.map(({ unit }) => unit))
    return books.flatMap(({ stream, unit, state }) =>
      state.examples.map(({ entered, struck, title, ...one }) => ({
        ...one,
        handbook: stream,
        unit,
        unitName: unitName(unit),
        title: title ?? '',
        enteredAt: entered.at,
        enteredBy: nameOf(entered.person),
        ...(struck === undefined
          ? {}
          : {
              struck: {
                at: struck.at,
                by: nameOf(struck.person),
                ...(struck.reason === undefined ? {} : { reason: struck.reason }),
              },
            }),
      })),
    )
  }

  /** Editions that the actor may see, with the stream they stand in. */
  async function editionsFor(actor: Actor): Promise<{ stream: string; edition: IssuedEdition }[]> {
    const rows = await listEditions(db, actor.campaign)
    return rows
      .flatMap(({ stream, issued }) => issued.map((edition) => ({ stream, edition })))
      .filter(({ edition }) => seesSent(actor, edition))
      .sort((one, other) => other.edition.issuedAt - one.edition.issuedAt)
  }

  async function ownOf(actor: Actor, inForce: string): Promise<Pick<EditionList, 'own'>> {
    const { unit, campaign } = actor
    if (!('allowed' in can(actor, { kind: 'edition', type: 'IssueEdition' }, { unit, campaign }))) return {}
    for (const hash of await plans.layersOf(inForce))
      if ((await plans.findLayer(hash))?.layer.kind === actor.tier)
        return { own: { stream: editionsId(campaign, unit), layer: hash } }
    return { own: { stream: editionsId(campaign, unit) } }
  }

  return {
    async handbook(actor) {
      const token = tokenOf(await currentPlace(db))
      const { now } = await campaignOf(actor)
      const { unit, campaign } = actor
      const mayWrite =
        'allowed' in can(actor, { kind: 'handbook', type: 'EnterExamples' }, { unit, campaign })
      return {
        asOf: now,
        token,
        examples: await examplesIn(await booksFor(campaign, (one) => seesBook(actor, one))),
        ...(mayWrite ? { own: handbookId(campaign, unit) } : {}),
      }
    },

    async examplesAt(actor, unit, scenario) {
      const books = await booksFor(actor.campaign, (one) => isWithin(unit, one) && seesBook(actor, one))
      return (await examplesIn(books)).filter(
        (one) => !one.struck && (scenario === undefined || one.scenarios.includes(scenario)),
      )
    },

    async bookOf(campaign, unit) {
      const [book] = await booksFor(campaign, (one) => one === unit)
      return book?.state ?? (streams.handbook.initial as HandbookState)
    },

    async editions(actor) {
      const token = tokenOf(await currentPlace(db))
      const { now, state } = await campaignOf(actor)
      const inForce = findPlanInForce(state, actor.unit)
      if (inForce === undefined) throw new Error(`no plan is in force for ${actor.unit} in ${actor.campaign}`)
      const issued = await editionsFor(actor)
      const things = issued.map(({ stream, edition }) => editionThing(stream, edition.edition))
      const receipts = things.length === 0 ? [] : await listReceipts(db, things, actor.unit)
      const putInForce = issued.length === 0 ? [] : await listPlansPutInForce(db, actor.campaign)
      const unitName = await nameUnits([
        ...issued.map(({ edition }) => edition.unit),
        ...receipts.map(({ unit }) => unit),
      ])
      const nameOf = await namePersons([
        ...issued.map(({ edition }) => edition.by.person),
        ...receipts.flatMap((one) => one.state.received?.person ?? []),
      ])
      const editions = issued.map(({ stream, edition }, nth): EditionView => {
        const before = planBefore(putInForce, edition)
        return {
          id: stream,
          unit: edition.unit,
          unitName: unitName(edition.unit),
          edition: edition.edition,
          version: edition.version,
          issuedOn: edition.issuedOn,
          issuedAt: edition.issuedAt,
          issuedBy: nameOf(edition.by.person),
          layer: edition.layer,
          plan: ownPlanOf(edition) ?? '',
          ...(before === undefined ? {} : { before }),
          receipts: receipts
            .filter((one) => one.thing === things[nth])
            .map((one) => receiptView(actor, one, unitName(one.unit), nameOf)),
        }
      })
      return { asOf: now, token, inForce, editions, ...(await ownOf(actor, inForce)) }
    },

    async layerSource(hash) {
      const found = await plans.findLayer(hash)
      return found && (found.source ?? writeLayer(found.layer))
    },
  }
}

/** The plan that was in force for the issuing unit until this edition. */
function planBefore(
  putInForce: readonly { unit: UnitPath; plan: string; at: number }[],
  edition: IssuedEdition,
): string | undefined {
  const own = ownPlanOf(edition)
  const nth = putInForce.findIndex(
    ({ unit, plan, at }) => unit === edition.unit && plan === own && at >= edition.issuedAt,
  )
  const earlier = nth === -1 ? putInForce.filter(({ at }) => at < edition.issuedAt) : putInForce.slice(0, nth)
  // Put in force for a unit twice, the later one counts.
  const plans = Object.fromEntries(earlier.map(({ unit, plan }) => [unit, plan]))
  return findPlanInForce({ plans }, edition.unit)
}

function receiptView(
  actor: Actor,
  { stream, unit, state }: { stream: string; unit: UnitPath; state: ReceiptState },
  unitName: ReceiptView['unitName'],
  nameOf: (person: string) => string,
): ReceiptView {
  const { received, sent, revokedAt } = state
  const { campaign } = actor
  const may =
    received || revokedAt !== undefined
      ? []
      : allowedTypes(actor, 'receipt', { exists: true, unit, campaign })
  return {
    id: stream,
    unit,
    unitName,
    dueAt: receiptDueAt(state) ?? state.addressedAt,
    ...(received === undefined
      ? {}
      : {
          received: {
            at: received.at,
            name: nameOf(received.person),
            ...(received.postKind === undefined ? {} : { postKind: received.postKind }),
          },
        }),
    asksCarriedOut: sent?.carriedOut ?? false,
    chased: state.chased.length,
    revoked: revokedAt !== undefined,
    may: may.filter((type) => type !== 'CarryOut' || sent?.carriedOut === true),
  }
}
