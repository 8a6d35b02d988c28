// What screens are given: views, never events. Made by server/see, held by web/local.
// Instants are milliseconds since 1970-01-01T00:00:00Z in campaign time.

import type { Instant } from '../basics/instant.ts'
import type { NoticeKind } from '../basics/stream.ts'
import type { Text } from '../basics/text.ts'
import type { Tier, UnitPath } from '../basics/tier.ts'
import type { Await, AwaitKind } from '../incident/awaits.ts'
import type { IncidentRow } from '../incident/row.ts'
import type { Incident } from '../incident/state.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import type { EventLevel, ResponseLevel } from '../plan/grade-types.ts'
import type { Role } from '../plan/layer.ts'
import type { CampaignKind, Room, Session } from '../who/campaign.ts'

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
  readonly plan: { readonly hash: string; readonly version: string; readonly title: Text }
  readonly unitName: Text
  /** Other incidents of the same situation the viewer may see, newest first. */
  readonly similar: readonly IncidentRow[]
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
  readonly seats: number
}

/** One message of the live stream: GET /api/changes (server-sent events), or its polling twin. */
export interface Change {
  /** Resume after it. */
  readonly token: string
  readonly kind: 'incident' | 'notice' | 'who'
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
