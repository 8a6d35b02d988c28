// What a deed of the test is: one case of a command, on which stage it is tried, and what it is sent with.

import type { RefusalCode } from '#core/basics/refusal.ts'
import type { Tier } from '#core/basics/tier.ts'
import type { Whose } from './expected-grants.ts'
import type { Given, Stage, StreamName } from './stage.fixture.ts'

export interface Deed {
  /** As expected-grants.txt names it. */
  readonly what: string
  /** Lowest tier at which such things lie; school when absent. */
  readonly lowest?: Tier
  /** Whose it is tried on; absent: own, below, beside, above. */
  readonly whose?: readonly Whose[]
  /** Once somebody who may has done it, there is nothing left of it for the next: everybody who may has a stage to himself. */
  readonly once?: boolean
  /** Situation it needs; absent: any. */
  readonly scenario?: string
  /** What must have been done before, in order. */
  readonly given: (stage: Stage) => readonly Given[]
  readonly stream: (stage: Stage) => StreamName
  /** The command's data when `post` of `tier` tries it. */
  readonly data: (stage: Stage, post: string, tier: Tier) => object
  /** Is there nothing of this kind on such a stage for such a post? */
  readonly without?: (stage: Stage, post: string) => boolean
  /** Reasons of sense for which it may be refused to somebody who may. */
  readonly senses?: readonly RefusalCode[]
}

/** The command's type. */
export function typeOf(deed: Deed): string {
  return deed.what.slice(deed.what.indexOf('/') + 1).split(' ')[0] ?? ''
}
