// Only in a demonstration: whom a visitor may be, and being it. In a real house these addresses do not exist.

import * as z from 'zod/mini'
import type { Attempts } from '../identity/attempts.ts'
import { streamId } from './checked.ts'
import type { App, HttpHouse } from './door.ts'
import { enter } from './me.ts'
import { answers } from './openapi.ts'
import { demoPeople, me } from './shapes.ts'

export function demoRoutes(app: App, door: HttpHouse, attempts: Attempts): void {
  app.get(
    '/api/demo/people',
    {
      schema: {
        operationId: 'listDemoPeople',
        tags: ['demonstration'],
        summary: 'The invented people of the demonstration, from the nation down',
        response: answers(demoPeople, 'Whom a visitor may be', []),
      },
    },
    async () => ({ people: await door.identity.demoPeople() }),
  )

  app.post(
    '/api/demo/sign-in',
    {
      schema: {
        operationId: 'signInDemo',
        tags: ['demonstration'],
        summary: 'Be one of the invented people',
        body: z.strictObject({ person: streamId, post: z.optional(streamId) }),
        response: answers(me, 'Signed in; the session is an HttpOnly cookie', [403, 422, 429]),
      },
    },
    (request, reply) =>
      enter(door, attempts, request, reply, () =>
        door.identity.signInDemo(request.body.person, request.body.post),
      ),
  )
}
