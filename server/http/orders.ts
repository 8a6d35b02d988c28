// GET /api/orders: what was ordered, and what the addressed units answered (E6). Ask see, answer.

import { type App, type HttpHouse, sessionOf } from './door.ts'
import { answers } from './openapi.ts'
import { orderList } from './shapes-sent.ts'

export function orderRoutes(app: App, door: HttpHouse): void {
  app.get(
    '/api/orders',
    {
      schema: {
        operationId: 'listOrders',
        tags: ['reading'],
        summary: 'Orders the post gave, was given or stands above, newest first',
        description: 'With each the answers of the units that the post may see; its own unit first.',
        response: answers(orderList, 'The orders, and the token to follow them from', [401]),
      },
    },
    (request) => door.see.orders(sessionOf(request).actor),
  )
}
