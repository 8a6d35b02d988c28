// Public opinion (E5) and what is attached: what was seen where, verified or not, wordings drafted, approved by another person,
// published, followed. Files themselves lie outside the ledger; here are their hashes. The union of all is events.ts.

import type { Instant } from '../basics/instant.ts'
import type { Happened } from '../basics/stream.ts'
import type { Said } from './said.ts'

/** How far it has got, least first. */
export const SPREADS = ['single', 'spreading', 'major'] as const
export type OpinionSpread = (typeof SPREADS)[number]

export type OpinionSeen = Happened<
  'OpinionSeen',
  { readonly opinion: string; readonly spread: OpinionSpread; readonly seenAt: Instant }
> &
  Said<'where' | 'link' | 'words'>

export type OpinionJudged = Happened<
  'OpinionJudged',
  { readonly opinion: string; readonly verdict: 'verified' | 'refuted' }
> &
  Said<'words'>

/** How it went on after it was seen or answered. */
export type OpinionFollowed = Happened<
  'OpinionFollowed',
  { readonly opinion: string; readonly spread: OpinionSpread }
> &
  Said<'words'>

/** A draft answer. Another draft is another wording: none is overwritten. */
export type WordingDrafted = Happened<
  'WordingDrafted',
  { readonly opinion: string; readonly wording: string }
> &
  Said<'wording'>
export type WordingApproved = Happened<'WordingApproved', { readonly wording: string }>
export type WordingRefused = Happened<'WordingRefused', { readonly wording: string }> & Said<'reason'>
export type WordingPublished = Happened<
  'WordingPublished',
  { readonly wording: string; readonly publishedAt: Instant }
> &
  Said<'where'>

/** A file belongs to the incident; its bytes may come later ("picture still on the phone"). */
export type Attached = Happened<
  'Attached',
  {
    readonly file: string
    /** SHA-256 of the bytes as the device sent them, hex. */
    readonly hash: string
    readonly size: number
    readonly kind: 'photo' | 'document' | 'voice'
    /** The opinion, oral report, step or form it shows; absent: the incident. */
    readonly about?: string
  }
> &
  Said<'name'>

export type OpinionEvent =
  | OpinionSeen
  | OpinionJudged
  | OpinionFollowed
  | WordingDrafted
  | WordingApproved
  | WordingRefused
  | WordingPublished
  | Attached
