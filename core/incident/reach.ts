// Noting that a moment which limits know was reached: for every file that folds events. Which limits it stops is limits.ts.

import type { Moment } from '../plan/moment.ts'
import { findTier } from './look-up.ts'
import type { Deed, Incident, Reached } from './state.ts'

/** `more` says of which level, step or thing it was. */
export function reach(
  state: Incident,
  moment: Moment,
  { by, occurredAt, recordedAt }: Deed,
  more: Pick<Reached, 'level' | 'step' | 'version' | 'of'> = {},
): Incident {
  const tier = findTier(by)
  const reached: Reached = { occurredAt, recordedAt, ...(tier === undefined ? {} : { tier }), ...more }
  return { ...state, moments: { ...state.moments, [moment]: [...(state.moments[moment] ?? []), reached] } }
}
