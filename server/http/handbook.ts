// The year's handbook: what the bureaus of the line entered, and reading a bureau's own table of it. Entering is a command; what of
// it somebody may see is see's, what the cells mean server/handbook-file.ts.

import type { Actor } from '#core/access/actor.ts'
import { can } from '#core/access/can.ts'
import { handbookTemplate, readHandbookFile } from '../handbook-file.ts'
import { type App, type HttpHouse, sessionOf } from './door.ts'
import { answers, text } from './openapi.ts'
import { Refused, Turned } from './problem.ts'
import { handbookView, readExamples } from './shapes-books.ts'

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Largest table that is read, in bytes. */
const TABLE_LIMIT = 2 * 1024 * 1024

export function handbookRoutes(app: App, door: HttpHouse): void {
  app.get(
    '/api/handbook',
    {
      schema: {
        operationId: 'getHandbook',
        tags: ['reading'],
        summary: 'Examples of the year’s handbook as bureaus entered them: of the line, and of units below',
        response: answers(handbookView, 'The examples; struck ones too, with who struck them and why', [401]),
      },
    },
    (request) => door.see.handbook(sessionOf(request).actor),
  )

  app.get(
    '/api/handbook/template.xlsx',
    {
      schema: {
        operationId: 'getHandbookTemplate',
        tags: ['reading'],
        summary:
          'An empty table to write examples into, with the plan’s documents and situations to choose from',
        response: text(WORKBOOK_TYPE, 'The workbook', [401]),
      },
    },
    async (request, reply) =>
      reply
        .type(WORKBOOK_TYPE)
        .header('content-disposition', 'attachment; filename="handbook.xlsx"')
        .send(await handbookTemplate(sessionOf(request).plan)),
  )

  app.register(async (scope) => {
    // Browsers name a table differently from machine to machine: its content says what it is.
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    scope.post(
      '/api/handbook/read',
      {
        bodyLimit: TABLE_LIMIT,
        schema: {
          operationId: 'readHandbook',
          tags: ['reading'],
          summary: 'Read a table (xlsx or csv) of examples; nothing is stored',
          description:
            'The body is the file itself, at most 2 MB. Columns are found by their headings, in Chinese or English and in any order. ' +
            'Each row answers with its entry, or with what is wrong in which column; entering them is the command EnterExamples.',
          consumes: [WORKBOOK_TYPE, 'text/csv'],
          response: answers(readExamples, 'The rows', [401, 403, 413, 422]),
        },
      },
      async (request) => {
        const { actor, plan } = sessionOf(request)
        mustEnter(actor, plan.posts)
        if (!Buffer.isBuffer(request.body)) throw new Turned('body.unreadable')
        return readHandbookFile(request.body, plan, await door.see.bookOf(actor.campaign, actor.unit))
      },
    )
  })
}

/** Reading a table is for those who may enter what stands in it. */
function mustEnter(actor: Actor, posts: Parameters<typeof can>[3]): void {
  const { unit, campaign } = actor
  const allowed = can(actor, { kind: 'handbook', type: 'EnterExamples' }, { unit, campaign }, posts)
  if ('refused' in allowed) throw new Refused(allowed.refused)
}
