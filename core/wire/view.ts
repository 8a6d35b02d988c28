// What screens are given: views, never events. Made by server/see, held by web/local.
// Instants are milliseconds since 1970-01-01T00:00:00Z in campaign time.

import type { PairState } from '../alike/twice.ts'
import type { Instant } from '../basics/instant.ts'
import type { RefusalCode } from '../basics/refusal.ts'
import type { NoticeKind } from '../basics/stream.ts'
import type { Text } from '../basics/text.ts'
import type { Tier, UnitPath } from '../basics/tier.ts'
import type { LayerHash } from '../edition/edition.ts'
import type { EnteredExample } from '../handbook/handbook.ts'
import type { Await, AwaitKind } from '../incident/awaits.ts'
import type { Obligation } from '../incident/obligations.ts'
import type { IncidentRow } from '../incident/row.ts'
import type { Incident } from '../incident/state.ts'
import type { PlanChange } from '../plan/changes.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import type { EventLevel, ResponseLevel } from '../plan/grade-types.ts'
import type { Role } from '../plan/layer.ts'
import type { Problem } from '../plan/problem.ts'
import type { CampaignKind, Room, Session } from '../who/campaign.ts'
import type { PinnedPlan } from './pinned-plan.ts'

export type { Await, AwaitKind, IncidentRow }

export interface UnitName {
  readonly path: UnitPath
  readonly tier: Tier
  readonly name: Text
  readonly letters: string
  readonly order: number
  readonly code: string
}

/** A seat the signed-in person holds. */
export interface MyPost {
  /** Post stream. */
  readonly id: string
  readonly kind: string
  readonly role: Role
  readonly tier: Tier
  readonly unit: UnitPath
  readonly room?: string
  readonly substitute: boolean
}

/** GET /api/me */
export interface Me {
  readonly person: { readonly id: string; readonly name: string }
  /** The post this session acts in. */
  readonly post: MyPost
  readonly posts: readonly MyPost[]
  /** Own unit first, then its ancestors. */
  readonly units: readonly UnitName[]
  readonly campaign: {
    readonly id: string
    readonly kind: CampaignKind
    readonly name: Text
    readonly zoneMinutes: number
    readonly sessions: readonly Session[]
  }
  /** Campaign time at the answer, and how fast it runs: screens keep their own clock from it. */
  readonly now: Instant
  readonly rate: number
  readonly demo: boolean
}

export interface Contact {
  readonly person: string
  readonly name: string
  readonly phone: string
  readonly postKind: string
  readonly unit: UnitPath
  readonly room?: string
  readonly substitute: boolean
}

/** GET /api/kit: what a device needs at hand without a network. */
export interface Kit {
  readonly asOf: Instant
  readonly plan: EffectivePlan
  readonly contacts: readonly Contact[]
  readonly units: readonly UnitName[]
  /** Test rooms of the units this post may see. */
  readonly rooms: readonly (Room & { readonly unit: UnitPath })[]
  /** What the bureaus of the line entered of the year's handbook, in force. */
  readonly examples: readonly ExampleView[]
}

/** A clock of the incident: one limit that runs, was kept or was missed. */
export interface LimitView {
  readonly limit: string
  readonly name: Text
  readonly clause: string
  readonly owedBy: string
  readonly startedAt: Instant
  readonly dueAt: Instant
  readonly stoppedAt?: Instant
  /** Set once it is known. */
  readonly kept?: boolean
  /** Kept by a device's word only: the deed reached us after the limit's end. */
  readonly claimed?: true
  /** Never done: the incident was closed without it, at `stoppedAt`. */
  readonly undone?: true
  /** Its clock runs where the incident was joined to, as the same matter. */
  readonly carried?: true
  /** What had started it was struck through as wrong: it was nobody's duty. */
  readonly struck?: true
  /** Who is told when it passes, next in turn. */
  readonly next?: { readonly post: string; readonly who: 'holder' | 'substitute'; readonly at: Instant }
}

/** A post that was told of the incident, and how far it got with each person. */
export interface ToldView {
  /** Notice stream: mark seen and confirm go there. */
  readonly notice: string
  readonly postKind: string
  readonly unit: UnitPath
  readonly what: NoticeKind
  readonly toldAt: Instant
  readonly urgent: boolean
  /** Empty when nobody holds the post: said loudly. */
  readonly persons: readonly {
    readonly id: string
    readonly who: 'holder' | 'substitute'
    readonly seenAt?: Instant
    readonly confirmedAt?: Instant
  }[]
}

