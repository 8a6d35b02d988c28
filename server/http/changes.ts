// GET /api/changes: what changes, as server-sent events, and its polling twin for networks that hold streams back. What
// somebody hears is server/live's; here is only how it travels, and that a stream ends with its session.

import * as z from 'zod/mini'
import type { Change } from '#core/wire/view.ts'
import { type App, findToken, type HttpHouse, sessionOf } from './door.ts'
import { answers, text } from './openapi.ts'
import { since } from './shapes.ts'

/** Proxies close what is silent for a minute; half of the usual shortest patience. */
export const BEAT_MS = 15_000
/** How long a browser waits before it comes again. */
const RETRY_MS = 2_000
/** A reader that leaves this much unread is dropped: it comes again with its token. */
const MOST_UNREAD = 512 * 1024
/** A browser shares one stream between its tabs; a person with more windows than this loses the oldest. */
const MOST_STREAMS = 16

const token = z.string().check(z.maxLength(60))
const after = z.strictObject({ after: z.optional(token) })

interface Stream {
  readonly token: string
  readonly post: string
  beat(): void
  end(): void
}

export function changeRoutes(app: App, door: HttpHouse): void {
  const streams = new Set<Stream>()
  const every = door.every ?? everyInterval

  const stopBeating = every(BEAT_MS, () => {
    for (const stream of [...streams]) stream.beat()
    look()
  })
  const forget = door.live.onSessions(look)
  app.addHook('preClose', async () => {
    stopBeating()
    forget()
    for (const stream of [...streams]) stream.end()
  })

  let looking = false
  let lookAgain = false

  /** Ends the streams whose session was ended or used up, or whose post is not held any more. One question for all. */
  function look(): void {
    lookAgain = true
    if (looking) return
    looking = true
    lookOn()
      .catch((error) => app.log.warn(error, 'open streams could not be looked at'))
      .finally(() => {
        looking = false
      })
  }

  async function lookOn(): Promise<void> {
    while (lookAgain) {
      lookAgain = false
      const now = [...streams]
      const living = await door.identity.living([...new Set(now.map((stream) => stream.token))])
      for (const stream of now) if (living.get(stream.token) !== stream.post) stream.end()
    }
  }

  app.get(
    '/api/changes',
    {
      config: { stream: true },
      schema: {
        operationId: 'followChanges',
        tags: ['live'],
        summary: 'Follow what changes, as server-sent events',
        description:
          'Events: `change` with one Change as data; `beat` every 15 s, whose `id` is the token everything was told up to; ' +
          '`reload` with `{"token": …}` when what came since cannot be told: load afresh and go on from that token. ' +
          'Resume with `after`, or Last-Event-ID, which comes first. Without either: from now on.',
        querystring: after,
        response: text('text/event-stream', 'The stream', [401, 422]),
      },
    },
    (request, reply) => {
      const session = sessionOf(request)
      const { raw } = reply
      reply.hijack()
      raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        // nginx and its like would keep events until a block is full.
        'x-accel-buffering': 'no',
      })
      raw.write(`retry: ${RETRY_MS}\n\n`)

      let reached: string | undefined
      const write = (event: string, data: object, id: string | undefined): void => {
        if (raw.writableEnded || raw.destroyed) return
        raw.write(
          `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
        )
        if (raw.writableLength > MOST_UNREAD) raw.destroy()
      }
      const stream: Stream = {
        token: findToken(request) ?? '',
        post: session.post.id,
        beat: () => write('beat', reached === undefined ? {} : { token: reached }, reached),
        end: () => raw.end(),
      }
      makeRoom(streams, stream.token)
      streams.add(stream)
      door.metrics.streamOpened()
      const stop = door.live.follow(
        session.actor,
        lastEventId(request.headers['last-event-id']) ?? request.query.after,
        {
          told(changes, upTo) {
            for (const change of changes) write('change', change, change.token)
            reached = upTo
          },
          reload(from) {
            reached = from
            write('reload', { token: from }, from)
          },
          lost: () => raw.end(),
        },
      )
      // Shows at once that nothing on the way holds the stream back.
      stream.beat()
      raw.on('close', () => {
        stop()
        streams.delete(stream)
        door.metrics.streamClosed()
      })
    },
  )

  app.get(
    '/api/changes/poll',
    {
      config: { quiet: true },
      schema: {
        operationId: 'pollChanges',
        tags: ['live'],
        summary: 'What came since a token, asked once',
        description: 'With `reload`: load afresh, and go on from the token of this answer.',
        querystring: after,
        response: answers(since, 'Changes and the next token', [401, 422]),
      },
    },
    (request): Promise<{ token: string; changes: readonly Change[] }> =>
      door.live.since(sessionOf(request).actor, request.query.after),
  )
}

/** The oldest streams of a session make room for a new one. */
function makeRoom(streams: ReadonlySet<Stream>, ofToken: string): void {
  const mine = [...streams].filter((stream) => stream.token === ofToken)
  for (const stream of mine.slice(0, Math.max(0, mine.length + 1 - MOST_STREAMS))) stream.end()
}

function lastEventId(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && header !== '' ? header : undefined
}

function everyInterval(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms)
  timer.unref()
  return () => clearInterval(timer)
}
