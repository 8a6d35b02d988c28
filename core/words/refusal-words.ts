// The two halves every refusal is said in. Who could do it stands between them and is said by refusal.ts.

import type { Text } from '../basics/text.ts'

export interface RefusalWords {
  readonly notDone: Text
  /** What to do now. */
  readonly now: Text
}
