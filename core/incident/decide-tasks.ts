// An answer turned into work for named people, and that work coming back as done (B5).

import { refuse } from '../basics/refusal.ts'
import type { DoTask, GiveTasks } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { Incident } from './state.ts'

export function giveTasks(
  _state: Incident,
  _data: GiveTasks['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}

export function doTask(_state: Incident, _data: DoTask['data'], _context: IncidentContext): IncidentDecision {
  return refuse('command.unknown')
}
