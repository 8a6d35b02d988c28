// Striking a wrong line of the timeline through (E2): it stays readable and counts for nothing. What has to be undone in
// another way (facts, grades, ticks, decisions) cannot be struck.

import { refuse } from '../basics/refusal.ts'
import { happened, nothingNew } from '../basics/stream.ts'
import type { StrikeEntry } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { IncidentEvent } from './events.ts'
import { findTier } from './look-up.ts'
import { isBlank, said } from './said.ts'
import type { Incident } from './state.ts'
import { isStrikable, mayStrike } from './strikable.ts'

/** By its author, or by whoever leads or sits at the desk of the author's tier or one above it. */
export function strikeEntry(
  state: Incident,
  data: StrikeEntry['data'],
  { by, plan }: IncidentContext,
): IncidentDecision {
  if (isBlank(data.reason)) return refuse('text.missing', { field: 'reason' })
  const line = state.entries.find((entry) => entry.version === data.entry)
  if (!line) return refuse('entry.unknown', { field: 'entry' })
  if (line.struck) return nothingNew
  if (!isStrikable(line.kind)) return refuse('entry.not-strikable')
  if (!mayStrike(plan, by, line)) {
    return refuse('not-allowed', { whoCould: [plan.desks[findTier(line.by) ?? 'county']] })
  }
  return happened<IncidentEvent>({
    type: 'EntryStruck',
    data: { entry: data.entry },
    ...said({ reason: data.reason }),
  })
}
