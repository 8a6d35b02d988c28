// For those who look after the server: is it ready, and its metrics.

import type { App, HttpHouse } from './door.ts'
import { answers, text as textAnswer } from './openapi.ts'
import { Turned } from './problem.ts'
import { ready } from './shapes.ts'

export function healthRoutes(app: App, door: HttpHouse): void {
  app.get(
    '/healthz',
    {
      config: { quiet: true },
      schema: {
        operationId: 'getHealth',
        tags: ['server'],
        summary: 'Ready to serve?',
        response: answers(ready, 'Ready', [503]),
      },
    },
    async () => {
      const isReady = await door.ready().catch(() => false)
      if (!isReady) throw new Turned('not-ready')
      return { ready: true as const }
    },
  )

  app.get(
    '/metrics',
    {
      config: { quiet: true },
      schema: {
        operationId: 'getMetrics',
        tags: ['server'],
        summary: 'Metrics for Prometheus; no personal data',
        response: textAnswer('text/plain', 'Prometheus text format'),
      },
    },
    async (_request, reply) => {
      const { type, text } = await door.metrics.print()
      return reply.type(type).send(text)
    },
  )
}
