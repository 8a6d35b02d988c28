// A stream told as a tale for tests: commands given one after the other by somebody at some minute, events recorded as act would.
// Test-only; incidents have a fixture of their own with a plan and people.

import { type Instant, MINUTE } from './instant.ts'
import type { Refusal } from './refusal.ts'
import type { Doer, Happened, Reaction, Recorded, Stream } from './stream.ts'

export interface StreamTale<State> {
  readonly state: State
  /** Types of the events of the last command. */
  readonly types: readonly string[]
  readonly refused: Refusal | undefined
  /** Of the last command, in order. */
  readonly reactions: readonly Reaction[]
  /** Posts told by the last command. */
  readonly told: readonly string[]
  readonly version: number
}

/** Gives commands to `stream`, each by `by` at `minute` after `start`. */
export function teller<State, Command extends { type: string; data: object }, Event extends Happened, Plan>(
  stream: Stream<State, Command, Event, Plan>,
  { id, plan, by, start }: { id: string; plan: Plan; by: Doer; start: Instant },
) {
  const nothing: StreamTale<State> = {
    state: stream.initial,
    types: [],
    refused: undefined,
    reactions: [],
    told: [],
    version: 0,
  }
  const give = (
    tale: StreamTale<State>,
    command: Command,
    minute = 0,
    doer: Doer = by,
  ): StreamTale<State> => {
    const now = start + minute * MINUTE
    const decision = stream.decide(tale.state, command, { now, by: doer, plan, occurredAt: now })
    if ('refused' in decision) {
      return { ...tale, types: [], refused: decision.refused, reactions: [], told: [] }
    }
    let { state, version } = tale
    const recorded: Recorded<Event>[] = []
    for (const event of decision.events) {
      version += 1
      const next: Recorded<Event> = {
        ...event,
        stream: id,
        version,
        by: doer,
        occurredAt: now,
        recordedAt: now,
        command: `command-${version}`,
      }
      recorded.push(next)
      state = stream.evolve(state, next)
    }
    return {
      state,
      version,
      types: recorded.map((event) => event.type),
      refused: undefined,
      reactions: recorded.flatMap((event) => stream.reactions(event, state, plan)),
      told: recorded.flatMap((event) =>
        stream.notices(event, state, plan).map((notice) => `${notice.post}/${notice.who}`),
      ),
    }
  }
  return {
    nothing,
    give,
    tell: (...commands: readonly (readonly [Command, minute?: number, doer?: Doer])[]) =>
      commands.reduce((tale, [command, minute, doer]) => give(tale, command, minute, doer), nothing),
  }
}
