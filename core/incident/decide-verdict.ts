// Whether a report is true and what came of it: verified, refuted, dismissed as mistaken, lines struck through, the evaluation (B4).

import { refuse } from '../basics/refusal.ts'
import type { Dismiss, Evaluate, StrikeEntry, Verify } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { Incident } from './state.ts'

export function verify(_state: Incident, _data: Verify['data'], _context: IncidentContext): IncidentDecision {
  return refuse('command.unknown')
}

export function dismiss(
  _state: Incident,
  _data: Dismiss['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}

export function strikeEntry(
  _state: Incident,
  _data: StrikeEntry['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}

export function evaluate(
  _state: Incident,
  _data: Evaluate['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}
