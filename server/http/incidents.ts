// Reading incidents, the overview and pinned plans: parse, ask see, answer. What of them somebody may see is see's.

import * as z from 'zod/mini'
import { streamId } from './checked.ts'
import { type App, type HttpHouse, sessionOf } from './door.ts'
import { answers } from './openapi.ts'
import { Refused } from './problem.ts'
import { incidentList, incidentView, overview, plan } from './shapes.ts'

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))

export function incidentRoutes(app: App, door: HttpHouse): void {
  app.get(
    '/api/incidents',
    {
      schema: {
        operationId: 'listIncidents',
        tags: ['reading'],
        summary: 'Incidents in the scope of the post, newest change first',
        querystring: z.strictObject({ state: z._default(z.enum(['open', 'all']), 'open') }),
        response: answers(incidentList, 'The list, and the token to follow it from', [401, 422]),
      },
    },
    (request) => door.see.incidents(sessionOf(request).actor, { open: request.query.state === 'open' }),
  )

  app.get(
    '/api/incidents/:id',
    {
      schema: {
        operationId: 'getIncident',
        tags: ['reading'],
        summary: 'One incident as the post may see it',
        description: 'Parts that are hidden from the post are named in `incident.withheld`.',
        params: z.strictObject({ id: streamId }),
        response: answers(incidentView, 'The incident', [401, 404, 422]),
      },
    },
    async (request) => {
      const seen = await door.see.incident(sessionOf(request).actor, request.params.id)
      // Whether it does not exist or is another's: the same answer.
      if (!seen) throw new Refused({ code: 'not-found' })
      return seen
    },
  )

  app.get(
    '/api/overview',
    {
      schema: {
        operationId: 'getOverview',
        tags: ['reading'],
        summary: "Every school below the post's unit, one cell each",
        response: answers(overview, 'The schools', [401]),
      },
    },
    (request) => door.see.overview(sessionOf(request).actor),
  )

  app.get(
    '/api/plans/:hash',
    {
      schema: {
        operationId: 'getPlan',
        tags: ['reading'],
        summary: 'A plan that was ever pinned, by its content hash',
        params: z.strictObject({ hash }),
        response: answers(plan, 'The effective plan; it never changes', [401, 404, 422]),
      },
    },
    async (request, reply) => {
      const found = await door.see.plan(request.params.hash)
      if (!found) throw new Refused({ code: 'not-found' })
      reply.header('cache-control', 'private, max-age=31536000, immutable')
      return found
    },
  )
}
