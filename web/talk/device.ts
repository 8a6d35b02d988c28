// The one memory of this page, opened once, and the names under which things lie in it.
// What a thing means is for the files that keep it.

import { type Memory, openMemory } from '../local/memory.ts'
import { cell, useCell } from './cell.ts'

let opened: Promise<Memory> | undefined
const lastingCell = cell(true)

/** The device's memory; opened at the first call. */
export function memory(): Promise<Memory> {
  opened ??= openMemory().then((kept) => {
    lastingCell.set(kept.lasting)
    return kept
  })
  return opened
}

export const KEPT = {
  me: 'me',
  kit: 'kit',
  clock: 'clock',
  rows: 'rows',
  overview: 'overview',
  draft: (scenario: string) => `draft/report/${scenario}`,
  /** Situation of the report written last. */
  lastDraft: 'draft/last',
  view: (incident: string) => `view/${incident}`,
  plan: (hash: string) => `plan/${hash}`,
  orders: 'orders',
  spreads: 'spreads',
  editions: 'editions',
  handbook: 'handbook',
  /** Pictures and voices that are still on this device. */
  files: 'file/',
} as const

/** What belongs to the person who signs out; plans, the outbox and files that were not sent stay. */
export async function forgetPerson(): Promise<void> {
  const kept = await memory()
  const { me, kit, rows, overview, orders, spreads, editions, handbook } = KEPT
  for (const name of [me, kit, rows, overview, orders, spreads, editions, handbook]) await kept.remove(name)
  await kept.removeAll('view/')
}

/** A random id for commands; also where the page has no secure context or the engine is old. */
export function freshId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** False where the browser stores nothing beyond the page. */
export function useLasting(): boolean {
  return useCell(lastingCell)
}
