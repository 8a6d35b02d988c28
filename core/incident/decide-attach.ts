// Files that belong to an incident: their hash is on record, the bytes may come later.

import { refuse } from '../basics/refusal.ts'
import type { Attach } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { Incident } from './state.ts'

export function attach(_state: Incident, _data: Attach['data'], _context: IncidentContext): IncidentDecision {
  return refuse('command.unknown')
}
