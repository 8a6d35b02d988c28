// The wake-up line between processes: one connection that listens and calls, reopened by itself. A call says only "look";
// losing one costs a second, because everybody looks once a second anyway.

import type { Client } from 'pg'
import type { Database } from '../store/database.ts'

/** Channel of every process of one database. */
const CHANNEL = 'huce'
const FIRST_RETRY = 250
const SLOWEST_RETRY = 5_000

export interface WakeLine {
  /** Calls every process, this one included; calls that come while one is on its way become one. */
  notify(): void
  close(): Promise<void>
}

export interface WakeLineHouse {
  readonly db: Pick<Database, 'dedicated'>
  /** `said`: empty for "something was committed", else what it was about (`clock`, `session`). */
  readonly heard: (said: string) => void
  readonly onError: (error: unknown) => void
}

/** Opens the line; resolves when it listens, or when the first try failed and others will follow. */
export async function openWakeLine({ db, heard, onError }: WakeLineHouse): Promise<WakeLine> {
  let client: Client | undefined
  let closed = false
  let retry: NodeJS.Timeout | undefined
  let failures = 0
  let calling: Promise<void> | undefined
  let callAgain = false

  async function open(): Promise<void> {
    let opened: Client | undefined
    try {
      opened = await db.dedicated()
      const lost = (error?: Error) => {
        if (client !== opened) return
        client = undefined
        if (error) onError(error)
        later()
      }
      opened.on('error', lost)
      opened.on('end', () => lost())
      opened.on('notification', ({ payload }) => heard(payload ?? ''))
      // A call is no record: it need not wait for the disk.
      await opened.query(`set synchronous_commit = off; listen ${CHANNEL}`)
      if (closed) return void (await opened.end())
      client = opened
      failures = 0
      // Whatever was called while nobody listened.
      heard('')
    } catch (error) {
      onError(error)
      await opened?.end().catch(() => {})
      later()
    }
  }

  function later(): void {
    if (closed) return
    retry = setTimeout(() => void open(), Math.min(SLOWEST_RETRY, FIRST_RETRY * 2 ** failures++))
  }

  async function call(): Promise<void> {
    do {
      callAgain = false
      await client?.query(`select pg_notify('${CHANNEL}', '')`)
    } while (callAgain)
  }

  await open()
  return {
    notify() {
      if (calling) {
        callAgain = true
        return
      }
      calling = call()
        .catch(onError)
        .finally(() => {
          calling = undefined
        })
    },
    async close() {
      closed = true
      clearTimeout(retry)
      await calling
      const last = client
      client = undefined
      await last?.end()
    },
  }
}
