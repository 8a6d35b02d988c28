// What the plan says to an incident because of something decided elsewhere: joined, parted, an example of the handbook cited.

import { refuse } from '../basics/refusal.ts'
import type { CiteExample, Join, LetGoOf, Part, TakeIn } from './commands.ts'
import type { IncidentContext, IncidentDecision } from './decision.ts'
import type { Incident } from './state.ts'

export function join(_state: Incident, _data: Join['data'], _context: IncidentContext): IncidentDecision {
  return refuse('command.unknown')
}

export function part(_state: Incident, _data: Part['data'], _context: IncidentContext): IncidentDecision {
  return refuse('command.unknown')
}

export function takeIn(_state: Incident, _data: TakeIn['data'], _context: IncidentContext): IncidentDecision {
  return refuse('command.unknown')
}

export function letGoOf(
  _state: Incident,
  _data: LetGoOf['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}

export function citeExample(
  _state: Incident,
  _data: CiteExample['data'],
  _context: IncidentContext,
): IncidentDecision {
  return refuse('command.unknown')
}