/** GET /api/incidents/:id */
export interface IncidentView {
  readonly incident: Incident
  readonly limits: readonly LimitView[]
  readonly awaits: readonly Await[]
  readonly told: readonly ToldView[]
  /** Names and numbers of everybody the incident mentions, by person id. */
  readonly people: Readonly<
    Record<string, { readonly name: string; readonly phone?: string; readonly postKind?: string }>
  >
  /** Command types the viewer's post may give on this incident now. */
  readonly may: readonly string[]
  /** The plan it is handled under. */
  readonly plan: PinnedPlan
  readonly unitName: Text
  /** Other incidents of the same situation the viewer may see, newest first. */
  readonly similar: readonly IncidentRow[]
  /** What is still owed before it may be closed, in order. */
  readonly owed: readonly Obligation[]
  /** What the year's handbook has for the situation, as the bureaus of the line entered it. */
  readonly examples: readonly ExampleView[]
  /** How far each file has come that the incident names, and files that came before their event. */
  readonly files: readonly FileView[]
  /** The incident it stands under, and those that stand under it, as far as the viewer may see them. */
  readonly under?: IncidentRow
  readonly members: readonly IncidentRow[]
  /** Reports that may be the same matter as this one. */
  readonly twice: readonly TwiceView[]
}

/**
 * How far the bytes of a file have come. `refused`: not taken, and why; said where the file would stand. `gone`: the key
 * was destroyed when the time of the text was over.
 */
export interface FileView {
  readonly file: string
  readonly kind: 'photo' | 'document' | 'voice'
  /** As sent; `type` as the content says, once it is known. */
  readonly size: number
  readonly type?: string
  readonly state: 'coming' | 'ready' | 'refused' | 'gone'
  /** Bytes that are here: sending goes on from there. */
  readonly received: number
  readonly refused?: RefusalCode
}

/** An example of the year's handbook as a bureau entered it (B8). */
export interface ExampleView {
  /** Handbook stream and the example in it. */
  readonly handbook: string
  readonly example: string
  readonly unit: UnitPath
  readonly unitName: Text
  readonly document: string
  readonly year: number
  readonly place: string
  readonly title: string
  readonly handling?: string
  readonly scenarios: readonly string[]
  readonly enteredAt: Instant
  readonly enteredBy: string
  readonly struck?: { readonly at: Instant; readonly by: string; readonly reason?: string }
}

/** GET /api/handbook: what the bureaus of the viewer's line entered. Names are of persons, for the heading of each line. */
export interface HandbookView {
  readonly asOf: Instant
  readonly token: string
  readonly examples: readonly ExampleView[]
  /** The stream the viewer may write to; absent when he may not. */
  readonly own?: string
}

/** POST /api/handbook/read: rows of a file, with what is wrong in which; nothing is stored. */
export interface ReadExamples {
  readonly rows: readonly {
    /** Row of the sheet, from 1. */
    readonly row: number
    readonly example?: Omit<EnteredExample, 'example'>
    readonly problems: readonly { readonly column: string; readonly message: Text }[]
    /** It stands there already. */
    readonly known: boolean
  }[]
  /** What is wrong with the file as a whole: no heading row, not a table. */
  readonly problem?: Text
}

/** Two reports of one school that may be one matter. */
export interface TwiceView {
  readonly stream: string
  readonly first: string
  readonly second: string
  readonly state: PairState
  readonly at: Instant
  /** May the viewer decide on it? */
  readonly may: readonly string[]
}

/** GET /api/orders */
export interface OrderList {
  readonly asOf: Instant
  readonly token: string
  /** Newest first. */
  readonly orders: readonly OrderView[]
}

export interface OrderView {
  readonly id: string
  readonly unit: UnitPath
  readonly unitName: Text
  /** Kind in the plan of `plan`. */
  readonly kind: string
  readonly plan: string
  readonly words: string
  readonly from?: Instant
  readonly until?: Instant
  readonly incident?: string
  readonly givenAt: Instant
  readonly givenBy: { readonly id: string; readonly name: string; readonly postKind?: string }
  readonly withdrawn?: { readonly at: Instant; readonly reason?: string }
  /** Of the units the viewer may see: his own first. */
  readonly receipts: readonly ReceiptView[]
  readonly may: readonly string[]
}

