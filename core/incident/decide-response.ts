// The course of a response (A7): changed and ended by whom the plan names. Starting one is decide-work.ts.

import { refuse } from '../basics/refusal.ts'
import type { ChangeResponse, EndResponse } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { Incident } from './state.ts'

export function changeResponse(
  _state: Incident,
  _data: ChangeResponse['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}

export function endResponse(
  _state: Incident,
  _data: EndResponse['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}
