// The work of one write transaction, in memory: streams are folded, commands decided, events collected, nothing is stored yet.
// A group of commands is all or none; what a refused group did here is forgotten. SQL is server/store, rules are core.

import type { Refusal } from '#core/basics/refusal.ts'
import type { Doer, Private, PrivateClass, Recorded } from '#core/basics/stream.ts'
import type { EffectivePlan } from '#core/plan/effective.ts'
import { isObservation, type StreamKind, streams } from '#core/streams.ts'
import type { Loaded } from '../store/load.ts'
import type { SealKey } from '../store/seal.ts'

/** A command as it reaches the work: from a person (checked by the door) or from the plan. */
export interface Command {
  readonly id: string
  readonly stream: { readonly kind: StreamKind; readonly id: string }
  readonly type: string
  readonly data: object
  /** Campaign time by the device's clock. */
  readonly madeAt: number
}

/** One stream as this transaction sees it. */
export interface Open {
  readonly kind: StreamKind
  readonly id: string
  readonly state: unknown
  readonly version: number
  /** Version it had in the database. */
  readonly storedVersion: number
  readonly storedHash: Buffer | undefined
  readonly place: string
  readonly campaign: string
  readonly keys: ReadonlyMap<PrivateClass, SealKey>
}

export interface WorkEvent {
  readonly kind: StreamKind
  readonly recorded: Recorded
  readonly private: Private | undefined
  readonly place: string
  readonly campaign: string
}

export type Decided =
  | { readonly events: readonly WorkEvent[]; readonly open: Open }
  | { readonly refused: Refusal }

export interface Work {
  /** Takes in what was loaded. */
  take(loaded: Loaded): void
  knows(kind: string, id: string): boolean
  find(kind: StreamKind, id: string): Open | undefined
  /** Campaign now, fixed for the whole transaction. */
  nowIn(campaign: string): number
  /** Decides `command` on today's state and applies its events. `place` and `campaign` are used when the stream is new. */
  give(command: Command, by: Doer, plan: EffectivePlan, home: { place: string; campaign: string }): Decided
  /** Events so far, in order. */
  readonly events: readonly WorkEvent[]
  /** Streams that got events, in their latest state. */
  changed(): readonly Open[]
  /** Marks a point to return to. */
  mark(): Mark
  returnTo(mark: Mark): void
}

export interface Mark {
  readonly events: number
  readonly steps: number
}

export function startWork(): Work {
  const opened = new Map<string, Open>()
  const events: WorkEvent[] = []
  /** What stood there before each change, so that a refused group can be undone without copying the map. */
  const undo: [string, Open | undefined][] = []
  const nows = new Map<string, number>()
  let wallAt: number | undefined
  const key = (kind: string, id: string) => `${kind}/${id}`

  const work: Work = {
    events,
    take(loaded) {
      wallAt ??= loaded.wallAt
      // The first reading fixes the transaction's time; a later one only brings more streams.
      for (const [campaign, now] of loaded.nowOf) if (!nows.has(campaign)) nows.set(campaign, now)
      for (const found of loaded.streams) {
        const kind = found.kind as StreamKind
        if (opened.has(key(kind, found.stream))) continue
        const stream = streams[kind]
        let state = stream.initial
        for (const event of found.events) state = stream.evolve(state, { ...event, stream: found.stream })
        opened.set(key(kind, found.stream), {
          kind,
          id: found.stream,
          state,
          version: found.version,
          storedVersion: found.version,
          storedHash: found.hash,
          place: found.place,
          campaign: found.campaign,
          keys: found.keys,
        })
      }
    },
    knows: (kind, id) => opened.has(key(kind, id)),
    find: (kind, id) => opened.get(key(kind, id)),
    nowIn(campaign) {
      // A campaign that is only being opened has no clock row yet: until then the wall clock counts.
      const now = nows.get(campaign) ?? wallAt
      if (now === undefined) throw new Error('nothing was loaded: the transaction has no time')
      return now
    },
    give(command, by, plan, home) {
      const { kind, id } = command.stream
      const stream = streams[kind]
      const open: Open = opened.get(key(kind, id)) ?? {
        kind,
        id,
        state: stream.initial,
        version: 0,
        storedVersion: 0,
        storedHash: undefined,
        ...home,
        keys: new Map(),
      }
      const now = work.nowIn(open.campaign)
      // A field fact keeps its own time, however late; a request happens when it is decided. Nothing happens in the future.
      const occurredAt = isObservation(kind, command.type) ? Math.min(command.madeAt, now) : now
      const decision = stream.decide(open.state, command, { now, by, plan, occurredAt })
      if ('refused' in decision) return decision
      let { state, version } = open
      const fresh: WorkEvent[] = []
      for (const event of decision.events) {
        version += 1
        const recorded: Recorded = {
          ...event,
          stream: id,
          version,
          by,
          occurredAt,
          recordedAt: now,
          command: command.id,
        }
        state = stream.evolve(state, recorded)
        fresh.push({ kind, recorded, private: event.private, place: open.place, campaign: open.campaign })
      }
      const after = { ...open, state, version }
      if (fresh.length > 0) {
        undo.push([key(kind, id), opened.get(key(kind, id))])
        opened.set(key(kind, id), after)
        events.push(...fresh)
      }
      return { events: fresh, open: after }
    },
    changed: () => [...opened.values()].filter((open) => open.version > open.storedVersion),
    mark: () => ({ events: events.length, steps: undo.length }),
    returnTo(mark) {
      events.length = mark.events
      while (undo.length > mark.steps) {
        const [id, before] = undo.pop() ?? ['', undefined]
        if (before) opened.set(id, before)
        else opened.delete(id)
      }
    },
  }
  return work
}
