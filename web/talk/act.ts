// Giving a command: stored on the device first, then sent; what the network does not take waits in the outbox and
// goes out by itself. Which command may be given is the view's `may`; what it means is core.

import { useCallback } from 'react'
import type { CommandAnswer, CommandsAnswer, SentCommand } from '#core/wire/command.ts'
import type { Problem } from '#core/wire/problem.ts'
import type { Me } from '#core/wire/view.ts'
import { backOff, deliver, type OutboxItem, type Sending } from '../local/outbox.ts'
import { cell, useCell } from './cell.ts'
import { freshId, memory } from './device.ts'
import { findLink, findView, loadView, onLink } from './incidents.ts'
import { campaignNow } from './now.ts'
import { mayPass, request } from './request.ts'
import { findMe, markLapsed, useMe } from './session.tsx'

export type { OutboxItem } from '../local/outbox.ts'
export { freshId } from './device.ts'

/** waiting: kept in the outbox because no answer came; delivered later with the same id. */
export type GivenAnswer =
  | { readonly accepted: CommandAnswer }
  | { readonly refused: Problem }
  | { readonly waiting: true }

export interface Given {
  readonly stream: { readonly kind: SentCommand['stream']['kind']; readonly id: string }
  readonly type: string
  readonly data: object
  /** When it was done, campaign time, where that was before now: a step ticked before there was a report. */
  readonly madeAt?: number
}

export interface Act {
  /** Stores, sends and answers one command. Never rejects. */
  give(stream: Given['stream'], type: string, data: object): Promise<GivenAnswer>
  /** The same for several: all are stored before the first is sent. Answers come in the same order. */
  giveAll(commands: readonly Given[]): Promise<readonly GivenAnswer[]>
}

const givenListeners = new Set<(kinds: ReadonlySet<string>) => void>()

/** Told after something was given, of which kinds of stream: their lists are asked for again at once. */
export function onGiven(listener: (kinds: ReadonlySet<string>) => void): () => void {
  givenListeners.add(listener)
  return () => givenListeners.delete(listener)
}

const deliveredListeners = new Set<() => void>()

/** Told after every round of delivering: what waited behind a command may go now. */
export function onDelivered(listener: () => void): () => void {
  deliveredListeners.add(listener)
  return () => deliveredListeners.delete(listener)
}

const itemsCell = cell<readonly OutboxItem[]>([])
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('huce.outbox')

async function showItems(): Promise<void> {
  const items = await (await memory()).outbox.all()
  itemsCell.set(items.sort((a, b) => a.seq - b.seq))
}

async function send(command: SentCommand): Promise<Sending> {
  const answer = await request<CommandsAnswer>('/api/commands', { commands: [command] })
  if ('got' in answer) {
    const one = answer.got.answers[0]
    return one ? { accepted: one } : { later: 'server' }
  }
  if ('lost' in answer) return { later: 'network' }
  if (answer.problem.status === 401) {
    markLapsed()
    return { later: 'signed-out' }
  }
  return mayPass(answer.problem) ? { later: 'server' } : { refused: answer.problem }
}

let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined
let delivering: Promise<void> = Promise.resolve()

/** Sends what waits, one tab at a time; after a failure again by itself, later and later. */
export function deliverAll(): Promise<void> {
  delivering = delivering.then(
    () => inTurn(deliverOnce),
    () => inTurn(deliverOnce),
  )
  return delivering
}

async function inTurn(work: () => Promise<void>): Promise<void> {
  if (typeof navigator.locks === 'undefined') return work()
  await navigator.locks.request('huce.outbox', work)
}

async function deliverOnce(): Promise<void> {
  const me = findMe()
  if (!me) return
  clearTimeout(timer)
  const { outbox } = await memory()
  const { stopped } = await deliver(outbox, me.person.id, send, campaignNow)
  await showItems()
  channel?.postMessage('changed')
  for (const listener of [...deliveredListeners]) listener()
  failures = stopped === undefined ? 0 : failures + 1
  if (stopped === 'network' || stopped === 'server') {
    timer = setTimeout(() => void deliverAll(), backOff(failures))
  }
}

/** Called once by main: shows what waits, delivers it, and again whenever the network comes back. */
export function startOutbox(): void {
  void showItems().then(deliverAll)
  onLink(() => {
    if (findLink() !== 'offline') void deliverAll()
  })
  channel?.addEventListener('message', () => void showItems())
}

/** Commands are given in the post of the session. */
export function useAct(): Act {
  const me = useMe()
  const giveAll = useCallback<Act['giveAll']>((commands) => store(me, commands), [me])
  const give = useCallback<Act['give']>(
    async (stream, type, data) => {
      const [answer] = await store(me, [{ stream, type, data }])
      return answer ?? { waiting: true }
    },
    [me],
  )
  return { give, giveAll }
}

/** What the person saw when he pressed: read before anything else is waited for. Absent for what is not there yet. */
function seenVersion({ kind, id }: Given['stream']): number | undefined {
  return kind === 'incident' ? findView(id)?.incident.version : undefined
}

async function store(me: Me, given: readonly Given[]): Promise<readonly GivenAnswer[]> {
  const commands = given.map((one) => ({ ...one, basedOn: seenVersion(one.stream) }))
  const { outbox } = await memory()
  const kept: OutboxItem[] = []
  for (const { stream, type, data, basedOn, madeAt } of commands) {
    const command: SentCommand = {
      id: freshId(),
      post: me.post.id,
      stream,
      type,
      data: { ...data },
      madeAt: madeAt ?? campaignNow(),
      ...(basedOn === undefined ? {} : { basedOn }),
    }
    kept.push(await outbox.add({ seq: 0, command, person: me.person.id, state: 'waiting', tries: 0 }))
  }
  await showItems()
  await deliverAll()
  const incidents = commands.filter((one) => one.stream.kind === 'incident')
  for (const id of new Set(incidents.map((one) => one.stream.id))) void loadView(id)
  const kinds = new Set(commands.map((one) => one.stream.kind as string))
  for (const listener of [...givenListeners]) listener(kinds)
  const items = await outbox.all()
  return kept.map(({ seq }) => answerOf(items.find((item) => item.seq === seq)))
}

function answerOf(item: OutboxItem | undefined): GivenAnswer {
  if (item?.answer) return { accepted: item.answer }
  return item?.problem ? { refused: item.problem } : { waiting: true }
}

/** What the outbox holds now, for what waits behind one of its commands. */
export function findOutbox(): readonly OutboxItem[] {
  return itemsCell.get()
}

/** Everything of this device's outbox, oldest first: waiting, refused, delivered. */
export function useOutbox(): {
  readonly items: readonly OutboxItem[]
  /** Tries again now. */
  again(): Promise<void>
  /** A refusal was read: it is put away. */
  dismiss(seq: number): Promise<void>
} {
  const items = useCell(itemsCell)
  return {
    items,
    again: deliverAll,
    dismiss: async (seq) => {
      await (await memory()).outbox.remove(seq)
      await showItems()
      channel?.postMessage('changed')
    },
  }
}
