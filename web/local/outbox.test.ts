// E3: commands are stored before they are sent, go out in order, never twice as two, and refusals stay to be read.

import { describe, expect, test } from 'vitest'
import type { SentCommand } from '#core/wire/command.ts'
import type { Problem } from '#core/wire/problem.ts'
import { inPage } from './memory.ts'
import { backOff, deliver, type OutboxItem, type OutboxStore, type Sending } from './outbox.ts'

const ME = 'person-1'

function command(id: string, stream: string, type = 'SendMessage'): SentCommand {
  return {
    id,
    post: 'post-1',
    stream: { kind: 'incident', id: stream },
    type,
    data: {},
    madeAt: 1,
  }
}

async function filled(...commands: SentCommand[]): Promise<OutboxStore> {
  const store = inPage().outbox
  for (const one of commands) await put(store, one)
  return store
}

function put(store: OutboxStore, one: SentCommand, person = ME): Promise<OutboxItem> {
  return store.add({ seq: 0, command: one, person, state: 'waiting', tries: 0 })
}

const accepted = (one: SentCommand): Sending => ({
  accepted: { command: one.id, stream: one.stream, version: 1, events: [] },
})
const refusal: Problem = {
  type: 'urn:huce:incident.closed',
  title: 'closed',
  status: 409,
  detail: '',
  code: 'incident.closed',
}

/** A server that answers as told and remembers what reached it. */
function server(answer: (one: SentCommand) => Sending) {
  const got: string[] = []
  return {
    got,
    send: async (one: SentCommand) => {
      got.push(one.id)
      return answer(one)
    },
  }
}

const now = () => 100

describe('the outbox', () => {
  test('E3: commands go out oldest first', async () => {
    const store = await filled(command('a', 's1', 'Report'), command('b', 's2', 'Report'), command('c', 's1'))
    const { got, send } = server(accepted)
    expect(await deliver(store, ME, send, now)).toEqual({})
    expect(got).toEqual(['a', 'b', 'c'])
    expect((await store.all()).every((item) => item.state === 'delivered')).toBe(true)
  })

  test('E3: without a network nothing is lost and nothing later is tried', async () => {
    const store = await filled(command('a', 's1'), command('b', 's2'))
    const { got, send } = server(() => ({ later: 'network' }))
    expect(await deliver(store, ME, send, now)).toEqual({ stopped: 'network' })
    expect(got).toEqual(['a'])
    expect((await store.all()).map((item) => [item.state, item.tries])).toEqual([
      ['waiting', 1],
      ['waiting', 0],
    ])
  })

  test('E3: the answer was lost on the way: the same id goes out again, so the server makes one event', async () => {
    const store = await filled(command('a', 's1'))
    let lost = true
    const { got, send } = server((one) => {
      if (!lost) return accepted(one)
      lost = false
      return { later: 'network' }
    })
    await deliver(store, ME, send, now)
    await deliver(store, ME, send, now)
    await deliver(store, ME, send, now)
    expect(got).toEqual(['a', 'a'])
  })

  test('E3: a busy server holds one stream back, others pass; order within the stream stays', async () => {
    const store = await filled(command('a', 's1'), command('b', 's1'), command('c', 's2'))
    let busy = true
    const { got, send } = server((one) =>
      busy && one.stream.id === 's1' ? { later: 'server' } : accepted(one),
    )
    expect(await deliver(store, ME, send, now)).toEqual({ stopped: 'server' })
    expect(got).toEqual(['a', 'c'])
    busy = false
    await deliver(store, ME, send, now)
    expect(got).toEqual(['a', 'c', 'a', 'b'])
  })

  test('E3: a refusal stays with its reason until it is put away', async () => {
    const store = await filled(command('a', 's1'))
    const { send, got } = server(() => ({ refused: refusal }))
    await deliver(store, ME, send, now)
    await deliver(store, ME, send, now)
    expect(got).toEqual(['a'])
    expect(await store.all()).toMatchObject([{ state: 'refused', problem: refusal, settledAt: 100 }])
  })

  test('E3: a report that was refused takes its followers along, with its reason', async () => {
    const store = await filled(command('a', 's1', 'Report'), command('b', 's1', 'DoStep'), command('c', 's2'))
    const { send, got } = server((one) => (one.id === 'a' ? { refused: refusal } : accepted(one)))
    await deliver(store, ME, send, now)
    expect(got).toEqual(['a', 'c'])
    expect((await store.all()).map((item) => item.state)).toEqual(['refused', 'refused', 'delivered'])
  })

  test('E3: what another person wrote on this phone never goes out under my name', async () => {
    const store = await filled(command('a', 's1'))
    await put(store, command('b', 's2'), 'person-2')
    const { send, got } = server(accepted)
    await deliver(store, ME, send, now)
    expect(got).toEqual(['a'])
    await deliver(store, 'person-2', send, now)
    expect(got).toEqual(['a', 'b'])
  })

  test('E3: a lapsed session keeps everything', async () => {
    const store = await filled(command('a', 's1'), command('b', 's1'))
    const { send } = server(() => ({ later: 'signed-out' }))
    expect(await deliver(store, ME, send, now)).toEqual({ stopped: 'signed-out' })
    expect((await store.all()).every((item) => item.state === 'waiting')).toBe(true)
  })

  test('delivered commands are forgotten, oldest first, after twenty', async () => {
    const store = await filled(...Array.from({ length: 25 }, (_, n) => command(`c${n}`, `s${n}`)))
    await deliver(store, ME, server(accepted).send, now)
    const kept = (await store.all()).map((item) => item.command.id)
    expect(kept).toHaveLength(20)
    expect(kept[0]).toBe('c5')
  })

  test('trying again: 3 s, doubling, at most a minute', () => {
    expect([1, 2, 3, 10].map(backOff)).toEqual([3_000, 6_000, 12_000, 60_000])
  })
})
