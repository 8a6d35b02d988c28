// What the device remembers, in IndexedDB: values by name (me, kit, lists, views, drafts) and the outbox of commands.
// Where IndexedDB is missing or refused it remembers until the page closes, and says so. No rules here.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { OutboxItem, OutboxStore } from './outbox.ts'

const NAME = 'huce'
const VERSION = 1

interface Schema extends DBSchema {
  values: { key: string; value: unknown }
  outbox: { key: number; value: OutboxItem }
}

export interface Memory {
  /** False when nothing outlives this page: the screens say so. */
  readonly lasting: boolean
  get(name: string): Promise<unknown>
  put(name: string, value: unknown): Promise<void>
  /** Every value whose name begins so, by name. */
  list(prefix: string): Promise<readonly unknown[]>
  remove(name: string): Promise<void>
  /** Forgets every value whose name begins so. */
  removeAll(prefix: string): Promise<void>
  readonly outbox: OutboxStore
}

/** Opens the device's memory; never fails. */
export async function openMemory(): Promise<Memory> {
  try {
    const database = await openDB<Schema>(NAME, VERSION, {
      upgrade(fresh) {
        fresh.createObjectStore('values')
        fresh.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true })
      },
    })
    return inDatabase(database)
  } catch {
    return inPage()
  }
}

function inDatabase(database: IDBPDatabase<Schema>): Memory {
  return {
    lasting: true,
    get: (name) => database.get('values', name),
    put: async (name, value) => {
      await database.put('values', value, name)
    },
    list: (prefix) => database.getAll('values', namesOf(prefix)),
    remove: (name) => database.delete('values', name),
    removeAll: (prefix) => database.delete('values', namesOf(prefix)),
    outbox: {
      all: () => database.getAll('outbox'),
      add: async (item) => {
        const { seq: _, ...fresh } = item
        // The key is made by the database, so that two tabs never share one.
        const seq = await database.add('outbox', fresh as OutboxItem)
        return { ...item, seq }
      },
      put: async (item) => {
        await database.put('outbox', item)
      },
      remove: (seq) => database.delete('outbox', seq),
    },
  }
}

function namesOf(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix}\uffff`)
}

/** Memory that ends with the page. */
export function inPage(): Memory {
  const values = new Map<string, unknown>()
  const items = new Map<number, OutboxItem>()
  let last = 0
  return {
    lasting: false,
    get: async (name) => values.get(name),
    put: async (name, value) => {
      values.set(name, value)
    },
    list: async (prefix) => [...values].filter(([name]) => name.startsWith(prefix)).map(([, value]) => value),
    remove: async (name) => {
      values.delete(name)
    },
    removeAll: async (prefix) => {
      for (const name of [...values.keys()]) if (name.startsWith(prefix)) values.delete(name)
    },
    outbox: {
      all: async () => [...items.values()],
      add: async (item) => {
        last += 1
        const kept = { ...item, seq: last }
        items.set(last, kept)
        return kept
      },
      put: async (item) => {
        items.set(item.seq, item)
      },
      remove: async (seq) => {
        items.delete(seq)
      },
    },
  }
}
