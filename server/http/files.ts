// Files of incidents: announced, sent in pieces that can be resumed, read. What a file may hold is server/file-check, who may
// is server/files.ts. Answers to reading say nothing of what they hold but its type, and are never shown as a page of ours.

import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import * as z from 'zod/mini'
import type { FileView } from '#core/wire/view.ts'
import type { OpenedFile } from '../files.ts'
import { SMALLEST_PIECE } from '../files.ts'
import { actorIn } from '../identity/identity.ts'
import { streamId } from './checked.ts'
import { type App, type HttpHouse, sessionOf } from './door.ts'
import { answers, bytes } from './openapi.ts'
import { Refused, Turned } from './problem.ts'
import { fileView } from './shapes.ts'

/** Largest piece, in bytes. */
const LARGEST_PIECE = 512 * 1024
const PIECES = 'application/octet-stream'
/** A file never changes, but who may read it does. */
const KEEP_SECONDS = 300

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'audio/amr': 'amr',
  'audio/aac': 'aac',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/webm': 'webm',
}

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))
const announced = z.strictObject({
  /** The post the sender acts in; absent: the session's. A phone sends later what was taken in another post. */
  post: z.optional(streamId),
  file: uuid,
  incident: streamId,
  size: z.int().check(z.gte(1), z.lte(100_000_000)),
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  kind: z.enum(['photo', 'document', 'voice']),
})

export function fileRoutes(app: App, door: HttpHouse): void {
  app.addContentTypeParser(PIECES, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  app.post(
    '/api/files',
    {
      schema: {
        operationId: 'announceFile',
        tags: ['files'],
        summary: 'Announce a file of an incident, or ask how far it has come',
        description:
          'The answer says how many bytes are here; send on from there. An incident that is still to be reported may be named. ' +
          'A file that was refused as `file.broken` begins anew; any other refusal stands.',
        body: announced,
        response: answers(fileView, 'How far it has come', [401, 403, 404, 409, 413, 422]),
      },
    },
    async (request): Promise<FileView> => {
      const session = sessionOf(request)
      const { post: named, ...file } = request.body
      const post = named === undefined ? session.post : session.posts.find(({ id }) => id === named)
      if (!post) throw new Turned('post.not-held', { field: 'post' })
      const answer = await door.files.begin(actorIn(post, session.person.id, session.campaign), file)
      if ('refused' in answer) throw new Refused(answer.refused, { plan: session.plan })
      return answer.view
    },
  )

  app.put(
    '/api/files/:file',
    {
      bodyLimit: LARGEST_PIECE,
      schema: {
        operationId: 'sendFilePiece',
        tags: ['files'],
        summary: 'Send the bytes of a file from `from` on',
        description:
          `A body of application/octet-stream, ${SMALLEST_PIECE} to ${LARGEST_PIECE} bytes; the last may be shorter. Sending the same ` +
          'again is harmless. When it does not join what is here, the problem says in `received` where to go on. With the last ' +
          'piece the file is looked into by its content: `state` is then `ready`, `refused`, or still `coming`; ask again.',
        params: z.strictObject({ file: uuid }),
        querystring: z.strictObject({ from: z.coerce.number().check(z.int(), z.gte(0)) }),
        response: answers(fileView, 'How far it has come', [401, 404, 409, 413, 415, 422]),
      },
    },
    async (request): Promise<FileView> => {
      if (!Buffer.isBuffer(request.body)) throw new Turned('body.not-bytes')
      const { file } = request.params
      const { person } = sessionOf(request)
      const answer = await door.files.take(person.id, file, request.query.from, request.body)
      if ('gap' in answer) throw new Turned('file.gap', { values: { received: answer.gap } })
      if ('tooSmall' in answer) throw new Turned('file.piece', { values: { least: SMALLEST_PIECE / 1024 } })
      if ('refused' in answer) throw new Refused(answer.refused)
      return answer.view
    },
  )

  app.get(
    '/api/files/:file',
    {
      schema: {
        operationId: 'readFile',
        tags: ['files'],
        summary: 'The bytes of a file, for whoever sees the incident that names it',
        params: z.strictObject({ file: uuid }),
        response: bytes('The file, without metadata where its type allows', [401, 404, 422]),
      },
    },
    async (request, reply) => {
      const found = await door.files.read(sessionOf(request).actor, request.params.file)
      if (!found) throw new Refused({ code: 'not-found' })
      return give(reply, found)
    },
  )
}

function give(reply: FastifyReply, { file, type, size, isPicture, bytes }: OpenedFile): FastifyReply {
  const name = `${file}.${ENDINGS[type] ?? 'bin'}`
  return reply
    .headers({
      'content-type': type,
      'content-length': size,
      // Only what we drew ourselves is shown in place; whatever somebody else made is saved, and opened where he decides.
      'content-disposition': `${isPicture ? 'inline' : 'attachment'}; filename="${name}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': `private, max-age=${KEEP_SECONDS}`,
    })
    .send(Readable.from(bytes, { objectMode: false, highWaterMark: 256 * 1024 }))
}
