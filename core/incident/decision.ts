// The two types every decide-… file speaks: what it may look at, and what it gives.

import type { Context, Decision } from '../basics/stream.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import type { IncidentEvent } from './events.ts'

export type IncidentContext = Context<EffectivePlan>
export type IncidentDecision = Decision<IncidentEvent>
