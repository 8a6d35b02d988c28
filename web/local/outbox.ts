// Commands on their way out: stored before they are sent, sent in order per stream, kept while the network is gone,
// sent again with the same id. Refused ones stay with their reason until somebody has read it (E3).
// Pure of browser and network: the store and the sending are given.

import type { CommandAnswer, SentCommand } from '#core/wire/command.ts'
import type { Problem } from '#core/wire/problem.ts'

/** waiting: not accepted yet · refused: answered no, not read yet · delivered: accepted, kept for a while to be seen. */
export type OutboxState = 'waiting' | 'refused' | 'delivered'

export interface OutboxItem {
  /** Order of making; given by the store. */
  readonly seq: number
  readonly command: SentCommand
  /** Who made it: never sent under another person's name. */
  readonly person: string
  readonly state: OutboxState
  /** How often it was tried in vain. */
  readonly tries: number
  readonly problem?: Problem
  readonly answer?: CommandAnswer
  /** When it was answered, campaign time. */
  readonly settledAt?: number
}

export interface OutboxStore {
  all(): Promise<OutboxItem[]>
  /** Stores under a fresh `seq` and returns what was stored. */
  add(item: OutboxItem): Promise<OutboxItem>
  put(item: OutboxItem): Promise<void>
  remove(seq: number): Promise<void>
}

/** What the network made of one command. `later`: no answer or a busy server, try the same id again. */
export type Sending =
  | { readonly accepted: CommandAnswer }
  | { readonly refused: Problem }
  | { readonly later: 'network' | 'server' | 'signed-out' }

/** Delivered commands kept for the outbox page. */
const KEPT_DELIVERED = 20

export interface Delivery {
  /** Why it stopped before the end; undefined when nothing waits. */
  readonly stopped?: 'network' | 'server' | 'signed-out'
}

/**
 * Sends what waits of `person`, oldest first. Once the network or the session fails nothing more is tried; a stream
 * whose command must wait lets none of its later ones pass. A stream that could not be opened takes its followers
 * with it: they get the same reason instead of a refusal each.
 */
export async function deliver(
  store: OutboxStore,
  person: string,
  send: (command: SentCommand) => Promise<Sending>,
  now: () => number,
): Promise<Delivery> {
  const closed = new Map<string, Problem>()
  const held = new Set<string>()
  let stopped: Delivery['stopped']
  for (const item of await waiting(store, person)) {
    const stream = item.command.stream.id
    const before = closed.get(stream)
    if (before) {
      await store.put({ ...item, state: 'refused', problem: before, settledAt: now() })
      continue
    }
    if (held.has(stream)) continue
    const sent = await send(item.command)
    if ('accepted' in sent) {
      await store.put({ ...item, state: 'delivered', answer: sent.accepted, settledAt: now() })
    } else if ('refused' in sent) {
      await store.put({ ...item, state: 'refused', problem: sent.refused, settledAt: now() })
      if (item.command.type === 'Report') closed.set(stream, sent.refused)
    } else {
      await store.put({ ...item, tries: item.tries + 1 })
      held.add(stream)
      stopped = sent.later
      if (sent.later !== 'server') break
    }
  }
  await forgetOld(store)
  return stopped === undefined ? {} : { stopped }
}

async function waiting(store: OutboxStore, person: string): Promise<OutboxItem[]> {
  const items = await store.all()
  return items
    .filter((item) => item.state === 'waiting' && item.person === person)
    .sort((a, b) => a.seq - b.seq)
}

async function forgetOld(store: OutboxStore): Promise<void> {
  const delivered = (await store.all())
    .filter((item) => item.state === 'delivered')
    .sort((a, b) => b.seq - a.seq)
  for (const item of delivered.slice(KEPT_DELIVERED)) await store.remove(item.seq)
}

/** Milliseconds to wait before trying again after `failures` in a row: 3 s doubling to a minute. */
export function backOff(failures: number): number {
  return Math.min(60_000, 3_000 * 2 ** Math.max(0, failures - 1))
}