/** One unit's answer to an order or an issued plan. */
export interface ReceiptView {
  readonly id: string
  readonly unit: UnitPath
  readonly unitName: Text
  readonly dueAt: Instant
  readonly received?: { readonly at: Instant; readonly name: string; readonly postKind?: string }
  readonly carriedOut?: { readonly at: Instant; readonly name: string; readonly effect?: string }
  /** Is "carried out" asked for? */
  readonly asksCarriedOut: boolean
  /** How often somebody was told that it has not been answered. */
  readonly chased: number
  readonly revoked: boolean
  readonly may: readonly string[]
}

/** GET /api/spreads: proposals that wait or were decided today, newest first (A2). */
export interface SpreadList {
  readonly asOf: Instant
  readonly token: string
  readonly spreads: readonly SpreadView[]
}

export interface SpreadView {
  readonly id: string
  readonly county: UnitPath
  readonly countyName: Text
  readonly scenario: string
  readonly proposedAt: Instant
  readonly schools: readonly {
    readonly unit: UnitPath
    readonly name: Text
    readonly incident: string
    readonly reportedAt: Instant
    readonly parted: boolean
  }[]
  readonly joined?: { readonly at: Instant; readonly incident: string }
  readonly declined?: { readonly at: Instant; readonly reason?: string }
  readonly may: readonly string[]
}

/** GET /api/editions: the plan in force for the viewer and the editions of its layers, newest first (G1). */
export interface EditionList {
  readonly asOf: Instant
  readonly token: string
  readonly inForce: string
  readonly editions: readonly EditionView[]
  /** Layer of the viewer's own unit that he may write and issue; absent when he may not. */
  readonly own?: { readonly stream: string; readonly layer?: LayerHash }
}

export interface EditionView {
  readonly id: string
  readonly unit: UnitPath
  readonly unitName: Text
  readonly edition: number
  readonly version: string
  readonly issuedOn: string
  readonly issuedAt: Instant
  readonly issuedBy: string
  readonly layer: LayerHash
  /** Effective plan of the issuing unit, and the one that was in force before it. */
  readonly plan: string
  readonly before?: string
  readonly receipts: readonly ReceiptView[]
}

/** POST /api/editions/prepare: a layer as YAML, checked with the layers around it; kept by its hash when it is sound. */
export interface PreparedEdition {
  readonly problems: readonly Problem[]
  /** Set when nothing stands in the way. */
  readonly ready?: {
    readonly layer: LayerHash
    readonly version: string
    readonly issuedOn: string
    readonly plans: readonly { readonly unit: UnitPath; readonly plan: string }[]
  }
  /** Against the plan in force for the unit. */
  readonly changes: readonly PlanChange[]
}

/** GET /api/incidents */
export interface IncidentList {
  readonly asOf: Instant
  /** Follow the ledger from here: /api/changes?after=… */
  readonly token: string
  readonly rows: readonly IncidentRow[]
  /** How many more there are than are listed: the lightest of the open ones, the oldest of all. */
  readonly more: number
}

/** `settled`: had incidents, all of them closed. Whoever said nothing at all is `unreported`, never the same. */
export type SchoolState = 'unreported' | 'incident' | 'settled'

/** GET /api/overview: every school one cell, counts, what is open. */
export interface Overview {
  readonly asOf: Instant
  readonly token: string
  readonly schools: readonly {
    readonly unit: UnitPath
    readonly name: Text
    readonly order: number
    readonly state: SchoolState
    /** Worst open incident, when there is one. */
    readonly worst?: {
      readonly id: string
      readonly scenario: string
      readonly eventLevel: EventLevel
      readonly responseLevel: ResponseLevel
      readonly dueAt?: Instant
    }
    readonly open: number
  }[]
  /** Whatever is told to the public is `verified`: of the rest nobody knows yet whether it is true. */
  readonly figures: {
    readonly open: number
    readonly verified: number
    readonly refuted: number
    readonly unverified: number
  }
  readonly seats: number
}

/** One message of the live stream: GET /api/changes (server-sent events), or its polling twin. */
export interface Change {
  /** Resume after it. */
  readonly token: string
  readonly kind: 'incident' | 'notice' | 'who' | 'order' | 'spread' | 'twice' | 'handbook' | 'edition'
  readonly stream: string
  /** The list row as this viewer may see it; absent when the thing is not an incident or no longer visible. */
  readonly row?: IncidentRow
}

export interface DemoPerson {
  readonly person: string
  readonly name: string
  readonly postKind: string
  readonly postName: Text
  readonly tier: Tier
  readonly unit: UnitPath
  readonly unitName: Text
  readonly room?: string
  readonly substitute: boolean
}
