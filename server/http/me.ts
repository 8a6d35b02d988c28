// Signing in and out, who one is, the kit at hand. Sessions are server/identity's; cookies are door.ts.

import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import type { Attempts } from '../identity/attempts.ts'
import type { SignedIn } from '../identity/identity.ts'
import { streamId } from './checked.ts'
import { type App, clearToken, findToken, type HttpHouse, sessionOf, setToken } from './door.ts'
import { answers, nothing } from './openapi.ts'
import { Turned } from './problem.ts'
import { kit, me, state } from './shapes.ts'

const slip = z.string().check(z.minLength(1), z.maxLength(60))

/** Open to everybody. */
export function entranceRoutes(app: App, door: HttpHouse, attempts: Attempts): void {
  app.get(
    '/api/state',
    {
      schema: {
        operationId: 'getState',
        tags: ['server'],
        summary: 'What this server is',
        response: answers(state, 'Demonstration or not, and its version', []),
      },
    },
    () => ({ demo: door.demo, version: door.version }),
  )

  app.post(
    '/api/sign-in',
    {
      schema: {
        operationId: 'signIn',
        tags: ['session'],
        summary: 'Sign in with a one-time slip',
        body: z.strictObject({ slip }),
        response: answers(me, 'Signed in; the session is an HttpOnly cookie', [403, 422, 429]),
      },
    },
    (request, reply) =>
      enter(door, attempts, request, reply, () => door.identity.signInSlip(request.body.slip)),
  )

  app.post(
    '/api/sign-out',
    {
      schema: {
        operationId: 'signOut',
        tags: ['session'],
        summary: 'End this session',
        description: 'Harmless when there is none.',
        body: z.optional(z.nullable(z.strictObject({}))),
        response: nothing('The session is ended and its streams are closed'),
      },
    },
    async (request, reply) => {
      const token = findToken(request)
      if (token !== undefined) await door.identity.signOut(token)
      clearToken(door, request, reply)
      return reply.status(204).send()
    },
  )
}

/** For people who are signed in. */
export function meRoutes(app: App, door: HttpHouse): void {
  app.get(
    '/api/me',
    {
      schema: {
        operationId: 'getMe',
        tags: ['session'],
        summary: 'Who is signed in, in which post, and the time of the campaign',
        response: answers(me, 'The session', [401]),
      },
    },
    (request) => door.identity.me(sessionOf(request)),
  )

  app.post(
    '/api/me/post',
    {
      schema: {
        operationId: 'switchPost',
        tags: ['session'],
        summary: 'Act in another post of one’s own from now on',
        body: z.strictObject({ post: streamId }),
        response: answers(me, 'The session in its new post', [401, 403, 422]),
      },
    },
    async (request) => {
      const token = findToken(request)
      const session =
        token === undefined ? undefined : await door.identity.switchPost(token, request.body.post)
      if (!session) throw new Turned('post.not-held', { field: 'post' })
      return door.identity.me(session)
    },
  )

  app.get(
    '/api/kit',
    {
      schema: {
        operationId: 'getKit',
        tags: ['reading'],
        summary: 'What a device needs at hand without a network: plan, contacts, units, rooms',
        description: 'With an ETag: a device that has it already gets 304 and no body.',
        response: answers(kit, 'The kit', [401]),
      },
    },
    async (request, reply) => {
      const { asOf, ...rest } = await door.see.kit(sessionOf(request).actor)
      const { plan, ...people } = rest
      const tag = `"${createHash('sha256').update(plan.hash).update(JSON.stringify(people)).digest('base64url')}"`
      // Weak: the bytes differ by how they are packed.
      reply.headers({ etag: `W/${tag}`, 'cache-control': 'private, no-cache' })
      if (request.headers['if-none-match']?.includes(tag)) return reply.status(304).send()
      return { asOf, ...rest }
    },
  )
}

/** Signs in by `way`, when this address did not fail too often. */
export async function enter(
  door: HttpHouse,
  attempts: Attempts,
  request: FastifyRequest,
  reply: FastifyReply,
  way: () => Promise<SignedIn>,
) {
  const signedIn = await way()
  if ('refused' in signedIn) {
    // Only failures count, and what is right is let in always: a school's many phones stand behind one address.
    if (attempts.take(request.ip)) throw new Turned(signedIn.refused)
    throw new Turned('too-many-tries', { values: { seconds: attempts.secondsUntilNext(request.ip) } })
  }
  // Whoever signs in anew leaves no second session behind in the same browser.
  const before = findToken(request)
  if (before !== undefined) await door.identity.signOut(before)
  setToken(door, request, reply, signedIn.token)
  return door.identity.me(signedIn.session)
}
