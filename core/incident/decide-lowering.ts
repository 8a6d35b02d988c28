// Agreeing to a lower grade or declining it (A6): the tier above has the word. Proposing it is decide-grade.ts.

import { refuse } from '../basics/refusal.ts'
import type { AgreeLowering, DeclineLowering } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { Incident } from './state.ts'

export function agreeLowering(
  _state: Incident,
  _data: AgreeLowering['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}

export function declineLowering(
  _state: Incident,
  _data: DeclineLowering['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}
