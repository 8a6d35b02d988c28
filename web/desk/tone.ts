// Decides when the desk makes a sound: once for what is new to my tier, once, at another pitch, for what has become late.
// Pure. Making the sound is sound.ts.

import type { Instant } from '#core/basics/instant.ts'
import { isLate, type Need } from './mine.ts'

export type Tone = 'new' | 'late'

/** What the desk has already spoken of. */
export interface Heard {
  readonly needs: ReadonlySet<string>
  readonly late: ReadonlySet<string>
}

const deed = (need: Need) => `${need.row.id}/${need.awaits.kind}`
const limit = (need: Need) => `${deed(need)}/${need.awaits.dueAt ?? ''}`

/**
 * What is to be heard now. The first look is silent: whoever opens the desk sees it all at once. Late goes before new.
 * A deed that goes away and comes back is new again; a limit is late once.
 */
export function listen(
  before: Heard | undefined,
  needs: readonly Need[],
  now: Instant,
): { readonly heard: Heard; readonly tone?: Tone } {
  const late = new Set(needs.filter((need) => isLate(need.awaits, now)).map(limit))
  const heard: Heard = { needs: new Set(needs.map(deed)), late }
  if (!before) return { heard }
  if ([...late].some((key) => !before.late.has(key))) return { heard, tone: 'late' }
  if ([...heard.needs].some((key) => !before.needs.has(key))) return { heard, tone: 'new' }
  return { heard }
}
