// One person on one post from a time on, as holder or as substitute (到人到岗, C1). Ended, never erased: history keeps who it was.

import type { Instant } from '../basics/instant.ts'
import { refuse } from '../basics/refusal.ts'
import {
  type Context,
  type Decision,
  type Happened,
  happened,
  nothingNew,
  quiet,
  type Recorded,
  type Stream,
  UnknownEvent,
  unruled,
} from '../basics/stream.ts'
import type { UnitPath } from '../basics/tier.ts'

export interface AssignmentData {
  /** Post stream. */
  readonly post: string
  readonly person: string
  readonly campaign: string
  readonly unit: UnitPath
  readonly from: Instant
  readonly to?: Instant
  /** Stands in when the holder does not answer (E4, B15). */
  readonly substitute: boolean
}

export type AssignmentEvent =
  | Happened<'Assigned', AssignmentData>
  | (Happened<'AssignmentEnded', { readonly to: Instant }> & {
      readonly private?: { readonly text?: { readonly reason?: string } }
    })
export type AssignmentCommand =
  | { readonly type: 'Assign'; readonly data: AssignmentData }
  | { readonly type: 'EndAssignment'; readonly data: { readonly to: Instant; readonly reason: string } }

export interface AssignmentState {
  readonly assignment?: AssignmentData
}

function evolve(state: AssignmentState, event: Recorded<AssignmentEvent>): AssignmentState {
  switch (event.type) {
    case 'Assigned':
      return { assignment: event.data }
    case 'AssignmentEnded':
      return state.assignment ? { assignment: { ...state.assignment, to: event.data.to } } : state
    default:
      throw new UnknownEvent('assignment', (event as Happened).type)
  }
}

function decide(
  state: AssignmentState,
  command: AssignmentCommand,
  _context: Context<unknown>,
): Decision<AssignmentEvent> {
  if (command.type === 'Assign') {
    if (state.assignment) return refuse('assignment.exists')
    return happened<AssignmentEvent>({ type: 'Assigned', data: command.data })
  }
  if (!state.assignment) return refuse('assignment.unknown')
  if (state.assignment.to !== undefined) {
    return state.assignment.to === command.data.to ? nothingNew : refuse('assignment.ended')
  }
  const { to, reason } = command.data
  return happened<AssignmentEvent>({ type: 'AssignmentEnded', data: { to }, private: { text: { reason } } })
}

export const assignmentStream: Stream<AssignmentState, AssignmentCommand, AssignmentEvent, unknown> = {
  kind: 'assignment',
  initial: {},
  evolve,
  decide,
  placeOf: (command) =>
    command.type === 'Assign' ? { unit: command.data.unit, campaign: command.data.campaign } : undefined,
  ...quiet,
  ...unruled,
}
