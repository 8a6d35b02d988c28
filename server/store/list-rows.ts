// What the lists of the database are given, by table: one row per thing, made by server/acting from the streams that changed.
// How rows are written is append.ts, write-who.ts and write-sent.ts; how they are read, the lists' own files.

import type { TwiceState } from '#core/alike/twice.ts'
import type { UnitPath } from '#core/basics/tier.ts'
import type { EditionState } from '#core/edition/edition.ts'
import type { Headlines, WholeRow } from '#core/incident/row.ts'
import type { ReceiptState } from '#core/receipt/receipt.ts'
import type { AssignmentData } from '#core/who/assignment.ts'
import type { CampaignKind, CampaignState } from '#core/who/campaign.ts'
import type { PostData } from '#core/who/post.ts'
import type { UnitData } from '#core/who/unit.ts'

/** Rows of the lists, by table; each replaces the one that stood there. */
export interface ListRows {
  readonly incidents: readonly {
    row: WholeRow['row']
    headlines: Headlines
    campaign: string
    open: boolean
    reporter: string
    responseRank: number
  }[]
  readonly notices: readonly {
    notice: string
    thingKind: string
    thing: string
    postKind: string
    unit: string
    row: object
  }[]
  readonly concerns: readonly { person: string; kind: string; stream: string }[]
  readonly units: readonly { stream: string; unit: UnitData }[]
  readonly campaigns: readonly { campaign: string; kind: CampaignKind; state: CampaignState }[]
  readonly persons: readonly {
    person: string
    unit: string
    name: string | undefined
    phone: string | undefined
    phoneHash: Buffer | undefined
  }[]
  readonly posts: readonly { post: string; data: PostData }[]
  readonly assignments: readonly { assignment: string; data: AssignmentData }[]
  /** A county's spread from its first proposal on. */
  readonly spreads: readonly {
    stream: string
    campaign: string
    county: string
    scenario: string
    proposedAt: number
    settledAt: number | undefined
  }[]
  readonly twices: readonly {
    stream: string
    campaign: string
    unit: string
    scenario: string
    pairs: TwiceState['pairs']
  }[]
  readonly orders: readonly {
    stream: string
    campaign: string
    unit: string
    to: readonly string[]
    givenAt: number
  }[]
  readonly receipts: readonly {
    stream: string
    thingKind: string
    thing: string
    campaign: string
    unit: string
    row: ReceiptRow
  }[]
  readonly examples: readonly ExampleRow[]
  readonly editions: readonly {
    stream: string
    campaign: string
    unit: string
    issued: EditionState['issued']
  }[]
}

/** A receipt without what its unit wrote. */
export type ReceiptRow = ReceiptState

/** An example of the year's handbook without its texts. */
export interface ExampleRow {
  readonly handbook: string
  readonly example: string
  readonly campaign: string
  readonly unit: UnitPath
  readonly document: string
  readonly year: number
  readonly place: string
  readonly scenarios: readonly string[]
  readonly struck: boolean
}
