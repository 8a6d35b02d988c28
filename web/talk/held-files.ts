// Pictures, voices and documents on their way out: kept on the device first, named in the ledger by an Attach command
// through the outbox, then sent in pieces that go on after a cut. Taking and shrinking a picture is photo.ts.

import { useCallback, useEffect, useState } from 'react'
import type { RefusalCode } from '#core/basics/refusal.ts'
import type { Problem } from '#core/wire/problem.ts'
import type { FileView } from '#core/wire/view.ts'
import { backOff } from '../local/outbox.ts'
import { findOutbox, freshId, onDelivered, useAct } from './act.ts'
import { cell, useCell } from './cell.ts'
import { KEPT, memory } from './device.ts'
import { findLink, loadView, onLink } from './incidents.ts'
import { mayPass, putBytes, request } from './request.ts'
import { findMe, markLapsed, useMe } from './session.tsx'
import { sha256 } from './sha256.ts'

export type FileKind = FileView['kind']

/** Something chosen or taken, ready to be sent. */
export interface Picked {
  readonly blob: Blob
  readonly kind: FileKind
  readonly name?: string
}

/** A file that is still on this device. */
export interface HeldFile {
  readonly file: string
  readonly incident: string
  /** Who attached it: never sent under another person's name. */
  readonly person: string
  /** The post it was attached in. */
  readonly post: string
  readonly kind: FileKind
  readonly name?: string
  readonly hash: string
  readonly blob: Blob
  /** Campaign order of attaching. */
  readonly nth: number
  /** Bytes the server has, as far as is known here. */
  readonly received: number
  /** Not taken, and why; it stays until it is put away. */
  readonly refused?: { readonly code: RefusalCode | string; readonly words: string }
}

/** Bytes in one request: small enough for a bad line to get it through within the time of one. */
const PIECE = 128 * 1024

/** A file that is all there is asked after this often, so many ms apart. */
const MOST_LOOKS = 8
const LOOK_AGAIN = 1_500

const held = cell<readonly HeldFile[]>([])
/** The one that is being sent now. */
const sendingCell = cell<string | undefined>(undefined)

async function showHeld(): Promise<readonly HeldFile[]> {
  const found = (await (await memory()).list(KEPT.files)) as HeldFile[]
  held.set(found.sort((a, b) => a.nth - b.nth))
  return held.get()
}

async function keep(file: HeldFile): Promise<void> {
  await (await memory()).put(KEPT.files + file.file, file)
  await showHeld()
}

async function forget(file: string): Promise<void> {
  await (await memory()).remove(KEPT.files + file)
  await showHeld()
}

/** Files of this device that are not at the server yet; all of them without `incident`. */
export function useHeldFiles(incident?: string): {
  readonly files: readonly HeldFile[]
  /** The one on the line now. */
  readonly sending: string | undefined
  /** Puts away what was refused. */
  forget(file: string): Promise<void>
} {
  const files = useCell(held)
  const sending = useCell(sendingCell)
  return {
    files: incident === undefined ? files : files.filter((one) => one.incident === incident),
    sending,
    forget,
  }
}

/** Keeps the file, gives the Attach command, sends the bytes after it. Settles once it is kept and named. */
export function useAttach(incident: string): (picked: Picked, about?: string) => Promise<void> {
  const me = useMe()
  const { give } = useAct()
  return useCallback(
    async ({ blob, kind, name }, about) => {
      const file = freshId()
      const hash = await sha256(new Uint8Array(await blob.arrayBuffer()))
      const one: HeldFile = {
        file,
        incident,
        person: me.person.id,
        post: me.post.id,
        kind,
        hash,
        blob,
        nth: Date.now(),
        received: 0,
        ...(name === undefined ? {} : { name }),
      }
      await keep(one)
      await give({ kind: 'incident', id: incident }, 'Attach', {
        file,
        hash,
        size: blob.size,
        kind,
        ...(about === undefined ? {} : { about }),
        ...(name === undefined ? {} : { name }),
      })
      void sendFiles()
    },
    [incident, me, give],
  )
}

