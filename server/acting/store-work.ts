// Putting the work of a transaction away: personal data and free text sealed, lists and deadlines derived, one statement written.

import type { PrivateClass } from '#core/basics/stream.ts'
import { append, type NewAnswer, type NewEvent } from '../store/append.ts'
import type { StreamRef } from '../store/load.ts'
import { type Sealed, type SealKey, seal } from '../store/seal.ts'
import { type Desk, planOf } from './desk.ts'
import { derive } from './lists.ts'
import type { Open } from './work.ts'

export async function storeWork(
  desk: Desk,
  loaded: { readonly epoch: number; readonly tx: string; readonly wallAt: number },
  answers: readonly NewAnswer[],
  retimed: readonly StreamRef[],
): Promise<void> {
  const { house, work } = desk
  const changed = work.changed()
  const untouched = retimed
    .flatMap((ref) => work.find(ref.kind as Open['kind'], ref.stream) ?? [])
    .filter((open) => !changed.includes(open))
  if (work.events.length === 0 && answers.length === 0 && untouched.length === 0) return
  const keys: { stream: string; cls: PrivateClass; wrapped: Buffer }[] = []
  const made = new Map<string, SealKey>()
  const keyOf = (open: Open, cls: PrivateClass): SealKey => {
    const known = open.keys.get(cls) ?? made.get(`${open.id}/${cls}`)
    if (known) return known
    const key = house.sealer.makeKey()
    made.set(`${open.id}/${cls}`, key)
    keys.push({ stream: open.id, cls, wrapped: house.sealer.wrap(key, open.id, cls) })
    return key
  }
  const events = work.events.map((event): NewEvent => {
    const open = work.find(event.kind, event.recorded.stream)
    if (!open) throw new Error('an event of no stream')
    const sealed: Sealed | undefined = event.private && seal(event.private, (cls) => keyOf(open, cls))
    return {
      kind: event.kind,
      stream: event.recorded.stream,
      version: event.recorded.version,
      type: event.recorded.type,
      data: event.recorded.data,
      sealed: sealed && Object.keys(sealed).length > 0 ? sealed : undefined,
      by: event.recorded.by,
      place: event.place,
      campaign: event.campaign,
      occurredAt: event.recorded.occurredAt,
      recordedAt: event.recorded.recordedAt,
      command: event.recorded.command,
    }
  })
  const derived = derive([...changed, ...untouched], (open) => planOf(desk, open), house.sealer.hashPhone)
  await append(desk.tx, {
    epoch: loaded.epoch,
    tx: loaded.tx,
    wallAt: loaded.wallAt,
    events,
    headOf: (ref) => work.find(ref.kind as Open['kind'], ref.stream)?.storedHash,
    answers,
    keys,
    timed: derived.timed,
    deadlines: derived.deadlines,
    lists: derived.lists,
  })
}
