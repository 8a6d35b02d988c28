// The incident as a stream: one row of the table that act, the worker and the phone read.

import type { Stream } from '../basics/stream.ts'
import type { EffectivePlan } from '../plan/effective.ts'
import type { IncidentCommand } from './commands.ts'
import { deadlines } from './deadlines.ts'
import { decide } from './decide.ts'
import type { IncidentEvent } from './events.ts'
import { evolve, UNREPORTED } from './evolve.ts'
import { notices } from './notices.ts'
import { reactions } from './reactions.ts'
import type { Incident } from './state.ts'

export const incidentStream: Stream<Incident, IncidentCommand, IncidentEvent, EffectivePlan> = {
  kind: 'incident',
  initial: UNREPORTED,
  evolve,
  decide,
  placeOf: (command) =>
    command.type === 'Report' ? { unit: command.data.unit, campaign: command.data.campaign } : undefined,
  pinned: (state) => (state.status === 'unreported' ? undefined : state.plan),
  planNamed: (command) => (command.type === 'Report' ? command.data.plan : undefined),
  deadlines,
  notices,
  reactions,
}
