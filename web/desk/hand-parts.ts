// What every part of the incident in hand is given.

import type { Instant } from '#core/basics/instant.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import type { IncidentView } from '#core/wire/view.ts'
import type { Deeds } from './deeds.tsx'
import type { ownNotices } from './knows.ts'
import type { Names } from './names.ts'
import type { NextDeed } from './next-deed.ts'

export interface HandParts {
  readonly view: IncidentView
  /** The plan the incident is handled under; the viewer's own until that one is there. */
  readonly plan: EffectivePlan | undefined
  readonly names: Names
  readonly now: Instant
  readonly deeds: Deeds
  /** The one solid button. */
  readonly next: NextDeed
  /** The viewer's own notices of this incident. */
  readonly notices: ReturnType<typeof ownNotices>
}
