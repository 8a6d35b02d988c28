// GET /api/spreads: proposals that the same kind of event has spread over schools of a county (A2). Ask see, answer.

import { type App, type HttpHouse, sessionOf } from './door.ts'
import { answers } from './openapi.ts'
import { spreadList } from './shapes-sent.ts'

export function spreadRoutes(app: App, door: HttpHouse): void {
  app.get(
    '/api/spreads',
    {
      schema: {
        operationId: 'listSpreads',
        tags: ['reading'],
        summary: "Spreads in the post's counties that wait for a word or got one today, newest first",
        response: answers(spreadList, 'The proposals, and the token to follow them from', [401]),
      },
    },
    (request) => door.see.spreads(sessionOf(request).actor),
  )
}
