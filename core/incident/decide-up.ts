// What goes up besides asking: raised to a chosen tier, oral reports noted, the series of reports (B7–B9).

import { refuse } from '../basics/refusal.ts'
import type { LogOral, RaiseTo, ReportOn } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { Incident } from './state.ts'

export function raiseTo(
  _state: Incident,
  _data: RaiseTo['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}

export function logOral(
  _state: Incident,
  _data: LogOral['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}

export function reportOn(
  _state: Incident,
  _data: ReportOn['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}
