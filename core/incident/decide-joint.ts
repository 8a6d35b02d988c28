// What two posts decide together on the spot (B7, B8): possible only while the plan's condition holds.

import { refuse } from '../basics/refusal.ts'
import type { AgreeJoint, DeclineJoint, ProposeJoint } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { Incident } from './state.ts'

export function proposeJoint(
  _state: Incident,
  _data: ProposeJoint['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}

export function agreeJoint(
  _state: Incident,
  _data: AgreeJoint['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}

export function declineJoint(
  _state: Incident,
  _data: DeclineJoint['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}
