// The editions of plans: which are in force, the text of a layer, and trying a new one out. Issuing it is a command; rules are
// core/plan's, keeping is server/editions.ts.

import * as z from 'zod/mini'
import { type App, type HttpHouse, sessionOf } from './door.ts'
import { answers, text } from './openapi.ts'
import { Refused, Turned } from './problem.ts'
import { editionList, preparedEdition } from './shapes-books.ts'

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const unit = z.string().check(z.regex(/^[0-9A-Za-z]{2,16}(\/[0-9A-Za-z]{1,24}){0,3}$/))
/** Longest text of a layer, in bytes of UTF-8. */
const LAYER_LIMIT = 1024 * 1024
/** The text in a JSON string is longer than itself: every line's end is two letters there, a control character six. */
const BODY = 3 * LAYER_LIMIT

export function editionRoutes(app: App, door: HttpHouse): void {
  app.get(
    '/api/editions',
    {
      schema: {
        operationId: 'listEditions',
        tags: ['reading'],
        summary: 'The plan in force for the post, and the editions of plans of its line and of units below',
        response: answers(
          editionList,
          'The editions, newest first, each with who confirmed having read it',
          [401],
        ),
      },
    },
    (request) => door.see.editions(sessionOf(request).actor),
  )

  app.get(
    '/api/editions/source',
    {
      schema: {
        operationId: 'getLayerSource',
        tags: ['reading'],
        summary: 'One layer of a plan as YAML, to be read or to be edited into the next edition',
        querystring: z.strictObject({ layer: hash }),
        response: text(
          'application/yaml',
          'The layer, with the comments of whoever wrote it',
          [401, 404, 422],
        ),
      },
    },
    async (request, reply) => {
      const source = await door.see.layerSource(request.query.layer)
      if (source === undefined) throw new Refused({ code: 'not-found' })
      return reply.type('application/yaml; charset=utf-8').send(source)
    },
  )

  app.post(
    '/api/editions/prepare',
    {
      bodyLimit: BODY,
      schema: {
        operationId: 'prepareEdition',
        tags: ['reading'],
        summary:
          'Try a new edition of a unit’s own layer out: every problem with its line, and what it would change',
        description:
          'For those who may issue it. A sound one is kept by its hash, with every effective plan that follows from it, so that ' +
          'IssueEdition can name them; with `keep` false it is only looked at.',
        body: z.strictObject({ unit, source: z.string(), keep: z._default(z.boolean(), true) }),
        response: answers(preparedEdition, 'What was found', [401, 403, 413, 422]),
      },
    },
    async (request) => {
      const { actor, plan } = sessionOf(request)
      const { unit, source, keep } = request.body
      if (Buffer.byteLength(source) > LAYER_LIMIT)
        throw new Turned('body.too-large', { values: { limit: LAYER_LIMIT / 1024 } })
      const prepared = await door.editions.prepare(actor, unit, source, keep)
      if ('refused' in prepared) throw new Refused(prepared.refused, { plan })
      return prepared
    },
  )
}
