// What a view says of the plan an incident is handled under: enough to name it and to fetch it. The plan itself is fetched by its hash.

import type { Text } from '../basics/text.ts'

export interface PinnedPlan {
  readonly hash: string
  readonly version: string
  readonly title: Text
  /** Whose editions it is made of, in the plan's word for the tier, from above down. Absent in views that a device kept before. */
  readonly layers?: readonly { readonly tier: Text; readonly version: string }[]
}
