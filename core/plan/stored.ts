// Yesterday's plans as today's code reads them. An effective plan is kept for ever under its hash; what the format has gained since
// it was compiled is empty in it. Every plan that was stored, in the database or on a device, comes in through here.

import type { EffectivePlan } from './effective.ts'

/** Parts the format gained after the first plans were pinned, as a plan without them has them. Grows with the format. */
const GAINED = {
  alarms: [],
  commanders: [],
  jointDecisions: [],
  orders: [],
  references: [],
  parallel: [],
} as const satisfies Partial<EffectivePlan>

/** The plan with every part that the format has today; its hash stays the one it was pinned under. */
export function fromStore(stored: EffectivePlan): EffectivePlan {
  return { ...GAINED, ...stored }
}
