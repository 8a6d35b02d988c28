// Reading the year's handbook (B8) and the editions of plans (G1): part of the one door for reading. Who sees which of it is
// core/access/sent.ts; SQL is server/store.

import type { Actor } from '#core/access/actor.ts'
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
import { streams } from '#core/streams.ts'
import { findPlanInForce } from '#core/who/campaign.ts'
import type { EditionList, EditionView, ExampleView, HandbookView } from '#core/wire/view.ts'
import { writeLayer } from './plan/written-layer.ts'
import { personsIn, receiptView } from './receipt-view.ts'
import { campaignOf, foldOf, namePersons, nameUnits, type SeeHouse } from './see-house.ts'
import { listEditions, listHandbooks, listPlansPutInForce, listReceipts } from './store/books.ts'
import { currentPlace, tokenOf } from './store/follow.ts'
import { findStreams } from './store/load.ts'

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

export function openSeeBooks(house: SeeHouse): SeeBooks {
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
      known.set(found.stream, { version: found.version, state: foldOf('handbook', found) as HandbookState })
    }
    return heads.flatMap(({ stream, unit }) => {
      const state = known.get(stream)?.state
      return state ? [{ stream, unit, state }] : []
    })
  }

  async function examplesIn(books: readonly Book[]): Promise<ExampleView[]> {
    // Most campaigns begin so, and every kit asks.
    if (books.length === 0) return []
    const marks = books.flatMap(({ state }) => state.examples.flatMap((one) => [one.entered, one.struck]))
    const nameOf = await namePersons(
      db,
      marks.flatMap((mark) => mark?.person ?? []),
    )
    const unitName = await nameUnits(
      db,
      books.map(({ unit }) => unit),
    )
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
      const { now } = await campaignOf(db, actor)
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
      const { now, state } = await campaignOf(db, actor)
      const inForce = findPlanInForce(state, actor.unit)
      if (inForce === undefined) throw new Error(`no plan is in force for ${actor.unit} in ${actor.campaign}`)
      const issued = await editionsFor(actor)
      const things = issued.map(({ stream, edition }) => editionThing(stream, edition.edition))
      const receipts = things.length === 0 ? [] : await listReceipts(db, things, actor.unit)
      const putInForce = issued.length === 0 ? [] : await listPlansPutInForce(db, actor.campaign)
      const unitName = await nameUnits(db, [
        ...issued.map(({ edition }) => edition.unit),
        ...receipts.map(({ unit }) => unit),
      ])
      const nameOf = await namePersons(db, [
        ...issued.map(({ edition }) => edition.by.person),
        ...receipts.flatMap((one) => personsIn(one.state)),
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
