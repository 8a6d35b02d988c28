// Who did something in which post and when, as the state of a small stream keeps it. The whole doer stands in the ledger.

import type { Instant } from './instant.ts'
import type { Recorded } from './stream.ts'

export interface Mark {
  readonly person: string
  readonly postKind?: string
  readonly at: Instant
}

/** The mark that `event` leaves; the time is ours, not the device's. */
export function markOf({ by, recordedAt }: Pick<Recorded, 'by' | 'recordedAt'>): Mark {
  return {
    person: by.person,
    at: recordedAt,
    ...(by.postKind === undefined ? {} : { postKind: by.postKind }),
  }
}
