// A house with people who send and read files over HTTP, for tests: two posts of a school, a neighbour school, two counties.
// Test-only.

import { createHash, randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import type { FileView, IncidentView } from '#core/wire/view.ts'
import { photo } from '../file-check/made-files.fixture.ts'
import { accepted, COUNTY, NEXT_SCHOOL, OTHER_COUNTY, SCHOOL } from '../house.fixture.ts'
import { openTestHttp, type TestHttp } from './http.fixture.ts'

const POSTS = {
  chief: ['chief-invigilator', SCHOOL],
  principal: ['principal', SCHOOL],
  next: ['principal', NEXT_SCHOOL],
  county: ['county-office', COUNTY],
  otherCounty: ['county-office', OTHER_COUNTY],
} as const

export type Who = keyof typeof POSTS

/** A file as it lies on somebody's device. */
export interface Made {
  readonly file: string
  readonly bytes: Buffer
  readonly kind: FileView['kind']
  readonly incident: string
  readonly hash: string
}

export interface FilesHttp {
  readonly http: TestHttp
  /** Reports a situation at the school; its id. */
  newIncident(): Promise<string>
  /** A photo unlike those before: the same bytes are attached to an incident once. */
  nextPhoto(): Promise<Buffer>
  announce(who: Who, file: Made, more?: object): Promise<LightMyRequestResponse>
  /** Sends the bytes from `from` up to `to`. */
  put(who: Who, file: Made, from: number, to?: number): Promise<LightMyRequestResponse>
  read(who: Who, file: Made): Promise<LightMyRequestResponse>
  /** Puts the file on the incident's record. */
  attach(who: Who, file: Made, more?: object): Promise<void>
  /** Announced and sent in one piece. */
  send(who: Who, file: Made): Promise<FileView>
  incidentSeen(who: Who, id: string): Promise<IncidentView>
  signedIn(who: Who): string
}

export async function openFilesHttp(): Promise<FilesHttp> {
  const http = await openTestHttp()
  const cookies = new Map<Who, string>()
  for (const [who, [postKind, unit]] of Object.entries(POSTS) as [Who, (typeof POSTS)[Who]][])
    cookies.set(who, await http.signIn(postKind, unit))
  const signedIn = (who: Who) => cookies.get(who) ?? ''
  const actor = (who: Who) => http.test.actor(POSTS[who][0], POSTS[who][1])
  let photos = 0

  const announce: FilesHttp['announce'] = (who, { bytes, ...file }, more = {}) => {
    const body = { post: actor(who).post, ...file, size: bytes.length, ...more }
    return http.ask('POST', '/api/files', { cookie: signedIn(who), body })
  }
  const put: FilesHttp['put'] = (who, { file, bytes }, from, to = bytes.length) =>
    http.ask('PUT', `/api/files/${file}?from=${from}`, {
      cookie: signedIn(who),
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes.subarray(from, to),
    })

  return {
    http,
    newIncident: async () => (await http.test.report(actor('chief'))).id,
    nextPhoto: () => photo(64 + 2 * photos++),
    announce,
    put,
    read: (who, { file }) => http.ask('GET', `/api/files/${file}`, { cookie: signedIn(who) }),
    async attach(who, { file, hash, bytes, kind, incident }, more = {}) {
      const data = { file, hash, size: bytes.length, kind, name: '走廊照片', ...more }
      await accepted(http.test.give(actor(who), 'Attach', data, { kind: 'incident', id: incident }))
    },
    async send(who, file) {
      const announced = await announce(who, file)
      if (announced.statusCode !== 200) throw new Error(announced.body)
      return (await put(who, file, 0)).json()
    },
    incidentSeen: async (who, id) =>
      (await http.ask('GET', `/api/incidents/${id}`, { cookie: signedIn(who) })).json(),
    signedIn,
  }
}

/** A file of these bytes for the incident. */
export function made(bytes: Buffer, kind: FileView['kind'], incident: string): Made {
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { file: randomUUID(), bytes, kind, incident, hash }
}

/** Bytes that do not pack. */
export function noise(length: number): Buffer {
  let hash = createHash('sha256').update(String(length)).digest()
  const parts: Buffer[] = []
  for (let at = 0; at < length; at += 32) {
    hash = createHash('sha256').update(hash).digest()
    parts.push(hash)
  }
  return Buffer.concat(parts).subarray(0, length)
}
