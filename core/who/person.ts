// A person: name and telephone number, both sealed, each in its own class so that it can be destroyed by itself.
// What the person does is a post (assignment.ts); how he signs on is server/identity.

import { refuse } from '../basics/refusal.ts'
import {
  type Context,
  type Decision,
  type Happened,
  happened,
  quiet,
  type Recorded,
  type Stream,
  UnknownEvent,
  unruled,
} from '../basics/stream.ts'
import type { UnitPath } from '../basics/tier.ts'

export type PersonEvent = Happened<'PersonRegistered', { readonly unit: UnitPath }> & {
  readonly private?: {
    readonly person?: { readonly name?: string }
    readonly contact?: { readonly phone?: string }
  }
}
export type PersonCommand = {
  readonly type: 'RegisterPerson'
  readonly data: { readonly unit: UnitPath; readonly name: string; readonly phone: string }
}

export interface PersonState {
  readonly unit?: UnitPath
  /** Absent when its key was destroyed. */
  readonly name?: string
  readonly phone?: string
}

function evolve(_state: PersonState, event: Recorded<PersonEvent>): PersonState {
  if (event.type !== 'PersonRegistered') throw new UnknownEvent('person', (event as Happened).type)
  const name = event.private?.person?.name
  const phone = event.private?.contact?.phone
  return {
    unit: event.data.unit,
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
  }
}

function decide(
  state: PersonState,
  command: PersonCommand,
  _context: Context<unknown>,
): Decision<PersonEvent> {
  if (state.unit !== undefined) return refuse('person.exists')
  const { unit, name, phone } = command.data
  return happened<PersonEvent>({
    type: 'PersonRegistered',
    data: { unit },
    private: { person: { name }, contact: { phone } },
  })
}

export const personStream: Stream<PersonState, PersonCommand, PersonEvent, unknown> = {
  kind: 'person',
  initial: {},
  evolve,
  decide,
  // A person is of no campaign; he is on file with the one in which he was registered.
  placeOf: (command, from) => ({ unit: command.data.unit, campaign: from.campaign }),
  ...quiet,
  ...unruled,
}
