// What holds for every request and answer: headers that keep a browser safe, no requests from other sites, one log line
// without personal data. Who may do what is core/access.

import type { FastifyRequest } from 'fastify'
import type { App, HttpHouse } from './door.ts'
import { isHttps } from './door.ts'
import { Turned } from './problem.ts'

const POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
]
/** The page that describes the API sets styles of its own; it runs no script but ours either. */
const DOCS_POLICY = [...POLICY, "style-src 'self' 'unsafe-inline'"]

export const DOCS = '/api/docs'

export function guard(app: App, door: HttpHouse): void {
  app.addHook('onRequest', async (request, reply) => {
    const policy = request.url.startsWith(DOCS) ? DOCS_POLICY : POLICY
    reply.headers({
      'content-security-policy': policy.join('; '),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(self), geolocation=(), microphone=(self)',
      'x-request-id': request.id,
    })
    if (isHttps(door, request)) reply.header('strict-transport-security', 'max-age=31536000')
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    if (changesSomething(request) && !isOurs(request, door.settings.publicUrl)) {
      throw new Turned('origin.foreign')
    }
  })

  app.addHook('onResponse', async (request, reply) => {
    const { config, url: route = 'none' } = request.routeOptions
    const seconds = reply.elapsedTime / 1000
    if (!config.stream) door.metrics.answered(request.method, route, reply.statusCode, seconds)
    // The pattern, not the address: addresses hold ids and tokens.
    const line = {
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    }
    if (config.quiet) request.log.debug(line, 'answered')
    else request.log.info(line, 'answered')
  })
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A live stream: its length says nothing about how fast we answer. */
    stream?: boolean
    /** Asked by machines every few seconds: not worth a log line. */
    quiet?: boolean
  }
}

function changesSomething(request: FastifyRequest): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD'
}

/**
 * Does the request come from a page of ours, or from no page at all? A browser says so itself; the cookie is kept from
 * other sites besides (SameSite).
 */
function isOurs(request: FastifyRequest, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin } = request.headers
  if (origin === undefined) return true
  return origin === new URL(publicUrl).origin || origin === `${request.protocol}://${request.host}`
}
