// What every part of the incident in hand is given, and the sides it has.

import type { Instant } from '#core/basics/instant.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { AwaitKind, IncidentView } from '#core/wire/view.ts'
import type { NextDeed } from '../talk/next-deed.ts'
import type { OwnNotices } from '../talk/own-notices.ts'
import type { Deeds } from './deeds.tsx'
import type { Names } from './names.ts'

/** Sides of an incident, one in sight at a time beside who knows. */
export const HAND_SIDES = ['story', 'work', 'up', 'opinion', 'files', 'procedure'] as const
export type HandSideId = (typeof HAND_SIDES)[number]

/** Where the deed that ends a wait is given, for those that have their place on a side other than the story. */
export const SIDE_OF: Readonly<Partial<Record<AwaitKind, HandSideId>>> = {
  task: 'work',
  step: 'work',
  resume: 'work',
  'end-response': 'work',
  agree: 'work',
  'report-on': 'up',
  verify: 'up',
}

export interface HandParts {
  readonly view: IncidentView
  /** The plan the incident is handled under; the viewer's own until that one is there. */
  readonly plan: EffectivePlan | undefined
  readonly names: Names
  readonly now: Instant
  readonly deeds: Deeds
  /** The one solid button; none when there is nothing for this viewer to do. */
  readonly next: NextDeed | undefined
  /** The viewer's own notices of this incident. */
  readonly notices: OwnNotices
  /** The side in sight, and how another comes there. */
  readonly side: HandSideId
  show(side: HandSideId): void
}
