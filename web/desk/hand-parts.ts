// What every part of the incident in hand is given.

import type { Instant } from '#core/basics/instant.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { IncidentView } from '#core/wire/view.ts'
import type { NextDeed } from '../talk/next-deed.ts'
import type { OwnNotices } from '../talk/own-notices.ts'
import type { Deeds } from './deeds.tsx'
import type { Names } from './names.ts'

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
}
