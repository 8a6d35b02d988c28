// What every route works with: the house behind the door, who is calling, and the session's cookie. Who somebody is says
// server/identity; what he may do, core/access.

import type { IncomingMessage, ServerResponse } from 'node:http'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RawServerDefault,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Act } from '../act.ts'
import type { Editions } from '../editions.ts'
import type { Files } from '../files.ts'
import type { Identity, Session } from '../identity/identity.ts'
import type { Live } from '../live.ts'
import type { Metrics } from '../metrics.ts'
import type { See } from '../see.ts'
import { Turned } from './problem.ts'

export interface HttpSettings {
  readonly host: string
  readonly port: number
  /** As people reach us; without a slash at the end. */
  readonly publicUrl: string
  /** PEM texts; undefined: plain http, on loopback or behind a proxy. */
  readonly tls?: { readonly cert: string | Buffer; readonly key: string | Buffer } | undefined
  /** Believe X-Forwarded-*. */
  readonly trustProxy: boolean
}

/** What the HTTP server is given. */
export interface HttpHouse {
  readonly act: Pick<Act, 'act'>
  readonly see: Omit<See, 'changes'>
  readonly editions: Editions
  readonly files: Pick<Files, 'begin' | 'take' | 'read'>
  readonly identity: Identity
  readonly live: Live
  readonly settings: HttpSettings
  readonly demo: boolean
  readonly version: string
  /** The built web app; undefined: the API alone. */
  readonly webFolder: string | undefined
  /** Can the database be reached? */
  readonly ready: () => Promise<boolean>
  readonly metrics: Metrics
  readonly log?: {
    readonly level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
    readonly stream?: { write(line: string): void }
  }
  /** Calls `work` each `ms`; returns how to stop. Tests put their own clock here. */
  readonly every?: (ms: number, work: () => void) => () => void
}

/** The fastify instance that routes are added to. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

const COOKIE = 'huce'
/** The browser keeps it this long; the server decides when it is used up. */
const COOKIE_SECONDS = 72 * 3600

const sessions = new WeakMap<FastifyRequest, Session>()

/** Routes registered in `routes` are for people who are signed in; nobody else's body is even read. */
export function signedIn(app: App, door: HttpHouse, routes: (app: App) => void): void {
  app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.schema = { ...route.schema, security: [{ session: [] }] }
    })
    scope.addHook('onRequest', async (request) => {
      const token = findToken(request)
      const session = token === undefined ? undefined : await door.identity.whoIs(token)
      if (!session) throw new Turned('signed-out')
      sessions.set(request, session)
    })
    routes(scope.withTypeProvider<ZodTypeProvider>())
  })
}

/** Who is calling, on a route inside `signedIn`. */
export function sessionOf(request: FastifyRequest): Session {
  const session = sessions.get(request)
  if (!session) throw new Turned('signed-out')
  return session
}

export function findToken(request: FastifyRequest): string | undefined {
  const token = request.cookies[COOKIE]
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined
}

export function setToken(door: HttpHouse, request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(COOKIE, token, { ...cookieOptions(door, request), maxAge: COOKIE_SECONDS })
}

export function clearToken(door: HttpHouse, request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(COOKIE, cookieOptions(door, request))
}

function cookieOptions(door: HttpHouse, request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps(door, request) } as const
}

/** Do people reach us over https? */
export function isHttps(door: HttpHouse, request: FastifyRequest): boolean {
  return request.protocol === 'https' || door.settings.publicUrl.startsWith('https:')
}
