// Work that waits for an answer (B10): when it is held and when it may go on.

import { refuse } from '../basics/refusal.ts'
import type { EndHold, StartHold } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { Incident } from './state.ts'

export function startHold(
  _state: Incident,
  _data: StartHold['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}

export function endHold(
  _state: Incident,
  _data: EndHold['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}