/** The picture of a held file, as an address for `<img>`; undefined until it is made. */
export function useBlobUrl(blob: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!blob) return
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return url
}

let sending: Promise<void> = Promise.resolve()
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** Sends what waits, one tab at a time, oldest first; after a failure again by itself, later and later. */
export function sendFiles(): Promise<void> {
  sending = sending.then(inTurn, inTurn)
  return sending
}

async function inTurn(): Promise<void> {
  if (typeof navigator.locks === 'undefined') return sendAll()
  await navigator.locks.request('huce.files', sendAll)
}

type Sent = 'done' | 'not-yet' | 'no-network' | 'signed-out'

async function sendAll(): Promise<void> {
  const me = findMe()
  clearTimeout(timer)
  const waiting = (await showHeld()).filter((one) => one.person === me?.person.id && !one.refused)
  for (const one of waiting) {
    sendingCell.set(one.file)
    const sent = await sendOne(one)
    sendingCell.set(undefined)
    if (sent === 'signed-out') return markLapsed()
    if (sent === 'no-network') {
      failures += 1
      timer = setTimeout(() => void sendFiles(), backOff(failures))
      return
    }
  }
  failures = 0
}

async function sendOne(file: HeldFile): Promise<Sent> {
  const attached = findOutbox().find(({ command }) => command.data.file === file.file)
  // The ledger names it first; a picture without its line would be nobody's.
  if (attached?.state === 'waiting') return 'not-yet'
  if (attached?.problem) {
    await refuse(file, attached.problem)
    return 'done'
  }
  const { file: id, incident, post, kind, hash, blob } = file
  const announce = () =>
    request<FileView>('/api/files', { post, file: id, incident, kind, hash, size: blob.size })
  let answer = await announce()
  let looks = 0
  let begun = false
  for (;;) {
    if ('lost' in answer) return 'no-network'
    if ('problem' in answer) {
      const { problem } = answer
      if (problem.status === 401) return 'signed-out'
      const there = receivedOf(problem)
      if (there === undefined || there === file.received) {
        if (mayPass(problem)) return 'no-network'
        await refuse(file, problem)
        return 'done'
      }
      file = { ...file, received: there }
    } else {
      const { state, received } = answer.got
      if (state !== 'coming') {
        // A refusal of the content stands in the incident's own view.
        await forget(id)
        void loadView(incident)
        return 'done'
      }
      // A server that takes nothing is asked again later, not at once and for ever.
      if (begun && received <= file.received) return 'no-network'
      file = { ...file, received }
    }
    begun = true
    held.set(held.get().map((one) => (one.file === id ? file : one)))
    const { received } = file
    if (received >= blob.size) {
      // All of it is there and is being looked into: asked again, and later once more if that takes long.
      if (looks === MOST_LOOKS) return 'no-network'
      looks += 1
      await new Promise((done) => setTimeout(done, LOOK_AGAIN))
      answer = await announce()
      begun = false
      continue
    }
    answer = await putBytes<FileView>(
      `/api/files/${id}?from=${received}`,
      blob.slice(received, received + PIECE),
    )
  }
}

/** Where the server wants to go on, when it says so. */
function receivedOf(problem: Problem): number | undefined {
  return problem.status === 409 ? problem.received : undefined
}

async function refuse(file: HeldFile, problem: Problem): Promise<void> {
  await keep({ ...file, refused: { code: problem.code, words: problem.detail || problem.title } })
}

/** Called once by main: what waits goes out now, after every round of the outbox, and whenever the network comes back. */
export function startFiles(): void {
  void sendFiles()
  onDelivered(() => {
    if (held.get().some((one) => !one.refused)) void sendFiles()
  })
  onLink(() => {
    if (findLink() !== 'offline') void sendFiles()
  })
}
